"""The running text as nested sections, by the numbers that its paragraphs begin with."""

import re

from planner.reading.drafts import SectionDraft
from planner.reading.formats.blocks import Paragraph
from planner.reading.labels import DECIMAL, ITEM, PART, PROGRAMME, ROMAN, Label, label_of
from planner.reading.nesting import TITLE, Open, Outline
from planner.reading.wrapping import unwrapped

_ENDS = re.compile(r"(nơi nhận\s*:|\(có kế hoạch|\(kèm theo|t/?m\.?\s+\S|k/?t\.?\s+\S)", re.IGNORECASE)


def read_outline(paragraphs: list[Paragraph]) -> list[SectionDraft]:
    """The document's sections, nested; paragraphs without a number belong to the section above them.

    What stands before the first section (letterhead, grounds) and from "Nơi nhận" on is no section.
    """
    outline = Outline()
    pieces = unwrapped(paragraphs)
    labels = [label_of(piece.text) for piece in pieces]
    first = first_rank(labels)
    for piece, label in zip(pieces, labels, strict=True):
        if outline.roots and is_end(piece.text):
            outline.stack = []
        elif not enter(outline, piece, label, first):
            outline.go_on(piece)
    for one in outline.all:
        one.section.text = "".join(one.texts)
    for section in outline.roots:
        _name(section)
    return outline.roots


def is_end(text: str) -> bool:
    """Whether recipients, a signature or a reference to an appendix end the sections."""
    return bool(_ENDS.match(text))


def enter(outline: Outline, piece: Paragraph, label: Label | None, first: int) -> bool:
    """Opens the section that a paragraph's number begins; False where it begins none here."""
    begins = label and (outline.stack or label.rank <= first) and _is_number_here(label, outline.stack)
    if label and begins:
        outline.enter(label, piece.place)
    return bool(begins)


def opening_of(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs above the first section."""
    labels = [label_of(piece.text) for piece in paragraphs]
    first = first_rank(labels)
    begins = (n for n, label in enumerate(labels) if label and label.rank <= first)
    return paragraphs[: next(begins, len(paragraphs))]


def first_rank(labels: list[Label | None]) -> int:
    """How deep a section may stand that begins the outline: I as a rule, deeper where there is nothing above."""
    ranks = [label.rank for label in labels if label and label.rank < ITEM]
    first = max(ROMAN, min(ranks, default=PART))
    # "Nhiệm vụ 1: …" with "I", "II" in it, and "Nhiệm vụ 2: …"
    return PROGRAMME if ranks[:1] == [PROGRAMME] and ranks.count(PROGRAMME) > 1 else first


def _is_number_here(label: Label, stack: list[Open]) -> bool:
    """ "1.5 triệu đồng" at the start of a line is a figure; "1.5. Vận động" under 1 is a number."""
    if label.rank != DECIMAL:
        return True
    above = label.number.split(".")[0]
    inside = any(one.label.number.split(".")[0] == above for one in stack)
    return inside or label.text[:1].isupper()


def _name(section: SectionDraft) -> None:
    """A single sentence over sections of its own is their heading, though it ends in a full stop."""
    text = section.text
    if section.children and not section.title and len(text) <= TITLE and not re.search(r"[.;]\s|\n|\d%", text):
        section.title, section.text = text.rstrip(" .;:"), ""
    for child in section.children:
        _name(child)
