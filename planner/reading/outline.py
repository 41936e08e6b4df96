"""The running text as nested sections, by the numbers that its paragraphs begin with."""

import re

from planner.reading.drafts import SectionDraft
from planner.reading.formats.blocks import Paragraph
from planner.text import line

# Depth by the form of the number; the first that fits. Group 1 is the number, the rest the text.
_FORMS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (0, re.compile(r"(Phần (?:thứ )?(?:nhất|hai|ba|tư|năm|sáu|[IVX]+|\d+))[.:]?\s*(.*)", re.IGNORECASE)),
    (1, re.compile(r"((?:Chương|Mục) (?:[IVX]+|\d+))[.:]?\s*(.*)")),
    (2, re.compile(r"([IVX]{1,5})\s*[.)/-]\s+(.*)|([IVX]{1,5})\.(\S.*)")),
    (2, re.compile(r"([A-HĐ])[.)]\s+(.*)")),
    (3, re.compile(r"((?:Chương trình|Nhiệm vụ|Nội dung) (?:thứ )?\d+)\s*[:.]\s*(.*)", re.IGNORECASE)),
    (4, re.compile(r"(\d{1,2})[.)]\s+(.*)|(\d{1,2})\.([^\d\s].*)")),
    (5, re.compile(r"(\d{1,2}\.\d{1,2})[.)]?\s+(.*)")),
    (6, re.compile(r"(\d{1,2}\.\d{1,2}\.\d{1,2})[.)]?\s+(.*)")),
    (7, re.compile(r"(\(\d{1,2}\)|[a-zđ]\))\s*(.*)")),
    (8, re.compile(r"([-–+•*])\s+(.*)")),
)
_LETTER_AS_ROMAN = re.compile(r"[IVX]+")
_NEW_LINE = "\n"
_TITLE = 250  # characters
_START = 3  # sections from this depth down need one above them to be sections at all
_ENDS = re.compile(r"(nơi nhận\s*:|\(có kế hoạch|\(kèm theo)", re.IGNORECASE)


def read_outline(paragraphs: list[Paragraph]) -> list[SectionDraft]:
    """The document's sections, nested; paragraphs without a number belong to the section above them.

    What stands before the first section (letterhead, grounds) and from "Nơi nhận" on is no section.
    """
    roots: list[SectionDraft] = []
    stack: list[tuple[int, SectionDraft]] = []
    for piece in paragraphs:
        if roots and _ENDS.match(piece.text):
            stack = []
            continue
        found = _numbered(piece, bool(stack))
        if found is None:
            _go_on(stack, piece)
            continue
        depth, section = found
        stack = [entry for entry in stack if entry[0] < depth]
        (stack[-1][1].children if stack else roots).append(section)
        stack.append((depth, section))
    return roots


def begins_outline(piece: Paragraph) -> bool:
    """Whether a paragraph begins the first section of a document."""
    return _numbered(piece, False) is not None


def _numbered(piece: Paragraph, inside: bool) -> tuple[int, SectionDraft] | None:
    text = line(piece.text).strip("*_ ")
    for depth, form in _FORMS:
        if (found := form.fullmatch(text)) and (inside or depth < _START):
            number, rest = (group for group in found.groups() if group is not None)
            return depth, _section(number, rest, piece)
    return None


def _section(number: str, text: str, piece: Paragraph) -> SectionDraft:
    """A heading is short and without a closing full stop; anything else is the section's text."""
    heading = len(text) <= _TITLE and not text.endswith((".", ";", "…")) and ". " not in text
    return SectionDraft(number, text if heading else "", "" if heading else text, source=piece.place)


def _go_on(stack: list[tuple[int, SectionDraft]], piece: Paragraph) -> None:
    """A paragraph without a number: the rest of a heading in capitals, or text of the section it stands in."""
    if not stack:
        return
    section = stack[-1][1]
    bare = not section.text and not section.children
    if bare and piece.text.isupper() and (not section.title or section.title.isupper()):
        section.title = line(f"{section.title} {piece.text}")
    elif not section.children:
        # A page break may cut a sentence: "… Mặt trận Tổ" / "quốc và …"
        cut = piece.text[:1].islower() and section.text[-1:].isalnum()
        section.text = f"{section.text}{' ' if cut else _NEW_LINE}{piece.text}".strip()
    else:
        section.children.append(SectionDraft("", "", piece.text, source=piece.place))
