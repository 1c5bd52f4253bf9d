"""Claw-backs: what a party must give back of what it received, billed to the other in its share, up to what was credited."""

from __future__ import annotations

import re

from conformed.terms.amounts import SHARE, SPAN, Read, share, span
from conformed.terms.clause import Clause
from conformed.terms.words import Words

__all__ = ["claw_backs"]

_GIVES_BACK = re.compile(r"[rR](?:eturn|efund|epay|epaid)|[dD]isgorge|[gG]ive[n]? back|[pP]a(?:y|id) back")
_RETURN = re.compile(
    r"\b(?:required|obliged|obligated|obliges|requires|ordered|compelled|must)\b[^.;]{0,60}?\b(?:return|returned|refund|refunded|repay|repaid|disgorge\w*|give back|given back|paid back|pay back)\b",
    re.IGNORECASE,
)
_BILL = re.compile(
    rf"\b(?:bill|invoice|charge|recover|debit|claw back|repay|reimburse|refund|return|pay back)\b(?P<between>[^.;]{{0,80}}?){SHARE}\s(?:of|in)\s(?:such|the|any|that|its|each)\b",
    re.IGNORECASE,
)
_CAP = re.compile(
    r"\b(?:up to|maximum|not (?:to )?exceed\w*|no more(?: in all)? than|limited to|in no event more than)\b[^.;]{0,120}?\b(?:credited|paid|previously|received)\b",
    re.IGNORECASE,
)


def claw_backs(words: Words) -> list[Clause]:
    """Every right to bill a share of an amount that had to be returned."""
    text = words.text
    found: list[Clause] = []
    done = 0
    for returned in words.matches(_RETURN, within=_GIVES_BACK):
        if returned.start() < done:
            continue
        start, end = words.sentence(returned.start())
        bill = _BILL.search(text, returned.end(), min(returned.end() + 500, end))
        if not bill:
            continue
        rate = share(words, bill)
        reads: list[Read] = [rate]
        values: dict[str, object] = {"rate": rate.value}
        if due := _due(words, bill.end(), end):
            reads.append(due)
            values["due_days"] = due.value
        if _CAP.search(text, bill.end(), end):
            values["cap"] = "cumulative"
        withheld = tuple(read.withheld for read in reads if read.withheld)
        found.append(
            Clause(
                "claw-back",
                values,
                start,
                end,
                withheld,
                tuple(read for read in reads if read.figures),
                rate.start,
            )
        )
        done = end
    return found


def _due(words: Words, start: int, end: int) -> Read | None:
    for match in re.compile(rf"\bwithin,?\s{SPAN}", re.IGNORECASE).finditer(words.text, start, end):
        around = words.text[max(match.start() - 100, 0) : match.end() + 40]
        if re.search(r"\b(?:repay|pay|remit|reimburse)\w*\b", around, re.IGNORECASE):
            return span(words, match)
    return None
