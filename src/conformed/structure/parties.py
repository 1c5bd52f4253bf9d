"""The parties that a preamble names, with the names and roles it gives them."""

from __future__ import annotations

import re

from conformed.model.document import Party

__all__ = ["parties_of"]

_ALIAS = re.compile(
    r"\(\s{0,3}(?:[^()\"“”'‘]{0,80}?)[\"“'‘]+\s{0,3}(?P<alias>[A-Z][^\"“”()\n]{0,60}?(?:\n[^\"“”()\n]{0,40}?)?),?\s{0,3}[\"”'’]+"
    r"(?:[^()]{0,160})\)|\((?P<bare>(?:the\s+)?(?:[A-Z][A-Za-z&.-]{1,20})(?:\s[A-Z][A-Za-z&.-]{1,20}){0,2})\)"
)
_BETWEEN = re.compile(
    r"\b(?:by\s+and\s+(?:between|among)|(?:is\s+)?(?:between|among(?:st)?)|by\s+and\s+(?=[A-Z])|by\s+(?=[A-Z]))\s*:?\s*",
    re.IGNORECASE,
)
_NO_PARTY = re.compile(
    r"(?:the\s+)?(?:this\s+)?(?:[\w\s#.'’-]{0,40}\b)?(?:agreement|amendment|lease|contract|deed|licen[cs]e|addendum|effective\s+date|date|parties|party|execution|signing|closing|"
    r"sec|act|commission|endorsement|commencement|territory|products?|services?|premises|building|letter|plan|schedule|program|term|note|loan|facility|site)s?$",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r",?\s+(?:(?:a|an)\s+(?=[A-Za-z])|the\s+(?=[a-z])|whose\b|having\b|with\s+(?:its|an?|offices?|registered|principal)\b|organi[sz]ed\b|incorporated\b|located\b|doing\s+business|d/b/a|acting\b|"
    r"on\s+behalf|as\s+(?:agent|trustee|seller|buyer|successor)|of\s+(?:\d|[A-Z][\w.]+\s[A-Z\d])|duly\b|company\s+number|an?\s+individual|at\s+\d|for\s+itself|and\s+its\s+(?:affiliates|subsidiaries))"
    r"|\s*[(;]|,\s+(?:\d|in\s+its|individually|formerly|collectively|together|each|by\s|through|as\b|P\.?O\.)"
)
_LEAD = re.compile(
    r"^(?:[\s,;:.]|\(?\d{1,2}\)|\([a-z]\)|and\b|between\b|among(?:st)?\b|by\b|on\s+the\s+one\s+(?:part|hand)|on\s+the\s+other\s+(?:part|hand)|party\s+[ab]:|the\s+undersigned,?|of\s+the\s+first\s+part|AND\b:?|BETWEEN\b:?|(?:THE\s+)?PARTIES\b:?)+"
)
_ROLES = frozenset(
    "licensor licensee lessor lessee landlord tenant seller buyer purchaser vendor supplier customer provider client consultant contractor subcontractor distributor reseller manufacturer franchisor "
    "franchisee company employee employer borrower lender guarantor agent principal owner operator carrier host advisor adviser developer sponsor publisher author artist endorser promoter "
    "servicer trustee issuer underwriter shipper user affiliate recipient discloser marketer investor company's clec ilec authority transporter producer processor".split()
)
_AS_ROLE = re.compile(r",?\s+as\s+(?:the\s+)?(?P<role>[A-Za-z]{3,20})\b(?!\s+(?:of|for)\b)")
_WORDY = re.compile(
    r"\b(?:is|are|was|made|entered|dated|effective|shall|have|which|this|that|whereas|agree|pursuant)\b",
    re.IGNORECASE,
)
_TWO = re.compile(r"\s+and\s+(?=[A-Z\"“])")
_STOP = re.compile(
    r"[.;]\s|\s+(?:dated|who|which|with\s+respect|are\s+parties|made|agree|effective|and\s+amends|modif|for\s+the|to\s+amend)\b|\s+is\b|\n\s*\n",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"\b(?:inc|corp|corporation|llc|l\.l\.c|ltd|limited|l\.?p|llp|plc|gmbh|s\.?a|n\.?v|b\.?v|ag|co|company|bank|trust|partners|partnership|district|authority|university|n\.a)\b\.?",
    re.IGNORECASE,
)
_LONGEST = 160


