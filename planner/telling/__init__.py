"""Telling people by mail what concerns them: from lines of history and letters to one mail at once or each morning."""

from planner.telling.posting import post_concerns

__all__ = ["post_concerns"]
