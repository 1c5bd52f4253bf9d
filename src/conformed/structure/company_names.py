"""Names of companies and persons: `Acme Networks, Inc.`, and where they end.

Rules that this file must obey:

* A name is capitalised words and the small words that join them, up to what says which kind of company it is; a word without
  a capital ends it, and so does a comma that no such word follows.
* "AND" belongs to a name in capitals only where what follows still ends in a kind of company, or where the name's initials
  are the short name that stands behind it.
* "of" belongs to a name, but not where an address follows: `Acme Limited of 9 Oak Street`, `ELM ASHWOOD of Manor Farm`.
"""

from __future__ import annotations

import re

__all__ = ["KIND", "ends_in_kind", "name_at"]

KIND = (
    r"(?:Inc|INC|inc|Incorporated|INCORPORATED|Corp|CORP|Corporation|CORPORATION|Company|COMPANY|Co|CO|LLC|llc|L\.L\.C|Ltd|LTD|ltd|Limited|LIMITED|"
    r"Ltda|LTDA|LP|L\.P|LLP|L\.L\.P|PLC|plc|Plc|P\.L\.C|N\.A|NA|S\.A\.?R\.?L|S\.[AÀ]\.? ?R\.?L|S\.A\.S|S\.A|S/A|SA|A\.G|AG|GmbH|GMBH|Gmbh|gGmbH|"
    r"B\.V|BV|N\.V|NV|S\.p\.A|S\.P\.A|SpA|AB|ASA|Oyj|Oy|OY|K\.K|KK|AS|A/S|a\.s|CC|Pvt|PVT|Pty|PTY|\(?Pty\)? Ltd|Pte|PTE|S\. ?de R\.L\. de C\.V|"
    r"N\. A|L\. P|S\. A|National Association|S\.?à\.? ?r\.l|P\.C|PC|PLLC|MHC|Esq|Jr|Sr|Trust|TRUST|Bank|BANK|F\.S\.B|FSB|Sdn|Bhd|SE|KG|KGaA|KGAA|Kft|s\.r\.o|d\.o\.o|o\.o|(?:[A-Z]\.){2,4}[A-Z]?)"
)
_KIND_WORD = re.compile(rf"{KIND}\.?")
_STRONG = frozenset(
    "inc incorporated corp corporation llc l.l.c ltd limited lp l.p llp l.l.p plc p.l.c n.a s.a gmbh b.v n.v ag a.g s.p.a pty s.a.r.l sarl company".split()
)
_LIMITED = frozenset("ltd limited plc gmbh".split())
_SMALL = frozenset(
    "& of the de du des del di da la le for van von der y e do dba d/b/a a/k/a f/k/a in - / +".split()
)
_STOPS = frozenset(
    "AND A AN WITH HAVING WHOSE BETWEEN LOCATED ORGANIZED HEREINAFTER Hereinafter TO IS THIS THAT SHALL PARTIES RELATING BY".split()
)
_PIECE = re.compile(
    r" ?(\([A-Z][\w .&-]{0,30}\)|(?:N\. A|L\. P|S\. A|National Association|S\.?à\.? ?r\.l)\b\.?|[^\s,;:()\"]+)(,(?= ))?"
)
_FIRST = re.compile(r"[A-Z0-9À-Ý]|[a-z][\w-]*(?:\.com\b|[A-Z])|[a-z]{1,3}-?\d")
_ARTICLE = re.compile(r"(?:the|The|THE) ")
_FIRM = re.compile(rf"(?:[A-Z][\w'-]+, ){{1,3}}[A-Z][\w'-]+,? (?:&|and) [A-Z][\w'-]+,? {KIND}(?![\w])\.?")
_AND = re.compile(r"(?: [A-Z][\w&'-]*){1,4} ?\(\s?(?:the )?\"([A-Z]{3,8})\"")
_MORE = re.compile(rf"(?: [A-Z][\w&'-]*){{1,4}},? {KIND}\b")
_BEHIND_KIND = re.compile(r"(?:Limited Liability.{0,3}| & Co)$")
_ADDRESS = re.compile(r" (?:\d|(?:Unit|Flat|Level|Suite|Plot|No|Nos|Building|Floor|P\.? ?O|c/o)\b)")
_LOWER = re.compile(r" [A-Z0-9][\w'-]*[a-z0-9]")
_HOUSE = re.compile(r"(?:(?: -)? \d+)?(?: [NSEW]\.?)?(?: [A-Z][\w.'-]*[a-z]\.?){1,5}(?:,| [A-Z]{2} \d| \()")
_PERSON = re.compile(
    r"(?!.*\b(?:BANK|UNIVERSITY|CITY|COUNTY|STATE|TOWN|BOARD|COLLEGE|CHURCH|TRUSTEES|GOVERNMENT|REPUBLIC|MINISTRY)\b)[A-Z][A-Z'.-]*(?: [A-Z][A-Z'.-]*){1,4}"
)
_STOPPED = re.compile(rf"(?<![^\s(]){KIND}\.$|\b[A-Z]\.$")
_IN_FULL = re.compile(
    r"\b(?i:incorporated|corporation|company|limited|trust|bank|association|llc|llp|plc|gmbh)\.$"
)
_DANGLING = re.compile(r"(?: (?:of|the|de|for|in|and|&|a|-))+$")
_ENDS_IN_KIND = re.compile(
    rf"(?<![\w.]){KIND}\.?(?: [IVX]{{1,4}})?$|\b(?:University|Institute|Association|Foundation|Partners|Partnership|Fund|Funds|Group|Authority|Government|"
    r"Ministry|Council|Commission|Department|Board|(?:City|County|State|Town|Republic|Commonwealth|Province|Borough) of \w+)\b"
)
_MOST_WORDS = 24


