"""A page's PDF comes from a child process with limits, and a failure is a sentence."""

import subprocess
import sys
from typing import Any

import pytest

import printing
from planner.errors import Refusal
from planner.paper import render_in_child

Data = dict[str, Any]


def test_a_child_gives_the_very_same_bytes(digest: Data) -> None:
    assert render_in_child("digest", digest) == printing.render("digest", digest)


def test_data_that_is_none_is_refused_with_a_sentence() -> None:
    with pytest.raises(Refusal, match="Chưa tạo được tệp văn bản"):
        render_in_child("digest", {})


def test_a_child_that_takes_too_long_is_ended(digest: Data) -> None:
    with pytest.raises(Refusal, match="chưa in kịp"):
        render_in_child("digest", digest, timeout=0.05)


def test_a_wrong_call_says_how_to_call() -> None:
    done = subprocess.run([sys.executable, "-m", "printing", "poem"], input=b"{}", capture_output=True)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"usage: python -m printing digest|report|reminder|minutes|annex [LANGUAGE [pdf|docx]]" in done.stderr


def test_a_child_has_its_limits() -> None:
    code = "import printing.__main__ as m, resource as r; m.limit(); print(r.getrlimit(r.RLIMIT_AS)[0] >> 20)"
    assert subprocess.check_output([sys.executable, "-c", code]) == b"1024\n"


def _loaded(modules: str) -> set[str]:
    code = f"import {modules}, sys; print(*sys.modules)"
    return set(subprocess.check_output([sys.executable, "-c", code], text=True).split())


def test_asking_for_paper_loads_no_renderer() -> None:
    assert not _loaded("planner.paper, printing") & {"weasyprint", "jinja2"}


def test_the_child_loads_no_database() -> None:
    assert not _loaded("printing.letters, printing.engine") & {"sqlalchemy", "planner.models"}
