"""An office with something on every page: papers, a draft, feeds, uploads, mail; and somebody who sees it all."""

import mailbox
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from every_page import Stock
from flask.testing import FlaskClient
from office import TODAY, Office
from plan_file import ROWS, plan_docx, send
from sqlalchemy import select

from planner import clock
from planner.arising import ArisenTexts, add_arisen
from planner.attaching import paper
from planner.issuing import choose_waiting, issue_annex, issue_minutes, issue_report
from planner.models import Document, Feed, Link, Plan, ReviewItem, ReviewSession, Upload
from planner.reporting import period_of
from planner.wishes import Wish

Client = Callable[[str], FlaskClient]
CHANGED_ROWS = (ROWS[0], ("1", "Phát động tháng cao điểm", "Ban Phong trào", "Tháng 9", "Tháng 10"), *ROWS[2:])


def stock(office: Office, as_: Client, folder: Path) -> Stock:
    """Fills the office; "admin" gets every role. The mailbox is kept in `folder`."""
    _give_every_role(office)
    secret = _links(office)
    draft = _papers(office)
    uploads = _uploads(office, as_)
    key = _mailbox(folder)
    _time_requests(office)
    ids = _talk(office)
    ids |= {"tasks": office.task("4").id, "plans": office.plan.id, "reports": draft, "uploads": uploads[0]}
    ended = office.people["admin"].address_to_end("digests").split("8080")[-1]
    addresses = {
        "links.show": (f"/links/{secret}", "/links/unknown"),
        "mail_choices.show": (ended,),
        "kanban.show": ("/?year=2026", "/?year=2026&lanes=1&held=1"),
        "tasks.new": tuple(f"/tasks/{ids['tasks']}/{move}/new" for move in ("drafting", "postponement")),
        "reports.show": tuple(f"/reports/{number}" for number in _documents(office)),
        "months.new": (f"/tasks/{ids['tasks']}/months/new?kind=submit&to=6",),
        "search.show": ("/search", "/search?q=ke+hoach"),
        "issues.show": (f"/uploads/{uploads[1]}/comparison",),
    }
    addresses["admin.sign_ins"] = (f"/admin/people/{office.people['admin'].id}/sign-ins",)
    merging = f"/admin/boards/{office.boards['dcpl'].id}/merging"
    addresses["admin.merging"] = (merging, f"{merging}?into={office.boards['pt'].id}")
    task, review = office.task("4"), _review(office, as_)
    ids |= {"overdue": task.id, "reviews": review[0]}
    chosen = f"card={task.id}:{task.version}:{task.state}"
    addresses["selection.new_moves"] = (f"/selection/moves/new?{chosen}&to=drafting",)
    addresses["selection.new_assignment"] = (f"/selection/assignment/new?{chosen}",)
    addresses["selection.menu"] = (f"/selection/moves?{chosen}",)
    return Stock(ids, {"key": key, "item": str(review[1])}, addresses, ("/links/unknown",))


def _give_every_role(office: Office) -> None:
    person = office.people["admin"]
    person.give_role("secretariat", office.organisation)
    person.give_role("leader", office.organisation)
    person.give_role("head", office.organisation, office.boards["dcpl"])
    office.session.commit()


def _links(office: Office) -> str:
    link, secret = Link.make(office.people["viewer"], "invitation", clock.now())
    feed, _ = Feed.make(office.people["admin"], office.organisation, "all", "Lịch", clock.now())
    office.session.add_all((link, feed))
    office.session.commit()
    return secret


def _talk(office: Office) -> dict[str, int]:
    """Words and a file of the one who looks at every page, and something new under the bell."""
    task, admin = office.task("4"), office.actor("admin")
    called = [(office.people["admin"].id, "Quản trị")]
    task.comment("@Quản trị: ?", office.actor("member"), TODAY, called)
    comment = task.comment("Ok: https://mau.invalid/tai-lieu", admin, TODAY)
    task.attach([paper("to-trinh.txt", b"To trinh")], admin, TODAY)
    office.session.commit()
    return {"comments": comment.id, "attachments": task.attachments[-1].id}


def _time_requests(office: Office) -> None:
    """What boards ask for: one that waits, one that was refused; and work that came up."""
    clerk, member = office.actor("secretariat"), office.actor("member")
    refused = office.task("7").ask_time("execute", Wish("undating"), member, TODAY, "Chờ dự thảo")
    office.task("7").refuse_time(refused, clerk, TODAY, "Không lùi được")
    office.task("2").ask_time("execute", Wish.of_month(2026, 7), member, TODAY, "Chờ hướng dẫn")
    texts = ArisenTexts(title="Cứu trợ", board=office.boards["pt"].name, basis="Công văn", execute_text="Tháng 7")
    add_arisen(office.session, office.plan, texts, clerk, TODAY)
    office.session.commit()


def _papers(office: Office) -> int:
    """A report that waits, beside papers that went out."""
    session, clerk = office.session, office.actor("secretariat")
    issue_report(session, office.organisation, period_of(0, "quarter", 2026, 1), None, TODAY)
    choose_waiting(session, office.organisation, ["month"], clerk, TODAY)
    made = issue_report(session, office.organisation, period_of(0, "month", 2026, 4), None, TODAY)
    issue_annex(session, office.plan, clerk, TODAY)
    issue_minutes(session, office.organisation, TODAY, clerk, TODAY)
    session.commit()
    assert made is not None
    return made.id


def _uploads(office: Office, as_: Client) -> tuple[int, int]:
    """A document that is being corrected, and the new issue of a plan that is being compared."""
    clerk = as_("secretariat")
    send(clerk, plan_docx())
    clerk.post("/plans", data={"upload": _last(office, Upload)})
    assert _last(office, Plan) != office.plan.id
    send(clerk, plan_docx(2028), "nam-sau.docx")
    first = _last(office, Upload)
    send(clerk, plan_docx(rows=CHANGED_ROWS), "sua-doi.docx")
    return first, _last(office, Upload)


def _last(office: Office, model: type) -> int:
    office.session.rollback()
    return office.session.scalars(select(model.id).order_by(model.id.desc())).first()  # type: ignore[attr-defined, no-any-return]


def _documents(office: Office) -> list[int]:
    return list(office.session.scalars(select(Document.id).order_by(Document.id)))


def _review(office: Office, as_: Client) -> tuple[int, int]:
    """An overdue review that is under way, and one of its items."""
    as_("secretariat").post("/reviews")
    return _last(office, ReviewSession), _last(office, ReviewItem)


def _mailbox(folder: Path) -> str:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@mau.invalid", "b@mau.invalid", "An invitation"
    message["Date"] = "Mon, 11 May 2026 08:00:00 +0700"
    message.set_content("Hello")
    return mailbox.Maildir(folder).add(message)
