"""When an office reports: the end of its months and the dates of its reports."""

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Nothing yet."""
