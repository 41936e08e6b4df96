"""Passwords: Argon2id, at least twelve characters, none of the common ones (OWASP ASVS 5.0, 6.2)."""

from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from planner.errors import Refusal
from planner.language import N_
from planner.text import fold

SHORTEST, LONGEST = 12, 256
_hasher = PasswordHasher()
# An unknown address must cost as much time as a known one.
_NOBODY = _hasher.hash("nobody has this password")
COMMON = frozenset(Path(__file__).with_name("common_passwords.txt").read_text("utf-8").split())


def make(password: str, email: str = "") -> str:
    """The hash of a new password; refuses one that is short, common or the person's own address."""
    if len(password) < SHORTEST:
        raise Refusal(N_("Mật khẩu phải có ít nhất %(count)d ký tự."), count=SHORTEST)
    if len(password) > LONGEST:
        raise Refusal(N_("Mật khẩu dài quá %(count)d ký tự."), count=LONGEST)
    plain = fold(password).replace(" ", "")
    if plain in COMMON or len(set(plain)) < 4 or plain == fold(email):
        raise Refusal(N_("Mật khẩu này quá phổ biến, dễ đoán. Vui lòng chọn mật khẩu khác."))
    return _hasher.hash(password)


def matches(stored: str | None, password: str) -> bool:
    """Whether a password is the one behind the stored hash; takes the same time when there is none."""
    try:
        return _hasher.verify(stored or _NOBODY, password[:LONGEST]) and stored is not None
    except (VerificationError, InvalidHashError):
        return False
