"""Calendar months, quarters and years."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from conformed.running.daycount import add_months

__all__ = ["MONTHS_OF", "Period", "period_of"]

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar period, both days included."""

    begins: dt.date
    ends: dt.date
    label: str

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.ends - self.begins).days + 1


def period_of(day: dt.date, unit: str) -> Period:
    """The calendar month, quarter or year that `day` lies in.

    >>> period_of(dt.date(2001, 5, 17), "quarter")
    Period(begins=datetime.date(2001, 4, 1), ends=datetime.date(2001, 6, 30), label='2001-Q2')
    """
    months = MONTHS_OF[unit]
    return _period(day.year, (day.month - 1) // months * months + 1, unit)


@lru_cache(maxsize=4096)
def _period(year: int, month: int, unit: str) -> Period:
    first = dt.date(year, month, 1)
    ends = add_months(first, MONTHS_OF[unit]) - dt.timedelta(days=1)
    label = {
        "month": f"{first:%Y-%m}",
        "quarter": f"{first.year:04}-Q{first.month // 3 + 1}",
        "year": f"{first.year:04}",
    }[unit]
    return Period(first, ends, label)
