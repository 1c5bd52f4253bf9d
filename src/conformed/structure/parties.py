"""The parties as the opening names them: `Acme Networks, Inc., a Delaware corporation ("Acme")`.

Rules that this file must obey:

* The parties are those that stand behind "between"; where nothing says so, those of a list ("Party A: ..."), or those that the
  paper says how it will call ("hereinafter referred to as Party A").
* A party is followed by another where a link ("and", ";", "(2)") stands before a name that shows what it is: by its kind of
  company, its description, its short name, or its number in a numbered list.
* A party whose name is blacked out is passed over; the next is read all the same.
* Persons are known by "Mr.", "Ms." and the like; a label ("Party A:") is the short name of a party that has no other.
* Who acts for a party ("represented by its Director A. Ash", "A. Ash, acting on behalf of Alder Inc.") is none, nor is a word
  for what a party does ("between Owner and Contractor").
* Where no list is found at all, a name counts only with a short name of its own and a kind of company or a description
  (`find_described`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from conformed.model.document import Party
from conformed.structure.company_names import ends_in_kind, name_at
from conformed.structure.party_aliases import ROLES, alias_behind, aliased

__all__ = ["find_described", "find_listed", "find_parties", "one_line"]

_BETWEEN = re.compile(
    r"\b(?:by and (?:between|among(?:st)?)|by, (?:between|among)(?:,? and (?:between|among))?|(?:entered into|made|executed)(?: by(?: and)?(?= [A-Za-z]*[A-Z])|\b[^.;()]{0,60}?,? by(?-i:(?= [A-Z][\w.]* [A-Z])))|between|among(?:st)?)\b[\s:,-]*(?:and (?:between|among)\b)?",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:[\s,:;.●•·]|\bM/[sS]\.? |-{1,4}|\b(?:and|AND|And)\b|&|\"(?=[A-Z])|\bamong(?:st)?\b|\bbetween\b|\bby\b|\bthe following (?:\w+ )?(?:parties|persons)\b|\b[Pp]arties to this [Aa]greement\b"
    r"|\(\s?(?:\d{1,2}|[ivx]{1,4}|[a-hA-H])\s?\)|\b\d\.\s|\b(?:on|of|ON|OF) (?:the |THE )?(?:one|other|first|second|ONE|OTHER|FIRST|SECOND) (?:hand|part|HAND|PART)\b|"
    r"\bboth\b|\b[Pp]arty (?:A|B|C|D|1|2)(?: \([^()]{1,30}\))?\s?:|\(?\"?\s?Party (?:A|B)\s?\"?\)?|\bas \w+\b|\bthe undersigned,?|\bits affiliates?\b)+",
)
_LISTED = re.compile(
    r"\b(?i:party) (?:A|1)(?: \([^()]{1,30}\))?\s?:|\b(?:PARTIES|Parties):? (?=(?:\(1\)|1\.|\([aA]\)) [A-Z])"
)
_LABEL = re.compile(r" [Pp]arty [A-D1-4]\b")
_NUMBER = re.compile(r"\(\s?(?:1|a|A|i)\s?\)|\b1\.\s")
_NUMBERED = re.compile(r"(?:\(\s?(?:\d|[a-hA-H]|[ivx]{1,3})\s?\)|\b\d\.) $")
_SENTENCE_ENDS = re.compile(
    r"(?<=[a-z)\"\d])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)\.\s(?=[A-Z][a-z]+ (?!and |AND ))|\bWHEREAS\b|\bRECITALS\b|\bas an amendment to\b"
)
_LINKS = re.compile(
    r"(?<=[),;.:\w\"'])\s?[,;]?\s(?:and|And|AND|(?<=[)\"] )&|- and -|-- AND --)\s?:?,?\s?(?:between |among |by |its (?:wholly[- ]owned )?(?:subsidiary|affiliate|parent),? |\(\w{1,3}\) |\d\. |● )?(?=[\w])"
    r"|(?<=[);])\s?[,;]?\s(?:\(\w{1,3}\) |\d\. |● )?(?=[A-Z])|[;,.] \((?:\d|[a-h]|[ivx]{1,3})\) (?=\w)"
    r"|(?<=[\w\"] -) (?:and|And|AND) (?=[A-Z])|,? in favou?r of (?=[A-Z])|, (?=(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z])"
    r"|\b[Pp]arty [A-D1-4](?: \([^()]{1,30}\))?\s?:\s?(?=\w)"
    r"|(?<=[a-z]), (?=(?:[A-Z][A-Za-z&'-]+,? ){1,6}(?:Inc|INC|Corp|Corporation|CORPORATION|LLC|Ltd|Limited|LIMITED|L\.P|LP|GmbH|AG|PLC|plc|N\.A|National Association)\.?(?: \((?:the )?\"|, as (?:the )?[A-Z]))"
)
_PERSON = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]")
_FOR_THE_POST = re.compile(
    r"\b(?:[Aa]ttention|ATTENTION|[Aa]ttn|ATTN|c/o|[Cc]ontact|[Tt]elephone)\b[^;]{0,60}$"
)
_BLACKED_OUT = re.compile(r"(?:\[ ?(?:\*|●|•|_|REDACTED|Redacted|redacted)[^\[\]]{0,40}\]|\*{3,})")
_CALLED_PARTY = re.compile(r"\b[Pp]arty (?P<letter>[A-D1-4])\s?(?:\([^()]{1,30}\)\s?)?:\s?$")
_LISTED_ON = re.compile(r"\blisted (?:on|in)\b[^.;()]*$")
_DESCRIBED = re.compile(
    r",? (?:an?|AN?) (?!division)(?:[A-Z]|individual|corporation|company|limited|natural|body|bank|trust|public|private|\w+ (?:corporation|company|limited|person|trust|bank|association))"
    r"|,? (?:having|with (?:its|offices|a principal|a place|an? )|whose|located|an? company|residing|resident|organi[sz]ed|incorporated|hereinafter|\([Hh]ereinafter|acting (?:by|through|as)|represented by|[Rr]egistration (?:[Nn]o|[Nn]umber)|as (?:trustee|agent|administrative agent))"
    r"| \d[\w #.,/'-]{5,140} \((?:the |[Hh]ereinafter )?\""
    r"|\s?,?\s?\((?:[^()]{0,60})?[\"']|(?:, [A-Z][\w.]+){1,3},? \((?:the|[Hh]ereinafter)"
)
_ACTS = re.compile(
    r"\b(?:represented|acting|signed) (?:herein )?(?:by|through)\b|\b(?:by|through) its\b[^;\"]{0,60}$"
)
_FOR_ANOTHER = re.compile(
    r",? (?:acting )?(?:for and |in the name (?:of )?and )?on behalf(?: and in (?:the )?(?:name|representation))? of (?:the )?(?=[A-Z])"
)
_ENDS_HERE = re.compile(
    r"\s?(?:$|\.(?: |$)|;|, (?=[a-z(])|,? (?:on|dated|effective|as of|hereby|agree|enter|who|with respect|each|both|relating|is made|for the purpose)\b)"
)
_CALLED = re.compile(
    r",? ?\(?(?:herein(?:after)?|hereafter) (?:referred to as|called|known as|named) (?:the )?\"?(?P<alias>[A-Z][\w-]*(?: [A-Z1-4]\b)?)\"?\)?"
)
_BEFORE_NAME = re.compile(r"(?:[:;]|\d\.|\band|\bthe|\bbetween|\bPREAMBLE|\bPARTIES) $")
_NOT_NAME = re.compile(
    r"^(?:(?:Between|BETWEEN|Among|AMONG|By|BY|This|THIS)\b.*|(?:Exchange Commission|This|The Agreement|Agreement|Party|Parties|PARTIES|WHEREAS|RECITALS|Section|Article|Effective|Date|Exhibit|NOW|Each|It|In|As|For|All|Whereas|Source|Page|Corporation|Company|Principal|LIABILITY|and|You|Your|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|\d{1,4}|State|County|Delaware|New York|California|United States|WITNESSES|(?:AGREED|Agreed|OPERATIVE|Operative) (?:TERMS|Terms|PROVISIONS|Provisions)|BACKGROUND|Background|(?:DEFINITIONS|Definitions|INTERPRETATION|Interpretation)(?: (?:AND|and) .*)?)\b|(?:AN?|An?)(?: [A-Z][\w.]+){1,4}|.* \d{5}|[A-Z\d]{2,4} \d[\w.]{2,3})$"
)
_TITLED = re.compile(
    r"\b(?:AGREEMENT|Agreement|CONTRACT|Contract|AMENDMENT|Amendment|EXHIBIT|Exhibit|LETTER|LEASE|DEED|NOTE|Gentlemen|Dear|Act|Commission|Exchange|Stock|Plan)\b"
)
_AND_ANOTHER = re.compile(r"(?:, |,? and )(?=[A-Z])")
_TITLE_ENDS = re.compile(r"\b(?:AGREEMENT|Agreement|CONTRACT|Contract|AMENDMENT|LEASE|DEED)\b[^a-z]{0,12} $")
_BELONGS = re.compile(r"\b(?:(?<!order )of|under|with the|by|from|for|in|as|an?|including)(?: the)? $")
_WITHIN = re.compile(r"(?:[A-Z0-9][\w.'-]*|&),? (?:[&-] )?$")
_STATED = re.compile(
    r"\s?(?:\(|,? (?:an?|having|with|whose|not individually|d/b/a|doing business|formerly|located|organi[sz]ed|incorporated|acting|the|in its)\b|, (?=\())"
)
_PLAIN = str.maketrans("“”„‟″«»‘’‚‛′–—", '"' * 7 + "'" * 5 + "--")
_LIST_LINK = re.compile(r"(?:,? and |, )(?:each |both )?")
_CAPITAL = re.compile(r"(?<![\w.,&'-])(?<!, )[A-Z]")
_WORD = re.compile(r"(?<![\w.&'-])[A-Z]")
_BODY = re.compile(
    r"\b(?:WHEREAS|RECITALS?|BACKGROUND|WITNESSETH|agrees? as follows|as follows:)|\s(?:1|I|A)[.)]\s(?=[A-Z(])"
)
_MOST = 16
_REACH = 12_000
_TRIES = 4
_HEAD = 4_000

_Found = tuple[str, str | None, str | None, int, int]


def find_parties(text: str, *, start: int = 0, end: int | None = None) -> tuple[Party, ...]:
    r"""The parties that the words from `start` to `end` of `text` name, as the opening of an agreement does.

    >>> text = 'by and between Acme Networks, Inc., a Delaware corporation ("Acme"),\nand Bolt LLC (the "Customer").'
    >>> [(party.name, party.alias, party.role) for party in find_parties(text)]
    [('Acme Networks, Inc.', 'Acme', None), ('Bolt LLC', 'Customer', 'Customer')]
    """
    line, offsets = one_line(text, start, min(len(text) if end is None else end, start + _REACH))
    return _placed(_behind_between(line), offsets)


def find_described(text: str, *, start: int = 0, end: int | None = None) -> tuple[Party, ...]:
    """The parties of an opening that says nothing like "between", such as a letter: names with a short name of their own.

    >>> text = 'Dear Sirs: Acme, Inc., a Texas corporation ("Acme"), hereby confirms its agreement with Bolt LLC ("Bolt").'
    >>> [(party.name, party.alias) for party in find_described(text)]
    [('Acme, Inc.', 'Acme'), ('Bolt LLC', 'Bolt')]
    """
    line, offsets = one_line(text, start, min(len(text) if end is None else end, start + _HEAD))
    body = _BODY.search(line)
    stop = body.start() if body else len(line)
    listed, called = _numbered_letters(line), _called(line)
    for found in (called, listed):
        if len(found) > 1:
            return _placed(found, offsets)

    def fresh(at: int) -> bool:
        return at == 0 or text.count("\n", offsets[at - 2], offsets[at]) > 1

    return _placed(_described(line, stop, fresh), offsets)


def find_listed(text: str, *, start: int, end: int) -> tuple[Party, ...]:
    """The names with which the words from `start` to `end` begin: `A Corporation, B LLC and C Inc.`"""
    line, offsets = one_line(text, start, end)
    found: list[_Found] = []
    at = 0
    while (name := name_at(line, at, len(line))) is not None and ends_in_kind(line[slice(*name)]):
        found.append((line[slice(*name)], None, None, *name))
        link = _LIST_LINK.match(line, name[1])
        if link is None:
            break
        at = link.end()
    return _placed(found, offsets)


def one_line(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """The words on one line with plain quotation marks, and where each of its characters stands."""
    pieces: list[str] = []
    offsets: list[int] = []
    for word in _SOLID.finditer(text, start, end):
        if len(word.group()) > 1 and not word.group().strip("-="):
            continue
        if pieces:
            pieces.append(" ")
            offsets.append(word.start() - 1)
        plain = word.group().translate(_PLAIN)
        places = list(range(*word.span()))
        while (twice := plain.find("''")) >= 0:
            plain = f'{plain[:twice]}"{plain[twice + 2 :]}'
            del places[twice + 1]
        pieces.append(plain)
        offsets.extend(places)
    return "".join(pieces), offsets


_SOLID = re.compile(r"\S+")


def _placed(found: list[_Found], offsets: list[int]) -> tuple[Party, ...]:
    return tuple(
        Party(name, alias, role, offsets[first], offsets[last - 1] + 1)
        for name, alias, role, first, last in found
    )


def _behind_between(text: str) -> list[_Found]:
    """Name, alias, role and place of each party that stands behind "between", or in a list."""
    first: list[_Found] = []
    for count, between in enumerate(_BETWEEN.finditer(text)):
        found = _list_from(text, between.end())
        if len(found) > 1 and (count == 0 or all(alias or ends_in_kind(name) for name, alias, *_ in found)):
            return found
        first = first or found
        if count == _TRIES:
            break
    if not first:
        for found in (_numbered_letters(text), _called(text)):
            if len(found) > 1:
                return found
    return first


def _numbered_letters(text: str) -> list[_Found]:
    """The parties of a list: `Party A: Alder Co., Ltd. Party B: Birch LLC`."""
    listed = _LISTED.search(text)
    again = _LISTED.search(text, listed.end()) if listed else None
    if listed is None:
        return []
    start = listed.start() if listed.group().endswith(":") else listed.end()
    return _list_from(text[: again.start()] if again else text, start)


def _list_from(text: str, start: int) -> list[_Found]:
    """The parties of the list that begins at `start`, one after the other."""
    end, at = len(text), start
    numbered = False
    found: list[_Found] = []
    for _ in range(2 * _MOST):
        if at >= end or len(found) == _MOST:
            break
        filler = _FILLER.match(text, at, end)
        if filler is not None:
            numbered = numbered or (not found and _NUMBER.search(filler.group()) is not None)
            at = filler.end()
        name = _name(text, at, end, joined=bool(found))
        if name is None:
            blank = None if found else _BLACKED_OUT.match(text, at, end)
            behind = _next_party(text, blank.end(), end, numbered=numbered) if blank else None
            if behind is None:
                break
            at = behind[1]
            continue
        acted = _FOR_ANOTHER.match(text, name[1], end)
        other = _name(text, acted.end(), end) if acted else None
        name = other if other is not None and ends_in_kind(text[slice(*other)]) else name
        ends = _SENTENCE_ENDS.search(text, name[1], end)
        limit = ends.start() + 1 if ends and found else end
        following = _next_party(text, name[1], limit, numbered=numbered)
        said = aliased(text, name[1], following[0] if following else limit, name=text[slice(*name)])
        if following is None or following[1] < said.end:
            following = _next_party(text, said.end, limit, numbered=numbered)
        known = {word.lower() for party in found for word in party[:2] if word}
        plain = text[slice(*name)].strip(" ,")
        if plain.lower() not in known:
            label = _CALLED_PARTY.search(text, max(at - 50, start - 50, 0), at)
            alias = said.alias or (f"Party {label['letter']}" if label else None)
            found.append((plain, alias, said.role, *name))
        if following is None:
            break
        at = following[1]
    found = _joined(text, [party for party in found if party[1] or party[0].lower() not in ROLES])
    alone = len(found) == 1 and not (found[0][1] or ends_in_kind(found[0][0]))
    return [] if alone else found


def _name(text: str, at: int, end: int, *, joined: bool = False) -> tuple[int, int] | None:
    """The name of a party that begins at `at`, or None where there is none.

    One word of it is joined with what follows behind "and", where a list goes on (`joined`): `Ash and Elm Company Limited`.
    """
    label = _LABEL.search(text, at, min(at + 200, end))
    end = label.start() if label else end
    name = name_at(text, at, end)
    if joined and name is not None and " " not in text[slice(*name)] and text.startswith(" and ", name[1]):
        both = name_at(text, at, end, joined=True)
        name = both if both is not None and ends_in_kind(text[slice(*both)]) else name
    return None if name is None or _NOT_NAME.match(text[slice(*name)]) else name


def _joined(text: str, found: list[_Found]) -> list[_Found]:
    """The parties, two of them made one where a third shows that their "and" belongs to a name: `Ash and Elm Corp., and Oak LLC`."""
    if len(found) < 3:
        return found
    one, two = found[0], found[1]
    if one[1] or ends_in_kind(one[0]) or text[one[4] : two[3]] != " and " or not ends_in_kind(two[0]):
        return found
    return [(f"{one[0]} and {two[0]}", two[1], two[2], one[3], two[4]), *found[2:]]


def _next_party(text: str, start: int, end: int, *, numbered: bool) -> tuple[int, int] | None:
    """Where the words end that belong to this party, and where the next one's name begins."""
    for link in _LINKS.finditer(text, start, end):
        name = _name(text, link.end(), end, joined=True)
        if name is None or _LISTED_ON.search(text, max(start, link.start() - 120), link.end()):
            continue
        words = text[slice(*name)]
        if ends_in_kind(words):
            return link.start(), link.end()
        acts = _ACTS.search(text, max(start, link.start() - 200), link.start())
        if acts and '"' not in text[acts.end() : link.start()]:
            continue
        if _PERSON.match(words):
            if _FOR_THE_POST.search(text, max(start, link.start() - 80), link.end()):
                continue
            return link.start(), link.end()
        two = " " in words and words.lower() not in ROLES
        in_list = numbered and two and _NUMBERED.search(text, max(0, link.end() - 5), link.end())
        direct = two and link.start() == start and _ENDS_HERE.match(text, name[1])
        if in_list or direct or _DESCRIBED.match(text, name[1]):
            return link.start(), link.end()
    return None


