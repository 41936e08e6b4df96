"""Failures of flows that the administrator is told of."""

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Nothing yet."""
