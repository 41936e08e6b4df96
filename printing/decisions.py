"""What was decided about a late task, in the words of the minutes."""

from typing import Any

from planner.language import C_, N_, translate
from planner.sheets.titles import day_text

# The words of the summary, by kind; what is not known is a note.
LABELS = {
    "reminded": N_("Gửi văn bản đôn đốc"), "extended": C_("history", "Gia hạn"),
    "handed_over": C_("history", "Chuyển bộ phận"), "postponed": N_("Tạm hoãn"),
    "undated": C_("history", "Bỏ thời hạn"), "done": N_("Đã xong"), "dropped": N_("Hủy"),
    "refused": N_("Không duyệt đề nghị đổi thời gian"), "noted": N_("Ghi nhận"),
}  # fmt: skip
_TO_DAY = {"extended": N_("%(label)s đến ngày %(to)s"), "postponed": N_("%(label)s đến ngày %(to)s"),
           "done": N_("%(label)s ngày %(to)s")}  # fmt: skip
_TO_BOARD = N_("%(label)s: %(to)s")


def decided_text(one: dict[str, Any], language: str) -> str:
    """Gia hạn đến ngày 30/06/2026. Kỳ họp lùi."""
    kind = one["kind"] if one["kind"] in LABELS else "noted"
    label, said = translate(LABELS[kind], language), ""
    if one["to"] and kind in _TO_DAY:
        said = translate(_TO_DAY[kind], language, label=label, to=day_text(one["to"]))
    elif one["to"]:
        said = translate(_TO_BOARD, language, label=label, to=one["to"])
    said = said or label
    why = str(one["why"]).strip().rstrip(".")
    return f"{said}. {why}." if why else f"{said}."
