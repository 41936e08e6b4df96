"""Papers by their numbers and days, whose dates are not the task's time."""

from planner.period.vocabulary.basis import D

_PAPERS = (
    r"(?:nghị quyết|kết luận|chỉ thị|quyết định|kế hoạch|công văn|hướng dẫn|thông báo|đề án|chương trình|quy định|"
    r"quy chế|nghị định|thông tư|thông tri|báo cáo|tờ trình|văn bản|luật|lời kêu gọi)"
)
# Words of time are no part of a paper's name or number: "báo cáo tháng 5 - cuối tháng 6".
TIME_WORD = (
    r"(?:tháng|ngày|quý|năm|tuần|đầu|giữa|cuối|trước|sau|hết|đến|từ|thứ|sáng|chiều|tối|hằng|mỗi|chậm|xong|và|hoặc)"
)
_SIGNED = rf" ?(?:ký )?ngày {D}\s?[/.-]\s?{D}\s?[/.-]\s?[0-9]{{4}}"
_NUMBERED = (
    rf"[0-9]{{1,5}}\s?[-/]\s?(?:[0-9]{{4}}\s?[-/]\s?)?(?![ivx]+\b|{TIME_WORD}\b)[^\W\d_][\w/&.-]*"
    rf"(?:,?{_SIGNED}| ?(?:ký )?ngày {D}/{D}(?!\s?/))?"
)
# "Báo cáo ngày 16/7" is when it is made; a decision of that day is a paper.
_DATED = (
    r"(?:nghị quyết|kết luận|chỉ thị|quyết định|kế hoạch|công văn|hướng dẫn|đề án|chương trình|quy định|quy chế|"
    r"nghị định|thông tư|thông tri|luật|lời kêu gọi)"
)
PAPER = (
    rf"(?:(?:{_PAPERS} )(?:(?!{TIME_WORD}\b)[^\W\d_]+ ){{0,4}}?(?:số:? ?)?|số:? ?){_NUMBERED}|{_DATED}{_SIGNED}|"
    r"(?:nghị quyết|chỉ thị|kết luận|đề án|nghị định|thông tư) [0-9]{1,3}(?![0-9]|\s?[/,-])(?! (?:tháng|năm|ngày)\b)|"
    r"(?:nđ|qđ|nq|tt|ct|kh|cv|kl|hd|tb|ctr)(?: số)?:? [0-9]{1,5}/(?:19|20)[0-9]{2}(?![0-9])"
)
