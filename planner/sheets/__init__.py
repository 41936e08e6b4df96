"""What a sheet says, as plain data that JSON can hold; how it looks is the business of printing/.

An issued document keeps this data, so that it can be printed again as it went out.
"""

from planner.sheets.digest import digest_sheet
from planner.sheets.reminder import items_for, reminder_sheet
from planner.sheets.titles import title_of

__all__ = ["digest_sheet", "items_for", "reminder_sheet", "title_of"]
