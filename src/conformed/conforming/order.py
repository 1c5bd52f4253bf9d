"""The papers of a chain in order, whether they belong together, and which are missing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from conformed.model.document import Document
from conformed.model.instruction import Amendment, Amends
from conformed.model.problem import Problem, problem
from conformed.structure.dates import find_dates
from conformed.structure.labels import roman_number

__all__ = ["belonging", "in_order", "missing", "names", "rivals"]

_WORD = re.compile(r"[a-z0-9]+")
_NUMBER = re.compile(
    r"(?:no\.?|number|#)\s*(\w+)|\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.I
)
_NAMES = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_COUNTS = "one two three four five six seven eight nine ten".split()
_COMPANY = frozenset(
    "inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag sa nv bv na the and of a an".split()
)


_GENERIC = frozenset("letter agreement contract deed lease licence license document instrument".split())


def in_order(amendments: Sequence[Amendment]) -> tuple[Amendment, ...]:
    """The amendments by date, then by number; papers that state neither keep their place among the others.

    A paper that lacks what the others are ordered by stands behind the one it was given after.
    """
    out: list[Amendment] = []
    for amendment in amendments:
        at = len(out)
        while at > 0 and _precedes(amendment, out[at - 1]):
            at -= 1
        out.insert(at, amendment)
    return tuple(out)


def _precedes(one: Amendment, other: Amendment) -> bool:
    first, second = _day(one), _day(other)
    if first is not None and second is not None and first != second:
        return first < second
    number, against = one.document.number, other.document.number
    return number is not None and against is not None and number < against


def _day(amendment: Amendment) -> dt.date | None:
    return amendment.document.date or amendment.effective.date


def belonging(base: Document, amendment: Amendment) -> tuple[Problem, ...]:
    """Warnings where the agreement that the amendment names is not the base: by title, date or parties.

    What a paper without any order seems to name says nothing: it may be no amendment at all, and is listed as such.
    """
    amends = amendment.amends
    found: list[Problem] = []
    if not amendment.instructions and not amendment.unclaimed:
        return ()
    file = amendment.document.file
    if amends.title and base.title and not _same_title(amends.title, base.title):
        found.append(_mismatch(file, base, "title", amends.title, base.title))
    if amends.date and base.date and amends.date != base.date:
        found.append(_mismatch(file, base, "date", amends.date.isoformat(), base.date.isoformat()))
    strangers = _strangers(amendment, base)
    if strangers:
        known = ", ".join(party.name for party in base.parties)
        found.append(_mismatch(file, base, "parties", ", ".join(strangers), known))
    return tuple(found)


def names(amendment: Amendment, base: Document) -> bool:
    """Whether the agreement that the amendment says it amends is `base`, by its title or its date."""
    amends = amendment.amends
    if amends.title and base.title:
        return _same_title(amends.title, base.title) and (
            amends.date is None or base.date is None or amends.date == base.date
        )
    return amends.date is not None and amends.date == base.date


def rivals(amendments: Sequence[Amendment]) -> tuple[tuple[Amendment, ...], ...]:
    """The papers that state the same number and the same date, and of which only one can be meant."""
    alike: dict[tuple[int, dt.date], list[Amendment]] = {}
    for amendment in amendments:
        number, date = amendment.document.number, amendment.document.date
        if number is not None and date is not None:
            alike.setdefault((number, date), []).append(amendment)
    return tuple(tuple(found) for found in alike.values() if len(found) > 1)


def _mismatch(file: str, base: Document, what: str, named: str, stated: str) -> Problem:
    return problem("paper-mismatch", document=file, what=what, named=named, base=base.file, stated=stated)


def _same_title(one: str, other: str) -> bool:
    """Whether two titles name one agreement: the words of the shorter are all in the longer; "letter" names none."""
    left, right = _words(one), _words(other)
    if left <= _GENERIC or right <= _GENERIC:
        return True
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return bool(small) and small <= large


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _COMPANY - {"agreement", "dated"} or frozenset(
        _WORD.findall(text.lower())
    )


def _strangers(amendment: Amendment, base: Document) -> list[str]:
    """The parties that the amendment names, where none of them is a party of the base."""
    names = list(amendment.amends.parties) or [party.name for party in amendment.document.parties]
    known = [_company(party.name) for party in base.parties]
    known.extend(_company(party.alias) for party in base.parties if party.alias)
    if not names or not known:
        return []
    opening = " ".join(base.text.string[:6000].lower().split())
    for name in names:
        mine = _company(name)
        if any(
            mine == theirs or (mine and theirs and (mine <= theirs or theirs <= mine)) for theirs in known
        ):
            return []
        if " ".join(name.lower().split()) in opening:
            return []
    return names


def _company(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.lower())) - _COMPANY


def missing(base: Document, amendments: Sequence[Amendment]) -> tuple[Problem, ...]:
    """The papers of the chain that are recited, or counted over, and are not among the files."""
    found: list[Problem] = []
    seen: set[str] = set()
    numbers = {amendment.document.number for amendment in amendments if amendment.document.number is not None}
    for index, amendment in enumerate(amendments):
        earlier = amendments[:index]
        for recited in amendment.amends.as_amended_by:
            key = _key(recited)
            if _is_vague(recited):
                continue
            if key in seen or any(_is_recited(recited, other) for other in amendments):
                continue
            seen.add(key)
            found.append(problem("paper-missing", document=amendment.document.file, missing=recited))
        number = amendment.document.number
        if number is None or number < 2 or amendment.amends.as_amended_by:
            continue
        if not earlier and not seen:
            known = range(1, number)
            gone = [count for count in known if count not in numbers]
            if gone and len(gone) == number - 1:
                name = (
                    f"Amendment No. {gone[0]}"
                    if len(gone) == 1
                    else f"Amendments No. {gone[0]} to {gone[-1]}"
                )
                found.append(problem("paper-missing", document=amendment.document.file, missing=name))
                seen.add(name)
    return tuple(found)


def _key(recited: str) -> str:
    number, days = _number(recited), list(find_dates(recited))
    if number is None and not days:
        return " ".join(recited.lower().split())
    return f"{number}/{days[0].date.isoformat() if days else ''}"


def _is_vague(recited: str) -> bool:
    """Whether these words name no amendment in particular ("as amended")."""
    return _number(recited) is None and not list(find_dates(recited))


def _is_recited(recited: str, amendment: Amendment) -> bool:
    """Whether these words ("Amendment No. 1 dated as of August 31, 2000") name the amendment."""
    days = {mention.date for mention in find_dates(recited)}
    if days and amendment.document.date is not None:
        return amendment.document.date in days
    number = _number(recited)
    if number is not None and amendment.document.number is not None:
        return number == amendment.document.number
    title = amendment.document.title
    return title is not None and _words(title) <= _words(recited)


def _number(text: str) -> int | None:
    match = _NUMBER.search(text)
    if match is None:
        return None
    word = (match[1] or match[2]).lower()
    if word.isdigit():
        return int(word)
    for names in (_NAMES, _COUNTS):
        if word in names:
            return names.index(word) + 1
    return roman_number(word)


def titled(amends: Amends) -> str:
    """The agreement that a paper says it amends, in words."""
    day = f" dated {amends.date.isoformat()}" if amends.date else ""
    return f"{amends.title or 'an agreement'}{day}"
