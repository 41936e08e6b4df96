"""How an office forms and words its papers: the forms of Front, Party and State, and its own words instead."""

from datetime import date

import pytest
from office import TODAY, Office
from sqlalchemy import select

from planner.errors import NotAllowed, Refusal
from planner.models import Change, Organisation
from planner.sheets.letterhead import LETTER, MINUTES, REPORT, code, letterhead, renumbered
from planner.wording import set_form


def formed(form: str, **wording: object) -> Organisation:
    return Organisation(
        name="Văn phòng Tỉnh ủy Mẫu", superior="", body="", symbol="VPTU", place="Mẫu", signer="CHÁNH VĂN PHÒNG",
        form=form, wording=wording,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("form", "wording", "report", "letter", "minutes"),
    [
        ("front", {}, "15/BC-VPTU", "15/VPTU", "15/BB-VPTU"),
        ("state", {}, "15/BC-VPTU", "15/VPTU", "15/BB-VPTU"),
        ("party", {}, "15-BC/VPTU", "15-CV/VPTU", "15-BB/VPTU"),
        ("front", {"numbered": "{số}-{ký hiệu}"}, "15-VPTU", "15/VPTU", "15-VPTU"),
        ("front", {"numbered_letter": "{số}/{loại}-{ký hiệu}-VP"}, "15/BC-VPTU", "15/VPTU-VP", "15/BB-VPTU"),
    ],
)
def test_numbers_follow_the_form_or_the_offices_own_pattern(
    form: str, wording: dict, report: str, letter: str, minutes: str
) -> None:
    office = formed(form, **wording)
    assert [code(15, kind, office) for kind in (REPORT, LETTER, MINUTES)] == [report, letter, minutes]


def test_a_party_body_signs_and_closes_its_lines_in_its_own_way() -> None:
    told = letterhead(formed("party"), "reminder")
    assert (told["head"], told["on_behalf"], told["ends"]) == ("party", "T/M %(body)s", [",", "."])
    assert [line["text"] for line in told["recipients"]] == [
        "Như trên", "%(speaker)s (để báo cáo)", "Lưu Văn phòng",
    ]  # fmt: skip


def test_a_board_is_named_among_the_recipients_of_its_own_report() -> None:
    texts = [line["text"] for line in letterhead(formed("front"), of_board=True)["recipients"]]
    assert "%(board)s" in texts and "Các ban, bộ phận tham mưu" not in texts


def test_what_the_office_words_itself_wins_over_its_form(office: Office) -> None:
    words = {
        "recipients": {"report": "Thường trực Tỉnh ủy\n\n  Lưu: VT  "}, "signature": "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        "signatory": "Họ Và Tên", "numbered": "{số}-{loại}/{ký hiệu}", "size": 13, "margins": [25, 20, 25, 35],
        "archive": True,
    }  # fmt: skip
    set_form(office.organisation, office.actor("admin"), TODAY, "state", words)
    told = letterhead(office.organisation)
    assert [line["text"] for line in told["recipients"]] == ["Thường trực Tỉnh ủy", "Lưu: VT"]
    assert (told["signature"], told["signatory"]) == (["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Họ Và Tên")
    assert (told["size"], told["margins"], told["archive"]) == (13, [25, 20, 25, 35], True)
    assert code(7, REPORT, office.organisation) == "07-BC/MTTQ-BTT"
    assert [line["own"] for line in letterhead(office.organisation, "reminder")["recipients"]] == [False] * 3


def test_a_change_of_form_is_written_down_once(office: Office) -> None:
    for _ in range(2):
        set_form(office.organisation, office.actor("admin"), TODAY, "party", {"size": 13})
    office.session.flush()
    (line,) = office.session.scalars(select(Change).where(Change.verb == "letter_form"))
    assert line.before == {"form": "front", "wording": {}}
    assert line.after == {"form": "party", "wording": {"size": 13}}


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"numbered": "{loại}-{ký hiệu}"}, "phải có {số}"),
        ({"numbered_letter": "{số}/{năm}"}, "ngoài ra chỉ dùng"),
        ({"size": 16}, "13 hoặc 14"),
        ({"margins": [20, 15, 20, 10]}, "trái từ 30 đến 35 mm"),
        ({"recipients": {"report": "a" * 201}}, "tối đa"),
        ({"signature": "x\n" * 21}, "tối đa"),
    ],
)
def test_what_no_paper_may_have_is_refused(office: Office, own: dict, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        set_form(office.organisation, office.actor("admin"), TODAY, "front", own)
    assert office.organisation.wording == {}


def test_only_administrators_choose_the_form(office: Office) -> None:
    with pytest.raises(NotAllowed):
        set_form(office.organisation, office.actor("secretariat"), TODAY, "party", {})
    with pytest.raises(Refusal, match="Không có thể thức"):
        set_form(office.organisation, office.actor("admin"), TODAY, "poem", {})


def test_a_paper_that_waited_gets_its_number_and_day_and_nothing_else(office: Office) -> None:
    data = {"kind": "minutes", "code": "……/BB-MTTQ-BTT", "issued_on": "2026-05-11", "items": []}
    given = renumbered(data, office.organisation, 8, date(2026, 5, 12))
    assert given == {**data, "code": "08/BB-MTTQ-BTT", "issued_on": "2026-05-12"}
