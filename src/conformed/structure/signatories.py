"""The companies that sign: the names that stand before "By:" or "/s/".

Rules that this file must obey:

* A name counts only with its kind of company; who signs for another ("By: Alder GP LLC, its General Partner") does not.
* Columns side by side give several names in a row, and the same name more than once.
"""

from __future__ import annotations

import re
from itertools import islice

from conformed.model.document import Party
from conformed.structure.company_names import ends_in_kind, name_at
from conformed.structure.parties import one_line

__all__ = ["find_signatories"]

_SIGNS_HERE = re.compile(r"\bB[yY]\s?:|/s/")
_SIGNS = re.compile(
    r"\b(?:Signatory|Officer|President|Director|Secretary|Member|Manager|Counsel|Attorney|Esq|Treasurer|General Partner|Title|Name|Date[d]?|(?:19|20)\d\d|/s/|January|February|March|"
    r"April|June|July|August|September|October|November|December|C[EFOT]O|Execution|Version)\b|^(?:OF|LIABILITY|LIMITED|AND|Exhibit|SECURITIES)\b",
)
_FOR_ANOTHER = re.compile(r"\b(?:By|BY)\s?: $")
_FIELD = re.compile(r"\b(?:Title|TITLE|Name|NAME|Its|ITS|Date|DATE)\s?: $")
_OWN_NAME = re.compile(r"/s/ (?P<name>(?:[A-Z][\w'-]*\.? ){1,3}[A-Z][\w'-]+) (?P=name)(?![\w'])")
_OFFICE = re.compile(
    r",? (?:(?:Its|Title|Co-|Vice|Chief|Senior|Executive|Managing|General|Authorized|Assistant|Sole|Corporate|Deputy|Acting)\b|\w*(?:President|Director|Officer|Manager|Partner|Member|Trustee|"
    r"Secretary|Treasurer|Chair\w*|Counsel|Attorney|Signatory|Principal|Owner|C[EFOT]O)\b)",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<![\w.,&'-])(?<!, )[A-Z]")
_CAPITALS_BEHIND = re.compile(r"(?=[^a-z]*[a-z])(?:[A-Z][\w.]* ){1,8}(?:[A-Z&'-]{3,},? ){1,6}[A-Z.]+$")
_NEAR = 110
_WIDE = 600
_BEHIND = 120
_MOST = 500


def find_signatories(text: str, *, start: int = 0, end: int | None = None) -> tuple[Party, ...]:
    """The companies that sign from `start` to `end` of `text`: the name that stands before each "By:" or "/s/".

    A person who signs under no company's name signs for himself; he counts where no two companies sign.

    >>> [party.name for party in find_signatories("Dated: July 6, 2020 OAK CAPITAL, L.P. By: /s/ A Title: President ELM GP LLC By: /s/ B")]
    ['OAK CAPITAL, L.P.', 'ELM GP LLC']
    """
    found: dict[str, Party] = {}
    persons: dict[str, Party] = {}
    for first, last in _around_marks(text, start, len(text) if end is None else end):
        line, offsets = one_line(text, first, last)
        for mark in _SIGNS_HERE.finditer(line):
            for begin, close in _before(line, mark.start()):
                words = line[begin:close]
                party = Party(words, None, None, offsets[begin], offsets[close - 1] + 1)
                found.setdefault(words.lower().rstrip("."), party)
            if own := _for_oneself(line, mark):
                name, begin, close = own
                persons[name.lower()] = Party(name, None, None, offsets[begin], offsets[close - 1] + 1)
    every = found if len(found) > 1 else found | persons
    return tuple(sorted(every.values(), key=lambda party: party.start))


def _for_oneself(line: str, mark: re.Match[str]) -> tuple[str, int, int] | None:
    """The person whose name is printed behind the same signature, with no company before it and no office behind it."""
    own = _OWN_NAME.match(line, mark.start())
    if own is None or _FOR_ANOTHER.search(line, max(0, mark.start() - 6), mark.start()):
        return None
    if _OFFICE.match(line, own.end()) or _before(line, mark.start()):
        return None
    return own["name"], own.start("name"), own.end("name")


def _around_marks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of the text in which somebody signs."""
    stretches: list[tuple[int, int]] = []
    for mark in islice(_SIGNS_HERE.finditer(text, start, end), _MOST):
        first = max(mark.start() - _WIDE, start)
        if stretches and first <= stretches[-1][1]:
            first = stretches.pop()[0]
        stretches.append((first, min(mark.end() + _BEHIND, end)))
    return stretches


def _before(line: str, stop: int) -> list[tuple[int, int]]:
    """The names that stand in a row right before `stop`."""
    names: list[tuple[int, int]] = []
    while True:
        name = _ending_at(line, stop)
        if name is None:
            return names[::-1]
        names.append(name)
        stop = name[0]


def _ending_at(line: str, stop: int) -> tuple[int, int] | None:
    for begin in _CAPITAL.finditer(line, max(stop - _NEAR, 0), stop):
        name = name_at(line, begin.start(), stop, joined=True)
        if name is None or line[name[1] : stop].strip(" ,:."):
            continue
        words = line[slice(*name)]
        if _FIELD.search(line, max(0, name[0] - 8), name[0]):
            continue
        if _FOR_ANOTHER.search(line, max(0, name[0] - 6), name[0]):
            return None
        if _CAPITALS_BEHIND.match(words):
            continue
        if " " in words and ends_in_kind(words) and not _SIGNS.search(words):
            return name
    return None
