"""What an agreement says of a matter that runs, and that no clause was read from: for a person to look at.

Rules that this file must obey:

* Nothing here is a term: a sentence is shown, and no value is taken from it.
* A sentence that a clause of the same kind was read from is not shown again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from conformed.model.document import Document, Path
from conformed.model.term import Terms
from conformed.terms.words import Words

__all__ = ["UnreadSentence", "unread"]

_SUM = r"(?:[$£€¥]\s?\d|\b(?:USD|GBP|EUR|CHF|CAD|AUD)\s?\d|\d\s?€)"
_SHARE = r"(?:\d\s?%|\bper ?cent\b)"
_MARKS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "agreement-term",
        re.compile(
            r"\b(?:initial|original) term\b|\bterm of this \w+|\bthis \w+ (?:shall|will) (?:commence|continue|remain)"
        ),
        re.compile(
            r"\b(?:for|of|is|be|until)\b[^.;]{0,60}\b(?:years?|months?|anniversary|(?:19|20)\d\d)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "recurring-charge",
        re.compile(_SUM),
        re.compile(
            r"\b(?:per|each|every|a) (?:calendar )?(?:month|quarter|year)\b|\b(?:monthly|quarterly)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "pass-through-credit",
        re.compile(_SHARE),
        re.compile(
            r"\b(?:credit(?:ed|s)?|pay|remit|share)\b[^.;]{0,120}\b(?:received|collected|receives|collects)\b[^.;]{0,40}\bfrom\b",
            re.IGNORECASE,
        ),
    ),
    (
        "claw-back",
        re.compile(r"[cC]law-?back|[rR]efund|[rR]epa(?:y|id)|[rR]ecoup|[gG]ive back|[rR]eturn"),
        re.compile(
            r"\bclaw-?backs?\b|\b(?:refund|repa(?:y|id)|recoup|return)\w*\b[^.;]{0,160}\b(?:previously|already|so|theretofore) (?:paid|credited|received)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "late-interest",
        re.compile(r"[iI]nterest|[lL]ate (?:[pP]ayment )?(?:[cC]harge|[fF]ee)"),
        re.compile(
            rf"\b(?:late|overdue|past[- ]due|unpaid|not paid|delinquent|when due|due date|in arrears)\b[^.;]{{0,300}}?(?:{_SHARE}|\brate\b)"
            rf"|(?:{_SHARE}|\brate\b)[^.;]{{0,300}}?\b(?:late|overdue|past[- ]due|unpaid|not paid|delinquent|when due|due date|in arrears)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "termination-right",
        re.compile(r"[tT]erminat|[cC]ancel"),
        re.compile(
            r"\b(?:may|right to|entitled to|option to|can|power to)\b[^.;]{0,100}\b(?:terminate|cancel|be (?:terminated|cancell?ed))\b"
            r"|\b(?:give|gives|giving|serves?) [^.;]{0,60}\bnotice (?:of termination|to (?:terminate|end|determine))\b",
            re.IGNORECASE,
        ),
    ),
)
_OF_THE_PAPER = re.compile(
    r"\b(?:this|the|said) (?:[\w'-]+ ){0,3}?(?:agreement|contract|lease|deed|appointment|engagement)\b",
    re.IGNORECASE,
)
_NO_RIGHT = re.compile(
    r"\b(?:neither|may not|no longer|surviv\w+|(?:up)?on (?:the )?(?:expiration|termination)|in the event of (?:any )?termination|notwithstanding)\b",
    re.IGNORECASE,
)
_BY_MONTH = re.compile(r"\bmonth(?:ly)?\b", re.IGNORECASE)
_FOR_EACH = re.compile(
    r"\b(?:each|every|per|for an?) (?!(?:calendar )?(?:months?|quarters?|years?)\b|annum\b|party\b|invoice\b)[a-z]",
    re.IGNORECASE,
)
_LONGEST = 1200
_MOST = 8


@dataclass(frozen=True, slots=True)
class UnreadSentence:
    """A sentence that speaks of what a clause of `kind` runs.

    Attributes:
        kind: as in `agreement.toml`.
        text: the sentence, white space collapsed.
        provision: where it stands.
        why: what of it nothing here runs, where that is known.
    """

    kind: str
    text: str
    provision: Path
    why: str = ""


def unread(document: Document, terms: Terms) -> tuple[UnreadSentence, ...]:
    """The sentences of `document` that no clause among its `terms` was read from, kind by kind, at most eight of each kind."""
    words = Words(document)
    found: list[UnreadSentence] = []
    for kind, mark, says in _MARKS:
        read = sorted(
            (words.at(term.start), words.at(term.end)) for term in terms.clauses if term.kind == kind
        )
        if kind == "agreement-term" and read:
            continue
        sentences = (
            UnreadSentence(kind, text := words.text[start:end].strip(), words.path(start), _why(kind, text))
            for start, end in _sentences(words, mark, says, kind)
            if not _overlaps(read, start, end)
        )
        found += [sentence for sentence, _ in zip(sentences, range(_MOST), strict=False)]
    return tuple(found)


def _sentences(
    words: Words, mark: re.Pattern[str], says: re.Pattern[str], kind: str
) -> Iterator[tuple[int, int]]:
    for start, end in words.sentences(mark):
        first = mark.search(words.text, start, end)
        low = max(start, first.start() - _LONGEST // 2) if first else start
        high = min(end, low + _LONGEST)
        if not says.search(words.text, low, high):
            continue
        ends = kind == "termination-right"
        if ends and (
            _NO_RIGHT.search(words.text, low, high) or not _OF_THE_PAPER.search(words.text, low, high)
        ):
            continue
        yield low, high


def _why(kind: str, text: str) -> str:
    """What of a charge settle does not run: one by the quarter or year, and one for the whole.

    >>> _why("recurring-charge", "The monthly fee for the Services is $900.00.")
    'a sum for the whole; settle charges each unit in service, so let an event install the whole as one unit'
    >>> _why("recurring-charge", "The Client shall pay $900.00 per quarter.")
    'not by the month; settle charges each calendar month'
    """
    if kind != "recurring-charge":
        return ""
    if not _BY_MONTH.search(text):
        return "not by the month; settle charges each calendar month"
    if _FOR_EACH.search(text):
        return ""
    return "a sum for the whole; settle charges each unit in service, so let an event install the whole as one unit"


def _overlaps(read: list[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_right(read, (end, 0))
    return any(other_end > start for _, other_end in read[max(place - 12, 0) : place])
