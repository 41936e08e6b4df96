"""Comments, followers and the bell."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
INSTANT = sa.DateTime(timezone=True)
CONCERN = sa.table(
    "concern", sa.column("at", INSTANT), sa.column("read_at", INSTANT), sa.column("waits", sa.Boolean()),
    sa.column("mail_id", sa.Integer()),
)  # fmt: skip


def upgrade() -> None:
    _add_comments()
    _add_follows()
    _add_bell()


def _add_comments() -> None:
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("task_id", sa.Integer(), sa.ForeignKey("task.id"), nullable=False, index=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("mentions", sa.JSON(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("edited_at", INSTANT),
        sa.Column("removed_at", INSTANT),
    )


def _add_follows() -> None:
    op.create_table(
        "follow",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("task_id", sa.Integer(), sa.ForeignKey("task.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False, index=True),
        sa.Column("since", INSTANT, nullable=False),
        sa.UniqueConstraint("task_id", "person_id"),
    )


def _add_bell() -> None:
    """What people were told of by mail before is no news under the bell."""
    with op.batch_alter_table("concern") as table:
        comment = sa.ForeignKey("comment.id", name="fk_concern_comment_id_comment")
        table.add_column(sa.Column("comment_id", sa.Integer(), comment))
        table.add_column(sa.Column("waits", sa.Boolean(), nullable=False, server_default=sa.true()))
        table.add_column(sa.Column("read_at", INSTANT))
        table.create_index("ix_concern_unread", ["person_id", "read_at"])
    op.execute(CONCERN.update().values(read_at=CONCERN.c.at, waits=CONCERN.c.mail_id.is_(None)))
    with op.batch_alter_table("concern") as table:
        table.alter_column("waits", server_default=None)
        table.drop_index("ix_concern_waiting")
        table.create_index("ix_concern_waiting", ["organisation_id", "waits"])


def downgrade() -> None:
    with op.batch_alter_table("concern") as table:
        table.drop_index("ix_concern_unread")
        table.drop_index("ix_concern_waiting")
        table.create_index("ix_concern_waiting", ["organisation_id", "mail_id"])
        for name in ("comment_id", "waits", "read_at"):
            table.drop_column(name)
    op.drop_table("follow")
    op.drop_table("comment")
