"""Who is quicker than the page: what has come answers at the very moment in which it is there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from office import Office

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.system
Visit = Callable[..., "Page"]

# An observer hears of a change before any timer, and before any key of a person.
AT_ONCE = """([place, what, act]) => new MutationObserver((_, observer) => {
  const found = document.querySelector(`${place} ${what}`);
  if (!found) return;
  observer.disconnect();
  found[act]();
}).observe(document.querySelector(place), { childList: true, subtree: true })"""


def test_a_menu_and_its_form_are_live_when_they_come(visit: Visit, office: Office) -> None:
    page, task = visit("head", "/persons"), office.task("4")
    page.evaluate(AT_ONCE, ["#card-menu", "[hx-get*='assignment/new']", "click"])
    page.evaluate(AT_ONCE, ["#dialog-place", "form", "requestSubmit"])
    with page.expect_response(lambda answer: answer.request.method == "POST") as sent:
        page.click(f"#card-{task.id} .card-move")
    assert sent.value.request.headers["hx-request"] == "true"
    assert page.url.endswith("/persons")
