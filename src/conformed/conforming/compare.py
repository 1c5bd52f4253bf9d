"""What differs between two states of an agreement, told from their runs, without comparing words.

Two states hold the same words where they hold the same characters of the same paper, in the same order. So a change is
exactly what an instruction did, never what an algorithm makes of two texts that happen to look alike.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from conformed.model.text import Run, TracedText

__all__ = ["Change", "changes", "unchanged"]

_Key = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Change:
    """Characters of the old text that gave way to characters of the new one; either may be none."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class _Token:
    key: _Key
    start: int
    end: int


def changes(old: TracedText, new: TracedText) -> tuple[Change, ...]:
    """The changes that lead from `old` to `new`, in order.

    >>> old = TracedText.of("Net 30 days.", "base")
    >>> new = TracedText.joined([*old.runs_between(0, 4), Run("45", "a1", 9, 11, "1"), *old.runs_between(6, 12)])
    >>> changes(old, new)
    (Change(old_start=4, old_end=6, new_start=4, new_end=6),)
    """
    found: list[Change] = []
    old_at = new_at = 0
    for old_start, new_start, length in unchanged(old, new):
        if old_start > old_at or new_start > new_at:
            found.append(Change(old_at, old_start, new_at, new_start))
        old_at, new_at = old_start + length, new_start + length
    if old_at < len(old.string) or new_at < len(new.string):
        found.append(Change(old_at, len(old.string), new_at, len(new.string)))
    return tuple(found)


def unchanged(old: TracedText, new: TracedText) -> tuple[tuple[int, int, int], ...]:
    """The stretches that both texts hold: offset in the old, offset in the new, length; in order, neighbours joined."""
    cuts = _cuts((*old.runs, *new.runs))
    left, right = _tokens(old.runs, cuts), _tokens(new.runs, cuts)
    found: list[tuple[int, int, int]] = []
    for i, j in _matched([token.key for token in left], [token.key for token in right]):
        one, other = left[i], right[j]
        if found and found[-1][0] + found[-1][2] == one.start and found[-1][1] + found[-1][2] == other.start:
            last = found[-1]
            found[-1] = (last[0], last[1], last[2] + one.end - one.start)
        else:
            found.append((one.start, other.start, one.end - one.start))
    return tuple(found)


def _cuts(runs: Iterable[Run]) -> dict[str, list[int]]:
    """The offsets in each paper at which any run begins or ends."""
    offsets: dict[str, set[int]] = {}
    for run in runs:
        if run.start < run.end:
            offsets.setdefault(run.document, set()).update((run.start, run.end))
    return {document: sorted(held) for document, held in offsets.items()}


def _tokens(runs: Sequence[Run], cuts: dict[str, list[int]]) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    for run in runs:
        if run.start == run.end:
            tokens.append(_Token((run.document, run.start, -1, run.text), at, at + len(run.text)))
        else:
            held = cuts[run.document]
            index = bisect_left(held, run.start)
            while held[index] < run.end:
                low, high = held[index], held[index + 1]
                tokens.append(
                    _Token((run.document, low, high, ""), at + low - run.start, at + high - run.start)
                )
                index += 1
        at += len(run.text)
    return tokens


def _matched(left: Sequence[_Key], right: Sequence[_Key]) -> list[tuple[int, int]]:
    """Pairs of equal tokens in order: those that stand once on each side, and what stands beside them."""
    once_left = {key for key, count in Counter(left).items() if count == 1}
    once_right = {key: index for index, key in enumerate(right)}
    counts = Counter(right)
    pairs = [(i, once_right[key]) for i, key in enumerate(left) if key in once_left and counts.get(key) == 1]
    found: list[tuple[int, int]] = []
    i = j = 0
    for anchor_i, anchor_j in [*_increasing(pairs), (len(left), len(right))]:
        if anchor_i < i or anchor_j < j:
            continue
        found.extend(_between(left, right, (i, anchor_i), (j, anchor_j)))
        if anchor_i < len(left):
            found.append((anchor_i, anchor_j))
        i, j = anchor_i + 1, anchor_j + 1
    return found


def _between(
    left: Sequence[_Key], right: Sequence[_Key], i: tuple[int, int], j: tuple[int, int]
) -> list[tuple[int, int]]:
    """Equal tokens from the front and from the back of what lies between two anchors."""
    (low, high), (first, last) = i, j
    front: list[tuple[int, int]] = []
    while low < high and first < last and left[low] == right[first]:
        front.append((low, first))
        low, first = low + 1, first + 1
    back: list[tuple[int, int]] = []
    while low < high and first < last and left[high - 1] == right[last - 1]:
        high, last = high - 1, last - 1
        back.append((high, last))
    return front + back[::-1]


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that increases on both sides (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        before.append(tails[at - 1] if at else -1)
        if at == len(ends):
            ends.append(j)
            tails.append(index)
        else:
            ends[at] = j
            tails[at] = index
    out: list[tuple[int, int]] = []
    index = tails[-1] if tails else -1
    while index >= 0:
        out.append(pairs[index])
        index = before[index]
    return out[::-1]
