"""The lines above the table: who issued the plan, its number, day, title and years, so that they read back the same."""

from dataclasses import dataclass
from datetime import date

from planner.models import Plan
from planner.reading.heading import read_heading
from planner.reading.years import years_of_title

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_LINE = 150  # letters of a title that a reader takes as one line


@dataclass(frozen=True)
class PlanHeading:
    """`left` and `right` stand beside each other at the top, the lines of `bold` in bold; `title` and `notes` above the
    table."""

    left: list[str]
    right: list[str]
    title: list[str]
    notes: list[str]
    bold: tuple[str, ...] = MOTTO

    @property
    def lines(self) -> list[str]:
        return [*self.left, *self.right, *self.title, *self.notes]


def plan_heading(plan: Plan, today: date) -> PlanHeading:
    """As the office heads its papers; `today` is the day of the states beside."""
    organisation, day = plan.organisation, plan.issued_on
    left = [organisation.superior.upper(), organisation.name.upper(), f"Số: {plan.number}" if plan.number else ""]
    place = f"{organisation.place}, ngày" if organisation.place else "Ngày"
    issued = f"{place} {day:%d} tháng {day:%m} năm {day:%Y}" if day else ""
    notes = [*_years(plan), f"(Tình hình thực hiện đến ngày {today:%d/%m/%Y})"]
    right = [*MOTTO, *filter(None, [issued])]
    # Decree 30/2020/NĐ-CP, appendix I: of the letterhead only who issues it and the motto stand in bold
    bold = (organisation.name.upper(), *MOTTO)
    return PlanHeading([text for text in left if text], right, _title(plan.title), notes, bold)


def _years(plan: Plan) -> list[str]:
    """The years, where the title does not name them."""
    named = years_of_title(plan.title)
    if named and (named.first, named.last) == (plan.first_year, plan.last_year):
        return []
    years = f"{plan.first_year}" if plan.first_year == plan.last_year else f"{plan.first_year}-{plan.last_year}"
    return [f"(Năm kế hoạch: {years})"]


def _title(title: str) -> list[str]:
    """The title on one line, or a long one on the two that read back as it is."""
    blanks = [n for n, letter in enumerate(title) if letter == " "]
    ways = [[title], *([title[:n], title[n + 1 :]] for n in blanks if len(title) > _LINE and n <= _LINE)]
    return next((way for way in ways if read_heading(way).title == title), ways[0])
