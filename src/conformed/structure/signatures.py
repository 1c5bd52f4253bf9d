"""Signature blocks: who signs, for whom, in what capacity, when; signed or blank.

Rules that this file must obey:

* A block is signed only where it says so ("/s/", a conformed signature); a line to be signed is blank.
* Two blocks side by side are two blocks; one person may sign for several parties.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from conformed.model.document import Party, Signature
from conformed.structure.containers import container_at
from conformed.structure.dates import find_dates, find_numeric_dates
from conformed.structure.layout import Line

__all__ = ["signature_regions", "signatures_in"]

Span = tuple[int, int]

_OPENS = re.compile(
    r"(?:IN\s+WITNESS\s+W[HB]EREOF|In\s+[Ww]itness\s+[Ww]hereof|IN\s+TESTIMONY\s+WHEREOF|Signed\s+for\s+and\s+on\s+behalf|SIGNED\s+for\s+and|EXECUTED\s+(?:AS\s+A\s+DEED|by|as|BY)|SIGNED:|Very\s+truly\s+yours"
    r"|Sincerely(?:\s+yours)?,|ACCEPTED\s+AND\s+AGREED|AGREED\s+AND\s+ACCEPTED|Accepted\s+and\s+[Aa]greed|Agreed\s+(?:to\s+)?and\s+[Aa]ccepted|THE\s+PARTIES\s+HAVE\s+EXECUTED|AGREED\s+(?:TO|BY):|Yours\s+(?:truly|sincerely|faithfully))"
)
_FIELD = re.compile(
    r"(?P<field>\bBY|\bBy|\bName(?:\s?\(print\))?|\bNAME(?:\s?\(print\))?|\bPrinted\s+Name|\bPrint\s+Name|\bTitle|\bTITLE|\bIts|\bITS|\bDate(?:d)?|\bDATE|\bSignature|\bSIGNATURE)[ \t|]{0,12}:"
    r"|(?P<signed>/[Ss]/)"
)
_BLANK = re.compile(r"^[\s_|.-]*$")
_COLUMNS = re.compile(r"[ \t|]{3,}|\t+")
_SUFFIX = re.compile(
    r"\b(?:inc|corp|corporation|llc|l\.l\.c|ltd|limited|l\.?p|llp|plc|gmbh|s\.?a|n\.?v|b\.?v|ag|co|company|bank|trust|partners|partnership|n\.a|authority|district)\b\.?,?$",
    re.IGNORECASE,
)
_BEHALF = re.compile(
    r"(?:Signed|SIGNED|EXECUTED|Executed)\s+(?:AS\s+A\s+DEED\s+|as\s+a\s+deed\s+)?(?:by\s+|for\s+and\s+on\s+behalf\s+of\s+|on\s+behalf\s+of\s+)(?P<party>[A-Z][^\n:]{2,100})"
)
_LONG = 160


@dataclass(slots=True)
class _Block:
    start: int
    end: int
    party: str | None = None
    signed_by: str | None = None
    name: str | None = None
    title: str | None = None
    date: dt.date | None = None
    seen: frozenset[str] = frozenset()


def signature_regions(text: str, lines: Sequence[Line], start: int) -> list[Span]:
    """The parts of a text, from `start` on, that hold signature blocks."""
    regions: list[Span] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.end <= start or (regions and line.start < regions[-1][1]):
            at += 1
            continue
        begin = _opens_at(text, line)
        if begin is None or begin < start:
            at += 1
            continue
        last = _last_line(text, lines, at, begin)
        if last is not None:
            if begin == line.start and not _OPENS.match(text, begin):
                begin = _with_names_above(text, lines, at, max(start, regions[-1][1] if regions else 0))
            regions.append((begin, lines[last].end))
            at = last
        at += 1
    return regions


def _opens_at(text: str, line: Line) -> int | None:
    match = _OPENS.match(text, line.start, line.end)
    if match:
        return line.start
    field = _FIELD.match(text, line.start, line.end)
    if field and field["field"] and field["field"].lower() == "by":
        return line.start
    if line.end - line.start > _LONG:
        found = _OPENS.search(text, line.start, line.end)
        return found.start() if found and found[0].isupper() else None
    return None


def _with_names_above(text: str, lines: Sequence[Line], first: int, floor: int) -> int:
    """Where the blocks begin whose first line to be signed is line `first`: at the party's name above it."""
    begin = lines[first].start
    for line in reversed(lines[max(0, first - 2) : first]):
        words = text[line.start : line.end]
        if line.start < floor or len(words) > 100 or not (words.isupper() or _SUFFIX.search(words)):
            break
        begin = line.start
    return begin


def _last_line(text: str, lines: Sequence[Line], first: int, begin: int) -> int | None:
    """The index of the last line of the blocks that begin with line `first`; None where there are none."""
    last, seen = first, _FIELD.search(text, begin, lines[first].end) is not None
    opened = _OPENS.match(text, begin) is not None
    intro = opened
    for index in range(first + 1, min(len(lines), first + 400)):
        line = lines[index]
        if line.gap:
            intro = False
        if not intro and container_at(text, line.start, line.end):
            break
        field = _FIELD.search(text, line.start, line.end) is not None
        if not intro and not field and line.end - line.start > _LONG:
            break
        seen = seen or field
        if field or index - last > 12:
            if not field:
                break
            last = index
        elif intro or index - last <= 3:
            last = (
                max(last, index)
                if intro or (opened and not seen) or _BLANK.match(text[line.start : line.end])
                else last
            )
    return last if seen or opened else None


