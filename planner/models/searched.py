"""The folded words by which a row is found; kept by the row itself, whoever writes it."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column

from planner.searching import key_of

Texts = Callable[[Any], Iterable[str | None]]


class _Values:
    """An insert's values under their names; a column that it leaves out is empty."""

    def __init__(self, context: DefaultExecutionContext) -> None:
        self._values = context.get_current_parameters()

    def __getattr__(self, name: str) -> Any:
        return self._values.get(name) or ""


def searched_by(texts: Texts) -> Mapped[str]:
    """The column; filled at any insert, also of many rows at once."""
    made = lambda context: key_of(*texts(_Values(context)))  # noqa: E731 - SQLAlchemy looks for a function of one argument
    return mapped_column(default=made, server_default="", deferred=True)


def keep_searched(model: type[Any], texts: Texts, columns: Iterable[str]) -> None:
    """Makes the key anew when one of these columns was changed."""
    watched = tuple(columns)

    @event.listens_for(model, "before_update")
    def renew(_mapper: Any, _connection: Any, row: Any) -> None:
        look = inspect(row).attrs
        if any(look[name].history.has_changes() for name in watched):
            row.searched = key_of(*texts(row))
