"""Gunicorn's settings for the web process (`--config python:bangviec.up.web_server`)."""

import gc
from pathlib import Path
from typing import Any

from bangviec.up.log_filter import WithoutSecrets

worker_class = "gthread"
workers = 2
threads = 4
preload_app = True  # create_app touches no database, so what it loads is shared by the workers
timeout = 60
graceful_timeout = 5
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - memory instead of a slow disk
accesslog = None  # addresses of calendars and links are secrets
control_socket_disable = True  # it would lie in the home folder


def on_starting(server: Any) -> None:
    """Before the workers are made, which inherit the log."""
    server.log.error_log.addFilter(WithoutSecrets())


def when_ready(server: Any) -> None:
    """What the program itself is made of never becomes garbage; looking at it would be slow, and in a worker it would
    write into every page of memory that all of them share."""
    gc.collect()
    gc.freeze()


def post_fork(server: Any, worker: Any) -> None:
    """Looking for garbage rarely keeps slow answers rare."""
    gc.set_threshold(50_000, 20, 20)
