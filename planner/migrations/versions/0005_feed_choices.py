"""What a subscriber chose for a feed, and the days that the office keeps."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Nothing yet."""
