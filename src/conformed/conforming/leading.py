"""The label with which new text begins, as it is printed in the amendment."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conformed.model.document import Path
from conformed.structure.labels import label_at

__all__ = ["Leading", "leading_label", "other_label"]

_WORD = (
    r"(?:(?:Section|Sec\.|Clause|Paragraph|Subsection|Sub-?paragraph|Article|Item|Part|Chapter|§{1,2})\s*)?"
)
_OPEN = r"[\s\"“”'‘*_|#]*"


@dataclass(frozen=True, slots=True)
class Leading:
    """A label at the head of new text.

    Attributes:
        start: where its last part begins, the labels of what stands above left out, word and marks included.
        end: offset behind it.
        whole: where the label begins, those of what stands above included.
    """

    start: int
    end: int
    whole: int

    def beside(self, printed: str | None, path: Path) -> int:
        """Where new text begins that stands beside a label `printed`: with the labels above only if that has them."""
        above = path[:-1]
        if (
            printed
            and above
            and re.search(rf"(?<![A-Za-z0-9]){re.escape(above[-1])}(?![A-Za-z0-9])", printed, re.I)
        ):
            return self.whole
        return self.start


def leading_label(raw: str, path: Path, *, printed: str | None = None) -> Leading | None:
    """The label of the provision `path` at the head of `raw`, or None.

    A bare number before a capital is a label where the one it stands for is `printed` bare as well.

    >>> leading_label("2.1 (d) Subject to", ("2.1", "d"))
    Leading(start=4, end=7, whole=0)
    >>> leading_label("Section 3.1 ROYALTIES", ("3.1",))
    Leading(start=0, end=11, whole=0)
    >>> leading_label("A party may", ("5", "a")) is None
    True
    >>> leading_label("2 Three boards", ("schedule 1", "2"), printed="2")
    Leading(start=0, end=1, whole=0)
    """
    if not path:
        return None
    for depth in range(len(path), 0, -1):
        match = _pattern(path[-depth:]).match(raw)
        if match is not None:
            opening = re.match(_OPEN, raw)
            return Leading(match.start("last"), match.end("last"), opening.end() if opening else 0)
    if printed is not None and printed.isdigit() and printed == path[-1]:
        bare = re.match(rf"{_OPEN}(?P<last>{printed})\s+(?=[A-Z])", raw)
        if bare is not None:
            return Leading(bare.start("last"), bare.end("last"), bare.start("last"))
    return None


def _pattern(parts: Path) -> re.Pattern[str]:
    above = "".join(rf"\(?{_spelt(part)}[.)]?[\s,.]*" for part in parts[:-1])
    label = _spelt(parts[-1])
    word = _WORD if not parts[:-1] else ""
    if re.fullmatch(r"\d+|[a-z]{1,5}", parts[-1]):  # "a" and "5" are labels only with a mark or a word
        last = rf"(?P<last>[(\[]{label}[)\]][.:]?|{label}(?![A-Za-z0-9])[.):]+"
        last += rf"|{word.rstrip('?')}{label}(?![A-Za-z0-9])[.):]*)" if word else ")"
    else:
        last = rf"(?P<last>{word}[(\[]?{label}(?![A-Za-z0-9])[.):\]]*)"
    return re.compile(_OPEN + (_WORD + above if above else "") + last, re.I)


def _spelt(part: str) -> str:
    words = part.split()
    if len(words) == 2:  # a container: its word, then its number, perhaps with "No."
        return rf"{re.escape(words[0])}\s+(?:No\.\s*)?{re.escape(words[1])}"
    return re.escape(part)


def other_label(raw: str, path: Path, printed: str | None) -> int | None:
    """Where the label at the head of `raw` ends, if it is one of the same manner as `printed` but another's.

    >>> other_label("3.3 Payment is due", ("3.2",), "3.2"), other_label("Payment is due", ("3.2",), "3.2")
    (3, None)
    """
    opening = re.match(_OPEN, raw)
    start = opening.end() if opening else 0
    label = label_at(raw, start)
    if label is None or printed is None:
        return None
    mine = label_at(printed, 0)
    if (
        mine is None
        or label.mark.strip(".") != mine.mark.strip(".")
        or bool(label.numbers) != bool(mine.numbers)
    ):
        return None
    if not label.numbers and label.mark not in ("()", ".", ")"):
        return None
    if len(label.numbers) != len(mine.numbers) or label.parts == mine.parts:
        return None
    if {one.alphabet for one in label.readings}.isdisjoint(one.alphabet for one in mine.readings):
        return None
    return label.end
