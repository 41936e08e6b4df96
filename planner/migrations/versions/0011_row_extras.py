"""What a row says beside its work: products and notes."""

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Nothing yet."""