def signatures_in(text: str, regions: Sequence[Span], parties: Sequence[Party]) -> tuple[Signature, ...]:
    r"""The signature blocks of the regions, in order.

    >>> words = "Alder Wire, Inc.          Birch LLC\n\nBy: /s/ A. Ash            By: ________\nTitle: President"
    >>> [(one.party, one.signed_by, one.title) for one in signatures_in(words, [(0, len(words))], ())]
    [('Alder Wire, Inc.', 'A. Ash', 'President'), ('Birch LLC', None, None)]
    """
    blocks: list[_Block] = []
    for start, end in regions:
        blocks.extend(_blocks(text, start, end, parties))
    return tuple(
        Signature(block.party, block.signed_by, block.name, block.title, block.date, block.start, block.end)
        for block in blocks
    )


def _blocks(text: str, start: int, end: int, parties: Sequence[Party]) -> list[_Block]:
    blocks: list[_Block] = []
    row: list[_Block] = []
    waiting: list[tuple[str, int]] = []
    at = start
    for line in text[start:end].split("\n"):
        line_start, line_end = at, at + len(line)
        at = line_end + 1
        fields = list(_FIELD.finditer(text, line_start, line_end))
        behalf = _BEHALF.search(line)
        if not fields:
            if behalf:
                blocks.append(_Block(line_start, line_end, party=behalf["party"].strip(" .")))
            elif not _OPENS.search(line) and line.strip() and not _BLANK.match(line):
                waiting = _parties_in_line(text, line_start, line_end, waiting)
            continue
        before = text[line_start : fields[0].start()].strip(" |")
        if before and not _OPENS.search(before):
            waiting = _parties_in_line(text, line_start, fields[0].start(), waiting)
        row = _take_fields(text, line_end, fields, row, blocks, waiting, parties)
        if any(block.start >= line_start for block in row):
            waiting = []
    return blocks


def _parties_in_line(
    text: str, start: int, end: int, waiting: list[tuple[str, int]]
) -> list[tuple[str, int]]:
    found, at = [], start
    for match in [*_COLUMNS.finditer(text, start, end), None]:
        stop = match.start() if match else end
        words = text[at:stop].strip(" :|\t")
        if len(words) > 2 and words[0].isupper() and len(words) < 100:
            found.append((words, at - start))
        at = match.end() if match else end
    if not found:
        return waiting
    named = [one for one in found if _SUFFIX.search(one[0]) or one[0].isupper()]
    if waiting and not named and any(_SUFFIX.search(one[0]) for one in waiting):
        return waiting
    return named or found


def _take_fields(
    text: str,
    line_end: int,
    fields: list[re.Match[str]],
    row: list[_Block],
    blocks: list[_Block],
    waiting: list[tuple[str, int]],
    parties: Sequence[Party],
) -> list[_Block]:
    counts: dict[str, int] = {}
    fresh: list[_Block] = []
    for at, match in enumerate(fields):
        stop = fields[at + 1].start() if at + 1 < len(fields) else line_end
        kind = "by" if match["signed"] else (match["field"] or "").lower().split("(")[0].strip()
        kind = {
            "printed name": "name",
            "print name": "name",
            "its": "title",
            "signature": "by",
            "dated": "date",
        }.get(kind, kind)
        if (
            match["signed"]
            and at
            and (fields[at - 1]["field"] or "").lower() in ("by", "signature")
            and not text[fields[at - 1].end() : match.start()].strip(" |_\t")
        ):
            continue
        place = counts.get(kind, 0)
        counts[kind] = place + 1
        value_start = match.end()
        if (
            kind == "by"
            and not match["signed"]
            and at + 1 < len(fields)
            and fields[at + 1]["signed"]
            and not text[value_start : fields[at + 1].start()].strip(" |_\t")
        ):
            value_start = fields[at + 1].end()
            stop = fields[at + 2].start() if at + 2 < len(fields) else line_end
            signed = True
        else:
            signed = match["signed"] is not None
        value = _value(text[value_start:stop])
        if kind == "by":
            block = _Block(match.start(), stop, signed_by=value if signed else None)
            fresh.append(block)
            block.party = _party_for(len(fresh) - 1, waiting, parties)
            blocks.append(block)
            continue
        target = fresh or row
        if place >= len(target):
            if not target:
                continue
            place = len(target) - 1
        block = target[place]
        if kind == "name" and block.name is None:
            block.name = value
        elif kind == "title" and block.title is None:
            block.title = value
        elif kind == "date" and block.date is None and value:
            block.date = _day(value)
        block.end = max(block.end, value_start + len(text[value_start:stop].rstrip()))
    return fresh or row


def _party_for(place: int, waiting: list[tuple[str, int]], parties: Sequence[Party]) -> str | None:
    if place >= len(waiting):
        return None
    words = waiting[place][0] if len(waiting) > 1 or place == 0 else None
    if words is None:
        return None
    for party in parties:
        if party.name.casefold() in words.casefold():
            return party.name
    return words


def _value(words: str) -> str | None:
    words = _COLUMNS.split(words.strip(" |\t"))[0].strip(" |_\t,")
    return None if _BLANK.match(words) else " ".join(words.split())


def _day(value: str) -> dt.date | None:
    found = next(iter(find_dates(value)), None) or next(iter(find_numeric_dates(value)), None)
    return found.date if found else None
