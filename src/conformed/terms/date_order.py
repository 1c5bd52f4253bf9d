"""Whether a date in figures, 3/1/2004, leads with its month or with its day.

Rules that this file must obey:

* A date of the same paper that can be read in one way only ("31/12/2005") decides; two that pull apart decide nothing.
* Else the month leads where the law of a state of the United States governs, or none is named; under any other law nobody
  can know, and a date that could be either is not read.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

from conformed.model.term import Term
from conformed.terms.jurisdictions import jurisdiction
from conformed.terms.words import Words

__all__ = ["in_order"]

_FIGURES = re.compile(r"(?<![\w/.-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-])")


def in_order(words: Words, term: Term | None, law: Term | None) -> Term | None:
    """A term whose value is a day, read in the order of the paper's dates in figures; None where that order is not known."""
    if term is None or not isinstance(term.value, dt.date):
        return term
    if not any(_is_open(match) for match in _FIGURES.finditer(term.text)):
        return term
    day_leads = _day_leads(words.text, law)
    if day_leads is False:
        return term
    swapped = term.value.day <= 12 and _FIGURES.fullmatch(term.text)
    if day_leads is None or not swapped:
        return None
    day = dt.date(term.value.year, term.value.day, term.value.month)
    return dataclasses.replace(term, value=day)


def _day_leads(text: str, law: Term | None) -> bool | None:
    found = [(int(match[1]), int(match[3])) for match in _FIGURES.finditer(text)]
    day = any(first > 12 >= second for first, second in found)
    month = any(second > 12 >= first for first, second in found)
    if day != month:
        return day
    place = jurisdiction(str(law.value)) if law is not None else None
    return False if law is None or (place is not None and place.code.startswith("US")) else None


def _is_open(match: re.Match[str]) -> bool:
    """Whether a date in figures can be read in two ways."""
    first, second = int(match[1]), int(match[3])
    return 1 <= first <= 12 and 1 <= second <= 12 and first != second
