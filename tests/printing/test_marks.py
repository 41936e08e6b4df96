"""What a PDF carries besides its words: headings to jump to, pictures told in words, and the archive's own kind."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

import printing

Data = dict[str, Any]


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """The structure elements of a kind, in their order."""
    return [one for one in _below(pdf.Root.StructTreeRoot) if one.get("/S") == f"/{kind}"]


def _below(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    held = element.get("/K")
    for child in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(child, pikepdf.Dictionary):
            yield child
            yield from _below(child)


def test_bookmarks_lead_to_the_sections(digest: Data) -> None:
    outline = PdfReader(BytesIO(printing.render("digest", digest))).outline
    tops = [one.title for one in outline if not isinstance(one, list)]
    assert tops == [digest["title"]]
    (inside,) = [one for one in outline if isinstance(one, list)]
    sections = [one.title for one in inside if not isinstance(one, list)]
    assert sections == ["I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ TRONG THÁNG", "III. NHIỆM VỤ ĐẾN HẠN TRONG THÁNG 6/2026"]


def test_each_chart_is_told_in_words(digest: Data) -> None:
    with pikepdf.open(BytesIO(printing.render("digest", digest))) as pdf:
        said = [str(figure.Alt) for figure in elements(pdf, "Figure")]
    assert said == [
        "Biểu đồ tiến độ theo bộ phận. Ban Dân chủ - Pháp luật: quá hạn 2; chưa đến hạn, khác 1."
        " Ban Phong trào: hoàn thành 1; quá hạn 1; chưa đến hạn, khác 3."
        " Ban Tổ chức - Tuyên giáo: chưa đến hạn, khác 2.",
        "Biểu đồ mốc xong đúng hạn theo tháng. Tháng 1: 0 trên 0. Tháng 2: 1 trên 1. Tháng 3: 0 trên 1."
        " Tháng 4: 0 trên 1. Tháng 5: 0 trên 2.",
    ]


@pytest.mark.parametrize("kind", ["digest", "annex"])
def test_tables_have_headings_that_cells_refer_to(kind: str, request: pytest.FixtureRequest) -> None:
    with pikepdf.open(BytesIO(printing.render(kind, request.getfixturevalue(kind)))) as pdf:
        assert elements(pdf, "Table")
        assert len(elements(pdf, "TH")) >= 5
        assert all("/Headers" in cell.A or "/ColSpan" in cell.A for cell in elements(pdf, "TD") if "/A" in cell)


@pytest.mark.parametrize("kind", printing.KINDS)
def test_the_archive_gets_pdf_a_that_is_tagged_too(kind: str, request: pytest.FixtureRequest) -> None:
    data = request.getfixturevalue(kind)
    archived = printing.render(kind, {**data, "letterhead": {**data["letterhead"], "archive": True}})
    with pikepdf.open(BytesIO(archived)) as pdf:
        told = pdf.open_metadata()
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("3", "A")
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert "/OutputIntents" in pdf.Root
        assert str(pdf.Root.Lang) == "vi"
        assert str(pdf.docinfo.Title) == data["title"] == told["dc:title"]
        assert not any("/EF" in one for one in pdf.objects if isinstance(one, pikepdf.Dictionary))
        for page in pdf.pages:  # every face is in the file
            for font in page.Resources.Font.values():
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor or "/FontFile3" in font.DescendantFonts[
                    0
                ].FontDescriptor  # fmt: skip


def test_an_english_paper_says_that_it_is_english(digest: Data) -> None:
    with pikepdf.open(BytesIO(printing.render("digest", digest, language="en"))) as pdf:
        assert str(pdf.Root.Lang) == "en"
