"""Bullets that a word processor draws nest by their level or by their indent; typed ones stay as they are."""

from open_documents import packed
from raw_word import level, lists, numbered, paragraph, raw_word, run

from planner.reading import PlanDraft, read_document
from planner.reading.drafts import SectionDraft

ABOVE = ("KẾ HOẠCH CÔNG TÁC NĂM 2026", "I. NHIỆM VỤ", "1. Tuyên truyền")


def shape(sections: list[SectionDraft]) -> list[object]:
    return [(one.number, shape(one.children)) if one.children else one.number for one in sections]


def below(plan: PlanDraft) -> list[object]:
    return shape(plan.outline[0].children[0].children)


def drawn(depth: int, left: int = 0) -> str:
    return level("•", "bullet", depth, more=f'<w:pPr><w:ind w:left="{left}"/></w:pPr>' if left else "")


def word(levels: list[int], *shown: str) -> PlanDraft:
    above = (paragraph(run(text)) for text in ABOVE)
    items = (numbered(run(f"Việc {n};"), level=depth) for n, depth in enumerate(levels))
    return read_document(raw_word(*above, *items, numbering=lists(*shown)), "a.docx")


def test_levels_of_one_list_nest() -> None:
    assert below(word([0, 1, 1, 0], drawn(0), drawn(1))) == [("-", ["+", "+"]), "-"]


def test_the_indent_says_how_deep_a_bullet_stands() -> None:
    assert below(word([0, 1, 2, 0], drawn(0, 360), drawn(1, 720), drawn(2, 1080))) == [("-", [("+", ["•"])]), "-"]


def test_levels_at_one_indent_stand_beside_each_other() -> None:
    assert below(word([0, 1], drawn(0, 720), drawn(1, 720))) == ["-", "-"]


def test_lists_of_a_web_page_nest() -> None:
    above = "".join(f"<p>{text}</p>" for text in ABOVE)
    items = "<li>Việc một;<ul><li>Phần a;</li><li>+ Phần b;</li></ul></li><li>Việc hai.</li>"
    page = f"<html>{above}<ul>{items}</ul></html>"
    plan = read_document(page.encode(), "a.html")
    assert below(plan) == [("-", ["+", "+"]), "-"]
    assert plan.outline[0].children[0].children[0].children[1].text == "Phần b;"


def test_lists_of_an_open_document_nest_and_show_the_figures_above() -> None:
    style = (
        '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
        '<text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style>'
        '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"'
        ' style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1"'
        ' style:num-suffix="." text:display-levels="2"/></text:list-style>'
    )
    bullets = (
        '<text:list text:style-name="B"><text:list-item><text:p>Việc một;</text:p><text:list><text:list-item>'
        "<text:p>Phần a.</text:p></text:list-item></text:list></text:list-item></text:list>"
    )
    numbers = (
        '<text:list text:style-name="N"><text:list-item><text:p>Giám sát</text:p><text:list><text:list-item>'
        "<text:p>Lập đoàn</text:p></text:list-item></text:list></text:list-item></text:list>"
    )
    above = "".join(f"<text:p>{text}</text:p>" for text in ABOVE)
    body = f"{above}{bullets}<text:p>II. GIÁM SÁT</text:p>{numbers}"
    plan = read_document(packed(body, "text", styles=style), "a.odt")
    assert below(plan) == [("-", ["+"])]
    assert shape(plan.outline[1].children) == [("1", ["1.1"])]
