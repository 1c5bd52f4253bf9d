"""Old and new values that a paper gives without quotation marks: "the figure 38,350 in Clause 4 is changed to 47,100".

Rules that this file must obey:

* A value is a figure that can be nothing else: an amount of money, a percentage, a date, a time, a period, an address
  for e-mail, a telephone number, or a number that the paper calls one.
* Both values stand in one order, the new one whole: nothing behind it goes on with it ("6:00 p.m., New York time").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["values_in"]

_COIN = r"(?:USD|EUR|GBP|AUD|CAD|INR|CHF|JPY|HKD|SGD|NZD|ZAR|US|HK|NZ|Rs\.?|[ACS])"
_MANY = r"(?:\s(?:million|billion|thousand|crores?|lakhs?))?"
_FIGURE = r"\d(?:[\d,]|\.(?=\d)){0,18}(?<![,.])"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SPAN = r"(?:(?:calendar|business|working|trading)\s)?(?:days?|weeks?|months?|years?|hours?)"
_COUNT = r"(?:\d{1,4}|[a-z]+(?:-[a-z]+)?\s\(\d{1,4}\)|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|eighteen|twenty|thirty|forty-five|sixty|ninety))"
_KINDS = (
    rf"{_COIN}?\s?[$£€¥₹]\s?{_FIGURE}{_MANY}",
    rf"{_COIN}\s?{_FIGURE}{_MANY}",
    rf"{_FIGURE}\s?(?:%|per\s?cent\b|percent\b)",
    rf"{_MONTH}\s\d{{1,2}},?\s\d{{4}}",
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH},?\s\d{{4}}",
    r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}",
    r"\d{1,2}[:.]\d{2}(?:\s?(?:a\.m\.|p\.m\.|am\b|pm\b|hours\b|hrs\b))|\d{1,2}:\d{2}|\d{1,2}\s?(?:a\.m\.|p\.m\.|am\b|pm\b)",
    rf"{_COUNT}(?:\s|-){_SPAN}\b",
    r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}(?<![.-])",
    r"(?:\+\d{1,3}[\s-])?\(?\d{3}\)?[\s-]\d{3}[\s-]\d{4}|\d{3}-\d{4}(?!\d)",
)
_SPELLED = (
    rf"(?:[A-Za-z]+(?:[\s-][A-Za-z]+){{0,5}}\s)?(?:[Pp]ercent|[Pp]er\s?cent)\s\({_FIGURE}\s?%\)",
    rf"[A-Z][a-z]+(?:[\s-][A-Za-z]+){{0,6}}\s(?:Dollars|Pounds|Euros?|Rupees)\s\([$£€₹]\s?{_FIGURE}\)",
)
_VALUE = rf"(?:{'|'.join(_KINDS)})"
_NUMBER = rf"(?:{_FIGURE}|[a-z]+(?:-[a-z]+)?\s\(\d{{1,4}}\))"
_THING = (
    r"(?:figures?|numbers?|amounts?|sums?|dates?|rates?|prices?|percentages?|times?|period|term|quantity|e-?mail\s+address(?:es)?|address"
    r"|telephone\s+numbers?|phone\s+numbers?|fax\s+numbers?|words?|phrase|references?)"
)


def _one(name: str) -> str:
    """A value as such, or a number behind a word that calls it one."""
    numbered = (
        rf"(?:figures?|numbers?|amounts?|quantity|references?\s+to)\s+(?:of\s+)?(?P<{name}_number>{_NUMBER})"
    )
    return rf"(?:[Tt]he\s+)?(?:{numbered}|(?:{_THING}\s+(?:of\s+|to\s+)?)?(?P<{name}>{_VALUE}))"


_NEW = rf"(?:the\s+)?(?:{_THING}\s+(?:of\s+)?)?(?P<new>{'|'.join(_SPELLED)}|{_VALUE}|{_NUMBER})"
_WHERE = r"(?:,?\s(?:[^.;:,\"“”$£€%@]|\.(?=\d)){1,100}?,?)??"
_END = (
    r"(?=\s*(?:;|\.(?:\s|$)|,\s+(?![A-Z\d])|$|\))"
    rf"|(?:,\s+(?:and\s+)?|\s+and\s+){_VALUE}\s+(?:with|by|to)\s"
    r"|\s+(?:and\s+(?![\d$£€])|in\s+(?i:the\s+\w+\s+(?:sentence|line|paragraph|row)|(?:the\s+)?(?:section|clause|paragraph|article|item|schedule|exhibit|definition|table)|its\s|their\s|lieu|each\s|both\s|line\s)|at\s+the\s|wherever\b|where\b|throughout\b|effective\b|with\s+effect\b|respectively\b|therefor\b))"
)
_IS = r",?\s+(?:is|are|shall(?:\s+each)?\s+be|shall\s+stand|stands?|will\s+be)(?:\s+(?:hereby|also|further|each|accordingly))*\s+"
_CHANGED = r"(?:changed|amended|increased|reduced|decreased|revised|extended|corrected|modified|raised|lowered|adjusted|updated)\s+to(?:\s+(?:be|read))?"
_REPLACED = r"(?:deleted\s+and\s+)?(?:replaced|substituted|superseded)\s+(?:by|with)|deleted\s+and\s+substituted\s+(?:by|with)"
_BECOMES = r"\s+(?:becomes?|shall\s+become|will\s+become|is\s+henceforth|shall\s+henceforth\s+be)"
_CHANGE = r"(?i:chang(?:e|ing)|amend(?:ing)?|increas(?:e|ing)|reduc(?:e|ing)|decreas(?:e|ing)|revis(?:e|ing)|extend(?:ing)?|correct(?:ing)?|rais(?:e|ing))"
_STRIKE = r"(?i:delet(?:e|ing)|strik(?:e|ing)(?:\s+out)?|omit(?:ting)?|remov(?:e|ing))"
_PUT = r",?\s+(?:and\s+)?(?:insert(?:ing)?|substitut(?:e|ing)|replac(?:e|ing)\s+(?:it|them|the\s+same)\s+(?:with|by))(?:\s+in\s+(?:its\s+place|lieu\s+thereof))?"

_ORDERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_one('old')}{_WHERE}{_IS}(?:{_CHANGED}|{_REPLACED})\s+{_NEW}{_END}",
        rf"\b{_one('old')}{_WHERE}{_BECOMES}\s+{_NEW}{_END}",
        rf"\b{_CHANGE}\s+{_one('old')}{_WHERE}\s+to\s+{_NEW}{_END}",
        rf"\b[Rr]eplac(?:e|ing)\s+{_one('old')}{_WHERE}\s+(?:with|by)\s+{_NEW}{_END}",
        rf"\b{_STRIKE}\s+{_one('old')}{_WHERE}{_PUT}\s+{_NEW}{_END}",
        rf"\b[Ff]or\s+{_one('old')},?\s+(?:there\s+(?:shall\s+be|is)\s+)?substituted?\s+{_NEW}{_END}",
        rf"\b[Ss]ubstitut(?:e|ing)\s+{_NEW}\s+for\s+{_one('old')}{_END}",
        rf"\bfrom\s+(?P<old>{'|'.join((_KINDS[2], *_KINDS[6:]))})\s+to\s+(?P<new>{_VALUE}){_END}",
    )
)
_BEHIND_QUOTATION = re.compile(rf"[\"”]{_PUT}\s+{_NEW}{_END}")
_NEXT_PAIR = re.compile(rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?P<old>{_VALUE})\s+(?:with|by|to)\s+{_NEW}{_END}")
_STARTS = re.compile(
    rf"\b(?:[Tt]he\s+{_THING}|{_THING}\s+(?:of\b|to\b|\d)|{_CHANGE}|[Rr]eplac|{_STRIKE}|[Ff]or|from|[Ss]ubstitut)|[$£€¥₹]?\d|{_COIN}\s?[$£€]?\d"
    rf"|\b{_MONTH}\s\d|\b[a-z]+(?:-[a-z]+)?\s\(\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|eighteen|twenty|thirty|forty-five|sixty|ninety)\s|(?<![\w.+-])[\w.+-]{1, 64}@|[\"”],?\s+and\s",
)


def values_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The old and new values of the orders between two offsets, in reading order.

    >>> say = "In Clause 4 the figure 38,350 shall be changed to 47,100, and the fee stays."
    >>> [say[first:last] for first, last in values_in(say, 0, len(say))]
    ['38,350', '47,100']
    >>> list(values_in("The fee of $10 in Section 4 is increased by $5.", 0, 46))
    []
    """
    at = start
    while at < end:
        begins = _STARTS.search(text, at, end)
        if begins is None:
            return
        match = next((found for order in _ORDERS if (found := order.match(text, begins.start(), end))), None)
        if match is None:
            put = _BEHIND_QUOTATION.match(text, begins.start(), end)
            if put:
                yield put.span("new")
            at = begins.start() + 1
            continue
        groups = match.groupdict()
        old = "old" if groups.get("old") is not None else "old_number"
        yield from sorted((match.span(old), match.span("new")))
        at = match.end()
        while (pair := _NEXT_PAIR.match(text, at, end)) is not None:
            yield pair.span("old")
            yield pair.span("new")
            at = pair.end()
