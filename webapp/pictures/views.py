"""/pictures, and the figures of one picture as a file."""

from collections.abc import Callable

from flask import make_response
from werkzeug.wrappers import Response

from planner.clock import today
from planner.text import fold
from webapp.access import access
from webapp.answers import render
from webapp.etag import page_etag, unchanged
from webapp.files import sent_file
from webapp.filters import filters
from webapp.people import current_organisation
from webapp.pictures import section
from webapp.pictures.by_board import ageing, progress
from webapp.pictures.by_month import due, on_time
from webapp.pictures.by_week import flow
from webapp.pictures.csv_file import CSV, written
from webapp.pictures.figures import Picture
from webapp.pictures.work import Work

PICTURES: dict[str, Callable[[Work], Picture]] = {
    "progress": progress, "due": due, "on-time": on_time, "ageing": ageing, "flow": flow,
}  # fmt: skip


@section.get("/pictures")
@access.anyone
def show() -> Response:
    etag = page_etag()
    if answer := unchanged(etag):
        return answer
    work = Work(current_organisation(), filters(), today())
    pictures = [make(work) for make in PICTURES.values()] if work.tasks else []
    page = render("pictures/show.html", pictures=pictures, shown=len(work.tasks), of_all=work.total)
    answer = make_response(page)
    if etag:
        answer.set_etag(etag)
    return answer


@section.get('/pictures/<any(progress, due, "on-time", ageing, flow):name>.csv')
@access.anyone
def figures(name: str) -> Response:
    """All the figures of a picture, the same that the page shows."""
    work = Work(current_organisation(), filters(), today())
    picture = PICTURES[name](work)
    stem = fold(picture.title).replace(" ", "-")
    return sent_file(written(picture.table), f"{stem}-{work.wanted.year}.csv", CSV)
