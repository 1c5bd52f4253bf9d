"""What stands before the numbered text: cover, table of contents, title, preamble, recitals.

Rules that this file must obey:

* Exhibit numbers, legends, "execution version" and tables of contents are cover matter: kept, and no text of the agreement.
* What the title says is read in `title`, the paper's own date in `own_date`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from conformed.structure.layout import Line
from conformed.structure.own_date import own_date
from conformed.structure.title import NOUN, NOUNS, Span, name_of, title_of

__all__ = ["Front", "front_of"]

_THIS = re.compile(
    rf"\bT(?:HIS|his)\b(?!\s+(?:EXHIBIT|[Ee]xhibit|page|PAGE))(?=(?:[\s\"“”(]+[\w.#,&'’/-]+){{0,14}}?[\s\"“”(]+(?i:{NOUNS})\b)"
)
_LEGEND = re.compile(r"confidential|omitted|redacted|read it carefully", re.IGNORECASE)
_PARTIES = re.compile(
    r"\b(?:by[ ,]+and[ ,]+(?:between|among)|between|among|by|makes?\s+this|enters?\s+into\s+this)\b",
    re.IGNORECASE,
)
_PARTIES_HEADING = re.compile(
    r"(?:BY AND )?BETWEEN:?|B E T W E E N ?:?|(?:THE )?PARTIES:?|(?:By and )?[Bb]etween:?|(?:The )?Parties:?|AMONG:?|B(?:ETWEEN|etween):?-{1,2}|T?HIS (?:DEED|AGREEMENT) IS MADE BETWEEN:?"
)
_LEADS_TO_PARTIES = re.compile(
    r"\b(?:between|among|amongst|by|parties)(?:\s+the\s+(?:following|parties)(?:\s+parties)?)?\s*:?-?\s*$",
    re.IGNORECASE,
)
_FIRST_PARTY = re.compile(r"\((?:1|a|A|i)\)\s|(?:1|A)[.)]\s")
_VERB = re.compile(r"\b(?:is|are|dated|made|entered|amends|modifies|effective|sets)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:^|[.\])”\"][ ]{1,4}|[A-Z]{4,}[ ]{1,4})((?:[A-Z][a-z]|[A-Z]{2,}[ ](?:[A-Z]+[ ])*[A-Z][a-z]))"
)
_FORM = re.compile(
    r"^[ \t]*\d{1,2}[A-Z]?\.?[ \t]+DESCRIPTION OF (?:AMENDMENT|MODIFICATION)[^\n]*", re.MULTILINE
)
_RECITALS = re.compile(
    r"W\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H\b[ ]?:?|R\s?E\s?C\s?I\s?T\s?A\s?L\s?S?\b:?|RECITALS?\b:?|Recitals?\b:?|BACKGROUND\b:?|Background\b:?|PREAMBLE\b:?"
    r"|WHEREAS\b|Whereas\b|PREMISES\b:?|STATEMENT OF PURPOSE\b"
)
_RESOLUTION = re.compile(
    r"(?:NOW\b[ ,]{0,3}(?:THEREFORE|IT IS|THIS)|Now\b[ ,]{0,3}(?:therefore|Therefore|THEREFORE|it is|this)|THEREFORE\b|Therefore,|IT IS (?:HEREBY )?(?:MUTUALLY )?AGREED|It is (?:hereby )?agreed"
    r"|OPERATIVE PROVISIONS|The parties (?:hereto )?(?:hereby )?agree|THE PARTIES (?:HERETO )?(?:HEREBY )?AGREE|AGREEMENT$|Accordingly,|In consideration of|IN CONSIDERATION OF)"
)
_REACH = 30_000
_NO_BODY = 2000
_LEAST = 40


@dataclass(frozen=True, slots=True)
class Front:
    """Where the parts before the numbered text stand; None where there is none.

    Attributes:
        cover, title, preamble, recitals: their spans.
        body: offset at which the agreement's own text begins.
        name: the title in plain words, or None.
        number: of an amendment, or None.
        date: of the paper, or None.
    """

    cover: Span | None
    title: Span | None
    preamble: Span | None
    recitals: Span | None
    body: int
    name: str | None
    number: int | None
    date: dt.date | None


def front_of(text: str, lines: Sequence[Line], first: int) -> Front:
    """The parts before the numbered text.

    Args:
        text: the paper.
        lines: its lines with words.
        first: offset of the first label that begins the numbered text; the text's end without one.
    """
    form = _FORM.search(text, 0, 8000)
    if form:
        title = title_of(text, lines, form.start())
        name, number = name_of(text, title, (0, form.start()))
        day = own_date(text, lines, form.start())
        return Front(_trimmed(text, 0, form.end()), None, None, None, form.end(), name, number, day)
    reach = min(first, _REACH)
    opening = _opening(text, lines, reach)
    recitals = preamble = None
    if opening:
        start, end = opening
        recitals = _recitals(text, start, min(len(text), max(first, end) + 25_000))
        limit = min(recitals[0], max(end, recitals[0])) if recitals else end
        if not recitals:
            resolution = _RESOLUTION.search(text, start + 1, min(len(text), end))
            limit = resolution.start() if resolution else end
        if start < first < limit:
            limit = first
        preamble = _trimmed(text, start, limit)
        body = recitals[1] if recitals else limit
        before = start
    else:
        body = before = first if first < len(text) else min(len(text), _NO_BODY)
    title = title_of(text, lines, before)
    if title and not opening and first < len(text):
        preamble = _trimmed(text, title[1], first)
    if title is None and opening is None and first >= len(text):
        body = 0
    cover = _trimmed(text, 0, min(title[0] if title else before, body))
    name, number = name_of(text, title, preamble)
    begins_numbered = bool(lines) and first <= lines[0].start
    day = own_date(text, lines, body if begins_numbered else max(body, 400))
    return Front(cover, title, preamble, recitals, body, name, number, day)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    words = piece.strip()
    if not words:
        return None
    lead = len(piece) - len(piece.lstrip())
    return start + lead, start + lead + len(words)


def _opening(text: str, lines: Sequence[Line], reach: int) -> Span | None:
    """The paragraph that names the parties."""
    for index, line in enumerate(lines[:400]):
        if line.start >= reach:
            break
        if _PARTIES_HEADING.fullmatch(text, line.start, line.end):
            last = max((other.end for other in lines[index:] if other.start < reach), default=line.end)
            end = min(last, _block_end(text, lines, index, reach))
            return line.start, end
        if line.gap == 0 and index and line.end - line.start < 150:
            continue
        end = _paragraph_end(lines, index)
        if end - line.start < _LEAST:
            continue
        sample = text[line.start : min(end, line.start + 6000)]
        this = next(
            (
                one
                for one in _THIS.finditer(sample)
                if not _LEGEND.search(sample, one.start(), one.start() + 160)
            ),
            None,
        )
        verb = _PARTIES.search(sample, this.start() if this else 0)
        said = this and (verb or _VERB.search(sample, this.start(), this.start() + 600))
        if this and said and (this.start() < 900 or sample[: this.start()].isupper()):
            following = next(
                (at for at in range(index + 1, len(lines)) if lines[at].start >= end), len(lines)
            )
            if following < len(lines) and (
                _PARTIES_HEADING.fullmatch(text, lines[following].start, lines[following].end)
                or _lists_parties(text, (line.start, end), lines[following], reach)
            ):
                end = _block_end(text, lines, following, reach)
            return line.start + this.start(), end
        named = (
            verb
            and verb.start() < 800
            and NOUN.search(sample, 0, 300)
            and re.search(r"[\"“']|dated|\(the ", sample)
        )
        if named and not sample[:200].isupper():
            found = _NAMED.search(sample)
            return line.start + (found.start(1) if found and found.start(1) < 900 else 0), end
    return None


def _lists_parties(text: str, opening: Span, first: Line, reach: int) -> bool:
    """Whether an opening ends in "between:" and the numbered parties follow, and the numbered text behind them."""
    leads = _LEADS_TO_PARTIES.search(text, max(opening[0], opening[1] - 60), opening[1])
    return leads is not None and first.start < reach and _FIRST_PARTY.match(text, first.start) is not None


def _block_end(text: str, lines: Sequence[Line], index: int, reach: int) -> int:
    """The end of the list of parties that begins at a heading such as "BETWEEN:"."""
    end = lines[index].end
    for line in lines[index + 1 : index + 60]:
        if line.start >= reach or _RECITALS.match(text, line.start) or _RESOLUTION.match(text, line.start):
            break
        end = line.end
    return end


def _paragraph_end(lines: Sequence[Line], index: int) -> int:
    end = lines[index].end
    for line in lines[index + 1 :]:
        if line.gap:
            break
        end = line.end
    return end


def _recitals(text: str, start: int, reach: int) -> Span | None:
    match = _RECITALS.search(text, start, min(len(text), start + 12_000))
    if match is None:
        return None
    begin = match.start()
    resolution = _RESOLUTION.search(text, match.end(), min(len(text), begin + 25_000, reach))
    if resolution is None:
        return None
    return begin, begin + len(text[begin : resolution.start()].rstrip())
