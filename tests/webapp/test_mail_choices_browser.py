"""One's own page in a real Chromium: what is chosen is kept at once, in either language."""

from collections.abc import Callable

import pytest
from office import Office
from playwright.sync_api import Page

from planner.mail_choices import AT_ONCE

pytestmark = pytest.mark.system
Visit = Callable[..., Page]


def test_a_choice_is_kept_as_soon_as_it_is_made(visit: Visit, office: Office) -> None:
    page = visit("head", "/me")
    page.check(f"[name=mail][value={AT_ONCE}]")
    page.wait_for_selector(".choices .said >> text=Đã lưu.")
    page.reload()
    assert page.is_checked(f"[name=mail][value={AT_ONCE}]")
    page.focus("[name=digests][value='1']")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector(".choices .said >> text=Đã lưu.")
    office.session.rollback()
    office.session.refresh(office.people["head"])
    assert (office.people["head"].mail_choice, office.people["head"].gets_digests) == (AT_ONCE, False)


def test_another_language_turns_the_page(visit: Visit, office: Office) -> None:
    page = visit("head", "/me")
    page.check("input[name=language][value=en]")
    page.wait_for_selector("html[lang=en]")
    assert page.is_checked("input[name=language][value=en]")


def test_mail_is_ended_without_signing_in(visit: Visit, office: Office) -> None:
    address = office.people["leader"].address_to_end("concerns").removeprefix("http://127.0.0.1:8080")
    page = visit("head", address)
    page.click("main button.primary")
    page.wait_for_selector("h1 >> text=Đã thôi gửi thư báo việc đến thuongtruc@mau.invalid.")


def test_a_long_address_fits_a_phone(visit: Visit, office: Office) -> None:
    leader = office.people["leader"]
    leader.email = "banthuongtruc.uybanmattran.phuongmauvoitenratdai@uybanmattrantoquoc.tinhmau.invalid"
    office.session.commit()
    page = visit("head", leader.address_to_end("concerns").removeprefix("http://127.0.0.1:8080"))
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
