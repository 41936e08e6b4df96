"""The programme's promises: the sentences of its targets, and elsewhere those that say what figure is to be reached."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.reading.doing import does
from planner.reading.drafts import SectionDraft, TargetDraft
from planner.reading.measures import Figure, read_figures, read_measures
from planner.reading.other_figures import is_vote
from planner.reading.promises import (
    due_of,
    is_about_time,
    is_over,
    is_over_heading,
    level_of,
    states_facts,
    strives,
)
from planner.reading.sentences import sentences
from planner.text import fold

_TARGETS = re.compile(r"\bchi tieu\b")
_AIMS = re.compile(r"(?:cac |mot so )?muc tieu\b(?! quoc gia)")
_TASKS = re.compile(r"\b(?:nhiem vu|giai phap)\b")
_GENERAL = re.compile(r"muc tieu (?:chung|tong quat|tong the)\b")
_THEME = re.compile(r"(?:chu de|chu diem|khau hieu|phuong cham|thong diep)\b|[“\"][^”\"]*[”\"][. ]*$")
_HEADING = 120  # characters
_BINDS = re.compile(r"(?:doi voi|cap|o cap|tai|mttq|uy ban mttq|ban cong tac|moi|toan)\b|chi tieu cap \w+(?! giao)\b")
_TERM = re.compile(r"đến|trước|hết|trong|hằng|hàng|mỗi|chậm", re.IGNORECASE)
_DUE_HEADING = 60
_PERCENTS = re.compile(r"(\d[\d.,]*) ?% ?(?:so |tong so )?(\w+ \w+|\w*)")


@dataclass(frozen=True)
class _Place:
    """Where a sentence stands: under targets, under aims or elsewhere; under which number, level and term."""

    kind: str = "acts"
    number: str = ""
    level: str | None = None
    due: str | None = None


def read_targets(outline: list[SectionDraft], first_year: int | None = None) -> list[TargetDraft]:
    """The promises in order, each with the number of the item it stands in; `text` is the document's own sentence.

    Under a heading of targets ("Chỉ tiêu") every sentence is one; under aims ("Mục tiêu") those with figures. Elsewhere
    a figure has to be striven for ("ít nhất", "phấn đấu", "trở lên") or be what somebody shall do ("Mở 02 lớp"), and
    what only says the targets again counts once. What was before the plan's first year, and grounds, promise nothing.
    """
    found = [one for section in outline for one in _of_section(section, _Place(), first_year)]
    promised = {thing for one, kind in found if kind == "targets" for thing in _things(one)}
    return [one for one, kind in found if kind in ("targets", "aims") or not _things(one) <= promised]


def _things(target: TargetDraft) -> set[tuple[float | str, str]]:
    """The figures with what they are of."""
    counted = {(one.value, one.unit.split(" ")[0]) for one in target.measures if one.unit[:1] != "%"}
    return counted | set(_PERCENTS.findall(fold(target.text)))


def is_of_targets(section: SectionDraft) -> bool:
    """Whether a section is headed as targets."""
    folded = fold(section.title)
    is_named = bool(_TARGETS.search(folded)) and not _TASKS.search(folded)
    return is_named and len(folded) < _HEADING and not is_over_heading(section.title)


def _is_mixed(title: str) -> bool:
    """ "MỤC TIÊU, NHIỆM VỤ": below it stand targets and tasks, so a figure has to be one that somebody shall reach."""
    folded = fold(title)
    is_named = _AIMS.match(folded) or _TARGETS.match(folded.removeprefix("cac "))
    return bool(is_named and _TASKS.search(folded)) and len(folded) < _HEADING


def is_of_aims(title: str) -> bool:
    """Whether a heading is "Mục tiêu", alone or with words behind it."""
    return bool(_AIMS.match(fold(title)))


def _is_named(section: SectionDraft) -> bool:
    return is_of_targets(section) or is_of_aims(section.title)


def _of_section(section: SectionDraft, above: _Place, first_year: int | None) -> Iterator[tuple[TargetDraft, str]]:
    if is_over_heading(section.title):
        return
    place = _inside(section, above)
    heads = bool(section.children) and not read_measures(section.title, first_year)
    texts = ([] if heads or _is_named(section) else sentences(section.title)) + sentences(section.text)
    for text in texts:
        if target := _target(text, place, section, first_year):
            yield target, place.kind
    for child in section.children:
        yield from _of_section(child, place, first_year)


def _inside(section: SectionDraft, above: _Place) -> _Place:
    """What a section's heading says of the sentences in it."""
    number = section.number.strip("().") if section.number[:1].isdigit() or section.number[:1] == "(" else above.number
    kind = "targets" if is_of_targets(section) else above.kind
    if states_facts(section.title):
        kind = "facts"
    if kind == "targets" and not is_of_targets(section) and _THEME.match(fold(section.title)):
        kind = "acts"
    # "Mục tiêu" beside "Chỉ tiêu" under one heading is about aims; "Mục tiêu cụ thể" says the targets themselves
    aims = _AIMS.fullmatch(fold(section.title)) or (kind != "targets" and is_of_aims(section.title))
    if _GENERAL.match(fold(section.title)) or aims:
        kind = "aims"
    if _is_mixed(section.title):
        kind = "acts"
    level = level_of(section.title) if _BINDS.match(fold(section.title)) else None
    due = due_of(section.title[:_DUE_HEADING])
    binds = bool(due) and (section.title.startswith(due or "") or bool(_TERM.match(due or "")))
    return replace(above, kind=kind, number=number, level=level or above.level, due=due if binds else above.due)


def _target(text: str, place: _Place, section: SectionDraft, first_year: int | None) -> TargetDraft | None:
    if is_over(text, first_year) or is_vote(text):
        return None
    figures = read_figures(text, first_year)
    measures = [measure for _, measure in figures]
    due = due_of(text, first_year)
    if not measures and not _is_said_plainly(text, place, section):
        return None
    if place.kind in ("acts", "facts") and not _is_promise(text, place, figures):
        return None
    return TargetDraft(place.number, text, measures, level_of(text) or place.level, due or place.due, section.source)


def _is_said_plainly(text: str, place: _Place, section: SectionDraft) -> bool:
    """Whether a sentence without a figure is a target: a numbered one under targets that says no aim, theme or time."""
    if place.kind != "targets" or not section.number or text.endswith(":"):
        return False
    return not is_about_time(text) and not _AIMS.match(fold(text)) and not _THEME.match(fold(text))


def _is_promise(text: str, place: _Place, figures: list[Figure]) -> bool:
    """Whether figures outside the sections of targets and aims are promised."""
    if states_facts(text):
        return False
    if any(measure.comparator != "=" for _, measure in figures) or strives(text):
        return True
    return place.kind == "acts" and any(does(before, measure.unit) for before, measure in figures)
