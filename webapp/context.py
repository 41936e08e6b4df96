"""What every template may use, and the sections of the header in their order."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from flask import Flask, current_app, g

from planner import clock
from planner.actor import Actor
from planner.called import called
from planner.language import C_, LANGUAGES, N_
from planner.models import Organisation
from planner.moves import STATE_LABELS
from planner.standing import LABELS as STANDING_LABELS
from webapp.access import declared
from webapp.answers import wants_fragment
from webapp.filter_choices import chosen_filters, filter_choices
from webapp.filters import filters, years
from webapp.language import NAMES, current_language
from webapp.open_organisation import choices
from webapp.people import current_actor, current_organisation, current_person
from webapp.speech import this_page


@dataclass(frozen=True)
class Section:
    label: str
    endpoint: str


SECTIONS = (
    Section(N_("Bảng việc"), "kanban.show"),
    Section(N_("Theo tháng"), "months.show"),
    Section(N_("Việc của tôi"), "mine.show"),
    Section(N_("Quá hạn"), "overdue.index"),
    Section(C_("heading", "Kế hoạch"), "plans.index"),
    Section(N_("Lịch"), "feeds.index"),
    Section(N_("Báo cáo"), "reports.index"),
    Section(N_("Quản trị"), "admin.show"),
)

YEAR_VIEWS = (
    Section(N_("Theo trạng thái"), "kanban.show"),
    Section(N_("Theo tháng"), "months.show"),
    Section(N_("Theo người"), "persons.show"),
    Section(N_("Dòng thời gian"), "timeline.show"),
    Section(N_("Biểu đồ"), "pictures.show"),
)


def open_sections(actor: Actor, organisation: Organisation) -> list[Section]:
    """The sections that the person may open."""
    return [section for section in SECTIONS if may_open(actor, organisation, section.endpoint)]


def may_open(actor: Actor, organisation: Organisation, endpoint: str) -> bool:
    """Whether the person's roles open a view; False for one that is not there."""
    needed = declared(current_app, endpoint) if endpoint in current_app.view_functions else None
    return needed is not None and (not needed.roles or any(actor.has(role, organisation.id) for role in needed.roles))


def static_version(endpoint: str, values: dict[str, Any]) -> None:
    """Static files carry their time of change in the address, so that browsers may keep them."""
    if endpoint == "static" and "v" not in values:
        folder = current_app.static_folder or ""
        values["v"] = _version(f"{folder}/{values['filename']}")


def _version(path: str) -> str:
    known = current_app.extensions["static_versions"]
    if path not in known or current_app.debug:
        file = Path(path)
        known[path] = format(int(file.stat().st_mtime), "x") if file.exists() else "0"
    return known[path]


def for_templates() -> dict[str, Any]:
    if g.get("bare"):
        return {"person": None, "pinned_day": None, "sections": []} | _languages()
    person = current_person()
    values: dict[str, Any] = _languages() | {
        "person": person,
        "today": clock.today(),
        "pinned_day": clock.pinned(),
        "state_labels": STATE_LABELS,
        "standing_labels": STANDING_LABELS,
        "fragment": wants_fragment(),
        "sections": [],
    }
    if person is not None and current_actor().organisation_ids:
        values |= {
            "actor": current_actor(),
            "organisation": current_organisation(),
            "sections": open_sections(current_actor(), current_organisation()),
            "may_open": partial(may_open, current_actor(), current_organisation()),
            "year_views": YEAR_VIEWS,
            "filters": filters(),
            "filter_choices": filter_choices,
            "chosen_filters": chosen_filters,
            "years": years,
            "organisation_choices": choices,
        }
    return values


def _languages() -> dict[str, Any]:
    """What the switch in the header needs."""
    languages = [(code, NAMES[code]) for code in LANGUAGES]
    return {"language": current_language(), "languages": languages, "this_page": this_page}


def init_app(app: Flask) -> None:
    app.extensions["static_versions"] = {}
    app.url_defaults(static_version)
    app.context_processor(for_templates)
    app.jinja_env.filters["called"] = called
    app.jinja_env.globals.update(state_label=STATE_LABELS.__getitem__, standing_label=STANDING_LABELS.__getitem__)
