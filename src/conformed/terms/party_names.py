"""The parties as the opening names them: `Acme Networks, Inc., a Delaware corporation ("Acme")`.

Rules that this file must obey:

* A name ends where its description begins ("a Delaware corporation", "having its principal office at") or its alias opens.
* An alias belongs to the name before it, unless another name stands between them.
* Words that stand for several parties at once ("collectively, the "Parties"") are nobody's alias.
"""

from __future__ import annotations

import re

from conformed.model.document import Party

__all__ = ["find_parties"]

_SUFFIX = (
    r"(?:Inc|INC|Incorporated|INCORPORATED|Corp|CORP|Corporation|CORPORATION|Company|COMPANY|Co|CO|LLC|L\.L\.C|L\.L\.C|Ltd|LTD|Limited|LIMITED|Ltda|LTDA|LP|L\.P|LLP|L\.L\.P|"
    r"PLC|plc|Plc|P\.L\.C|N\.A|NA|S\.A\.?R\.?L|S\.A\.S|S\.A|SA|A\.G|AG|GmbH|GMBH|B\.V|BV|N\.V|NV|S\.p\.A|S\.P\.A|SpA|AB|Oy|OY|K\.K|KK|AS|A/S|Pty|PTY|\(?Pty\)? Ltd|Pte|PTE|S\. ?de R\.L\. de C\.V|"
    r"P\.C|PC|PLLC|Esq|Jr|Sr|Trust|TRUST|Bank|BANK|F\.S\.B|FSB|Sdn|Bhd|SE|KG|Kft|s\.r\.o|d\.o\.o)"
)
_SUFFIX_WORD = re.compile(rf"{_SUFFIX}\.?")
_STRONG = frozenset(
    "inc incorporated corp corporation llc l.l.c ltd limited lp l.p llp l.l.p plc p.l.c n.a s.a gmbh b.v n.v ag a.g s.p.a pty s.a.r.l sarl company".split()
)
_SMALL = frozenset(
    "& of the de du des del di da la le for van von der y e do dba d/b/a a/k/a f/k/a in - / +".split()
)
_STOPS = frozenset(
    "AND A AN WITH HAVING WHOSE BETWEEN LOCATED ORGANIZED HEREINAFTER Hereinafter OF THE".split()
)
_PIECE = re.compile(r" ?(\([A-Z][\w .&-]{0,30}\)|[^\s,;:()\"]+)(,(?= ))?")
_FIRST = re.compile(r"[A-Z0-9]|[a-z][\w-]*(?:\.com\b|[A-Z])")
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
    r"\b(?:by and (?:between|among(?:st)?)|by, (?:between|among)(?:,? and (?:between|among))?|between|among(?:st)?|BETWEEN|AMONG(?:ST)?)\b[\s:,-]*(?:and (?:between|among)\b)?",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:[\s,:;.]|-{1,4}|\band\b|\bAND\b|&|\bamong(?:st)?\b|\bbetween\b|\bby\b|\bthe following (?:parties|persons)\b|\(\s?(?:\d{1,2}|[ivx]{1,4}|[a-hA-H])\s?\)|\b\d\.\s|\bon (?:the )?(?:one|other|first|second) (?:hand|part)\b|"
    r"\bof (?:the )?(?:one|other|first|second) (?:hand|part)\b|\bboth\b|\bParty (?:A|B|1|2)\s?:|\(?\"?\s?Party (?:A|B)\s?\"?\)?|\bas \w+\b|\bthe undersigned\b|\bits affiliates?\b)+",
)
_AS = re.compile(r",? (?:as|AS) (?:the )?([A-Z][\w -]{2,30}?)(?=,| and\b| AND\b|\(|$)")
_PLAYS = re.compile(r",? as (?:the )?([a-z]{3,20})(?=[,;.]| and\b)")
_NOT_NAME = re.compile(
    r"^(?:This|The Agreement|Agreement|Party|Parties|WHEREAS|RECITALS|Section|Article|Effective|Date|Exhibit|NOW|Each|It|In|As|For|All|Whereas|Source|Page|and|You|Your|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|\d{1,4}|State|County|Delaware|New York|California|United States)\b$"
)
_PLAIN = str.maketrans("“”„‟″‘‚‛′’–—", "\"\"\"\"\"'''''--")
_LEAST, _MOST = 2, 12


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
        if pieces:
            pieces.append(" ")
            offsets.append(word.start() - 1)
        pieces.append(word.group().translate(_PLAIN))
        offsets.extend(range(*word.span()))
    return "".join(pieces), offsets


def _parties(text: str) -> list[tuple[str, str | None, str | None, int, int]]:
    """Name, alias, role and place of each party."""
    end = len(text)
    between = _BETWEEN.search(text)
    if not between:
        return []
    at = between.end()
    found: list[tuple[str, str | None, str | None, int, int]] = []
    while at < end and len(found) < _MOST:
        filler = _FILLER.match(text, at, end)
        at = filler.end() if filler else at
        name = _name(text, at, end)
        if name is None or _NOT_NAME.match(text[slice(*name)]):
            break
        close, alias, role, after = _described(text, name[1], end)
        plain = text[slice(*name)].strip(" ,")
        found.append((plain, alias, role, *name))
        if not after:
            break
        at = close
    return found if len(found) >= _LEAST else []


def _name(text: str, start: int, end: int) -> tuple[int, int] | None:
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


def _described(text: str, start: int, end: int) -> tuple[int, str | None, str | None, bool]:
    """Behind a name: where its description ends, its alias and role, and whether another party may follow."""
    alias: str | None = None
    role: str | None = None
    close = start
    if said := _AS.match(text, start, end):
        role, close = said[1], said.end()
    limit = _next_party(text, close, end)
    stop = limit if limit is not None else end
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
    if limit is None:
        limit = _next_party(text, close, end)
    return (limit, alias, role, True) if limit is not None else (close, alias, role, False)


def _next_party(text: str, start: int, end: int) -> int | None:
    """Where the next party's name begins, behind an "and" or a closing bracket."""
    for link in re.compile(
        r"(?:[),;.:\w\"']|\bAND)\s?[,;]?\s(?:and|AND|&|- and -|-- AND --)\s?:?,?\s?(?:between |among |by |\(\w{1,3}\) |\d\. )?(?=[\w])|\)\s?[,;]\s(?:\(\w{1,3}\) )?(?=\w)|[;,.] \((?:\d|[a-h]|[ivx]{1,3})\) (?=\w)"
    ).finditer(text, start, end):
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
            return link.end()
    return None
