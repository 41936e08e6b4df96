"""Which passwords are taken, and which are right."""

import unicodedata

import pytest

from planner import passwords
from planner.errors import Refusal

ABOUT = ("truongban.pt@mau.invalid", "Trưởng Ban Phong trào", "Ủy ban MTTQ Việt Nam tỉnh Mẫu")


@pytest.mark.parametrize(
    "password",
    [
        "ngắn", "123456789012", "password1234", "qwertyuiop123", "1q2w3e4r5t6y", "aaaaaaaaaaaaaaa", "matkhau12345678",
        "Mật khẩu 2026!", "mattranmattran", "Vanphong2026!", "uybanmttqtinhmau", "truongban.pt1", "Bảng Việc 2026",
        "Trưởng Ban Phong trào", "x" * 257,
    ],
)  # fmt: skip
def test_what_is_short_or_guessed_is_refused(password: str) -> None:
    with pytest.raises(Refusal):
        passwords.make(password, *ABOUT)


@pytest.mark.parametrize(
    "password",
    ["giấy trắng mực đen", "tháng năm này trời đẹp", "Xk9#mQ2!vLp7", "  ba dấu cách  ", "🌾 đồng lúa chín " * 9],
)
def test_a_sentence_of_any_characters_is_taken_as_it_is(password: str) -> None:
    stored = passwords.make(password, *ABOUT)
    assert passwords.matches(stored, password)
    assert not passwords.matches(stored, password.strip() + "!")
    assert not passwords.matches(stored, password.upper())


def test_both_ways_in_which_keyboards_spell_an_accent_are_right() -> None:
    decomposed = unicodedata.normalize("NFD", "giấy trắng mực đen")
    assert passwords.matches(passwords.make("giấy trắng mực đen"), decomposed)
    assert passwords.matches(passwords.make(decomposed), "giấy trắng mực đen")


def test_nothing_is_cut_off() -> None:
    stored = passwords.make("một câu rất dài " * 16)
    assert not passwords.matches(stored, "một câu rất dài " * 16 + "nữa")
    assert not passwords.matches(None, "giấy trắng mực đen")
