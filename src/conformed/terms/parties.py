"""The parties as the opening names them: `Acme Networks, Inc., a Delaware corporation ("Acme")`.

Rules that this file must obey:

* A name ends where its description begins ("a Delaware corporation", "having its principal office at") or its alias opens.
* An alias belongs to the name before it, unless another name stands between them.
* Words that stand for several parties at once ("collectively, the "Parties"") are nobody's alias.
"""

from __future__ import annotations

import re

from conformed.model.document import Party
from conformed.model.term import Term
from conformed.terms.opening import Opening
from conformed.terms.words import Words

__all__ = ["parties", "parties_between"]

_SUFFIX = (
    r"(?:Inc|INC|Incorporated|INCORPORATED|Corp|CORP|Corporation|CORPORATION|Company|COMPANY|Co|CO|LLC|L\.L\.C|L\.L\.C|Ltd|LTD|Limited|LIMITED|Ltda|LTDA|LP|L\.P|LLP|L\.L\.P|"
    r"PLC|plc|Plc|P\.L\.C|N\.A|NA|S\.A\.?R\.?L|S\.A\.S|S\.A|SA|A\.G|AG|GmbH|GMBH|B\.V|BV|N\.V|NV|S\.p\.A|S\.P\.A|SpA|AB|Oy|OY|K\.K|KK|AS|A/S|Pty|PTY|\(?Pty\)? Ltd|Pte|PTE|S\. ?de R\.L\. de C\.V|"
    r"P\.C|PC|PLLC|Esq|Jr|Sr|Trust|TRUST|Bank|BANK|F\.S\.B|FSB|Sdn|Bhd|SE|KG|Kft|s\.r\.o|d\.o\.o)"
)
_WORD = r"(?:[A-Z0-9][^\s,;:()\"]*|&|of|the|de|du|des|del|di|da|la|le|for|van|von|der|y|e|do|dba|d/b/a|a/k/a|f/k/a|in)"
_NAME = re.compile(
    rf"(?:The |THE )?[A-Z0-9][^\s,;:()\"]*(?: (?!(?:AND|A|AN|WITH|HAVING|WHOSE|BETWEEN|LOCATED|ORGANIZED|HEREINAFTER|ON BEHALF)\b){_WORD})*"
    rf"(?: \([A-Z][\w .&-]{{1,30}}\)(?= (?:{_SUFFIX}|[A-Z])\b)(?: {_WORD})*)?"
    rf"(?:,? {_SUFFIX}\b\.?)*"
)
_HAS_SUFFIX = re.compile(rf"(?<![\w.]){_SUFFIX}\.?$|\b(?:University|Institute|Association|Foundation|Partners|Partnership|Fund|Funds|Group|Authority|Government|City of \w+)\b")
_ALIAS = re.compile(r"\((?:[^()\"]|\([^()]{0,80}\)){0,160}?\"\s?([^\"]{1,80}?)[,.]?\s?\"(?:[^()]|\([^()]{0,80}\)){0,200}\)")
_SINGLE = re.compile(r"\((?:[^()']{0,60} |)'([^']{1,60})'[^()]{0,60}\)|\((?:hereinafter |herein )?(?:called |referred to as |collectively )*(?:the )?([A-Z][\w& -]{1,30})\)")
_HEREAFTER = re.compile(
    r"(?:herein(?:after)?|hereafter|also)?,? ?\(?(?:sometimes )?(?:referred to|called|known|defined|designated)(?: (?:herein|hereinafter|individually|collectively))*(?: as)? (?:the )?\"([^\"]{1,60}?)[,.]?\""
    r"|,? (?:herein(?:after)?|hereafter) (?:the )?\"([^\"]{1,60}?)[,.]?\"|(?<=[\w.]),? (?:the )?[\"']([A-Z][^\"']{1,40}?)[,.]?[\"']",
)
_SHARED = re.compile(r"\b(?:collectively|together|each an?|individually|both|the parties|\"part(?:y|ies)\")\b|\"(?:the )?part(?:y|ies)\"", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:by and (?:between|among(?:st)?)|by, (?:between|among)(?:,? and (?:between|among))?|between|among(?:st)?|BETWEEN|AMONG(?:ST)?)\b[\s:,-]*(?:and (?:between|among)\b)?", re.IGNORECASE)
_FILLER = re.compile(
    r"(?:[\s,:;.]|-{1,4}|\band\b|\bAND\b|&|\bamong(?:st)?\b|\bbetween\b|\bby\b|\bthe following (?:parties|persons)\b|\(\s?(?:\d{1,2}|[ivx]{1,4}|[a-hA-H])\s?\)|\b\d\.\s|\bon (?:the )?(?:one|other|first|second) (?:hand|part)\b|"
    r"\bof (?:the )?(?:one|other|first|second) (?:hand|part)\b|\bboth\b|\bParty (?:A|B|1|2)\s?:|\(?\"?\s?Party (?:A|B)\s?\"?\)?|\bas \w+\b|\bthe undersigned\b|\bits affiliates?\b)+",
)
_AS = re.compile(r",? (?:as|AS) (?:the )?([A-Z][\w -]{2,30}?)(?=,| and\b| AND\b|\(|$)")
_NOT_NAME = re.compile(
    r"^(?:This|The Agreement|Agreement|Party|Parties|WHEREAS|RECITALS|Section|Article|Effective|Date|Exhibit|NOW|Each|It|In|As|For|All|Whereas|Source|Page|and|You|Your|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|\d{1,4}|State|County|Delaware|New York|California|United States)\b$"
)
_LEAST, _MOST = 2, 12


