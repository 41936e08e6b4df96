"""The history of an office's administration in words: what was done, and to whom or what."""

from collections.abc import Callable
from datetime import date
from typing import Any

from planner.language import C_, N_
from planner.mail_choices import CHOICES
from planner.models import Change
from webapp import history
from webapp.admin.reporting import NAMES as REPORTS
from webapp.dates import day_text
from webapp.language import NAMES, say
from webapp.reports.periods import LABELS
from webapp.roles import ROLE_LABELS

VERBS = {
    "found": N_("Lập cơ quan"),
    "letterhead": N_("Sửa thông tin cơ quan"),
    "letter_form": N_("Sửa thể thức văn bản"),
    "place_under": N_("Đặt cơ quan cấp trên"),
    "add_board": C_("history", "Thêm bộ phận"),
    "rename_board": N_("Đổi tên bộ phận"),
    "add_alias": N_("Thêm tên gọi khác của bộ phận"),
    "merge_board": N_("Gộp bộ phận"),
    "link_name": history.VERBS["link_name"],
    "unlink_name": history.VERBS["unlink_name"],
    "give_role": C_("history", "Giao vai trò"),
    "take_role": N_("Bỏ vai trò"),
    "invite": C_("history", "Gửi lời mời"),
    "disable_person": C_("history", "Khóa tài khoản"),
    "enable_person": C_("history", "Mở lại tài khoản"),
    "end_sign_ins": N_("Kết thúc phiên đăng nhập"),
    "set_password": C_("history", "Đặt mật khẩu"),
    "ask_reset": N_("Yêu cầu đặt lại mật khẩu"),
    "choose_mail": N_("Chọn cách nhận thư báo việc"),
    "choose_digests": N_("Chọn nhận báo cáo qua thư"),
    "choose_language": N_("Chọn ngôn ngữ"),
    "make_feed": C_("history", "Tạo địa chỉ lịch"),
    "revoke_feed": N_("Thu hồi địa chỉ lịch"),
    "correct_day": N_("Sửa bảng ngày nghỉ"),
    "add_office_day": N_("Thêm ngày của cơ quan"),
    "remove_office_day": N_("Bỏ ngày của cơ quan"),
    "set_term": N_("Đặt nhiệm kỳ"),
    "set_month_end": N_("Đặt ngày kết thúc tháng"),
    "set_report": N_("Đặt kỳ báo cáo"),
    "drop_report": N_("Tắt kỳ báo cáo"),
    "choose_waiting": N_("Chọn văn bản chờ duyệt trước khi gửi"),
    "try_mail_again": N_("Gửi lại thư"),
}
YES, NO = N_("có"), N_("không")
LAST_DAY = N_("cuối tháng dương lịch")
OFF, WORKING = N_("ngày nghỉ"), N_("ngày làm việc")


def headline(change: Change) -> str:
    """What was done."""
    return say(VERBS[change.verb])


def details(change: Change) -> list[str]:
    """Its facts, each once; what was otherwise before stands before an arrow."""
    found = [say(REPORTS[nth])] if (nth := _report(change)) in REPORTS else []
    for key, worded in FACTS.items():
        if key == "person" and change.after.get(key) == change.actor_name:
            continue  # about oneself, by oneself or by one's own mail
        old, new = (worded(of[key]) if of.get(key) is not None else "" for of in (change.before, change.after))
        found.append(f"{old} → {new}" if old and new and old != new else new or old)
    return [one for one in found if one]


def _report(change: Change) -> tuple[Any, Any]:
    facts = change.after or change.before
    return facts.get("kind"), facts.get("nth")


def _month_end(value: Any) -> str:
    return str(value) if value else say(LAST_DAY)


def _until(value: Any) -> str:
    return say(N_("chốt số liệu %(day)s"), day=value)


def _before(value: Any) -> str:
    return say(N_("nộp trước ngày %(day)s"), day=value)


def _kinds(value: Any) -> str:
    return ", ".join(say(LABELS.get(kind, kind)) for kind in value)


def _choice(value: Any) -> str:
    if isinstance(value, bool):
        return say(YES if value else NO)
    return say(CHOICES[value]) if value in CHOICES else NAMES.get(value, str(value))


def _role(value: Any) -> str:
    return say(ROLE_LABELS.get(value, value))


def _day(value: Any) -> str:
    try:
        return day_text(date.fromisoformat(value))
    except ValueError:
        return str(value)  # an office's own day: 18/11


def _is_off(value: Any) -> str:
    return say(OFF if value else WORKING)


FACTS: dict[str, Callable[[Any], str]] = {
    "person": str, "role": _role, "alias": str, "board": str, "name": str, "day": _day, "is_off": _is_off,
    "feed": str, "choice": _choice, "first": str, "last": str, "month_ends_on": _month_end, "recipients": ", ".join,
    "until": _until, "before": _before, "superior": str, "kinds": _kinds,
}  # fmt: skip
