"""Letters of before Unicode, and every encoding of a text: the same plan comes out of all of them."""

import unicodedata

import pytest
from documents import tabbed
from old_word import old_word

from planner.reading import PlanDraft, read_document
from planner.reading.formats.old_letters import from_tcvn3, from_vni, in_font, modern
from planner.reading.formats.syllables import is_syllable, likeness

ROWS = (
    ("STT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian"),
    ("1", "Tổ chức hội nghị tổng kết, ưu tiên giữ gìn kỷ cương", "Văn phòng", "Tháng 3"),
    ("2", "Giám sát, phản biện xã hội ở cơ sở", "Ban Dân chủ - Pháp luật", "Quý II"),
)
TEXT = tabbed(*ROWS)
MARKS = {"\u0300": "ø", "\u0301": "ù", "\u0303": "õ", "\u0309": "û", "\u0323": "ï"}
WITH_HAT = {"": "â", "\u0300": "à", "\u0301": "á", "\u0303": "ã", "\u0309": "å", "\u0323": "ä"}
WITH_BREVE = {"": "ê", "\u0300": "è", "\u0301": "é", "\u0303": "ü", "\u0309": "ú", "\u0323": "ë"}
ALONE = {"đ": "ñ", "ơ": "ô", "ư": "ö", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
LETTERS = [
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *MARKS)
]  # fmt: skip


def to_tcvn3(text: str) -> str:
    """By the standard's order of letters, capitals with a tone as small ones."""
    codes = dict(zip("ĂÂÊÔƠƯĐăâêôơưđ", range(0xA1, 0xAF), strict=True))
    codes |= dict(zip("àảãáạ", range(0xB5, 0xBA), strict=True)) | dict(zip("ằẳẵắ", range(0xBB, 0xBF), strict=True))
    codes |= dict(zip("ặầẩẫấậè", range(0xC6, 0xCD), strict=True)) | dict(
        zip("ẻẽéẹềểễếệìỉ", range(0xCE, 0xD9), strict=True)
    )
    codes |= dict(zip("ĩíịò", range(0xDC, 0xE0), strict=True)) | dict(
        zip("ỏõóọồổỗốộờởỡớợù", range(0xE1, 0xF0), strict=True)
    )
    codes |= dict(zip("ủũúụừửữứựỳỷỹýỵ", range(0xF1, 0xFF), strict=True))
    return "".join(chr(codes.get(sign, codes.get(sign.lower(), ord(sign)))) for sign in text)


def to_vni(text: str) -> str:
    return "".join(map(_to_vni, text))


def _to_vni(letter: str) -> str:
    if letter.lower() in ALONE:
        return ALONE[letter] if letter.islower() else ALONE[letter.lower()].upper()
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[:1], parts[1:]
    if "\u031b" in marks:  # the horn is a letter of its own
        base, marks = ("ô" if base.lower() == "o" else "ö"), marks.replace("\u031b", "")
    tone = marks.translate({0x302: None, 0x306: None})
    if base in "iI":
        return letter
    signs = WITH_HAT if "\u0302" in marks else WITH_BREVE if "\u0306" in marks else MARKS | {"": ""}
    return (base.upper() if letter.isupper() else base) + (signs[tone].upper() if letter.isupper() else signs[tone])


def to_windows(text: str) -> bytes:
    """Windows-1258: a letter with its hat or horn is one byte, the tone another one behind it."""
    parted = [unicodedata.normalize("NFD", letter) for letter in text]
    letters = ("".join(sign for sign in parts if sign not in MARKS) for parts in parted)
    tones = ("".join(sign for sign in parts if sign in MARKS) for parts in parted)
    return b"".join(
        (unicodedata.normalize("NFC", letter) + tone).encode("cp1258")
        for letter, tone in zip(letters, tones, strict=True)
    )


def said(plan: PlanDraft) -> list[tuple[str, str, str, str]]:
    return [(row.number, row.title, row.board, row.execute_text) for row in plan.rows]


