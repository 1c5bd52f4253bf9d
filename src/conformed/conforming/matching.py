"""Finding quoted words in a text that prints them with other spacing, quotation marks or typing errors.

Rules that this file must obey:

* Exact first: white space, the shape of quotation marks and dashes, and markdown marks never count.
* Then loose: case, quotation marks, hyphens and spacing are ignored.
* Then close: only whole phrases of some length, only typing errors, never a figure or a number word, and only where
  one place alone comes near. Anything further off is for a person.
* Words match whole words: "or" is not found in "for", nor "15" in "150".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

__all__ = ["CLOSE", "EXACT", "LOOSE", "Match", "WordFinder", "differences", "similarity"]

EXACT, LOOSE, CLOSE = "exact", "loose", "close"

CLOSE_RATIO = 90.0
CLOSE_LENGTH = 20
CLOSE_WORDS = 4
CLOSE_TEXT = 60_000
LOOSE_TEXT = 2_000_000
FOLDS_KEPT = 200

_PLAIN = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"',
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'",
        "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-",
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2007": " ",
    }
)  # fmt: skip
_EXACT_PIECE = re.compile(r"[^\s*_\\]+|\*+|_+|\\")
_LOOSE_PIECE = re.compile(r"[^\s\-\"'*_\\]+")
_WORD = re.compile(r"\w+")
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion first "
    "second third fourth fifth sixth seventh eighth ninth tenth half quarter double duplicate triplicate no not "
    "never none nor without".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """Where words were found: offsets in the text searched, and how near the match is."""

    start: int
    end: int
    level: str


class _Folded:
    """A text without the differences that do not count, and the way back to its offsets."""

    def __init__(self, text: str, level: str) -> None:
        plain = text.translate(_PLAIN)
        if level == LOOSE:
            plain = _lower(plain)
        pieces: list[str] = []
        self._folded: list[int] = []
        self._original: list[int] = []
        length = 0
        last_end = 0
        for piece in (_LOOSE_PIECE if level == LOOSE else _EXACT_PIECE).finditer(plain):
            words = piece.group()
            if level == EXACT:
                if words[0] in "*_\\" and not _is_redaction(plain, piece.start(), piece.end()):
                    continue
                spaced = piece.start() > last_end and any(
                    mark.isspace() for mark in plain[last_end : piece.start()]
                )
                if spaced and pieces and not _hyphenated(plain, last_end, piece.start()):
                    pieces.append(" ")
                    self._folded.append(length)
                    self._original.append(last_end)
                    length += 1
            self._folded.append(length)
            self._original.append(piece.start())
            pieces.append(words)
            length += len(words)
            last_end = piece.end()
        self.string = "".join(pieces)

    def offset(self, folded: int) -> int:
        index = bisect_right(self._folded, folded) - 1
        return self._original[index] + folded - self._folded[index]


def _lower(text: str) -> str:
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_redaction(text: str, start: int, end: int) -> bool:
    """Whether these asterisks or underscores stand for words left out, not for markdown."""
    return end - start >= 3 or text[max(start - 1, 0) : start] == "[" or text[end : end + 1] == "]"


def _hyphenated(text: str, last_end: int, start: int) -> bool:
    return text[last_end - 1 : last_end] == "-" and "\n" in text[last_end:start]


class WordFinder:
    r"""The words of one text, to be searched many times.

    >>> finder = WordFinder('within  thirty\n(30) days of the "Closing Date"')
    >>> [finder.text[m.start:m.end] for m in finder.find("thirty (30)")]
    ['thirty\n(30)']
    >>> finder.find("Closing date")[0].level
    'loose'
    >>> finder.find("days of closing")
    ()
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._folds: dict[tuple[str, int, int], _Folded] = {}

    def _fold(self, level: str, start: int, end: int) -> _Folded:
        """The text folded, or of a small part of it that part alone."""
        key = (level, start, end)
        if key not in self._folds:
            if len(self._folds) > FOLDS_KEPT:
                self._folds.clear()
            self._folds[key] = _Folded(self.text[start:end], level)
        return self._folds[key]

    def find(self, words: str, start: int = 0, end: int | None = None) -> tuple[Match, ...]:
        """The places between `start` and `end` where `words` stand, at the best level that gives any."""
        end = len(self.text) if end is None else end
        for level in (EXACT, LOOSE):
            found = self._at_level(words, level, start, end)
            if found:
                return found
        return self.close(words, start, end)

    def exactly(self, words: str, start: int = 0, end: int | None = None) -> tuple[Match, ...]:
        """The places where `words` stand as quoted, case and hyphens included."""
        return self._at_level(words, EXACT, start, len(self.text) if end is None else end)

    def loosely(self, words: str, start: int = 0, end: int | None = None) -> tuple[Match, ...]:
        """The places where `words` stand, case, quotation marks, hyphens and spacing ignored."""
        return self._at_level(words, LOOSE, start, len(self.text) if end is None else end)

    def _at_level(self, words: str, level: str, start: int, end: int) -> tuple[Match, ...]:
        wanted = _Folded(words, level).string.strip()
        if not wanted or (level == LOOSE and not any(c.isalnum() for c in wanted)):
            return ()
        start, end = max(start, 0), min(end, len(self.text))
        if level == LOOSE and end - start > LOOSE_TEXT:
            return ()
        if level == EXACT and self.text.find(max(_WORD.findall(words), key=len, default=""), start, end) < 0:
            return ()
        low, high = (start, end) if end - start < len(self.text) // 4 else (0, len(self.text))
        fold = self._fold(level, low, high)
        found: list[Match] = []
        at = fold.string.find(wanted)
        while at >= 0:
            here, behind = low + fold.offset(at), low + fold.offset(at + len(wanted) - 1) + 1
            if here >= end:
                break
            if here >= start and behind <= end and self._whole_words(here, behind):
                found.append(Match(here, behind, level))
                at = fold.string.find(wanted, at + len(wanted))
            else:
                at = fold.string.find(wanted, at + 1)
        return tuple(found)

    def _whole_words(self, start: int, end: int) -> bool:
        text = self.text
        before = start > 0 and text[start].isalnum() and _joins(text[start - 1])
        after = end < len(text) and text[end - 1].isalnum() and _joins(text[end])
        if (
            not after and end + 1 < len(text) and text[end - 1].isdigit()
        ):  # "15" is not in "15,000" nor in "15.5"
            after = text[end] in ",." and text[end + 1].isdigit()
        if not before and start > 1 and text[start].isdigit():
            before = text[start - 1] in ",." and text[start - 2].isdigit()
        return not before and not after

    def close(self, words: str, start: int, end: int, *, ratio: float = CLOSE_RATIO) -> tuple[Match, ...]:
        """The one place that differs from `words` by typing errors alone, or nothing."""
        if len(words) < CLOSE_LENGTH or len(words.split()) < CLOSE_WORDS or end - start > CLOSE_TEXT:
            return ()
        best = self.nearest(words, start, end)
        if best is None or best[1] < ratio:
            return ()
        match = best[0]
        if not _typing_errors_only(words, self.text[match.start : match.end]):
            return ()
        for low, high in ((start, match.start), (match.end, end)):
            other = self.nearest(words, low, high)
            if other is not None and other[1] >= ratio:
                return ()
        return (match,)

    def nearest(self, words: str, start: int, end: int) -> tuple[Match, float] | None:
        """The stretch of whole words between `start` and `end` that is most like `words`, and how like (0 to 100)."""
        from rapidfuzz import fuzz

        if start >= end or not words.strip():
            return None
        piece = self.text[start:end]
        fold = _Folded(piece, EXACT)
        wanted = _Folded(words, EXACT).string
        if not fold.string or not wanted:
            return None
        if len(wanted) >= len(fold.string):
            low, high = 0, len(fold.string)
        else:
            aligned = fuzz.partial_ratio_alignment(wanted, fold.string)
            if aligned is None:
                return None
            low, high = aligned.dest_start, aligned.dest_end
        best: tuple[float, int, int] | None = None
        for first in _word_starts(fold.string, low):
            for last in _word_ends(fold.string, high):
                if first < last:
                    score = fuzz.ratio(wanted, fold.string[first:last])
                    if best is None or score > best[0]:
                        best = (score, first, last)
        if best is None:
            return None
        score, first, last = best
        return Match(start + fold.offset(first), start + fold.offset(last - 1) + 1, CLOSE), score


