"""When an office reports: the end of its months and the dates of its reports."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("organisation", sa.Column("month_ends_on", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "report_date",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("until_month", sa.Integer()),
        sa.Column("until_day", sa.Integer()),
        sa.Column("due_month", sa.Integer()),
        sa.Column("due_day", sa.Integer()),
        sa.Column("since", sa.Date(), nullable=False),
        sa.UniqueConstraint("organisation_id", "kind", "nth"),
    )


def downgrade() -> None:
    op.drop_table("report_date")
    op.drop_column("organisation", "month_ends_on")
