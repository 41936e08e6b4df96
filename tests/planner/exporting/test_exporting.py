"""A plan that is written out reads back the same, whatever its rows say; the states stand beside."""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENT
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from issued import FIRST_DAY, SECOND_DAY, YEARS, again, issue_again, issue_first, replaced, row_named, task_named
from issued import ROWS as TEXTS
from sqlalchemy.orm import Session

from planner.actor import COMMAND
from planner.errors import Refusal
from planner.exporting import FORMS, file_name, plan_sheet, write_plan
from planner.exporting.layout import fitted, written_columns
from planner.exporting.word_rows import letters
from planner.importing import import_plan
from planner.models import Organisation, Plan, work_calendar
from planner.period import Years
from planner.reading import PlanDraft, read_document, row_from_texts

ROW = ("number", "title", "board", "cooperating", "submit", "execute", "occurrences", "extras")
SHARED = Path(__file__).parents[4] / "shared" / "plans"
WORDS = (
    "Kế hoạch", "tổ chức", "hội nghị", "sơ kết", "giám sát", "Ủy ban", "MTTQ", "tỉnh", "năm", "2026", "lần thứ 5",
    "(giai đoạn 2)", "“Tháng hành động”", "<b>&amp;", "số 04/NQ-ĐCT ngày 01/8/2003;", "hoà giải", "quý II", "-",
)  # fmt: skip
BOARDS = ("Ban Phong trào", "Ban Dân chủ - Pháp luật", "Văn phòng", "Ban Tổ chức – Tuyên giáo", "Các ban liên quan")
OTHERS = ("Hội Nông dân tỉnh", "Sở Nội vụ", "Công an tỉnh", "các huyện ủy, thành ủy", "Đoàn Thanh niên")
TIMES = (
    "", "Tháng 5", "Tháng 5,11", "Quý II", "Trước ngày 15/6", "Cả năm", "Theo kế hoạch", "Hằng tháng", "Từ tháng 8",
    "Tháng 10-11", "3-5/2026", "Tháng 13", "Bắt đầu: Tháng 2; hoàn thành: Tháng 4", "05/2026", "6 tháng cuối năm",
)  # fmt: skip
SECTIONS = (
    "I. Công tác tuyên truyền", "I. Công tác tuyên truyền › 1. Báo chí", "II. Giám sát, phản biện",
    "II. Giám sát, phản biện › 1. Giám sát › a) Tại cơ sở", "III. Thi đua › 1. Phát động",
)
TITLES = (
    "Chương trình công tác năm 2026", "KẾ HOẠCH PHỐI HỢP VÀ THỐNG NHẤT HÀNH ĐỘNG NĂM 2026", "Việc trọng tâm 2026",
    "Kế hoạch " + "triển khai các nội dung trọng tâm của Ủy ban " * 5 + "năm 2026",
)  # fmt: skip

EXTRAS = ("Sản phẩm", "Kinh phí (triệu đồng)", "Ghi chú", "Thời gian họp", "Lãnh đạo phụ trách", "Trạng thái", "Trình")
NOTES = ("Báo cáo", "=1+1", "12.000.000 đồng", "Tháng 9", "-", "Kế hoạch\nBáo cáo\nKế hoạch", "Cộng: 3 đợt")

titles = st.builds(
    lambda sign, words: f"{sign}{' '.join(words)}",
    st.sampled_from(("", "", "=", "+", "-", "@", "'")),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=12),
)
extras = st.dictionaries(st.sampled_from(EXTRAS), st.sampled_from(NOTES), max_size=3)
rows = st.tuples(
    titles, st.sampled_from(BOARDS), st.lists(st.sampled_from(OTHERS), max_size=3, unique=True),
    st.sampled_from(TIMES), st.sampled_from(TIMES), st.sampled_from(SECTIONS),
    extras,
)  # fmt: skip


