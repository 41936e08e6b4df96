"""The pictures: their figures are the official ones, and everybody of the office may look at them, nobody else."""

import csv
import re
from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest
from databases import engine_of, selects
from flask import Flask
from flask.testing import FlaskClient
from office import TODAY, Office

from planner.counts import count, count_by_board, tasks_as_of
from planner.reporting import period_of
from planner.sheets.digest import digest_sheet
from webapp.pictures.csv_file import written
from webapp.pictures.drawing import Scale, words
from webapp.pictures.figures import Table

Client = Callable[[str], FlaskClient]
NAMES = ["progress", "due", "on-time", "ageing", "flow"]
MAY = period_of(0, "month", 2026, 5)


def figures(client: FlaskClient, name: str, filters: str = "year=2026") -> list[list[str]]:
    """A picture's file, as a spreadsheet reads it."""
    answer = client.get(f"/pictures/{name}.csv?{filters}")
    assert answer.status_code == 200
    assert answer.data.startswith("\ufeff".encode())
    return list(csv.reader(StringIO(answer.text.removeprefix("\ufeff"))))


def finish(office: Office, number: str, on: date) -> None:
    task, by = office.task(number), office.actor("secretariat")
    task.begin_executing(by, on)
    task.complete(by, on, "Đã tổ chức", on)
    office.session.commit()


@pytest.mark.parametrize("who", ["head", "member", "secretariat", "leader", "viewer", "admin"])
def test_everybody_of_the_office_may_look(as_: Client, who: str) -> None:
    page = as_(who).get("/pictures")
    assert page.status_code == 200
    assert page.text.count('class="picture"') == 5


def test_who_is_not_signed_in_is_asked_to(anonymous: FlaskClient) -> None:
    for path in ("/pictures", "/pictures/flow.csv"):
        assert anonymous.get(path).location.startswith("/sign-in")


def test_a_neighbour_sees_nothing_of_it(as_: Client, office: Office) -> None:
    page = as_("outsider").get("/pictures").text
    assert "chưa có nhiệm vụ nào" in page
    assert office.boards["pt"].name not in page
    assert office.boards["pt"].name not in str([figures(as_("outsider"), name) for name in NAMES])


def test_the_wrong_verb_and_no_such_picture(as_: Client) -> None:
    assert as_("secretariat").post("/pictures").status_code == 405
    assert as_("viewer").get("/pictures/prizes.csv").status_code == 404


def test_progress_has_the_official_counts_of_every_board(as_: Client, office: Office) -> None:
    finish(office, "2", date(2026, 5, 4))
    office.task("9").cancel(office.actor("leader"), TODAY, "Thôi")
    office.session.commit()
    official = tasks_as_of(office.session, office.organisation, 2026, TODAY)
    heads, *lines, total = figures(as_("viewer"), "progress")
    assert heads[:2] == ["Bộ phận", "Nhiệm vụ"]
    assert [(line[0], int(line[1]), int(line[2]), int(line[4])) for line in lines] == [
        (name, counts.total, counts.done, counts["overdue"]) for name, counts in count_by_board(official).items()
    ]
    data = digest_sheet(office.session, office.organisation, period=MAY, issued_on=TODAY)
    assert total[1:3] == [str(count(official).total), str(count(official).done)]
    assert total[-1] == f"{data['rate']}%".replace(".", ",")


def test_months_are_as_punctual_as_the_reports_say(as_: Client, office: Office) -> None:
    finish(office, "7", date(2026, 5, 8))
    data = digest_sheet(office.session, office.organisation, period=MAY, issued_on=TODAY)
    lines = figures(as_("viewer"), "on-time")[1:-1]
    told = [(one["due"], one["on_time"]) for one in data["months"]]
    assert [tuple(map(int, (x.replace("–", "0") for x in line[1:3]))) for line in lines[:5]] == told
    assert [line[1] for line in lines[5:]] == ["–"] * 7


def test_last_years_months_stand_beside(as_: Client, office: Office) -> None:
    lines = figures(as_("viewer"), "on-time", "year=2027")
    assert lines[0][1::3] == ["Đến hạn 2027", "Đến hạn 2026"]
    assert lines[2][4:] == ["1", "0", "0,0%"]  # February 2026: one paper was due, and is not there


