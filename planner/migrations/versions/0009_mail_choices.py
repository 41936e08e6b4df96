"""What mail a person wants, and when."""

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Nothing yet."""
