"""Papers that wait: made once, worded, refreshed, released under a number with their mails, then never edited."""

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from office import Office, make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from planner.actor import COMMAND
from planner.clock import on_day
from planner.database import writing
from planner.errors import NotAllowed, Refusal, Stale
from planner.issuing import (
    choose_waiting,
    drop,
    issue_annex,
    issue_report,
    keep_pdf,
    refresh,
    release,
    replace,
    scopes_without_report,
    take_up,
    unprinted,
    waiting_kinds,
    write_remarks,
)
from planner.issuing.contents import differs
from planner.migrations import upgrade
from planner.models import Change, Document, Mail, Organisation
from planner.reminding import remind_now
from planner.reporting import period_of

MAY, QUARTER = period_of(0, "month", 2026, 5), period_of(0, "quarter", 2026, 1)
JUNE = date(2026, 6, 1)
REASON = "Sai số liệu"


@pytest.fixture(params=["sqlite", "postgres"])
def there(request: pytest.FixtureRequest) -> Office:
    """The office on either database, in one session that nobody else has."""
    if request.param == "sqlite":
        return request.getfixturevalue("office")
    engine: Engine = request.getfixturevalue("postgres")
    upgrade(engine)
    session = Session(engine, expire_on_commit=False)
    request.addfinalizer(session.close)
    office = make_office(session)
    session.commit()
    return office


def draft_of(office: Office, day: date = JUNE, board: str | None = None) -> Document:
    choose_waiting(office.session, office.organisation, ["month"], office.actor("secretariat"), day)
    made = issue_report(office.session, office.organisation, MAY, office.boards[board] if board else None, day)
    assert made is not None
    return made


def mails(office: Office, kind: str = "digest") -> list[str]:
    return sorted(office.session.scalars(select(Mail.recipient).where(Mail.kind == kind)))


def history(office: Office, document: Document) -> list[str]:
    return list(
        office.session.scalars(select(Change.verb).where(Change.document_id == document.id).order_by(Change.id))
    )


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


def test_a_mistake_is_corrected_by_a_paper_that_names_the_one_it_replaces(there: Office) -> None:
    session, clerk = there.session, there.actor("secretariat")
    first = issue_report(session, there.organisation, MAY, None, JUNE)
    assert first is not None
    session.commit()
    before = dict(first.data)
    with pytest.raises(Refusal, match="lý do"):
        replace(session, first, "", clerk, JUNE)
    second = replace(session, first, REASON, clerk, date(2026, 6, 3))
    assert (second.state, first.replaced_by, second.last) == ("draft", None, first.last)
    with pytest.raises(Refusal, match="Đã có bản thay thế"):
        replace(session, first, REASON, clerk, date(2026, 6, 3))
    write_remarks(session, second, "Đính chính số liệu.", clerk, date(2026, 6, 3))
    refresh(session, second, clerk, date(2026, 6, 3))
    release(session, second, clerk, date(2026, 6, 3))
    session.commit()
    told = {"code": "01/BC-MTTQ-BTT", "issued_on": "2026-06-01", "title": first.title}
    assert (second.data["replaces"], second.data["code"]) == (told, "02/BC-MTTQ-BTT")
    assert (first.data, first.state, first.replaced_by) == (before, "released", second)
    assert len(mails(there)) == 4
    text = session.scalars(select(Mail.text).where(Mail.document_id == second.id)).first()
    assert "thay thế văn bản số 01/BC-MTTQ-BTT" in (text or "")
    with pytest.raises(Refusal, match="đã được thay thế bởi văn bản số 02"):
        replace(session, first, REASON, clerk, date(2026, 6, 4))
    third = replace(session, second, REASON, clerk, date(2026, 6, 4))
    assert third.data["replaces"]["code"] == "02/BC-MTTQ-BTT"


def test_a_letter_is_replaced_by_one_about_what_is_still_open(there: Office) -> None:
    session, clerk, board = there.session, there.actor("secretariat"), there.boards["pt"]
    day = date(2026, 5, 11)
    letter = remind_now(session, there.organisation, board, [there.task("1"), there.task("8")], clerk, day)
    there.task("1").begin_drafting(clerk, day)
    there.task("1").submit(clerk, day, "12/TTr", day)
    made = replace(session, letter, REASON, clerk, day)
    assert [line["title"] for line in made.data["items"]] == [there.task("8").title]
    there.task("8").cancel(clerk, day, "Thôi thực hiện")
    with pytest.raises(Refusal, match="không còn nội dung"):
        release(session, made, clerk, date(2026, 5, 12))


def test_an_annex_is_made_once_a_day_and_released_like_any_paper(there: Office) -> None:
    session, clerk = there.session, there.actor("secretariat")
    for row in there.plan.rows[:3]:
        row.section = "I. CÔNG TÁC TRỌNG TÂM"  # a heading of the annex, without a board
    annex = issue_annex(session, there.plan, clerk, JUNE)
    assert annex is not None
    assert issue_annex(session, there.plan, clerk, JUNE) is None
    release(session, annex, clerk, date(2026, 6, 2))
    assert (annex.kind, annex.plan, annex.data["code"]) == ("annex", there.plan, "01/PL-MTTQ-BTT")
    assert (annex.data["as_of"], annex.data["issued_on"]) == ("2026-06-01", "2026-06-02")
    heads = [there.people[who].email for who in ("head", "head_pt", "head_tctg", "leader", "secretariat")]
    assert mails(there, "annex") == sorted(heads)
    with pytest.raises(Refusal, match="không có phần nhận xét"):
        write_remarks(session, issue_annex(session, there.plan, clerk, date(2026, 6, 3)), "…", clerk, date(2026, 6, 3))  # type: ignore[arg-type]


def releases_at_once(engine: Engine, document_id: int, office_id: int) -> None:
    """Two clerks press the same button; two pages of different papers ask for one number."""
    answers: list[str] = []

    def run() -> None:
        try:
            with writing(engine) as session:
                document = session.get_one(Document, document_id)
                release(session, document, COMMAND, JUNE, version=1)
            answers.append("released")
        except (Stale, StaleDataError):
            answers.append("stale")

    runs = [threading.Thread(target=run) for _ in range(4)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert sorted(answers) == ["released", "stale", "stale", "stale"]
    with Session(engine) as session:
        assert len(session.scalars(select(Mail).where(Mail.document_id == document_id)).all()) == 2
        assert session.get_one(Organisation, office_id).revision > 0


def test_a_double_release_goes_out_once(engine: Engine, office: Office) -> None:
    document = draft_of(office)
    office.session.commit()
    releases_at_once(engine, document.id, office.organisation.id)


def test_a_double_release_goes_out_once_on_postgresql(postgres: Engine) -> None:
    upgrade(postgres)
    with Session(postgres, expire_on_commit=False) as session:
        office = make_office(session)
        document = draft_of(office)
        session.commit()
    releases_at_once(postgres, document.id, office.organisation.id)
