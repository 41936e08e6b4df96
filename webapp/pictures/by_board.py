"""Pictures of today: how far the boards are, and how old what is overdue is."""

from collections.abc import Iterable, Sequence

from flask import url_for

from planner.ageing import BANDS, ages
from planner.counts import Counts, count, count_by_board
from planner.figures.progress import PARTS, parts_of
from planner.language import C_, N_
from planner.sheets.comparing import rate
from webapp.language import say
from webapp.pictures.figures import Cell, Picture, Table, rate_text
from webapp.pictures.shapes import Part, Row, bars
from webapp.pictures.work import Seen, Work

TITLE = N_("Tiến độ theo bộ phận")


def progress(work: Work) -> Picture:
    """Every board's tasks in four parts, each bar as long: shares, whatever the number."""
    boards, all_counts = count_by_board(work.tasks), count(work.tasks)
    names = {look: say(name) for look, name in PARTS.items()}
    rows = [_bar(name, counts, names) for name, counts in boards.items()]
    heads = [say(N_("Bộ phận")), say(C_("heading", "Nhiệm vụ")), *names.values(), say(N_("Tỷ lệ hoàn thành"))]
    lines = [_line(name, counts) for name, counts in boards.items()]
    total = _line(say(N_("Cộng")), all_counts) if len(boards) > 1 else ()
    targets = _targets(work, lines, "kanban.show")
    said = say(
        N_("%(done)s nhiệm vụ đã hoàn thành, tỷ lệ %(rate)s; %(overdue)s nhiệm vụ quá hạn."),
        done=all_counts.done, rate=rate_text(rate(all_counts)), overdue=all_counts["overdue"],
    )  # fmt: skip
    table, note = Table(heads, lines, total, targets), say(N_("Tỷ lệ hoàn thành không tính nhiệm vụ đã hủy."))
    return Picture("progress", say(TITLE), said, table, bars("progress", rows), names, note)


def _bar(name: str, counts: Counts, names: dict[str, str]) -> Row:
    parts = parts_of(counts.as_json()).items()
    shown = [Part(look, value, f"{name}: {names[look]} {value}") for look, value in parts]
    return Row(name, shown, f"{counts.done}/{counts.total}")


def _targets(work: Work, lines: Iterable[Sequence[Cell]], endpoint: str) -> list[str]:
    """The page behind each board's line, with the same filters."""
    ids = {task.board_name: task.board_id for task in work.tasks}
    return [url_for(endpoint, **work.wanted.keep(board=ids[str(name)])) for name, *_figures in lines]


def _line(name: str, counts: Counts) -> list[Cell]:
    return [name, counts.total, *parts_of(counts.as_json()).values(), rate_text(rate(counts))]


AGEING = N_("Nhiệm vụ quá hạn theo số ngày")


def ageing(work: Work) -> Picture:
    """How many of the overdue tasks lie in each band of age, by board in the table."""
    late, labels = _late(work.tasks), [say(band.label) for band in BANDS]
    held = {name: ages(_late(tasks)) for name, tasks in _by_board(work.tasks).items()}
    heads = [say(N_("Bộ phận")), *labels, say(N_("Cộng"))]
    lines: list[list[Cell]] = [[name, *counts, sum(counts)] for name, counts in held.items() if any(counts)]
    table = Table(heads, lines, [say(N_("Cộng")), *ages(late), len(late)], _targets(work, lines, "overdue.index"))
    if not late:
        return Picture("ageing", say(AGEING), say(N_("Không có nhiệm vụ quá hạn.")), table)
    said = say(N_("%(count)s nhiệm vụ quá hạn, lâu nhất %(days)s ngày."), count=len(late), days=max(late))
    bands = zip(labels, ages(late), strict=True)
    rows = [Row(label, [Part("overdue", value, f"{label}: {value}")], str(value)) for label, value in bands]
    return Picture("ageing", say(AGEING), said, table, bars("ageing", rows, max(ages(late))))


def _by_board(tasks: Iterable[Seen]) -> dict[str, list[Seen]]:
    found: dict[str, list[Seen]] = {}
    for task in sorted(tasks, key=lambda task: task.board_id):
        found.setdefault(task.board_name, []).append(task)
    return found


def _late(tasks: Iterable[Seen]) -> list[int]:
    """How many days each of the overdue tasks is late."""
    standings = (task.standing for task in tasks)
    return [one.days or 0 for one in standings if one is not None and one.kind == "overdue"]
