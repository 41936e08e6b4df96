"""A person of the office at a page: in a language, at a desk with a mouse or on a phone with a finger."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from office import Office
from playwright.sync_api import Locator, Page, expect
from spoken import left_in

from planner.language import LANGUAGES, translate
from planner.models import Task

Visit = Callable[..., Page]
LOCALES = {"vi": "vi-VN", "en": "en-GB"}


@dataclass(frozen=True)
class Way:
    """One of the ways in which every job must work."""

    language: str
    is_phone: bool

    def __str__(self) -> str:
        return f"{self.language}-{'phone' if self.is_phone else 'desk'}"

    @property
    def width(self) -> int:
        return 360 if self.is_phone else 1440

    @property
    def options(self) -> dict[str, Any]:
        touch = {"has_touch": True, "is_mobile": True} if self.is_phone else {}
        size = {"width": self.width, "height": 740 if self.is_phone else 900}
        return {"viewport": size, "locale": LOCALES[self.language]} | touch

    def say(self, sentence: str, **values: object) -> str:
        return translate(sentence, self.language, **values)


each_way = pytest.mark.parametrize("way", [Way(one, size) for one in LANGUAGES for size in (False, True)], ids=str)


class Someone:
    """What a person does and sees; sentences are given in Vietnamese and sought in the person's language."""

    def __init__(self, visit: Visit, office: Office, way: Way, key: str, where: str = "/") -> None:
        office.people[key].choose_language(way.language)
        office.session.commit()
        self.office, self.way = office, way
        self.page = visit(key, where, **way.options)
        self.address = "/".join(self.page.url.split("/")[:3])

    def go(self, where: str) -> None:
        self.page.goto(self.address + where)

    def at(self, selector: str, sentence: str = "", **values: object) -> Locator:
        """The first part of the page that says this."""
        found = self.page.locator(selector)
        return (found.filter(has_text=self.way.say(sentence, **values)) if sentence else found).first

    def named(self, role: Any, sentence: str, **values: object) -> Locator:
        return self.page.get_by_role(role, name=self.way.say(sentence, **values))

    def press(self, what: str | Locator, sentence: str = "", **values: object) -> None:
        place = what if isinstance(what, Locator) else self.at(what, sentence, **values)
        if self.way.is_phone:
            place.tap()
        else:
            place.click()

    def lands(self, pattern: str) -> None:
        """Waits for another page; a hand comes later than its scripts."""
        self.page.wait_for_url(pattern)

    def sees(self, selector: str, sentence: str = "", **values: object) -> None:
        expect(self.at(selector, sentence, **values)).to_be_visible()

    def hears(self, sentence: str, **values: object) -> None:
        """What is announced."""
        expect(self.page.locator("#announcement")).to_contain_text(self.way.say(sentence, **values))

    def finds_it_sound(self) -> None:
        """Nothing goes sideways, and an English page speaks English."""
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width == self.way.width, f"{self.page.url} is {width} px wide"
        assert self.page.get_attribute("html", "lang") == self.way.language
        if self.way.language == "en":
            left = left_in(self.page.content(), self.office)
            assert not left, f"{self.page.url}: {left}"


class Finger:
    """One finger on the glass, by real touch events."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)

    def down(self, x: float, y: float) -> None:
        self._send("touchStart", x, y)

    def to(self, x: float, y: float) -> None:
        self._send("touchMove", x, y)

    def up_the_page(self, x: float, y: float, steps: int) -> None:
        for step in range(1, steps + 1):
            self.to(x, y - 25 * step)

    def off(self) -> None:
        self._send("touchEnd")

    def _send(self, kind: str, *at: float) -> None:
        points = [{"x": at[0], "y": at[1]}] if at else []
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def stored(office: Office, task: Task) -> Task:
    """The task as the database has it now."""
    office.session.rollback()
    office.session.expire_all()
    return task


def drag(page: Page, held: str, target: str) -> None:
    """Takes something in hand near its corner and lets it go over a place, as slowly as a hand would."""
    thing, place = page.locator(held).bounding_box(), page.locator(target).bounding_box()
    assert thing and place
    x, y = thing["x"] + 6, thing["y"] + 6
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 8, y + 8, steps=4)
    page.mouse.move(place["x"] + place["width"] / 2, place["y"] + min(20, place["height"] / 2), steps=15)
    page.wait_for_timeout(150)  # what is dragged by script looks where it is every 50 ms
    page.mouse.up()