@st.composite
def drafts(draw: st.DrawFn) -> PlanDraft:
    """Plans as a reader gives them: rows under no section only before the first one."""
    drawn = draw(st.lists(rows, min_size=1, max_size=12))
    bare = draw(st.integers(0, len(drawn)))
    made = [
        row_from_texts(f"{n}", title, board, submit, execute, YEARS, section=None if n <= bare else section,
                       cooperating=helpers)
        for n, (title, board, helpers, submit, execute, section, _) in enumerate(drawn, 1)
    ]  # fmt: skip
    for row, (*_, beside) in zip(made, drawn, strict=True):
        row.extras = beside
    number, day = draw(st.sampled_from((("07/CTr-MTTQ-BTT", FIRST_DAY), (None, None), ("120/KH-MTTQ", None))))
    return PlanDraft(draw(st.sampled_from(TITLES)), number, day, None, YEARS, made, sha256="a" * 64, file_name="x.docx")


def stored(session: Session, draft: PlanDraft) -> Plan:
    office = Organisation(name="Ủy ban MTTQ Việt Nam tỉnh Thử", superior="Ủy ban Trung ương", place="Thử")
    session.add(office)
    session.flush()
    return import_plan(session, office, draft, COMMAND, FIRST_DAY)[0]


def written(plan: Plan, form: str) -> PlanDraft:
    """What a reader makes of the plan as it is written out."""
    return read_document(write_plan(plan_sheet(plan, SECOND_DAY), form), file_name(plan.title, form))


def as_read(draft: PlanDraft) -> list[object]:
    return [[draft.title, draft.number, draft.date, draft.years], *([getattr(row, name) for name in ROW] +
            [row.section or None] for row in draft.rows)]  # fmt: skip


@settings(
    max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate],  # shrinking a whole plan takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(draft=drafts())
def test_what_is_written_reads_back_the_same(session: Session, draft: PlanDraft) -> None:
    session.rollback()  # what the example before stored
    plan = stored(session, draft)
    for form in FORMS:
        assert as_read(written(plan, form)) == as_read(draft)


def test_a_time_that_was_missing_is_not_taken_from_what_stands_beside(session: Session) -> None:
    row = row_from_texts("1", "Hội nghị sơ kết (tháng 6)", BOARDS[0], "", "", YEARS)
    row.extras = {"Ghi chú": "Tháng 9"}
    draft = PlanDraft(TITLES[0], "07/CTr", FIRST_DAY, None, YEARS, [row], sha256="a" * 64, file_name="x.docx")
    plan = stored(session, draft)
    for form in FORMS:
        assert as_read(written(plan, form)) == as_read(draft)


@pytest.mark.parametrize("form", FORMS)
def test_rows_without_numbers_read_back_without_them(session: Session, form: str) -> None:
    titles = ("Hội nghị sơ kết", "tổ chức tập huấn", "Kiểm tra cơ sở,", "giám sát")
    rows = [row_from_texts("", title, BOARDS[0], "", "Quý II", YEARS, section=SECTIONS[0]) for title in titles]
    draft = PlanDraft(TITLES[0], "07/CTr", FIRST_DAY, None, YEARS, rows, sha256="a" * 64, file_name="x.docx")
    assert as_read(written(stored(session, draft), form)) == as_read(draft)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not here")
@pytest.mark.parametrize("form", FORMS)
def test_a_real_plan_reads_back_the_same(session: Session, form: str) -> None:
    document = SHARED / "tuyen-quang-2023.docx"
    draft = read_document(document.read_bytes(), document.name)
    assert as_read(written(stored(session, draft), form)) == as_read(draft)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("years", [Years(2026, 2026), Years(2026, 2030)])
def test_years_that_the_title_does_not_name_are_written_beside_it(session: Session, form: str, years: Years) -> None:
    rows = [row_from_texts("1", "Hội nghị tổng kết", "Ban Phong trào", "", "Tháng 5/2026", years)]
    draft = PlanDraft("Chương trình trọng tâm", "7/CTr-MTTQ", date(2025, 12, 20), None, years, rows, sha256="b" * 64)
    assert as_read(written(stored(session, draft), form)) == as_read(draft)