def ends_in_kind(name: str) -> bool:
    """Whether the name ends in what says which kind of company or body it is.

    >>> ends_in_kind("Alder Wire, Inc."), ends_in_kind("Alder Wire")
    (True, False)
    """
    return _ENDS_IN_KIND.search(name) is not None


def name_at(text: str, start: int, end: int, *, joined: bool = False) -> tuple[int, int] | None:
    """The name that begins at `start`: capitalised words, then what says which kind of company it is.

    Args:
        text: words on one line with plain quotation marks.
        start: where the name begins.
        end: where it ends at the latest.
        joined: whether an "and" may always join two halves of a company's name, as in front of a signature.

    >>> words = "Alder Wire (UK) Ltd of 9 Oak Street"
    >>> words[slice(*name_at(words, 0, len(words)))]
    'Alder Wire (UK) Ltd'
    """
    article = _ARTICLE.match(text, start, end)
    at = article.end() if article and article.group() != "The " else start
    first, close, comma, strong = at, at, False, ""
    if firm := _FIRM.match(text, at, end):
        return firm.span()
    for _ in range(_MOST_WORDS):
        piece = _PIECE.match(text, at, end)
        if not piece or (at > first and text[at] != " "):
            break
        word = piece[1]
        kind = _KIND_WORD.fullmatch(word) is not None
        if at == first:
            if not _FIRST.match(word):
                return None
        elif word.startswith("("):
            if not _goes_on(text, piece.end(), end, comma=comma, strong=strong != ""):
                break
        elif word == "AND" or (joined and word == "and"):
            lead = text[first:close]
            may = joined or article or " " not in lead
            if not ((may and _MORE.match(text, piece.end(), end)) or _is_short(text, piece.end(), end, lead)):
                break
        elif not kind and (
            comma
            or (word == "of" and (strong in _LIMITED or _ADDRESS.match(text, piece.end(), end)))
            or (
                word == "of" and _LOWER.match(text, piece.end(), end) and _PERSON.fullmatch(text[first:close])
            )
            or (
                word.isdigit()
                and _HOUSE.match(text, piece.end(), end)
                and _PERSON.fullmatch(text[first:close])
            )
            or word in _STOPS
            or (strong and word != "of" and not _BEHIND_KIND.search(text, first, piece.end() + 3))
            or not (word in _SMALL or any(c.isupper() or c.isdigit() for c in word))
        ):
            break
        bare = word.lower().rstrip(".")
        strong = bare if bare in _STRONG else ""
        close, comma, at = piece.end(1), piece[2] is not None, piece.end()
    name = _DANGLING.sub("", text[first:close])
    if not _STOPPED.search(name) or _IN_FULL.search(name):
        name = name.removesuffix(".")
    return (first, first + len(name)) if len(name) > 1 else None


def _goes_on(text: str, start: int, end: int, *, comma: bool, strong: bool) -> bool:
    """Whether a name goes on behind words in parentheses: `Alder (UK) Ltd`, and `Alder, (UK) Ltd`."""
    following = _PIECE.match(text, start, end)
    if following is None or strong:
        return False
    if comma:
        return _KIND_WORD.fullmatch(following[1]) is not None
    return following[1][0].isupper() or following[1][0] == "("


def _is_short(text: str, start: int, end: int, lead: str) -> bool:
    """Whether the short name behind the words has the initials of all: `INSTITUTE OF OAK AND ELM RESEARCH ("IOER")`."""
    found = _AND.match(text, start, end)
    if found is None:
        return False
    initials = [word[0] for word in f"{lead} {text[start : found.end()]}".split("(")[0].split()]
    letters = iter(initials)
    return found[1][0] == initials[0] and all(letter in letters for letter in found[1])
