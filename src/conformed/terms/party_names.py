"""The parties as the opening names them: `Acme Networks, Inc., a Delaware corporation ("Acme")`.

Rules that this file must obey:

* A name ends where its description begins ("a Delaware corporation", "having its principal office at") or its alias opens.
* An alias belongs to the name before it, unless another name stands between them.
* Words that stand for several parties at once ("collectively, the "Parties"") are nobody's alias.
"""

from __future__ import annotations

import re

from conformed.model.document import Party

__all__ = ["find_listed", "find_parties", "find_signatories"]

_SUFFIX = (
    r"(?:Inc|INC|Incorporated|INCORPORATED|Corp|CORP|Corporation|CORPORATION|Company|COMPANY|Co|CO|LLC|L\.L\.C|L\.L\.C|Ltd|LTD|Limited|LIMITED|Ltda|LTDA|LP|L\.P|LLP|L\.L\.P|"
    r"PLC|plc|Plc|P\.L\.C|N\.A|NA|S\.A\.?R\.?L|S\.A\.S|S\.A|SA|A\.G|AG|GmbH|GMBH|B\.V|BV|N\.V|NV|S\.p\.A|S\.P\.A|SpA|AB|Oy|OY|K\.K|KK|AS|A/S|Pty|PTY|\(?Pty\)? Ltd|Pte|PTE|S\. ?de R\.L\. de C\.V|"
    r"P\.C|PC|PLLC|Esq|Jr|Sr|Trust|TRUST|Bank|BANK|F\.S\.B|FSB|Sdn|Bhd|SE|KG|Kft|s\.r\.o|d\.o\.o|(?:[A-Z]\.){2,4}[A-Z]?)"
)
_SUFFIX_WORD = re.compile(rf"{_SUFFIX}\.?")
_STRONG = frozenset(
    "inc incorporated corp corporation llc l.l.c ltd limited lp l.p llp l.l.p plc p.l.c n.a s.a gmbh b.v n.v ag a.g s.p.a pty s.a.r.l sarl company".split()
)
_SMALL = frozenset(
    "& of the de du des del di da la le for van von der y e do dba d/b/a a/k/a f/k/a in - / +".split()
)
_STOPS = frozenset("AND A AN WITH HAVING WHOSE BETWEEN LOCATED ORGANIZED HEREINAFTER Hereinafter".split())
_PIECE = re.compile(r" ?(\([A-Z][\w .&-]{0,30}\)|[^\s,;:()\"]+)(,(?= ))?")
_FIRST = re.compile(r"[A-Z0-9]|[a-z][\w-]*(?:\.com\b|[A-Z])|[a-z]{1,3}-?\d")
_HAS_SUFFIX = re.compile(
    rf"(?<![\w.]){_SUFFIX}\.?$|\b(?:University|Institute|Association|Foundation|Partners|Partnership|Fund|Funds|Group|Authority|Government|City of \w+)\b"
)
_ALIAS = re.compile(
    r"\((?:[^()\"]|\([^()]{0,80}\)){0,160}?\"\s?([^\"]{1,80}?)[,.]?\s?\"(?:[^()]|\([^()]{0,80}\)){0,200}\)"
)
_SINGLE = re.compile(
    r"\((?:[^()']{0,60} |)'([^']{1,60})'[^()]{0,60}\)|\((?:hereinafter |herein )?(?:called |referred to as |collectively )*(?:the )?([A-Z][\w& -]{1,30})\)"
)
_HEREAFTER = re.compile(
    r"(?:herein(?:after)?|hereafter|also)?,? ?\(?(?:sometimes )?(?:referred to|called|known|defined|designated)(?: (?:herein|hereinafter|individually|collectively))*(?: as)? (?:the )?\"([^\"]{1,60}?)[,.]?\""
    r"|,? (?:herein(?:after)?|hereafter) (?:the )?\"([^\"]{1,60}?)[,.]?\"|(?<=[\w.]),? (?:the )?[\"']([A-Z][^\"']{1,40}?)[,.]?[\"']",
)
_SHARED = re.compile(
    r"\b(?:collectively|together|each an?|individually|both|the parties|\"part(?:y|ies)\")\b|\"(?:the )?part(?:y|ies)\"",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:by and (?:between|among(?:st)?)|by, (?:between|among)(?:,? and (?:between|among))?|(?:entered into|made|executed) by(?: and)?(?= [A-Za-z]*[A-Z])|between|among(?:st)?|BETWEEN|AMONG(?:ST)?)\b[\s:,-]*(?:and (?:between|among)\b)?",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:[\s,:;.]|-{1,4}|\band\b|\bAND\b|\bAnd\b|&|\"(?=[A-Z])|\bamong(?:st)?\b|\bbetween\b|\bby\b|\bthe following (?:parties|persons)\b|\(\s?(?:\d{1,2}|[ivx]{1,4}|[a-hA-H])\s?\)|\b\d\.\s|\bon (?:the )?(?:one|other|first|second) (?:hand|part)\b|"
    r"\bof (?:the )?(?:one|other|first|second) (?:hand|part)\b|\bboth\b|\bParty (?:A|B|C|D|1|2)(?: \([^()]{1,30}\))?\s?:|\(?\"?\s?Party (?:A|B)\s?\"?\)?|\bas \w+\b|\bthe undersigned\b|\bits affiliates?\b)+",
)
_LISTED = re.compile(r"\b(?i:party) (?:A|1)(?: \([^()]{1,30}\))?\s?:")
_SENTENCE_ENDS = re.compile(r"(?<=[a-z)\"\d])\.\s(?=[A-Z][a-z]+ (?!and |AND ))|\bWHEREAS\b|\bRECITALS\b")
_LINKS = re.compile(
    r"(?<=[),;.:\w\"'])\s?[,;]?\s(?:and|And|AND|&|- and -|-- AND --)\s?:?,?\s?(?:between |among |by |\(\w{1,3}\) |\d\. )?(?=[\w])"
    r"|(?<=[);])\s?[,;]?\s(?:\(\w{1,3}\) )?(?=[A-Z])|[;,.] \((?:\d|[a-h]|[ivx]{1,3})\) (?=\w)"
    r"|\b[Pp]arty [A-D1-4](?: \([^()]{1,30}\))?\s?:\s?(?=\w)"
)
_AS = re.compile(r",? (?:as|AS) (?:the )?([A-Z][\w -]{2,30}?)(?=,| and\b| AND\b|\(|$)")
_PLAYS = re.compile(r",? as (?:the )?([a-z]{3,20})(?=[,;.]| and\b)")
_NOT_NAME = re.compile(
    r"^(?:This|The Agreement|Agreement|Party|Parties|WHEREAS|RECITALS|Section|Article|Effective|Date|Exhibit|NOW|Each|It|In|As|For|All|Whereas|Source|Page|Corporation|Company|Principal|LIABILITY|and|You|Your|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|\d{1,4}|State|County|Delaware|New York|California|United States)\b$"
)
_PLAIN = str.maketrans("“”„‟″‘‚‛′’–—", "\"\"\"\"\"'''''--")
_BY = re.compile(r"\bBy\s?:|\bBY\s?:")
_SIGNS = re.compile(
    r"\b(?:Signatory|Officer|President|Director|Secretary|Member|Manager|Counsel|Attorney|Esq|Treasurer|General Partner|Title|Name|Date[d]?|(?:19|20)\d\d|/s/|January|February|March|"
    r"April|June|July|August|September|October|November|December)\b|^(?:OF|LIABILITY|LIMITED|AND|Exhibit)\b",
)
_LIST_LINK = re.compile(r"(?:,? and |, )(?:each |both )?")
_CAPITAL = re.compile(r"(?<![\w.,&'-])(?<!, )[A-Z]")
_MOST = 16


