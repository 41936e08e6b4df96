"""The overdue review as a session."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

OPEN = sa.text("ended_at IS NULL")


def _to(name: str, table: str, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{table}.id"), nullable=nullable)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "review_session",
        sa.Column("id", sa.Integer(), primary_key=True),
        _to("organisation_id", "organisation"),
        sa.Column("day", sa.Date(), nullable=False),
        *(_words(name) for name in ("chair", "clerk", "place", "present")),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        _words("began_by"),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        _words("ended_by"),
        _to("document_id", "document", nullable=True),
    )
    op.create_index(
        "ix_review_session_open", "review_session", ["organisation_id"], unique=True, sqlite_where=OPEN,
        postgresql_where=OPEN,
    )  # fmt: skip
    op.create_index("ix_review_session_organisation_id_id", "review_session", ["organisation_id", "id"])
    _create_items()
    _create_lines()


def _create_items() -> None:
    op.create_table(
        "review_item",
        sa.Column("id", sa.Integer(), primary_key=True),
        _to("review_id", "review_session"),
        _to("task_id", "task"),
        sa.Column("position", sa.Integer(), nullable=False),
        _words("milestone"),
        sa.Column("deadline", sa.Date(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        _words("board"),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("review_id", "task_id"),
    )
    op.create_index("ix_review_item_task_id", "review_item", ["task_id"])


def _create_lines() -> None:
    op.create_table(
        "review_line",
        sa.Column("id", sa.Integer(), primary_key=True),
        _to("item_id", "review_item"),
        *(_words(name) for name in ("kind", "to", "why")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _words("by"),
        _to("change_id", "change"),
        _to("document_id", "document", nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
        _words("undone_by"),
        _to("undone_change_id", "change", nullable=True),
    )
    op.create_index("ix_review_line_item_id", "review_line", ["item_id"])


def downgrade() -> None:
    for table in ("review_line", "review_item", "review_session"):
        op.drop_table(table)
