"""A plan that is issued again: the rows that it replaced."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Nothing yet."""
