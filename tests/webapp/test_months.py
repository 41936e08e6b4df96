"""The month view: which chip stands in which cell, and who may move it where."""

import re
from collections.abc import Callable
from io import BytesIO

import pdfplumber
import pytest
from databases import engine_of, selects
from flask import Flask
from flask.testing import FlaskClient
from office import TODAY, Office

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
CELL = re.compile(r'<ul class="chips" data-cell="([^"]*)"[^>]*>(.*?)</ul>', re.DOTALL)


def cells(page: str) -> dict[str, list[int]]:
    """Cell ("board-2026-05", "board-" for undated) → the ids of the chips in it."""
    return {cell: [int(n) for n in re.findall(r'id="chip-(\d+)"', chips)] for cell, chips in CELL.findall(page)}


def where(page: str, chip: int) -> list[str]:
    return [cell for cell, chips in cells(page).items() if chip in chips]


def chip_of(office: Office, number: str, kind: str, occurrence: int = 1) -> int:
    milestone = office.task(number, occurrence).milestone(kind)
    assert milestone is not None
    return int(milestone.id)


def look_again(office: Office) -> None:
    """Ends this session's view of what was before the request."""
    office.session.rollback()
    office.session.expire_all()


def fields(office: Office, number: str, **changes: object) -> dict[str, object]:
    task = office.task(number)
    return {"kind": "submit", "month": "2026-08", "board": task.board_id, "version": task.version,
            "state": task.state, "reason": "Chờ văn bản của Trung ương"} | changes  # fmt: skip


@pytest.mark.parametrize(
    ("number", "kind", "occurrence", "month"),
    [("1", "submit", 1, "2026-02"), ("1", "execute", 1, "2026-04"), ("6", "submit", 2, "2026-11"),
     ("8", "submit", 1, "2026-06"), ("5", "execute", 1, "2026-08"), ("4", "execute", 1, ""),
     ("7", "execute", 1, "2026-05")],
)  # fmt: skip
def test_a_chip_stands_in_the_month_of_its_deadline_else_of_its_start(
    as_: Client, office: Office, number: str, kind: str, occurrence: int, month: str
) -> None:
    page = as_("viewer").get("/months").text
    board = office.task(number).board_id
    assert where(page, chip_of(office, number, kind, occurrence)) == [f"{board}-{month}"]


def test_another_organisation_s_chips_are_not_there(as_: Client) -> None:
    assert "chip-" not in as_("outsider").get("/months").text


def test_what_reaches_into_another_year_appears_when_that_year_is_chosen(as_: Client, office: Office) -> None:
    as_("secretariat").post(f"/tasks/{office.task('3').id}/months", data=fields(office, "3", month="2027-02"))
    chip = chip_of(office, "3", "submit")
    assert where(as_("viewer").get("/months?year=2026").text, chip) == []
    assert where(as_("viewer").get("/months?year=2027").text, chip) == [f"{office.task('3').board_id}-2027-02"]
    assert 'href="/months?year=2027"' in as_("viewer").get("/months").text
    assert 'href="/months?year=2027"' not in as_("outsider").get("/months").text


def test_the_filters_leave_what_they_name(as_: Client, office: Office) -> None:
    board = office.boards["tctg"].id
    page = as_("viewer").get(f"/months?board={board}&q=so ket").text
    assert [chip for chips in cells(page).values() for chip in chips] == [chip_of(office, "3", "submit")]


def test_the_secretariat_moves_a_chip_and_the_first_period_is_shown_beside(as_: Client, office: Office) -> None:
    task = office.task("1")
    answer = as_("secretariat").post(f"/tasks/{task.id}/months", data=fields(office, "1"), headers=HX)
    assert answer.status_code == 200
    assert f'data-cell="{task.board_id}-2026-08"' in answer.text
    assert "ban đầu: Tháng 02" in answer.text
    look_again(office)
    milestone = task.milestone("submit")
    assert milestone is not None
    assert (str(milestone.start), str(milestone.deadline)) == ("2026-08-01", "2026-08-28")  # the 31st is a day off
    assert (str(milestone.first_start), task.changes[-1].reason) == ("2026-02-01", "Chờ văn bản của Trung ương")


def test_month_and_board_change_in_one_step(as_: Client, office: Office) -> None:
    task, board = office.task("1"), office.boards["tctg"]
    as_("secretariat").post(f"/tasks/{task.id}/months", data=fields(office, "1", board=board.id), headers=HX)
    look_again(office)
    assert task.board is board
    assert [change.verb for change in task.changes] == ["import", "hand_over", "move_month"]


def test_a_chip_can_be_left_undated(as_: Client, office: Office) -> None:
    task = office.task("1")
    as_("secretariat").post(f"/tasks/{task.id}/months", data=fields(office, "1", month=""), headers=HX)
    assert where(as_("viewer").get("/months").text, chip_of(office, "1", "submit")) == [f"{task.board_id}-"]


