"""Sections inside sections, as their numbers come: which one a new number stands in or beside."""

from dataclasses import dataclass, field

from planner.reading.drafts import SectionDraft
from planner.reading.formats.blocks import Paragraph
from planner.reading.labels import BULLET, CHAPTER, ITEM, NAME, Label
from planner.reading.wrapping import goes_on
from planner.text import line

TITLE = 250  # characters
_DEEPEST = 40
CLOSED = (".", ";", "…", "!", "?", "./.")


@dataclass
class Open:
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
        is_text = title.endswith(CLOSED)
        self.section.title = "" if is_text else title
        self.texts += [title] if is_text else []


@dataclass
class Outline:
    roots: list[SectionDraft] = field(default_factory=list)
    stack: list[Open] = field(default_factory=list)
    all: list[Open] = field(default_factory=list)

    def enter(self, label: Label, place: str) -> None:
        self._close_for(label)
        section = _section(label, place)
        (self.stack[-1].section.children if self.stack else self.roots).append(section)
        self.stack.append(Open(label, section, [section.text] if section.text else []))
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
    def _holds(above: Open, label: Label) -> bool:
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


def _section(label: Label, place: str) -> SectionDraft:
    """A heading is short and without a closing full stop; anything else is the section's text."""
    text = label.text
    heading = len(text) <= TITLE and not text.endswith(CLOSED) and ". " not in text
    return SectionDraft(label.number, text.rstrip(" :") if heading else "", "" if heading else text, source=place)


def _is_rest_of_heading(title: str, label: Label, text: str) -> bool:
    if text.isupper() and (not title or title.isupper()):
        return True
    if not title:
        return label.rank <= CHAPTER and len(text) <= TITLE and not text.endswith(CLOSED)
    return TITLE // 5 < len(title) < 2 * TITLE and goes_on(title, text, False)