def find_parties(text: str, *, start: int = 0, end: int | None = None) -> tuple[Party, ...]:
    r"""The parties that the words from `start` to `end` of `text` name, as the opening of an agreement does.

    >>> text = 'by and between Acme Networks, Inc., a Delaware corporation ("Acme"),\nand Bolt LLC (the "Customer").'
    >>> [(party.name, party.alias, party.role) for party in find_parties(text)]
    [('Acme Networks, Inc.', 'Acme', None), ('Bolt LLC', 'Customer', 'Customer')]
    """
    line, offsets = _one_line(text, start, len(text) if end is None else end)
    return tuple(
        Party(name, alias, role, offsets[first], offsets[last - 1] + 1)
        for name, alias, role, first, last in _parties(line)
    )


def _one_line(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """The words on one line with plain quotation marks, and where each of its characters stands."""
    pieces: list[str] = []
    offsets: list[int] = []
    for word in re.compile(r"\S+").finditer(text, start, end):
        if not word.group().strip("-="):
            continue
        if pieces:
            pieces.append(" ")
            offsets.append(word.start() - 1)
        pieces.append(word.group().translate(_PLAIN))
        offsets.extend(range(*word.span()))
    return "".join(pieces), offsets


def _parties(text: str) -> list[tuple[str, str | None, str | None, int, int]]:
    """Name, alias, role and place of each party."""
    end = len(text)
    between = _BETWEEN.search(text) or _LISTED.search(text)
    if not between:
        return []
    at = between.end() if between.re is _BETWEEN else between.start()
    found: list[tuple[str, str | None, str | None, int, int]] = []
    while at < end and len(found) < _MOST:
        filler = _FILLER.match(text, at, end)
        at = filler.end() if filler else at
        name = _name(text, at, end)
        if name is None or _NOT_NAME.match(text[slice(*name)]):
            break
        ends = _SENTENCE_ENDS.search(text, name[1], end)
        limit = ends.start() + 1 if ends and found else end
        close, alias, role, after = _described(text, name[1], limit)
        plain = text[slice(*name)].strip(" ,")
        known = {word.lower() for party in found for word in party[:2] if word}
        if plain.lower() not in known:
            found.append((plain, alias, role, *name))
        if not after:
            break
        at = close
    alone = len(found) == 1 and not (found[0][1] or _HAS_SUFFIX.search(found[0][0]))
    return [] if alone else found


def find_listed(text: str, *, start: int, end: int) -> tuple[Party, ...]:
    """The names with which the words from `start` to `end` begin: `A Corporation, B LLC and C Inc.`"""
    line, offsets = _one_line(text, start, end)
    found: list[Party] = []
    at = 0
    while (name := _name(line, at, len(line))) is not None and _HAS_SUFFIX.search(line[slice(*name)]):
        found.append(Party(line[slice(*name)], None, None, offsets[name[0]], offsets[name[1] - 1] + 1))
        link = _LIST_LINK.match(line, name[1])
        if link is None:
            break
        at = link.end()
    return tuple(found)


def find_signatories(text: str, *, start: int = 0, end: int | None = None) -> tuple[Party, ...]:
    """The companies that sign from `start` to `end` of `text`: the name that stands before each "By:".

    >>> [party.name for party in find_signatories("Dated: July 6, 2020 OAK CAPITAL, L.P. By: /s/ A Title: President ELM GP LLC By: /s/ B")]
    ['OAK CAPITAL, L.P.', 'ELM GP LLC']
    """
    line, offsets = _one_line(text, start, len(text) if end is None else end)
    found: dict[str, Party] = {}
    for mark in _BY.finditer(line):
        stop = mark.start()
        for begin in _CAPITAL.finditer(line, max(stop - 110, 0), stop):
            name = _name(line, begin.start(), stop, joined=True)
            words = line[slice(*name)] if name is not None else ""
            if name is None or line[name[1] : stop].strip(" ,:.") or " " not in words:
                continue
            if _HAS_SUFFIX.search(words) and not _SIGNS.search(words):
                party = Party(words, None, None, offsets[name[0]], offsets[name[1] - 1] + 1)
                found.setdefault(words.lower(), party)
                break
    return tuple(found.values())


def _name(text: str, start: int, end: int, *, joined: bool = False) -> tuple[int, int] | None:
    """The name that begins at `start`: capitalised words, then what says which kind of company it is."""
    article = re.compile(r"(?:the|The|THE) ").match(text, start, end)
    at = article.end() if article and article.group() != "The " else start
    first, close, comma, strong = at, at, False, False
    for _ in range(24):
        piece = _PIECE.match(text, at, end)
        if not piece or (at > first and text[at] != " "):
            break
        word = piece[1]
        suffix = _SUFFIX_WORD.fullmatch(word) is not None
        if at == first:
            if not _FIRST.match(word):
                return None
        elif word.startswith("("):
            following = _PIECE.match(text, piece.end(), end)
            if comma or strong or not following or not (following[1][0].isupper() or following[1][0] == "("):
                break
        elif (
            word == "AND"
            and (joined or article or text[first:close].count(" ") == 0)
            and _joins(text, piece.end(), end)
        ):
            pass
        elif not suffix and (
            comma
            or word in _STOPS
            or (strong and word != "of")
            or not (word in _SMALL or any(c.isupper() or c.isdigit() for c in word))
        ):
            break
        strong = word.lower().rstrip(".") in _STRONG
        close, comma, at = piece.end(1), piece[2] is not None, piece.end()
    name = text[first:close]
    trimmed = re.sub(r"(?: (?:of|the|de|for|in|and|&|a|-))+$", "", name)
    if (
        trimmed.endswith(".")
        and not _SUFFIX_WORD.fullmatch(trimmed.split()[-1])
        and not re.search(r"\b[A-Z]\.$", trimmed)
    ):
        trimmed = trimmed[:-1]
    return (first, first + len(trimmed)) if len(trimmed) > 1 else None


def _joins(text: str, start: int, end: int) -> bool:
    """Whether the words behind an "AND" still belong to the name: they end in what says which kind of company it is."""
    rest = re.compile(rf"(?: [A-Z][\w&'-]*){{1,4}},? {_SUFFIX}\b").match(text, start, end)
    return rest is not None


def _described(text: str, start: int, end: int) -> tuple[int, str | None, str | None, bool]:
    """Behind a name: where its description ends, its alias and role, and whether another party may follow."""
    alias: str | None = None
    role: str | None = None
    close = start
    if said := _AS.match(text, start, end):
        role, close = said[1], said.end()
    following = _next_party(text, close, end)
    stop = following[0] if following is not None else end
    for pattern in (_ALIAS, _HEREAFTER, _SINGLE):
        at = close
        while alias is None and (match := pattern.search(text, at, stop)):
            at = match.end()
            words = next(group for group in match.groups() if group)
            if _SHARED.search(match.group()) and not re.match(
                rf"\((?:the )?\"{re.escape(words)}", match.group()
            ):
                continue
            alias = words.strip(" ,.")
            close = match.end()
            if re.search(r"\bthe \"?\s?$", match.group()[: match.group().find(words)]) and role is None:
                role = alias
        if alias is not None:
            break
    if alias is not None and role is None and (said := _PLAYS.match(text, close, end)):
        role, close = said[1], said.end()
    if following is None:
        following = _next_party(text, close, end)
    return (following[1], alias, role, True) if following is not None else (close, alias, role, False)


def _next_party(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words end that belong to this party, and where the next one's name begins."""
    for link in _LINKS.finditer(text, start, end):
        name = _name(text, link.end(), end)
        if name is None or _NOT_NAME.match(text[slice(*name)]):
            continue
        behind = text[name[1] : name[1] + 60]
        if (
            _HAS_SUFFIX.search(text[slice(*name)])
            or re.match(r"\s?,?\s?\((?:[^()]{0,60})?[\"']", behind)
            or re.match(
                r",? (?:an?|AN?) (?!division)(?:[A-Z]|individual|corporation|company|limited|natural|\w+ (?:corporation|company|limited))",
                behind,
            )
            or re.match(
                r",? (?:having|with (?:its|offices|a principal|an? )|whose|located|a company|residing|organi[sz]ed|incorporated|hereinafter|\(hereinafter)",
                behind,
            )
        ):
            return link.start(), link.end()
    return None
