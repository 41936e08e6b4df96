"""The files of a form: checked, and attached in the same transaction as the move that they come with."""

from flask import request

from planner.actor import Actor
from planner.attaching import Paper, paper
from planner.attaching.kinds import ENDINGS
from planner.clock import today
from planner.models import Task

FIELD = "files"
MOVES_WITH_FILES = ("submission", "completion")
ACCEPT = ",".join(f".{ending}" for ending in ENDINGS) + ",image/*"  # what a phone needs to offer its camera


def sent_papers() -> list[Paper]:
    """The files that were chosen; a field that was left empty sends one without a name."""
    return [paper(file.filename, file.read()) for file in request.files.getlist(FIELD) if file.filename]


def accepted_with(move: str, task: Task, by: Actor) -> str:
    """What a move's form takes as files; nothing where it takes none."""
    return ACCEPT if move in MOVES_WITH_FILES and task.takes_papers_of(by) else ""


def attach_sent(task: Task, by: Actor, move: str) -> None:
    """What was chosen in the form of a move is attached, if anything was."""
    if move in MOVES_WITH_FILES and (papers := sent_papers()):
        task.attach(papers, by, today(), move)
