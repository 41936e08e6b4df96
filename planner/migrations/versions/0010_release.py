"""Documents that wait for the secretariat before they go out."""

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Nothing yet."""