@pytest.mark.parametrize("form", FORMS)
def test_moved_times_stand_beside_the_words_of_the_document(session: Session, form: str) -> None:
    plan = issue_first(session)
    task = task_named(plan, "Hội nghị tiếp xúc")
    task.move_to_month("execute", 2026, 9, COMMAND, FIRST_DAY, "Chờ kỳ họp", work_calendar(session))
    session.flush()
    cells = next(row for row in grid(plan, form) if row[0] == "2")
    assert cells[5] == "Tháng 5"
    assert "30/09/2026" in cells[8]


@pytest.mark.parametrize("form", FORMS)
def test_states_papers_and_results_stand_beside(session: Session, form: str) -> None:
    plan = issue_first(session)
    task, other = task_named(plan, "Kế hoạch tổ chức"), task_named(plan, "Hội nghị tiếp xúc")
    task.begin_drafting(COMMAND, FIRST_DAY)
    task.submit(COMMAND, FIRST_DAY, "3/TTr", date(2026, 1, 5))
    other.begin_executing(COMMAND, FIRST_DAY)
    other.complete(COMMAND, FIRST_DAY, "120 cử tri dự")
    first, second, third = (row for row in grid(plan, form) if row[0] in ("1", "2", "3"))
    assert first[6:8] == ["Đã trình", "Quá hạn 12 ngày"]
    assert first[8:10] == ["Trình: 27/02/2026\nThực hiện: 29/04/2026", "số 3/TTr, 05/01/2026"]
    assert (second[6], second[10], second[11]) == ("Hoàn thành", "06/01/2026", "120 cử tri dự")
    assert third[6].splitlines() == ["Lần 1: Chưa triển khai", "Lần 2: Chưa triển khai"]


def test_work_begun_under_earlier_words_is_told_beside(session: Session) -> None:
    plan = issue_first(session)
    task_named(plan, "Hội nghị Ủy ban").begin_drafting(COMMAND, FIRST_DAY)
    issue_again(session, plan, replaced(TEXTS, "3", submit="Tháng 11", execute="Tháng 12"))
    cells = next(row for row in grid(plan, "xlsx") if row[0] == "3")
    assert cells[6].splitlines() == ["Lần 1: Chưa triển khai", "Lần 2: Đang tham mưu"]
    assert row_named(plan, "Hội nghị Ủy ban").issue == 2


def test_only_the_rows_in_force_are_written_in_the_new_order(session: Session) -> None:
    plan = issue_first(session)
    now = [TEXTS[1], TEXTS[0], *TEXTS[3:]]
    issue_again(session, plan, now)
    assert [row.title for row in written(plan, "docx").rows] == [title for _, title, *_ in now]


def test_no_cell_of_a_workbook_is_a_formula(session: Session) -> None:
    signs = [(f"{n}", f"{sign}1+1 chi tiêu", "Ban Phong trào", "", "Tháng 5") for n, sign in enumerate("=+-@", 1)]
    page = workbook(issue_first(session, signs))
    cells = [cell for row in page.iter_rows() for cell in row if str(cell.value or "")[:1] in tuple("=+-@")]
    assert len(cells) == 4
    assert {(cell.data_type, cell.quotePrefix) for cell in cells} == {("s", True)}


def test_both_lie_on_an_a4_with_the_header_on_every_page(session: Session) -> None:
    plan = issue_first(session)
    page = workbook(plan)
    header = next(row[0].row for row in page.iter_rows() if row[0].value == "Số TT")
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.print_title_rows == f"${header}:${header}"
    document = docx.Document(BytesIO(write_plan(plan_sheet(plan, SECOND_DAY), "docx")))
    section, table = document.sections[0], document.tables[1]
    assert (section.orientation, round(section.page_width.mm)) == (WD_ORIENT.LANDSCAPE, 297)
    assert [row._tr.trPr is not None and "tblHeader" in row._tr.trPr.xml for row in table.rows[:2]] == [True, False]
    for extras in ((), ("Sản phẩm", "Kinh phí")):
        assert round(sum(column.width for column in fitted(written_columns(extras)))) == 277


