"""What only names a time that stands beside it: "báo cáo năm trước ngày 15/12", "trước 15/6 (6 tháng)",
"tuần 1 (05/10-10/10)"."""

from planner.period.marks import Mark
from planner.period.repeat import is_report
from planner.period.walk import Walk

_REPORTS = ("báo cáo", "bc", "sơ kết", "tổng kết")
_ENDS = ("before", "by")


def drop_labels(walk: Walk) -> None:
    _drop_lengths(walk.marks)
    _drop_weeks(walk.marks)
    _drop_reports(walk)


def _drop_lengths(marks: list[Mark]) -> None:
    """ "3 tháng (từ tháng 4 đến tháng 6)": how long it takes, then when; 6 and 9 months are reports."""
    if marks and is_report(marks[0]) and marks[0].count not in (6, 9) and len(marks) > 1 and marks[1].inside:
        del marks[0]
        marks[0].join = None
        for mark in marks:
            mark.inside = False


def _drop_weeks(marks: list[Mark]) -> None:
    """Leaves the days when a week that names no month only counts them; offices count their weeks in many ways."""
    for at in reversed(range(len(marks) - 1)):
        mark, after = marks[at], marks[at + 1]
        counts = mark.unit == "week" and mark.lacks_month and mark.weekday is None and not mark.prefix
        if counts and after.unit in ("day", "bare") and after.join == "next":
            after.join, after.inside = mark.join, False
            after.extra["week"] = 1
            if at + 2 < len(marks) and marks[at + 2].join == "range":
                marks[at + 2].inside = False
            del marks[at]


def _drop_reports(walk: Walk) -> None:
    """Leaves the deadline when a quarter, a half or a year only says what is due then."""
    marks, named = walk.marks, any(token.text in _REPORTS for token in walk.tokens)
    due = named or any(mark.prefix in _ENDS for mark in marks)
    for at in reversed(range(len(marks))):
        mark, after = marks[at], marks[at + 1] if at + 1 < len(marks) else None
        says = named or _is_bare_year(mark)  # "15/12 (năm)", "năm: 15/12" need no word for a report
        months = mark.unit == "months"  # "tháng 7 (sơ kết 6 tháng đầu năm)"
        quarter = mark.unit == "quarter" and not mark.part
        if not (due or says) or not (_is_label(mark) or (named and (months or quarter))):
            continue
        if after and after.join == "next" and _says_when(after, says):
            after.join, after.inside = mark.join, False
            del marks[at]
        elif mark.inside and at and (_is_date(marks[at - 1]) or (says and _is_whole_month(marks[at - 1]))):
            del marks[at]


def _says_when(mark: Mark, named: bool) -> bool:
    """Whether it is when a report is due: an end, or what stands in brackets or after a colon."""
    if _is_date(mark):
        return mark.prefix in _ENDS or (named and mark.inside)
    return named and mark.inside and mark.unit == "month" and bool(mark.number)


def _is_bare_year(mark: Mark) -> bool:
    return mark.unit == "every" and mark.count == 12 and "bare" in mark.extra


def _is_label(mark: Mark) -> bool:
    return is_report(mark) or _is_bare_year(mark)


def _is_whole_month(mark: Mark) -> bool:
    """ "Tháng 6 (sơ kết 6 tháng)": the month says when, the brackets what for."""
    return mark.unit == "month" and bool(mark.number) and not mark.part


def _is_date(mark: Mark) -> bool:
    return mark.unit == "day" and mark.month is not None
