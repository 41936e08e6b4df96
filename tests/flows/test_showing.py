"""What a run made is kept with it as a table."""

from datetime import date
from typing import Any

import pytest
from office import Office
from prefect_runs import tables

pytestmark = pytest.mark.usefixtures("prefect_server", "database")

DAY = date(2026, 6, 1)


@pytest.fixture
def flows() -> dict[str, Any]:
    from flows.registry import FLOWS

    return FLOWS


def test_what_a_run_made_is_kept_as_a_table_with_links(
    flows: dict[str, Any], office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANGVIEC_BASE_URL", "https://bangviec.mau.invalid/")
    flows["roll_over"](DAY)
    flows["monthly_digest"](DAY)
    flows["send_reminders"](DAY)
    digests, letters, opened = (tables(key)[0] for key in ("monthly-digest", "send-reminders", "roll-over"))
    assert "| [01/BC-MTTQ-BTT](https://bangviec.mau.invalid/reports/1.pdf) | Báo cáo tình hình" in digests
    assert digests.count("| 01/05/2026 – 31/05/2026 | Ủy ban MTTQ Việt Nam tỉnh Mẫu |") == 4
    assert digests.count("/reports/") == 4
    assert letters.count("/reports/") == 2
    assert opened.count("https://bangviec.mau.invalid/tasks/") == 7
    kept = len(tables("monthly-digest"))
    flows["monthly_digest"](DAY)
    assert len(tables("monthly-digest")) == kept  # a run that made nothing keeps nothing


def test_text_of_people_cannot_break_the_table() -> None:
    from flows.showing import cell

    assert cell("a | b\n[c](http://x) <script>") == "a \\| b \\[c\\](http://x) \\<script\\>"
