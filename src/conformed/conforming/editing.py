"""Edits that leave the text around them well set: spaces, closing marks and empty lines."""

from __future__ import annotations

import re

from conformed.conforming.laying import NewWords, filler, in_line
from conformed.model.text import Edit, Run

__all__ = ["append_words", "closing_mark", "inserted", "replaced", "struck"]

_CLOSING = re.compile(r"(?:[.;:,]|\s*;\s*(?:and|or))?[\"”’')\]*_]*\s*$")
_TAKES_NO_SPACE = ",.;:)]”%"


def replaced(string: str, start: int, end: int, new: NewWords) -> Edit:
    """The words `start` to `end` give way to `new`."""
    runs = in_line(new)
    text = new.text
    if (
        text
        and start > 0
        and text[0] in ",;."
        and string[start - 1 : start] == " "
        and string[start] not in ",;."
    ):
        start = len(string[:start].rstrip(" "))
    return Edit(start, end, runs)


def struck(string: str, start: int, end: int) -> Edit:
    """The words `start` to `end` fall away, and with them the one blank or the line that only they needed."""
    before, after = string[start - 1 : start], string[end : end + 1]
    if (not before or before.isspace()) and (not after or after.isspace() or after in _TAKES_NO_SPACE):
        tail = re.compile(r"\s*").match(string, end)
        behind = tail.end() if tail else end
        if after and after.isspace() and "\n" not in string[end:behind]:
            return Edit(start, behind, ())
        return Edit(len(string[:start].rstrip()), end, ())
    return Edit(start, end, ())


def inserted(string: str, at: int, new: NewWords) -> Edit:
    """`new` put in at `at`, with a blank on either side where the words need one."""
    text = new.text
    runs: list[Run] = list(in_line(new))
    before, after = string[at - 1 : at], string[at : at + 1]
    if text and before and not before.isspace() and text[0] not in _TAKES_NO_SPACE and before not in "([“":
        runs.insert(0, filler(" ", new))
    if text and after and (after.isalnum() or after in '("“[$'):
        runs.append(filler(" ", new, new.end))
    return Edit(at, at, tuple(runs))


def closing_mark(string: str, start: int, end: int) -> tuple[int, int]:
    """Where the mark stands that closes the words `start` to `end`: a point, or a semicolon with its "and" or "or".

    >>> text = "(a) the roof; and"
    >>> closing_mark(text, 0, len(text))
    (12, 17)
    """
    piece = string[start:end].rstrip()
    match = re.search(r"[.;:,](?:\s*(?:and|or))?(?=[\"”’')\]*_]*$)", piece)
    if match is None:
        return start + len(piece), start + len(piece)
    return start + match.start(), start + match.end()


def append_words(string: str, start: int, end: int, new: NewWords) -> Edit:
    """`new` at the end of the words `start` to `end`, before the mark that closes them."""
    low, high = closing_mark(string, start, end)
    text = new.text
    mark = string[low:high]
    if text and mark and text[-1] in ".;" and not text.endswith("..."):
        if mark == text[-1]:
            new = new.slice(0, len(new.raw.rstrip()) - 1)  # the mark that is there closes the words too
            return inserted(string, low, new)
        if text[0].isupper() or mark[0] == ".":
            return inserted(string, high, new)
    return inserted(string, low, new)
