"""The day that the clauses of an amendment give for its effect: "This Amendment takes effect on January 1, 2024".

Rules that this file must obey:

* The paper as a whole takes effect where a clause says so of this paper, or of all the changes that it makes. Days that
  differ are no one day.
* What a clause says of one of the paper's own sections holds for the orders of that section.
* What a clause says of the agreement, or of a section of the agreement, is nothing of this.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from conformed.model.instruction import Instruction
from conformed.structure.dates import find_dates

__all__ = ["date_after", "held_from", "own_effect", "part_effects"]

_CHANGES = r"(?:amendments?|changes?|variations?|modifications?|provisions?|terms)"
_NOT_ITS_PART = r"(?<!\bof\s)(?<!\bin\s)(?<!\bby\s)(?<!\bto\s)(?<!\bunder\s)"
_ALL_ITS_CHANGES = rf"""\b(?:the|all|these)\s+(?:foregoing\s+)?{_CHANGES}\s+
    (?:[a-z]+\s+){{0,5}}?(?:in|by|of|under)\s+"""
_SELF = r"""\bthis\s+(?:(?:[\w.]+\s+){0,4}?
    (?:amendment|modification|deed|endorsement|variation|supplement|addendum|letter|change\s+order|rider)
    |[\w.]+\s+agreement|(?P<bare>agreement))\b(?:\s+no\.?\s*\d+)?"""
_TAKES_EFFECT = r"""(?:
    \b(?:is|are|be|becomes?|deemed|made|been)\s+(?:\w+\s+)?effective | \b(?:takes?|has|have|had)\s+effect
    | \b(?:comes?|enters?|be|is|are)\s+(?:into|in)\s+(?:force|effect|operation) | \b(?:applies|apply|operates?|commences?)
    | \bretroactive(?:ly)?(?=\s+to)
)\s+(?:only\s+)?(?:as\s+of|from\s+and\s+after|on\s+and\s+(?:from|after)|from|on|at|(?<=retroactive\s)to|(?<=retroactively\s)to)\s+"""
_TAKES_EFFECT_ITSELF = re.compile(
    rf"""(?:(?:{_NOT_ITS_PART}|{_ALL_ITS_CHANGES}){_SELF}(?P<between>[^.;]{{0,60}}?){_TAKES_EFFECT}
    |\beffective\s+date\s+of\s+{_SELF.replace("bare", "called")}\s*(?:is|shall\s+be|will\s+be|means|:)\s+)
    (?:12:01\s*a\.?m\.?[^,\n]{{0,30}}?(?:\s+on)?\s+)?(?=(?:the\s+)?[\dA-Z])""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_THEN = re.compile(r"\b(?:not|remains?|continues?|if|unless)\b", re.IGNORECASE)
_FOREGOING = rf"\b(?:the|all|these)\s+(?:foregoing|above|preceding)\s+{_CHANGES}"
_ALL_FOREGOING = re.compile(
    rf"{_FOREGOING}(?P<between>[^.;]{{0,40}}?){_TAKES_EFFECT}(?=[\dA-Z])", re.IGNORECASE | re.VERBOSE
)
_LABEL = r"(?:\d[\w.]*|[A-Z]{1,4}(?:\.\d+)?)(?:\([a-z\d]{1,4}\))*"
_OWN_PARTS = rf"""\b(?:sections?|clauses?|paragraphs?|articles?|items?|parts?)\s+(?P<labels>{_LABEL}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){_LABEL})*)"""
_PART_TAKES_EFFECT = re.compile(
    rf"""(?:\b(?:the|all)\s+{_CHANGES}\s+(?:[a-z]+\s+){{0,5}}?(?:in|by)\s+{_OWN_PARTS}(?:\s+(?:hereof|above|of\s+{_SELF}))?
    |{_OWN_PARTS.replace("labels", "hereof")}\s+(?:hereof|above|of\s+{_SELF.replace("bare", "called")})
    |{_SELF.replace("bare", "named")}[^.;]{{0,120}},\s+except\s+that\s+{_OWN_PARTS.replace("labels", "excepted")})
    (?P<between>[^.;]{{0,40}}?){_TAKES_EFFECT}(?=[\dA-Z])""",
    re.IGNORECASE | re.VERBOSE,
)


def own_effect(text: str, own: Iterable[tuple[int, int]], *, is_agreement: bool = False) -> dt.date | None:
    """The one day on which the paper's clauses say that it takes effect.

    Args:
        text: the paper's, its quotations blanked.
        own: the stretches in the paper's own voice.
        is_agreement: whether the paper calls itself "this Agreement".

    >>> say = "This Second Amendment shall take effect on January 1, 2024."
    >>> own_effect(say, [(0, len(say))])
    datetime.date(2024, 1, 1)
    >>> say = "Section 4 of this Amendment is effective as of January 1, 2024."
    >>> own_effect(say, [(0, len(say))]) is None
    True
    """
    days = set()
    for start, end in own:
        found = list(_ALL_FOREGOING.finditer(text, start, end))
        found += (
            match
            for match in _TAKES_EFFECT_ITSELF.finditer(text, start, end)
            if is_agreement or not (match["bare"] or match["called"])
        )
        for match in found:
            day = date_after(text, match.end(), end=end)
            if day is not None and not _NOT_THEN.search(match["between"] or ""):
                days.add(day)
    return days.pop() if len(days) == 1 else None


def part_effects(text: str, own: Iterable[tuple[int, int]]) -> Iterator[tuple[str, dt.date]]:
    """The labels of the paper's own sections of which it says from which day they hold, each with the day.

    >>> say = "Sections 2 and 3(a) of this Amendment shall become effective on April 1, 2004."
    >>> [(label, day.isoformat()) for label, day in part_effects(say, [(0, len(say))])]
    [('2', '2004-04-01'), ('3(a)', '2004-04-01')]
    """
    for start, end in own:
        for match in _PART_TAKES_EFFECT.finditer(text, start, end):
            day = date_after(text, match.end(), end=end)
            if day is None or _NOT_THEN.search(match["between"]):
                continue
            for label in re.findall(_LABEL, match["labels"] or match["hereof"] or match["excepted"]):
                yield label.rstrip("."), day


def held_from(
    instructions: Sequence[Instruction], effects: Iterable[tuple[str, dt.date]]
) -> tuple[Instruction, ...]:
    """The instructions, those of a section that holds from a day of its own with that day; their own words go before."""
    days = tuple(effects)
    out = []
    for instruction in instructions:
        for label, day in days:
            own, rest = instruction.id[: len(label)], instruction.id[len(label) : len(label) + 1]
            if own.lower() == label.lower() and not rest.isalnum() and instruction.effective is None:
                instruction = replace(instruction, effective=day)
        out.append(instruction)
    return tuple(out)


def date_after(text: str, at: int, *, reach: int = 60, end: int | None = None) -> dt.date | None:
    """The day that is printed right behind an offset (at most 14 characters), or None."""
    stop = min(len(text) if end is None else end, at + reach)
    for mention in find_dates(text, start=at, end=stop):
        if mention.start - at <= 14:
            return mention.date
    return None
