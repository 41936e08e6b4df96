"""Columns of a table whose rows only tell where their cells end."""


def places_of(edges: set[float], near: float) -> dict[float, int]:
    """Each edge's place among all: widths are rounded, so edges that are near are one."""
    places: dict[float, int] = {}
    before = min(edges, default=0.0)
    for edge in sorted(edges):
        places[edge] = places.get(before, 0) + (edge - before > near)
        before = edge
    return places
