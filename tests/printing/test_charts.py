"""The geometry of the charts."""

from typing import Any

from printing.charts import HEIGHT, NAMES, ROWS, TOTALS, WIDTH, bars, columns

COUNTS = dict.fromkeys(("done", "in_term", "due_soon", "overdue"), 0)


def board(total: int, name: str = "Ban Phong trào", **counts: int) -> dict[str, Any]:
    return {"name": name, "total": total, **COUNTS, **counts}


def test_a_bar_is_as_wide_as_all_its_tasks_and_leaves_out_what_is_none() -> None:
    ((bar,),) = bars([board(8, done=2, in_term=1, due_soon=1, overdue=1)])
    assert [(part.key, part.count) for part in bar.parts] == [("done", 2), ("in_term", 2), ("overdue", 1), ("rest", 3)]
    assert bar.parts[0].x == NAMES
    assert abs(bar.parts[-1].x + bar.parts[-1].width - (WIDTH - TOTALS)) < 0.05
    ((bar,),) = bars([board(4, done=4)])
    assert [part.key for part in bar.parts] == ["done"]


def test_boards_without_tasks_have_no_bar_and_many_are_split_over_pages() -> None:
    assert list(bars([board(0)])) == []
    charts = list(bars([board(3, overdue=1)] * (ROWS + 5)))
    assert [len(chart) for chart in charts] == [ROWS, 5]
    assert charts[1][0].y == 0


def test_a_long_name_keeps_its_two_ends() -> None:
    names = [f"Ban chuyên môn nghiệp vụ và phối hợp công tác số {n}" for n in (1, 40)]
    said = [bar.name for bar in next(bars([board(1, name) for name in names]))]
    assert said == ["Ban chuyên … tác số 1", "Ban chuyên … tác số 40"]


def test_the_highest_month_is_as_high_as_the_chart() -> None:
    months = [{"month": "2026-01", "due": 10, "on_time": 5}, {"month": "2026-02", "due": 5, "on_time": 0}]
    first, second = columns(months)
    assert (first.due_height, first.on_time_height, second.due_height, second.on_time_height) == (
        HEIGHT, HEIGHT / 2, HEIGHT / 2, 0,
    )  # fmt: skip
    assert (first.label, second.label) == ("1", "2")
    assert columns([{"month": "2026-01", "due": 0, "on_time": 0}]) == []
