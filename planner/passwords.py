"""Passwords: Argon2id, at least twelve characters of any kind, none that is easily guessed (OWASP ASVS 5.0, 6.2)."""

import unicodedata
from collections.abc import Iterable

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from planner.errors import Refusal
from planner.language import N_
from planner.text import fold

SHORTEST, LONGEST = 12, 256
_hasher = PasswordHasher()
# An unknown address must cost as much time as a known one.
_NOBODY = _hasher.hash("nobody has this password")
FEW_GUESSES = 8  # powers of ten: what an attacker with the stolen hash tries within weeks
FEW_LETTERS = 4
EXAMINED = 72  # characters; what is longer is not guessed by its words
# What people here begin with; zxcvbn's own lists hold the common passwords of the world.
WORDS = (
    "matkhau", "bangviec", "mattran", "mattrantoquoc", "toquoc", "mttq", "ubmttq", "uyban", "vietnam", "vanphong",
    "quantri", "hochiminh", "hanoi", "saigon", "anhyeuem", "emyeuanh", "giadinh", "hanhphuc", "congtac", "dangcongsan",
    "thanhnien", "phunu", "nongdan", "congdoan", "cuuchienbinh", "xinchao", "khongbiet", "chucmung", "nammoi",
)  # fmt: skip
GUESSED = N_(
    "Mật khẩu này dễ đoán: quá phổ biến, hoặc gồm tên mình, tên cơ quan, dãy số quen. Đề nghị chọn một câu ngắn khác."
)


def make(password: str, *about: str) -> str:
    """The hash of a new password; refuses what is short or easily guessed. `about`: address, names, the office."""
    if len(password) < SHORTEST:
        raise Refusal(N_("Mật khẩu phải có ít nhất %(count)d ký tự."), count=SHORTEST)
    if len(password) > LONGEST:
        raise Refusal(N_("Mật khẩu dài quá %(count)d ký tự."), count=LONGEST)
    if is_guessed(password, about):
        raise Refusal(GUESSED)
    return _hasher.hash(_composed(password))


def is_guessed(password: str, about: Iterable[str] = ()) -> bool:
    """Whether a password is found within few guesses by who knows common passwords, the office and its people."""
    from zxcvbn import zxcvbn  # its word lists are wanted only when a password is set

    words = [*WORDS, *_words_about(about)]
    bare = fold(password).replace(" ", "")
    tries = (zxcvbn(one[:EXAMINED], words)["guesses_log10"] for one in {password, bare} if one)
    return min(tries, default=0) < FEW_GUESSES or _is_made_of(bare, words)


def _is_made_of(bare: str, words: list[str]) -> bool:
    """Whether names and common words leave hardly a letter: "uybanmttqtinhmau", "Vanphong2026!"."""
    rest = bare
    for word in sorted(words, key=len, reverse=True):
        rest = rest.replace(word, "") if len(word) > 2 else rest
    return rest != bare and sum(letter.isalpha() for letter in rest) < FEW_LETTERS


def _words_about(about: Iterable[str]) -> list[str]:
    """The words of names and addresses, without accents, apart and run together."""
    found = [fold(one) for one in about]
    parts = [part for one in found for part in one.replace("@", " ").replace(".", " ").split() if len(part) > 2]
    return parts + found + [one.replace(" ", "") for one in found]


def matches(stored: str | None, password: str) -> bool:
    """Whether a password is the one behind the stored hash; takes the same time when there is none."""
    if len(password) > LONGEST:
        return False
    return any(_verified(stored, one) for one in dict.fromkeys((password, _composed(password))))


def _verified(stored: str | None, password: str) -> bool:
    try:
        return _hasher.verify(stored or _NOBODY, password) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


def _composed(password: str) -> str:
    """One spelling for what keyboards send in two: an accented letter as one character or as several."""
    return unicodedata.normalize("NFC", password)