def _joins(mark: str) -> bool:
    return mark.isalnum()


def _word_starts(text: str, near: int) -> list[int]:
    starts = {0} if near <= 12 else set()
    before = text.rfind(" ", 0, max(near, 1)) + 1
    starts.add(before)
    starts.add(text.rfind(" ", 0, max(before - 1, 0)) + 1 if before > 0 else 0)
    after = text.find(" ", near)
    if after >= 0:
        starts.add(after + 1)
    return sorted(starts)


def _word_ends(text: str, near: int) -> list[int]:
    ends = {len(text)} if len(text) - near <= 12 else set()
    after = text.find(" ", near)
    ends.add(after if after >= 0 else len(text))
    if after >= 0:
        second = text.find(" ", after + 1)
        ends.add(second if second >= 0 else len(text))
    before = text.rfind(" ", 0, near)
    if before > 0:
        ends.add(before)
    return sorted(ends)


def _typing_errors_only(quoted: str, printed: str) -> bool:
    """Whether the two differ as a typist errs: a few letters in a word, never a figure, a number or a negation."""
    from difflib import SequenceMatcher

    from rapidfuzz.distance import Levenshtein

    left, right = _words(quoted), _words(printed)
    if len(left) > 2_000 or len(right) > 2_000:
        return False
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        ones, others = left[a:b], right[c:d]
        if any(_is_number(word) for word in (*ones, *others)):
            return False
        one, other = "".join(ones), "".join(others)
        if kind != "replace":
            if len(one + other) > 3:  # a small word dropped or doubled: "in in excess", "of the the"
                return False
        elif Levenshtein.distance(one, other) > (1 if min(len(one), len(other)) < 4 else 2):
            return False
    return True


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text.translate(_PLAIN))]


def _is_number(word: str) -> bool:
    return word in _NUMBER_WORDS or any(c.isdigit() for c in word)


def similarity(one: str, other: str) -> float:
    """How like two texts are, 0 to 100, white space and the shape of quotation marks apart."""
    from rapidfuzz import fuzz

    return float(fuzz.ratio(_Folded(one, EXACT).string, _Folded(other, EXACT).string))


def differences(quoted: str, printed: str) -> str:
    """In what the words quoted differ from the words printed, for a note.

    >>> differences("the manufacturer of the Goods", "the manufacture of the Goods")
    'the paper quotes "manufacturer", the text has "manufacture"'
    """
    from difflib import SequenceMatcher

    left, right = quoted.split(), printed.split()
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind != "equal":
            found.append((" ".join(left[a:b]), " ".join(right[c:d])))
    if not found:
        return "the spacing differs"
    shown = "; ".join(
        f'the paper quotes "{_cut(one)}", the text has "{_cut(other)}"' for one, other in found[:3]
    )
    return shown + (f"; and {len(found) - 3} more" if len(found) > 3 else "")


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:40] + " ... " + text[-15:]
