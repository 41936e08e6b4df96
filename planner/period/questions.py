"""What a careful clerk asks about a time expression. Each is one sentence of the catalogue."""

from dataclasses import dataclass, field

from planner.language import N_

UNREAD = N_("Chưa đọc được thời gian “%(text)s”: thời gian cụ thể là khi nào?")
TOO_LONG = N_("Ô thời gian dài quá %(limit)s ký tự nên chưa đọc: thời gian cụ thể là khi nào?")
LEFT_OVER = N_("Trong “%(text)s”, phần “%(rest)s” chưa đọc được: phần này có làm thay đổi thời gian không?")
NO_MONTH = N_("“%(text)s” ghi tháng %(number)s, không có trong lịch: đúng ra là tháng mấy?")
NO_QUARTER = N_("“%(text)s” ghi quý %(number)s, mỗi năm chỉ có bốn quý: đúng ra là quý mấy?")
NO_DAY = N_("“%(text)s” ghi ngày %(number)s, không có trong lịch: đúng ra là ngày nào?")
NO_WEEK = N_("“%(text)s” ghi tuần %(number)s, tháng đó không có tuần này: đúng ra là tuần mấy?")
BACKWARDS = N_("Trong “%(text)s”, mốc đầu đứng sau mốc cuối: thời gian đúng là từ khi nào đến khi nào?")
CHAINED = N_("“%(text)s” nối hơn hai mốc bằng dấu gạch: đây là một khoảng hay nhiều lần?")
WHICH_YEAR = N_("“%(text)s” thuộc năm nào trong các năm %(first)s - %(last)s?")
WHICH_MONTH = N_("“%(text)s” là của tháng nào?")
WHICH_QUARTER = N_("“%(text)s” là của quý nào?")
WHICH_TERM = N_("“%(text)s” là từ năm nào đến năm nào?")
FAR_YEAR = N_("“%(text)s” ghi năm %(year)s, xa các năm của kế hoạch: có đúng là thời gian của việc này không?")
OUTSIDE = N_("“%(text)s” rơi ra ngoài năm của kế hoạch: thời gian cụ thể là khi nào?")
SHARED_YEAR = N_("Trong “%(text)s”, năm %(year)s ghi ở mốc sau có dùng cho cả mốc trước không?")
SLASHED_MONTHS = N_("“%(text)s” có hai số cách nhau bằng dấu gạch chéo, đang đọc là hai tháng: có đúng không?")
SLASHED_QUARTERS = N_("“%(text)s” có hai số cách nhau bằng dấu gạch chéo, đang đọc là hai quý: có đúng không?")
SLASHED = N_("“%(text)s” có các mốc cách nhau bằng dấu gạch chéo, đang đọc là các lần riêng: có đúng không?")
LISTED_OR = N_("“%(text)s” vừa liệt kê vừa ghi “hoặc”: việc làm một lần hay nhiều lần?")
DAY_OR_MONTH = N_("“%(text)s” đang đọc là ngày %(day)s: có đúng không?")
SHORT_YEAR = N_("“%(text)s” đang đọc số %(number)s là năm %(year)s: có đúng không?")
NEXT_YEAR = N_("Trong “%(text)s”, mốc ghi sau lại đến trước trong năm: có phải là của năm sau không?")
CARRIED_YEAR = N_("Trong “%(text)s”, mốc không ghi năm đang đọc là của năm %(year)s: có đúng không?")
LISTED_YEAR = N_("Trong “%(text)s”, năm %(year)s đang đọc là một lần nữa của cùng mốc: có đúng không?")
BEFORE_END = N_("“%(text)s” đang đọc là chậm nhất đến hết thời gian đã ghi: có đúng không?")
CARRIED_END = N_("“%(text)s” đang đọc mọi mốc đều là hạn: có đúng không?")
DASHED_YEAR = N_("“%(text)s” đang đọc là của năm %(year)s, không phải đến năm %(year)s: có đúng không?")
MONTH_FIRST = N_("“%(text)s” như ghi tháng trước ngày, đang đọc là ngày %(day)s: có đúng không?")
BARE_QUARTER = N_("“%(text)s” không ghi chữ “quý”, đang đọc là quý: có đúng không?")
WEEK_OF_YEAR = N_("“%(text)s” ghi tuần mà không ghi tháng: tuần này từ ngày nào đến ngày nào?")
SLASHED_WEEK = N_("“%(text)s” đang đọc là tuần của tháng %(number)s: có đúng không?")
CARRIED_DAY = N_("Trong “%(text)s”, ngày %(number)s không ghi tháng, đang đọc cùng tháng với ngày trước: đúng không?")
OTHER_MONTH = N_("Trong “%(text)s”, ngày %(number)s đang đọc là của tháng %(month)s: có đúng không?")
WEEKDAY = N_("Trong “%(text)s”, ngày %(day)s không phải là thứ đã ghi: ngày hay thứ đúng?")
MID_YEAR = N_("“%(text)s” đang đọc là tháng 6 và tháng 7: có đúng không?")
JOINED_ENDS = N_("“%(text)s” đang đọc là một khoảng liền từ %(first)s đến %(last)s: có đúng không?")
WIDE_OR = N_("“%(text)s” đang đọc là một khoảng từ %(first)s đến %(last)s: việc làm vào lúc nào trong khoảng này?")
BARE_MONTHS = N_("“%(text)s” đang đọc là %(number)s tháng đầu năm: có đúng không, hay là thời lượng?")
DURATION = N_("“%(text)s” chỉ nêu thời lượng: thời gian bắt đầu và kết thúc là khi nào?")
SOME_TIMES = N_("“%(text)s” nêu số lần mà không nêu tháng, đang chia đều trong năm: các lần vào tháng nào?")
TALLY = N_("“%(text)s” nói %(number)s lần nhưng nêu %(found)s mốc thời gian: đúng ra là những lần nào?")
LENGTH = N_("“%(text)s” nói %(number)s ngày nhưng nêu %(found)s ngày: đúng ra là những ngày nào?")
RARE = N_("“%(text)s” thưa hơn mỗi năm một lần: các lần vào năm nào?")
MANY_TIMES = N_("“%(text)s” có quá nhiều lần để ghi thành từng việc: theo dõi như việc thường xuyên có đúng không?")
BESIDE_RHYTHM = N_("“%(text)s” vừa ghi định kỳ vừa ghi mốc thời gian: có phải là các lần riêng không?")
BESIDE_ONGOING = N_("“%(text)s” vừa ghi việc thường xuyên vừa ghi mốc thời gian: có lần nào phải theo dõi riêng không?")
BESIDE_UNSCHEDULED = N_("“%(text)s” ngoài mốc thời gian còn ghi “%(rest)s”: còn lần nào nữa không?")
BULLETS = N_("“%(text)s” có nhiều gạch đầu dòng, đang đọc là các lần riêng: có đúng không?")
BESIDE_BRACKETS = N_("“%(text)s” có thời gian trong ngoặc không khớp với thời gian ngoài ngoặc: lấy thời gian nào?")
NEXT_MONTH = N_("Trong “%(text)s”, có tuần mà ngày đã ghi rơi sang tháng khác (%(day)s): có đúng không?")
MIXED_ENDS = N_("“%(text)s” có mốc là hạn, có mốc không phải hạn: các mốc này là những lần riêng có đúng không?")
NESTED = N_("“%(text)s” có mốc nằm trong mốc khác: đây là những lần riêng, đúng không?")
RUN_TOGETHER = N_("“%(text)s” có các mốc viết liền nhau: đây là những lần riêng, đúng không?")
UNDER_WHICH = N_("Trong “%(text)s”, tuần hoặc ngày đã ghi là của một tháng hay của mọi tháng đã ghi?")
PART_OF_WHICH = N_("Trong “%(text)s”, “đầu”, “giữa” hay “cuối” là của một mốc hay của mọi mốc đã ghi?")
STEPS = N_("“%(text)s” có mốc của các bước khác nhau: đây là các bước của một việc hay những lần riêng?")
NO_END = N_("“%(text)s” nêu ngày bắt đầu trong một tháng mà không nêu ngày kết thúc: đến hết tháng hay lâu hơn?")
ONLY_A_PAPER = N_("“%(text)s” chỉ nêu ngày của văn bản hoặc ngày kỷ niệm: thời gian thực hiện là khi nào?")
OCCASION = N_("“%(text)s” nêu một dịp: thời gian thực hiện cụ thể từ ngày nào đến ngày nào?")
LUNAR = N_("“%(text)s” ghi theo âm lịch: ngày dương lịch là ngày nào?")
FROM_EVENT = N_("“%(text)s” đang tính ra ngày %(day)s (không kể ngày mốc): có đúng không?")
WORKING_DAYS = N_("“%(text)s” tính theo ngày làm việc: hết hạn ngày nào?")
NO_THIRTY_FIRST = N_("“%(text)s”: tháng không có ngày %(number)s đang lấy ngày cuối tháng, có đúng không?")
UNPAIRED = N_("Trình %(submits)s lần, thực hiện %(executes)s lần: lần trình nào cho lần thực hiện nào?")
ONE_FOR_ALL = N_("Một lần trình cho %(executes)s lần thực hiện: đang xếp trình vào lần đầu, có đúng không?")


@dataclass(frozen=True, slots=True)
class Question:
    """A catalogue entry and what fills it."""

    message: str
    values: dict[str, object] = field(default_factory=dict)

    def said(self, text: str) -> str:
        return self.message % {**self.values, "text": text}


class Unclear(Exception):  # noqa: N818 - an answer, not a fault
    """No reading can be given; the question says why. Never leaves this package."""

    def __init__(self, message: str, **values: object) -> None:
        self.question = Question(message, values)
        super().__init__(message)
