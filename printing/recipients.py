"""To whom a paper goes: the lines after "Nơi nhận:", each closed as the office's form closes it."""

from typing import Any

from planner.language import translate
from planner.sheets.forms import BOARD


def recipients(sheet: dict[str, Any], language: str) -> list[str]:
    """The lines in a language; what an office worded itself stays, with the board's name where it asks for it."""
    lines, (between, last) = sheet["letterhead"]["recipients"], sheet["letterhead"]["ends"]
    said = [_said(line, sheet, language).rstrip(" .;,") for line in lines]
    return [f"- {text}{last if n == len(said) else between}" for n, text in enumerate(said, 1)]


def _said(line: dict[str, Any], sheet: dict[str, Any], language: str) -> str:
    text, board = str(line["text"]), sheet.get("board") or ""
    if line["own"]:
        return text.replace(BOARD, board).lstrip("- ")
    return translate(text, language, speaker=sheet["letterhead"]["speaker"], board=board)
