"""Places where a provision may begin: a label at the start of a line, or behind a sentence in a line that lost its breaks.

Rules that this file must obey:

* Only what could be a label is collected; whether it is one is decided by sequence, in `outline`.
* A citation at the start of a line ("Section 2.1 of the Agreement is") and a line of a table of contents are none.
* What stands inside a quotation that was opened in an earlier line is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conformed.structure.containers import ContainerHeading, container_at
from conformed.structure.headings import is_title
from conformed.structure.labels import Label, label_at
from conformed.structure.layout import Line
from conformed.structure.quotations import Quotations

__all__ = ["INLINE", "LINE", "PARAGRAPH", "RUN", "Candidate", "candidates", "is_contents_line"]

PARAGRAPH, LINE, RUN, INLINE = 3, 2, 1, 0
"""How plainly a label begins something: a paragraph, a line, behind a run of blanks, behind a sentence."""

_LONG = 150
_SPACE = re.compile(r"[ \t]*")
_CONTENTS = re.compile(r"(?:(?:\.[ ]?){4,}|…{2,}|_{5,})[ \t]*(?:\d{1,3}|[ivxl]{1,5})(?:\s|$)")
_LEADERS = ("...", ". .", "……", "_____")
_CITATION = re.compile(r"[ \t]*(?:[a-z,;&)(]|-[ \t]*\d)")
_PAIR_CITATION = re.compile(r"[ \t]*[A-Z]\.?[ \t]+[a-z]")
_MONTH = re.compile(
    r"[ \t]*(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\b[ \t]*[,.]?[ \t]*\d"
)
_WIDE = re.compile(r"[ \t]{8}")
_COLUMNS = re.compile(r"[ \t]{3,}\S.{0,60}?[ \t]{3,}\S")
_STARTS = re.compile(r"[ \t]*[A-Z“\"\[(‘'_$À-Þ]")
_INLINE = re.compile(
    r"[ ](?=\((?:[a-zA-Z]{1,2}|[ivxlc]{3,6}|\d{1,2})\)|\d{1,3}(?:\.\d{1,3}){0,3}[.)]?[ ]|\d{1,3}(?:\.\d{1,3}){1,3}[A-Z][a-z]{2}|[A-Z]\.[ ]|[a-z]\.[ ]|(?:Section|SECTION|Article|ARTICLE)[ ]\S|§)"
)
_BEHIND = frozenset('.;:)”"],')
_JOINS = (" and", " or")
_DASHES = (":-", ":—", ":–")
_BACK = 20
_RUN_LENGTH = 3
_FULL_LINE = 60
_CITING = re.compile(
    r"\b(?:(?:sub)?(?:sections?|paragraphs?|clauses?|articles?|items?|parts?)|schedules?|exhibits?|under|of|to|in|and|with|than|at|this|the|such|each|any|by|no)$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.;:!?)”\"\]|*_-]$|[;:,.]\s+(?:and|or|and/or)$")
_MOST_GLUED = 5
_NUMBERS_OF_A_FIGURE = 2
_FIRST_ITEM = re.compile(r"[.:—-][ \t]+(?=(?:\((?:a|A|i|1)\)|A\.|1\.)[ \t\n])")
_FIRST_BARE = re.compile(r"(?<=[A-Za-z])[ \t]+(?=\((?:a|A|i|1)\)[ ][A-Z])")
_NO_HEADING = re.compile(r"[.,:\d]")
_BARE = re.compile(
    r"(?:(?:Section|SECTION)[ ](?=\d+\.\d)|(?=\d))\d{1,3}(?:\.|(?:\.\d{1,3}){1,3}\.?)[ ]{1,4}[A-Z“\"\[]"
)
_LED_IN = re.compile(r":[ ]{1,4}(?=\((?P<first>[aAi1])\)[ ])")
_NEXT_ITEMS = {"a": ("b", "c"), "A": ("B", "C"), "i": ("ii", "iii"), "1": ("2", "3")}
_LED_REACH = 3000
_MOST_OF_A_HEADING = 110


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label (or the heading of a container), and how it stands there.

    Attributes:
        label: the label; None for a container.
        container: the heading; None for a label.
        start: offset of the label.
        strength: `PARAGRAPH`, `LINE`, `RUN` or `INLINE`.
        indent: of its line; -1 where it does not begin one.
        glued: whether another label stands directly before it ("2. (a)").
        headed: whether capitals or a title follow, as in a heading.
        weak: whether it might as well be a number in a sentence ("3 Owners", "1.5 million").
        before: the last character before it, white space aside.
        quoted: whether it stands inside a quotation that was opened in an earlier line.
        bare: whether it stands within a line behind a word, and no mark parts them, as behind a heading that lost its line.
    """

    label: Label | None
    container: ContainerHeading | None
    start: int
    strength: int
    indent: int
    glued: bool = False
    headed: bool = False
    weak: bool = False
    before: str = ""
    quoted: bool = False
    bare: bool = False


