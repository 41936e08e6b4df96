"""Every page of the application, as the route list names them, with an address that an office full of work answers.

A new page is found by itself when its parameters are known here by the resource before them ("tasks", "id"). Else
`ADDRESSES` says where it stands, or `NO_PAGES` that it answers with something that nobody looks at.
"""

from dataclasses import dataclass

from flask import Flask
from werkzeug.routing import Rule
from werkzeug.wrappers import Response

NO_PAGES = {
    "static", "calendar.show", "admin.letter_sample", "plans.document", "plan_export.show", "issues.document",
    "reports.word", "reports.pdf", "reports.reprint", "reports.preview", "mailbox.attachment", "mailbox.page",
    "months.paper", "pictures.figures", "talk.show_attachment", "talk.names",
    "uploads.index_rows", "kanban.more", "kanban.changes",  # only with what the page before it knows
    "first_run.show",  # only while there is nobody
}  # fmt: skip
SIGNED_OUT = {"sign_in.show"}  # come last; who is signed in is led away


@dataclass(frozen=True)
class Stock:
    """What the office has: ids by the first word of the address, values by the parameter's name, whole addresses."""

    ids: dict[str, int]
    values: dict[str, str]
    addresses: dict[str, tuple[str, ...]]
    gone: tuple[str, ...]  # addresses whose page says that there is nothing


def is_page(answer: Response) -> bool:
    """Whether an address gives a page: it neither leads to another nor gives a fragment or figures."""
    led_on = 300 <= answer.status_code < 400
    return not led_on and (answer.status_code >= 400 or "<html" in answer.get_data(as_text=True)[:500])


def pages(app: Flask, stock: Stock) -> list[tuple[str, str]]:
    """(endpoint, address) of every page; raises for one whose address is not known."""
    rules = sorted((rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())), key=str)
    wanted = [rule for rule in rules if rule.endpoint not in NO_PAGES]
    found = [(rule.endpoint, where) for rule in wanted for where in _addresses(rule, stock)]
    return sorted(found, key=lambda one: one[0] in SIGNED_OUT)


def _addresses(rule: Rule, stock: Stock) -> tuple[str, ...]:
    if rule.endpoint in stock.addresses:
        return stock.addresses[rule.endpoint]
    values = {name: _value(rule, name, stock) for name in rule.arguments}
    built = rule.build(values)
    assert built, f"no address for {rule}: see every_page.py"
    return (built[1],)


def _value(rule: Rule, name: str, stock: Stock) -> object:
    choices = getattr(rule._converters[name], "items", ())
    if choices:
        return sorted(choices)[0]
    first = str(rule).split("/")[1]
    if name == "id" and first in stock.ids:
        return stock.ids[first]
    assert name in stock.values, f"no value for <{name}> of {rule}: see every_page.py"
    return stock.values[name]