def test_of_the_letterhead_only_the_issuer_and_the_motto_are_bold(session: Session) -> None:
    plan = stored(session, PlanDraft("Chương trình năm 2026", "07/CTr-MTTQ-BTT", FIRST_DAY, None, YEARS, [
        row_from_texts("1", "Hội nghị sơ kết", BOARDS[0], "", "Tháng 6", YEARS)
    ], sha256="b" * 64, file_name="y.docx"))  # fmt: skip
    heading = plan_sheet(plan, SECOND_DAY).heading
    bold = ["ỦY BAN MTTQ VIỆT NAM TỈNH THỬ", *heading.right[:2]]
    cells = [cell for row in workbook(plan)["1:3"] for cell in row if cell.value]
    assert sorted(cell.value for cell in cells if cell.font.b) == sorted(bold)
    halves = docx.Document(BytesIO(write_plan(plan_sheet(plan, SECOND_DAY), "docx"))).tables[0].rows[0].cells
    runs = [run for cell in halves for paragraph in cell.paragraphs for run in paragraph.runs]
    assert [run.text for run in runs if run.bold] == bold


def test_rows_have_room_for_their_words_in_programs_that_fit_no_heights(session: Session) -> None:
    long = replaced(TEXTS, "4", title="Giám sát việc thực hiện chính sách đối với người có công " * 6)
    page = workbook(issue_first(session, long))
    heights = {row[0].value: page.row_dimensions[row[0].row].height for row in page.iter_rows()}
    assert heights["4"] > 8 * 11 > 3 * 11 > heights["5"] >= 11


def test_what_stood_beside_the_work_has_its_own_columns_before_the_states(session: Session) -> None:
    draft = again(TEXTS)
    draft.rows[1].extras, draft.rows[3].extras = {"Sản phẩm": "Báo cáo"}, {"Kinh phí": "5 triệu", "Sản phẩm": "Thư"}
    plan = stored(session, draft)
    for form in FORMS:
        header, *rows = (row for row in grid(plan, form) if len(row) == 14 and row[0] in ("Số TT", "2", "4"))
        assert header[5:9] == ["Thực hiện", "Sản phẩm", "Kinh phí", "Trạng thái"]
        assert [row[6:8] for row in rows] == [["Báo cáo", ""], ["Thư", "5 triệu"]]


def test_letters_are_smaller_where_there_are_many_columns() -> None:
    assert [letters(fitted(written_columns("abcdefgh"[:n]))) for n in (0, 2, 8)] == [20, 18, 16]


def test_a_plan_without_rows_is_refused(session: Session) -> None:
    sheet = plan_sheet(issue_first(session), SECOND_DAY)
    sheet.entries.clear()
    with pytest.raises(Refusal):
        write_plan(sheet, "docx")


@pytest.mark.parametrize(
    ("title", "name"),
    [("Kế hoạch 2026", "Kế hoạch 2026.xlsx"), ("Số 1/KH: “việc”?", "Số 1 KH “việc”.xlsx"), ("...", "ke-hoach.xlsx")],
)
def test_a_file_is_called_as_the_plan(title: str, name: str) -> None:
    assert file_name(title, "xlsx") == name


def workbook(plan: Plan) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(BytesIO(write_plan(plan_sheet(plan, SECOND_DAY), "xlsx"))).worksheets[0]


def grid(plan: Plan, form: str) -> list[list[str]]:
    """The cells of the table's rows, as somebody sees them who opens the file."""
    if form == "xlsx":
        return [[str(cell.value or "") for cell in row] for row in workbook(plan).iter_rows()]
    table = docx.Document(BytesIO(write_plan(plan_sheet(plan, SECOND_DAY), form))).tables[1]
    return [[cell.text for cell in row.cells] for row in table.rows]
