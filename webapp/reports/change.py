"""One change of a paper, the same for every action: load, call the verb, commit, answer with the paper as it is."""

from collections.abc import Callable

from flask import make_response, redirect, url_for
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.wrappers import Response

from planner.errors import Refusal, Stale
from planner.models import Document
from planner.models.document import CHANGED
from webapp import forms
from webapp.access import load
from webapp.answers import announcement, refused, status_of, tell, wants_fragment
from webapp.extensions import db
from webapp.form_answers import refusal_beside
from webapp.language import say
from webapp.reports.document import fragment, page
from webapp.writing import commit


def change(id: int, verb: Callable[[Document, int], None], done: str, **values: object) -> Response:
    """Calls a verb on the paper with the version that the page showed.

    What can be mended is said beside its form; a page that is out of date gets 409 and the paper as it is.
    """
    document = load(Document, id)
    try:
        verb(document, version_shown())
        commit()
    except Stale as error:
        return _stale(id, error)
    except StaleDataError:  # another transaction was faster, on a database that lets both begin
        return _stale(id, Stale(CHANGED))
    except Refusal as error:
        if not wants_fragment():
            raise
        return refusal_beside(error)
    return _done(document, say(done, **values))


def version_shown() -> int:
    """The version that the page showed; 0, which no paper has, when it says none."""
    return forms.row_id(forms.text("version"))


def _done(document: Document, sentence: str) -> Response:
    if not wants_fragment():
        tell(sentence)
        return redirect(url_for("reports.show", id=document.id), 303)
    return _whole(document, sentence, 200)


def _stale(id: int, error: Stale) -> Response:
    sentence, status = refused(error), status_of(error)
    document = load(Document, id)
    if wants_fragment():
        return _whole(document, sentence, status)
    return make_response(page(document, sentence), status)


def _whole(document: Document, sentence: str, status: int) -> Response:
    """The paper takes the place of what the page showed of it, whichever form asked."""
    shown = fragment(document)
    db.session.commit()
    answer = make_response(f"{shown}{announcement(sentence)}", status)
    answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = "#document", "outerHTML"
    return answer