def parties(words: Words, opening: Opening | None) -> Term | None:
    """The parties, in the order named: those of the opening, else those that the paper's structure shows."""
    found: tuple[Party, ...] = ()
    if opening is not None:
        found = parties_between(words, opening.start, opening.end)
    if not found:
        return None
    value = tuple({"name": party.name, "alias": party.alias, "role": party.role} for party in found)
    return words.term("parties", value, words.at(found[0].start), words.at(found[-1].end - 1) + 1)


def parties_between(words: Words, start: int, end: int) -> tuple[Party, ...]:
    """The parties that the opening names."""
    text = words.text
    between = _BETWEEN.search(text, start, end)
    if not between:
        return ()
    at = between.end()
    found: list[Party] = []
    while at < end and len(found) < _MOST:
        filler = _FILLER.match(text, at, end)
        at = filler.end() if filler else at
        name = _NAME.match(text, at, end)
        if not name or _NOT_NAME.match(name.group()):
            break
        name_end = _name_end(text, name)
        close, alias, role, after = _described(text, name_end, end)
        plain = text[name.start() : name_end].strip(" ,")
        raw = words.span(name.start(), name_end)
        found.append(Party(plain, alias, role, *raw))
        if not after:
            break
        at = close
    return tuple(found) if len(found) >= _LEAST else ()


def _name_end(text: str, name: re.Match[str]) -> int:
    end = name.end()
    while (more := re.compile(rf",? {_SUFFIX}\b\.?").match(text, end)) is not None:
        end = more.end()
    trimmed = re.sub(r"(?: (?:of|the|de|for|in|and|&|a))+$", "", text[name.start() : end])
    return name.start() + len(trimmed)


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
            if _SHARED.search(match.group()) and not re.match(rf"\((?:the )?\"{re.escape(words)}", match.group()):
                continue
            alias = words.strip(" ,.")
            close = match.end()
            if re.search(r"\bthe \"?\s?$", match.group()[: match.group().find(words)]) and role is None:
                role = alias
        if alias is not None:
            break
    if limit is None:
        limit = _next_party(text, close, end)
    return (limit, alias, role, True) if limit is not None else (close, alias, role, False)


def _next_party(text: str, start: int, end: int) -> int | None:
    """Where the next party's name begins, behind an "and" or a closing bracket."""
    for link in re.compile(r"(?:[),;.:\w\"']|\bAND)\s?[,;]?\s(?:and|AND|&|- and -|-- AND --)\s?:?,?\s?(?:between |among |by |\(\w{1,3}\) |\d\. )?(?=[A-Z0-9])|\)\s?[,;]\s(?:\(\w{1,3}\) )?(?=[A-Z])|[;,.] \((?:\d|[a-h]|[ivx]{1,3})\) (?=[A-Z])").finditer(text, start, end):
        name = _NAME.match(text, link.end(), end)
        if not name or _NOT_NAME.match(name.group()):
            continue
        behind = text[_name_end(text, name) : _name_end(text, name) + 60]
        if (
            _HAS_SUFFIX.search(name.group())
            or re.match(r"\s?,?\s?\((?:[^()]{0,60})?[\"']", behind)
            or re.match(r",? (?:an?|AN?) (?!division)(?:[A-Z]|individual|corporation|company|limited|natural|\w+ (?:corporation|company|limited))", behind)
            or re.match(r",? (?:having|with (?:its|offices|a principal|an? )|whose|located|a company|residing|organi[sz]ed|incorporated|hereinafter|\(hereinafter)", behind)
        ):
            return link.end()
    return None
