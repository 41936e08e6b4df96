"""Several cards to one person."""

from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.clock import today
from planner.errors import Refusal
from planner.language import N_
from planner.models import Person, Task
from webapp import forms
from webapp.access import access
from webapp.answers import render
from webapp.extensions import db
from webapp.people import current_actor
from webapp.selection import section
from webapp.selection.doing import answer, do_each
from webapp.selection.picked import picked
from webapp.tasks.responsibility import candidates
from webapp.writing import writes

ASSIGNED = N_("Đã ghi nhận người phụ trách của %(count)s thẻ.")


@section.get("/assignment/new")
@access("head", "secretariat")
def new_assignment() -> str:
    """Who can be assigned to at least one of the cards."""
    tasks = [card.task for card in picked()]
    boards = {task.board_id: task for task in tasks}.values()
    people = {person.id: person for task in boards for person in candidates(task)}
    return render("selection/assignment_form.html", tasks=tasks, people=sorted(people.values(), key=lambda p: p.name))


@section.post("/assignment")
@access("head", "secretariat")
@writes
def create_assignment() -> Response:
    cards, chosen = picked(), forms.number("person")
    person = db.session.scalars(select(Person).where(Person.id == chosen)).unique().first() if chosen else None

    def verb(task: Task) -> None:
        if chosen is not None and person not in candidates(task):
            raise Refusal(N_("Người này không thuộc bộ phận tham mưu, không phân công được."))
        task.assign(person, current_actor(), today())

    return answer(do_each(cards, verb), ASSIGNED)
