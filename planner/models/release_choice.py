"""Which reports of an office wait for its secretariat before they go out."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from planner.base import Base


class ReleaseChoice(Base):
    """An office's reports of a kind (month, quarter, half, year) are drafts until the secretariat releases them."""

    __tablename__ = "release_choice"
    __table_args__ = (UniqueConstraint("organisation_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    kind: Mapped[str]