BYTES = {
    "utf-8": TEXT.encode(),
    "utf-8 with mark": TEXT.encode("utf-8-sig"),
    "utf-8 taken apart": unicodedata.normalize("NFD", TEXT).encode(),
    "utf-16": TEXT.encode("utf-16"),
    "utf-16 big-endian": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "utf-16 without mark": TEXT.encode("utf-16-le"),
    "windows-1258": to_windows(TEXT),
    "tcvn3": to_tcvn3(TEXT).encode("latin-1"),
    "tcvn3 as utf-8": to_tcvn3(TEXT).encode(),
    "vni": to_vni(TEXT).encode("latin-1"),
    "vni as utf-16": to_vni(TEXT).encode("utf-16"),
}


@pytest.mark.parametrize("encoding", BYTES)
def test_a_text_in_any_encoding_gives_the_same_plan(encoding: str) -> None:
    plan = read_document(BYTES[encoding], "ke-hoach.txt")
    assert said(plan) == list(ROWS[1:])
    assert plan.title == "KẾ HOẠCH CÔNG TÁC NĂM 2026" or encoding.startswith("tcvn3")
    assert not [question for question in plan.questions if "phông chữ" in question]


@pytest.mark.parametrize("to_old", [to_tcvn3, to_vni])
def test_an_old_word_file_in_old_letters(to_old) -> None:  # type: ignore[no-untyped-def]
    rows = [[to_old(cell) for cell in row] for row in ROWS]
    plan = read_document(old_word([to_old("Kế hoạch công tác năm 2026")], rows), "a.doc")
    assert said(plan) == list(ROWS[1:])


def test_every_letter_has_its_place_in_both_codes() -> None:
    text = "".join(LETTERS) + "đ"
    assert from_tcvn3(to_tcvn3(text)) == text
    assert from_vni(to_vni(text)) == text
    assert from_vni(to_vni("ĐƯỜNG HƯỚNG CỦA ỦY BAN")) == "ĐƯỜNG HƯỚNG CỦA ỦY BAN"


def test_text_of_today_stays_word_for_word() -> None:
    for text in ("Kế hoạch 85 % «quý» ± 5°, café Zürich", "Quý IV", "Đà Nẵng – Huế", "", "plain"):
        assert modern([text, "Ủy ban Mặt trận Tổ quốc"]).texts[0] == text


def test_old_letters_among_text_of_today_are_changed_alone() -> None:
    texts = ["Nhiệm vụ trọng tâm", to_tcvn3("tổ chức hội nghị"), "Trình", "Thực hiện"]
    found = modern(texts)
    assert found.texts == ["Nhiệm vụ trọng tâm", "tổ chức hội nghị", "Trình", "Thực hiện"]


def test_what_is_only_likely_is_asked_about() -> None:
    broken = TEXT.replace("hội nghị", "hộxi nghxị").replace("giữ gìn", "gxiữ gxìn").replace("xã hội ở", "xxã hộxi xở")
    plan = read_document(to_tcvn3(broken).encode(), "a.txt")
    assert [question for question in plan.questions if "phông chữ cũ" in question]


@pytest.mark.parametrize(("typed", "found"), [("Ðơn vị", "Đơn vị"), ("công\xad tác", "công tác")])
def test_letters_that_only_look_right(typed: str, found: str) -> None:
    assert modern([typed]).texts == [found]


def test_text_that_says_an_old_font_and_is_unicode_stays() -> None:
    assert in_font("Của Mặt trận", ".VnTime") == "Của Mặt trận"
    assert in_font("Cña MÆt trËn", ".VnTime") == "Của Mặt trận"
    assert in_font("Cuûa Maët traän", "VNI-Times") == "Của Mặt trận"
    assert in_font("cña mÆt trËn", ".VnTimeH") == "CỦA MẶT TRẬN"


@pytest.mark.parametrize("word", ["nghiệp", "Quý", "khuỷu", "gìn", "ĐƯỜNG", "oà", "hòa", "hoà", "giữa", "yêu"])
def test_vietnamese_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["ho¹ch", "Keá", "hoaïch", "ñôn", "Zürich", "c«ng", "thöïc", "Thaùng"])
def test_what_is_none(word: str) -> None:
    assert not is_syllable(word)


def test_likeness_counts_only_words_with_marks() -> None:
    assert (likeness("plain text 12"), likeness("Kế hoạch plain"), likeness("Kế ho¹ch")) == (None, 1.0, 0.5)
