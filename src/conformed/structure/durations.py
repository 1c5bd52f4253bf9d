"""Lengths of time as contracts write them: "thirty (30) days", "five-year", "eighteen months", "one year".

Months and years are counted as New York's General Construction Law § 30 and the common law have it: to the same day of the
later month, or to the last day of a shorter one, in one step from the original date.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from conformed.structure.numbers import NUMBER, number_of

__all__ = ["DURATION", "Duration", "DurationMention", "after_months", "duration_of", "find_durations"]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `business` days are those on which business is done.

    >>> str(Duration(months=18)), str(Duration(years=1, months=6)), str(Duration(days=10, business=True))
    ('P18M', 'P1Y6M', 'P10D')
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    business: bool = False

    def __str__(self) -> str:
        """The duration in ISO 8601; business days print as days."""
        if self.weeks and not (self.years or self.months or self.days):
            return f"P{self.weeks}W"
        parts = ((self.years, "Y"), (self.months, "M"), (self.days + 7 * self.weeks, "D"))
        return "P" + ("".join(f"{count}{unit}" for count, unit in parts if count) or "0D")

    def after(self, day: dt.date) -> dt.date | None:
        """The day this long after `day`; None beyond the calendar's end.

        >>> Duration(months=51).after(dt.date(2001, 5, 1)), Duration(months=1).after(dt.date(2001, 1, 31))
        (datetime.date(2005, 8, 1), datetime.date(2001, 2, 28))
        """
        try:
            return after_months(day, 12 * self.years + self.months) + dt.timedelta(7 * self.weeks + self.days)
        except (ValueError, OverflowError):
            return None

    @property
    def whole_months(self) -> int | None:
        """The duration in months, or None where it has weeks or days."""
        return None if self.weeks or self.days else 12 * self.years + self.months


@dataclass(frozen=True, slots=True)
class DurationMention:
    """A duration written in the text.

    Attributes:
        duration: as the words say.
        figures: the number in figures where it contradicts the one in words, else None.
        start, end: where it stands.
    """

    duration: Duration
    figures: int | None
    start: int
    end: int


_UNIT = (
    r"(?:(?:(?P<business>business|working|banking|trading)|calendar|consecutive|full|additional|successive|"
    r"contract|further|more|whole|entire|continuous|complete|prior)[-\s]{1,4}){0,2}"
    r"(?P<unit>days?|weeks?|months?|quarters?|years?|annum)\b"
)
DURATION = rf"{NUMBER}\s{{0,4}}(?P<half>and[-\s]{{1,4}}(?:one|a)[-\s]half\s{{0,3}}(?:\([^()]{{0,12}}\))?)?[-\s]{{0,4}}{_UNIT}"
"""A number and a unit of time, compiled with IGNORECASE; read its match with `duration_of`."""

_DURATION = re.compile(DURATION, re.IGNORECASE)
_JOIN = re.compile(r"[’']?\s{0,4}(?:,\s{0,4})?(?:and|plus)\s{1,4}", re.IGNORECASE)
_MOST = 100_000


def after_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later (earlier, where negative), or the last day of a shorter month.

    Raises:
        ValueError, OverflowError: beyond the calendar's ends.
    """
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def duration_of(match: re.Match[str]) -> DurationMention:
    """The duration in a match of a pattern that contains `DURATION`."""
    number = number_of(match)
    unit = match["unit"].lower().rstrip("s")
    count = min(number.value, _MOST)
    half = match["half"] is not None
    if unit == "day":
        duration = Duration(days=count, business=match["business"] is not None)
    elif unit == "week":
        duration = Duration(weeks=count)
    elif unit in ("month", "quarter"):
        duration = Duration(months=count * (3 if unit == "quarter" else 1))
    else:
        duration = Duration(months=12 * count + 6) if half else Duration(years=count)
    return DurationMention(duration, number.figures, number.start, match.end("unit"))


def find_durations(text: str, *, start: int = 0, end: int | None = None) -> Iterator[DurationMention]:
    """Every duration in `text`, in order; "one year and six months" is one.

    "A month and a half" has no one length and is left out.

    >>> [str(found.duration) for found in find_durations("thirty (30) days or a five-year term, 18 months")]
    ['P30D', 'P5Y', 'P18M']
    >>> [str(found.duration) for found in find_durations("one (1) year and six (6) months; two and one-half years")]
    ['P1Y6M', 'P30M']
    """
    stop = len(text) if end is None else end
    pending: DurationMention | None = None
    for match in _DURATION.finditer(text, start, stop):
        if match["half"] and not match["unit"].lower().startswith("year"):
            continue
        found = duration_of(match)
        if pending is not None:
            joins = _JOIN.fullmatch(text, pending.end, found.start)
            first, second = pending.duration, found.duration
            smaller = first.years and not first.months and second.months and not second.years
            if joins and smaller:
                both = Duration(years=first.years, months=second.months)
                pending = DurationMention(both, pending.figures or found.figures, pending.start, found.end)
                continue
            yield pending
        pending = found
    if pending is not None:
        yield pending
