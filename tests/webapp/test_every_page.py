"""Every page that a GET reaches, found by the route list: accessible, fitting, silent, translated, with a title."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from audit import audit
from every_page import SIGNED_OUT, Stock, is_page, pages
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from office import Office
from playwright.sync_api import Page
from spoken import left_in_vietnamese, stored_texts
from stocked import stock
from werkzeug.test import TestResponse

Client = Callable[[str], FlaskClient]
Answer = tuple[str, str, TestResponse]
Answers = Callable[[], Iterator[Answer]]


@pytest.fixture
def stocked(office: Office, as_: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stock:
    monkeypatch.setenv("BANGVIEC_MAILBOX", str(tmp_path / "mailbox"))
    return stock(office, as_, tmp_path / "mailbox")


@pytest.fixture
def answers(app: Flask, stocked: Stock, as_: Client, anonymous: FlaskClient) -> Callable[[], Iterator[Answer]]:
    """(endpoint, address, answer) of every address that a GET reaches, for who sees most."""

    def ask() -> Iterator[Answer]:
        signed_in = as_("admin")
        for endpoint, where in pages(app, stocked):
            answer = (anonymous if endpoint in SIGNED_OUT else signed_in).get(where)
            assert answer.status_code < 400 or where in stocked.gone, f"{where} answers {answer.status_code}"
            yield endpoint, where, answer

    return ask


@pytest.mark.system
def test_every_page_stands_the_audit(answers: Answers, visit: Callable[..., Page], address: str) -> None:
    page, faults = visit("admin", "/me"), []
    for endpoint, where, answer in list(answers()):
        if not is_page(answer):
            continue
        if endpoint in SIGNED_OUT:
            page.context.clear_cookies()
        page.goto(address + where)
        faults += [f"{where}: {fault}" for fault in audit(page, thorough=False)]
    assert not faults, "\n".join(faults)


def test_every_page_names_its_language_and_itself(answers: Answers) -> None:
    titles: dict[str, set[str]] = {}
    for endpoint, where, answer in answers():
        if is_page(answer):
            page = html.fromstring(answer.text)
            assert page.get("lang") == "vi", where
            titles.setdefault(page.findtext(".//title").strip(), set()).add(endpoint)
    assert {title: ends for title, ends in titles.items() if len(ends) > 1 or not title} == {}


def test_every_page_speaks_english(answers: Answers, anonymous: FlaskClient, office: Office) -> None:
    office.people["admin"].choose_language("en")
    office.session.commit()
    anonymous.post("/language", data={"language": "en"})
    data, left = sorted(stored_texts(office), key=len, reverse=True), []
    for _, where, answer in answers():
        if answer.status_code < 300 and answer.mimetype == "text/html" and answer.text.strip():
            page = html.fromstring(answer.text)
            assert page.get("lang", "en") == "en", where
            left += [f"{where}: {said}" for said in left_in_vietnamese(page, data)]
    assert not left, "\n".join(left)
