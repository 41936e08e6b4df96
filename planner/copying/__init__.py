"""A plan copied into another year with its rhythms: a draft that is looked through as any document is."""

from planner.copying.drafting import begin_copy, copied_draft

__all__ = ["begin_copy", "copied_draft"]
