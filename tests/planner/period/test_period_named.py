"""Every day and month that a text names is an end of its reading, or it is asked about: none is lost in silence."""

import random
import re
from datetime import date, timedelta

import pytest

from planner.period import Period, Years, read_period

PLAN = Years(2026, 2026)
POINTS = (
    "tháng {m}", "T{m}/2026", "tháng {mm}/2026", "{m}/2026", "{d}/{m}", "ngày {d}/{m}", "ngày {d}/{m}/2026",
    "{dd}/{mm}/2026", "ngày {d} tháng {m}", "ngày {d} tháng {m} năm 2026", "đầu tháng {m}", "cuối tháng {m}",
    "tuần 2 tháng {m}", "8h {d}/{m}", "20h00 ngày {d}/{m}", "sáng {d}/{m}", "{d}-{e}/{m}", "tháng {m}-{n}",
    "tháng {m}, {n}", "{d}.{m}.2026", "ngày {d}, {e}/{m}", "tháng {m} ({d}/{m})", "tuần 1 ({d}/{m}-{e}/{n})", "quý I",
    "quý III (tháng 8)", "cuối quý II", "các tháng {m}, {n}", "các tháng: {m}, {n}", "tháng: {m}, {n}",
    "các ngày {d}, {e}/{m}", "trong 02 ngày {d}, {e}/{m}", "từ {d} đến {e}/{m}",
)  # fmt: skip
BEFORE = (
    "", "", "", "trước ", "trong ", "từ ", "đến ", "đến hết ", "chậm nhất ", "xong trước ", "hoàn thành trong ",
    "khoảng ", "đợt 1: ", "đợt 1 - ", "bước 2 - ", "lần 1 - ", "02 lần: ", "lần 2: ", "báo cáo ", "báo cáo năm ",
    "báo cáo 6 tháng ", "sơ kết ", "kể từ ", "02 ngày, ", "hạn: ", "từ nay đến ", "năm 2026: ", "thường xuyên, ",
    "hằng tháng, ", "theo kế hoạch, ", "hằng năm vào ",
)  # fmt: skip
JOINTS = (
    "; ", " và ", ", ", " - ", " đến ", " đến hết ", " hoặc ", " (", "; trước ", " và trước ", " + ", ", trước ",
    ": ", " đến trước ", ", chậm nhất ", " hằng năm; ", " (trước ", " / ", " – ",
)  # fmt: skip
AFTER = ("", "", "", " hằng năm", " hằng tháng", " năm 2026", " (cấp xã)", ", đột xuất", " và các tháng tiếp theo", ";")
SEEDS = 4
_DATE = re.compile(r"(?<![\d/.,-])(\d{1,2})[/.](\d{1,2})(?!\d)(?!/2(?!026))")
_MONTH = re.compile(r"(?:tháng |(?<!\w)t)0?(\d{1,2})(?!\d)")


def composed(rolls: random.Random) -> str:
    def point() -> str:
        day, month = rolls.randint(1, 28), rolls.randint(1, 12)
        other = {"e": rolls.randint(1, 28), "n": rolls.randint(1, 12)}
        return rolls.choice(POINTS).format(d=day, m=month, dd=f"{day:02}", mm=f"{month:02}", **other)

    text = rolls.choice(BEFORE) + point()
    for _ in range(rolls.choice((0, 1, 1, 2))):
        joint = rolls.choice(JOINTS)
        text += joint + point() + (")" if "(" in joint else "")
    return text + rolls.choice(AFTER)


def lost(text: str, period: Period) -> list[str]:
    """The days and months of a text that no end of its reading is on or right beside ("trước tháng 9")."""
    ends = [day for span in period.spans for day in (span.start, span.finish) if day]
    near = {end + timedelta(days=step) for end in ends for step in (-1, 0, 1)}
    dates = {date(2026, int(month), int(day)) for day, month in _DATE.findall(text) if 1 <= int(month) <= 12}
    months = {int(month) for month in _MONTH.findall(text.lower())}
    return [*map(str, dates - near), *(f"tháng {month}" for month in months - {day.month for day in near})]


@pytest.mark.parametrize("seed", range(SEEDS))
def test_nothing_that_a_text_names_is_lost_without_a_question(seed: int) -> None:
    rolls = random.Random(seed)
    for text in (composed(rolls) for _ in range(1500)):
        period = read_period(text, PLAN)
        assert period.question or not lost(text, period), text
