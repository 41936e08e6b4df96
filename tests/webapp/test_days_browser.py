"""Fields for days in a real Chromium of another country: dd/mm/yyyy to see and to type, the calendar beside it."""

from collections.abc import Callable

import pytest
from audit import audit
from office import Office
from playwright.sync_api import Page, expect
from sqlalchemy import select

from planner.models import DayOff

pytestmark = pytest.mark.system
Visit = Callable[..., Page]


def test_a_day_is_typed_the_vietnamese_way_whatever_the_browser(visit: Visit, office: Office) -> None:
    page = visit("admin", "/admin/days-off", locale="en-US")
    field = page.locator(".day-field > [name=day]")
    for typed, taken in (("31/2/2026", False), ("2/30/2026", False), ("mai", False), ("4/9/2026", True)):
        field.fill(typed)
        field.blur()
        assert field.evaluate("one => one.validity.valid") is taken
    expect(field).to_have_value("04/09/2026")
    form = page.locator("form:has(.day-field)")
    form.locator("[name=name]").fill("làm bù")
    form.locator("button:not([type])").click()
    page.wait_for_selector(".flash")
    office.session.rollback()
    days = [str(day) for day in office.session.scalars(select(DayOff.day).where(DayOff.name == "làm bù"))]
    assert days == ["2026-09-04"]


def test_the_calendar_fills_the_field_and_bounds_are_kept(visit: Visit, office: Office) -> None:
    task = office.task("4")
    page = visit("secretariat", f"/tasks/{task.id}/execute/extension/new", viewport={"width": 360, "height": 740})
    field = page.locator("[name=until]")
    expect(page.get_by_role("button", name="Chọn ngày trên lịch")).to_be_visible()
    page.eval_on_selector(
        ".day-calendar", "one => { one.value = '2026-06-30'; one.dispatchEvent(new Event('change', {bubbles: true})) }"
    )
    expect(field).to_have_value("30/06/2026")
    assert field.get_attribute("aria-label") == page.locator("label:has([name=until])").inner_text().strip()
    page.eval_on_selector(".day-calendar", "one => { one.max = '2026-06-15' }")
    field.fill("2026-06-20")
    field.blur()
    assert field.evaluate("one => one.validationMessage") == "… – 15/06/2026"
    assert audit(page) == []
