"""Public holidays as a law lists them: the `holidays` library with the corrections of `jurisdictions.toml`.

The library lists what is observed in practice; a statute may name other days, or move them otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

__all__ = ["Holidays"]

_DAY = dt.timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


class Holidays:
    """The public holidays of one jurisdiction, from its table in `jurisdictions.toml`.

    >>> new_york = Holidays({"country": "US", "subdivision": "NY", "sunday": "next"})
    >>> new_york.name(dt.date(2005, 12, 26))
    'Christmas Day (day after)'
    >>> new_york.name(dt.date(2005, 12, 27)) is None
    True
    """

    def __init__(self, table: Mapping[str, Any] | None) -> None:
        self._table = table
        self._of_year = lru_cache(maxsize=None)(self._named)

    def name(self, day: dt.date) -> str | None:
        """The holiday that `day` is, or None."""
        return self._of_year(day.year).get(day)

    def _named(self, year: int) -> dict[dt.date, str]:
        """All holidays of a year; one moved from the year before or after is among them."""
        if self._table is None:
            return {}
        days: dict[dt.date, str] = {}
        for near in (year - 1, year, year + 1):
            for day, name in self._proper(near):
                days.setdefault(day, name)
                moved = self._moved(day, name)
                if moved is not None:
                    label = "day after" if moved > day else "day before"
                    days.setdefault(moved, f"{name} ({label})")
        return {day: name for day, name in sorted(days.items()) if day.year == year}

    def _proper(self, year: int) -> Iterator[tuple[dt.date, str]]:
        """The holidays of a year on the days that the law names."""
        import holidays

        table = self._table or {}
        by_library = table.get("sunday") == "library"
        listed = holidays.country_holidays(
            table["country"], subdiv=table["subdivision"], years=[year], observed=by_library
        )
        drop = frozenset(table.get("drop", ()))
        for day, names in listed.items():
            kept = [name for name in names.split("; ") if name not in drop]
            if kept:
                yield day, kept[0]
        for extra in table.get("add", ()):
            if year >= extra.get("from", 0) and year % extra.get("every", 1) == 0:
                yield _RULES[extra["rule"]](year, extra), extra["name"]

    def _moved(self, day: dt.date, name: str) -> dt.date | None:
        table = self._table or {}
        for weekday, key in ((_SATURDAY, "saturday"), (_SUNDAY, "sunday")):
            if day.weekday() == weekday and name in table.get(f"{key}_only", (name,)):
                where = table.get(key)
                return day + _DAY if where == "next" else day - _DAY if where == "previous" else None
        return None


def _fixed(year: int, rule: Mapping[str, Any]) -> dt.date:
    return dt.date(year, int(rule["month"]), int(rule["day"]))


def _weekday_of_month(year: int, rule: Mapping[str, Any]) -> dt.date:
    first = dt.date(year, rule["month"], 1)
    days = (int(rule["weekday"]) - first.weekday()) % 7 + 7 * (int(rule["nth"]) - 1)
    return first + dt.timedelta(days=days)


def _election_day(year: int, rule: Mapping[str, Any]) -> dt.date:
    """The Tuesday after the first Monday of November."""
    return _weekday_of_month(year, {"month": 11, "weekday": 0, "nth": 1}) + _DAY


_RULES: dict[str, Callable[[int, Mapping[str, Any]], dt.date]] = {
    "fixed": _fixed,
    "weekday-of-month": _weekday_of_month,
    "election-day": _election_day,
}
