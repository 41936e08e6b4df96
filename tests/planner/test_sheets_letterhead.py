"""Who writes, and how a letter is numbered and calls things."""

import pytest

from planner.models import Organisation
from planner.sheets.letterhead import LETTER, REPORT, code, letterhead
from planner.sheets.plans import type_of
from planner.sheets.titles import title_of


def office(**changes: str) -> Organisation:
    wording = {"name": "Ủy ban MTTQ xã Mẫu", "superior": "", "body": "BAN THƯỜNG TRỰC", "symbol": "MTTQ-BTT"}
    return Organisation(**{"place": "Mẫu", "signer": "CHỦ TỊCH", **wording, **changes})


@pytest.mark.parametrize(
    ("number", "kind", "symbol", "said"),
    [
        (15, REPORT, "MTTQ-BTT", "15/BC-MTTQ-BTT"),
        (7, REPORT, "MTTQ-BTT", "07/BC-MTTQ-BTT"),
        (16, LETTER, "MTTQ-BTT", "16/MTTQ-BTT"),
        (120, LETTER, "", "120/"),
        (0, REPORT, "MTTQ-BTT", "……/BC-MTTQ-BTT"),
    ],
)
def test_a_number_has_two_digits_and_the_office_symbol(number: int, kind: str, symbol: str, said: str) -> None:
    assert code(number, kind, office(symbol=symbol)) == said


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ủy ban MTTQ xã Mẫu", ["Ủy ban MTTQ xã Mẫu"]),
        ("Ủy ban MTTQ Việt Nam tỉnh Tuyên Quang", ["Ủy ban MTTQ Việt Nam", "tỉnh Tuyên Quang"]),
        ("Ủy ban MTTQ Việt Nam thành phố Mẫu", ["Ủy ban MTTQ Việt Nam", "thành phố Mẫu"]),
        ("Hội đồng phối hợp công tác dân vận", ["Hội đồng phối hợp", "công tác dân vận"]),
        ("A" * 40, ["A" * 40]),
    ],
)
def test_a_long_name_breaks_before_the_units_own_name(name: str, lines: list[str]) -> None:
    assert letterhead(office(name=name))["issuer"] == [*lines, "BAN THƯỜNG TRỰC"]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("BAN THƯỜNG TRỰC", "Ban Thường trực"),
        ("Ban Thường trực", "Ban Thường trực"),
        ("VĂN PHÒNG", "Văn phòng"),
        ("", "Ủy ban MTTQ xã Mẫu"),
    ],
)
def test_a_sentence_calls_the_body_without_capitals(body: str, speaker: str) -> None:
    assert letterhead(office(body=body))["speaker"] == speaker


def test_a_signer_may_sign_for_another() -> None:
    assert letterhead(office(signer="KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"))["signer"] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert letterhead(office(signer="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"))["signer"] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]


@pytest.mark.parametrize(
    ("number", "type"),
    [
        ("10/CTr-MTTQ", "Chương trình"), ("402-CTr/TU", "Chương trình"), ("12/KH-MTTQ-BTT", "Kế hoạch"),
        ("12/NQ-ĐCT", "Nghị quyết"), ("15/MTTQ-BTT", "Văn bản"), ("", "Văn bản"),
    ],
)  # fmt: skip
def test_the_symbol_says_what_a_document_is(number: str, type: str) -> None:
    assert type_of(number) == type


def test_titles_have_no_leading_zero_in_the_month() -> None:
    assert title_of({"kind": "digest", "board": None, "month": "2026-05"}).endswith("tháng 5/2026")
