"""How bodies of the Front, the Party and the State form their papers: blocks and wording as data, not as code.

Front and State: Decree 30/2020/NĐ-CP, appendix I. Party: the rules of its own offices on the form of its papers.
"""

from dataclasses import dataclass, field

from planner.language import N_

NUMBER, TYPE, SYMBOL = "{số}", "{loại}", "{ký hiệu}"
BOARD = "{bộ phận}"


@dataclass(frozen=True)
class Form:
    """One way of forming papers; an organisation chooses one and may word parts of it in its own way.

    `head` names the block at the top; `numbered` and `numbered_letter` are patterns; `ends` closes each line of the
    recipients but the last, and the last. Margins are top, right, bottom, left in millimetres, `size` is in points.
    """

    label: str
    head: str = "state"
    said_number: str = N_("Số: %(code)s")
    numbered: str = f"{NUMBER}/{TYPE}-{SYMBOL}"
    numbered_letter: str = f"{NUMBER}/{SYMBOL}"
    letter_type: str = ""
    on_behalf: str = N_("TM. %(body)s")
    ends: tuple[str, str] = (";", ".")
    kept: str = N_("Lưu: VT, VP")
    margins: tuple[int, int, int, int] = (20, 15, 20, 30)
    size: int = 14
    recipients: dict[str, tuple[str, ...]] = field(default_factory=dict)


# To whom each kind of paper goes, besides the office's own files.
RECIPIENTS = {
    "report": (N_("%(speaker)s (để báo cáo)"), N_("Các ban, bộ phận tham mưu")),
    "report_of_board": (N_("%(speaker)s (để báo cáo)"), N_("%(board)s")),
    "reminder": (N_("Như trên"), N_("%(speaker)s (để báo cáo)")),
    "minutes": (N_("%(speaker)s (để báo cáo)"), N_("Các ban, bộ phận tham mưu"), N_("Thành phần dự họp")),
}
FORMS = {
    "front": Form(N_("Mặt trận, đoàn thể")),
    "party": Form(
        N_("Cơ quan Đảng"), head="party", said_number=N_("Số %(code)s"), numbered=f"{NUMBER}-{TYPE}/{SYMBOL}",
        numbered_letter=f"{NUMBER}-{TYPE}/{SYMBOL}", letter_type="CV", on_behalf=N_("T/M %(body)s"), ends=(",", "."),
        kept=N_("Lưu Văn phòng"),
    ),
    "state": Form(N_("Cơ quan nhà nước"), kept=N_("Lưu: VT")),
}  # fmt: skip
DEFAULT = "front"
SIZES = (13, 14)
# Top, right, bottom, left, in millimetres, both ends included (Decree 30/2020/NĐ-CP, appendix I, part I).
MARGINS = ((20, 25), (15, 20), (20, 25), (30, 35))


def form_of(name: str | None) -> Form:
    """The form by its name; what is not known any more is formed as the Front's."""
    return FORMS.get(name or DEFAULT, FORMS[DEFAULT])


def group_of(kind: str) -> str:
    """The kinds of papers whose recipients are worded together."""
    return kind if kind in ("reminder", "minutes") else "report"
