"""Sign-ins that can be listed and ended, instead of one key that ends all of a person's. Everybody signs in anew."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
INSTANT = sa.DateTime(timezone=True)
PERSON = sa.table("person", sa.column("id", sa.Integer()), sa.column("session_key", sa.String()))


def upgrade() -> None:
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
        sa.Column("secret_sha256", sa.String(), nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("browser", sa.String(), nullable=False),
    )
    op.create_index("ix_sign_in_person_id", "sign_in", ["person_id"])
    op.create_index("ix_sign_in_seen_at", "sign_in", ["seen_at"])
    with op.batch_alter_table("person") as person:
        person.drop_column("session_key")


def downgrade() -> None:
    """Each person gets a key again, of their own."""
    op.drop_table("sign_in")
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("session_key", sa.String(), nullable=False, server_default=""))
    connection = op.get_bind()
    for one in connection.execute(sa.select(PERSON.c.id)).scalars().all():
        key = secrets.token_urlsafe(16)
        connection.execute(PERSON.update().where(PERSON.c.id == one).values(session_key=key))
    with op.batch_alter_table("person") as person:
        person.alter_column("session_key", server_default=None)
