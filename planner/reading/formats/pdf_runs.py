"""The letters of a PDF page as they were written: runs of them, one behind the other."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

_GAP = 1.0  # of a letter's height: within a line
_LEVEL, _FLUSH = 1.0, 0.3  # points: on one line, letter beside letter
MOST_RUNS = 4_000  # of a table on one page: with more it is no plan, and each is compared with the others
_INSIDE = 8.0  # points from a cell's left border to its text
_BLANK, _OVER = 0.2, 0.2  # of a letter's height: a gap between words, of what stands on other letters

Place = tuple[int, int]


@dataclass
class Run:
    """Letters written one behind the other, and the cell they belong to."""

    letters: list[dict[str, Any]]
    home: Place | None = None

    @property
    def start(self) -> float:
        return float(self.letters[0]["x0"])

    @property
    def end(self) -> float:
        return float(self.letters[-1]["x1"])

    @property
    def top(self) -> float:
        return float(self.letters[0]["top"])

    @property
    def bottom(self) -> float:
        return float(self.letters[0]["bottom"])

    @property
    def text(self) -> str:
        text = ""
        for n, letter in enumerate(self.letters):
            gap = letter["x0"] - self.letters[n - 1]["x1"] if n else 0.0
            text += (" " if gap > _BLANK * (self.bottom - self.top) else "") + letter["text"]
        return " ".join(text.split())

    def covers(self, other: "Run") -> bool:
        """Whether letters of one stand on those of the other."""
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        wide = min(self.end, other.end) - max(self.start, other.start)
        tall = self.bottom - self.top
        return high > tall * _OVER and wide > tall


def runs_of(letters: list[dict[str, Any]], borders: list[float]) -> list[Run]:
    """The runs in the order of writing; `borders` are the upright lines between cells."""
    runs: list[Run] = []
    for letter in letters:
        if runs and _goes_on(runs[-1].letters[-1], letter, borders):
            runs[-1].letters.append(letter)
        elif letter["text"].strip():
            runs.append(Run([letter]))
    if len(runs) > MOST_RUNS:
        return runs
    flush = Counter(round(run.start, 1) for run in runs)
    level = {(round(run.start, 1), round(run.bottom)) for run in runs}
    starts = {start for start, often in flush.items() if often > 1}
    return [
        part
        for run in runs
        for part in _parted(run, borders, {x for x in starts if (x, round(run.bottom)) not in level})
    ]


def _parted(run: Run, borders: list[float], starts: set[float]) -> list[Run]:
    """Two cells' texts that happen to touch: behind a border the second begins where others below one another do."""
    for n in range(1, len(run.letters)):
        start = run.letters[n]["x0"]
        if round(start, 1) in starts and any(start - _INSIDE < border <= start for border in borders):
            return [Run(run.letters[:n]), *_parted(Run(run.letters[n:]), borders, starts)]
    return [run]


def _goes_on(before: dict[str, Any], letter: dict[str, Any], borders: list[float]) -> bool:
    gap, tall = letter["x0"] - before["x1"], before["bottom"] - before["top"]
    if abs(before["bottom"] - letter["bottom"]) > _LEVEL or not -tall * 0.6 < gap < tall * _GAP:
        return False
    return abs(gap) < _FLUSH or not any(before["x0"] < border <= letter["x0"] + _FLUSH for border in borders)


def written(runs: list[Run]) -> str:
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: (each.top, each.start)):
        if lines and run.top - lines[-1][0].top < _LEVEL * 2:
            lines[-1].append(run)
        else:
            lines.append([run])
    return "\n".join(" ".join(run.text for run in sorted(line, key=lambda each: each.start)) for line in lines)
