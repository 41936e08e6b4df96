"""Tables in which one merged cell of work stands beside several rows that say it in detail."""

from dataclasses import replace

from planner.reading.columns import Column, column_of
from planner.reading.formats.blocks import GridRow


def detailed(columns: dict[int, Column], body: list[GridRow]) -> tuple[dict[int, Column], int | None]:
    """The columns with the details as the title, and the column of the work that they belong to.

    As they are, and None, where no merged title has rows of its own beside it.
    """
    title = next((n for n, column in columns.items() if column.role == "title"), None)
    if title is None or not any(title in row.joined for row in body):
        return columns, None
    inside = next((n for n in columns if n != title and _details(n, title, columns, body)), None)
    if inside is None:
        return columns, None
    swapped = {title: replace(columns[title], role="note"), inside: replace(columns[inside], role="title")}
    return columns | swapped, title


def _details(n: int, title: int, columns: dict[int, Column], body: list[GridRow]) -> bool:
    column = column_of([columns[n].header])
    if column is None or column.role != "title":
        return False
    return all(row.cell(n) and n not in row.joined for row in body if title in row.joined)
