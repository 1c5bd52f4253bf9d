"""Recurring charges: "The monthly charge for each Circuit is $30.00", with the days within which an invoice is paid.

Only a charge for each of many units is one: a fee for the whole, or a price without its period, is left for a person.
"""

from __future__ import annotations

import re

from conformed.terms.amounts import PRICE, SPAN, Read, price, span
from conformed.terms.clause import Clause
from conformed.terms.words import Words

__all__ = ["recurring_charges"]

_CHARGE = re.compile(
    r"\b(?:monthly(?: recurring)?|recurring) (?:charge|fee|rate|rent|price|rental|payment)s?\b(?P<between>[^.;]{0,120}?)(?:\bis|\bof|\bshall be|\bequals?|\bequal to|\bat|:)\s(?:the rate of |a rate of )?"
    rf"{PRICE}(?P<after>[^.;]{{0,60}})",
    re.IGNORECASE,
)
_PER_MONTH = re.compile(
    rf"(?<![\w.]){PRICE}\s(?:per|for each|for every|each|a|an)\s(?P<after>(?:[\w-]+ ){{0,3}}?[\w-]+,?\s(?:per|for each|each|a)\s(?:calendar )?month|(?:calendar )?month,?\s(?:per|for each|each)\s[\w-]+)",
    re.IGNORECASE,
)
_OF_MONTHS = re.compile(r"[mM]onthly|MONTHLY|[rR]ecurring|RECURRING")
_MONTH = re.compile(r"[mM]onth|MONTH")
_SUM_PER_MONTH = re.compile(
    rf"(?<![\w.]){PRICE}\s(?:per|for each|for every|each|every|a)\s(?:calendar )?month\b", re.IGNORECASE
)
_FOR_EACH = re.compile(
    r"\b(?:for|of|in respect of|per) (?:each|every)\s(?!month|calendar|invoice|year|annum|party|additional|hour|day|week|quarter)[\w-]+[^.;:()$£€]{0,100}$",
    re.IGNORECASE,
)
_CHARGED = re.compile(r"\b(?:pay|pays|paid|payable|rent|rental|charges?|fees?|rate|price)\b", re.IGNORECASE)
_EACH = re.compile(
    r"\b(?:each|every|per|for an?)\s(?!month|calendar|invoice|year|annum)(?P<unit>[\w-]+)", re.IGNORECASE
)
_DUE = re.compile(
    r"\b(?:rent|rental|charges?|fees?|invoices?|bills?)\b[^.;]{0,60}\b(?:due|payable|paid)\b", re.IGNORECASE
)
_SENTENCES_BEHIND = 4
_PAID = re.compile(r"\b(?:pay|pays|paid|payable|due)\b", re.IGNORECASE)
_WITHIN = re.compile(
    rf"\b(?:within|no later than|not later than)\s{SPAN}'?\s(?:after|of|from|following)\b[^.;]{{0,40}}?"
    r"\b(?:month|invoice|bill|statement)\b",
    re.IGNORECASE,
)


def recurring_charges(words: Words, due: Read | None) -> list[Clause]:
    """Every monthly charge for each unit; `due` is the time within which the agreement has invoices paid.

    A charge whose own sentence says within what time it is paid is due by that.
    """
    found = [
        _clause(words, match, due)
        for match in words.matches(_CHARGE, within=_OF_MONTHS)
        if _EACH.search(match["between"]) or _EACH.search(match["after"])
    ]
    for match in words.matches(_PER_MONTH, within=_MONTH):
        if not any(clause.start <= match.start() < clause.end for clause in found):
            found.append(_clause(words, match, due))
    for match in words.matches(_SUM_PER_MONTH, within=_MONTH):
        start = max(words.sentence(match.start())[0], match.start() - 160)
        each = _FOR_EACH.search(words.text, start, match.start())
        if each is None or not _CHARGED.search(words.text, start, match.start()):
            continue
        if not any(clause.start <= match.start() < clause.end for clause in found):
            found.append(_clause(words, match, due))
    return sorted(found, key=lambda clause: clause.start)


def _clause(words: Words, match: re.Match[str], due: Read | None) -> Clause:
    rate = price(words, match)
    due = _own_time(words, match) or due
    values: dict[str, object] = {"rate": rate.value}
    withheld = [rate.withheld] if rate.withheld else []
    if due is not None:
        values["due_days"] = due.value
        withheld += [due.withheld] if due.withheld else []
    rests_on = ((due.start, due.end),) if due is not None else ()
    return Clause(
        "recurring-charge", values, match.start(), rate.end, tuple(withheld), at=rate.start, rests_on=rests_on
    )


def _own_time(words: Words, match: re.Match[str]) -> Read | None:
    """The one time, in days, within which the sentence of the charge, or the one behind it, has it paid."""
    start, end = words.sentence(match.start())
    if _PAID.search(words.text, start, end) and (read := _one_time(words, start, end)):
        return read
    following = words.sentence(min(end + 1, len(words.text) - 1))[1]
    for _ in range(_SENTENCES_BEHIND):
        if _DUE.search(words.text, end, following) and (read := _one_time(words, end, following)):
            return read
        end, following = following, words.sentence(min(following + 1, len(words.text) - 1))[1]
    return None


def _one_time(words: Words, start: int, end: int) -> Read | None:
    reads = [span(words, found) for found in _WITHIN.finditer(words.text, start, end)]
    if len(reads) != 1 or reads[0] is None:
        return None
    length = reads[0].duration
    return reads[0] if length is None or length.days or length.weeks else None
