"""How a concern is said in a mail: a sentence for a line of history, in the person's language."""

from datetime import date
from typing import Any

from planner.clock import ZONE
from planner.language import N_, translate
from planner.models import Change, Concern
from planner.models.milestone import LABELS
from planner.text import line

LONGEST_TITLE = 70
LONGEST_COMMENT = 300
REASON = N_("Lý do: %(reason)s")
OF_ITSELF = N_("Hệ thống")
BY_COMMAND = N_("Lệnh quản trị trên máy chủ")
SENTENCES = {
    "drafting": N_("%(who)s bắt đầu tham mưu."),
    "submitted": N_("%(who)s trình văn bản số %(paper)s ngày %(day)s."),
    "executing": N_("%(who)s bắt đầu thực hiện."),
    "completed": N_("%(who)s báo cáo hoàn thành nhiệm vụ."),
    "awaiting": N_("%(who)s trình văn bản số %(paper)s ngày %(day)s, chờ phê duyệt."),
    "returned": N_("%(who)s trả lại văn bản trình."),
    "approved": N_("%(who)s đã phê duyệt."),
    "arisen": N_("%(who)s thêm việc phát sinh."),
    "assigned": N_("%(who)s phân công đồng chí phụ trách."),
    "unassigned": N_("%(who)s điều chỉnh phân công; đồng chí không còn phụ trách nhiệm vụ này."),
    "moved": N_("%(who)s điều chỉnh thời gian %(milestone)s: %(old)s → %(new)s."),
    "time_asked": N_("%(who)s đề nghị đổi thời gian %(milestone)s: %(old)s → %(new)s."),
    "time_refused": N_("%(who)s không duyệt đề nghị đổi thời gian %(milestone)s sang %(new)s."),
    "time_granted": N_("%(who)s duyệt đề nghị đổi thời gian %(milestone)s: %(old)s → %(new)s."),
    "time_waits_again": N_(
        "%(who)s rút lại quyết định về đề nghị đổi thời gian %(milestone)s: %(old)s → %(new)s; đề nghị lại chờ duyệt."
    ),
    "handed_over": N_("%(who)s chuyển nhiệm vụ từ %(old_board)s sang %(new_board)s."),
    "postponed": N_("%(who)s tạm hoãn nhiệm vụ."),
    "resumed": N_("%(who)s cho tiếp tục thực hiện nhiệm vụ."),
    "cancelled": N_("%(who)s hủy nhiệm vụ."),
    "restored": N_("%(who)s khôi phục nhiệm vụ."),
    "reopened": N_("%(who)s mở lại nhiệm vụ đã hoàn thành."),
    "noted": N_("%(who)s ghi ý kiến: %(note)s"),
    "mentioned": N_("%(who)s nhắc đến đồng chí: %(said)s"),
    "commented": N_("%(who)s trao đổi: %(said)s"),
    "attached": N_("%(who)s đính kèm: %(files)s."),
    "cooperates": N_("%(who)s giao %(cooperator)s phối hợp thực hiện."),
    "cooperates_no_more": N_("%(who)s cho %(cooperator)s thôi phối hợp."),
    "reminded": N_("Phiếu nhắc việc số %(letter)s nhắc nhiệm vụ này."),
}
SUBJECTS = {
    "drafting": N_("Bắt đầu tham mưu: %(title)s"),
    "submitted": N_("Đã trình: %(title)s"),
    "executing": N_("Bắt đầu thực hiện: %(title)s"),
    "completed": N_("Hoàn thành: %(title)s"),
    "awaiting": N_("Chờ phê duyệt: %(title)s"),
    "returned": N_("Văn bản bị trả lại: %(title)s"),
    "approved": N_("Đã phê duyệt: %(title)s"),
    "arisen": N_("Việc phát sinh: %(title)s"),
    "assigned": N_("Phân công phụ trách: %(title)s"),
    "unassigned": N_("Điều chỉnh phân công: %(title)s"),
    "moved": N_("Điều chỉnh thời gian: %(title)s"),
    "time_asked": N_("Đề nghị đổi thời gian: %(title)s"),
    "time_refused": N_("Không duyệt đề nghị đổi thời gian: %(title)s"),
    "time_granted": N_("Đã duyệt đề nghị đổi thời gian: %(title)s"),
    "time_waits_again": N_("Đề nghị đổi thời gian lại chờ duyệt: %(title)s"),
    "handed_over": N_("Chuyển bộ phận: %(title)s"),
    "postponed": N_("Tạm hoãn: %(title)s"),
    "resumed": N_("Tiếp tục thực hiện: %(title)s"),
    "cancelled": N_("Hủy nhiệm vụ: %(title)s"),
    "restored": N_("Khôi phục nhiệm vụ: %(title)s"),
    "reopened": N_("Mở lại nhiệm vụ: %(title)s"),
    "noted": N_("Ý kiến về nhiệm vụ: %(title)s"),
    "mentioned": N_("Đồng chí được nhắc đến: %(title)s"),
    "commented": N_("Trao đổi: %(title)s"),
    "attached": N_("Tệp đính kèm: %(title)s"),
    "cooperates": N_("Phối hợp thực hiện: %(title)s"),
    "cooperates_no_more": N_("Thôi phối hợp: %(title)s"),
    "reminded": N_("Nhắc việc: %(title)s"),
}


