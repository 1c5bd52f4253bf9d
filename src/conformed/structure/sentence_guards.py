"""Sentences, from a kept segmenter with guards for what it does not know of contracts."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["sentence_spans"]

_NO_END = re.compile(
    r"(?:\b(?:No|Nos|Inc|Co|Corp|Ltd|Sec|Secs|Art|para|Paras?|cl|pp?|v|vs|Mr|Mrs|Ms|Dr|St|Ave|approx|e\.g|i\.e|cf|a\.m|p\.m|U\.S|N\.A|Sq|Ft|cent)\."
    r"|\b[Ss]ections?\s+\d+\.|\b[Pp]aragraphs?\s+\d+\.|\b(?:Section|Article|Clause|Paragraph)\s+[\dA-Za-z.]+\.|\b[A-Z]\.)\s*$"
)
_ALWAYS_END = re.compile(r"(?:Inc|Co|Corp|Ltd|a\.m|p\.m|U\.S|N\.A|cent)\.\s*$")
_ATTACHED = re.compile(r"\b(?:Schedule|Exhibit|Appendix|Annex|Annexure|Attachment)\s+(?:[A-Z]|\d+)\.\s*$")
_CITED = re.compile(
    r"\b(?:Section|Article|Clause|Paragraph)\s+(?:[\dA-Za-z.]*\d[\dA-Za-z.]*|[IVXL]{2,7})\.\s*$"
)
_MISSED = re.compile(
    r"\b(?:Schedule|Exhibit|Appendix|Annex|Annexure|Attachment)\s+[A-Z]\.(?=\s+[A-Z][a-z]+\s+[a-z])"
)
_WORD = re.compile(r"[“\"(\[]?[A-Z][a-z]+[\s,]")
_STARTS = re.compile(
    r"[“\"(\[]?(?:The|This|If|In|Any|Each|No|All|A|An|Such|Upon|Except|For|Licens|Party|Buyer|Seller|Tenant|Landlord|Customer|Provider|Either|Neither|Notwithstanding|It)\b"
)
_LABEL = re.compile(r"\s*\(?[A-Za-z0-9]{1,4}[.)]\s*$")


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of `text` from `start` to `end`, as spans without the white space around them.

    >>> text = "See Section 3. a. hereof. It ends."
    >>> [text[a:b] for a, b in sentence_spans(text, 0, len(text))]
    ['See Section 3. a. hereof.', 'It ends.']
    """
    piece = text[start:end]
    if not piece.strip():
        return
    from nupunkt import sent_spans

    held: int | None = None
    for a, b in sent_spans(piece):
        words = piece[a:b]
        if not words.strip():
            continue
        if held is None:
            held = a + len(words) - len(words.lstrip())
        rest = piece[b : b + 60].lstrip()
        if rest and _goes_on(piece[held:b], rest):
            continue
        yield from _parted(text, start + held, start + held + len(piece[held:b].rstrip()))
        held = None
    if held is not None:
        yield from _parted(text, start + held, start + held + len(piece[held:].rstrip()))


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One sentence as the segmenter sees it, parted where it ends with the letter of an attachment: "Schedule A. Dues"."""
    for match in _MISSED.finditer(text, start, end):
        yield start, match.end()
        start = match.end() + len(text[match.end() : end]) - len(text[match.end() : end].lstrip())
    yield start, end


def _goes_on(sentence: str, rest: str) -> bool:
    tail = sentence[-60:].rstrip()
    if _LABEL.fullmatch(sentence.strip()):
        return True
    if rest[0].islower() or rest[0] in ",;)":
        return not tail.endswith(("!", "?"))
    if (_ATTACHED.search(tail) or _CITED.search(tail)) and _WORD.match(rest):
        return False
    if _NO_END.search(tail):
        return not (_ALWAYS_END.search(tail) and _STARTS.match(rest))
    return False
