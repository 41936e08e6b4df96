"""Every page that a GET reaches, found by the route list: accessible, fitting, silent, translated, with a title."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from audit import audit
from every_page import SIGNED_OUT, Stock, is_page, pages
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from office import Office
from playwright.sync_api import Page
from sqlalchemy import select
from stocked import stock
from werkzeug.test import TestResponse

from planner.base import Base
from planner.language import extracting

Client = Callable[[str], FlaskClient]
VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
Answer = tuple[str, str, TestResponse]
Answers = Callable[[], Iterator[Answer]]
SAID = {"aria-label", "title", "placeholder", "alt", "content"}


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
            found = {said for said in spoken(page) if VIETNAMESE.search(without(said, data))}
            left += [f"{where}: {said}" for said in sorted(found)]
    assert not left, "\n".join(left)


def spoken(page: Any) -> Iterator[str]:
    """What a person reads or hears on a page, but for what is marked as being in Vietnamese."""
    for one in page.iter():
        if not isinstance(one.tag, str) or one.tag == "script" or one.xpath("ancestor-or-self::*[@lang='vi']"):
            continue
        yield from (value for name, value in one.attrib.items() if name in SAID or name.startswith("data-"))
        if one.tag == "mark" or one.find("mark") is not None:
            yield one.text_content() if one.tag != "mark" else ""  # what was searched for stands in its sentence
        else:
            yield from (part for part in (one.text, *(child.tail for child in one)) if part)


def without(said: str, data: list[str]) -> str:
    """What is left of a text when everything is taken out that an office wrote itself."""
    said = " ".join(said.split())
    for name in names():
        said = name.sub("", said)
    for known in data:
        said = said.replace(known, "")
    return said


@cache
def names() -> tuple[re.Pattern[str], ...]:
    """English sentences that name something in Vietnamese, as patterns: "Birthday of President Hồ Chí Minh"."""
    english = [part for sentence in extracting.read() for part in _parts(sentence.string)]
    named = sorted({" ".join(one.split()) for one in english if VIETNAMESE.search(one)}, key=len, reverse=True)
    return tuple(re.compile(re.sub(r"%\\\(\w+\\\)[sd]", ".*?", re.escape(one))) for one in named)


def _parts(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else said


def stored_texts(office: Office) -> set[str]:
    """Every text in the database, also those inside of JSON, line by line."""
    found: set[str] = set()
    for table in Base.metadata.sorted_tables:
        for row in office.session.execute(select(table)):
            for value in row:
                found |= set(texts(value))
    return {one for one in found if VIETNAMESE.search(one)}


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (" ".join(line.split()) for line in (value, *value.splitlines()) if line.strip())
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)
