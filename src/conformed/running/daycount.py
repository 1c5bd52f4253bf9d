"""How days and months are counted, by the governing law.

Rules that this file must obey:

* Months are counted in one step from the original day, never month by month; a day that a shorter month lacks becomes
  its last day.
* The day from which days are reckoned is excluded.
* Every deadline is three days: `due` by plain counting, `safe` the business day on or before it, `last` the day on
  which the law still lets it be performed.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from conformed.running.public_holidays import Holidays

__all__ = ["Deadline", "Law", "add_months", "law_of", "may_be_month_end_sensitive", "month_end_sensitive"]

_DAY = dt.timedelta(days=1)


_SHORTEST = 28  # days of the shortest month: any up to it are in every month


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something is to be done, counted in three ways."""

    safe: dt.date
    due: dt.date
    last: dt.date


def add_months(day: dt.date, months: int) -> dt.date:
    """`months` after `day` (before it, where negative): the same day of the month, or the last of a shorter one.

    >>> add_months(dt.date(2001, 3, 31), 51)
    datetime.date(2005, 6, 30)
    >>> add_months(dt.date(2001, 1, 31), 1)  # and not 3 March
    datetime.date(2001, 2, 28)
    >>> add_months(dt.date(2005, 3, 31), -1)
    datetime.date(2005, 2, 28)

    Raises:
        OverflowError: where the result lies outside the years 1 to 9999.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"{months} months from {day} is outside the calendar")
    last = day.day if day.day <= _SHORTEST else min(day.day, monthrange(year, month + 1)[1])
    return dt.date(year, month + 1, last)


def month_end_sensitive(day: dt.date, months: int) -> bool:
    """Whether another month-end convention would put `months` after `day` elsewhere.

    That is so where the target month is too short (others would run over into the next month), and where `day` is
    the last of its month but the result is not (others go from month's end to month's end).

    >>> month_end_sensitive(dt.date(2001, 1, 31), 1), month_end_sensitive(dt.date(2001, 4, 30), 1)
    (True, True)
    >>> month_end_sensitive(dt.date(2001, 1, 31), 2), month_end_sensitive(dt.date(2001, 1, 15), 1)
    (False, False)
    """
    end = add_months(day, months)
    if end.day != day.day:
        return True
    return _is_month_end(day) and not _is_month_end(end)


def may_be_month_end_sensitive(day: dt.date) -> bool:
    """Whether `month_end_sensitive` holds for some number of months: the 31st of a month, and never the 15th.

    >>> may_be_month_end_sensitive(dt.date(2001, 1, 31)), may_be_month_end_sensitive(dt.date(2001, 2, 28))
    (True, True)
    >>> may_be_month_end_sensitive(dt.date(2000, 2, 28))  # in a leap year not the month's last day
    False
    """
    return day.day > _SHORTEST or _is_month_end(day)


def _is_month_end(day: dt.date) -> bool:
    return day.day >= _SHORTEST and day.day == monthrange(day.year, day.month)[1]


@dataclass(frozen=True, slots=True)
class Law:
    """A way of counting days.

    Attributes:
        code: as in `agreement.toml` (`US-NY`), or `default`.
        name: the jurisdiction's name.
        moves: whether a period that ends on a day of rest may be performed on the next business day.
        rest: weekdays of rest (0 Monday) for `last`.
        plan: weekdays of rest for `safe`: nobody plans to perform on a Saturday, even where the law would have it.
        sources: rule -> the law that says so.
    """

    code: str
    name: str
    moves: bool
    rest: frozenset[int]
    plan: frozenset[int]
    sources: Mapping[str, str]
    holidays: Holidays = field(repr=False, compare=False)

    def is_business_day(self, day: dt.date) -> bool:
        """Neither a weekday of rest nor a public holiday."""
        return day.weekday() not in self.rest and self.holidays.name(day) is None

    def safe(self, day: dt.date) -> dt.date:
        """The business day on or before `day`."""
        while day.weekday() in self.plan or self.holidays.name(day) is not None:
            day -= _DAY
        return day

    def last(self, day: dt.date) -> dt.date:
        """The day on which what is due on `day` may still be done."""
        while self.moves and not self.is_business_day(day):
            day += _DAY
        return day

    def deadline(self, due: dt.date) -> Deadline:
        """The three days of a deadline.

        >>> law_of("US-NY").deadline(dt.date(2005, 7, 2))  # a Saturday before Independence Day
        Deadline(safe=datetime.date(2005, 7, 1), due=datetime.date(2005, 7, 2), last=datetime.date(2005, 7, 5))
        """
        return Deadline(self.safe(due), due, self.last(due))

    def days_after(self, day: dt.date, days: int) -> dt.date:
        """`days` after `day`, which itself is not counted."""
        return day + dt.timedelta(days=days)

    def days_before(self, day: dt.date, days: int) -> dt.date:
        """`days` before `day`, which itself is not counted."""
        return day - dt.timedelta(days=days)


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    text = files("conformed.running").joinpath("jurisdictions.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def known_laws() -> tuple[str, ...]:
    """The codes that `law_of` knows."""
    return tuple(_tables())


@cache
def law_of(code: str | None) -> Law:
    """The way of counting of a governing law; the default one for None and for a code that is not known.

    A part of a state or country stands for the whole where the part is not listed: no code is guessed otherwise.

    >>> law_of("US-NY").name, law_of(None).code, law_of("XX").code
    ('New York', 'default', 'default')
    """
    tables = _tables()
    code = code if code is not None and code in tables else "default"
    table = tables[code]
    return Law(
        code=code,
        name=table["name"],
        moves=table["moves"],
        rest=frozenset(table["rest"]),
        plan=frozenset(table.get("plan", (5, 6))),
        sources=table["source"],
        holidays=Holidays(table.get("holidays")),
    )
