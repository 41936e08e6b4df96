"""Numbers that Word counts itself, in every way that its lists allow."""

import pytest
from raw_word import level, lists, numbered, paragraph, raw_word, row, table

from planner.reading import read_document

REST = ("Ban Phong trào", "Tháng 3", "Tháng 4")


def numbers(content: bytes) -> list[str]:
    return [row.number for row in read_document(content, "a.docx").rows]


def work(number: str, title: str = "Tổ chức hội nghị") -> str:
    return row(number, title, *REST)


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("decimal", "%1.", ["1", "2", "3"]),
        ("decimal", "%1", ["1", "2", "3"]),
        ("decimal", "(%1)", ["1", "2", "3"]),
        ("decimalZero", "%1", ["01", "02", "03"]),
        ("upperRoman", "%1.", ["I", "II", "III"]),
        ("lowerLetter", "%1)", ["a", "b", "c"]),
    ],
)
def test_each_form_of_figure(form: str, text: str, found: list[str]) -> None:
    content = raw_word(table(*[work(numbered())] * 3), numbering=lists(level(text, form)))
    assert numbers(content) == found


def test_levels_show_the_figures_above_them_and_start_anew_below_the_next() -> None:
    levels = [level("%1."), level("%1.%2.", depth=1)]
    order = [0, 1, 1, 0, 1]
    content = raw_word(table(*(work(numbered(level=n)) for n in order)), numbering=lists(*levels))
    assert numbers(content) == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_level_that_never_starts_anew_counts_on() -> None:
    levels = [level("%1.", "upperRoman"), level("%2.", depth=1, more='<w:lvlRestart w:val="0"/>')]
    order = [0, 1, 1, 0, 1]
    rows = (work(numbered(level=n)) for n in order)
    content = raw_word(table(*rows), numbering=lists(*levels))
    assert numbers(content) == ["I", "1", "2", "II", "3"]


def test_lists_of_one_kind_count_on_together_unless_one_says_that_it_starts_anew() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    order = [1, 1, 2, 2, 3, 3]
    content = raw_word(
        table(*(work(numbered(list_id=n)) for n in order)), numbering=lists(level("%1."), more=more)
    )  # fmt: skip
    assert numbers(content) == ["1", "2", "3", "4", "1", "2"]


def test_legal_numbering_writes_the_levels_above_in_figures() -> None:
    levels = [level("%1.", "upperRoman"), level("%1.%2", depth=1, more="<w:isLgl/>")]
    content = raw_word(table(*(work(numbered(level=n)) for n in (0, 1))), numbering=lists(*levels))
    assert numbers(content) == ["I", "1.1"]


def test_a_style_brings_its_list_and_the_level_that_names_it() -> None:
    linked = level("%1.%2", depth=1, more='<w:pStyle w:val="Muc"/>')
    styles = (
        '<w:style w:type="paragraph" w:styleId="Goc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Goc"/></w:style>'
    )
    first, then = (paragraph(properties=f'<w:pStyle w:val="{name}"/>') for name in ("Goc", "Muc"))
    content = raw_word(
        table(work(first), work(then), work(then)), numbering=lists(level("%1."), linked), styles=styles
    )  # fmt: skip
    assert numbers(content) == ["1", "1.1", "1.2"]


def test_a_paragraph_can_leave_the_list_of_its_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Goc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    out = '<w:pStyle w:val="Goc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    rows = (work(paragraph(properties='<w:pStyle w:val="Goc"/>')), work(paragraph("7", properties=out)))
    assert numbers(raw_word(table(*rows), numbering=lists(level("%1.")), styles=styles)) == ["1", "7"]


def test_the_levels_of_a_list_style_are_found_through_it() -> None:
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Ds"/></w:abstractNum>'
    more = '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
    styles = (
        '<w:style w:type="numbering" w:styleId="Ds"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    rows = (work(numbered(list_id=2)), work(numbered(list_id=2)))
    content = raw_word(table(*rows), numbering=linked + lists(level("%1.", "upperRoman"), more=more), styles=styles)
    assert numbers(content) == ["I", "II"]


def test_deleted_rows_and_merged_cells_are_not_counted() -> None:
    deleted = row(numbered(), "Việc đã bỏ", *REST, properties="<w:del/>")
    below = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{numbered()}</w:tc>"
    above = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{numbered()}</w:tc>'
    again = row(below, "- Tổng kết", "", "", "")
    content = raw_word(
        table(deleted, row(above, "Hội nghị", *REST), again, work(numbered())), numbering=lists(level("%1."))
    )  # fmt: skip
    assert numbers(content)[0] == "1"
    assert numbers(content)[-1] == "2"


def test_sections_numbered_by_word_are_sections_and_bullets_stay_bullets() -> None:
    levels = [level("%1.", "upperRoman"), level("%2.", depth=1)]
    bullets = '<w:abstractNum w:abstractNumId="9">' + level("\uf0b7", "bullet") + "</w:abstractNum>"
    more = '<w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>'
    title = paragraph("Tổ chức đợt cao điểm") + numbered("Họp mặt", list_id=4) + numbered("Tặng quà", list_id=4)
    section = row(numbered(), "Công tác tuyên truyền", "", "", "")
    rows = (section, row(numbered(level=1), title, *REST), work(numbered(level=1)))
    plan = read_document(raw_word(table(*rows), numbering=bullets + lists(*levels, more=more)), "a.docx")
    assert [(row.number, row.section) for row in plan.rows] == [
        ("1", "I. Công tác tuyên truyền"),
        ("2", "I. Công tác tuyên truyền"),
    ]
    assert plan.rows[0].title == "Tổ chức đợt cao điểm - Họp mặt - Tặng quà"
