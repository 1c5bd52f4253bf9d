"""Markdown's marks (emphasis, headings, quotation, tables) become blanks; the words and their offsets stay.

Rules that this file must obey:

* The pipes of a table of two rows or more stay, because rows and cells are things that amendments speak of. A "table"
  of one row is layout (a label in one cell, its text in the next), and its pipes are blanked.
* Stars in square brackets, alone between blanks, or three and more in a row are omissions, not emphasis.
* Three and more underscores are a blank to be filled in, not emphasis.
"""

from __future__ import annotations

import re
from itertools import islice

__all__ = ["blank_marks", "has_marks"]

_SIGNS = re.compile(
    r"^#{1,6} |^\|?(?: *:?-{3,}:? *\|)+ *:?-{3,}:? *\|?$|\*\*_?\w[^*\n]{0,80}\*\*|^\|.*\|$", re.MULTILINE
)
_SIGN = re.compile(r"\*\*_?\w")
_HEADING = re.compile(r"^[ ]{0,3}(#{1,6})(?=[ \t]|$)", re.MULTILINE)
_QUOTATION = re.compile(r"^[ ]{0,3}(>(?:[ \t]*>){0,5})(?=[ \t]|$)", re.MULTILINE)
_BULLET = re.compile(r"^[ ]{0,12}([-+*])(?=[ \t]+\S)(?![ \t]*[-*][ \t]*[-*][ \t]*$)", re.MULTILINE)
_STARS = re.compile(
    r"(?<![*\[])\*\*(?:\*\*)?(?![*\]])|(?<![*\[])\*\*\*(?=[\w“\"(])|(?<=[\w.,;:”\")])\*\*\*(?![*\]])"
)
_ITALIC = re.compile(r"(?<![*\w\[])\*(?=[\w“\"(])[^*\n]{1,300}(?<=[\w.,;:”\")])\*(?![*\w\]])")
_UNDERSCORE = re.compile(r"(?<![A-Za-z0-9_])_{1,2}(?!_)(?=\S)|(?<=[^\s_])_{1,2}(?![A-Za-z0-9_])")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!|<>$])")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_SEPARATOR = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*$")
_EMPTY_ROW = re.compile(r"^[ \t|]*$")
_FEW = 3


def has_marks(text: str) -> bool:
    """Whether a text not named `.md` is markdown all the same: three of its marks or more."""
    if not _SIGN.search(text) and "\n#" not in text and "---|" not in text and "|-" not in text:
        return False
    return len(list(islice(_SIGNS.finditer(text), _FEW))) == _FEW


def blank_marks(text: str) -> str:
    """`text` with markdown's marks as blanks.

    >>> blank_marks("## 2. “**Term**” and [***]")
    '   2. “  Term  ” and [***]'
    """
    text = _HEADING.sub(_blank_group, text)
    text = _QUOTATION.sub(_blank_group, text)
    text = _BULLET.sub(_blank_group, text)
    if "\\" in text:
        text = _ESCAPE.sub(" ", text)
    if "<" in text:
        text = _BREAK.sub(lambda match: "\n".ljust(len(match[0])), text)
    text = _UNDERSCORE.sub(_blank, text)
    text = _STARS.sub(_blank, text)
    text = _UNDERSCORE.sub(_blank, text)
    text = _ITALIC.sub(lambda match: " " + match[0][1:-1] + " ", text)
    return _without_layout_tables(text) if "|" in text else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _blank_group(match: re.Match[str]) -> str:
    before = match.start(1) - match.start()
    return match[0][:before] + " " * len(match[1]) + match[0][before + len(match[1]) :]


def _without_layout_tables(text: str) -> str:
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        if "|" not in lines[at]:
            at += 1
            continue
        end = at
        while end < len(lines) and "|" in lines[end]:
            end += 1
        block = lines[at:end]
        rows = [line for line in block if not _SEPARATOR.match(line) and not _EMPTY_ROW.match(line)]
        if len(rows) < 2 and any(_SEPARATOR.match(line) for line in block):
            for index in range(at, end):
                separator = _SEPARATOR.match(lines[index])
                lines[index] = " " * len(lines[index]) if separator else lines[index].replace("|", " ")
        at = end
    return "\n".join(lines)
