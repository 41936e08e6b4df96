"""Names where there is little room."""

LETTERS = 27  # what fits the column of names on paper


def short(name: str, letters: int = LETTERS) -> str:
    """A name in so many letters, without its middle: names often differ at their ends. The table has it whole."""
    if len(name) <= letters:
        return name
    half = (letters - 3) // 2
    return f"{name[: half + 1].rsplit(' ', 1)[0]} … {name[-half:].split(' ', 1)[-1]}"
