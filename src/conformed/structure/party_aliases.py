"""What stands behind a party's name: the short name that the paper gives it, and the part it plays.

Rules that this file must obey:

* A short name belongs to the name before it, unless another name stands between them that it abbreviates.
* A short name with a colon behind it ("Lessee (hereinafter "Party B"): Birch LLC") belongs to the name that follows.
* Words that stand for several parties at once ("collectively, the "Parties"") are nobody's short name, nor are those that
  stand for the paper or a day ("this "Agreement"").
* A short name that says what a party does ("Licensor", or anything with "the" before it) is its role too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conformed.structure.company_names import name_at

__all__ = ["ROLES", "Said", "alias_behind", "aliased"]

ROLES = frozenset(
    "licensor licensee lessor lessee landlord tenant seller buyer purchaser vendor supplier customer provider client consultant contractor subcontractor distributor reseller manufacturer franchisor "
    "franchisee company employee employer borrower lender guarantor agent principal owner operator carrier host advisor adviser developer sponsor publisher author artist endorser promoter "
    "servicer trustee issuer underwriter shipper user affiliate recipient discloser marketer investor authority transporter producer processor talent executive bank".split()
)
_QUOTED = re.compile(
    r"\((?:[^()\"]|\([^()]{0,80}\)){0,160}?\"\s?([^\"]{1,80}?)[,.]?\s?\"(?:[^()]|\([^()]{0,80}\)){0,200}\)"
)
_SINGLE = re.compile(
    r"\((?:[^()']{0,60} |)'([^']{1,60})'[^()]{0,60}\)|\((?:[Hh]ereinafter |herein )?(?:called |referred to as |collectively )*(?:the )?([A-Z][\w& -]{1,30})\)"
)
_HEREAFTER = re.compile(
    r"(?:herein(?:after)?|hereafter|also)?,? ?\(?(?:sometimes )?(?:referred to|called|known|defined|designated)(?: (?:herein|hereinafter|individually|collectively))*(?: as)?:? (?:the )?\"([^\"]{1,60}?)[,.]?\""
    r"|,? (?:herein(?:after)?|hereafter) (?:the )?\"([^\"]{1,60}?)[,.]?\"|(?<=[\w.]),? (?:the )?[\"']([A-Z][^\"']{1,40}?)[,.]?[\"']",
)
_UNQUOTED = re.compile(
    rf",? (?:herein(?:after)?|hereafter) (?:referred to|called|known|designated)(?: as)? (?:the )?(?=[A-Z])((?i:{'|'.join(sorted(ROLES))}))(?=[,.;:]| and\b| AND\b|$)"
)
_SHARED = re.compile(
    r"\b(?:collectively|together|each an?|individually|both|the parties|\"part(?:y|ies)\")\b|\"(?:the )?part(?:y|ies)\"",
    re.IGNORECASE,
)
_OF_PAPER = re.compile(
    r"(?:this |the )?(?:[\w.-]+ ){0,3}(?:agreement|amendment|contract|addendum|date|act|territory|products?|services?|premises|property|closing)",
    re.IGNORECASE,
)
_AS = re.compile(
    r"(?:, (?:an?|the) [^,()\"]{3,90})?,? (?:as|AS) (?:the )?([A-Z][\w -]{2,30}?)(?=[,.;(]| and\b| AND\b|$)"
)
_AS_ROLE = re.compile(r",? as (?:the )?([a-z]{3,20})(?=[,;.( ])")
_PLAYS = re.compile(r",? as (?:the )?([a-z]{3,20})(?=[,;.]| and\b)")
_LABELS = re.compile(r"\s?:\s")
_LABEL_BEFORE = re.compile(rf"\b(?i:{'|'.join(sorted(ROLES))})\s$")
_THE = re.compile(r"\bthe [\"']?\s?$")
_CAPITAL = re.compile(r"(?<![\w.&'-])[A-Z]")
_NEAR = 110


@dataclass(frozen=True, slots=True)
class Said:
    """What is said behind a name: the short name, the role, and where that ends."""

    alias: str | None
    role: str | None
    end: int


def aliased(text: str, start: int, stop: int, *, name: str) -> Said:
    """The short name and the role of the party `name`, whose description stands from `start` to `stop`.

    >>> words = 'Alder Inc., a Nevada corporation (the "Licensor")'
    >>> said = aliased(words, 10, len(words), name="Alder Inc.")
    >>> said.alias, said.role
    ('Licensor', 'Licensor')
    """
    role: str | None = None
    close = start
    if said := _AS.match(text, start, stop):
        role, close = said[1], said.end()
    match = _alias(text, close, stop, name=name)
    if match is None:
        return Said(None, role, close)
    alias = _words(match).strip(" ,.")
    if alias[:4].lower() == "the " and len(alias) > 4:
        alias, role = alias[4:], role or alias[4:]
    place = match.start(match.lastindex or 0)
    if role is None and (said := _AS_ROLE.match(text, start, place)) and said[1] in ROLES:
        role = said[1]
    if role is None and (_THE.search(text, max(place - 8, 0), place) or alias.lower() in ROLES):
        role = alias
    close = match.end()
    if role is None and (said := _PLAYS.match(text, close)):
        role, close = said[1], said.end()
    return Said(alias, role, close)


def alias_behind(text: str, start: int, stop: int) -> tuple[str, int] | None:
    """The first short name in quotation marks from `start` to `stop`, and where its parenthesis opens."""
    match = _first(_QUOTED, text, start, stop, name="")
    return (_words(match).strip(" ,."), match.start()) if match else None


def _alias(text: str, start: int, stop: int, *, name: str) -> re.Match[str] | None:
    """The short name that comes first; one without quotation marks counts only where none has them, or where it says so."""
    quoted = [_first(pattern, text, start, stop, name=name) for pattern in (_QUOTED, _HEREAFTER, _UNQUOTED)]
    found = min((match for match in quoted if match), key=lambda match: match.start(), default=None)
    single = _first(_SINGLE, text, start, found.start() if found else stop, name=name)
    if found is None or (single and single[2] and single.group()[1] in "hH"):
        return single or found
    return found


def _first(pattern: re.Pattern[str], text: str, start: int, stop: int, *, name: str) -> re.Match[str] | None:
    at = start
    while match := pattern.search(text, at, stop):
        at = match.end()
        words = _words(match)
        opens = text.rfind("(", max(start, match.start() - 60), match.start() + 1)
        whole = text[opens if opens >= 0 and ")" not in text[opens : match.start()] else match.start() : at]
        own = whole.startswith((f'("{words}', f'(the "{words}'))
        if _SHARED.search(whole) and not own:
            continue
        if _OF_PAPER.fullmatch(words) or not (
            words[0].isupper() or words[0].isdigit() or len(words.split()) < 3
        ):
            continue
        if name and _is_of_another(text, start, match.start(), words, name):
            return None
        if _LABELS.match(text, at) and _LABEL_BEFORE.search(text, start, match.start()):
            return None
        return match
    return None


def _is_of_another(text: str, start: int, stop: int, alias: str, name: str) -> bool:
    """Whether the short name that opens at `stop` abbreviates a name that stands right before it, and not the party's."""
    letters = alias.split()[0].lower()
    if letters in name.lower():
        return False
    for begin in _CAPITAL.finditer(text, max(stop - _NEAR, start), stop):
        other = name_at(text, begin.start(), stop)
        if other is not None and not text[other[1] : stop].strip(" ,"):
            words = text[slice(*other)].lower()
            return letters in words or letters == "".join(word[0] for word in words.split())
    return False


def _words(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)
