"""The order of labels, and labels printed anew in the manner of the one they replace."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conformed.structure.labels import letter_number, roman_number

__all__ = ["label_keys", "relabelled", "relabelled_part", "same_family"]

Key = tuple[tuple[int, int | str], ...]

_PART = re.compile(r"\d+|[a-z]+|\*+")
_CONTAINER = re.compile(
    r"(schedule|exhibit|appendix|annexure|annex|attachment|addendum|part|article|section|chapter)\s+(.*)",
    re.I,
)
_ROMAN = re.compile(r"[ivxlc]+$")


def label_keys(labels: Sequence[str]) -> dict[str, Key]:
    """A key of order for each of `labels`, siblings of one another.

    Whether "i" or "v" is a letter or a numeral is decided by the company it keeps.

    >>> keys = label_keys(["i", "ii", "iv", "v"])
    >>> sorted(keys, key=keys.__getitem__)
    ['i', 'ii', 'iv', 'v']
    >>> keys = label_keys(["2.2", "2.2a", "2.10", "2.3"])
    >>> sorted(keys, key=keys.__getitem__)
    ['2.2', '2.2a', '2.3', '2.10']
    >>> keys = label_keys(["h", "i", "j"])
    >>> sorted(keys, key=keys.__getitem__)
    ['h', 'i', 'j']
    """
    bare = {label: _bare(label) for label in labels}
    roman = _are_roman(list(bare.values()))
    return {label: _key(text, roman) for label, text in bare.items()}


def _bare(label: str) -> str:
    match = _CONTAINER.match(label)
    return (match[2] if match else label).lower().strip(" .()")


def _are_roman(labels: list[str]) -> bool:
    letters = [label for label in labels if label.isalpha()]
    if not letters or not all(_ROMAN.match(label) and roman_number(label) for label in letters):
        return False
    return any(len(label) > 1 for label in letters) or "i" in letters


def _key(label: str, roman: bool) -> Key:
    key: list[tuple[int, int | str]] = []
    for part in _PART.findall(label):
        if part.isdigit():
            key.append((0, int(part)))
        elif roman and (number := roman_number(part)) is not None:
            key.append((1, number))
        elif (letter := letter_number(part)) is not None:
            key.append((1, letter))
        else:
            key.append((2, part))
    return tuple(key)


def same_family(one: str, other: str) -> bool:
    """Whether two labels number siblings: as many parts, and the same ones but for the last.

    >>> same_family("3.1", "3.12"), same_family("3.1", "4.1"), same_family("2.2", "2.2a"), same_family("b", "ii")
    (True, False, True, True)
    >>> same_family("exhibit a", "schedule 1")
    False
    """
    first, second = _CONTAINER.match(one), _CONTAINER.match(other)
    if (first[1].lower() if first else None) != (second[1].lower() if second else None):
        return False
    left, right = _bare(one).split("."), _bare(other).split(".")
    if len(left) != len(right) or left[:-1] != right[:-1]:
        return False
    return left[-1][:1].isdigit() == right[-1][:1].isdigit()


def relabelled(printed: str, old: str, new: str) -> str | None:
    """A printed label with `new` in the place of `old`; None where `old` is not in it.

    >>> relabelled("Section 9.02.", "9.02", "8.02"), relabelled("(v)", "v", "vi"), relabelled("ARTICLE IX.", "ix", "viii")
    ('Section 8.02.', '(vi)', 'ARTICLE VIII.')
    >>> relabelled("B.", "b", "a")
    'A.'
    """
    part = relabelled_part(printed, old, new)
    return None if part is None else printed[: part[0]] + part[2] + printed[part[1] :]


def relabelled_part(printed: str, old: str, new: str) -> tuple[int, int, str] | None:
    """Where `old` stands in a printed label, and `new` in its letters."""
    matches = list(re.finditer(rf"(?<![A-Za-z0-9]){re.escape(old)}(?![A-Za-z0-9])", printed, re.I))
    if not matches:
        return None
    match = matches[-1]
    shown = match.group()
    upper = shown.upper() == shown and shown.lower() != shown
    return match.start(), match.end(), new.upper() if upper else new.lower()
