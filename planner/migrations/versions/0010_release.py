"""Documents that wait for the secretariat before they go out, replace one another, and have a history."""

from calendar import monthrange
from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

DOCUMENT = sa.table(
    "document",
    *(sa.column(name) for name in ("id", "kind", "key", "issued_on", "period")),
    sa.column("first", sa.Date),
    sa.column("last", sa.Date),
)
COLUMNS = ("attempts", "leased_until", "replaces_id", "last", "first", "period", "version", "state", "plan_id")


def upgrade() -> None:
    op.create_table(
        "release_choice",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.UniqueConstraint("organisation_id", "kind"),
    )
    with op.batch_alter_table("document") as table:
        table.add_column(_reference("document", "plan_id", "plan"))
        table.add_column(sa.Column("state", sa.String(), nullable=False, server_default="released"))
        table.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        table.add_column(sa.Column("period", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("first", sa.Date()))
        table.add_column(sa.Column("last", sa.Date()))
        table.add_column(_reference("document", "replaces_id", "document"))
        table.add_column(sa.Column("leased_until", sa.DateTime(timezone=True)))
        table.add_column(sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"))
    _name_periods(op.get_bind())
    with op.batch_alter_table("document") as table:
        table.alter_column("first", existing_type=sa.Date(), nullable=False)
        table.alter_column("last", existing_type=sa.Date(), nullable=False)
    op.create_index("ix_document_replaces_id", "document", ["replaces_id"])
    op.create_index("ix_document_organisation_id_last", "document", ["organisation_id", "last"])
    op.create_index("ix_document_file_id_state", "document", ["file_id", "state"])
    with op.batch_alter_table("change") as table:
        table.add_column(_reference("change", "document_id", "document"))
    op.create_index("ix_change_document_id", "change", ["document_id"])


def _reference(table: str, name: str, to: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{to}.id", name=f"fk_{table}_{name}_{to}"))


def _name_periods(connection: sa.Connection) -> None:
    """A month's digest covers the month that its key names; a letter the day on which it was written."""
    on_the_day = {"first": DOCUMENT.c.issued_on, "last": DOCUMENT.c.issued_on}
    connection.execute(sa.update(DOCUMENT).values(on_the_day))
    digests = sa.select(DOCUMENT.c.id, DOCUMENT.c.key).where(DOCUMENT.c.kind == "digest")
    for digest, key in connection.execute(digests).all():
        connection.execute(sa.update(DOCUMENT).where(DOCUMENT.c.id == digest).values(_month(key.split(":")[2])))


def _month(period: str) -> dict[str, object]:
    year, month = (int(part) for part in period.split("-"))
    last = monthrange(year, month)[1]
    return {"period": period, "first": date(year, month, 1), "last": date(year, month, last)}


def downgrade() -> None:
    op.drop_index("ix_change_document_id", "change")
    with op.batch_alter_table("change") as table:
        table.drop_column("document_id")
    op.drop_index("ix_document_file_id_state", "document")
    op.drop_index("ix_document_organisation_id_last", "document")
    op.drop_index("ix_document_replaces_id", "document")
    with op.batch_alter_table("document") as table:
        for column in COLUMNS:
            table.drop_column(column)
    op.drop_table("release_choice")
