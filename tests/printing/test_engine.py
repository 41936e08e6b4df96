"""The renderer reaches nothing but its fonts."""

from pathlib import Path

import pytest
from weasyprint.urls import FatalURLFetchingError

from planner.errors import Refusal
from printing import engine, fonts

PAGE = "<html lang=vi><title>Thử</title><body>{}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        '<img alt="" src="http://127.0.0.1:9/x.png">',
        f'<img alt="" src="file://{Path(__file__).resolve()}">',
        '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        '<link rel="stylesheet" href="https://example.invalid/x.css">',
        "<style>@import url(file:///etc/hostname);</style>",
        '<p style="background: url(sheet-font:../../etc/passwd)">x',
    ],
)
def test_whatever_is_asked_for_from_outside_ends_the_rendering(body: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        engine.pdf(PAGE.format(body), "")


def test_the_four_faces_are_whole_files_with_every_vietnamese_letter() -> None:
    from fontTools.ttLib import TTFont

    letters = set("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ–“”→…")
    assert len(fonts.faces()) == 4
    for path in fonts.faces().values():
        known = TTFont(path).getBestCmap()
        assert not {c for c in letters | {c.upper() for c in letters} if ord(c) not in known}


def test_without_its_fonts_nothing_is_printed_in_another_type(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "VENDOR", tmp_path)
    monkeypatch.setattr(fonts, "PACKAGE", tmp_path)
    fonts.faces.cache_clear()
    with pytest.raises(Refusal, match="phông chữ"):
        fonts.faces()
    fonts.faces.cache_clear()
