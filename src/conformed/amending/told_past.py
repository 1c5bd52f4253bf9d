"""What a paper tells of the past of a provision: "as added by the First Amendment". It names no place to be changed.

Rules that this file must obey:

* Only what tells who put the provision into its present words is left out, never an order.
* What follows "read as", "construed as" or "stands" is the order itself: "shall be read as amended by ...".
"""

from __future__ import annotations

import re

__all__ = ["past_told", "put_there"]

_HOW = (
    r"(?:(?:previously|heretofore|theretofore|(?:most\s+)?recently|last|lastly|first|originally|subsequently|further"
    r"|so|since|already|then|earlier|newly|both|each)\s+)*"
)
_DONE = (
    r"(?:amended|added|inserted|introduced|incorporated|included|modified|revised|replaced|substituted|restated|supplemented"
    r"|varied|changed|corrected|extended|renumbered|redesignated|relettered|deleted|created|established|numbered)"
)
_SAID = r"(?:set\s+(?:forth|out)|stated|contained|found|provided|appearing|reflected|written|given|defined)"
_PAPER = (
    r"(?:amendment|supplement|addendum|variation|modification|endorsement|letter\s+agreement|side\s+letter|change\s+order"
    r"|waiver|amendatory\s+agreement|amending\s+(?:agreement|deed)|supplemental\s+\w+)s?\b"
)
_DONE_TWICE = rf"{_HOW}{_DONE}(?:(?:\s*,\s*|\s+)(?:and\s+|and/or\s+|or\s+)?{_HOW}{_DONE}){{0,3}}"
_THROUGH = (
    r"(?:by\s+(?:way|means|virtue|reason)\s+of|by|pursuant\s+to|under|through|per|via|in\s+accordance\s+with)"
)

_ORDER_BEHIND = (
    r"(?:\w+ing\b|(?:the\s+)?(?:deletion|insertion|addition|substitution|replacement|omission|removal|following|changes?"
    r"|amendments\s+(?:set|made|contained|in)\b))"
)
_STOP = (
    r"(?=\s*(?:[,;:)\"“]|(?<!\bNo)\.\s+(?-i:[A-Z])|\.?\s*$|[–—]\s)"
    r"|\s+(?:is|are|was|were|shall|will|be|hereby|stands?|which)\b|\s+by\s+\w+ing\b|\s+to\s+(?:read|delete|add|insert|replace|provide)\b"
    r"|\s+and\s+(?:as|is|are|hereby|further|shall|in|the\s+words?)\b)"
)
_PIECE = r"(?:[^,;:()\"“”\n]|\n(?!\s*\n)|\([^()]{0,160}\))"
_FIRST = rf"(?!{_ORDER_BEHIND}){_PIECE}{{2,240}}?{_STOP}"
_NUMBERED = r"(?:sections?|clauses?|paragraphs?|articles?|items?|parts?)\b"
_DETAIL = (
    rf"(?:dated?|as\s+of|effective|each|both|between|entered)\b{_PIECE}{{0,120}}?{_STOP}|(?:19|20)\d\d\b"
)
_OTHER = (
    rf"(?:(?:the|that|certain|by|said|a)\s+){{0,3}}(?:[\w-]+\s+){{0,4}}?{_PAPER}{_PIECE}{{0,120}}?{_STOP}"
)
_OTHER_PART = rf"(?:by\s+)?{_NUMBERED}\s+[\w.()-]+\s+(?:of|to|in)\s+{_OTHER}"
_NOTE = r"\s*\([^()]{0,160}\)"


def _more(*others: str) -> str:
    return rf"(?:\s*,\s*(?:and\s+)?(?:{'|'.join((_DETAIL, *others))})|{_NOTE})*+"


_MORE = _more(_OTHER)
_OBJECT = rf"(?P<object>(?={_NUMBERED}){_FIRST}{_more(_OTHER_PART, _OTHER)}|(?!{_NUMBERED}){_FIRST}{_MORE})"

