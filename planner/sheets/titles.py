"""The title of a sheet: in the list of documents, as the PDF's title, and in the letter itself."""

import calendar as months
from typing import Any

from planner.language import N_, translate

OF_PERIOD = N_("Báo cáo tình hình thực hiện chương trình công tác %(period)s")
OF_PERIOD_AND_BOARD = N_("Báo cáo tình hình thực hiện chương trình công tác %(period)s của %(board)s")
URGENT = N_("V/v đôn đốc thực hiện nhiệm vụ theo chương trình công tác")
SOON = N_("V/v nhắc các nhiệm vụ sắp đến hạn theo chương trình công tác")
MINUTES = N_("Biên bản rà soát nhiệm vụ quá hạn ngày %(day)s")
ANNEX = N_("Phụ lục: Tiến độ thực hiện %(plan)s, tính đến ngày %(day)s")
PERIODS = {
    "month": N_("tháng %(nth)s/%(year)s"), "quarter": N_("quý %(nth)s/%(year)s"),
    "half1": N_("6 tháng đầu năm %(year)s"), "half2": N_("6 tháng cuối năm %(year)s"), "year": N_("năm %(year)s"),
}  # fmt: skip
WITHIN = {
    "month": N_("trong tháng"), "quarter": N_("trong quý"), "half": N_("trong 6 tháng"), "year": N_("trong năm"),
}  # fmt: skip
SPAN = N_("%(period)s (từ ngày %(first)s đến hết ngày %(last)s)")
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}  # here too, since who prints loads no tables
ROMAN = ("I", "II", "III", "IV")


def title_of(data: dict[str, Any], language: str = "vi") -> str:
    """The title of a sheet's data in a language."""
    return _TITLES[data["kind"]](data, language)


def _of_report(data: dict[str, Any], language: str) -> str:
    message = OF_PERIOD_AND_BOARD if data["board"] else OF_PERIOD
    return translate(message, language, period=period_text(period_in(data), language), board=data["board"])


def _of_reminder(data: dict[str, Any], language: str) -> str:
    return translate(URGENT if data["overdue"] or data["asked"] else SOON, language)


def _of_minutes(data: dict[str, Any], language: str) -> str:
    return translate(MINUTES, language, day=day_text(data["held_on"]))


def _of_annex(data: dict[str, Any], language: str) -> str:
    return translate(ANNEX, language, plan=data["plan"]["title"], day=day_text(data["as_of"]))


_TITLES = {
    "digest": _of_report, "report": _of_report, "reminder": _of_reminder, "minutes": _of_minutes, "annex": _of_annex,
}  # fmt: skip


def period_in(data: dict[str, Any], key: str = "period") -> dict[str, Any]:
    """The span of a report's data (`period` or `next_period`); a digest of earlier days names its month only."""
    if key in data:
        return dict(data[key])
    year, month = data[key.replace("period", "month")].split("-")
    return {"kind": "month", "year": int(year), "nth": int(month)}


def period_text(period: dict[str, Any], language: str = "vi") -> str:
    """A span in running text: tháng 5/2026, quý II/2026, 6 tháng đầu năm 2026, năm 2026."""
    kind, nth = period["kind"], period["nth"]
    message = PERIODS[f"half{nth}" if kind == "half" else kind]
    return translate(message, language, nth=ROMAN[nth - 1] if kind == "quarter" else nth, year=period["year"])


def span_text(period: dict[str, Any], language: str = "vi") -> str:
    """The same with its days, where they are not those that the calendar gives it."""
    said = period_text(period, language)
    if "first" not in period or (period["first"][8:], period["last"]) == ("01", _calendar_end(period)):
        return said
    return translate(SPAN, language, period=said, first=day_text(period["first"]), last=day_text(period["last"]))


def _calendar_end(period: dict[str, Any]) -> str:
    month = period["nth"] * MONTHS[period["kind"]]
    return f"{period['year']}-{month:02}-{months.monthrange(period['year'], month)[1]:02}"


def day_text(iso: str) -> str:
    """2026-05-31 as 31/05/2026."""
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"