def parties_of(text: str, start: int, end: int) -> tuple[Party, ...]:
    """The parties named between `start` and `end` of `text`, the preamble.

    >>> words = 'made between Alder Wire, Inc., a Nevada corporation ("Carrier"), and Birch LLC (the "Customer").'
    >>> [(party.name, party.alias, party.role) for party in parties_of(words, 0, len(words))]
    [('Alder Wire, Inc.', 'Carrier', 'Carrier'), ('Birch LLC', 'Customer', 'Customer')]
    >>> words = 'between Alder Wire, Inc. ("Alder"), as provider, and Birch LLC, as customer ("Birch").'
    >>> [(party.alias, party.role) for party in parties_of(words, 0, len(words))]
    [('Alder', 'provider'), ('Birch', 'customer')]
    """
    between = _BETWEEN.search(text, start, end)
    found = _with_alias(text, start, end)
    if len(found) >= 2 or between is None:
        return tuple(found)
    plain = _without_alias(text, between.end(), end)
    return tuple(plain if len(plain) > len(found) else found)


def _with_alias(text: str, start: int, end: int) -> list[Party]:
    found: list[Party] = []
    at = start
    first = _BETWEEN.search(text, start, end)
    for match in _ALIAS.finditer(text, start, end):
        alias = " ".join((match["alias"] or match["bare"]).split()).strip(" ,.;")
        bare = re.sub(r"^(?:the|this)\s+", "", alias, flags=re.IGNORECASE)
        if match["alias"] is None and bare.lower() not in _ROLES:
            continue
        if _NO_PARTY.fullmatch(bare) and not re.fullmatch(r"Party\s+\w", bare):
            continue
        begin = max(at, first.end() if first and first.end() <= match.start() and not found else at)
        named = _name_in(text, begin, match.start())
        if named is None:
            continue
        name_start, name_end = named
        name = " ".join(text[name_start:name_end].split())
        if any(other.name == name for other in found):
            continue
        role = bare if bare.lower() in _ROLES else _said(text, name_end, match.start(), match.end())
        found.append(Party(name, bare, role, name_start, name_end))
        at = match.end()
    return found


def _said(text: str, name_end: int, alias: int, alias_end: int) -> str | None:
    """The role that "as provider" gives, before the name in parentheses or right behind it."""
    before = [match["role"] for match in _AS_ROLE.finditer(text, name_end, alias)]
    behind = _AS_ROLE.match(text, alias_end, alias_end + 40)
    said = [*before, behind["role"]] if behind else before
    return next((role for role in said if role.lower() in _ROLES), None)


def _name_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name with which the words from `start` to `end` begin."""
    piece = text[start:end]
    while True:
        lead = _LEAD.match(piece)
        offset = lead.end() if lead else 0
        rest = piece[offset:]
        ends = _NAME_ENDS.search(rest)
        name = rest[: ends.start()] if ends else rest
        name = name.rstrip(" ,;:\n\t")
        if name and len(name) <= _LONGEST and name[0].isupper() and not _WORDY.search(name):
            lead_blank = len(name) - len(name.lstrip())
            begin = start + offset + lead_blank
            return begin, begin + len(name.strip())
        split = max(piece.rfind(" and ", 0, len(piece)), piece.rfind(", ", 0, max(0, len(piece) - _LONGEST)))
        between = list(_BETWEEN.finditer(piece))
        cut = between[-1].end() if between else split + 1
        if cut <= 0 or cut >= len(piece):
            return None
        start, piece = start + cut, piece[cut:]


def _without_alias(text: str, start: int, end: int) -> list[Party]:
    stop = _STOP.search(text, start, end)
    limit = min(stop.start() if stop else end, start + 600)
    found: list[Party] = []
    at = start
    pieces = [*_TWO.finditer(text, start, limit), None]
    for match in pieces:
        piece_end = match.start() if match else limit
        named = _name_in(text, at, piece_end)
        if named:
            name = " ".join(text[named[0] : named[1]].split())
            if _SUFFIX.search(name) or name.isupper() or len(pieces) == 2:
                found.append(Party(name, None, None, *named))
        at = match.end() if match else limit
    return found
