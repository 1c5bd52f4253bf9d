"""Shares, prices and lengths as clauses give them: printed, or left out of the filed paper.

Rules that this file must obey:

* A redaction is a value: `withheld:` and its id, never a guess and never nothing.
* Where words and figures disagree, the words' value is read and the term is marked (`doubts`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from conformed.structure.durations import DURATION, Duration, duration_of
from conformed.structure.numbers import WORDS, number_from_words
from conformed.terms.words import Words

__all__ = ["GAP", "PRICE", "SHARE", "SPAN", "Read", "price", "share", "span"]

GAP = (
    r"(?:\[[\s*●•·_.-]{1,12}\]|\*{2,12}|\[(?:TEXT |text |Text )?(?:DELETED|REDACTED|OMITTED|deleted|redacted|omitted|Redacted|Omitted|Deleted)[^\]]{0,40}\]|"
    r"\(\*{1,6}\)|\[X+\]|\[REDACTED[^\]]{0,40}\]|_{3,}|\[CONFIDENTIAL[^\]]{0,60}\])"
)
"""What stands where words were left out of a filed paper."""

_FIGURES = (
    r"(?:(?<![\d/.])(?:\d{1,2}[ -]{1,2})?\d/\d{1,2}|(?<![\d/])\d{1,3}(?:\.\d{1,4})?)"  # 1.5, 1 1/2, 1-1/2
)
_PERCENT = rf"(?:(?P<share_words>{WORDS}) percent\s?(?:\(\s?(?P<share_figures>{_FIGURES})\s?%\s?\))?|(?P<share_number>{_FIGURES})\s?(?:%|percent|per cent))"
SHARE = rf"(?P<share>{_PERCENT}|(?P<share_gap>{GAP})(?:\s?(?:percent|%|per cent))?(?:\s?\(\s?(?:{GAP})?\s?%\s?\))?)"
_MONEY = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,6})?(?!\d|,\d{3}|\.\d)"
PRICE = (
    r"(?P<price>(?:(?:US|U\.S\.|C|A|HK|S|NZ|CDN|Cdn)?\s?\$|[£€¥]|\b(?:USD|GBP|EUR|CHF|CAD|AUD)\b)\s?"
    rf"(?P<price_number>{_MONEY})|(?:US\s?)?[$£€]?\s?(?P<price_gap>{GAP}))"
)
SPAN = rf"(?P<span>{DURATION}|(?P<span_gap>{GAP})(?:\s?\(\s?{GAP}\s?\))?(?:\s(?:business |calendar )?(?P<span_unit>days?|months?|years?|weeks?)\b)?)"


@dataclass(frozen=True, slots=True)
class Read:
    """A value that a clause gives.

    Attributes:
        value: as it stands in a `[[clauses]]` table: a decimal string, a whole number, or `withheld:ID`.
        start, end: where it stands in `Words.text`.
        withheld: the redaction's id.
        figures: figures that contradict the words.
        duration: of a length.
    """

    value: str | int
    start: int
    end: int
    withheld: str | None = None
    figures: str | None = None
    duration: Duration | None = None


def share(words: Words, match: re.Match[str]) -> Read:
    """The share in a match of a pattern that contains `SHARE`, as a fraction: "twenty percent (20%)" is 0.2."""
    if match["share_gap"]:
        return _withheld(words, match.start("share_gap"), match.end("share"))
    figures = match["share_number"] or match["share_figures"]
    spelt = number_from_words(match["share_words"]) if match["share_words"] else None
    value = (Decimal(spelt) if spelt is not None else _decimal(figures)) / 100
    contradicts = spelt is not None and figures is not None and _decimal(figures) != spelt
    return Read(
        f"{value.normalize():f}", *match.span("share"), figures=f"{figures}%" if contradicts else None
    )


def _decimal(figures: str) -> Decimal:
    """The number that the figures of a share are.

    >>> _decimal("1-1/2"), _decimal("3/4"), _decimal("1.5")
    (Decimal('1.5'), Decimal('0.75'), Decimal('1.5'))
    """
    whole, slash, below = figures.partition("/")
    if not slash:
        return Decimal(figures)
    *before, above = whole.replace("-", " ").split()
    if int(below) == 0:
        return Decimal(0)
    return sum(map(Decimal, before), Decimal(0)) + Decimal(above) / Decimal(below)


def price(words: Words, match: re.Match[str]) -> Read:
    """The sum of money in a match of a pattern that contains `PRICE`."""
    if match["price_gap"]:
        return _withheld(words, match.start("price_gap"), match.end("price"))
    return Read(match["price_number"].replace(",", ""), *match.span("price"))


def span(words: Words, match: re.Match[str]) -> Read | None:
    """The length in a match of a pattern that contains `SPAN`, as a number of days or months.

    None for business days, which no key of a `[[clauses]]` table counts.
    """
    if match["span_gap"]:
        return _withheld(words, match.start("span_gap"), match.end("span"))
    found = duration_of(match)
    duration = found.duration
    if duration.business:
        return None
    count = duration.whole_months if duration.whole_months else 7 * duration.weeks + duration.days
    figures = str(found.figures) if found.figures is not None else None
    return Read(count, found.start, found.end, figures=figures, duration=duration)


def _withheld(words: Words, start: int, end: int) -> Read:
    known = words.redactions(start, end)
    id = known[0].id if known else words.text[start:end]
    return Read(f"withheld:{id}", start, end, withheld=id)
