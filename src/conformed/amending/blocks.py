"""New text that stands in a block: without its quotation marks, and in the pieces it is made of.

A block may hold several definitions, or several provisions that the instruction names; each is an instruction of
its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conformed.amending.quotations import lift, net

__all__ = [
    "DefinitionPiece",
    "defined_term",
    "definitions_in",
    "leading_label",
    "provisions_in",
    "unquoted",
    "words_of",
]

_OPEN = '"“„«`'
_CLOSE = '"”»'
_IN_COLUMNS = r"[ \t]{2,60}(?!(?:shall|will|is|are|and|or|in|of|to|means?|has|have)\b)(?=(?-i:[a-z\d£$€]))"
"""A term in a column of its own, its meaning in the next; the blanks of a justified line are none."""
_MEANS = (
    rf"(?:{_IN_COLUMNS}|"
    r"(?:,?\s*(?:\([^)]{0,120}\)|when\s+used[^,]{0,60},|as\s+used[^,]{0,60},|with\s+respect\s+to[^,]{0,80},|for\s+purposes[^,]{0,80},)?\s*"
    r"(?:shall\s+(?:mean|have|be\s+defined|refer)|means?\b|has\s+the|have\s+the|is\s+defined|(?:is|are|shall\s+be)\s|refers?\s+to|will\s+mean|:|–|—|-\s|=)))"
)
_LABEL = r"(?:(?:section|clause|paragraph)\s+)?(?:\(\w{1,5}\)|\d{1,3}(?:\.\d{1,3})*\.?|[A-Z]{1,2}(?:\.\d+)*\.|[A-Z]\.)(?:\s?\(\w{1,5}\))*"
_DEFINITION = re.compile(
    rf"(?P<label>{_LABEL}\s+)?[\"“'‘]{{1,2}}[\s*_]*(?P<term>[^\"”’\n]{{1,120}}?)[\s*_,]*[\"”’']{_MEANS}",
    re.IGNORECASE,
)
_BARE_DEFINITION = re.compile(
    rf"(?P<label>{_LABEL}\s+)?(?P<term>[A-Z][\w&’'-]*(?:\s+(?:of|and|the|to|for|or)\s+[A-Z][\w&’'-]*|\s+[A-Z][\w&’'-]*){{0,7}})\s+(?:shall\s+)?means?\b"
)
_NEXT_DEFINITION = re.compile(
    r"(?<=[.;])[ \t\n]+(?:and[ \t\n]+)?(?=[\"“][^\"”\n]{1,80}[\"”][^.;]{0,60}\b(?:means?|has|have)\b)"
)
_ENTRY = rf"[\"“][A-Z][^\"”\n]{{0,80}}[\"”]{_IN_COLUMNS}"
_COLUMN_ENTRY = re.compile(rf"(?<=[.;:])[ \t]*\n\s*(?={_ENTRY})|(?<!\S){_ENTRY}[^\n]*\n[ \t]*(?={_ENTRY})")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*|(?<=[.;:\"”’])[ \t]*\n\s*")
_LEADING = re.compile(
    r"[\s\"“'‘*_|#>]*(?P<noun>(?:section|clause|paragraph|article|item|schedule|exhibit|appendix|annexure|annex|attachment|part)\s+)?"
    r"(?P<label>(?:\d{1,3}(?:\.\d{1,3})*[A-Za-z]?|[A-Z]{1,2}(?:\.\d{1,3})+|[A-Z]{1,2}(?=[.)])|[A-Z]-\w{1,3}|[a-z]{1,4}(?=[.)])|[IVXLC]{1,6}(?=[.):\s]))?(?:\s?\(\w{1,5}\))*)(?=[.):\s]|$)",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?<=[.;\"”'’])\s*[;,]\s*(?:and|or)?\s*$|(?<=[\"”'’])\s*(?:and|or)\s*$|(?<=[.;])\s+(?:and|or)\s*$"
)
_MARKS = re.compile(r"^[ \t]*(?:>|#{1,6})[ \t]?|^[ \t|]*+-{3,}+[-| \t]*+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class DefinitionPiece:
    """A definition in a block: where it stands, its term, the number printed before it."""

    start: int
    end: int
    term: str
    label: str | None


def words_of(text: str, start: int, end: int) -> str:
    """The words between two offsets, white space collapsed, marks of layout (not of words) left out."""
    return " ".join(_MARKS.sub(" ", text[start:end]).split())


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "|>#"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "|#>"):
        end -= 1
    return start, end


def unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """A block without the quotation marks around the whole of it.

    >>> text = '"1. The "Fee" is due."'
    >>> text[slice(*unquoted(text, 0, len(text)))]
    '1. The "Fee" is due.'
    """
    start, end = _strip(text, start, end)
    if start >= end:
        return start, end
    joint = _JOINT.search(text, max(start, end - 24), end)
    if joint and text[end : end + 1] not in (*_CLOSE, "’", "'"):
        end = joint.start()
    closing = end
    while closing > start and text[closing - 1] in ".;,*_ ":
        closing -= 1
    if text[start] in _OPEN:
        quotations = lift(text, start, end, single=False)
        first = quotations[0] if quotations else None
        if first is not None and first.closed and first.end >= closing and not _is_term(text, first.end, end):
            return _strip(text, first.inner_start, first.inner_end)
        if first is not None and first.closed and first.end < closing and net(text, start, closing) < 0:
            return _strip(text, start, closing - 1) if text[closing - 1] in _CLOSE else (start, end)
        if first is not None and (not first.closed or not _is_term(text, first.end, end)):
            tail = closing - 1 if text[closing - 1] in _CLOSE and closing - 1 > first.inner_start else end
            return _strip(text, first.inner_start, tail)
    elif text[start] in "'‘":
        quotations = lift(text, start, end)
        if quotations and quotations[0].start == start and quotations[0].end >= closing:
            return _strip(text, quotations[0].inner_start, quotations[0].inner_end)
    elif text[closing - 1] in _CLOSE and net(text, start, closing) < 0:
        return _strip(text, start, closing - 1)
    return start, end


def _is_term(text: str, behind: int, end: int) -> bool:
    """Whether a quotation that ends at `behind` is a term being defined."""
    return re.compile(_MEANS, re.IGNORECASE).match(text, behind, min(end, behind + 200)) is not None


def _paragraph_starts(text: str, start: int, end: int) -> list[int]:
    return [start, *(match.end() for match in _PARAGRAPH.finditer(text, start, end) if match.end() < end)]


def _sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Where a sentence begins with a quotation, behind one that is not itself within a quotation."""
    return [
        match.end()
        for match in _NEXT_DEFINITION.finditer(text, start, end)
        if net(text, start, match.start()) <= 1
    ]


