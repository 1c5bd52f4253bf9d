"""Redactions: words left out of the filed paper, as typed unknowns with ids.

Rules that this file must obey:

* A blank to be filled in ("$______", "[●]") and "[Reserved]" are no redactions: nothing was left out.
* The id names the place, not the words: in a schedule, exhibit, appendix and so on it is the innermost such part and the
  redaction's number within it, counted through from the first (`appendix-a/r3`); elsewhere the provision's path and its
  number within that provision's own words (`3/c/r1`); outside all provisions `r1`, `r2`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from conformed.model.document import Provision, Redaction
from conformed.structure.containers import CONTAINERS

__all__ = ["redactions_of"]

_LEFT_OUT = (
    r"text\s{1,40}deleted|(?:information[ ])?redacted|omitted|deleted|confidential(?:[ ]treatment[ ]requested)?"
    r"|confidential\s{1,40}(?:information|material|portion|text)s?\s{1,40}(?:omitted|redacted|deleted)[^\]]{0,80}"
    r"|(?:portions?|material|information)\s{1,40}(?:omitted|redacted|deleted)[^\]]{0,80}"
)
_MARKING = re.compile(
    r"[\[*<{(█■](?:(?<=\[)(?:[ ]?(?:\*[ ]?){1,60}\]|(?:\s?\.){3,60}\s?\]|(?:X{3,20}|x{3,20})\]"
    rf"|\s{{0,3}}(?i:{_LEFT_OUT})\s{{0,3}}\])"
    r"|(?<=\*)(?<![*\w]\*)(?:\*{2,59}(?![*\w])|[ ]\*[ ]\*(?:[ ]\*){0,20})"
    r"|(?<=<)[ ]?\*{2,20}[ ]?>|(?<=\{)\*{2,20}\}|(?<=\()\*{2,20}\)|(?<=[█■])[█■]+)"
)
_RATE_AFTER = re.compile(
    r"\s{0,12}(?:%|per\s?cent|percent|basis\s+points|(?:of|on)\s+(?:any|the|all|such|each|its|net|gross|total|aggregate|those|that|amounts?|payments?)\b)",
    re.IGNORECASE,
)
_DAYS_AFTER = re.compile(
    r"\s{0,12}(?:\(\d+\)\s+)?(?:business\s+|calendar\s+|working\s+)?(?:days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    r"\b(?:within|no\s+later\s+than|period\s+of|at\s+least|term\s+of)[\s,(\"“]{0,12}$", re.IGNORECASE
)
_TIME_AFTER = re.compile(
    r"[\s,.\"”]{0,12}(?:of\s+(?:the\s+)?(?:end|receipt|date|such|each|its)|after|before|prior|following|from|repay|pay)\b",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(
    r"(?:[$£€¥]|\bUSD?|\bEUR|\bDollars|\b(?:fee|price|amount|sum|charge|royalty|rent)\s+(?:of|is|equal\s+to))[\s(]{0,6}$",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(r"\s{0,12}(?:dollars|USD|euros?|pounds)\b|\s{0,4}per\s+(?!cent)", re.IGNORECASE)


def redactions_of(text: str, provisions: Sequence[Provision]) -> tuple[Redaction, ...]:
    """The redactions of a text whose provisions are known, in order.

    >>> [(one.id, one.kind) for one in redactions_of("within [TEXT DELETED] of receipt pay $[***]", ())]
    [('r1', 'days'), ('r2', 'amount')]
    """
    matches = [match for match in _MARKING.finditer(text) if not _is_ornament(text, match)]
    starts, owners = _owners(provisions) if matches else ([], [])
    counts: Counter[str] = Counter()
    found = []
    for match in matches:
        place = bisect_right(starts, match.start()) - 1
        owner = owners[place] if place >= 0 else ""
        counts[owner] += 1
        id = f"{owner}/r{counts[owner]}" if owner else f"r{counts[owner]}"
        found.append(
            Redaction(id, " ".join(match[0].split()), _kind(text, match), match.start(), match.end())
        )
    return tuple(found)


def _owners(provisions: Sequence[Provision]) -> tuple[list[int], list[str]]:
    """From each offset on, the id of the part that a redaction there belongs to."""
    events: list[tuple[int, str]] = []
    stack: list[tuple[Provision, str]] = [(one, "") for one in reversed(provisions)]
    while stack:
        provision, above = stack.pop()
        owner = _owner(provision)
        events.append((provision.start, owner))
        at = provision.body
        for child in provision.children:
            if child.start > at:
                events.append((max(at, provision.start), owner))
            at = child.end
            events.append((child.end, owner))
        events.append((provision.end, above))
        stack.extend((child, owner) for child in reversed(provision.children))
    order = sorted(range(len(events)), key=lambda at: events[at][0])
    merged: dict[int, str] = {}
    for at in order:
        start, owner = events[at]
        merged[start] = _deeper(merged.get(start), owner)
    return list(merged), list(merged.values())


def _deeper(one: str | None, other: str) -> str:
    if one is None:
        return other
    return other if other.count("/") >= one.count("/") and other else one


def _owner(provision: Provision) -> str:
    for part in reversed(provision.path):
        if part.split(" ")[0] in CONTAINERS:
            return part.replace(" ", "-")
    return "/".join(part.replace(" ", "-") for part in provision.path)


def _is_ornament(text: str, match: re.Match[str]) -> bool:
    """Whether stars are a rule across the page."""
    if match[0][0] != "*":
        return False
    reach = max(0, match.start() - 120)
    start = text.rfind("\n", reach, match.start()) + 1 or reach
    end = text.find("\n", match.end(), match.end() + 120)
    line = text[start : end if end >= 0 else match.end()]
    return match.end() - match.start() > 9 and not line.replace("*", "").strip()


def _kind(text: str, match: re.Match[str]) -> str:
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 60]
    if _MONEY_BEFORE.search(before) and not _RATE_AFTER.match(after):
        return "amount"
    if _DAYS_AFTER.match(after) or (_TIME_BEFORE.search(before) and _TIME_AFTER.match(after)):
        return "days"
    if _RATE_AFTER.match(after):
        return "rate"
    return "amount" if _MONEY_AFTER.match(after) or _MONEY_BEFORE.search(before) else "text"
