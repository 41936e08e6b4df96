"""Headers of every answer: a strict Content-Security-Policy without inline script or style, and its companions."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, Response, request
from flask_talisman import Talisman
from werkzeug.middleware.proxy_fix import ProxyFix

POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": ["'self'", "data:"],
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}


YEAR = 365 * 24 * 3600
View = TypeVar("View", bound=Callable[..., Any])


def with_policy(policy: dict[str, str]) -> Callable[[View], View]:
    """Gives a view a Content-Security-Policy of its own. Stands under the route's decorator."""

    def marked(view: View) -> View:
        view.talisman_view_options = {"content_security_policy": policy}  # type: ignore[attr-defined]
        return view

    return marked


def keep_static(answer: Response) -> Response:
    """How long a browser keeps static files: those named with their version for good, fonts for a day."""
    if request.endpoint == "static" and answer.status_code == 200:
        if "v" in request.args:
            answer.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
        elif request.path.endswith(".woff2"):
            answer.headers["Cache-Control"] = "public, max-age=86400"
    return answer


def init_app(app: Flask) -> None:
    if proxies := app.config["PROXIES"]:
        # As many proxies in front as are said to be there may say who asks; nobody else.
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]
    app.after_request(keep_static)
    https = bool(app.config["HTTPS"])
    Talisman(
        app,
        content_security_policy=POLICY,
        force_https=False,  # the proxy in front redirects; a health check inside comes without TLS
        strict_transport_security=https,
        session_cookie_secure=https,
        frame_options="DENY",
        referrer_policy="same-origin",
        permissions_policy={"camera": "()", "microphone": "()", "geolocation": "()"},
    )
