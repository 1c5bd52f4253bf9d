"""Numbers as contracts write them: in words, in figures, or in both, "fifty-one (51)".

Rules that this file must obey:

* Words and figures that stand together are one number, and where they disagree the mention says so: which of them
  governs is a question for a person (and, at law, mostly the words).
* A figure with a decimal point, or one inside a longer token ("12345-A", "3.1"), is not a whole number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = [
    "NUMBER",
    "WORDS",
    "NumberMention",
    "find_numbers",
    "number_from_words",
    "number_of",
    "ordinal_from_words",
]

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: value for value, word in enumerate(_UNITS)}
_VALUES |= {word: 10 * place for place, word in enumerate(_TENS, start=2)}
_VALUES["fourty"] = 40
_ORDINAL_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ORDINALS = {word: value for value, word in enumerate(_ORDINAL_UNITS)}
_ORDINALS |= {word[:-1] + "ieth": _VALUES[word] for word in _TENS}

_TENS_UNITS = (
    rf"(?:(?:{'|'.join([*_TENS, 'fourty'])})(?:[-\s]{{1,4}}(?:{'|'.join(_UNITS[1:10])})\b)?"
    rf"|(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))}))"
)
_HUNDREDS = (
    rf"(?:(?:{'|'.join(_UNITS[1:20])}|a)[-\s]{{1,4}}hundred\b(?:[-\s]{{1,4}}(?:and[-\s]{{1,4}})?{_TENS_UNITS})?"
    rf"|{_TENS_UNITS})"
)
WORDS = (
    rf"(?:{_HUNDREDS}[-\s]{{1,4}}thousand\b(?:[-\s]{{1,4}}(?:and[-\s]{{1,4}})?{_HUNDREDS})?|{_HUNDREDS})\b"
)
FIGURES = r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?![\d.,]*\d)"

NUMBER = (
    rf"(?:(?<!\w)(?P<words>{WORDS})(?:[-\s]{{0,4}}[(\[]\s{{0,3}}(?P<figures>{FIGURES})\s{{0,3}}[)\]])?"
    rf"|(?<![\w.,$/-])(?P<alone>{FIGURES})(?:\s{{0,4}}[(\[]\s{{0,3}}(?P<spelt>{WORDS})\s{{0,3}}[)\]])?)"
)
"""A whole number, as a part of a larger pattern compiled with IGNORECASE; read its match with `number_of`."""

_NUMBER = re.compile(NUMBER, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A whole number written in the text.

    Attributes:
        value: the number; the words' where words and figures disagree.
        figures: the number in figures, where it stands in words as well and disagrees; else None.
        start, end: where it stands, words and figures together.
    """

    value: int
    figures: int | None
    start: int
    end: int


def number_from_words(words: str) -> int | None:
    """The number that `words` spell, or None.

    >>> number_from_words("fifty-one"), number_from_words("One Hundred and Eighty"), number_from_words("sundry")
    (51, 180, None)
    """
    total, part, seen = 0, 0, False
    for word in re.split(r"[-\s]+", words.strip().lower()):
        if word == "and" and seen:
            continue
        if word == "a" and not seen:
            part = 1
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word == "thousand":
            total, part = total + max(part, 1) * 1000, 0
        elif word in _VALUES:
            part += _VALUES[word]
        else:
            return None
        seen = True
    return total + part if seen else None


def ordinal_from_words(words: str) -> int | None:
    """The place that an ordinal names, in words or figures, or None.

    >>> ordinal_from_words("twenty-first"), ordinal_from_words("10th"), ordinal_from_words("second")
    (21, 10, 2)
    """
    words = words.strip().lower()
    if match := re.fullmatch(r"(\d{1,4})\s?(?:st|nd|rd|th)", words):
        return int(match[1])
    *tens, last = re.split(r"[-\s]+", words)
    if last not in _ORDINALS or len(tens) > 1:
        return None
    if not tens:
        return _ORDINALS[last]
    return _VALUES[tens[0]] + _ORDINALS[last] if tens[0] in _TENS and _ORDINALS[last] < 10 else None


def number_of(match: re.Match[str]) -> NumberMention:
    """The number in a match of a pattern that contains `NUMBER`."""
    start, end = match.span("words") if match["words"] else match.span("alone")
    if match["words"]:
        value = number_from_words(match["words"]) or 0
        figures = int(match["figures"].replace(",", "")) if match["figures"] else value
        end = match.end("figures") + 1 if match["figures"] else end
    else:
        figures = int(match["alone"].replace(",", ""))
        value = figures
        if match["spelt"]:
            value = number_from_words(match["spelt"]) or 0
            end = match.end("spelt") + 1
    return NumberMention(value, figures if figures != value else None, start, end)


def find_numbers(text: str, *, start: int = 0, end: int | None = None) -> Iterator[NumberMention]:
    """Every whole number in `text`, in order.

    >>> [(n.value, n.figures) for n in find_numbers("sixty (60) days, forty-two (24) months, 7 years")]
    [(60, None), (42, 24), (7, None)]
    """
    for match in _NUMBER.finditer(text, start, len(text) if end is None else end):
        yield number_of(match)
