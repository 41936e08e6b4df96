"""From a draft to a plan: rows as issued, boards, tasks and milestones, in the caller's one transaction."""

from planner.importing.plans import import_plan, lock_imports, same_document

__all__ = ["import_plan", "lock_imports", "same_document"]
