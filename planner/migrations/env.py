"""What Alembic runs: the caller's connection, and types written so that a revision does not import the models."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

import planner.models  # noqa: F401 - fills the metadata
from planner.base import Base, Instant


def render_item(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Instant) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=render_item,
)
context.run_migrations()
