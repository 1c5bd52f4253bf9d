"""New text that stands in the paragraph that orders it: behind a colon, or as a definition."""

from __future__ import annotations

import re

from conformed.amending.quotations import Quotation
from conformed.amending.voice import announces_text, heads_order, is_order, orders_strictly

__all__ = ["announced", "block_end", "defines_in_columns", "inline_block", "means", "trimmed"]

_MEANS = re.compile(
    r"\s*(?:\([^)]{0,80}\)\s*)?(?:shall\s+(?:mean|have)|means?\b|has\s+the\s+meaning|have\s+the\s+meaning|is\s+defined|refers?\s+to|shall\s+refer|will\s+mean)",
    re.IGNORECASE,
)
_INLINE_END = re.compile(r"(?:[;,]|(?<=[.;])[;,])?\s*(?:and|or)?\s*$")
_SENTENCE_START = re.compile(r"(?<=[.!?])['\"”’)]*\s+(?=[A-Z(]|\d{1,2}(?:\.0?|\))\s+[A-Z])")


_FROM = re.compile(r"from:?\s+[\"“'‘\d$£€]", re.IGNORECASE)


_COLUMN = re.compile(r"[ \t]{2,60}(?!(?:shall|will|is|are|and|or|in|means?|has)\b)(?=[a-z\d£$€])")
_PUTS_DEFINITION = re.compile(
    r"\b(?:insert|add)(?:ed|ing)?\b[^.;]*\bdefinitions?\b|\bdefinitions?\b[^.;]*\b(?:insert|add)(?:ed|ing)?\b"
)


def defines_in_columns(text: str, sentence: int, start: int, behind: int, end: int) -> bool:
    """Whether a quotation is a term that a definition put in sets in a column of its own: inserted, "Team"  the side."""
    said = text[sentence:start].rstrip()
    return (
        said[-1:] in (":", ",")
        and _COLUMN.match(text, behind, end) is not None
        and _PUTS_DEFINITION.search(said) is not None
    )


def means(text: str, at: int, end: int) -> bool:
    """Whether what stands behind a quotation makes it a term being defined."""
    return _MEANS.match(text, at, min(end, at + 120)) is not None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Block text without the blanks around it and the list's own "; and" behind it."""
    while start < end and (text[start].isspace() or text[start] in "|"):
        start += 1
    tail = _INLINE_END.search(text, max(start, end - 20), end)
    if tail and tail.start() > start and tail[0].strip():
        end = tail.start()
    while end > start and (text[end - 1].isspace() or text[end - 1] == "|"):
        end -= 1
    return start, end


def announced(text: str, sentence: int, at: int) -> bool:
    """Whether the words from `sentence` to `at` announce what stands at `at` as new text."""
    before = text[sentence:at].rstrip()
    return before.endswith(":") or bool(
        re.search(
            r"(?:therefor|thereof|following|follows|read|definition|term|add|adding|insert|inserting)$",
            before,
            re.IGNORECASE,
        )
    )


def inline_block(
    text: str, sentence: int, after: int, end: int, quotations: dict[int, Quotation]
) -> tuple[int, int] | None:
    """The block text that stands in the same paragraph behind a colon, or None."""
    begin = after
    while begin < end and (text[begin].isspace() or text[begin] in "|*_"):
        begin += 1
    while begin < end and text[begin] in "-–—" and text[begin + 1 : begin + 2].isspace():
        begin += 1
        while begin < end and text[begin].isspace():
            begin += 1
    if begin >= end or text[begin:end] in ("-", "–", "—"):
        return None
    said = announces_text(text, sentence, after)
    if said is None:
        return None
    if begin in quotations:
        quotation = quotations[begin]
        if means(text, quotation.end, end):
            return begin, block_end(text, begin, end)
        last = quotation
        while (behind := _behind(text, last.end, end)) in quotations:
            last = quotations[behind]
        return (begin, last.end) if last is not quotation else None
    if said == "list" and (is_order(text, begin, end) or _FROM.match(text, begin, end)):
        return None

    if orders_strictly(text, begin, min(end, begin + 300)) and heads_order(text, begin, end):
        return None
    if text[begin:end].rstrip().endswith(":") and announces_text(text, begin, end) == "text":
        return None
    stop = block_end(text, begin, end)
    return (begin, stop) if stop > begin else None


def _behind(text: str, at: int, end: int) -> int:
    """The first offset behind `at` that is not blank."""
    while at < end and text[at].isspace():
        at += 1
    return at


def block_end(text: str, begin: int, end: int) -> int:
    """Where block text within a paragraph ends: before a sentence in which the amendment orders again, else at its end."""
    at = begin
    while True:
        match = _SENTENCE_START.search(text, at + 1, end)
        if match is None:
            return end
        at = match.end()
        following = _SENTENCE_START.search(text, at + 1, end)
        if orders_strictly(text, at, following.start() if following else end):
            return at
