"""Names of boards and of other bodies: one name for three spellings, and a cell of several taken apart."""

import re
from collections import Counter, defaultdict

from planner.language import N_
from planner.reading.notes import Note
from planner.text import fold, line, name_key

ONE_OR_MANY = N_("“%(text)s” là một hay nhiều đơn vị?")
WHO_LEADS = N_("Đơn vị nào chủ trì: “%(text)s”?")
# How the name of a body begins, folded; what follows a comma without one of these belongs to the name before it.
_STARTS = (
    r"(cac|ban|so|uy ban|ub|ubnd|ubmttq|hoi|hiep hoi|lien minh|van phong|vp|thuong truc|doan|btv|btt|bch|truong|"
    r"cong an|bo|dai|bao|ngan hang|lien doan|tinh doan|thanh doan|huyen doan|hdnd|mttq|mat tran|phong|trung tam|toa an|"
    r"vien|cuc|chi cuc|dang uy|thuong vu|ldld|to|nhom|quy|cong doan|phu nu|khoi|cap uy|dang doan|thanh tra)"
)
_STARTS_BODY = re.compile(_STARTS + r"\b")
_BULLET = re.compile(r"^\s*[-–—+•*]\s+|^\s*\d{1,2}[.)]\s+")
_LONE_FRONT = re.compile(r"(uy ban )?(mttq|mat tran to quoc)( viet nam)?( tinh| xa| phuong| cac cap)?")
_AND = re.compile(r"\s+(?:và|cùng)\s+")
_LOOSE_DASH = re.compile(r"(?<=[^\W\d])(?:\s+([-–—])\s*|\s*([-–—])\s+)(?=[^\W\d])")
_LEAD = re.compile(
    r"^\s*(?:cơ quan |đơn vị )?chủ trì\s*:\s*|\s*\((?:cơ quan |đơn vị )?chủ trì\)|\s+chủ trì\s*$", re.IGNORECASE
)
_HELPS = re.compile(
    r"[;,.\n]?\s*\(?(?:cơ quan |đơn vị )?phối hợp(?: với)?\s*:\s*|\s*[;,\n]\s*(?:và )?phối hợp(?: với)?\s+",
    re.IGNORECASE,
)
_HELPER = re.compile(r"\s*\((?:cơ quan |đơn vị )?phối hợp\)", re.IGNORECASE)


def starts_body(text: str) -> bool:
    """Whether a text begins like the name of a body ("Ban …", "Văn phòng …", "các cơ quan …")."""
    return bool(_STARTS_BODY.match(fold(text)))


def clean_name(text: str) -> str:
    """A name on one line, with blanks on both sides of a dash that has one, and without a closing full stop."""
    name = _LOOSE_DASH.sub(lambda m: f" {m[1] or m[2]} ", line(text))
    return name.strip(" ;,:").removesuffix(".") if not name.endswith("...") else name


def split_bodies(text: str) -> tuple[list[str], list[str]]:
    """The bodies of a cell of co-operators, in order, and what has to be asked.

    Semicolons and lines with bullets part them for sure. Without these a comma does where a name begins after it
    ("các huyện ủy, thành ủy" stays one), and "và" between two whole names.
    """
    pieces = _sure_pieces(text)
    if len(pieces) > 1:
        doubtful = [piece for piece in pieces if any(starts_body(part) for part in piece.split(", ")[1:])]
        return pieces, [_ask(piece) for piece in doubtful]
    pieces = _at_commas(line(text))
    if len(pieces) > 1:
        return pieces, []
    pieces = _at_and(line(text))
    return pieces, [_ask(line(text))] if len(pieces) > 1 else []


def _ask(text: str) -> Note:
    return Note(ONE_OR_MANY, text=text)


def _sure_pieces(text: str) -> list[str]:
    lines = text.split("\n")
    if len(lines) > 1 and sum(bool(_BULLET.match(each)) for each in lines) > 1:
        text = "".join(f";{_BULLET.sub('', each)}" if _BULLET.match(each) else f" {each}" for each in lines)
    return [name for piece in text.split(";") if (name := clean_name(_BULLET.sub("", piece)))]


def _at_commas(text: str) -> list[str]:
    pieces: list[str] = []
    for part in text.split(", "):
        if pieces and not starts_body(part):
            pieces[-1] += f", {part}"
        else:
            pieces.append(part)
    return [name for piece in pieces if (name := clean_name(piece))]


def _at_and(text: str) -> list[str]:
    parts = _AND.split(text, maxsplit=1)
    whole = len(parts) == 2 and all(starts_body(part) for part in parts) and not _LONE_FRONT.fullmatch(fold(parts[0]))
    return [clean_name(part) for part in (parts if whole else [text]) if clean_name(part)]


def split_lead(text: str) -> tuple[str, list[str], list[str]]:
    """A cell of responsible bodies: the lead, those who co-operate, and what has to be asked.

    "Chủ trì: A; phối hợp: B, C" and "A (chủ trì), B (phối hợp)" say who leads; a bare list does not: its first is taken
    and a question asked.
    """
    parts = _HELPS.split(text, maxsplit=1)
    helpers = split_bodies(parts[1].rstrip(")"))[0] if len(parts) > 1 else []
    names = _sure_pieces(parts[0])
    if len(names) < 2 and _LEAD.search(parts[0]):
        names = _at_commas(line(parts[0]))
    if not names:
        return "", helpers, []
    marked = next((name for name in names if _LEAD.search(name)), names[0])
    others = [name for name in names if name != marked]
    sure = bool(_LEAD.search(marked)) or len(names) == 1
    questions: list[str] = [] if sure else [Note(WHO_LEADS, text=line(text))]
    strip = [clean_name(_HELPER.sub("", _LEAD.sub("", name))) for name in (marked, *others)]
    return strip[0], strip[1:] + helpers, questions


def one_spelling(names: list[str]) -> dict[str, str]:
    """Each spelling → the one to use: of the spellings of one name the most frequent, and of these the clean one."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        spellings[name_key(name)][clean_name(name)] += 1
    best = {key: min(found, key=lambda name: (-found[name], name)) for key, found in spellings.items()}
    return {name: best[name_key(name)] for name in names}


def look_alikes(names: list[str]) -> list[tuple[str, str]]:
    """Pairs of names that differ by accents alone or by one letter: a clerk has to say if they are one."""
    unique = sorted(set(filter(None, names)))[:200]
    return [(a, b) for n, a in enumerate(unique) for b in unique[n + 1 :] if _near(name_key(a), name_key(b))]


def _near(a: str, b: str) -> bool:
    if a != b and fold(a) == fold(b):
        return True
    if a == b or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 6:
        return False
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    same = rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]
    return same and not (rest_a[:1].isdigit() or rest_b[:1].isdigit())
