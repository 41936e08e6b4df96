"""COLOR (RFC 7986, section 5.9): a CSS3 name a board, the same for ever, dark enough for white letters."""

NAMES = (
    "steelblue", "seagreen", "firebrick", "rebeccapurple", "chocolate", "teal", "mediumvioletred", "darkolivegreen",
    "royalblue", "sienna", "darkslategray", "indigo", "crimson", "forestgreen", "darkgoldenrod", "navy",
)  # fmt: skip


def of_board(board_id: int) -> str:
    """Boards made one after the other have colours of their own; from the seventeenth on they begin again."""
    return NAMES[board_id % len(NAMES)]
