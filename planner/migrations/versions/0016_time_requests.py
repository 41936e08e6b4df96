"""Requests for another time that wait for the secretariat."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    op.create_table(
        "time_request",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("task_id", sa.Integer(), sa.ForeignKey("task.id"), nullable=False),
        sa.Column("milestone_id", sa.Integer(), sa.ForeignKey("milestone.id"), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("day", sa.Date()),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("start", sa.Date()),
        sa.Column("finish", sa.Date()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column("why", sa.String(), nullable=False),
    )
    op.create_index("ix_time_request_task_id", "time_request", ["task_id"])
    op.create_index("ix_time_request_milestone_id", "time_request", ["milestone_id"])
    op.create_index("ix_time_request_organisation_id_state", "time_request", ["organisation_id", "state"])
    op.create_index(
        "ix_time_request_one_waiting", "time_request", ["milestone_id"], unique=True, sqlite_where=WAITING,
        postgresql_where=WAITING,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_table("time_request")
