"""What the command says: Vietnamese, or the language of BANGVIEC_LANGUAGE; argparse's own words too."""

import argparse
import json
import os
import sys
from typing import Any

from planner.errors import Refusal
from planner.language import LANGUAGES, N_, translate

# argparse's messages, with its own places in them; every other one stays English.
ARGPARSE = {
    "the following arguments are required: %s": N_("còn thiếu %s"),
    "unrecognized arguments: %s": N_("không hiểu %s"),
    "expected one argument": N_("cần một giá trị"),
    "argument %(argument_name)s: %(message)s": N_("%(argument_name)s: %(message)s"),
    "invalid choice: %(value)r (choose from %(choices)s)": N_("không có %(value)r (chọn trong %(choices)s)"),
    "invalid %(type)s value: %(value)r": N_("giá trị %(value)r không đúng dạng %(type)s"),
    "ambiguous option: %(option)s could match %(matches)s": N_("%(option)s chưa rõ (có thể là %(matches)s)"),
    "one of the arguments %s is required": N_("cần một trong %s"),
    "not allowed with argument %s": N_("không dùng cùng với %s"),
    "usage: ": N_("cách dùng: "),
    "positional arguments": N_("tham số"),
    "options": N_("tùy chọn"),
    "show this help message and exit": N_("hiện hướng dẫn này"),
}


class WrongCall(Refusal):
    """The command was called in a way that it does not know."""


def language() -> str:
    """The language of what the command says."""
    chosen = os.environ.get("BANGVIEC_LANGUAGE", "vi")
    return chosen if chosen in LANGUAGES else "vi"


def said(message: str, **values: object) -> str:
    """A sentence in the command's language."""
    return translate(message, language(), **values)


def sentence(refusal: Refusal) -> str:
    """What a refusal says."""
    return said(refusal.message, **refusal.values)


def tell(message: str, **values: object) -> None:
    """Prints a sentence."""
    print(said(message, **values))


def give_json(answer: Any) -> None:
    """Prints one JSON document."""
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def translate_argparse() -> None:
    """argparse looks its messages up in a function of its module; ours knows them in Vietnamese."""
    if language() == "vi":
        argparse._ = lambda message: ARGPARSE.get(message, message)  # type: ignore[attr-defined]
