"""The release of papers: number, day and mails at once, by the secretariat alone; then they are never edited."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from drafted import JUNE, MAY, QUARTER, REASON, draft_of, history, mails
from office import Office

from planner.errors import NotAllowed, Refusal
from planner.issuing import (
    drop,
    issue_annex,
    issue_report,
    keep_pdf,
    refresh,
    release,
    replace,
    take_up,
    unprinted,
    write_remarks,
)
from planner.models import Document


def test_a_release_gives_the_number_the_day_and_the_mails_at_once(there: Office) -> None:
    document, clerk = draft_of(there), there.actor("secretariat")
    seen = {key: value for key, value in document.data.items() if key not in ("code", "issued_on")}
    release(there.session, document, clerk, date(2026, 6, 3), version=document.version)
    there.session.commit()
    assert (document.state, document.number, document.issued_on) == ("released", 1, date(2026, 6, 3))
    assert (document.data["code"], document.data["issued_on"]) == ("01/BC-MTTQ-BTT", "2026-06-03")
    assert {key: document.data[key] for key in seen} == seen
    assert mails(there) == ["thuongtruc@mau.invalid", "vanphong@mau.invalid"]
    assert list(unprinted(there.session)) == [document]
    assert history(there, document) == ["draft", "release"]


def test_who_wants_no_reports_by_mail_gets_none(there: Office) -> None:
    there.people["leader"].gets_digests = False
    there.session.flush()
    release(there.session, draft_of(there), there.actor("secretariat"), JUNE)
    assert mails(there) == ["vanphong@mau.invalid"]


def test_a_number_and_a_day_can_be_given_from_the_office_s_own_register(there: Office) -> None:
    document, clerk = draft_of(there), there.actor("secretariat")
    release(there.session, document, clerk, date(2026, 6, 5), number=41, issued_on=date(2026, 6, 4))
    assert (document.data["code"], document.issued_on) == ("41/BC-MTTQ-BTT", date(2026, 6, 4))
    following = issue_report(there.session, there.organisation, QUARTER, None, date(2026, 6, 5))
    assert following is not None
    assert following.number == 42


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"number": 1}, "Số 1 của năm 2026 đã được dùng. Số tiếp theo là 2."),
        ({"number": 0}, "từ 1 đến 99999"),
        ({"number": 100_000}, "từ 1 đến 99999"),
        ({"issued_on": date(2026, 6, 2)}, "chưa đến"),
        ({"issued_on": date(2026, 5, 30)}, "không được trước ngày 31/05/2026"),
    ],
)
def test_a_number_that_is_taken_and_a_day_out_of_place_are_refused(
    office: Office, given: dict[str, Any], sentence: str
) -> None:
    issue_report(office.session, office.organisation, QUARTER, None, JUNE)
    with pytest.raises(Refusal, match=sentence):
        release(office.session, draft_of(office), office.actor("secretariat"), JUNE, **given)


@pytest.mark.parametrize("who", ["head", "member", "leader", "viewer", "admin", "outsider"])
def test_every_verb_is_the_secretariat_s_own(office: Office, who: str) -> None:
    document, by, session = draft_of(office), office.actor(who), office.session
    for verb in (
        lambda: release(session, document, by, JUNE),
        lambda: refresh(session, document, by, JUNE),
        lambda: write_remarks(session, document, "…", by, JUNE),
        lambda: drop(session, document, REASON, by, JUNE),
        lambda: take_up(session, document, by, JUNE),
        lambda: replace(session, document, REASON, by, JUNE),
        lambda: issue_annex(session, office.plan, by, JUNE),
    ):
        with pytest.raises(NotAllowed):
            verb()
    assert document.state == "draft"


@pytest.mark.parametrize(
    "change",
    [
        lambda document: setattr(document, "data", {**document.data, "counts": {}}),
        lambda document: setattr(document, "number", 99),
        lambda document: setattr(document, "issued_on", date(2026, 7, 1)),
        lambda document: setattr(document, "state", "draft"),
        lambda document: setattr(document, "title", "Khác"),
    ],
)
def test_what_went_out_cannot_be_edited_even_by_the_code(office: Office, change: Callable[[Document], None]) -> None:
    document = draft_of(office)
    release(office.session, document, office.actor("secretariat"), JUNE)
    office.session.commit()
    change(document)
    with pytest.raises(ValueError, match="never edited"):
        office.session.flush()


def test_the_kept_pdf_cannot_be_exchanged(office: Office) -> None:
    document = issue_report(office.session, office.organisation, MAY, None, JUNE)
    assert document is not None
    first = keep_pdf(office.session, document.id, b"%PDF first")
    office.session.commit()
    assert keep_pdf(office.session, document.id, b"%PDF second") is first
    document.file_id = None
    with pytest.raises(ValueError, match="has its PDF already"):
        office.session.flush()
