"""`python -m printing KIND [LANGUAGE] < data.json > out.pdf`: one letter in a process of its own, within limits.

Exit 0 with the PDF on standard output; 1 with one sentence on standard error when it is refused.
"""

import json
import resource
import sys

from planner.errors import Refusal
from printing import KINDS, render

MEMORY = 1 << 30
CPU_SECONDS = 60
LARGEST_INPUT = 16 << 20


def limit() -> None:
    """Nothing that a letter says may take the machine: memory, time, no core dumps."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(arguments: list[str]) -> int:
    if len(arguments) not in (1, 2) or arguments[0] not in KINDS:
        sys.stderr.write(f"usage: python -m printing {'|'.join(KINDS)} [LANGUAGE] < data.json > out.pdf\n")
        return 2
    limit()
    try:
        data = json.loads(sys.stdin.buffer.read(LARGEST_INPUT))
        pdf = render(arguments[0], data, language=arguments[1] if arguments[1:] else "vi")
    except Refusal as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