def candidates(text: str, lines: Sequence[Line], quotations: Quotations) -> list[Candidate]:
    """All candidates in `lines`, in order."""
    found: list[Candidate] = []
    previous: Line | None = None
    unbroken = _is_unbroken(lines)
    for line in lines:
        quoted = quotations.hold(line.start - 1) if line.start else False
        if not is_contents_line(text, line):
            found.extend(_at_line_start(text, line, previous, quoted))
            if unbroken:
                found.extend(_inside(text, line, quotations))
            elif not quoted:
                found.extend(_led_in(text, line))
        previous = line
    return found


def _is_unbroken(lines: Sequence[Line]) -> bool:
    """Whether the paper's paragraphs are single lines, so that line ends may have been lost."""
    total = sum(line.end - line.start for line in lines)
    return sum(line.end - line.start for line in lines if line.end - line.start > _LONG) > 0.3 * total


def is_contents_line(text: str, line: Line) -> bool:
    """Whether the line belongs to a table of contents: dots that lead to a page number."""
    end = min(line.end, line.start + 200)
    if all(text.find(leader, line.start, end) < 0 for leader in _LEADERS):
        return False
    return _CONTENTS.search(text, line.start, end) is not None


def _at_line_start(text: str, line: Line, previous: Line | None, quoted: bool) -> Iterator[Candidate]:
    strength = PARAGRAPH if line.gap or previous is None else LINE
    before = text[previous.end - 1] if previous else ""
    heading = container_at(text, line.start, line.end)
    if heading is not None:
        if not quoted and (strength == PARAGRAPH or _stands_off(text, line, previous)):
            yield Candidate(None, heading, line.start, strength, line.indent, before=before)
        return
    if strength < PARAGRAPH and (quoted or (previous is not None and _wraps(text, previous))):
        return
    last: Candidate | None = None
    for last in _labels(text, line.start, line.end, strength, line.indent, before, quoted):
        yield last
    if last is not None and last.label is not None and not quoted:
        yield from _behind_heading(text, last.label.end, line.end)


def _wraps(text: str, previous: Line) -> bool:
    """Whether a sentence goes on from the line `previous` into the next, so that no provision begins there."""
    tail = text[max(previous.start, previous.end - 24) : previous.end]
    if _ENDED.search(tail):
        return False
    return _CITING.search(tail) is not None or previous.end - previous.start >= _FULL_LINE


def _behind_heading(text: str, start: int, end: int) -> Iterator[Candidate]:
    """The first item of a provision, where its heading is run into it: "2.2 Interest. (a) Each Loan bears"."""
    reach = min(end, start + _MOST_OF_A_HEADING)
    match = _FIRST_ITEM.search(text, start, reach)
    if match and is_title(text[start : match.start()].strip()):
        yield from _labels(text, match.end(), end, INLINE, -1, text[match.start()])
        return
    yield from _behind_bare_heading(text, start, end)


def _behind_bare_heading(text: str, start: int, end: int) -> Iterator[Candidate]:
    """The first item behind a heading that no mark ends: "9. Compensation (a) The Company pays"."""
    match = _FIRST_BARE.search(text, start, min(end, start + _MOST_OF_A_HEADING))
    words = text[start : match.start()].strip(" \t.:-–—") if match else ""
    if match and _NO_HEADING.search(words) is None and is_title(words):
        yield from _labels(text, match.end(), end, INLINE, -1, ".")


def _stands_off(text: str, line: Line, previous: Line | None) -> bool:
    if previous is None:
        return True
    upper = text[line.start : line.start + 12].isupper() and line.end - line.start < 100
    return upper or (line.end - line.start < 60 and text[previous.end - 1] in ".]:_")


