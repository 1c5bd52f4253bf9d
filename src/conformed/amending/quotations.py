"""Quotations, lifted out of a text before it is parsed.

Rules that this file must obey:

* One pass, linear in the length of the text, whatever the marks in it.
* A mark opens where a word begins and closes where one ends; quotations may hold quotations. One that is never
  closed ends with the text given, and says so.
* A single mark quotes only where it cannot be an apostrophe.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["CLOSERS", "OPENERS", "Quotation", "lift", "net"]

OPENERS = "\"“„«‘'`"
CLOSERS = "\"”“»’'"
_DOUBLE = re.compile(r"``|''|[\"“”„«»]")
_MARK = re.compile(r"``|''|[\"“”„«»‘’']")
_OPENING = frozenset(("``", "“", "„", "«"))
_CLOSING = frozenset(("''", "”", "»"))
_NESTED = 40


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation from its opening mark (`start`) to behind its closing one (`end`); `inner` is what it quotes."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True


def _side(text: str, start: int, end: int, at: int, stop: int, mark: str) -> int:
    """1 for a mark that opens, -1 for one that closes, 0 where its neighbours do not say."""
    if mark in _OPENING:
        return 1
    if mark in _CLOSING:
        return -1
    before = text[start - 1] if start > at else " "
    after = text[end] if end < stop else " "
    opens = before.isspace() or before in "([{—–-/\"“'‘:*_"
    closes = after.isspace() or after in ")]},.;:!?—–-\"”'*_/" or after.isupper()
    if opens and not after.isspace() and after not in ".,;:)]}!?":
        return 1
    if closes and not before.isspace():
        return -1
    return 0


def net(text: str, start: int, end: int) -> int:
    """How many more double marks open than close between two offsets."""
    total = 0
    for match in _DOUBLE.finditer(text, start, end):
        total += _side(text, match.start(), match.end(), start, end, match[0])
    return total


def lift(text: str, start: int, end: int, *, single: bool = True) -> list[Quotation]:
    """The outermost quotations between two offsets, in order.

    >>> text = 'strike "ten (the "Old Number") days" and insert "five'
    >>> [text[q.inner_start : q.inner_end] for q in lift(text, 0, len(text))]
    ['ten (the "Old Number") days', 'five']
    >>> text = "for '10 days' notice' read '5 days' notice'"
    >>> [text[q.inner_start : q.inner_end] for q in lift(text, 0, len(text))]
    ["10 days' notice", "5 days' notice"]
    """
    found: list[Quotation] = []
    opened: list[tuple[int, int]] = []
    at = start
    for match in _MARK.finditer(text, start, end):
        mark, begin, stop = match[0], match.start(), match.end()
        if begin < at:
            continue
        if mark in "'‘’":
            if not opened and single:
                close = _single_close(text, begin, start, end)
                if close is not None:
                    found.append(Quotation(begin, close + 1, begin + 1, close))
                    at = close + 1
            continue
        side = _side(text, begin, stop, start, end, mark)
        if side == 0:
            side = -1 if opened else 1
        if side > 0 and len(opened) < _NESTED:
            opened.append((begin, stop))
        elif side < 0 and opened:
            first = opened.pop()
            if not opened:
                found.append(Quotation(first[0], stop, first[1], begin))
    if opened:
        first = opened[0]
        found.append(Quotation(first[0], end, first[1], end, closed=False))
    return found


def _single_close(text: str, begin: int, start: int, end: int) -> int | None:
    """Where the single quotation that opens at `begin` closes, or None where the mark is an apostrophe."""
    before = text[begin - 1] if begin > start else " "
    after = text[begin + 1] if begin + 1 < end else " "
    if not (before.isspace() or before in '([—–-/:"“') or after.isspace():
        return None
    best = None
    limit = min(end, begin + 20_000)
    for match in re.compile(r"['’‘]").finditer(text, begin + 1, limit):
        spot = match.start()
        ahead = text[spot + 1] if spot + 1 < end else " "
        if match[0] == "‘" or (text[spot - 1].isspace() and not ahead.isspace()):
            break
        if ahead.isalnum() or text[spot - 1].isspace():
            continue
        if best is None or (text[best - 1] == "s" and re.match(r"['’]\s[a-z]", text[best : best + 3])):
            best = spot
        else:
            break
        if not (text[spot - 1] == "s" and re.match(r"['’]\s[a-z]", text[spot : spot + 3])):
            break
    return best
