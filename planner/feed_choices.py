"""What a subscriber chooses for a feed: which milestones, in which form, which alarms, with or without what is done."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.errors import Refusal
from planner.language import N_

SCOPES = ("person", "all", "tree", "board", "cooperating", "days")
OF_A_BOARD = ("board", "cooperating")
MILESTONES = ("both", "submit", "execute")
FORMS = ("deadlines", "periods", "todos")
ALARM_DAYS = (7, 3, 1, 0)
USUAL_ALARMS = (7, 1)

SCOPE_LABELS = {
    "person": N_("Việc của tôi"),
    "all": N_("Toàn cơ quan"),
    "tree": N_("Cơ quan và các cấp dưới"),
    "board": N_("Một bộ phận"),
    "cooperating": N_("Việc phối hợp"),
    "days": N_("Ngày nghỉ, ngày truyền thống"),
}
MILESTONE_LABELS = {
    "both": N_("Trình và thực hiện"),
    "submit": N_("Chỉ mốc trình"),
    "execute": N_("Chỉ mốc thực hiện"),
}
FORM_LABELS = {
    "deadlines": N_("Ngày hạn: mỗi mốc một ngày"),
    "periods": N_("Khoảng thời gian: từ ngày đầu đến ngày cuối"),
    "todos": N_("Việc cần làm: cho chương trình có danh sách việc"),
}
WRONG = N_("Lựa chọn của lịch không hợp lệ, đề nghị chọn lại.")


@dataclass(frozen=True, slots=True)
class Choices:
    """`alarms` are days before the deadline, the furthest first; none of them means that nothing rings."""

    milestones: str = "both"
    form: str = "deadlines"
    alarms: tuple[int, ...] = USUAL_ALARMS
    with_done: bool = True

    def __post_init__(self) -> None:
        """Refuses what is not on the lists."""
        known = self.milestones in MILESTONES and self.form in FORMS and set(self.alarms) <= set(ALARM_DAYS)
        if not known or list(self.alarms) != sorted(set(self.alarms), reverse=True):
            raise Refusal(WRONG)

    def key(self, scope_key: str) -> str:
        """One spelling for each content: the scope and what differs from the usual, always in the same order."""
        parts = [scope_key, *(word for word in (self.milestones, self.form) if word not in ("both", "deadlines"))]
        if self.alarms != USUAL_ALARMS:
            parts.append("alarms=" + alarms_text(self.alarms))
        return ";".join(parts if self.with_done else [*parts, "undone"])


USUAL = Choices()


def alarms_text(days: Iterable[int]) -> str:
    """Days before the deadline as they are stored: the furthest first, each once."""
    return ",".join(str(day) for day in sorted(set(days), reverse=True))


def alarms_of(text: str) -> tuple[int, ...]:
    """The days of a stored text."""
    return tuple(int(day) for day in text.split(",") if day)
