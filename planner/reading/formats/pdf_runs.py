"""The letters of a PDF page as they were written: runs of them, one behind the other."""

from dataclasses import dataclass
from typing import Any

_GAP = 1.0  # of a letter's height: within a line
_LEVEL, _BORDER = 1.0, 1.2  # points: on one line, free on both sides of a border
_BLANK = 0.2  # of a letter's height: a gap between words

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
        return high > tall * 0.5 and wide > tall


def runs_of(letters: list[dict[str, Any]], borders: list[float]) -> list[Run]:
    runs: list[Run] = []
    for letter in letters:
        if runs and _goes_on(runs[-1].letters[-1], letter, borders):
            runs[-1].letters.append(letter)
        elif letter["text"].strip():
            runs.append(Run([letter]))
    return runs


def _goes_on(before: dict[str, Any], letter: dict[str, Any], borders: list[float]) -> bool:
    gap, tall = letter["x0"] - before["x1"], before["bottom"] - before["top"]
    if abs(before["bottom"] - letter["bottom"]) > _LEVEL or not -tall * 0.3 < gap < tall * _GAP:
        return False
    return gap < _BORDER or not any(before["x1"] - 0.1 <= border <= letter["x0"] + 0.1 for border in borders)


def written(runs: list[Run]) -> str:
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: (each.top, each.start)):
        if lines and run.top - lines[-1][0].top < _LEVEL * 2:
            lines[-1].append(run)
        else:
            lines.append([run])
    return "\n".join(" ".join(run.text for run in sorted(line, key=lambda each: each.start)) for line in lines)
