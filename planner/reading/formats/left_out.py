"""What a spreadsheet holds and does not show: it is left out of the plan, and said to be."""

from planner.language import N_
from planner.reading.formats.blocks import Unread
from planner.reading.notes import Note

_ROWS = N_(
    "Trang tính “%(sheet)s” có %(count)d dòng bị ẩn hoặc bị lọc nên chưa được đọc. Những dòng này có thuộc kế hoạch"
    " không?"
)
_COLUMNS = N_("Trang tính “%(sheet)s” có %(count)d cột bị ẩn nên chưa được đọc. Những cột này có thuộc kế hoạch không?")
_SHEET = N_("Trang tính “%(sheet)s” bị ẩn nên chưa được đọc. Trang này có thuộc kế hoạch không?")
_FORMULAS = N_(
    "Trang tính “%(sheet)s” có %(count)d ô công thức chưa lưu kết quả nên đang để trống. Xin mở bằng Excel, lưu lại rồi"
    " tải lên nếu cần các ô này."
)
_LONGER = N_(
    "Trang tính “%(sheet)s” dài hơn %(count)d dòng: những dòng sau đó chưa được đọc. Những dòng này có thuộc kế hoạch"
    " không?"
)


def hidden_sheet(sheet: str) -> Unread:
    """A whole sheet that is hidden."""
    return Unread("", asked=Note(_SHEET, sheet=sheet))


def left_out(sheet: str, rows: int = 0, columns: int = 0, formulas: int = 0, longer: int = 0) -> list[Unread]:
    """Hidden rows and columns that hold something, formulas whose result was not kept, and rows behind the last read.

    `longer` is how many rows were read of a sheet that has more, or 0.
    """
    counts = ((_ROWS, rows), (_COLUMNS, columns), (_FORMULAS, formulas), (_LONGER, longer))
    return [Unread("", asked=Note(message, sheet=sheet, count=count)) for message, count in counts if count]
