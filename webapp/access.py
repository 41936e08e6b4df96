"""Who may use a view. Every view declares it; one without a declaration answers nobody.

    @section.get("/overdue")
    @access("secretariat", "leader")     # any of these roles in the open organisation, on any board
    def index(): ...

`@access.anyone` is for everybody who is signed in and has a role; `@access.public` for the whole world.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask, abort, current_app, redirect, request, session, url_for
from flask_login import current_user
from sqlalchemy.sql.base import ExecutableOption
from werkzeug.wrappers import Response

from planner.actor import ROLES
from planner.base import Base
from planner.errors import NotAllowed
from planner.language import N_
from planner.models import Organisation
from planner.scope import visible
from webapp.extensions import db, htmx
from webapp.people import WITHOUT_ROLE, current_actor, current_organisation
from webapp.writing import begin

View = TypeVar("View", bound=Callable[..., Any])
M = TypeVar("M", bound=Base)
IDS = range(1, 2**31)  # what the databases can compare an id with


@dataclass(frozen=True)
class Declared:
    """Who may: everybody (`public`), everybody signed in (no roles), or the bearers of some roles."""

    roles: frozenset[str] = frozenset()
    public: bool = False


class Access:
    """The declaration, as a decorator under the route's."""

    def __call__(self, *roles: str) -> Callable[[View], View]:
        if not roles or set(roles) - set(ROLES):
            raise ValueError(f"unknown roles: {roles}")
        return lambda view: _declare(view, Declared(frozenset(roles)))

    def anyone(self, view: View) -> View:
        return _declare(view, Declared())

    def public(self, view: View) -> View:
        return _declare(view, Declared(public=True))


access = Access()


def _declare(view: View, declared: Declared) -> View:
    view.access = declared  # type: ignore[attr-defined]
    return view


def declared(app: Flask, endpoint: str) -> Declared | None:
    """What the view behind an endpoint declares."""
    return getattr(app.view_functions[endpoint], "access", None)


def init_app(app: Flask) -> None:
    access.public(app.view_functions["static"])
    app.before_request(check)


def check() -> Response | None:
    """Stops a request before its view: not signed in, without the role, or nothing declared."""
    if request.endpoint is None:
        return None  # the router answers 404 or 405
    needed = declared(current_app, request.endpoint)
    if needed is None:
        abort(403)
    # Without an id in the session nobody can be signed in: no need to ask the database.
    if not needed.public and "_user_id" not in session:
        return _to_sign_in()
    begin(current_app.view_functions[request.endpoint])
    if needed.public:
        return None
    if not current_user.is_authenticated:
        return _to_sign_in()
    _check_roles(needed)
    return None


def _check_roles(needed: Declared) -> None:
    actor = current_actor()
    if not actor.organisation_ids:
        raise NotAllowed(WITHOUT_ROLE)
    if needed.roles and not any(actor.has(role, current_organisation().id) for role in needed.roles):
        raise NotAllowed(N_("Vai trò của đồng chí không được phép mở trang hoặc thực hiện thao tác này."))


def _to_sign_in() -> Response:
    """A page leads to the sign-in page and back; an open page is told, and signs in where it is."""
    if htmx or (request.accept_mimetypes and "text/html" not in request.accept_mimetypes):
        return Response(status=401)
    came_from = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("sign_in.show", next=None if came_from == "/" else came_from), 303)


def load(model: type[M], id: int, *options: ExecutableOption) -> M:
    """The row with this id if the person signed in may see it, else 404; `options` say what to load with it.

    Where a view asks for roles, they must be held in the row's own organisation, whichever is open.
    """
    if id not in IDS:
        abort(404)
    query = visible(current_actor(), model).where(model.id == id).options(*options)  # type: ignore[attr-defined]
    found = db.session.scalars(query).unique().first()
    return found if found is not None and _has_role_for(found) else abort(404)


def _has_role_for(row: Any) -> bool:
    needed = declared(current_app, request.endpoint or "")
    organisation_id = row.id if isinstance(row, Organisation) else row.organisation_id
    return not needed or not needed.roles or any(current_actor().has(role, organisation_id) for role in needed.roles)
