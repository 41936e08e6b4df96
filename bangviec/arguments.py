"""Kinds of arguments that several commands take. A wrong one is a wrong call (exit 2)."""

import argparse
import re
from datetime import date

from bangviec.words import said
from planner.language import N_


def day(text: str) -> date:
    """YYYY-MM-DD"""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if not 1900 <= found.year <= 2099:
        raise argparse.ArgumentTypeError(said(N_("“%(text)s” không phải là ngày (NNNN-TT-NN)"), text=text))
    return found


def month(text: str) -> tuple[int, int]:
    """YYYY-MM as (year, month)"""
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text)
    if not found or not 1900 <= int(found[1]) <= 2099:
        raise argparse.ArgumentTypeError(said(N_("“%(text)s” không phải là tháng (NNNN-TT)"), text=text))
    return int(found[1]), int(found[2])


def report_period(text: str) -> tuple[str, int, int]:
    """YYYY-MM, YYYY-Q1 to YYYY-Q4, YYYY-H1, YYYY-H2 or YYYY as (kind, year, number)"""
    found = re.fullmatch(r"(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?", text)
    if not found or not 1900 <= int(found[1]) <= 2099:
        raise argparse.ArgumentTypeError(
            said(N_("“%(text)s” không phải là kỳ báo cáo (NNNN-TT, NNNN-Q1, NNNN-H1 hoặc NNNN)"), text=text)
        )
    kinds = {"month": found[2], "quarter": found[3], "half": found[4], "year": "1"}
    kind, nth = next((kind, nth) for kind, nth in kinds.items() if nth)
    return kind, int(found[1]), int(nth)


def port(text: str) -> int:
    """a port from 1 to 65535"""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(said(N_("“%(text)s” không phải là số cổng (1 đến 65535)"), text=text))
    return int(text)


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=said(N_("chỉ in một tài liệu JSON")))


def add_year(parser: argparse.ArgumentParser, required: bool = False) -> None:
    parser.add_argument(
        "--year", required=required, metavar="Y",
        help=said(N_("năm của kế hoạch: 2023, 2021-2025, hoặc 2025-07 khi tiêu đề đã cho tháng")),
    )  # fmt: skip


def add_organisation(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--organisation", metavar="NAME", help=said(N_("tên cơ quan, khi có nhiều cơ quan")))


def add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help=said(N_("tệp sẽ ghi: .docx là Word, còn lại là PDF"))
    )
