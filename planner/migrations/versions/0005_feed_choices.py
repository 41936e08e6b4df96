"""What a subscriber chose for a feed, and the days that the office keeps."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
INSTANT = sa.DateTime(timezone=True)


FEED = sa.table(
    "feed", sa.column("key", sa.String()), sa.column("scope", sa.String()),
    sa.column("board_id", sa.Integer()), sa.column("person_id", sa.Integer()),
    sa.column("organisation_id", sa.Integer()), sa.column("by_board_role", sa.Boolean()),
)  # fmt: skip
MEMBERSHIP = sa.table("membership", *map(sa.column, ("person_id", "organisation_id", "board_id")))


def upgrade() -> None:
    _add_choices()
    _find_places()
    _make_published_feeds_anew()
    _add_office_days()


def _add_choices() -> None:
    """Feeds that were made before choices are those of everything usual."""
    with op.batch_alter_table("feed") as feed:
        feed.add_column(sa.Column("milestones", sa.String(), nullable=False, server_default="both"))
        feed.add_column(sa.Column("form", sa.String(), nullable=False, server_default="deadlines"))
        feed.add_column(sa.Column("alarms", sa.String(), nullable=False, server_default="7,1"))
        feed.add_column(sa.Column("with_done", sa.Boolean(), nullable=False, server_default=sa.true()))
        feed.add_column(sa.Column("by_board_role", sa.Boolean(), nullable=False, server_default=sa.false()))
        feed.add_column(sa.Column("key", sa.String(), nullable=False, server_default="all"))
    for scope, column in (("board", FEED.c.board_id), ("person", FEED.c.person_id)):
        key = sa.literal(f"{scope}:").concat(sa.cast(column, sa.String()))
        op.execute(FEED.update().where(FEED.c.scope == scope).values(key=key))
    with op.batch_alter_table("feed") as feed:
        for name in ("milestones", "form", "alarms", "with_done", "by_board_role", "key"):
            feed.alter_column(name, server_default=None)


def _find_places() -> None:
    """A feed of a board whose person has a place on it, and no role in the organisation, ends with that place."""
    here = (
        sa.select(1)
        .where(MEMBERSHIP.c.person_id == FEED.c.person_id, MEMBERSHIP.c.organisation_id == FEED.c.organisation_id)
        .correlate(FEED)
    )
    on_the_board = here.where(MEMBERSHIP.c.board_id == FEED.c.board_id).exists()
    in_the_office = here.where(MEMBERSHIP.c.board_id.is_(None)).exists()
    op.execute(FEED.update().where(on_the_board, ~in_the_office).values(by_board_role=sa.true()))


def _make_published_feeds_anew() -> None:
    """They are kept only to be at hand: the next fetch or the flow makes them again."""
    op.drop_table("published_feed")
    op.create_table(
        "published_feed",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(), nullable=False),
        sa.Column("etag", sa.String(), nullable=False),
        sa.Column("modified_at", INSTANT, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("gzip_size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("gzip_content", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("organisation_id", "key", "language"),
    )


def _add_office_days() -> None:
    op.create_table(
        "office_day",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id"), nullable=False, index=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer()),
        sa.Column("is_lunar", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Integer()),
        sa.Column("created_at", INSTANT, nullable=False),
    )
    op.add_column("organisation", sa.Column("term_first", sa.Integer()))
    op.add_column("organisation", sa.Column("term_last", sa.Integer()))
