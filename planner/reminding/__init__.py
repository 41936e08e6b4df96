"""Reminders: what a day owes to each board, one letter a board and day, and the secretariat's own by one click."""

from planner.reminding.asked import remind_now
from planner.reminding.letters import issue_reminder
from planner.reminding.owing import Owed, boards_owed, owed_to
from planner.reminding.slots import Slot, owed_slots

__all__ = ["Owed", "Slot", "boards_owed", "issue_reminder", "owed_slots", "owed_to", "remind_now"]
