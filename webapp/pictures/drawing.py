"""What pictures are drawn of. Widths are per cent and heights pixels, so that letters stay as large at any width.

Looks are patterns by name (templates/pictures/looks.html), colours and type stand in pictures.css: a picture carries
no style of its own, which the Content-Security-Policy would refuse.
"""

from collections.abc import Iterable, Sequence

import svg
from markupsafe import Markup, escape

LEFT = 9.0  # per cent, for the scale's figures
PLOT, TOP, FOOT = 168.0, 18.0, 24.0  # pixels: the plot, above it, below it
GRID_LINES = 5


def percent(value: float) -> svg.Length:
    return svg.Length(round(value, 3), "%")


def picture(key: str, height: float, parts: Iterable[svg.Element]) -> Markup:
    """The whole, told by the heading and the sentence of its section; the table beside it says all of it."""
    told = {"role": "img", "aria-labelledby": f"{key}-title", "aria-describedby": f"{key}-said"}
    whole = svg.SVG(class_=["picture"], width=percent(100), height=height, extra=told, elements=list(parts))
    return Markup(str(whole))  # noqa: S704 - numbers and names of ours; words are escaped by `words` and `titled`


def words(x: float, y: float, text: object, *classes: str) -> svg.Text:
    """A line of text at `x` per cent; where it is anchored is said by its classes."""
    return svg.Text(x=percent(x), y=round(y, 1), class_=list(classes) or None, text=str(escape(text)))


def block(look: str, x: float, y: float, width: float, height: float, title: str, *classes: str) -> svg.Rect:
    """A filled place, which names itself under the mouse."""
    return svg.Rect(
        x=percent(x), y=round(y, 2), width=percent(width), height=round(height, 2), class_=list(classes) or None,
        fill=f"url(#look-{look})", elements=[svg.Title(text=str(escape(title)))],
    )  # fmt: skip


def rule(x1: float, x2: float, y: float, *classes: str) -> svg.Line:
    """A level line."""
    return svg.Line(x1=percent(x1), x2=percent(x2), y1=round(y, 1), y2=round(y, 1), class_=list(classes))


class Scale:
    """From 0 to a round figure at or above the highest value, and where a value stands in the plot."""

    def __init__(self, highest: float) -> None:
        step = 1
        while step * GRID_LINES < highest:
            step = step * 5 // 2 if str(step)[0] == "2" else step * 2
        self.ticks = range(0, step * -int(-highest // step) + 1, step)
        self.top = self.ticks[-1] or 1

    def height(self, value: float) -> float:
        return PLOT * value / self.top

    def y(self, value: float) -> float:
        return TOP + PLOT - self.height(value)

    def grid(self, unit: str = "") -> Iterable[svg.Element]:
        """The lines behind a plot, each with its figure."""
        for tick in self.ticks:
            yield rule(LEFT, 100, self.y(tick), "base" if tick == 0 else "grid")
            yield words(LEFT - 1, self.y(tick) + 4, f"{tick}{unit}", "scale")


def slots(count: int) -> Sequence[tuple[float, float]]:
    """The plot's width in equal parts: where each begins, and how wide it is."""
    width = (100 - LEFT) / count
    return [(LEFT + n * width, width) for n in range(count)]


FULL_HEIGHT = TOP + PLOT + FOOT
FOOT_LINE = TOP + PLOT + 16
