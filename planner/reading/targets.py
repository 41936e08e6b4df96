"""The programme's promises: the sentences of its section "Chỉ tiêu"."""

import re

from planner.reading.drafts import SectionDraft, TargetDraft
from planner.reading.measures import read_measures
from planner.text import fold, line

_HEADING = re.compile(r"\bchi tieu\b")
_SENTENCE = re.compile(r"(?<=[^\s.][.;!?…])\s+(?=[A-ZĐĂÂÊÔƠƯÁÀẢÃẠ\d“\"])")
_LEVELS = (
    ("trung ương", re.compile(r"\bcap trung uong\b|\bttuw\b")),
    ("tỉnh", re.compile(r"\bcap tinh\b|\bmttq tinh\b|\btoan tinh\b")),
    ("huyện", re.compile(r"\bcap huyen\b|\bcac huyen\b|\bmttq huyen\b")),
    ("xã", re.compile(r"\bcap (huyen, |huyen va )?xa\b|\bcac xa\b|\bmttq xa\b|\b(cac )?xa, phuong\b")),
    ("khu dân cư", re.compile(r"\bkhu dan cu\b|\bthon, (ban|to)\b")),
)
_DUE = re.compile(
    r"((?:đến|trước|chậm nhất|trong|hết)\s+(?:hết\s+|cuối\s+)?"
    r"(?:ngày\s+\d[\d/]*|tháng\s+\d+(?:/\d{4})?|quý\s+[IVX\d]+(?:/\d{4})?|năm\s+20\d\d)"
    r"|(?:hằng|hàng) (?:năm|quý|tháng)|mỗi (?:năm|quý|tháng)|(?<!thành lập )năm 20\d\d)",
    re.IGNORECASE,
)


def read_targets(outline: list[SectionDraft]) -> list[TargetDraft]:
    """One target a sentence, each with the number of the item it stands in.

    Only sections that call themselves targets are read: figures elsewhere are often tasks or history. A section of
    targets inside the task part ("Mục tiêu, chỉ tiêu") counts too; each sentence is taken once.
    """
    return [target for section in _sections(outline) for target in _of_section(section, "")]


def _sections(outline: list[SectionDraft]) -> list[SectionDraft]:
    found: list[SectionDraft] = []
    for section in outline:
        named = bool(_HEADING.search(fold(section.title))) and len(section.title) < 120
        found += [section] if named else _sections(section.children)
    return found


def _of_section(section: SectionDraft, number: str) -> list[TargetDraft]:
    own = section.number.strip("()") if section.number[:1].isdigit() or section.number[:1] == "(" else number
    texts = [section.text] if section.text else []
    if not _HEADING.search(fold(section.title)) and section.title:
        texts.insert(0, section.title)
    targets = [_target(own, text, section) for whole in texts for text in sentences(whole)]
    return targets + [target for child in section.children for target in _of_section(child, own)]


def sentences(text: str) -> list[str]:
    """The sentences of a text, each on one line."""
    return [line(sentence) for part in text.split("\n") for sentence in _SENTENCE.split(part) if line(sentence)]


def _target(number: str, text: str, section: SectionDraft) -> TargetDraft:
    due = _DUE.search(text)
    folded = fold(text)
    levels = [name for name, wording in _LEVELS if wording.search(folded)]
    level = ", ".join(levels) or None
    return TargetDraft(number, text, read_measures(text), level, line(due[1]) if due else None, section.source)