def _led_in(text: str, line: Line) -> Iterator[Candidate]:
    """The first item of a list whose others begin lines of their own: "any of these: (a) fire;" above "(b) flood."."""
    for match in _LED_IN.finditer(text, line.start, line.end):
        second, third = (f"({label})" for label in _NEXT_ITEMS[match["first"]])
        at = text.find(second, match.end(), match.end() + _LED_REACH)
        if at < 0 or not _begins_line(text, at):
            continue
        other = text.find(third, at, at + _LED_REACH)
        if other < 0 or _begins_line(text, other):
            yield from _labels(text, match.end(), line.end, INLINE, -1, ":")


def _begins_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def _inside(text: str, line: Line, quotations: Quotations) -> Iterator[Candidate]:
    done = line.start
    for match in _INLINE.finditer(text, line.start + 1, line.end):
        place = match.end()
        if place < done:
            continue
        back = text[max(line.start, place - _BACK) : place]
        words = back.rstrip()
        before = words[-1:]
        run = len(back) - len(words) >= _RUN_LENGTH
        bare = False
        if not run and before not in _BEHIND and not words.endswith(_DASHES):
            if words.endswith(_JOINS) and words[: words.rindex(" ")].rstrip()[-1:] in _BEHIND:
                before = ","
            elif before.isalpha() and _BARE.match(text, place, line.end) and not _CITING.search(words):
                bare = True
            else:
                continue
        if (not run and text[place].islower()) or quotations.hold(place):
            continue
        for candidate in _labels(text, place, line.end, RUN if run else INLINE, -1, before, bare=bare):
            done = candidate.label.end if candidate.label else done
            yield candidate
        if done > place and text[place].isdigit():
            yield from _behind_bare_heading(text, done, line.end)


def _labels(
    text: str,
    start: int,
    end: int,
    strength: int,
    indent: int,
    before: str,
    quoted: bool = False,
    *,
    bare: bool = False,
) -> Iterator[Candidate]:
    """The label at `start`, and those that follow it directly."""
    glued = False
    for _ in range(_MOST_GLUED):
        if start >= end:
            return
        label = label_at(text, start)
        if label is None or label.end > end:
            return
        if glued and (label.word or label.mark not in ("()", ".") or label.numbers):
            return
        if label.word and label.end < end and _is_citation(text, label):
            return
        weak = _is_weak(text, label, end)
        if weak and (strength == INLINE or glued or _MONTH.match(text, label.end)):
            return
        if weak and _WIDE.match(text, label.end) and not _is_line_of_title(text[label.end : end]):
            return
        if weak and strength == LINE and _COLUMNS.match(text, label.end, end):
            return
        yield Candidate(
            label,
            None,
            start,
            strength,
            indent,
            glued,
            _is_headed(text, label.end, end),
            weak,
            before,
            quoted,
            bare,
        )
        glued = True
        bare = False
        before = ""
        space = _SPACE.match(text, label.end)
        start = space.end() if space else label.end


def _is_line_of_title(words: str) -> bool:
    """Whether the words of a line are a title, and no words behind the number of a page."""
    return len(words) < _LONG and ". " not in words and is_title(words.strip())


def _is_citation(text: str, label: Label) -> bool:
    if label.mark == "." and text[label.end : label.end + 3].lstrip().startswith("("):
        return False
    if _CITATION.match(text, label.end):
        return True
    return label.mark == "" and _PAIR_CITATION.match(text, label.end) is not None


def _is_weak(text: str, label: Label, end: int) -> bool:
    if label.end >= end:
        return False
    if label.word:
        return False
    if len(label.numbers) > _NUMBERS_OF_A_FIGURE:
        return False
    if label.numbers or (label.mark == "" and label.parts[0][0].isdigit()):
        return label.mark == "" and (not label.numbers or not _STARTS.match(text, label.end))
    return False


def _is_headed(text: str, start: int, end: int) -> bool:
    words = text[start : min(end, start + 60)].split()
    letters = [word for word in words[:2] if word[:1].isalpha()]
    return (
        bool(letters)
        and all(word[:1].isupper() for word in letters)
        and (
            (letters[0].rstrip(".,;:").isupper() and len(letters[0]) > 3)
            or (len(words) <= 6 and end - start < 60)
        )
    )
