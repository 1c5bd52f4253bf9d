"""White space of filed texts: every kind of blank becomes a plain one, and lost line breaks come back.

Nothing here changes the number of characters.
"""

from __future__ import annotations

import re

__all__ = ["plain_spaces", "with_lost_line_breaks"]

_BLANKS = dict.fromkeys((0xFEFF, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x7F), " ")
_BLANKS |= dict.fromkeys((*range(0x09), *range(0x0E, 0x20)), " ")
_BLANKS |= dict.fromkeys((0x0B, 0x85, 0x2028, 0x2029), "\n")
_LINE_END = re.compile(r"\r\n?")
_RUN = re.compile(r"(?<!\s) {10}[ \t]*+(?=\S)")
_ODD = re.compile("[" + "".join(re.escape(chr(code)) for code in sorted(_BLANKS)) + "]")
_LABEL = re.compile(
    r"(?:^|\n|[ \t]{2})\(?(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)])$"
)
_COLUMN = re.compile(r"\S {4}(?= *\S)")
_LONG_LINE = 150
_HEADING = re.compile(
    r"\s*(?:ARTICLE|SECTION|EXHIBIT|SCHEDULE|APPENDIX|ANNEXURE|ANNEX|ATTACHMENT|PART)\b", re.IGNORECASE
)


def plain_spaces(text: str) -> str:
    r"""`text` with all line ends as `\n` and all other white space but tabs as plain blanks.

    Form feeds stay: they are the page breaks that the search for furniture goes by.

    >>> plain_spaces("a\r\nb\rc\xa0d")
    'a \nb\nc d'
    """
    if "\r" in text:
        text = _LINE_END.sub(lambda match: " \n" if len(match[0]) == 2 else "\n", text)
    return _ODD.sub(lambda match: _BLANKS[ord(match[0])], text)


def with_lost_line_breaks(text: str) -> str:
    r"""`text` with a line break at each long run of blanks inside a line where a break was lost.

    Texts taken from web pages often hold a whole paragraph, or a whole page, in one line; ten and more blanks in such
    a line stand where a line ended and the next was indented. Lines of ordinary length are tables and signature
    columns, and stay.

    >>> with_lost_line_breaks("ARTICLE 1               DEFINITIONS")
    'ARTICLE 1\n              DEFINITIONS'
    >>> with_lost_line_breaks("DS-1 Circuit            $1,150.00")
    'DS-1 Circuit            $1,150.00'
    >>> with_lost_line_breaks("Section            Old            New")
    'Section            Old            New'
    """
    pieces: list[str] = []
    at = 0
    for match in _RUN.finditer(text):
        if match.start() == 0 or not _lost(text, match):
            continue
        if _LABEL.search(text, max(0, match.start() - 16), match.start()):
            continue
        pieces += [text[at : match.start()], "\n"]
        at = match.start() + 1
    pieces.append(text[at:])
    return "".join(pieces)


def _lost(text: str, run: re.Match[str]) -> bool:
    reach = max(0, run.start() - _LONG_LINE)
    start = text.rfind("\n", reach, run.start()) + 1 or reach
    end = text.find("\n", run.end(), run.end() + _LONG_LINE)
    stop = end if end >= 0 else min(len(text), run.end() + _LONG_LINE)
    if stop - start > _LONG_LINE:
        return True
    words = text[start : run.start()].split()
    if len(_COLUMN.findall(text, start, stop)) > 1:
        return False  # the head or a row of a table: "Section      Old      New"
    return len(words) <= 3 and _HEADING.match(text, start) is not None
