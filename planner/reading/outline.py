"""The running text as nested sections, by the numbers that its paragraphs begin with."""

import re
from dataclasses import dataclass, field

from planner.reading.drafts import SectionDraft
from planner.reading.formats.blocks import Paragraph
from planner.reading.labels import BULLET, CHAPTER, DECIMAL, ITEM, NAME, PART, PROGRAMME, ROMAN, Label, label_of
from planner.reading.wrapping import goes_on, unwrapped
from planner.text import line

_TITLE = 250  # characters
_DEEPEST = 40
_ENDS = re.compile(r"(nơi nhận\s*:|\(có kế hoạch|\(kèm theo|t/?m\.?\s+\S|k/?t\.?\s+\S)", re.IGNORECASE)
_CLOSED = (".", ";", "…", "!", "?", "./.")


@dataclass
class _Open:
    """A section that paragraphs may still go into, and the number that it stands under."""

    label: Label
    section: SectionDraft
    texts: list[str]  # its paragraphs, put together at the end: a long text must not be copied for each

    @property
    def is_bare(self) -> bool:
        """A heading with nothing under it yet: what follows belongs to it."""
        return not self.texts and not self.section.children

    def retitle(self, title: str) -> None:
        """A heading that goes on over a line; what then ends in a full stop was a sentence all along."""
        is_text = title.endswith(_CLOSED)
        self.section.title = "" if is_text else title
        self.texts += [title] if is_text else []


@dataclass
class _Outline:
    roots: list[SectionDraft] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    all: list[_Open] = field(default_factory=list)

    def enter(self, label: Label, place: str) -> None:
        self._close_for(label)
        section = _section(label, place)
        (self.stack[-1].section.children if self.stack else self.roots).append(section)
        self.stack.append(_Open(label, section, [section.text] if section.text else []))
        self.all.append(self.stack[-1])

    def _close_for(self, label: Label) -> None:
        """Closes what the new section does not stand in: forms seen before stand where they stood, new ones inside."""
        beside = self._beside(label)
        if beside is not None:
            del self.stack[beside:]
            return
        while self.stack and not self._holds(self.stack[-1], label):
            self.stack.pop()
        del self.stack[_DEEPEST:]

    def _beside(self, label: Label) -> int | None:
        """The place of the open section that the new one is a sibling of."""
        if label.form.startswith("decimal") and (above := self._of_number(label.number.rpartition(".")[0])) is not None:
            return above + 1
        at = next((n for n in range(len(self.stack) - 1, -1, -1) if self.stack[n].label.form == label.form), None)
        if at is None:
            return None
        again = label.value == 1 and label.rank > CHAPTER and (self.stack[at].label.value or 0) >= 1
        inside = at < len(self.stack) - 1 and self.stack[-1].is_bare and self.stack[-1].label.rank < BULLET
        return None if again and inside else at

    def _of_number(self, number: str) -> int | None:
        return next((n for n, one in enumerate(self.stack) if one.label.number == number), None)

    @staticmethod
    def _holds(above: _Open, label: Label) -> bool:
        begins = label.value in (1, None)
        if above.is_bare and begins and above.label.rank < ITEM and label.rank > CHAPTER:
            return True
        if above.is_bare and begins and above.label.rank in (ITEM, NAME) and label.rank != NAME:
            return True
        return above.label.rank < label.rank or (above.label.rank == label.rank and begins)

    def go_on(self, piece: Paragraph) -> None:
        """A paragraph without a number: the rest of a heading, or text of the section it stands in."""
        if not self.stack:
            return
        top = self.stack[-1]
        section = top.section
        if top.is_bare and _is_rest_of_heading(section.title, top.label, piece.text):
            top.retitle(line(f"{section.title} {piece.text}"))
        elif section.children:
            section.children.append(SectionDraft("", "", piece.text, source=piece.place))
        elif top.texts and goes_on(top.texts[-1], piece.text, top.label.rank >= ITEM):
            top.texts += [" ", piece.text]
        else:
            top.texts += ["\n", piece.text] if top.texts else [piece.text]


def read_outline(paragraphs: list[Paragraph]) -> list[SectionDraft]:
    """The document's sections, nested; paragraphs without a number belong to the section above them.

    What stands before the first section (letterhead, grounds) and from "Nơi nhận" on is no section.
    """
    outline = _Outline()
    pieces = unwrapped(paragraphs)
    labels = [label_of(piece.text) for piece in pieces]
    first = _first_rank(labels)
    for piece, label in zip(pieces, labels, strict=True):
        if outline.roots and _ENDS.match(piece.text):
            outline.stack = []
        elif label and (outline.stack or label.rank <= first) and _is_number_here(label, outline.stack):
            outline.enter(label, piece.place)
        else:
            outline.go_on(piece)
    for one in outline.all:
        one.section.text = "".join(one.texts)
    for section in outline.roots:
        _name(section)
    return outline.roots


def opening_of(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs above the first section."""
    labels = [label_of(piece.text) for piece in paragraphs]
    first = _first_rank(labels)
    begins = (n for n, label in enumerate(labels) if label and label.rank <= first)
    return paragraphs[: next(begins, len(paragraphs))]


def _first_rank(labels: list[Label | None]) -> int:
    """How deep a section may stand that begins the outline: I as a rule, deeper where there is nothing above."""
    ranks = [label.rank for label in labels if label and label.rank < ITEM]
    first = max(ROMAN, min(ranks, default=PART))
    # "Nhiệm vụ 1: …" with "I", "II" in it, and "Nhiệm vụ 2: …"
    return PROGRAMME if ranks[:1] == [PROGRAMME] and ranks.count(PROGRAMME) > 1 else first


def _is_number_here(label: Label, stack: list[_Open]) -> bool:
    """ "1.5 triệu đồng" at the start of a line is a figure; "1.5. Vận động" under 1 is a number."""
    if label.rank != DECIMAL:
        return True
    above = label.number.split(".")[0]
    inside = any(one.label.number.split(".")[0] == above for one in stack)
    return inside or label.text[:1].isupper()


def _section(label: Label, place: str) -> SectionDraft:
    """A heading is short and without a closing full stop; anything else is the section's text."""
    text = label.text
    heading = len(text) <= _TITLE and not text.endswith(_CLOSED) and ". " not in text
    return SectionDraft(label.number, text.rstrip(" :") if heading else "", "" if heading else text, source=place)


def _is_rest_of_heading(title: str, label: Label, text: str) -> bool:
    if text.isupper() and (not title or title.isupper()):
        return True
    if not title:
        return label.rank <= CHAPTER and len(text) <= _TITLE and not text.endswith(_CLOSED)
    return _TITLE // 5 < len(title) < 2 * _TITLE and goes_on(title, text, False)


def _name(section: SectionDraft) -> None:
    """A single sentence over sections of its own is their heading, though it ends in a full stop."""
    text = section.text
    if section.children and not section.title and len(text) <= _TITLE and not re.search(r"[.;]\s|\n|\d%", text):
        section.title, section.text = text.rstrip(" .;:"), ""
    for child in section.children:
        _name(child)
