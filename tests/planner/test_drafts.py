"""Papers that wait: made once, worded, refreshed, dropped and taken up again; a stale page changes nothing."""

from datetime import date

import pytest
from drafted import JUNE, MAY, QUARTER, REASON, draft_of, history, mails
from office import Office
from sqlalchemy import select

from planner.actor import COMMAND
from planner.clock import on_day
from planner.errors import NotAllowed, Refusal, Stale
from planner.issuing import (
    choose_waiting,
    drop,
    issue_report,
    keep_pdf,
    refresh,
    release,
    scopes_without_report,
    take_up,
    unprinted,
    waiting_kinds,
    write_remarks,
)
from planner.issuing.contents import differs
from planner.models import Change


def test_what_waits_has_no_number_and_goes_to_nobody(there: Office) -> None:
    document = draft_of(there)
    assert (document.state, document.number, document.data["code"]) == ("draft", 0, "……/BC-MTTQ-BTT")
    assert mails(there) == []
    assert list(unprinted(there.session)) == []
    with pytest.raises(ValueError, match="draft"):
        keep_pdf(there.session, document.id, b"%PDF")


def test_the_secretariat_is_told_once_of_all_drafts_of_a_period(there: Office) -> None:
    draft_of(there)
    draft_of(there, board="pt")
    assert mails(there, "waiting") == ["vanphong@mau.invalid"]


def test_a_draft_is_made_once_and_only_for_the_kinds_chosen(there: Office) -> None:
    document = draft_of(there)
    assert issue_report(there.session, there.organisation, MAY, None, date(2026, 6, 2)) is None
    assert None not in scopes_without_report(there.session, there.organisation, MAY)
    quarter = issue_report(there.session, there.organisation, QUARTER, None, JUNE)
    assert quarter is not None
    assert (document.state, quarter.state, quarter.number, quarter.kind) == ("draft", "released", 1, "report")


def test_a_choice_is_the_secretariat_s_and_is_written_down_when_it_changes(there: Office) -> None:
    session, organisation = there.session, there.organisation
    with pytest.raises(NotAllowed):
        choose_waiting(session, organisation, ["month"], there.actor("leader"), JUNE)
    for _ in range(2):
        choose_waiting(session, organisation, ["year", "month"], there.actor("secretariat"), JUNE)
    assert waiting_kinds(session, organisation) == ["month", "year"]
    choose_waiting(session, organisation, [], there.actor("secretariat"), JUNE)
    assert waiting_kinds(session, organisation) == []
    assert len(session.scalars(select(Change).where(Change.verb == "choose_waiting")).all()) == 2


def test_remarks_are_kept_through_a_refreshment_and_frozen_at_release(there: Office) -> None:
    document, clerk, session = draft_of(there), there.actor("secretariat"), there.session
    write_remarks(session, document, "  Tiến độ chung bảo đảm.\r\nĐề nghị Ban Phong trào đẩy nhanh. ", clerk, JUNE)
    write_remarks(session, document, document.data["remarks"], clerk, JUNE)
    refresh(session, document, clerk, date(2026, 6, 2))
    release(session, document, clerk, date(2026, 6, 2))
    assert document.data["remarks"] == "Tiến độ chung bảo đảm.\nĐề nghị Ban Phong trào đẩy nhanh."
    assert history(there, document) == ["draft", "remark", "refresh", "release"]
    with pytest.raises(Stale):
        write_remarks(session, document, "Nghĩ lại", clerk, JUNE)


def test_figures_are_those_of_the_last_day_whenever_they_are_made_anew(there: Office) -> None:
    document, clerk, session = draft_of(there), there.actor("secretariat"), there.session
    session.commit()
    assert not differs(session, document)
    task = there.task("2")
    with on_day(date(2026, 6, 5)):
        task.begin_executing(COMMAND, date(2026, 5, 20))
        task.complete(COMMAND, date(2026, 6, 5), "Đã họp", date(2026, 5, 28))
        there.task("7").begin_executing(COMMAND, date(2026, 6, 5))
        session.commit()
    assert (document.data["counts"]["done"], differs(session, document)) == (0, True)
    refresh(session, document, clerk, date(2026, 6, 5))
    assert (document.data["counts"]["done"], document.data["as_of"]) == (1, "2026-05-31")
    assert not differs(session, document)


def test_a_dropped_draft_is_not_made_again_by_itself_but_can_be_taken_up(there: Office) -> None:
    document, clerk, session = draft_of(there), there.actor("secretariat"), there.session
    with pytest.raises(Refusal, match="lý do"):
        drop(session, document, "  ", clerk, JUNE)
    drop(session, document, "Báo cáo gộp vào quý", clerk, JUNE)
    assert issue_report(session, there.organisation, MAY, None, date(2026, 6, 2)) is None
    for verb in (release, refresh):
        with pytest.raises(Stale):
            verb(session, document, clerk, JUNE)
    take_up(session, document, clerk, date(2026, 6, 8))
    release(session, document, clerk, date(2026, 6, 8))
    assert (document.state, document.number) == ("released", 1)
    assert history(there, document) == ["draft", "drop", "take_up", "release"]


def test_a_stale_page_changes_nothing(there: Office) -> None:
    document, clerk, session = draft_of(there), there.actor("secretariat"), there.session
    seen = document.version
    write_remarks(session, document, "Một người khác vừa sửa.", clerk, JUNE, seen)
    for verb in (
        lambda: release(session, document, clerk, JUNE, version=seen),
        lambda: refresh(session, document, clerk, JUNE, seen),
        lambda: write_remarks(session, document, "Đè lên", clerk, JUNE, seen),
        lambda: drop(session, document, REASON, clerk, JUNE, seen),
    ):
        with pytest.raises(Stale):
            verb()
    assert (document.state, document.data["remarks"]) == ("draft", "Một người khác vừa sửa.")
