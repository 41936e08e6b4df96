"""Where the Times twin is: whole TTF files of Tinos, which has every Vietnamese letter."""

from functools import cache
from pathlib import Path

from planner.errors import Refusal
from planner.language import N_

ROOT = Path(__file__).parents[1]
VENDOR = ROOT / "webapp" / "static" / "vendor" / "fonts"
PACKAGE = ROOT / "node_modules" / "@expo-google-fonts" / "tinos"
FACES = ("Tinos_400Regular", "Tinos_400Regular_Italic", "Tinos_700Bold", "Tinos_700Bold_Italic")


@cache
def faces() -> dict[str, Path]:
    """The file of each face by file name: as set-up copied it, or as npm installed it. Refuses when one is missing."""
    found = {path.name: path for face in FACES for path in _candidates(face) if path.is_file()}
    if len(found) < len(FACES):
        raise Refusal(N_("Thiếu phông chữ Tinos nên chưa in được văn bản; đề nghị chạy “make setup”."))
    return found


def _candidates(face: str) -> tuple[Path, Path]:
    return PACKAGE / face.removeprefix("Tinos_") / f"{face}.ttf", VENDOR / f"{face}.ttf"
