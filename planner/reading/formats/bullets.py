"""Signs for bullets by how deep they stand: a word processor draws them, the text does not hold them."""

_SIGNS = ("-", "+", "•", "◦")
BULLETS = frozenset(_SIGNS)
_SLACK = 40  # twentieths of a point: indents that hardly differ are one


def bullet(depth: int) -> str:
    """The sign of a bullet inside `depth` others, in the order in which offices type them."""
    return _SIGNS[min(depth, len(_SIGNS) - 1)]


class Depths:
    """How deep each bullet of a document stands, by its indent among those of the bullets above it."""

    def __init__(self) -> None:
        self._indents: list[int] = []

    def of(self, indent: int) -> int:
        """The depth of the next bullet; `indent` in twentieths of a point."""
        while self._indents and self._indents[-1] > indent + _SLACK:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent - _SLACK:
            self._indents.append(indent)
        return len(self._indents) - 1

    def end(self) -> None:
        """A number that is no bullet: the bullets below it begin anew."""
        self._indents.clear()