def test_the_ages_are_the_reports(as_: Client, office: Office) -> None:
    data = digest_sheet(office.session, office.organisation, period=MAY, issued_on=TODAY)
    total = figures(as_("viewer"), "ageing")[-1]
    assert list(map(int, total[1:5])) == data["ages"]
    assert int(total[5]) == data["counts"]["overdue"] > 0


def test_the_flow_ends_with_the_states_of_today(as_: Client, office: Office) -> None:
    finish(office, "2", date(2026, 5, 4))
    heads, *lines = figures(as_("viewer"), "flow")
    assert (lines[-1][0], lines[-1][1], lines[-1][-1]) == ("11/05/2026", "1", "10")
    assert dict(zip(heads, lines[-2], strict=True))["Hoàn thành"] == "1"
    april = next(line for line in lines if line[0] == "30/04/2026")
    assert (april[1], april[-1]) == ("0", "10")


def test_the_filters_narrow_every_picture(as_: Client, office: Office) -> None:
    board = office.boards["tctg"]
    _heads, *lines = figures(as_("viewer"), "progress", f"year=2026&board={board.id}")
    assert [line[:2] for line in lines] == [[board.name, "2"]]
    assert figures(as_("viewer"), "flow", f"year=2026&board={board.id}")[-1][-1] == "2"
    assert figures(as_("viewer"), "due", "year=2026&q=so ket")[-1] == ["Cộng", "1", "0", "0", "0"]
    assert "Không có nhiệm vụ nào khớp" in as_("viewer").get("/pictures?year=2026&q=khong co").text


def test_what_a_board_gave_away_is_in_its_past(as_: Client, office: Office) -> None:
    board = office.boards["tctg"]
    office.task("3").hand_over(office.boards["pt"], office.actor("secretariat"), TODAY, "Đúng chức năng")
    office.session.commit()
    lines = figures(as_("viewer"), "flow", f"year=2026&board={board.id}")
    assert [line[-1] for line in lines[-2:]] == ["2", "1"]


def test_a_year_without_work_says_so(as_: Client) -> None:
    assert "chưa có nhiệm vụ nào" in as_("viewer").get("/pictures?year=2031").text


def test_names_do_no_harm_in_a_picture_or_a_file(as_: Client, office: Office) -> None:
    office.boards["pt"].name = '=1+1 <b>"Phong" & trào'
    office.session.commit()
    page = as_("viewer").get("/pictures").text
    assert "<b>" not in "".join(re.findall(r"<svg.*?</svg>", page, re.DOTALL))
    assert "&lt;b&gt;" in page
    assert any(line[0].startswith("'=1+1") for line in figures(as_("viewer"), "progress"))


def test_a_page_that_the_browser_has_is_not_sent_again(as_: Client, office: Office) -> None:
    client = as_("viewer")
    etag = client.get("/pictures").headers["ETag"]
    assert client.get("/pictures", headers={"If-None-Match": etag}).status_code == 304
    finish(office, "2", date(2026, 5, 4))
    assert client.get("/pictures", headers={"If-None-Match": etag}).status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_tasks(as_: Client, app: Flask) -> None:
    def queries(address: str) -> int:
        viewer = as_("viewer")
        viewer.get(address)  # the person is seen for the first time, and what is new in the history looked through
        return selects(engine_of(app), lambda: viewer.get(address))

    assert queries("/pictures?year=2026&q=so ket") == queries("/pictures?year=2026&q=ban") <= 16


def test_a_scale_is_round_and_holds_the_highest() -> None:
    assert [list(Scale(highest).ticks) for highest in (0, 1, 9, 36)] == [
        [0], [0, 1], [0, 2, 4, 6, 8, 10], [0, 10, 20, 30, 40]
    ]  # fmt: skip
    assert Scale(100).ticks[-1] == 100


def test_words_in_a_picture_are_words() -> None:
    assert ">A &amp; B &lt;i&gt;</text>" in str(words(10, 4, "A & B <i>"))


def test_a_file_ends_its_lines_as_spreadsheets_want() -> None:
    assert written(Table(["a"], [["b, c"], [1]])) == '\ufeffa\r\n"b, c"\r\n1\r\n'.encode()
