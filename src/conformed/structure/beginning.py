"""Where the numbered text of a paper begins: behind its front matter and its table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from conformed.structure.candidates import LINE, PARAGRAPH, Candidate
from conformed.structure.labels import Label

__all__ = ["beginning", "without_lists"]

_NEAR = 200
_RECITING = 600
_CONTENTS = re.compile(r"\b(?:TABLE OF CONTENTS|Table of Contents|CONTENTS|INDEX)\b")
_RECITALS = re.compile(r"\b(?:recitals?|whereas|witnesseth|background)\b|w i t n e s s e t h", re.IGNORECASE)


def beginning(text: str, found: Sequence[Candidate]) -> int:
    """Where the numbered text begins; the text's length where nothing is numbered.

    Args:
        text: the paper.
        found: the candidates in order.
    """
    first = _first_label(found, len(text))
    if first == len(text):
        letter = _first_letter(text, found)
        return first if letter is None else letter
    return _behind_contents(text, found, first)


def _first_label(found: Sequence[Candidate], end: int) -> int:
    """Where the numbered text begins: the first label that is a beginning and has a successor."""
    for place, candidate in enumerate(found):
        label = candidate.label
        if candidate.container is not None and (excerpt := _first_of_excerpt(found[:place])) is not None:
            return excerpt
        if label is None or label.mark in ("()", ")") or not label.readings:
            continue
        if candidate.weak:
            if candidate.headed and candidate.strength == PARAGRAPH and _has_decimals(found, place, label):
                return candidate.start
            continue
        if label.word in ("part", "article", "section") and candidate.strength >= LINE:
            if any(one.ordinal in (1, 2) for one in label.readings) or (
                label.word != "section" and candidate.headed
            ):
                return candidate.start
        elif label.readings[0].alphabet == "order":
            if label.readings[0].ordinal == 1:
                return candidate.start
        elif not label.parts[0].isdigit() and not label.numbers:
            continue
        elif label.readings[0].ordinal <= 1 and len(label.numbers) <= 2 and _is_followed(found, place, label):
            above = found[place - 1].label if place and label.numbers else None
            begins = above is not None and above.readings[0].ordinal == label.numbers[0] and not above.numbers
            return found[place - 1].start if begins else candidate.start
    plain = [one for one in found if one.label and one.strength == PARAGRAPH and not one.weak]
    digits = (one.start for one in plain if one.label and one.label.parts[0][0].isdigit())
    return next(digits, end)


def _first_letter(text: str, found: Sequence[Candidate]) -> int | None:
    """Where the first of two lettered paragraphs stands in a paper without numbers, recitals apart."""
    plain = [one.label for one in found if one.label and one.strength == PARAGRAPH and not one.weak]
    for label, other in pairwise(plain):
        for first in label.readings if label.mark == other.mark else ():
            second = any(one.alphabet == first.alphabet and one.ordinal == 2 for one in other.readings)
            if first.ordinal == 1 and second:
                before = text[max(0, label.start - _RECITING) : label.start]
                return None if _RECITALS.search(before) else label.start
    return None


def _first_of_excerpt(found: Sequence[Candidate]) -> int | None:
    """Where the first number stands that has its successor ahead, though it is not the first of its kind."""
    for place, candidate in enumerate(found):
        label = candidate.label
        plain = label is not None and candidate.strength == PARAGRAPH and not candidate.weak
        if (
            plain
            and label
            and label.mark == "."
            and label.parts[0].isdigit()
            and _is_followed(found, place, label)
        ):
            return candidate.start
    return None


def _has_decimals(found: Sequence[Candidate], place: int, label: Label) -> bool:
    """Whether a number is followed by its own decimals, each a paragraph: "2 LOAN" by "2.1" and "2.3"."""
    following = [one.label for one in found[place + 1 : place + 3] if one.label and one.strength == PARAGRAPH]
    return len(following) > 1 and all(one.numbers[:-1] == (label.readings[0].ordinal,) for one in following)


def _behind_contents(text: str, found: Sequence[Candidate], first: int) -> int:
    """Where the numbered text begins, where `first` may be the first entry of a table of contents.

    Behind the heading of a table of contents the same label comes twice: once in the table, once in the text.
    """
    if first == len(text) or not _CONTENTS.search(text, max(0, first - _NEAR), first):
        return first
    place = next(at for at, one in enumerate(found) if one.start >= first)
    label = found[place].label
    if label is None:
        return first
    again = (one for one in found[place + 1 : place + 400] if one.label and one.strength == PARAGRAPH)
    return next(
        (
            one.start
            for one in again
            if one.label and (one.label.word, one.label.parts) == (label.word, label.parts)
        ),
        first,
    )


def without_lists(found: Sequence[Candidate], first: int) -> list[Candidate]:
    """The candidates without the lists of exhibits that stand before the numbered text."""
    places = [one.start for one in found if one.container is not None and one.start < first]
    listed = {
        start
        for before, start, after in zip(
            [-_NEAR, *places], places, [*places[1:], len(places) and places[-1] + _NEAR], strict=False
        )
        if start - before < _NEAR or after - start < _NEAR
    }
    return [one for one in found if one.start not in listed]


def _is_followed(found: Sequence[Candidate], place: int, label: Label) -> bool:
    following = (one.label for one in found[place + 1 : place + 80] if one.label)
    return any(
        len(other.numbers) == len(label.numbers)
        and other.mark == label.mark
        and (not label.numbers or other.numbers[:-1] == label.numbers[:-1])
        and other.parts[0][0].isdigit()
        and other.readings[0].ordinal == label.readings[0].ordinal + 1
        for other in following
    )
