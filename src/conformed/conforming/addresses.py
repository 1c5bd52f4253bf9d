"""An address changed without quoting the old one ("the address of Distributor in Section 8.2 is changed to ...")."""

from __future__ import annotations

import re

from conformed.conforming.editing import replaced
from conformed.conforming.ground import Finding, Ground, Order, Place, ambiguous, done
from conformed.conforming.regions import Region

__all__ = ["replace_address"]

_START = re.compile(
    r"(?<![\w$.,-])(?:(?:\d{1,6}[A-Z]?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)[ \t]+(?:[A-Z0-9][\w.'-]*[ \t,]{1,3}){1,6}|P\.?\s?O\.?[ \t]+Box[ \t]+\d+|Suite[ \t]+\w+,)"
)
_ZIP = re.compile(r"\b\d{5}(?:-\d{4})?\b")
_NAMED = re.compile(
    r"\baddress(?:es)?\b[^.]{0,30}?\b(?:of|for|to)\s+(?:each\s+of\s+)?(?:the\s+)?([A-Z][\w&.-]*(?:\s+[A-Z][\w&.-]*){0,4})"
    r"|([A-Z][\w&.-]*)['’]s\s+(?:notice\s+)?address"
)
_EACH = re.compile(r"\b(?:each of|both|all)\b", re.I)
_MOST = 12


def replace_address(order: Order, ground: Ground, region: Region) -> Finding | None:
    """The address in `region` that the instruction names gives way to the new one; None where it names no address."""
    new = order.new
    words = order.sentence
    if new is None or "address" not in words.lower() or not _START.match(new.text + ","):
        return None
    found = _addresses(ground.string, region, new.text)
    if not found:
        return None
    places = [
        Place(start, end, ground.path_at(start), (replaced(ground.string, start, end, new),))
        for start, end in found
    ]
    if order.instruction.target.occurrence == "all" or _EACH.search(words):
        return done(places)
    named = _NAMED.search(words)
    if named is None and len(places) == 1:
        return done(places)
    if named is not None:
        name = named[1] or named[2]
        hits = [
            place
            for place, lead in zip(places, _leads(ground.string, region, found), strict=True)
            if name in lead
        ]
        if len(hits) == 1:
            return done(hits)
        return ambiguous(f"no one address stands behind the name {name}", places)
    return ambiguous("the instruction does not say which address", places)


def _addresses(string: str, region: Region, new: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = region.start
    for match in _START.finditer(string, region.start, region.end):
        if match.start() < at or len(found) >= _MOST:
            continue
        end = _end(string, match.start(), region.end, new)
        if new.endswith(".") and string[end : end + 1] == ".":
            end += 1
        found.append((match.start(), end))
        at = end
    return found


def _end(string: str, start: int, limit: int, new: str) -> int:
    """Where the address ends: with its postal code where the new one does, with its sentence, or with its paragraph."""
    blank = re.compile(r"\n[ \t]*\n").search(string, start, limit)
    end = blank.start() if blank else limit
    if _ZIP.search(new[-12:]):
        code = _ZIP.search(string, start + 6, end)
        if code is not None:
            return code.end()
    if "\n" not in string[start:end] or not _ZIP.search(string, start, end):
        stop = re.compile(r"[.;](?=\s|$)(?<!Attn\.)(?<!St\.)(?<!Ave\.)(?<!Rd\.)(?<!Blvd\.)").search(
            string, start, end
        )
        if stop is not None:
            return stop.start()
    return len(string[:end].rstrip())


def _leads(string: str, region: Region, found: list[tuple[int, int]]) -> list[str]:
    """The words before each address, behind the one before it."""
    starts = [region.start, *(end for _, end in found[:-1])]
    return [string[low:start] for low, (start, _) in zip(starts, found, strict=True)]