def test_without_a_reason_the_form_comes_back_and_nothing_changes(as_: Client, office: Office) -> None:
    task, board = office.task("1"), office.boards["tctg"]
    answer = as_("secretariat").post(
        f"/tasks/{task.id}/months", data=fields(office, "1", reason="", board=board.id), headers=HX
    )
    assert answer.status_code == 422
    assert "<dialog" in answer.text
    look_again(office)
    assert (task.version, task.board) == (1, office.boards["pt"])


def test_the_same_place_is_no_move(as_: Client, office: Office) -> None:
    answer = as_("secretariat").post(
        f"/tasks/{office.task('1').id}/months", data=fields(office, "1", month="2026-02"), headers=HX
    )
    assert (answer.status_code, "chưa có gì thay đổi" in answer.text) == (422, True)


def test_a_stale_page_gets_the_fresh_chip(as_: Client, office: Office) -> None:
    task, stale = office.task("1"), fields(office, "1")
    task.begin_drafting(office.actor("head_pt"), TODAY)
    office.session.commit()
    answer = as_("secretariat").post(f"/tasks/{task.id}/months", data=stale, headers=HX)
    assert answer.status_code == 409
    assert f'id="chip-{chip_of(office, "1", "submit")}"' in answer.text
    assert 'data-version="2"' in answer.text


def test_the_head_of_the_board_gets_the_form_of_a_request(as_: Client, office: Office) -> None:
    task = office.task("1")
    form = as_("head_pt").get(f"/tasks/{task.id}/months/new?kind=submit&to=2026-03").text
    assert f'action="/tasks/{task.id}/submit/time-request"' in form
    assert 'value="2026-03"' in form
    assert as_("head_pt").post(f"/tasks/{task.id}/months", data=fields(office, "1"), headers=HX).status_code == 403


@pytest.mark.parametrize("who", ["head", "member", "leader", "viewer", "admin"])
def test_only_the_secretariat_moves_months(as_: Client, office: Office, who: str) -> None:
    task = office.task("1")
    assert as_(who).get(f"/tasks/{task.id}/months/new?kind=submit").status_code == 403
    assert as_(who).post(f"/tasks/{task.id}/months", data=fields(office, "1"), headers=HX).status_code == 403
    look_again(office)
    assert task.version == 1


def test_a_neighbour_finds_no_such_task(as_: Client, office: Office) -> None:
    assert as_("outsider").post(f"/tasks/{office.task('1').id}/months", data=fields(office, "1")).status_code == 404


def test_a_board_of_a_neighbour_is_not_there(as_: Client, office: Office) -> None:
    data = fields(office, "1", board=10_000)
    assert as_("secretariat").post(f"/tasks/{office.task('1').id}/months", data=data).status_code == 404


def test_the_wrong_verb(as_: Client, office: Office) -> None:
    assert as_("secretariat").get(f"/tasks/{office.task('1').id}/months").status_code == 405
    assert as_("secretariat").delete("/months").status_code == 405


def test_the_number_of_queries_does_not_grow_with_the_chips(as_: Client, app: Flask, office: Office) -> None:
    def queries(address: str) -> int:
        viewer = as_("viewer")
        return selects(engine_of(app), lambda: viewer.get(address))

    queries("/months")  # what is kept between requests is there from now on
    assert queries("/months?q=hoi") == queries("/months?q=cu tri")


@pytest.mark.parametrize(("paper", "millimetres"), [("a4", (297, 210)), ("a3", (420, 297))])
def test_the_same_table_prints_on_two_sizes(
    as_: Client, office: Office, paper: str, millimetres: tuple[int, int]
) -> None:
    answer = as_("viewer").get(f"/months.{paper}.pdf?year=2026")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    with pdfplumber.open(BytesIO(answer.data)) as pdf:
        page = pdf.pages[0]
        assert (round(page.width * 25.4 / 72), round(page.height * 25.4 / 72)) == millimetres
        words = " ".join(one.extract_text() for one in pdf.pages)
    assert "Chương trình công tác theo tháng, năm 2026" in words
    assert "Quá hạn 73" in words
    assert "Tháng 12" in words


def test_the_paper_says_what_was_filtered(as_: Client, office: Office) -> None:
    assert 'href="/months.a3.pdf?year=2026&amp;q=zzz"' not in as_("viewer").get("/months?year=2026&q=zzz").text  # empty
    assert 'href="/months.a3.pdf?year=2026&amp;q=hoi"' in as_("viewer").get("/months?year=2026&q=hoi").text
    answer = as_("viewer").get("/months.a4.pdf?year=2026&q=nguoi+co+cong")
    with pdfplumber.open(BytesIO(answer.data)) as pdf:
        words = pdf.pages[0].extract_text()
    assert "Tìm: “nguoi co cong”" in words
    assert "Ngày hội" not in words


def test_a_neighbour_s_paper_holds_none_of_it_and_another_size_is_not_there(as_: Client) -> None:
    with pdfplumber.open(BytesIO(as_("outsider").get("/months.a4.pdf").data)) as pdf:
        assert "Trình" not in pdf.pages[0].extract_text()
    assert as_("viewer").get("/months.a5.pdf").status_code == 404
