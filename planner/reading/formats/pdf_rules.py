"""PDF tables with horizontal rules only: every cell has its piece of the rule, so pieces end where columns do.

A merged cell has none where it goes on. Taken only where every word stands inside a column and no row holds several.
"""

from typing import Any

from planner.reading.formats.pdf_rule_certain import is_certain
from planner.reading.formats.pdf_rule_ends import above, below
from planner.reading.formats.pdf_rule_lines import Rule, between, columns_of, drawn, fits, rules_of, whole
from planner.reading.formats.pdf_rule_words import NEAR, ORDINAL, Word, middle, texts_of

_FEWEST = 3  # columns, and rows with the header; a table that goes on may have fewer rows


class HorizontalRules:
    """Finds such tables page after page: one that goes on is known by its columns.

    `unsure` are the pages whose rules show columns but no certain cells, `cut` those whose last row may go on behind.
    """

    def __init__(self) -> None:
        self._columns: list[float] = []
        self.unsure: list[int] = []
        self.cut: set[int] = set()

    def tables(self, page: Any) -> list[Any]:
        """The table of a page that has none by upright lines; nothing where it is not certain."""
        columns, rules = _ruled(page)
        goes_on = _same(columns, self._columns)
        self._columns = []
        if len(columns) <= _FEWEST or len(rules) < 2:
            return []
        words = page.extract_words()
        closed, is_cut = _closed(page, rules, columns, words, goes_on)
        found = _table(page, closed, columns, words) if len(closed) > (1 if goes_on else _FEWEST) else []
        if found:
            self.cut |= {page.page_number} if is_cut else set()
            self._columns = columns
        elif goes_on or len(rules) > _FEWEST:
            self.unsure.append(page.page_number)
        return found


def _table(page: Any, rules: list[Rule], columns: list[float], words: list[Word]) -> list[Any]:
    rules = [whole(rules[0][0], columns), *rules[1:-1], whole(rules[-1][0], columns)]  # also where a page cuts a merge
    words = [word for word in words if rules[0][0] < middle(word) < rules[-1][0]]
    found = list(page.find_tables(drawn(rules, columns, words)))
    return found if len(found) == 1 and is_certain(found[0], words) else []


def _ruled(page: Any) -> tuple[list[float], list[Rule]]:
    rules = rules_of(page)
    columns = columns_of(rules)
    return columns, [rule for rule in rules if fits(rule, columns)]


def _same(columns: list[float], before: list[float]) -> bool:
    pairs = zip(columns, before, strict=False)
    return len(columns) == len(before) and all(abs(one - other) < NEAR for one, other in pairs)


def _closed(
    page: Any, rules: list[Rule], columns: list[float], words: list[Word], goes_on: bool
) -> tuple[list[Rule], bool]:
    """The rules with one above a header or a row's rest, and one below a row that the page's end may cut.

    Whether there is such a row and no number tells where the next one begins. Nothing where it remains open what stands
    below the last rule.
    """
    head, rest = above(rules, words, columns), below(rules, words, columns)
    if head and (goes_on or len({_column(word, columns) for line in head for word in line}) >= _FEWEST):
        rules = [whole(min(word["top"] for line in head for word in line) - 1, columns), *rules]
    if rest and _goes_on_behind(page, columns):
        is_cut = not _is_numbered(rules, columns, words)
        return [*rules, whole(max(word["bottom"] for line in rest for word in line) + 1, columns)], is_cut
    return ([] if rest and len(list(texts_of(rest[0]))) > 1 else rules), False


def _column(word: Word, columns: list[float]) -> int:
    return sum(word["x0"] > column - NEAR for column in columns)


def _goes_on_behind(page: Any, columns: list[float]) -> bool:
    after = page.pdf.pages[page.page_number : page.page_number + 1]
    return bool(after) and _same(_ruled(after[0])[0], columns)


def _is_numbered(rules: list[Rule], columns: list[float], words: list[Word]) -> bool:
    """Whether the first column holds numbers alone between most rules."""
    first = [[word["text"] for word in own if word["x1"] < columns[1]] for own in between(rules, words)]
    return sum(len(texts) == 1 and bool(ORDINAL.fullmatch(texts[0])) for texts in first) * 2 > len(first)
