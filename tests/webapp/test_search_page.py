"""Search over all years: what is found, where it is marked, and nothing of a neighbour's."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import IMPORTED, Draft, Office, Row, YearsOfPlan, months

from planner.actor import COMMAND
from planner.importing import import_plan
from webapp.search import marked

Client = Callable[[str], FlaskClient]


@pytest.fixture
def old_plan(office: Office) -> Office:
    """A plan of 2019 with a product beside its row, whose task says nothing of it."""
    rows = [Row("12", "Kế hoạch giám sát năm 2019", "Ban Phong trào", months("Tháng 5", 5),
                extras=(("Sản phẩm", "Sổ tay nghiệp vụ"),))]  # fmt: skip
    draft = Draft(rows, "Chương trình năm 2019", "02/CTr", years=YearsOfPlan(2019, 2019), sha256="c" * 64,
                  fingerprint="d" * 64)  # fmt: skip
    import_plan(office.session, office.organisation, draft, COMMAND, IMPORTED)  # type: ignore[arg-type]
    office.session.commit()
    return office


def test_tasks_of_every_year_are_found_without_accents(as_: Client, old_plan: Office) -> None:
    page = as_("viewer").get("/search?q=giam+sat+ke+hoach").text
    assert "<mark>Kế</mark> <mark>hoạch</mark> <mark>giám</mark> <mark>sát</mark> năm 2019" in page
    assert f'href="/tasks/{old_plan.task("4").id}"' not in page


def test_the_task_with_that_number_comes_first(as_: Client, office: Office) -> None:
    page = as_("viewer").get("/search?q=6").text
    first, later = page.index(f"/tasks/{office.task('6').id}\""), page.index(f"/tasks/{office.task('3').id}\"")
    assert first < later


def test_a_row_is_found_by_what_only_the_document_says(as_: Client, old_plan: Office) -> None:
    page = as_("viewer").get("/search?q=so+tay+nghiep").text
    assert "1 dòng kế hoạch khác" in page
    assert "Sản phẩm: <mark>Sổ</mark> <mark>tay</mark> <mark>nghiệp</mark> vụ" in page
    address = page.split('href="/plans/')[-1].split('"')[0]
    plan = as_("viewer").get(f"/plans/{address}")
    assert f'id="{address.split("#")[1]}"' in plan.text


def test_papers_and_results_are_found(as_: Client, office: Office) -> None:
    task = office.task("1")
    task.paper_number = "15/TTr-MTTQ"
    office.session.commit()
    assert f"/tasks/{task.id}\"" in as_("viewer").get("/search?q=15/ttr").text


@pytest.mark.parametrize("asked", ["", "   ", "%25", "_", "'", "%00", "x" * 5000])
def test_nothing_and_nonsense_are_no_fault(as_: Client, asked: str) -> None:
    assert as_("viewer").get(f"/search?q={asked}").status_code == 200
    assert as_("viewer").get(f"/search/offers?q={asked}").status_code == 200


def test_what_is_not_found_is_said(as_: Client) -> None:
    page = as_("viewer").get("/search?q=<b>xyz</b>").text
    assert "Không tìm thấy “&lt;b&gt;xyz&lt;/b&gt;”" in page


def test_a_neighbour_finds_nothing_and_nobody_signed_out(as_: Client, anonymous: FlaskClient) -> None:
    for where in ("/search?q=hoi+nghi", "/search/offers?q=hoi+nghi"):
        assert "/tasks/" not in as_("outsider").get(where).text
        assert anonymous.get(where).status_code == 303


def test_offers_are_options_and_end_with_the_page(as_: Client, office: Office) -> None:
    text = as_("viewer").get("/search/offers?q=hoi").text
    assert text.count('role="option"') == 7  # tasks 1, 2, both of 6, 7, 9 ("thăm hỏi"), and the page
    assert 'href="/search?q=hoi"' in text


def test_every_page_has_the_box_in_its_header(as_: Client) -> None:
    assert 'role="combobox"' in as_("viewer").get("/plans").text


@pytest.mark.parametrize(
    ("text", "asked", "said"),
    [
        ("Đại đoàn kết", "dai", "<mark>Đại</mark> đoàn kết"),
        ("Số 12/KH, 120 việc", "12", "Số <mark>12</mark>/KH, 120 việc"),
        ("a < b", "b", "a &lt; <mark>b</mark>"),
        ("không", "", "không"),
    ],
)
def test_words_are_marked_as_they_stand(text: str, asked: str, said: str) -> None:
    assert str(marked(text, asked)) == said
