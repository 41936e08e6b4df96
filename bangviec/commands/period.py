"""`bangviec period`: one time expression, or one a line on standard input."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from bangviec.arguments import add_json, add_year
from bangviec.words import WrongCall, give_json, sentence
from planner.errors import Refusal
from planner.language import N_

if TYPE_CHECKING:
    from planner.period import Period


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT")
    add_year(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> None:
    if args.text == "-":
        _read_lines(args)
        return
    if not args.year:
        raise WrongCall(N_("Lệnh chưa đúng: còn thiếu --year. Xem “bangviec period --help”."))
    period = _read(args.text, args.year)
    if args.json:
        give_json(period.as_json())
    else:
        _show(period)


def _read(text: str, year: str) -> "Period":
    from planner.period import Years, read_period

    return read_period(text, Years.parse(year))


def _show(period: "Period") -> None:
    spans = "; ".join(" – ".join(day or "…" for day in span.as_json()) for span in period.spans)
    print(f"{period.text}\t{period.kind}\t{spans or '—'}" + (f"\t? {period.question}" if period.question else ""))


def _read_lines(args: argparse.Namespace) -> None:
    """One answer a line, in order, each written at once, so that another program may ask line by line."""
    sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")  # type: ignore[union-attr]
    for line in sys.stdin:
        text, _, year = line.rstrip("\r\n").rpartition("\t") if "\t" in line else (line.rstrip("\r\n"), "", "")
        _answer_line(text, year.strip() or args.year or "", args.json)


def _answer_line(text: str, year: str, as_json: bool) -> None:
    try:
        period = _read(text, year)
    except Refusal as refusal:
        # A line that cannot be read still has its answer: the next one must not slip into its place.
        answer = {"text": text, "kind": "unreadable", "spans": [], "question": sentence(refusal)}
        print(json.dumps(answer, ensure_ascii=False) if as_json else f"{text}\tunreadable\t—\t? {answer['question']}")
    else:
        if as_json:
            print(json.dumps(period.as_json(), ensure_ascii=False))
        else:
            _show(period)
    sys.stdout.flush()
