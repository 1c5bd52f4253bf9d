"""What an order makes its change depend on: conditions and provisos; and changes told in words of their own.

An order that holds only on a condition is never one that holds for good. (Orders that hold for some only: `partial`.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["changes_in_words", "provisos_in"]

_EVENT = (
    r"(?:the\s+)?(?:prior\s+)?(?:written\s+)?(?:\w+(?:\s\w+)?['’]s?\s+)?(?:prior\s+)?(?:written\s+)?(?:receipt|approval|consent|satisfaction|payment|delivery|closing|completion"
    r"|issuance|registration|grant|funding|ratification|occurrence)\b"
)
_LEAD = re.compile(
    rf"^\W*(?P<lead>(?:(?:only\s+)?if|unless|when|once|as\s+soon\s+as|so\s+long\s+as|as\s+long\s+as|should|provided(?:\s+always)?\s+that|in\s+the\s+event"
    rf"|conditional\s+(?:up)?on|conditioned\s+(?:up)?on|contingent\s+(?:up)?on|on\s+condition\s+that|subject\s+to\s+(?={_EVENT})"
    rf"|(?:effective\s+)?(?:upon|on|after|following)\s+(?={_EVENT})|solely\s+(?:if|upon|on|when|after|once)\b)[^;:]{{3,240}}?),\s",
    re.IGNORECASE,
)
_BARE_LEAD = re.compile(
    r"^\W*(?P<lead>(?:upon|on|after|following)\s+(?:its|their|such)\s+\w+),?\s+(?=(?:the\s+)?(?:section|clause|paragraph|article|schedule|exhibit)s?\b)",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"(?:,\s*|\s)(?P<trail>(?:but\s+)?only\s+(?:if|when|once|upon|after)\b[^;]{3,240}"
    r"|on\s+(?:the\s+)?condition\s+that\b[^;]{3,240}|if\s+and\s+only\s+if\b[^;]{3,240}"
    rf"|subject\s+to\s+(?={_EVENT})[^;]{{3,240}}|effective\s+(?:only\s+)?(?:upon|on|once|when)\s+(?={_EVENT})[^;,]{{3,240}})",
    re.IGNORECASE,
)
_BUT_IF = re.compile(
    r",\s*(?P<trail>(?:if|unless|so\s+long\s+as|when|once)\s[^;]{3,240}|provided,?\s*(?:however,?\s*)?(?:that\s)?[^;]{3,240})",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\b(?:execution|effective\s+date|date\s+(?:hereof|of\s+this)|terms\s+and\s+conditions|remains?\s+(?:in\s+full|unchanged|unmodified)|full\s+force"
    r"|all\s+other\s+(?:terms|provisions)|shall\s+not\s+be\s+(?:deemed|construed)|nothing\s+(?:herein|in\s+this))\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"^(?:upon|on|after|following|effective)\b[^,]{0,30}\b(?:\d{4}|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.;:])\s+(?=[A-Z(])")
_IN_WORDS = re.compile(
    r"\b(?:is|are|shall\s+be)\s+(?:hereby\s+)?(?:increased|decreased|reduced|extended|shortened|raised|lowered)\s+(?:by|to|until|through|from|for)\b"
    r"|\bshall\s+(?:now|hereafter|henceforth)\s+be\b|\b(?:is|are)\s+(?:henceforth|henceforward)\b(?!\s+(?:known|referred|called|styled))"
    r"|\b(?:becomes?|(?:shall|will)\s+become|gives?\s+way\s+to)\s+(?=[$£€¥₹]?\d|[A-Z]{2,3}[$£€]?\s?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)\b|(?:the\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d)"
    r"|\b(?:sections?|clauses?|paragraphs?|articles?|schedules?|exhibits?)\s+[\w.()]{1,20}(?:\s+of\s+(?!this\b)[^.,;:\"“]{1,50})?\s+(?:(?:shall|will)\s+(?:have\s+no\s+(?:further\s+)?(?:force|effect)|no\s+longer\s+(?:have|be\s+(?:of|in))|cease\s+to\s+(?:have|be|apply)|now\s+be)"
    r"|(?:becomes?|(?:shall|will)\s+become)\s+(?:void|inoperative|the\b|section|clause)|is\s+now\s+(?:section|clause|paragraph|article)|are\s+now\s+(?:sections|clauses|paragraphs|articles)|gets?\s+the\s+following|has\s+the\s+following)\b"
    r"|\b(?:sections?|clauses?|paragraphs?|articles?|items?|sentences?|definitions?|provisions?|rows?)\b[^.;:]{0,80}(?:\.\w[^.;:]{0,80}){0,2}\b(?:is|are|shall\s+be)\s+(?:hereby\s+)?"
    r"(?:moved|relocated|transposed|transferred|interchanged|exchanged|swapped|reversed|combined|merged|split)\b"
    r"|\bhereby\s+(?:agree\s+to\s+)?(?:extends?|increases?|reduces?|decreases?|shortens?)\b"
    r"|\b(?:section|clause|article|paragraph)\s+[\w.()]{1,20}(?:\s+\([^()]{0,60}\))?(?:\s+of\s+the\s+[\w\s]{1,40}?)?\s+(?:shall\s+(?:no\s+longer|not)\s+apply|no\s+longer\s+applies|(?:is|are)\s+(?:hereby\s+)?(?:waived\s+in|suspended|disapplied))\b"
    r"|\beach\s+reference\s+to\s+(?!.{0,80}[“\"])[^.;]{2,80}\b(?:means|shall\s+mean|refers\s+to|shall\s+refer\s+to)\b"
    r"|\bnotwithstanding\s+(?:anything\s[^.;]{0,60}\bin\s+)?(?:section|clause|article|paragraph)\s+[\w.()]{1,20}\s+of\s+the\s+[^.,;]{1,40},[^.;]{3,200}\b(?:shall|will|may)\b"
    r"|\b(?:may|shall|will)\b[^.;]{3,200},\s+notwithstanding\s+(?:anything\s[^.;]{0,60}\bin\s+)?(?:section|clause|article|paragraph)\s+[\w.()]{1,20}",
    re.IGNORECASE,
)


def provisos_in(text: str, start: int, end: int) -> tuple[str, ...]:
    """What the order in a sentence depends on, in the paper's words; `text` has its quotations blanked.

    >>> say = "Upon receipt of the consent, Section 2 is deleted, but only if the Bank so requests."
    >>> provisos_in(say, 0, len(say))
    ('Upon receipt of the consent', 'but only if the Bank so requests')
    """
    said = text[start:end]
    out: list[str] = []
    lead = _LEAD.match(said) or _BARE_LEAD.match(said)
    if lead and not _DATE.match(lead["lead"]):
        out.append(lead["lead"])
    for pattern in (_TRAIL, _BUT_IF):
        match = pattern.search(said, lead.end() if lead else 0)
        if match and not any(match["trail"] in one for one in out):
            out.append(match["trail"])
    words = (" ".join(one.split()).rstrip(" ,.") for one in out)
    return tuple(one for one in words if not _HARMLESS.search(one))


def changes_in_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences that change what the agreement provides without naming words of it.

    >>> say = "The fee is due. The parties hereby extend the term of the Lease until March 15, 2030."
    >>> [say[a:b] for a, b in changes_in_words(say, 0, len(say))]
    ['The parties hereby extend the term of the Lease until March 15, 2030.']
    """
    for match in _IN_WORDS.finditer(text, start, end):
        begin = start
        for stop in _SENTENCE_END.finditer(text, start, match.start()):
            begin = stop.end()
        behind = _SENTENCE_END.search(text, match.end(), end)
        yield begin, behind.start() + 1 if behind else end
