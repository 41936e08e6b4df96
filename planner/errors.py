"""What the domain says no with: one clear sentence, translated at the edge where somebody reads it."""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """A sentence for the person: `message` is a catalogue entry, `values` fill its %(name)s places."""

    def __init__(self, message: str, /, **values: object) -> None:
        self.message, self.values = message, values
        super().__init__(message % values if values else message)


class Stale(Refusal):
    """Somebody else was faster: the task changed since the page was shown."""


class NotAllowed(Refusal):
    """The person's role does not allow it."""
