"""Calendar dates as contracts write them: "November 1, 2000", "the 1st day of January, 1999", "1/31/2001".

Rules that this file must obey:

* A date with a blank in it ("the __ day of March, 2001", "[●], 2019") is not a date. Nothing is filled in. The line
  under a word that stands ("_May 8, 2001", "this _12th_ day of --- May, 2001") is no blank; "_2 day of May" may lack a figure.
* Figures alone are read in the order that the paper itself shows (a 13 or more in one place settles it for all); where
  nothing settles it, month first with slashes or hyphens, as in the United States, and no date with dots.
* Two-figure years are those from 1950 to 2049; with dots, "1.1.10" is a section's number, "01.01.10" may be a date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from conformed.model.document import DateMention
from conformed.structure.numbers import number_from_words, ordinal_from_words

__all__ = ["DATE", "date_of", "find_dates", "find_numeric_dates"]

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![^\W\d_])\.?_{0,12}"
)
_TENS_ORDINAL = (
    r"(?:twenty|thirty)(?:[-\s]{1,3}(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))"
)
_ORDINAL = (
    rf"(?:{_TENS_ORDINAL}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    r"|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_SUFFIX = r"(?:\s?(?:s\s?t|n\s?d|r\s?d|t\s?h)(?![^\W_]))"
_GAP = r"\s{0,12}"
_MARKS = r"(?:[-_]{1,12}\s{0,4})?"
_YEAR = r"(?:19[5-9]\d|20[0-9]\d)(?!\d)"
_YEAR_IN_WORDS = (
    r"(?:two\s{1,12}thousand(?!\s{1,12}(?:hundred|thousand))(?:\s{1,12}and)?(?:[-\s]{1,12}(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty)(?:[-\s]{1,3}(?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine))?+)(?![^\W_])(?!\s{1,12}hundred)"
)

DATE = (
    rf"(?:(?<![^\W_])|(?<=\bthe)(?=\d))(?<!/)(?:"
    rf"(?P<month>{_MONTH}){_GAP},?{_GAP}(?P<day>\d{{1,2}}){_SUFFIX}?(?:{_GAP}[,.;]{_GAP}|\s{{1,12}}){_GAP}(?:of{_GAP})?(?P<year>{_YEAR})"
    rf"|(?<!_)(?P<day2>\d{{1,2}}){_SUFFIX}?{_GAP}-?(?:of\s{{1,12}})?(?P<month2>{_MONTH}){_GAP}[-,.]?{_GAP}(?P<year2>{_YEAR})"
    rf"|(?P<day3>(?<!_)\d{{1,2}}{_SUFFIX}?|(?<=_)\d{{1,2}}(?:(?<=\d\d)|{_SUFFIX})_{{1,12}}|{_ORDINAL}{_GAP}(?:\(\s?\d{{1,2}}{_SUFFIX}?\s?\))?){_GAP}"
    rf"(?:day{_GAP},?{_GAP}(?:of|in)\s{{1,12}}(?:the\s{{1,12}}month\s{{1,12}}of\s{{1,12}})?{_MARKS}|of\s{{1,12}}{_MARKS})?(?P<month3>{_MONTH}){_GAP},?{_GAP}"
    rf"(?:(?:of|in)\s{{1,12}})?(?:the\s{{1,12}}year\s{{1,12}}(?:of\s{{1,12}})?)?(?P<year3>{_YEAR}|{_YEAR_IN_WORDS})"
    rf"|(?<!_)(?P<year4>{_YEAR})-(?P<month4>[01]\d)-(?P<day4>[0-3]\d)(?!\d)"
    rf")"
)
"""A date whose month is a word, or one of ISO 8601, compiled with IGNORECASE; read its match with `date_of`."""

_DATE = re.compile(DATE, re.IGNORECASE)
_ANCHOR = re.compile(_YEAR)
_ANCHOR_IN_WORDS = re.compile(rf"{_YEAR}|\b[Tt][Ww][Oo]\s{{1,12}}[Tt][Hh][Oo][Uu][Ss][Aa][Nn][Dd]\b")
_REACH = 120
_BEHIND = 40
_SECTION_NUMBER = re.compile(r"(?!\d\d\.\d\d\.)\d{1,2}\.\s?\d{1,2}\.\s?\d{2}")
_NUMERIC = re.compile(
    r"(?<![\w/.-])(?P<first>\d{1,2})\s?(?P<mark>[/.-])\s?(?P<second>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4}|\d{2})(?![\w/-]|\.\d)"
)


def date_of(match: re.Match[str]) -> dt.date | None:
    """The day in a match of a pattern that contains `DATE`; None where there is no such day."""
    groups = match.groupdict()
    for suffix in ("", "2", "3", "4"):
        if groups[f"year{suffix}"]:
            return _day(groups[f"year{suffix}"], groups[f"month{suffix}"], groups[f"day{suffix}"])
    return None


def find_dates(text: str, *, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """Every date in `text` whose month is written as a word, or in ISO 8601, in order.

    >>> text = "made this 1st day of January, 1999; ends DECEMBER 31 2003, or March __, 2004"
    >>> [found.date.isoformat() for found in find_dates(text)]
    ['1999-01-01', '2003-12-31']
    >>> [found.date.isoformat() for found in find_dates("the Fourth day of March in the year Two Thousand Three")]
    ['2003-03-04']
    """
    stop = len(text) if end is None else end
    done = start
    in_words = text.find("housand", start, stop) >= 0 or text.find("HOUSAND", start, stop) >= 0
    for anchor in (_ANCHOR_IN_WORDS if in_words else _ANCHOR).finditer(text, start, stop):
        if anchor.start() < done:
            continue
        match = _DATE.search(
            text,
            max(done, anchor.start() - _REACH),
            min(anchor.end() + (6 if anchor[0].isdigit() else _BEHIND), stop),
        )
        if match and (day := date_of(match)):
            done = match.end()
            yield DateMention(day, match.start(), match.end())


def find_numeric_dates(text: str, *, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """Every date in `text` written in figures alone, in order, as far as their order is known.

    >>> [found.date.isoformat() for found in find_numeric_dates("from 7/4/01 to 12/31/2005")]
    ['2001-07-04', '2005-12-31']
    >>> [found.date.isoformat() for found in find_numeric_dates("from 4/7/2001 to 31/12/2005; from 01.02.2003")]
    ['2001-07-04', '2005-12-31', '2003-02-01']
    """
    found = _NUMERIC.finditer(text, start, len(text) if end is None else end)
    matches = [match for match in found if not _SECTION_NUMBER.fullmatch(match.group())]
    day_leads = any(int(match["first"]) > 12 >= int(match["second"]) for match in matches)
    month_leads = any(int(match["second"]) > 12 >= int(match["first"]) for match in matches)
    for match in matches:
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        if len(match["year"]) == 2:
            year += 2000 if year < 50 else 1900
        if first > 12 or second > 12 or first == second:
            day_first = first > 12
        elif day_leads != month_leads:
            day_first = day_leads
        elif match["mark"] == ".":
            continue
        else:
            day_first = False
        day, month = (first, second) if day_first else (second, first)
        try:
            yield DateMention(dt.date(year, month, day), match.start(), match.end())
        except ValueError:
            continue


def _day(year: str, month: str, day: str) -> dt.date | None:
    name = month.lower().rstrip(".")
    place = (
        int(name)
        if name.isdigit()
        else 1 + next(i for i, full in enumerate(_MONTHS) if full.startswith(name[:3]))
    )
    words = re.split(r"\s*\(", day.strip())[0]
    number = re.match(r"\d+", words)
    figure = int(number[0]) if number else ordinal_from_words(words)
    try:
        return dt.date(_year(year), place, figure or 0)
    except ValueError:
        return None


def _year(year: str) -> int:
    return int(year) if year.isdigit() else number_from_words(" ".join(year.split())) or 0
