"""The likely answers to what the reader asks about a row, so that a clerk answers with one click.

Pure: a question, the row and what is known of the office go in, answers come out. An answer is only offered when the
row would read without that question afterwards; what nobody can guess is left to the clerk's own words.
"""

from planner.answering.model import Answer, Asked, reread
from planner.answering.offers import answers

__all__ = ["Answer", "Asked", "answers", "reread"]
