"""The list of papers: what waits for its release first, then what went out by periods."""

from flask import request

from planner.clock import today
from planner.issuing import waiting_kinds
from webapp.access import access
from webapp.answers import render, wants_fragment
from webapp.extensions import db
from webapp.filters import years
from webapp.forms import YEARS
from webapp.mail_words import mail_state
from webapp.people import current_actor, current_organisation
from webapp.reports import section
from webapp.reports.listing import KINDS, Wanted, by_period, issued, mails_of, unreleased, years_of
from webapp.reports.periods import LABELS, choices, last_month

SEES_ADDRESSES = ("secretariat", "admin")


@section.get("")
@access.anyone
def index() -> str:
    """The page; its list alone when the filters ask for it."""
    organisation, actor = current_organisation(), current_actor()
    shown = _list()
    if wants_fragment():
        return render("reports/issued.html", **shown)
    last, year = last_month(today())
    return render(
        "reports/index.html", waiting=by_period(unreleased(actor, organisation, "draft")),
        dropped=unreleased(actor, organisation, "dropped"), choices=choices(), last=last, last_year=year,
        plan_years=sorted({*years(), year}), is_clerk=actor.has("secretariat", organisation.id),
        waiting_kinds=waiting_kinds(db.session(), organisation), report_kinds=LABELS, **shown,
    )  # fmt: skip


def _list() -> dict[str, object]:
    organisation, actor, wanted = current_organisation(), current_actor(), _wanted()
    documents, more = issued(actor, organisation, wanted)
    return {
        "groups": by_period(documents), "mails": mails_of(documents), "boards": organisation.boards, "more": more,
        "wanted": wanted, "paper_years": years_of(organisation), "kinds": KINDS, "mail_state": mail_state,
        "sees_addresses": any(actor.has(role, organisation.id) for role in SEES_ADDRESSES),
    }  # fmt: skip


def _wanted() -> Wanted:
    """What the address narrows the list to; what makes no sense there counts as not there."""
    year, kind = request.args.get("issued_in", type=int), request.args.get("kind", "")
    board, page = request.args.get("board", type=int), request.args.get("page", 1, type=int)
    return Wanted(
        year if year in YEARS else None, kind if kind in KINDS else None,
        board if board in {one.id for one in current_organisation().boards} else None, max(1, min(page, 1000)),
    )  # fmt: skip
