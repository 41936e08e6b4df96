"""What a document says beside its plan table: a programme may have no table at all."""

import re
from dataclasses import dataclass, field
from itertools import takewhile

from planner.reading.drafts import SectionDraft
from planner.reading.formats.blocks import Block, Grid, Paragraph, lines_of
from planner.reading.heading import Heading, read_heading
from planner.reading.outline import opening_of, read_outline
from planner.reading.targets import read_targets

_FEWEST_SECTIONS = 3
_LETTERHEAD = 2  # columns
_OPENING = 60  # lines before the first section that are looked at
_PURPOSE = re.compile(
    r"(?:chương trình|kế hoạch|đề án|nghị quyết)[^.;:]{0,250}\b20\d\d[^.;:]{0,60}:\s*$", re.IGNORECASE
)
# "(giai đoạn 2026 - 2030)" on a line of its own below the title
_TERM = re.compile(r"\(?(?:thực hiện )?(?:giai đoạn|các năm|năm) 20\d\d(?: ?[-–] ?20\d\d)?\)?", re.IGNORECASE)


@dataclass
class RunningText:
    """The text outside the tables: its sections, and the lines above the first section."""

    outline: list[SectionDraft] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)

    @property
    def is_programme(self) -> bool:
        """Whether there is enough of it to be a programme of its own; a letter is none."""
        return _count(self.outline) >= _FEWEST_SECTIONS or bool(read_targets(self.outline))

    def heading(self) -> Heading:
        """What a programme without a table says of itself."""
        heading = read_heading(self.opening)
        # "… xây dựng Chương trình phối hợp năm 2026, cụ thể như sau:" names the year where no title does
        heading.titles += [found[0] for line in self.opening[-3:] if (found := _PURPOSE.search(line))]
        heading.titles += [line for line in self.opening if _TERM.fullmatch(line)]
        return heading


def read_running_text(blocks: list[Block]) -> RunningText:
    """The running text of a document, tables left out."""
    outline = read_outline(lines_of([block for block in blocks if isinstance(block, Paragraph)]))
    first_page = lines_of(list(takewhile(lambda block: not _is_table(block), blocks)))
    opening = [piece.text for piece in opening_of(first_page)]
    return RunningText(outline, opening[:_OPENING])


def _is_table(block: Block) -> bool:
    """A table; the letterhead is one of two columns in many documents."""
    return isinstance(block, Grid) and block.width > _LETTERHEAD


def _count(outline: list[SectionDraft]) -> int:
    return sum(1 + _count(section.children) for section in outline)
