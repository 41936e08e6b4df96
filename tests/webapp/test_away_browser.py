"""Pages whose server went away, whose session ended, that are slow or clicked twice, in a real Chromium."""

import threading
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from office import PASSWORD, Office
from playwright.sync_api import Page, Route, expect
from sqlalchemy import func, select
from werkzeug.serving import BaseWSGIServer, make_server

from planner import clock
from planner.database import writing
from planner.models import Board, Person
from webapp import create_app

pytestmark = pytest.mark.system
Visit = Callable[..., Page]
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def complaints() -> list[str]:
    """What htmx says of a server that is away is no fault of the page."""
    return []


class Server:
    """The application on one port, that can really be stopped and started again."""

    def __init__(self) -> None:
        self.running: BaseWSGIServer | None = None
        self.port = 0
        self.start()

    def start(self) -> None:
        self.running = make_server("127.0.0.1", self.port, create_app({"TESTING": True}), threaded=True)
        self.port = self.running.server_port
        threading.Thread(target=self.running.serve_forever, daemon=True).start()

    def stop(self) -> None:
        if self.running:
            self.running.shutdown()
            self.running.server_close()
        self.running = None


@pytest.fixture
def server(app: Flask) -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture
def address(server: Server) -> str:
    return f"http://127.0.0.1:{server.port}"


def new_board(page: Page, name: str) -> None:
    page.fill("section[aria-labelledby=new-board] [name=name]", name)
    page.click("section[aria-labelledby=new-board] button.primary")


def named(office: Office, name: str) -> int:
    office.session.rollback()
    return office.session.scalar(select(func.count()).select_from(Board).where(Board.name == name)) or 0


def end_sessions(office: Office, key: str) -> None:
    with writing(office.session.get_bind()) as session:  # the page just opened may be noting that it was
        session.get_one(Person, office.people[key].id).end_sign_ins(clock.now())


def test_the_server_goes_away_and_comes_back(visit: Visit, office: Office, server: Server) -> None:
    page = visit("admin", "/admin/boards")
    server.stop()
    new_board(page, "Ban Kiểm tra")
    away = page.locator("#away")
    expect(away).to_contain_text("Mất kết nối với máy chủ")
    assert page.input_value("section[aria-labelledby=new-board] [name=name]") == "Ban Kiểm tra"
    server.start()
    expect(away).to_contain_text("Đã kết nối lại")
    away.get_by_role("button").click()
    page.wait_for_selector(".flash >> text=Đã thêm “Ban Kiểm tra”")
    assert named(office, "Ban Kiểm tra") == 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_session_ends_and_one_goes_on_where_one_was(visit: Visit, office: Office, language: str) -> None:
    office.people["admin"].choose_language(language)
    office.session.commit()
    page = visit("admin", "/admin/boards")
    page.set_viewport_size(PHONE)
    end_sessions(office, "admin")
    new_board(page, "Ban Kiểm tra")
    dialog = page.locator("#sign-in-place dialog")
    expect(dialog).to_contain_text("Phiên làm việc đã hết" if language == "vi" else "session has ended")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    dialog.locator("[name=email]").fill(office.people["admin"].email)
    dialog.locator("[name=password]").fill("sai sai sai sai")
    dialog.locator("button.primary").click()
    expect(dialog.locator(".refusal")).to_be_visible()
    dialog.locator("[name=password]").fill(PASSWORD)
    dialog.locator("[name=password]").press("Enter")
    page.wait_for_selector(".flash >> text=Ban Kiểm tra")
    assert named(office, "Ban Kiểm tra") == 1


def test_signing_in_elsewhere_in_the_same_browser_disturbs_no_open_page(visit: Visit, office: Office) -> None:
    page = visit("admin", "/admin/boards")
    other = page.context.new_page()
    other.goto(page.url.replace("/admin/boards", "/me"))
    other.click("form[action='/sign-out'] button")
    other.fill("[name=email]", office.people["admin"].email)
    other.fill("[name=password]", PASSWORD)
    other.check("[data-shows-passwords]")
    assert other.get_attribute("[name=password]", "type") == "text"
    other.click(".sign-in button.primary")
    other.wait_for_selector(".sections")
    new_board(page, "Ban Kiểm tra")
    page.wait_for_selector(".flash >> text=Ban Kiểm tra")


def test_however_many_requests_meet_the_end_one_dialog_opens(visit: Visit, office: Office) -> None:
    page = visit("admin", "/admin/boards")
    end_sessions(office, "admin")
    opened: list[str] = []
    page.on("request", lambda request: opened.append(request.url) if "/sign-in" in request.url else None)
    page.evaluate("for (let i = 0; i < 3; i++) document.dispatchEvent(new CustomEvent('session-ended'))")
    expect(page.locator("#sign-in-place dialog")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert len(opened) == 1


def test_somebody_else_s_session_loads_the_page_anew(visit: Visit, office: Office) -> None:
    page = visit("admin", "/admin/boards")
    end_sessions(office, "admin")
    new_board(page, "Ban Kiểm tra")
    dialog = page.locator("#sign-in-place dialog")
    dialog.locator("[name=email]").fill(office.people["viewer"].email)
    dialog.locator("[name=password]").fill(PASSWORD)
    dialog.locator("button.primary").click()
    page.wait_for_selector(".error-number >> text=403")
    assert named(office, "Ban Kiểm tra") == 0


def test_a_second_click_sends_nothing_and_a_slow_answer_shows(visit: Visit, office: Office) -> None:
    page, asked = visit("admin", "/admin/boards"), []

    def slowly(route: Route) -> None:
        if route.request.method == "POST":
            asked.append(route)
        else:
            route.continue_()

    page.route("**/admin/boards", slowly)
    page.fill("section[aria-labelledby=new-board] [name=name]", "Ban Kiểm tra")
    for _ in range(2):
        page.eval_on_selector("section[aria-labelledby=new-board] form", "form => form.requestSubmit()")
    page.wait_for_selector("html.is-waiting")
    asked[0].continue_()
    page.wait_for_selector(".flash >> text=Ban Kiểm tra")
    assert (len(asked), named(office, "Ban Kiểm tra")) == (1, 1)
    assert page.locator("html.is-waiting").count() == 0


def test_a_drop_on_the_kanban_asks_to_sign_in_too_and_springs_back(visit: Visit, office: Office) -> None:
    page, task = visit("secretariat", "/?year=2026"), office.task("3")
    page.wait_for_selector(f"#card-{task.id}")
    end_sessions(office, "secretariat")
    card = page.locator(f"#card-{task.id} .standing").bounding_box()
    column = page.locator(".cards[data-state=drafting]").bounding_box()
    assert card and column
    page.mouse.move(card["x"] + 30, card["y"] + 6)
    page.mouse.down()
    page.mouse.move(column["x"] + 60, column["y"] + 60, steps=15)
    page.mouse.up()
    expect(page.locator("#sign-in-place dialog")).to_contain_text("Phiên làm việc đã hết")
    expect(page.locator(f".cards[data-state=planned] > #card-{task.id}")).to_have_count(1)
