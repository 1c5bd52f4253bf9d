"""Pass-through credits: a share of what one party receives from others, credited or paid to the other each quarter."""

from __future__ import annotations

import re

from conformed.terms.amounts import SHARE, SPAN, Read, share, span
from conformed.terms.clause import Clause
from conformed.terms.words import Words

__all__ = ["pass_through_credits"]

_FROM_OTHERS = re.compile(r"[rR]eceive|[cC]ollect|[oO]btain")
_CREDIT = re.compile(
    rf"\b(?:credit(?:ed|s)?|pay(?:s|ment)?|remit|share)\b(?P<between>[^.;]{{0,80}}?){SHARE}\s(?:of|in)\s(?:any|all|every|each|the|such|its)\b[^.;]{{0,60}}?"
    r"\b(?:payments?|amounts?|credits?|commissions?|compensation|rebates?|refunds?|revenues?|sums?|fees)\b[^.;]{0,60}?\b(?:receives?|received|collects?|obtains?)\b[^.;]{0,30}?\bfrom\b",
    re.IGNORECASE,
)
_DUE = re.compile(
    rf"\b(?:within|no later than|not later than)\s{SPAN}\s(?:of|after|following)\s(?:the )?(?:end|close|last day|expiration) of (?:each|every|the|such|that|any)(?: such)?(?: calendar)? (?P<period>quarter|month|year)",
    re.IGNORECASE,
)


def pass_through_credits(words: Words) -> list[Clause]:
    """Every share of third parties' payments that is credited or paid on."""
    found: list[Clause] = []
    for match in words.matches(_CREDIT, within=_FROM_OTHERS):
        rate = share(words, match)
        reads: list[Read] = [rate]
        values: dict[str, object] = {"rate": rate.value}
        end = words.sentence(match.end())[1]
        due = _DUE.search(words.text, match.start(), min(end + 400, len(words.text)))
        days = span(words, due) if due is not None else None
        if due is not None and days is not None:
            reads.append(days)
            values["due_days"] = days.value
            if due["period"].lower() != "quarter":
                values["period"] = due["period"].lower()
            end = max(end, due.end())
        withheld = tuple(read.withheld for read in reads if read.withheld)
        doubts = tuple(read for read in reads if read.figures)
        found.append(
            Clause(
                "pass-through-credit",
                values,
                words.sentence(match.start())[0],
                end,
                withheld,
                doubts,
                rate.start,
            )
        )
    return found
