"""The office's calendar of reports: the end of its months, and the quarterly, half-yearly and yearly reports."""

import re

from flask import url_for
from werkzeug.wrappers import Response

from planner.clock import today
from planner.errors import Refusal
from planner.language import N_, Word
from planner.models import work_calendar
from planner.reporting import YearDay, coming, drop_report, set_month_end, set_report
from planner.reporting.settings import REPORTS, setting_of
from webapp import forms
from webapp.access import access
from webapp.admin import section
from webapp.answers import render
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.people import current_actor, current_organisation
from webapp.writing import writes

NAMES = {
    ("quarter", 1): N_("Báo cáo quý I"),
    ("quarter", 2): N_("Báo cáo quý II"),
    ("quarter", 3): N_("Báo cáo quý III"),
    ("quarter", 4): N_("Báo cáo quý IV"),
    ("half", 1): N_("Báo cáo 6 tháng đầu năm"),
    ("half", 2): N_("Báo cáo 6 tháng cuối năm"),
    ("year", 1): N_("Báo cáo năm"),
}
DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})")
NO_DAY = N_("“%(value)s” không phải là ngày trong năm; viết như 10/6.")


@section.get("/reporting")
@access("admin", "secretariat")
def reporting() -> str:
    organisation, day = current_organisation(), today()
    calendar = work_calendar(db.session())
    reports = [(*one, NAMES[one], setting_of(organisation, *one)) for one in REPORTS]
    next_ones = {one: coming(organisation, *one, day, calendar) for one in REPORTS}
    months = [coming(organisation, "month", nth, day, calendar) for nth in range(1, 13)]
    month = min(months, key=lambda due: due.issue_on)
    return render("admin/reporting.html", reports=reports, coming=next_ones, month=month)


@section.post("/month-end")
@access("admin", "secretariat")
@writes
@answers_form
def update_month_end() -> Response:
    set_month_end(current_organisation(), forms.number("day") or 0, current_actor(), today())
    return done(N_("Đã lưu ngày kết thúc tháng của cơ quan."), url_for("admin.reporting"))


@section.post("/report-dates")
@access("admin", "secretariat")
@writes
@answers_form
def create_report_date() -> Response:
    """Switches a report on, or gives it other days."""
    report = _report()
    until, before = _year_day("until"), _year_day("before")
    set_report(current_organisation(), *report, until, before, current_actor(), today())
    return done(N_("Đã lưu lịch của %(report)s."), url_for("admin.reporting"), report=Word(NAMES[report]))


@section.post("/report-dates/removal")
@access("admin", "secretariat")
@writes
@answers_form
def create_report_date_removal() -> Response:
    report = _report()
    drop_report(current_organisation(), *report, current_actor(), today())
    sentence = N_("Từ nay không lập tự động %(report)s; các báo cáo đã lập vẫn còn.")
    return done(sentence, url_for("admin.reporting"), report=Word(NAMES[report]))


def _report() -> tuple[str, int]:
    report = forms.text("kind"), forms.number("nth") or 0
    if report not in NAMES:
        raise Refusal(N_("Không có kỳ báo cáo này."))
    return report


def _year_day(name: str) -> YearDay | None:
    """A day of every year as people write it, 10/6; None for an empty field."""
    value = forms.text(name)
    if not value:
        return None
    found = DAY.fullmatch(value)
    day = YearDay(int(found[2]), int(found[1])) if found else None
    if day is None or not day.exists:
        raise Refusal(NO_DAY, value=value[:40])
    return day
