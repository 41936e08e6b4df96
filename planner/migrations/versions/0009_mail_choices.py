"""What mail a person wants, mails with an HTML part, and the queue of what people are told of."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
INSTANT = sa.DateTime(timezone=True)
PERSON = sa.table("person", sa.column("id", sa.Integer()), sa.column("mail_key", sa.String()))


def upgrade() -> None:
    _add_wishes()
    _add_parts_of_mail()
    _add_queue()
    _begin_at_the_present()


def _add_wishes() -> None:
    """Who was there before hears of work once a day; each gets a key of their own."""
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("mail_choice", sa.String(), nullable=False, server_default="daily"))
        person.add_column(sa.Column("gets_digests", sa.Boolean(), nullable=False, server_default=sa.true()))
        person.add_column(sa.Column("mail_key", sa.String(), nullable=False, server_default=""))
    connection = op.get_bind()
    for one in connection.execute(sa.select(PERSON.c.id)).scalars().all():
        key = secrets.token_urlsafe(16)
        connection.execute(PERSON.update().where(PERSON.c.id == one).values(mail_key=key))
    _without_defaults("person", "mail_choice", "gets_digests", "mail_key")


def _add_parts_of_mail() -> None:
    with op.batch_alter_table("mail") as mail:
        mail.add_column(sa.Column("html", sa.String(), nullable=False, server_default=""))
        mail.add_column(sa.Column("unsubscribe", sa.String(), nullable=False, server_default=""))
    _without_defaults("mail", "html", "unsubscribe")


def _without_defaults(table: str, *columns: str) -> None:
    with op.batch_alter_table(table) as changed:
        for name in columns:
            changed.alter_column(name, server_default=None)


def _add_queue() -> None:
    op.create_table(
        "concern",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("key", sa.String(), nullable=False, unique=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False, index=True),
        sa.Column("task_id", sa.Integer(), sa.ForeignKey("task.id"), nullable=False),
        sa.Column("change_id", sa.Integer(), sa.ForeignKey("change.id")),
        sa.Column("document_id", sa.Integer(), sa.ForeignKey("document.id")),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("mail_id", sa.Integer(), sa.ForeignKey("mail.id")),
    )
    op.create_index("ix_concern_waiting", "concern", ["organisation_id", "mail_id"])
    op.create_table(
        "told",
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id"), primary_key=True),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("notice_id", sa.Integer(), nullable=False),
    )


def _begin_at_the_present() -> None:
    """Nobody is told of what happened before the upgrade."""
    op.execute(
        "INSERT INTO told (organisation_id, change_id, notice_id) SELECT organisation.id,"
        " coalesce((SELECT max(id) FROM change), 0), coalesce((SELECT max(id) FROM notice), 0) FROM organisation"
    )


def downgrade() -> None:
    op.drop_table("told")
    op.drop_table("concern")
    for table, columns in (("mail", ("unsubscribe", "html")), ("person", ("mail_key", "gets_digests", "mail_choice"))):
        with op.batch_alter_table(table) as changed:
            for name in columns:
                changed.drop_column(name)
