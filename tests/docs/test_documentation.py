"""What the documents claim of the house can be looked up in it: links, settings, examples, the words of buttons."""

import re
import unicodedata
from pathlib import Path

import pytest

from planner.language import extracting

ROOT = Path(__file__).parents[2]
ROOMS = ("planner", "calendar", "printing", "webapp", "flows", "bangviec")
SINGLE = ("README.md", "CHANGELOG.md", "deploy/README.md")
PAGES = [*(ROOT / name for name in SINGLE), *sorted((ROOT / "docs").rglob("*.md"))]
VIETNAMESE = sorted((ROOT / "docs" / "vi").glob("*.md"))
LINK = re.compile(r"\]\(([^)#\s]+)")
SETTING = re.compile(r"BANGVIEC_[A-Z_]*[A-Z]\b")
PLACE = re.compile(rf"`((?:{'|'.join(ROOMS)}|templates|tests|deploy|docs)/[\w/.-]*)`")
LARGEST_PICTURE = 200_000


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    own = [link for link in LINK.findall(text(page)) if "://" not in link]
    assert [link for link in own if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_places_that_are_named_are_there(page: Path) -> None:
    assert [place for place in PLACE.findall(text(page)) if not (ROOT / place).exists()] == []


def test_every_setting_is_explained_and_none_that_is_not_there() -> None:
    sources = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")] + [ROOT / "deploy" / "compose.yaml"]
    known = {name for path in sources for name in SETTING.findall(text(path))}
    assert set(SETTING.findall(text(ROOT / "docs" / "operating.md"))) == known


def test_examples_of_times_are_lines_of_the_table_of_cases() -> None:
    cases = set(text(ROOT / "planner" / "period" / "cases.tsv").splitlines())
    rows = re.findall(r"^\| (20[\d-]+ \|.*) \|$", text(ROOT / "docs" / "time.md"), re.M)
    written = [[cell.strip() for cell in row.split("|")] for row in rows]
    lines = ["\t".join((*cells, *[""] * (5 - len(cells)))) for cells in written]
    assert len(lines) > 40
    assert [line for line in lines if line not in cases] == []


@pytest.fixture(scope="module")
def sentences() -> set[str]:
    return {str(sentence) for _file, sentence, _sense in extracting.messages()}


@pytest.mark.parametrize("page", VIETNAMESE, ids=lambda page: page.stem)
def test_buttons_are_called_as_the_pages_call_them(page: Path, sentences: set[str]) -> None:
    called = {" ".join(words.split()).removesuffix("…") for words in re.findall(r"\*\*(.+?)\*\*", text(page), re.S)}
    assert sorted(one for one in called if not {one, f"{one}…"} & sentences) == []


@pytest.mark.parametrize("page", VIETNAMESE, ids=lambda page: page.stem)
def test_vietnamese_pages_are_composed_and_courteous(page: Path) -> None:
    assert unicodedata.is_normalized("NFC", text(page))
    assert not re.search(r"\bbạn\b", text(page), re.I)


def test_pictures_are_small_and_shown() -> None:
    pictures = sorted((ROOT / "docs" / "images").glob("*.png"))
    shown = "".join(map(text, PAGES))
    assert pictures
    assert [p.name for p in pictures if p.stat().st_size > LARGEST_PICTURE or f"images/{p.name}" not in shown] == []