_BY_PAPER = re.compile(
    r"(?:as\s+(?:(?:it|they|the\s+same)\s+)?(?:(?:was|were|has\s+been|have\s+been|had\s+been)\s+)?"
    r"|(?:which|that)\s+(?:was|were|has\s+been|have\s+been|had\s+been)\s+)"
    rf"{_DONE_TWICE}\s+{_THROUGH}\s+{_OBJECT}",
    re.IGNORECASE,
)
_IN_PAPER = re.compile(
    rf"as\s+{_HOW}(?:{_SAID}|{_DONE})\s+(?:in|at|on)\s+(?P<object>(?:(?!\bby\b){_PIECE}){{0,120}}?\b{_PAPER}{_PIECE}{{0,120}}?{_STOP}{_MORE})",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    rf"which\s+{_HOW}{_DONE}\s+{_OBJECT}(?=\s*,\s*(?:is|are|shall|will)\b)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"{_DONE_TWICE}\s+{_THROUGH}\s+{_OBJECT}(?=\s*,\s*(?:is|are|shall|will)\b)",
    re.IGNORECASE,
)
_STANDS_NOW = re.compile(
    rf"as\s+(?:it|they|the\s+same)\s+(?:(?:currently|presently|now)\s+)?(?:reads?|stands?|appears?|exists?)\s+"
    rf"(?:after|following|under|in|by\s+virtue\s+of|pursuant\s+to)\s+{_OBJECT}",
    re.IGNORECASE,
)
_PUT_IN = (
    r"(?:added|inserted|introduced|incorporated|included)(?=\s+(?:in|into|to|at|after|as)\s"
    rf"(?:(?!\bby\b){_PIECE}){{1,80}}?\s(?:by|pursuant\s+to|under)\s{_PIECE}{{0,80}}?\b{_PAPER})"
)
_PUT_THERE = re.compile(
    rf"(?:as\s+|(?:that|which)\s+(?:was|were|has\s+been|have\s+been)\s+)?{_HOW}{_PUT_IN}", re.IGNORECASE
)
_PUT_BY = re.compile(rf"(?:by|pursuant\s+to|under)\s+(?P<object>{_FIRST}{_MORE})", re.IGNORECASE)
_NAMES_PAPER = re.compile(rf"\b{_PAPER}", re.IGNORECASE)
_READ_AS = re.compile(
    r"\b(?:reads?|construed|interpreted|effect|applied|apply|deemed|stands?|is|are|be|such|same|so)\s*$",
    re.IGNORECASE,
)
_STARTS = frozenset("awtAWT")
_BEFORE = 40
_REACH = 160


def past_told(text: str, at: int, end: int, *, behind_comma: bool = False) -> int | None:
    """Where the words end that tell, from `at` on, how a provision came to read as it does; None where none do.

    >>> say = 'Section 4, as added by Amendment No. 1, dated June 1, 2004, is deleted'
    >>> say[:11] + say[past_told(say, 11, len(say)) :]
    'Section 4, , is deleted'
    >>> say = "Section 4 shall be read as amended by the deletion of the last sentence"
    >>> past_told(say, 24, len(say)) is None
    True
    """
    if behind_comma:
        bare = _BARE.match(text, at, end)
        if bare and _NAMES_PAPER.search(bare["object"]):
            return bare.end()
    if text[at] in "bBpPuU":
        put = _PUT_BY.match(text, at, end)
        named = put is not None and _NAMES_PAPER.search(put["object"]) is not None
        return put.end() if put and named and _put_before(text, at) else None
    if text[at] not in _STARTS or _READ_AS.search(text[max(at - _BEFORE, 0) : at]):
        return None
    for pattern in (_BY_PAPER, _IN_PAPER, _ACTIVE):
        match = pattern.match(text, at, end)
        if match:
            return match.end()
    now = _STANDS_NOW.match(text, at, end)
    return now.end() if now and _NAMES_PAPER.search(now["object"]) else None


def put_there(text: str, at: int, end: int) -> int | None:
    """Where "added" ends in "the words "A", added to Section 3 by Amendment No. 1": Section 3 is a place, the paper none.

    >>> say = "the fees added to Section 3 by Amendment No. 1 are due"
    >>> say[9 : put_there(say, 9, len(say))]
    'added'
    """
    if text[at] not in "awtiAWTI" or _READ_AS.search(text[max(at - _BEFORE, 0) : at]):
        return None
    match = _PUT_THERE.match(text, at, end)
    return match.end() if match else None


def _put_before(text: str, at: int) -> bool:
    """Whether "inserted in Section 4" stands right before an offset at which "by the First Amendment" begins."""
    start = max(at - _REACH, 0)
    said = [
        match for match in _PUT_THERE.finditer(text, start, min(len(text), at + _REACH)) if match.end() < at
    ]
    return bool(said) and not _READ_AS.search(text[max(said[-1].start() - _BEFORE, 0) : said[-1].start()])
