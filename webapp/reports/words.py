"""What the pages of papers say: a line of their history, and the figures of one at a glance."""

from planner.language import C_, N_
from planner.models import Change, Document
from webapp.language import say

VERBS = {
    "draft": N_("Lập dự thảo"),
    "issue": C_("history", "Ban hành"),
    "release": C_("history", "Ban hành"),
    "refresh": C_("history", "Cập nhật số liệu"),
    "remark": N_("Sửa phần nhận xét, kiến nghị"),
    "drop": C_("history", "Bỏ dự thảo"),
    "take_up": N_("Lập lại dự thảo"),
    "replace": C_("history", "Lập bản thay thế"),
}
NUMBERED = N_("%(label)s, số %(code)s")
OF_REPORT = N_(
    "%(count)s nhiệm vụ: %(done)s hoàn thành, %(in_term)s đang thực hiện trong hạn, %(overdue)s quá hạn, "
    "%(other)s còn lại (chưa đến hạn, chưa có thời hạn, tạm hoãn hoặc hủy)."
)
OF_MINUTES = N_("%(count)s nhiệm vụ quá hạn, %(undecided)s nhiệm vụ chưa có quyết định.")
OF_ANNEX = N_("%(count)s nhiệm vụ, %(done)s hoàn thành.")
OF_REMINDER = N_("%(count)s nhiệm vụ được nhắc.")


def headline(line: Change) -> str:
    """What was done to a paper, with its number where it got one."""
    label = say(VERBS.get(line.verb, line.verb))
    code = line.after.get("document")
    return say(NUMBERED, label=label, code=code) if code else label


def summary(document: Document) -> str:
    """The figures of a paper in one sentence."""
    data = document.data
    if document.kind == "reminder":
        return say(OF_REMINDER, count=len(data["items"]))
    if document.kind == "minutes":
        return say(OF_MINUTES, count=len(data["items"]), undecided=data["undecided"])
    counts = data["counts"]
    in_term = counts["in_term"] + counts["due_soon"]
    other = counts["total"] - counts["done"] - in_term - counts["overdue"]
    sentence = OF_ANNEX if document.kind == "annex" else OF_REPORT
    return say(
        sentence, count=counts["total"], done=counts["done"], in_term=in_term, overdue=counts["overdue"], other=other
    )
