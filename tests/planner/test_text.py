"""The boundary: what comes in is normalised once."""

import unicodedata

from planner.text import clean, fold, line, name_key


def test_clean_gives_nfc_without_control_characters() -> None:
    assert clean(unicodedata.normalize("NFD", "Kế hoạch\x00\x07\u200b \r\nthứ hai")) == "Kế hoạch \nthứ hai"
    assert line("a\u00a0 b\n\tc\u202e") == "a b c"
    assert clean("\ud800x").encode()


def test_spellings_of_one_name_have_one_key() -> None:
    keys = {name_key(n) for n in (
        "Ban Dân chủ - Pháp luật", "Ban Dân chủ- Pháp luật", "BAN\n\nDÂN CHỦ – PHÁP LUẬT", "Ban Dân chủ Pháp luật"
    )}  # fmt: skip
    assert len(keys) == 1
    assert name_key("Uỷ ban") == name_key("Ủy ban")
    assert name_key("Ban Dân chủ") != name_key("Ban Dân chu")
    assert name_key("Quý") == name_key("quý")


def test_fold_forgets_accents_and_d() -> None:
    assert fold("Kế hoạch Giám sát ĐẠI đoàn kết") == "ke hoach giam sat dai doan ket"
