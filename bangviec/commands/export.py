"""`bangviec export`: a plan as a document in its own columns, with where the work stands beside."""

import argparse
from pathlib import PurePath

from sqlalchemy import select
from sqlalchemy.orm import Session

from bangviec.arguments import add_organisation
from bangviec.files import write_file
from bangviec.places import known_database, organisation
from bangviec.words import WrongCall, said, tell
from planner import clock
from planner.database import reading
from planner.errors import Refusal
from planner.language import N_
from planner.models import Organisation, Plan
from planner.reissuing.finding import number_key, with_rows
from planner.text import name_key


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "plan", nargs="?", metavar="PLAN", help=said(N_("số hiệu, tên, năm hoặc mã của kế hoạch, khi có nhiều"))
    )  # fmt: skip
    add_organisation(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE.xlsx|FILE.docx", help=said(N_("tệp sẽ ghi, Excel hoặc Word"))
    )


def run(args: argparse.Namespace) -> None:
    from planner.exporting import FORMS, plan_sheet, write_plan

    form = PurePath(args.output).suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise WrongCall(N_("Lệnh chưa đúng: tệp xuất phải có đuôi .xlsx hoặc .docx."))
    with reading(known_database()) as session:
        plan = find_plan(session, organisation(session, args.organisation), args.plan)
        sheet = plan_sheet(plan, clock.today())
    write_file(args.output, write_plan(sheet, form))
    tell(N_("Đã xuất “%(title)s” vào “%(file)s”."), title=sheet.title, file=args.output)


def find_plan(session: Session, office: Organisation, name: str | None) -> Plan:
    """The office's only plan, or the one of this number, title, year or id; loaded with its rows and their tasks."""
    query = select(Plan).where(Plan.organisation_id == office.id).options(*with_rows())
    plans = list(session.scalars(query.order_by(Plan.id)))
    found = [plan for plan in plans if name is None or _is_called(plan, name)]
    if len(found) == 1:
        return found[0]
    if not plans:
        raise Refusal(N_("Cơ quan này chưa có kế hoạch nào."))
    listed = "; ".join(f"{plan.id}: {plan.title}" + (f" ({plan.number})" if plan.number else "") for plan in plans)
    message = N_("Có nhiều kế hoạch, cần ghi rõ kế hoạch nào: %(plans)s.")
    raise Refusal(message if found else N_("Không có kế hoạch đó. Các kế hoạch: %(plans)s."), plans=listed)


def _is_called(plan: Plan, name: str) -> bool:
    by_number = bool(plan.number) and number_key(name) == number_key(plan.number)
    by_title = name_key(name) == name_key(plan.title)
    return by_number or by_title or name in {str(plan.id), *map(str, plan.years)}
