"""The bars by board as a table whose cells are shaded with Word's own patterns; the chart by month stays its table."""

from collections.abc import Mapping
from typing import Any

from printing import word_xml as xml
from printing.word_styles import twips

SIDES = ("top", "left", "bottom", "right")
STEPS = 100  # columns of the grid that a whole bar takes
GAP = 60  # twips
NAME, TOTAL = 46, 12  # millimetres
SMALL = {"font-size": "9pt", "break-after": "avoid", "margin-top": "0", "margin-bottom": "0"}
SHADES = {
    "done": ("solid", "595959"), "in_term": ("pct10", "000000"), "overdue": ("diagStripe", "000000"),
    "rest": ("clear", "auto"),
}  # fmt: skip


def bar_chart(element: Any, looks: Mapping[str, str], width: int) -> str:
    """A chart of bars with its caption and legend; "" for a chart of another kind."""
    bars = [one for one in element.iter_subtree() if one.etree_element.get("data-bar")]
    if not bars:
        return ""
    caption = next(one for one in element.iter_children() if "named" in one.classes).etree_element.text
    small = {**looks, **SMALL, "text-align": "center", "text-indent": "0"}
    said = xml.run(caption, {**small, "font-size": "12pt", "font-style": "italic"})
    head = xml.paragraph(said, {**small, "margin-top": "8pt", "break-after": "avoid"})
    legend = [one for one in element.iter_subtree() if one.etree_element.get("data-legend")]
    return head + _bars(bars, small, width) + _legend(legend, small, width)


def _bars(bars: list[Any], small: Mapping[str, str], width: int) -> str:
    name, total = twips(f"{NAME}mm"), twips(f"{TOTAL}mm")
    step = (width - name - total) // STEPS
    gap = xml.row(xml.cell(xml.space(GAP), name + STEPS * step + total, span=STEPS + 2))
    rows = gap.join(_row(bar, small, name, step, total) for bar in bars)
    return xml.table(rows, [name, *[step] * STEPS, total], lines=False, margin=28)


def _row(bar: Any, small: Mapping[str, str], name: int, step: int, total: int) -> str:
    parts = [(one.get("data-part"), int(one.get("data-count"))) for one in bar.etree_element if one.get("data-part")]
    cells = xml.cell(_text(bar.etree_element.get("data-bar"), {**small, "text-align": "right"}), name)
    for (key, count), span in zip(parts, _spans([count for _key, count in parts]), strict=True):
        white = {**small, "font-weight": "700"} if key == "done" else small
        cells += xml.cell(_text(str(count), white, key == "done"), span * step, span=span, shade=_shade(key))
    return xml.row(
        cells + xml.cell(_text(f" {bar.etree_element.get('data-total')}", {**small, "text-align": "left"}), total)
    )


def _spans(counts: list[int]) -> list[int]:
    """How many steps each part takes: at least two, and a whole bar together."""
    spans = [max(2, STEPS * count // sum(counts)) for count in counts]
    spans[spans.index(max(spans))] += STEPS - sum(spans)
    return spans


def _legend(legend: list[Any], small: Mapping[str, str], width: int) -> str:
    box, text = width // 30, width // len(legend) - width // 30
    cells = "".join(
        xml.cell(_text("", small), box, shade=_shade(one.etree_element.get("data-legend")))
        + xml.cell(_text(f" {one.etree_element.text}", {**small, "text-align": "left"}), text)
        for one in legend
    )
    return xml.space(GAP) + xml.table(xml.row(cells), [box, text] * len(legend), lines=False, margin=28)


def _text(text: str, looks: Mapping[str, str], white: bool = False) -> str:
    run = xml.run(text, looks)
    return xml.paragraph(run.replace("<w:sz ", '<w:color w:val="FFFFFF"/><w:sz ', 1) if white else run, looks)


def _shade(key: str) -> str:
    """A cell's pattern, with a thin frame around it."""
    pattern, colour = SHADES[key]
    frame = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in SIDES)
    return f'<w:tcBorders>{frame}</w:tcBorders><w:shd w:val="{pattern}" w:color="{colour}" w:fill="FFFFFF"/>'