def subject_of(concern: Concern, language: str) -> str:
    """The subject of a mail that tells of one concern; a long title is cut at a word."""
    title = concern.task.title
    if len(title) > LONGEST_TITLE:
        title = title[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    return translate(SUBJECTS[concern.why], language, title=title)


def line_of(concern: Concern, language: str) -> str:
    """When, who, what and why, such as “11/05 08:30: Văn phòng tạm hoãn nhiệm vụ. Lý do: …” (Asia/Ho_Chi_Minh)."""
    return f"{concern.at.astimezone(ZONE):%d/%m %H:%M}: {sentence_of(concern, language)}"


def sentence_of(concern: Concern, language: str) -> str:
    """Who, what and why."""
    said = translate(SENTENCES[concern.why], language, **_facts(concern, language))
    reason = concern.change.reason if concern.change else ""
    if reason and concern.why != "noted":
        said += " " + translate(REASON, language, reason=reason)
    return said


def _facts(concern: Concern, language: str) -> dict[str, str]:
    change = concern.change
    if change is None:
        return {"letter": concern.document.data["code"] if concern.document else ""}
    before, after = change.before, change.after
    milestone = after.get("milestone") or after.get("asked_milestone")
    return {
        "who": _who(change, language), "paper": _text(after, "paper_number"), "day": _day(after.get("submitted_on")),
        "milestone": translate(LABELS[milestone], language) if milestone in LABELS else "…",
        "old": before.get("text") or "…", "new": after.get("text") or "…",
        "old_board": _text(before, "board"), "new_board": _text(after, "board"),
        "cooperator": _text(after, "cooperator") if "cooperator" in after else _text(before, "cooperator"),
        "letter": _text(after, "document"), "note": change.reason, "said": _said(concern),
        "files": ", ".join(after.get("files", ())),
    }  # fmt: skip


def _said(concern: Concern) -> str:
    """The words of a comment in one line; a long one is cut at a word."""
    text = line(concern.comment.text) if concern.comment else "…"
    return text if len(text) <= LONGEST_COMMENT else text[:LONGEST_COMMENT].rsplit(" ", 1)[0] + " …"


def _who(change: Change, language: str) -> str:
    others = {"flow": OF_ITSELF, "command": BY_COMMAND}
    known = others.get(change.actor_kind)
    return translate(known, language) if known else change.actor_name


def _text(facts: dict[str, Any], key: str) -> str:
    return str(facts.get(key) or "…")


def _day(value: str | None) -> str:
    return f"{date.fromisoformat(value):%d/%m/%Y}" if value else "…"
