"""Headers of every answer: a strict Content-Security-Policy without inline script or style, and its companions."""

from flask import Flask
from flask_talisman import Talisman

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


def init_app(app: Flask) -> None:
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
