"""Defined terms: entries of a list, definitions in a sentence, and definitions in place.

Rules that this file must obey:

* A definition says that it is one: the term is quoted (or stands in capitals, or begins a labelled entry) and "means"
  follows, or it stands quoted in parentheses behind the words it names.
* The span of an entry runs to the next entry, or to the end of the provision it stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from conformed.model.document import Definition, Provision
from conformed.structure.layout import Line

__all__ = ["definitions_of"]

_MEANS = (
    r"(?:,?[ ]?\([^()]{0,80}\)|,?\s(?:as\s+used\s+(?:herein|in\s+this\s+\w+)|with\s+respect\s+to[^.;\"“]{0,80}|when\s+used[^.;\"“]{0,60}),?)?"
    r"[\s,:]{0,40}(?:(?:shall|will|is\s+intended\s+to)\s+)?(?:each\s+)?(?:means?\b|mean,?\b|ha(?:s|ve)\s+the\s+(?:respective\s+)?meanings?\b|include[s]?\b|refers?\s+to\b|is\s+defined\b|are\s+defined\b|is\s+the\b|denotes?\b|be\s+deemed\s+to\s+mean\b)"
)
_QUOTED = re.compile(
    rf"[\"“]\s{{0,4}}(?P<term>[^\"“”\n]{{1,90}}?(?:\n[^\"“”\n]{{1,60}}?)?)\s{{0,4}},?[\"”](?:,?\s{{1,12}}(?:and|or)?\s?[\"“][^\"“”\n]{{1,60}}[\"”]){{0,3}}{_MEANS}"
)
_SINGLE = re.compile(rf"(?<![\w])['‘]\s{{0,4}}(?P<term>[A-Z][^'‘’\"\n]{{0,80}}?)\s{{0,4}}['’]{_MEANS}")
_IN_PLACE = re.compile(
    r"\((?:[^()\"“]{0,240}?)[\"“]\s{0,4}(?P<term>[A-Z][^\"“”()]{0,80}?)\s{0,4},?[\"”](?:\s+(?:or|and)\s+(?:the\s+)?[\"“]\s{0,4}(?P<other>[A-Z][^\"“”()]{0,60}?)\s{0,4}[\"”])?[^()\"“”]{0,60}\)"
)
_SINGLE_IN_PLACE = re.compile(
    r"\((?:the\s+|each\s+an?\s+|together,?\s+the\s+)?['‘](?P<term>[A-Z][\w &/-]{0,50})['’]\)"
)
_BARE = re.compile(
    r"(?P<term>[A-Z][\w&/-]*(?:[ ](?:[A-Z][\w&/-]*|of|and|the|for|to)){0,6})[ ](?:shall[ ])?means?\b(?![ ](?:of|to|by))"
)
_OTHER = re.compile(r"\b(?:and|or)[ ]?\s?[\"“]\s{0,4}(?P<term>[^\"“”\n]{1,60}?)\s{0,4}[\"”]")
_UNQUOTED = re.compile(
    r"(?P<term>[A-Z][\w&/-]*(?:[ ](?:[A-Z][\w&/-]*|of|and|the|for|to|or)){0,6})[ ]{1,4}"
    r"(?:(?:shall[ ])?means?\b(?![ ](?:of|to|by))|has[ ]the[ ]meaning\b)"
)
_IS = re.compile(
    r"[\"“](?P<term>[A-Z][^\"“”\n]{1,90}?)[\"”],?[ ]{1,4}(?:is|are)\b"
    r"(?![ ]{1,4}(?:hereby|deleted|amended|replaced|changed|added|inserted|substituted|revised|restated|struck|removed|to[ ]be)\b)"
)
_COLON = re.compile(
    r"[*_]{0,2}(?P<term>[A-Z][\w&/'’-]*(?:[ ](?:[A-Z0-9][\w&/'’-]*|of|and|the|for|to|or|in)){0,7})[*_]{0,2}[ ]?:[*_]{0,2}(?=\s)"
)
_PLAIN_IN_PLACE = re.compile(
    r"\((?:the )?(?P<term>(?!Part|Section|Clause|Schedule|Annex|Appendix|Exhibit|Article|Limited)[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){0,3})\)"
)
_COLUMNS = re.compile(r"[\"“](?P<term>[A-Z][^\"“”\n]{0,60})[\"”][ \t]{2,60}(?=\S)")
"""A term in a column of its own, its meaning in the next."""
_DEFINITIONS = re.compile(r"\b(?:definitions?|interpretation|defined terms|glossary)\b", re.IGNORECASE)
_NO_ENTRIES = frozenset(
    "Signature Note Notes Example Address Attention Attn Tel Fax Email Re By Name Title Date Between Parties".split()
)
_NO_TERMS = frozenset("The This That These Those It He She If In As Each Any No Such For What Where".split())
_BACK = 600
_NEAR = 40
_OPENING = 100
_MOST_PLAIN = 200
_STOP = re.compile(r"[.;](?=\s|$)")
_SENTENCE = re.compile(r"[.;:][\"”)]?\s+(?=[A-Z\"“(])")


def definitions_of(
    text: str, lines: Sequence[Line], provisions: Sequence[Provision]
) -> tuple[Definition, ...]:
    """The definitions of a text whose provisions are known, in order.

    >>> words = 'The lease (the "Lease") is long. "Rent" means all sums due.'
    >>> [(one.term, one.in_place) for one in definitions_of(words, (), ())]
    [('Lease', True), ('Rent', False)]
    """
    owners = _Owners(provisions)
    entries = [(match, False) for match in _QUOTED.finditer(text)] if '"' in text or "“" in text else []
    if "'" in text or "‘" in text:
        entries += [(match, False) for match in _SINGLE.finditer(text)]
    entries += [(match, False) for match in _labelled(text, provisions)]
    unquoted = _unquoted(text, lines, owners)
    entries += [(match, False) for match in unquoted]
    places = [(match, True) for match in _IN_PLACE.finditer(text)] if '"' in text or "“" in text else []
    places += [(match, True) for match in _SINGLE_IN_PLACE.finditer(text)]
    if any(match.re is _COLON for match in unquoted):
        places += [
            (match, True)
            for match in islice(_PLAIN_IN_PLACE.finditer(text), _MOST_PLAIN)
            if text.count(match["term"]) > 1
        ]
    starts = sorted(match.start() for match, _ in entries)
    line_starts = [line.start for line in lines]
    found: list[Definition] = []
    taken: set[int] = set()
    for match, in_place in sorted((*entries, *places), key=lambda one: one[0].start()):
        start, stop = match.span("term")
        if start in taken:
            continue
        taken.add(start)
        owner = owners.at(match.start())
        term = " ".join(text[start:stop].split()).rstrip(",")
        if in_place:
            span = _sentence(text, match.start(), match.end(), owner)
        else:
            span = _entry(text, match, starts, line_starts, owner)
        found.append(
            Definition(
                term,
                *span,
                start,
                start + len(text[start:stop].rstrip(" ,")),
                in_place,
                owner.path if owner else (),
            )
        )
        if match.re is _QUOTED:
            found.extend(_other_terms(text, match, span, owner))
        if in_place and match.groupdict().get("other"):
            other = match.span("other")
            found.append(
                Definition(
                    " ".join(text[other[0] : other[1]].split()),
                    *span,
                    *other,
                    True,
                    owner.path if owner else (),
                )
            )
    return tuple(found)


def _other_terms(
    text: str, match: re.Match[str], span: tuple[int, int], owner: Provision | None
) -> Iterator[Definition]:
    """The terms that an entry defines beside its first: "GCP" of `"Good Clinical Practice" or "GCP" means`."""
    for other in _OTHER.finditer(text, match.end("term"), match.end()):
        path = owner.path if owner else ()
        yield Definition(" ".join(other["term"].split()).rstrip(","), *span, *other.span("term"), False, path)


def _labelled(text: str, provisions: Sequence[Provision]) -> list[re.Match[str]]:
    """Entries without quotation marks: a labelled provision that begins "Recovery Point means"."""
    found = []
    stack = list(provisions)
    while stack:
        provision = stack.pop()
        stack.extend(provision.children)
        if provision.label is not None:
            start = provision.body if provision.heading is None else provision.heading_start
            match = _BARE.match(text, start, min(provision.end, start + 120))
            if match:
                found.append(match)
    return found


def _unquoted(text: str, lines: Sequence[Line], owners: _Owners) -> list[re.Match[str]]:
    """Entries that their place alone shows: paragraphs without a label, at least two in one provision.

    Their terms are set off by their type ("Rent means"), they say what the term "is", the quoted term stands in a column of
    its own, or in a list of definitions the term stands before a colon ("Services: the services set out in Schedule 1.").
    """
    held: dict[int, list[re.Match[str]]] = {}
    for line in lines:
        column = _COLUMNS.match(text, line.start, line.end)
        if column and _QUOTED.match(text, line.start, line.end) is None:
            held.setdefault(id(owners.at(line.start)), []).append(column)
            continue
        if not line.gap or not (text[line.start].isupper() or text[line.start] in '"“'):
            continue
        end = min(line.end, line.start + 160)
        match = _UNQUOTED.match(text, line.start, end) or _IS.match(text, line.start, end)
        owner = owners.at(line.start)
        if match is None and owner is not None and text.find(":", line.start, end) >= 0:
            match = _COLON.match(text, line.start, end)
            head = next((h for h in owners.heads(owner) if match and _DEFINITIONS.search(text, *h)), None)
            if match and head and match["term"].split()[0] not in _NO_TERMS | _NO_ENTRIES:
                held.setdefault(-1 - head[0], []).append(match)
            continue
        entry = match is not None and (owner is None or line.start >= owner.body)
        if match and entry and match["term"].split()[0] not in _NO_TERMS:
            held.setdefault(id(owner), []).append(match)
    return [match for matches in held.values() if len(matches) > 1 for match in matches]


class _Owners:
    """The innermost provision at an offset."""

    def __init__(self, provisions: Sequence[Provision]) -> None:
        order: list[Provision] = []
        for root in provisions:
            order.extend(root.walk())
        order.sort(key=lambda one: (one.start, -one.end))
        self._provisions = order
        self._starts = [one.start for one in order]
        self._parents: list[int] = []
        stack: list[int] = []
        for at, one in enumerate(order):
            while stack and order[stack[-1]].end < one.end:
                stack.pop()
            self._parents.append(stack[-1] if stack else -1)
            stack.append(at)

    def at(self, offset: int) -> Provision | None:
        place = self._place(offset)
        return self._provisions[place] if place >= 0 else None

    def heads(self, provision: Provision) -> Iterator[tuple[int, int]]:
        """Where the first words of `provision` and of those around it stand: heading, or opening sentence."""
        place = self._place(provision.start)
        while place >= 0:
            one = self._provisions[place]
            yield one.heading_start, min(one.end, one.heading_start + _OPENING)
            place = self._parents[place]

    def _place(self, offset: int) -> int:
        place = bisect_right(self._starts, offset) - 1
        while place >= 0 and self._provisions[place].end <= offset:
            place = self._parents[place]
        return place


def _entry(
    text: str,
    match: re.Match[str],
    starts: Sequence[int],
    line_starts: Sequence[int],
    owner: Provision | None,
) -> tuple[int, int]:
    begin = match.start()
    leads = _leads(text, line_starts, begin)
    first = (
        owner is not None
        and owner.heading_start <= begin <= owner.body + 1
        and begin - owner.label_end < _NEAR
    )
    if first and owner is not None and text[owner.label_end : begin].strip(" .:-–—\n\t"):
        first = False
    if not leads and not first:
        before = text[max(0, begin - 3) : begin].rstrip()
        if before and before[-1] not in '.;:”"':
            return _sentence(text, begin, match.end(), owner)
    start = owner.start if owner and first and owner.label is not None else begin
    limit = owner.end if owner else len(text)
    if owner is not None and not first:
        place = bisect_right(owner.children, begin, key=lambda child: child.start)
        following = owner.children[place : place + 40]
        limit = next((one.start for one in following if one.label and not one.label.startswith("(")), limit)
    place = bisect_right(starts, match.end())
    for after in starts[place : place + 40]:
        if after >= limit:
            break
        if _leads(text, line_starts, after):
            limit = line_starts[bisect_right(line_starts, after) - 1]
            break
        if text[max(0, after - 3) : after].rstrip()[-1:] in (".", ";"):
            limit = after
            break
    return start, start + len(text[start:limit].rstrip())


def _leads(text: str, line_starts: Sequence[int], offset: int) -> bool:
    """Whether nothing but a label or a bullet stands before `offset` in its line."""
    line = bisect_right(line_starts, offset) - 1
    if line < 0 or offset - line_starts[line] > _NEAR:
        return False
    return not text[line_starts[line] : offset].strip(" \t-–•*|(abcdefghijklmnopqrstuvwxyz0123456789.)")


def _sentence(text: str, start: int, end: int, owner: Provision | None) -> tuple[int, int]:
    """The sentence around a definition, as far as full stops tell."""
    floor = max(owner.body if owner and owner.body <= start else 0, start - _BACK)
    begin = floor
    for found in _SENTENCE.finditer(text, floor, start):
        begin = found.end()
    ceiling = min(owner.end if owner else len(text), end + _BACK)
    found_end = _STOP.search(text, end, ceiling)
    stop = found_end.end() if found_end else ceiling
    lead = len(text[begin:start]) - len(text[begin:start].lstrip())
    return begin + lead, max(end, stop)
