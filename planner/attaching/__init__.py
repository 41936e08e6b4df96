"""Files that people attach: what is taken, under which name and as what."""

from planner.attaching.papers import LARGEST, MOST, Paper, paper

__all__ = ["LARGEST", "MOST", "Paper", "paper"]
