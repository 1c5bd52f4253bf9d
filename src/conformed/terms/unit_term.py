"""Unit terms: "Each of the Circuits shall have a term that is fifty-one (51) months after the date such circuit was deemed
installed, but shall continue at the option of the Customer for an additional term to be specified in writing no later than 30 days
prior to the expiration of the initial term."

A unit term is counted for each of many like things from its own day, not from the agreement's.
"""

from __future__ import annotations

import re

from conformed.terms.amounts import GAP, SPAN, Read, span
from conformed.terms.clause import Clause, Holders
from conformed.terms.words import Words

__all__ = ["unit_terms"]

_LEAD = re.compile(
    r"\b(?:each|every|any|all)(?: of the| such| of such)? (?:[\w-]+ ){0,4}?(?P<unit>[A-Za-z][\w-]*)\b[^.;]{0,200}?\b(?:term|period|commitment|minimum)\b"
    r"|\b(?:term|period|commitment) (?:of|for) (?:each|every|any)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    rf"\b(?:that is|of|for|is|be|ends?|ending|expires?|expiring|lasts?|continues?|terminates?)(?: on the date| a period of| until| for)*(?: which is| that is)? {SPAN}"
    r"(?P<link>[^.;]{0,40}?\b(?:after|from|following|commencing (?:on|upon|with|as of)|beginning (?:on|upon|with)|starting (?:on|upon))\b[^.;]{0,90}?"
    r"\b(?:install\w*|activat\w*|deliver\w*|accept\w*|commission\w*|in[- ]service|turn-?up|connect\w*|shipp\w*|order\w*|service date|such \w+ (?:was|is)|placed|acquired|opening|opened|its (?:[\w-]+ )?(?:commencement|start|effective) date)"
    r"|\s(?=thereafter\b|after (?:that|such) date\b|from (?:that|such) date\b))",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:install\w*|activat\w*|deliver\w*|accept\w*|commission\w*|in[- ]service|connect\w*|shipp\w*|placed|acquired|opened)\b",
    re.IGNORECASE,
)
_SAME = re.compile(r"\bterm of (?:an?|any|each|every|such|the|that) \w+", re.IGNORECASE)
_MONTHS = re.compile(rf"[mM](?:onth|ONTH)|[yY](?:ear|EAR)|{GAP}")
_NOT_TERM = re.compile(
    r"\b(?:warrant\w*|guarant\w*|confidential\w*|surviv\w+|indemni\w+|insurance|notice period|cure|fail\w*)\b",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"\b(?:at the option of|option|elect\w*|may (?:continue|extend|renew|elect)|right to (?:extend|renew|continue)|continued? by)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    rf"\b(?:no(?:t)? (?:later|less|fewer) than|at least|by(?: giving)?|upon|on|within)\s(?:at least )?{SPAN}'?\s(?:prior |before |written |advance |in advance |notice)",
    re.IGNORECASE,
)


def unit_terms(words: Words, holders: Holders) -> list[Clause]:
    """Every term that runs for each unit from its own day."""
    text = words.text
    found: list[Clause] = []
    done = 0
    leads = (
        (lead, end) for start, end in words.sentences(_MONTHS) for lead in _LEAD.finditer(text, start, end)
    )
    for lead, end in leads:
        if lead.start() < done:
            continue
        length = _LENGTH.search(text, lead.end() - 30, min(lead.end() + 300, end))
        if not length or _NOT_TERM.search(text, max(lead.start() - 60, 0), length.end()):
            continue
        if length["link"] == " " and not _EVENT.search(text, lead.start(), length.start()):
            continue
        read = span(words, length)
        if read is None or (
            isinstance(read.value, int) and not (read.duration and read.duration.whole_months)
        ):
            continue
        values: dict[str, object] = {"months": read.value}
        withheld = [read.withheld] if read.withheld else []
        doubts = [read] if read.figures else []
        following = words.sentence(min(end + 1, len(text) - 1))[1]
        option = _option(words, holders, length.end(), end)
        if option is None and _SAME.search(text, end, following):
            option = _option(words, holders, end, following)
        if option is not None:
            table, notice = option
            values["option"] = table
            withheld += [notice.withheld] if notice.withheld else []
            doubts += [notice] if notice.figures else []
        found.append(Clause("unit-term", values, lead.start(), end, tuple(withheld), tuple(doubts)))
        done = end
    return found


def _option(words: Words, holders: Holders, start: int, end: int) -> tuple[dict[str, object], Read] | None:
    """Who may continue the unit's term, and by what notice."""
    text = words.text
    option = _OPTION.search(text, start, end)
    if not option:
        return None
    near = re.compile(rf"(?<!\w)({holders.pattern})", re.IGNORECASE)
    before = list(near.finditer(text, max(start, option.start() - 60), option.start()))
    after = near.search(text, option.end(), min(option.end() + 60, end))
    ahead = option.group().lower().startswith(("may", "elect", "right"))
    named = before[-1] if before and ahead else after or (before[-1] if before else None)
    if named is None:
        return None
    table: dict[str, object] = {"holder": holders.role(named[1])}
    notice = _NOTICE.search(text, option.start(), end)
    if not notice:
        return None
    read = span(words, notice)
    if read is None:
        return None
    months = read.duration is not None and bool(read.duration.whole_months)
    table["notice_months" if months else "notice_days"] = read.value
    return table, read
