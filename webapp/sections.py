"""Which modules hold the views: one blueprint, named `section`, a resource."""

from importlib import import_module

from flask import Flask

MODULES = (
    "webapp.health",
    "webapp.sign_in",
    "webapp.speech",
    "webapp.open_organisation",
    "webapp.pages.kanban",
    "webapp.pages.mine",
    "webapp.pages.task",
    "webapp.tasks",
    "webapp.selection",
    "webapp.talk",
    "webapp.bell",
    "webapp.months",
    "webapp.year_lines",
    "webapp.pages.persons",
    "webapp.pages.search",
    "webapp.pictures",
    "webapp.time_requests.asking",
    "webapp.time_requests.deciding",
    "webapp.uploads",
    "webapp.pages.plans",
    "webapp.pages.arisen",
    "webapp.pages.plan_copy",
    "webapp.pages.plan_issues",
    "webapp.pages.plan_export",
    "webapp.pages.cooperation",
    "webapp.pages.overdue",
    "webapp.reviews",
    "webapp.feeds.pages",
    "webapp.feeds.fetch",
    "webapp.reports",
    "webapp.admin",
    "webapp.passwords",
    "webapp.pages.me",
    "webapp.pages.sign_ins",
    "webapp.pages.mail_choices",
    "webapp.pages.mailbox",
    "webapp.first_run",
)


def init_app(app: Flask) -> None:
    for module in MODULES:
        app.register_blueprint(import_module(module).section)
