"""A mark: one point on the calendar as the text names it, perhaps without its month or year."""

from dataclasses import dataclass, field, replace


@dataclass(slots=True)
class Mark:
    """`unit` is day, week, month, quarter, year, months (the first or last `count` of a year) or every (a rhythm
    of `count` months; 0 is weekly or finer). `number` is what the unit counts (a day's day, a week's week)."""

    unit: str
    number: int | None = None
    month: int | None = None
    year: int | None = None
    count: int = 0
    part: str | None = None
    weekday: int | None = None
    join: str | None = None  # how it follows the mark before: next (only a blank), list, range, or
    inside: bool = False  # in brackets or after a colon: says more exactly when than the mark before them
    prefix: str | None = None  # from, before, by, after
    months: tuple[int, ...] = ()  # a rhythm's own months ("tháng cuối quý")
    keyword: bool = False  # has the unit's word before itself
    carried: bool = False  # its year stands at a later mark
    clock: bool = False
    extra: dict[str, int] = field(default_factory=dict)

    def copy(self, **changes: object) -> "Mark":
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def lacks_month(self) -> bool:
        return self.unit in ("day", "week") and self.month is None

    def order(self) -> int:
        """Where in a year the mark stands, for carrying years."""
        if self.unit in ("day", "week"):
            return (self.month or 0) * 100 + (self.number or 0)
        return {"month": (self.number or 0) * 100, "quarter": (self.number or 0) * 300}.get(self.unit, 0)
