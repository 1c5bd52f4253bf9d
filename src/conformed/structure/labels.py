"""Labels of provisions as printed: "1.", "3.1", "A.2", "A2.", "(a)", "Section 7.A", "ARTICLE IV", "Part 4".

Rules that this file must obey:

* A label says what it could be, not what it is: "(i)" is read both as the ninth letter and as the numeral one. Which of
  them holds is decided by the labels before and after it, in `outline`.
* What is bare of its marks is lower case: the part of "(A)" is `a`, of "Section 3.1" `3.1`, of "7.A" `7`, `a`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conformed.structure.numbers import number_from_words, ordinal_from_words

__all__ = ["Label", "Reading", "label_at", "letter_number", "roman_number"]

_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN = re.compile(r"(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})$|c{1,3}(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})$")
_COUNT = (
    "ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|THIRTEEN|FOURTEEN|FIFTEEN|SIXTEEN|SEVENTEEN|EIGHTEEN"
    "|NINETEEN|TWENTY(?:-(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE))?|THIRTY"
)
_WORDED = (
    r"(?P<word>ARTICLE|Article|SECTION|Section|Sec\.|SEC\.|PART|Part|CLAUSE|Clause|CHAPTER|Chapter|PARAGRAPH|Paragraph|ITEM|Item|§{1,2})"
    r"[ \t]{0,6}(?:No\.[ \t]{0,3})?(?P<worded>\d{1,3}(?:\.\d{1,3}){0,4}(?:\.?[A-Za-z])?(?!\w)|[IVXLC]{1,7}(?!\w)|[A-Z](?:\.\d{1,3}){0,3}(?!\w)"
    rf"|(?i:{_COUNT})(?!\w))(?P<wordmark>[.:)]?)"
)
_PLAIN = (
    r"(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,5}[A-Za-z]?)(?P<decimalmark>[.):]?)(?=[\s(]|$|[A-Z][a-z]{2})"
    r"|(?P<lettered>[A-Z]{1,4}\.\d{1,3}(?:\.\d{1,3}){0,3})(?P<letteredmark>[.):]?)(?=\s|$)"
    r"|(?P<joined>[A-H]\d{1,2})\.(?=[ \t]{1,6}[A-Z“\"])"
    r"|(?P<pair>\d{1,3}(?:\.[ ]?|[ ]{1,2})[A-Z])\.(?=\s|$)"
    r"|(?P<suffixed>\d{1,3}[A-Z])(?P<suffixedmark>[.):]?)(?=\s|$)"
    r"|(?P<number>\d{1,3})(?:(?P<numbermark>[.):])(?=[\s(“\"]|$|[A-Z][a-z])|(?=[ \t]{1,}[A-Z“\"]))"
    r"|\([ ]?(?P<bracketed>\d{1,3}|[A-Za-z]|[a-z]{2}|[A-Z]{2}|[ivxlc]{3,7}|[IVXLC]{3,7})[ ]?\)"
    r"|(?P<letter>[A-Za-z]|[ivxlc]{2,6}|[IVXLC]{2,6})(?P<lettermark>[.)])(?=[\s(]|$)"
)
_ORDER = (
    "FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|ELEVENTH|TWELFTH|THIRTEENTH|FOURTEENTH|FIFTEENTH"
    "|SIXTEENTH|SEVENTEENTH|EIGHTEENTH|NINETEENTH|TWENTIETH"
)
_LABEL = re.compile(
    rf"(?:{_WORDED})|(?:{_PLAIN})|(?P<order>{_ORDER}|{_ORDER.title()})(?P<ordermark>[.:])(?=\s)"
)
_WORD_NAMES = {"sec.": "section", "§": "section", "§§": "section"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a label's last part may be: an alphabet (`number`, `order`, `letter`, `LETTER`, `roman`, `ROMAN`) and its place in it."""

    alphabet: str
    ordinal: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed.

    Attributes:
        start, end: where it stands, its marks included.
        word: `section`, `article`, `part` and so on, or None.
        mark: `()`, `)`, `.`, `:` or nothing.
        parts: bare, lower case, outermost first: `("7", "a")`, `("3.1",)`.
        numbers: the components of a decimal label, `(3, 1)`; empty for others.
        readings: what the last part may be; the likelier first.
    """

    start: int
    end: int
    word: str | None
    mark: str
    parts: tuple[str, ...]
    numbers: tuple[int, ...]
    readings: tuple[Reading, ...]


def roman_number(letters: str) -> int | None:
    """The number that a Roman numeral writes, or None.

    >>> roman_number("xiv"), roman_number("IX"), roman_number("iiii")
    (14, 9, None)
    """
    lower = letters.lower()
    if not lower or not _ROMAN.match(lower):
        return None
    figures = [_ROMAN_VALUES[letter] for letter in lower]
    return sum(-a if a < b else a for a, b in zip(figures, [*figures[1:], 0], strict=True))


def letter_number(letters: str) -> int | None:
    """The place of a letter in the alphabet; "aa" follows "z".

    >>> letter_number("c"), letter_number("bb"), letter_number("ab")
    (3, 28, None)
    """
    lower = letters.lower()
    if len(set(lower)) != 1 or not "a" <= lower[0] <= "z":
        return None
    return ord(lower[0]) - 96 + 26 * (len(lower) - 1)


def label_at(text: str, offset: int) -> Label | None:
    """The label that starts at `offset`, or None.

    >>> label_at("Section 7.A is", 0).parts, label_at("(i) to pay", 0).readings
    (('7', 'a'), (Reading(alphabet='roman', ordinal=1), Reading(alphabet='letter', ordinal=9)))
    """
    match = _LABEL.match(text, offset)
    if match is None:
        return None
    kind = match.lastgroup or ""
    start, end = match.span()
    if match["word"]:
        word = match["word"].lower()
        return _worded(start, end, _WORD_NAMES.get(word, word), match["worded"], match["wordmark"])
    if match["decimal"]:
        return _decimal(start, end, None, match["decimal"], match["decimalmark"])
    if match["lettered"]:
        return _lettered(start, end, None, match["lettered"], match["letteredmark"])
    if match["joined"]:
        letter, place = match["joined"][0], int(match["joined"][1:])
        numbers = (letter_number(letter) or 0, place)
        return Label(start, end, None, ".", (match["joined"].lower(),), numbers, (Reading("number", place),))
    if match["pair"]:
        number, letter = re.split(r"[. ]+", match["pair"])
        return Label(start, end, None, ".", (number, letter.lower()), (), _readings(letter))
    if match["suffixed"]:
        value = match["suffixed"]
        mark = match["suffixedmark"]
        return Label(start, end, None, mark, (value.lower(),), (), (Reading("number", int(value[:-1])),))
    if match["number"]:
        return Label(
            start, end, None, match["numbermark"] or "", (match["number"],), (), _readings(match["number"])
        )
    if match["order"]:
        bare = (match["order"].lower(),)
        order = ordinal_from_words(match["order"]) or 0
        return Label(start, end, None, match["ordermark"], bare, (), (Reading("order", order),))
    value, mark = (
        (match["bracketed"], "()") if kind == "bracketed" else (match["letter"], match["lettermark"])
    )
    readings = _readings(value)
    return Label(start, end, None, mark, (value.lower(),), (), readings) if readings else None


def _worded(start: int, end: int, word: str, value: str, mark: str) -> Label | None:
    if re.fullmatch(r"\d+(?:\.\d+)+[A-Za-z]?", value):
        return _decimal(start, end, word, value, mark)
    if re.fullmatch(r"[A-Z](?:\.\d+)+", value):
        return _lettered(start, end, word, value, mark)
    pair = re.fullmatch(r"(\d+(?:\.\d+)*)\.([A-Za-z])", value)
    if pair:
        return Label(start, end, word, mark, (pair[1], pair[2].lower()), (), _readings(pair[2]))
    suffixed = re.fullmatch(r"(\d+)[A-Za-z]", value)
    if suffixed:
        return Label(start, end, word, mark, (value.lower(),), (), (Reading("number", int(suffixed[1])),))
    if value.isalpha() and len(value) > 2 and not _ROMAN.match(value.lower()):
        number = number_from_words(value)
        return (
            Label(start, end, word, mark, (str(number),), (), (Reading("number", number),))
            if number
            else None
        )
    readings = _readings(value)
    return Label(start, end, word, mark, (value.lower(),), (), readings) if readings else None


def _decimal(start: int, end: int, word: str | None, value: str, mark: str) -> Label:
    bare = value.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    numbers = tuple(int(number) for number in bare.split("."))
    return Label(start, end, word, mark, (value.lower(),), numbers, (Reading("number", numbers[-1]),))


def _lettered(start: int, end: int, word: str | None, value: str, mark: str) -> Label | None:
    head, *rest = value.split(".")
    roman = roman_number(head)
    first = letter_number(head) if len(head) == 1 else roman
    if first is None:
        return None
    numbers = (first, *(int(number) for number in rest))
    return Label(start, end, word, mark, (value.lower(),), numbers, (Reading("number", numbers[-1]),))


def _readings(value: str) -> tuple[Reading, ...]:
    if value.isdigit():
        return (Reading("number", int(value)),)
    upper = value.isupper()
    letter, roman = letter_number(value), roman_number(value)
    readings = []
    if roman is not None:
        readings.append(Reading("ROMAN" if upper else "roman", roman))
    if letter is not None:
        readings.append(Reading("LETTER" if upper else "letter", letter))
    if len(value) == 1 and value.lower() not in "ivx":
        readings.reverse()
    return tuple(readings)
