"""`python -m printing KIND [LANGUAGE [FORM]] < data.json > out`: one letter in a process of its own, within limits.

FORM is pdf or docx. Exit 0 with the letter on standard output; 1 with one sentence on standard error when it is
refused.
"""

import json
import resource
import sys
from typing import Any

from planner.errors import Refusal
from printing import KINDS, PAGES, render, render_page, render_word

MEMORY = 1 << 30
CPU_SECONDS = 60
LARGEST_INPUT = 16 << 20
FORMS = ("pdf", "docx")


def limit() -> None:
    """Nothing that a letter says may take the machine: memory, time, no core dumps."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(arguments: list[str]) -> int:
    kind, language, form = [*arguments, *("", "vi", "pdf")[len(arguments) :]][:3]
    if len(arguments) > 3 or kind not in KINDS + PAGES or form not in (FORMS if kind in KINDS else FORMS[:1]):
        kinds, forms = "|".join(KINDS), "|".join(FORMS)  # pages are for the web process alone
        sys.stderr.write(f"usage: python -m printing {kinds} [LANGUAGE [{forms}]] < data.json\n")
        return 2
    limit()
    try:
        made = _made(kind, json.loads(sys.stdin.buffer.read(LARGEST_INPUT)), language, form)
    except Refusal as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    sys.stdout.buffer.write(made)
    return 0


def _made(kind: str, data: dict[str, Any], language: str, form: str) -> bytes:
    if kind in PAGES:
        return render_page(kind, data, language=language)
    return render_word(kind, data, language=language) if form == "docx" else render(kind, data, language=language)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
