"""What is asked for: which feed of which organisation, in what form, in whose language."""

from dataclasses import dataclass
from datetime import date

from planner.feed_choices import USUAL, Choices
from planner.models import Organisation


@dataclass(frozen=True, slots=True)
class Order:
    """`scope` is a key such as `all` or `board:7`. Only the feed of days needs `today`, for its years."""

    organisation: Organisation
    scope: str = "all"
    choices: Choices = USUAL
    language: str = "vi"
    today: date | None = None

    @property
    def key(self) -> str:
        """The canonical spelling under which its bytes are kept, beside organisation and language."""
        return self.choices.key(self.scope)
