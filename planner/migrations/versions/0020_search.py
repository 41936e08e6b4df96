"""Text that is searched without regard to accents: the folded words of tasks and of plans' rows."""

from collections.abc import Callable, Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

from planner.searching import key_of, texts_of_row, texts_of_task

revision = "0020"
down_revision = "0019"

TASK = sa.table("task", *map(sa.column, ("id", "number", "title", "paper_number", "result", "searched")))
ROW = sa.table(
    "plan_row",
    *map(sa.column, ("id", "number", "title", "board_text", "section", "submit_text", "execute_text", "searched")),
    sa.column("cooperating", sa.JSON), sa.column("extras", sa.JSON),
)  # fmt: skip
AT_ONCE = 1000


def upgrade() -> None:
    for table, texts in ((TASK, texts_of_task), (ROW, texts_of_row)):
        op.add_column(table.name, sa.Column("searched", sa.String(), nullable=False, server_default=""))
        _fill(table, texts)


def _fill(table: sa.TableClause, texts: Callable[[Any], Iterable[str | None]]) -> None:
    connection = op.get_bind()
    named = sa.update(table).where(table.c.id == sa.bindparam("row")).values(searched=sa.bindparam("key"))
    lines = connection.execute(sa.select(table)).all()
    for first in range(0, len(lines), AT_ONCE):
        some = lines[first : first + AT_ONCE]
        connection.execute(named, [{"row": line.id, "key": key_of(*texts(line))} for line in some])


def downgrade() -> None:
    for table in (TASK, ROW):
        op.drop_column(table.name, "searched")
