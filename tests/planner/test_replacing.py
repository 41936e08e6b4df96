"""What went out is corrected by a paper that replaces it; annexes are papers like any other."""

from datetime import date

import pytest
from drafted import JUNE, MAY, REASON, mails
from office import Office
from sqlalchemy import select

from planner.errors import Refusal
from planner.issuing import (
    issue_annex,
    issue_report,
    refresh,
    release,
    replace,
    write_remarks,
)
from planner.models import Mail
from planner.reminding import remind_now


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