def definitions_in(text: str, start: int, end: int) -> list[DefinitionPiece]:
    """The definitions that a block is made of; none where its first paragraph is not one."""
    found: list[tuple[int, str, str | None]] = []
    columns = {match.end() for match in _COLUMN_ENTRY.finditer(text, start, end)}
    for begin in sorted(
        {*_paragraph_starts(text, start, end), *_sentence_starts(text, start, end), *columns}
    ):
        at = begin
        while at < end and (text[at].isspace() or text[at] in "|*_>#-•"):
            at += 1
        match = _DEFINITION.match(text, at, end) or _BARE_DEFINITION.match(text, at, end)
        if match:
            label = (match["label"] or "").strip() or None
            found.append((at, " ".join(match["term"].strip(" ,*_").split()), label))
        elif not found:
            return []
    pieces = []
    for index, (begin, term, label) in enumerate(found):
        stop = found[index + 1][0] if index + 1 < len(found) else end
        piece = unquoted(text, begin, stop)
        if len(found) > 1 and text[piece[1] - 1] in _CLOSE and net(text, *piece) < 0:
            piece = _strip(text, piece[0], piece[1] - 1)
        pieces.append(DefinitionPiece(piece[0], piece[1], term, label))
    return pieces


def defined_term(text: str, start: int, end: int) -> str | None:
    """The term that a stretch defines in its first words, or None."""
    pieces = definitions_in(text, start, end)
    return pieces[0].term if pieces else None


def leading_label(text: str, start: int, end: int) -> tuple[str | None, str]:
    """(noun, label) printed at the head of a stretch; the label is empty where there is none.

    >>> leading_label("Section 3.1  ROYALTIES.", 0, 23), leading_label("(iv) a court", 0, 12), leading_label("The fee", 0, 7)
    (('section', '3.1'), (None, '(iv)'), (None, ''))
    """
    match = _LEADING.match(text, start, end)
    if not match or not match["label"].strip():
        return None, ""
    label = match["label"].strip()
    noun = (match["noun"] or "").strip().lower() or None
    if noun is None and label.isalpha() and text[match.end("label") : match.end("label") + 1] not in ".)":
        return None, ""
    if noun is None and label.isdigit() and text[match.end("label") : match.end("label") + 1] not in ".)":
        return None, ""
    if label.isalpha() and label.islower() and len(label) > 1 and not re.fullmatch(r"[ivxl]+", label):
        return None, ""
    return noun, label


def provisions_in(
    text: str, start: int, end: int, paths: Sequence[tuple[str, ...]]
) -> list[tuple[int, int]] | None:
    """The pieces of a block that begin with the labels of `paths`, in order; None where not every label is there."""
    starts: list[int] = []
    at = start
    candidates = _paragraph_starts(text, start, end)
    candidates += [
        match.end()
        for match in re.compile(
            r"(?<=[.;:\"”])\s+(?=[\"“]?(?:Section|Clause|Article|Paragraph)?\s?[\dA-Z(])"
        ).finditer(text, start, end)
    ]
    candidates.sort()
    for path in paths:
        spot = next((c for c in candidates if c >= at and _begins_with(text, c, end, path)), None)
        if spot is None:
            return None
        starts.append(spot)
        at = spot + 1
    if starts and starts[0] != start and text[start : starts[0]].strip(' \n"“*_'):
        return None
    if starts:
        starts[0] = start
    pieces = []
    for index, begin in enumerate(starts):
        stop = starts[index + 1] if index + 1 < len(starts) else end
        piece = _strip(text, begin, stop)
        if net(text, *piece) < 0 and text[piece[1] - 1] in _CLOSE:
            piece = _strip(text, piece[0], piece[1] - 1)
        elif net(text, *piece) > 0 and text[piece[0]] in _OPEN:
            piece = _strip(text, piece[0] + 1, piece[1])
        pieces.append(piece)
    return pieces


def _begins_with(text: str, at: int, end: int, path: tuple[str, ...]) -> bool:
    words = [re.escape(label.split()[-1]) for label in path]
    full = words[0] + "".join(rf"[\s.(]*{word}\)?" for word in words[1:])
    last = words[-1]
    noun = (
        r"(?:section|clause|paragraph|article|item|exhibit|schedule|appendix|annexure|annex|attachment|part)"
    )
    for pattern in (rf"{full}", rf"\(?{last}[.)]") if len(path) > 1 else (rf"\(?{full}",):
        if re.compile(rf"[\s\"“'‘*_|>#]*(?:{noun}\s+)?{pattern}(?![\w])", re.IGNORECASE).match(text, at, end):
            return True
    return False
