"""Plans as issued, tasks with their milestones, and the history."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id"), nullable=False, index=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date()),
        sa.Column("first_year", sa.Integer(), nullable=False),
        sa.Column("last_year", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("file_id", sa.Integer(), sa.ForeignKey("file.id")),
        sa.Column("imported_on", sa.Date(), nullable=False),
        sa.UniqueConstraint("organisation_id", "sha256"),
        sa.UniqueConstraint("organisation_id", "fingerprint"),
    )
    op.create_table(
        "plan_row",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("plan_id", sa.Integer(), sa.ForeignKey("plan.id"), nullable=False, index=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("board_text", sa.String(), nullable=False),
        sa.Column("cooperating", sa.JSON(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("submit_text", sa.String(), nullable=False),
        sa.Column("execute_text", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
    )
    op.create_table(
        "target",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("plan_id", sa.Integer(), sa.ForeignKey("plan.id"), nullable=False, index=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("measures", sa.JSON(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("due", sa.String(), nullable=False),
    )
    op.create_table(
        "upload",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id"), nullable=False, index=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False, index=True),
        sa.Column("file_id", sa.Integer(), sa.ForeignKey("file.id"), nullable=False),
        sa.Column("draft", sa.JSON(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
    )
    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("plan_id", sa.Integer(), sa.ForeignKey("plan.id"), nullable=False, index=True),
        sa.Column("row_id", sa.Integer(), sa.ForeignKey("plan_row.id"), nullable=False, index=True),
        sa.Column("board_id", sa.Integer(), sa.ForeignKey("board.id"), nullable=False, index=True),
        sa.Column("assignee_id", sa.Integer(), sa.ForeignKey("person.id"), index=True),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.Column("occurrences", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("held_state", sa.String()),
        sa.Column("held_until", sa.Date()),
        sa.Column("paper_number", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    op.create_index("ix_task_organisation_state", "task", ["organisation_id", "state"])
    op.create_table(
        "milestone",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("task_id", sa.Integer(), sa.ForeignKey("task.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("start", sa.Date()),
        sa.Column("finish", sa.Date()),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("deadline", sa.Date()),
        sa.Column("first_text", sa.String(), nullable=False),
        sa.Column("first_start", sa.Date()),
        sa.Column("first_finish", sa.Date()),
        sa.Column("first_deadline", sa.Date()),
        sa.Column("opened_on", sa.Date()),
        sa.Column("done_on", sa.Date()),
        sa.UniqueConstraint("task_id", "kind"),
    )
    op.create_index("ix_milestone_deadline", "milestone", ["deadline"])
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("task_id", sa.Integer(), sa.ForeignKey("task.id")),
        sa.Column("plan_id", sa.Integer(), sa.ForeignKey("plan.id")),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
    )
    op.create_index("ix_change_org", "change", ["organisation_id", "id"])
    op.create_index("ix_change_task_id_id", "change", ["task_id", "id"])


def downgrade() -> None:
    for table in ("change", "milestone", "task", "upload", "target", "plan_row", "plan"):
        op.drop_table(table)
