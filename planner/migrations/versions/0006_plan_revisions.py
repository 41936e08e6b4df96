"""A plan that is issued again: its documents and the rows that were replaced; its sections; how an upload is read."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

ROW = sa.table("plan_row", sa.column("id"), sa.column("board_id"))
TASK = sa.table("task", sa.column("id"), sa.column("row_id"), sa.column("board_id"), sa.column("occurrence"))
CHANGE = sa.table("change", sa.column("id"), sa.column("task_id"), sa.column("verb"), sa.column("before", sa.JSON))


def upgrade() -> None:
    op.add_column("plan", sa.Column("outline", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("plan", sa.Column("issue", sa.Integer(), nullable=False, server_default="1"))
    op.create_table(
        "earlier_issue",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("plan_id", sa.Integer(), sa.ForeignKey("plan.id"), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date()),
        sa.Column("sha256", sa.String(), nullable=False, index=True),
        sa.Column("file_id", sa.Integer(), sa.ForeignKey("file.id")),
        sa.Column("imported_on", sa.Date(), nullable=False),
        sa.Column("replaced_on", sa.Date(), nullable=False),
        sa.UniqueConstraint("plan_id", "nth"),
    )
    with op.batch_alter_table("plan_row") as table:
        table.add_column(_reference("board_id", "board"))
        table.add_column(sa.Column("pairing", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("issue", sa.Integer(), nullable=False, server_default="1"))
        table.add_column(sa.Column("ended_issue", sa.Integer()))
        table.add_column(_reference("replaces_id", "plan_row"))
    _name_leads(op.get_bind())
    op.add_column("upload", sa.Column("state", sa.String(), nullable=False, server_default="ready"))
    op.add_column("upload", sa.Column("asked", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("upload", sa.Column("told", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("upload", sa.Column("beat_at", sa.DateTime(timezone=True)))


def _reference(name: str, to: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{to}.id", name=f"fk_plan_row_{name}_{to}"))


def _name_leads(connection: sa.Connection) -> None:
    """The lead that a row named: its tasks' board, or the one from which the first hand-over took them."""
    handed = sa.select(CHANGE.c.task_id, CHANGE.c.before).where(CHANGE.c.verb == "hand_over")
    first = {task: before["board_id"] for task, before in connection.execute(handed.order_by(CHANGE.c.id.desc()))}
    tasks = connection.execute(sa.select(TASK.c.id, TASK.c.row_id, TASK.c.board_id).order_by(TASK.c.occurrence.desc()))
    leads = {row: first.get(task, board) for task, row, board in tasks}
    if leads:
        chosen = sa.update(ROW).where(ROW.c.id == sa.bindparam("row")).values(board_id=sa.bindparam("board"))
        connection.execute(chosen, [{"row": row, "board": board} for row, board in leads.items()])


def downgrade() -> None:
    with op.batch_alter_table("upload") as table:
        for column in ("beat_at", "told", "asked", "state"):
            table.drop_column(column)
    with op.batch_alter_table("plan_row") as table:
        for column in ("replaces_id", "ended_issue", "issue", "pairing", "board_id"):
            table.drop_column(column)
    op.drop_table("earlier_issue")
    op.drop_column("plan", "issue")
    op.drop_column("plan", "outline")
