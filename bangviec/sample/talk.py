"""A little of what people say about the sample's work, and a paper of it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from bangviec.sample.habits import Cast
from planner import clock
from planner.attaching import paper
from planner.mentions import mentions_in, people_of
from planner.models import Task

MOST = 3
PAPER = "Dự thảo tờ trình.txt"
CONTENT = "TỜ TRÌNH (dự thảo)\nVề việc tổ chức thực hiện nhiệm vụ theo chương trình công tác năm.\n"
ASKED = "Đã gửi dự thảo, đề nghị @{name} cho ý kiến trước khi trình."
ANSWERED = "Nhất trí. Đề nghị bổ sung số liệu cấp xã rồi trình trong tuần."


def talk(session: Session, tasks: Sequence[Task], cast: Cast, today: date) -> None:
    """What is being drafted is asked about by its head; the secretariat answers."""
    names = people_of(session, tasks[0].organisation_id) if tasks else {}
    drafting = [task for task in tasks if task.state == "drafting" and task.board_id in cast.heads]
    with clock.on_day(today):
        for task in drafting[:MOST]:
            _ask(task, cast, today, names)
            task.comment(ANSWERED, cast.secretariat, today)


def _ask(task: Task, cast: Cast, day: date, names: dict[int, str]) -> None:
    head, asked = cast.heads[task.board_id], ASKED.format(name=cast.secretariat.name)
    task.attach([paper(PAPER, CONTENT.encode())], head, day)
    task.comment(asked, head, day, mentions_in(asked, names))
