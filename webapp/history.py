"""The history of a task in words: what a line of `Change` says to a reader."""

from datetime import date

from planner.language import C_, N_, Word
from planner.models import Change
from planner.moves import MOVES, STATE_LABELS
from webapp.dates import day_text
from webapp.language import say

VERBS = {move.name: move.label for move in MOVES} | {
    "import": N_("Nhập từ văn bản kế hoạch"),
    "arise": C_("history", "Thêm việc phát sinh"),
    "move_month": N_("Điều chỉnh thời gian"),
    "extend": C_("history", "Gia hạn"),
    "undate": C_("history", "Bỏ thời hạn"),
    "ask_time": C_("history", "Đề nghị đổi thời gian"),
    "refuse_time": N_("Không duyệt đề nghị đổi thời gian"),
    "withdraw_time": N_("Rút đề nghị đổi thời gian"),
    "recompute": N_("Tính lại hạn theo ngày nghỉ"),
    "hand_over": C_("history", "Chuyển bộ phận"),
    "merge_board": N_("Gộp bộ phận"),
    "assign": C_("history", "Phân công"),
    "cooperate": C_("history", "Thêm bộ phận phối hợp"),
    "end_cooperation": N_("Thôi phối hợp"),
    "link_name": N_("Liên kết cơ quan phối hợp với bộ phận"),
    "unlink_name": N_("Bỏ liên kết cơ quan phối hợp với bộ phận"),
    "revise": N_("Theo văn bản ban hành lại"),
    "revise_period": N_("Đổi thời gian theo văn bản ban hành lại"),
    "remind": N_("Gửi phiếu nhắc việc"),
    "note": N_("Ý kiến"),
    "undo": N_("Hoàn tác"),
    "take_back_period": N_("Rút lại điều chỉnh thời gian"),
    "reconsider_time": N_("Xem xét lại đề nghị đổi thời gian"),
    "take_back_note": N_("Rút lại ý kiến"),
    "comment": N_("Trao đổi"),
    "edit_comment": C_("history", "Sửa nội dung trao đổi"),
    "remove_comment": C_("history", "Xóa nội dung trao đổi"),
    "attach": N_("Đính kèm tệp"),
    "attach_to_move": N_("Đính kèm tệp"),
    "detach": C_("history", "Gỡ tệp đính kèm"),
}
WORDS = {
    "number": N_("Số thứ tự"),
    "section": N_("Mục"),
    "title": N_("Nội dung công việc"),
    "board": N_("Bộ phận tham mưu"),
    "cooperating": N_("Phối hợp"),
    "submit": N_("Trình"),
    "execute": N_("Thực hiện"),
    "extras": N_("Sản phẩm, ghi chú"),
}
MILESTONES = {"submit": N_("Trình"), "execute": N_("Thực hiện")}
AUTOMATIC = N_("Tự động")
FLOWS = {"roll_over": N_("Tự động theo kế hoạch")}


def headline(change: Change) -> str:
    """What was done: the verb's own words, with the states that it led between."""
    label = say(VERBS.get(change.verb, change.verb))
    source, target = change.before.get("state"), change.after.get("state")
    if source in STATE_LABELS and target in STATE_LABELS:
        return f"{label}: {say(STATE_LABELS[source])} → {say(STATE_LABELS[target])}"
    return label


def who(change: Change) -> str:
    """Who did it, in words: a flow and the command line have names of their own only for machines."""
    if change.actor_kind == "command":
        return say(N_("Lệnh quản trị trên máy chủ"))
    if change.actor_kind == "mail":
        return say(N_("Qua địa chỉ trong thư gửi %(name)s"), name=change.actor_name)
    if change.actor_kind == "anybody":
        return say(N_("Qua trang quên mật khẩu"))
    if change.actor_kind == "flow":
        return say(FLOWS.get(change.actor_name, AUTOMATIC))
    return change.actor_name


def details(change: Change) -> list[str]:
    """The facts of a line: the paper, the result, the days, the board, the person."""
    found = [_period(change), _request(change), _pair(change, "board", N_("Bộ phận"))]
    found += [_assignee(change), _cooperation(change)]
    before, after = change.before, change.after
    if after.get("paper_number"):
        found.append(
            say(
                N_("Văn bản số %(number)s, ngày %(day)s"), number=after["paper_number"], day=_day(after, "submitted_on")
            )
        )
    elif before.get("paper_number"):
        found.append(say(N_("Văn bản trước đó: %(number)s"), number=before["paper_number"]))
    if after.get("result"):
        found.append(say(N_("Kết quả: %(result)s (ngày %(day)s)"), result=after["result"], day=_day(after, "done_on")))
    if change.verb == "remind":
        found.append(say(N_("Văn bản số %(number)s, ngày %(day)s"), number=after["document"], day=day_text(change.on)))
    if after.get("until"):
        found.append(say(N_("Tiếp tục từ ngày %(day)s"), day=_day(after, "until")))
    found.append(", ".join(after.get("files") or before.get("files") or ()))
    return [line for line in [*found, *_words(change)] if line]


def _words(change: Change) -> list[str]:
    """What the plan's new document says otherwise of the row, field by field."""
    old, new = change.before.get("words") or {}, change.after.get("words") or {}
    return [f"{say(WORDS[name])}: {old.get(name) or '…'} → {new[name] or '…'}" for name in WORDS if name in new]


def _day(facts: dict[str, str], key: str) -> str:
    value = facts.get(key)
    return day_text(date.fromisoformat(value)) if value else "…"


def _pair(change: Change, key: str, label: str) -> str:
    if key not in change.after:
        return ""
    return f"{say(label)}: {change.before.get(key) or '…'} → {change.after.get(key) or '…'}"


def _assignee(change: Change) -> str:
    return _pair(change, "assignee", N_("Người phụ trách"))


def _cooperation(change: Change) -> str:
    """The board that co-operates, or no longer does; beside the document's name for it where that was linked."""
    board = change.after.get("cooperator") or change.before.get("cooperator")
    name = change.before.get("name") or change.after.get("name")
    if not board:
        return ""
    return f"{name} = {board}" if name and name != board else say(N_("Phối hợp: %(names)s"), names=board)


def _request(change: Change) -> str:
    """The time that was asked for, or whose asking brought it."""
    after = change.after
    if kind := after.get("asked_milestone"):
        return f"{say(MILESTONES[kind])}: {change.before.get('text') or '…'} → {after['text']}"
    return say(N_("Theo đề nghị của %(name)s"), name=after["asked_by"]) if after.get("asked_by") else ""


def _period(change: Change) -> str:
    kind = change.after.get("milestone")
    if kind not in MILESTONES:
        return ""
    old, new = change.before.get("text") or "…", change.after.get("text") or "…"
    return say(
        N_("%(milestone)s: %(old)s → %(new)s (hạn %(deadline)s)"),
        milestone=Word(MILESTONES[kind]), old=old, new=new, deadline=_day(change.after, "deadline"),
    )  # fmt: skip
