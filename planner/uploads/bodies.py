"""The boards and other bodies that a draft names, each beside the board that it means."""

from dataclasses import dataclass
from datetime import date

from planner.actor import Actor
from planner.errors import Refusal
from planner.language import N_
from planner.models import Board, Organisation, Upload
from planner.models.change import record
from planner.text import name_key


@dataclass
class Body:
    """A name in the draft: in how many rows it leads and co-operates, and the office's board that it means.

    `is_known` says that the board has this name or alias itself, so that there is nothing to choose.
    """

    name: str
    leads: int = 0
    cooperates: int = 0
    board: Board | None = None
    is_known: bool = False

    @property
    def key(self) -> str:
        """What its spellings have in common."""
        return name_key(self.name)


def bodies(upload: Upload, organisation: Organisation) -> list[Body]:
    """Every body that the rows name, those without a board of their own name first, in the order of the document."""
    chosen = chosen_boards(upload, organisation)
    known = {key: board for board in organisation.boards for key in board.keys}
    found: dict[str, Body] = {}
    for row in upload.draft["rows"]:
        for name, leads in ((row["board"], True), *((name, False) for name in row["cooperating"])):
            if key := name_key(name):
                body = found.setdefault(key, Body(name, 0, 0, known.get(key) or chosen.get(key), key in known))
                body.leads, body.cooperates = body.leads + leads, body.cooperates + (not leads)
    return sorted(found.values(), key=lambda body: body.is_known)


def choose_board(upload: Upload, organisation: Organisation, name: str, board_id: int | None) -> None:
    """The board that a name of the document means; None takes the choice back. Remembered as its alias at import."""
    if board_id is not None and board_id not in {board.id for board in organisation.boards}:
        raise Refusal(N_("Bộ phận này không còn. Đề nghị tải lại trang."))
    chosen = {key: kept for key, kept in upload.draft.get("boards", {}).items() if name_key(key) != name_key(name)}
    upload.draft = {**upload.draft, "boards": chosen | ({name: board_id} if board_id is not None else {})}


def chosen_boards(upload: Upload, organisation: Organisation) -> dict[str, Board]:
    """What `choose_board` was told, by the key of the name."""
    boards = {board.id: board for board in organisation.boards}
    kept = upload.draft.get("boards", {}).items()
    return {name_key(name): boards[board_id] for name, board_id in kept if board_id in boards}


def remember_boards(upload: Upload, organisation: Organisation, by: Actor, today: date) -> None:
    """Makes the chosen names aliases of their boards, so that the import finds the boards by them, now and later."""
    for body in bodies(upload, organisation):
        if body.board is not None and not body.is_known:
            body.board.add_alias(body.name)
            record(organisation, by, "add_alias", today, after={"board": body.board.name, "alias": body.name})
