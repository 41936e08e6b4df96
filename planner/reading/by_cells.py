"""Columns whose headers are no known wording: what their cells look like, to be confirmed by a person."""

import re
from collections.abc import Callable

from planner.language import N_
from planner.reading.bodies import starts_body
from planner.reading.columns import Column, column_of
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.guess import looks_like_time
from planner.reading.leads import is_person
from planner.reading.meanings import TIMES
from planner.reading.notes import Note
from planner.reading.own import role_beside
from planner.text import fold, line

Found = dict[str, tuple[int, Column]]  # role → place and column
# A sentence a role: a meaning put into one sentence could not be said in another language
_ASKED = {
    "title": N_("Cột “%(header)s” được hiểu là nội dung công việc theo các ô của cột, có đúng không?"),
    "board": N_("Cột “%(header)s” được hiểu là bộ phận tham mưu (chủ trì) theo các ô của cột, có đúng không?"),
    "cooperating": N_("Cột “%(header)s” được hiểu là đơn vị phối hợp theo các ô của cột, có đúng không?"),
    "submit": N_("Cột “%(header)s” được hiểu là thời gian trình theo các ô của cột, có đúng không?"),
    "execute": N_("Cột “%(header)s” được hiểu là thời gian thực hiện theo các ô của cột, có đúng không?"),
    "note": N_("Cột “%(header)s” cũng ghi thời gian nhưng đang được để là ghi chú, có đúng không?"),
}
# Headers that say plainly that their bodies or times are not those of the work.
_OTHER = re.compile(
    r"\b(duoc (kiem tra|giam sat|phan bien|ho tro)|doi tuong|dia (diem|ban|chi)|noi|pham vi|cap|ghi chu|can cu|nguon"
    r"|tinh trang|trang thai|ket qua|san pham|kinh phi|sinh|dien thoai|nguoi ky|ban hanh)\b"
)
_SENTENCE = 25  # letters that the words of a piece of work have on average, at least


def settle_by_cells(found: Found, rows: list[GridRow], grid: Grid) -> None:
    """Adds the roles that no header names: bodies, a time, the work itself, in this order of certainty.

    One header at least must be of known words: the lines of a letterhead stand over columns too.
    """
    if not any(column.header and role != "note" for role, (_, column) in found.items()):
        return
    if "execute" not in found and not found.keys() & set(TIMES):
        _take("execute", looks_like_time, found, rows, grid)
    if not found.keys() & set(TIMES) or not found.keys() & {"number", "title", "board"}:
        return
    if "title" not in found:
        _take("title", _is_sentence, found, rows, grid)
    if "board" not in found:
        _take("board", _is_doer, found, rows, grid)
    if "board" in found and "number" in found and "cooperating" not in found:
        _take("cooperating", _is_body, found, rows, grid)


def asked_of_columns(columns: dict[int, Column]) -> list[Note]:
    """What a person has to confirm of a table's columns."""
    return [Note(_ASKED[each.role], header=each.header) for each in columns.values() if each.by_cells]


def beside(column: int, header: str, rows: list[GridRow], grid: Grid) -> Column:
    """A column that the words of a row do without; one more that holds times is asked about."""
    known = column_of([header])
    is_time = known is not None and known.role in TIMES
    asked = is_time and _mostly(looks_like_time, column, len(rows), rows, grid)
    return Column(role_beside(header), 1, header, by_cells=asked)


def _take(role: str, test: Callable[[str], bool], found: Found, rows: list[GridRow], grid: Grid) -> None:
    taken = {n for known, (n, _) in found.items() if known != "note"}
    headers = [" ".join(dict.fromkeys(line(row.cell(n)) for row in rows if row.cell(n))) for n in range(grid.width)]
    for n, header in enumerate(headers):
        is_open = header and headers.count(header) == 1 and n not in taken and _is_unknown(header)
        if is_open and _mostly(test, n, len(rows), rows, grid):
            found[role] = (n, Column(role, 1, header, by_cells=True))
            return


def _is_unknown(header: str) -> bool:
    """Nothing is known of the header, or only that it names those who take part ("Thành phần kiểm tra")."""
    known = column_of([header])
    return not _OTHER.search(fold(header)) and (known is None or fold(header).startswith("thanh phan"))


def _mostly(test: Callable[[str], bool], column: int, head: int, rows: list[GridRow], grid: Grid) -> bool:
    start = next((n for n, row in enumerate(grid.rows) if row is rows[0]), 0) + head
    below = grid.rows[start : start + 200]
    cells = [row.cell(column) for row in below if len(row.filled) > 1 and row.cell(column)]
    return len(cells) > 1 and sum(map(test, cells)) * 3 > len(cells) * 2


def _is_doer(text: str) -> bool:
    return len(text) < 200 and (starts_body(text) or is_person(text))


def _is_body(text: str) -> bool:
    """Who co-operates is a body: a person beside the lead directs the work, or heads its team."""
    return _is_doer(text) and not is_person(text)


def _is_sentence(text: str) -> bool:
    return len(text) >= _SENTENCE
