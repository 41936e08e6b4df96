"""Artifacts: what a run made, as a table on Prefect's page."""

import logging
from collections.abc import Iterable, Sequence

from prefect.artifacts import create_markdown_artifact
from prefect.context import FlowRunContext

from flows.saying import language
from planner.language import translate
from planner.settings import base_url

log = logging.getLogger(__name__)


def show(key: str, title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Keeps a table with the run: lower-case `key`, then a title and a header from the catalogue, then rows.

    Without a run or without a row there is nothing to keep. A table that Prefect refuses fails nothing.
    """
    found = list(rows)
    if not found or not FlowRunContext.get():
        return
    title, header = _say(title), [_say(word) for word in header]
    lines = [f"## {title}", "", _line(header), _line(["---"] * len(header)), *map(_line, found)]
    try:
        create_markdown_artifact(key=key, markdown="\n".join(lines), description=title)
    except Exception as error:
        log.warning("the table of the run was not kept: %s: %s", type(error).__name__, error)


def cell(text: str) -> str:
    """Text of people's own in a table: what would end a cell or begin a markup is taken literally."""
    for mark in "\\|[]<>*_`#":
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.split())


def link(words: str, path: str) -> str:
    """A link to a page of the office, by its own address (BANGVIEC_BASE_URL)."""
    return f"[{cell(words)}]({base_url()}{path})"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _say(message: str) -> str:
    return translate(message, language())
