"""The command `bangviec`: 0 when it worked, 2 for a wrong call, 1 for a refusal with one sentence on standard error."""

import argparse
import importlib
import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path

from bangviec import commands, words
from planner.errors import Refusal
from planner.language import N_
from planner.settings import data_folder


class Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line."""

    def error(self, message: str) -> None:  # type: ignore[override]
        raise words.WrongCall(
            N_("Lệnh chưa đúng: %(problem)s. Xem “%(command)s --help”."), problem=message, command=self.prog
        )  # fmt: skip


def parser(argv: Sequence[str]) -> Parser:
    """The command line; the file of the command that is called says what it takes."""
    whole = Parser(prog="bangviec", description=words.said(N_("Biến chương trình công tác năm thành việc đúng hạn.")))
    found = whole.add_subparsers(dest="command", required=True, metavar=words.said(N_("LỆNH")), parser_class=Parser)
    for name, message in commands.HELP.items():
        one = found.add_parser(name, help=words.said(message), description=words.said(message))
        if name == next(iter(argv), None):
            module = importlib.import_module(commands.module_of(name))
            module.add_arguments(one)
            one.set_defaults(run=module.run)
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code; no traceback ever reaches the person."""
    _speak_utf8()
    words.translate_argparse()
    argv = sys.argv[1:] if argv is None else argv
    try:
        args = parser(argv).parse_args(argv)
        args.run(args)
        sys.stdout.flush()
    except words.WrongCall as wrong:
        return _complain(words.sentence(wrong), 2)
    except Refusal as refusal:
        return _complain(words.sentence(refusal), 1)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader had enough; Python would complain once more when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception:
        return _complain(words.said(N_("Có lỗi ngoài dự kiến; chi tiết ghi trong %(file)s."), file=_log()), 1)
    return 0


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)  # type: ignore[union-attr]


def _complain(sentence: str, code: int) -> int:
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return code


def _log() -> Path:
    """Writes the traceback where an administrator finds it, and gives the place."""
    folder = data_folder() / "log" if data_folder().is_dir() else Path(tempfile.gettempdir())
    folder.mkdir(exist_ok=True)
    file = folder / "bangviec-errors.log"
    logger = logging.getLogger("bangviec.errors")
    logger.propagate = False
    logger.addHandler(RotatingFileHandler(file, maxBytes=1_000_000, backupCount=1, encoding="utf-8"))
    logger.exception("bangviec %s", " ".join(sys.argv[1:]))
    return file


if __name__ == "__main__":
    sys.exit(main())