def _called(text: str) -> list[_Found]:
    """The names before "hereinafter referred to as Party A", where there are two or more."""
    found: list[_Found] = []
    for mark in _CALLED.finditer(text):
        stop, alias = mark.start(), mark["alias"]
        for begin in _CAPITAL.finditer(text, max(stop - 110, 0), stop):
            name = name_at(text, begin.start(), stop, joined=True)
            if name is None or text[name[1] : stop].strip(" ,"):
                continue
            if _BEFORE_NAME.search(text, max(begin.start() - 12, 0), begin.start()):
                role = alias if alias.lower() in ROLES else None
                found.append((text[slice(*name)], alias, role, *name))
                break
    return found[:_MOST] if len(found) > 1 else []


def _described(text: str, stop: int, fresh: Callable[[int], bool]) -> list[_Found]:
    """The names up to `stop` that have a short name of their own, with those that are linked to them.

    `fresh` says whether a line begins at an offset.
    """
    found: list[_Found] = []
    at = turns = 0
    for begin in _WORD.finditer(text, 0, stop):
        start = begin.start()
        if start < at:
            continue
        lead = text[max(start - 40, 0) : start]
        opens = fresh(start) or lead.endswith((". ", ": ")) or _TITLE_ENDS.search(lead) is not None
        if _BELONGS.search(lead) or (_WITHIN.search(lead) and not opens):
            continue
        name = _name(text, start, stop)
        if name is None or not _is_described(text, name, stop, opens=opens):
            continue
        ends = _SENTENCE_ENDS.search(text, name[1], stop)
        if found and (stopped := _SENTENCE_ENDS.search(text, at, start + 40)) and stopped.start() < start:
            break
        listed = _list_from(text[: ends.start() + 1 if ends else stop], start)
        if (turns := turns + 1) > _MOST:
            break
        known = {party[0].lower() for party in found}
        found.extend(party for party in listed if party[0].lower() not in known)
        at = max((party[4] for party in listed), default=name[1])
    return found[:_MOST]


def _is_described(text: str, name: tuple[int, int], stop: int, *, opens: bool) -> bool:
    """Whether a name is a party's: it has a short name of its own behind it, and shows a kind of company, a role or, where it
    opens a sentence, a description.
    """
    words = text[slice(*name)]
    alias = alias_behind(text, name[1], min(name[1] + 400, stop))
    if alias is None or _TITLED.search(words):
        return False
    if not _STATED.match(text, name[1]) and not (ends_in_kind(words) and _AND_ANOTHER.match(text, name[1])):
        return False
    if _SENTENCE_ENDS.search(text, name[1], alias[1]):
        return False
    person = alias[0].lower() in ROLES and 1 <= words.count(" ") <= 3 and alias[1] - name[1] < 12
    told = (
        opens and text[name[1] : name[1] + 2].strip() != "(" and _DESCRIBED.match(text, name[1]) is not None
    )
    return ends_in_kind(words) or person or told
