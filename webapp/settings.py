"""The web process's settings, from BANGVIEC_*."""

import os
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from planner import settings
from planner.database import engine_options
from planner.errors import Refusal
from planner.language import N_

MEGABYTE = 1024 * 1024


def config() -> dict[str, Any]:
    """What Flask and its extensions take. Refuses to start without a secret key."""
    url = settings.database_url()
    secure = settings.base_url().startswith("https://")
    return {
        "SECRET_KEY": _secret_key(),
        "SQLALCHEMY_DATABASE_URI": url,
        "SQLALCHEMY_ENGINE_OPTIONS": engine_options(url),
        "SESSION_COOKIE_NAME": "__Host-bangviec" if secure else "bangviec",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": _hours("BANGVIEC_SESSION_LONGEST_HOURS", 7 * 24),
        "SESSION_REFRESH_EACH_REQUEST": False,  # counted from the sign-in; how long unused: SESSION_IDLE
        "SESSION_IDLE": _hours("BANGVIEC_SESSION_IDLE_HOURS", 12),
        "SESSION_LONGEST": _hours("BANGVIEC_SESSION_LONGEST_HOURS", 7 * 24),
        "MAX_CONTENT_LENGTH": int(os.environ.get("BANGVIEC_MAX_UPLOAD_MB", "20")) * MEGABYTE,
        "MAX_FORM_MEMORY_SIZE": 8 * MEGABYTE,  # a table pasted from Word brings all its styles
        "TRUSTED_HOSTS": _trusted_hosts(),
        "WTF_CSRF_TIME_LIMIT": None,  # a page stays open all day; the token lives as long as the session
        "WTF_CSRF_SSL_STRICT": False,  # Referrer-Policy leaves no referrer to compare with
        "RATELIMIT_STORAGE_URI": os.environ.get("BANGVIEC_LIMITS_STORAGE", "memory://"),
        "RATELIMIT_HEADERS_ENABLED": True,
        "UPLOAD_WAIT": 1.5,  # seconds for a document to be read before its progress is shown
        "HTTPS": secure,
        "PROXIES": int(os.environ.get("BANGVIEC_PROXIES", "0")),
    }


def _hours(name: str, usual: int) -> timedelta:
    value = os.environ.get(name, "") or str(usual)
    if not value.isascii() or not value.isdigit() or not 0 < int(value) <= 8760:
        raise Refusal(N_("%(name)s phải là số giờ từ 1 đến 8760; hiện là “%(value)s”."), name=name, value=value)
    return timedelta(hours=int(value))


def _secret_key() -> str:
    key = os.environ.get("BANGVIEC_SECRET_KEY", "")
    if len(key) < 16:
        raise Refusal(N_("Chưa đặt khóa bí mật: biến BANGVIEC_SECRET_KEY phải có ít nhất 16 ký tự."))
    return key


def _trusted_hosts() -> list[str]:
    """The host names that a request may name: the base address's own, this machine's, and what the settings add."""
    more = os.environ.get("BANGVIEC_TRUSTED_HOSTS", "").split(",")
    own = urlsplit(settings.base_url()).hostname or ""
    return sorted({host.strip() for host in (own, "localhost", "127.0.0.1", "[::1]", *more) if host.strip()})
