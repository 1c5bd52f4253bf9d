"""The date that a paper gives itself, rather than a paper it speaks of."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence

from conformed.structure.dates import find_dates, find_numeric_dates
from conformed.structure.layout import Line
from conformed.structure.title import NOUNS

__all__ = ["own_date"]

_NAMES_ITSELF = re.compile(
    r"\s*\(\s*(?:this|the|hereinafter)?\s*[\"“']\s*(?:this\s+)?(?:amendment|modification|supplement|addendum)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\bWHEREAS\b(?:(?!\b(?:this|hereof|herein)\b).){0,400}\b(?:entered\s+into|executed|parties\s+to)\s+(?:an?|the|that)\s(?:(?!\b(?:this|hereof|herein)\b).){0,400}$",
    re.DOTALL,
)
"""A recital of an agreement that was made before: its dates are not this paper's."""
_LINK = re.compile(
    r"^[\s\"”)\]]*(?:\([^()]{0,120}\))?[\s,]*(?:[IVX]{1,4}\b)?[\s,]*(?:(?:made|entered|into|dated|effective|executed|as|of|on|the|awarded|between|them|and|by|date|in|is|was|with)\b[\s,:]*)*$",
    re.IGNORECASE,
)


def own_date(text: str, lines: Sequence[Line], limit: int) -> dt.date | None:
    """The first date that the paper gives itself, rather than a paper it speaks of."""
    found = [
        *find_dates(text, start=0, end=min(len(text), limit)),
        *find_numeric_dates(text, start=0, end=min(len(text), limit)),
    ]
    starts = [line.start for line in lines if line.gap]
    for mention in sorted(found, key=lambda one: one.start)[:12]:
        place = bisect_right(starts, mention.start) - 1
        before = text[max(starts[place] if place >= 0 else 0, mention.start - 400) : mention.start]
        if (not _is_of_another(before) and not _TOLD.search(before)) or _NAMES_ITSELF.match(
            text, mention.end
        ):
            return mention.date
    return None


def _is_of_another(before: str) -> bool:
    """Whether the words before a date make it the date of a paper other than this one."""
    named = list(_OTHER_PAPER.finditer(before))
    if not named or named[-1]["which"].lower() == "this":
        return False
    last = named[-1]
    if named[0]["which"].lower() == "this" and re.match(r"[\s,)\"”]*(?:is|was|are)\b", before[last.end() :]):
        return False
    rest = before[last.end() :]
    if len(rest) > 160 or not _LINK.match(rest):
        return False
    return not re.search(r"amend", rest[:60], re.IGNORECASE)


_OTHER_PAPER = re.compile(
    rf"\b(?P<which>this|the|their|that|certain|an|a|to|our|of)\s+(?:(?!this\b)[\w&#.,'’/-]+\s+){{0,9}}?(?:{NOUNS})\b(?:\s+(?:{NOUNS})\b){{0,3}}",
    re.IGNORECASE,
)
