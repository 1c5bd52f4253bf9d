"""Words struck, replaced or put in, inside a provision, a definition, or the whole agreement.

Rules that this file must obey:

* The words decide, an ordinal confirms: words that stand once are changed, with a note where they stand in another
  sentence or line than the paper says. Where they stand more than once and the ordinal leaves more than one, a person
  decides.
* "All" means all: every occurrence inside the scope, whole words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from conformed.conforming import addresses
from conformed.conforming.blocks import append_block, strike_block
from conformed.conforming.editing import append_words, closing_mark, inserted, replaced, struck
from conformed.conforming.ground import Finding, Ground, Order, Place, ambiguous, done, named, not_found
from conformed.conforming.laying import in_block, in_line
from conformed.conforming.matching import EXACT, Match, differences
from conformed.conforming.regions import Region, regions
from conformed.conforming.scopes import ordinal_words, scoped, spans_of
from conformed.conforming.tables import replace_table
from conformed.model.text import Edit

__all__ = ["change_words"]

_MOST = 20
_MARK_ONLY = re.compile(r"[;,.:]?\s*(?:and|or|and/or)?[;,.:]?$")
_QUOTED = re.compile(r"[\"“]([^\"“”]{1,300})[\"”]|(?<!\w)[‘']([^'‘’]{2,300})[’'](?!\w)")
_RENAMES = re.compile(
    r"\b(?:terms?|defin\w+)\b.{0,80}\b(?:referred to as|renamed|changed to|replaced)\b", re.I
)
_SECTIONS = re.compile(
    r"\b(?:sections?|clauses?|paragraphs?|articles?)\s+(\d+(?:\.\d+)*(?:\([^)]{0,80}\)|[\s,;]+|and\b|or\b|\d+(?:\.\d+)*)*)",
    re.I,
)
_QUOTES = frozenset("\"“”'‘’*_")
_MARKS = ".,;"
_PAIRED_ENDS = re.compile(r"\bat the end\b|\bending\b", re.I)


def change_words(order: Order, ground: Ground) -> Finding:
    """Carry out an instruction whose unit is words (or a line that its words name)."""
    found = regions(order, ground)
    if isinstance(found, Finding):
        return found
    instruction = order.instruction
    if instruction.action == "insertion":
        return _insert(order, ground, found)
    if instruction.old is None or not instruction.old.text.strip():
        return _without_old(order, ground, found)
    return _strike(order, ground, found, instruction.old.text)


def _strike(order: Order, ground: Ground, found: tuple[Region, ...], old: str) -> Finding:
    if order.instruction.target.occurrence == "all":
        return _strike_all(order, ground, found, old)
    matches = [
        (match, region) for region in found for match in ground.finder.find(old, region.start, region.end)
    ]
    if old[-1] in _MARKS and not any(match.level == EXACT for match, _ in matches):
        bare = [
            (match, region)
            for region in found
            for match in ground.finder.exactly(old[:-1], region.start, region.end)
        ]
        if bare:  # the mark within the closing quotation mark is the paper's own
            matches, order = bare, _without_mark(order, old[-1])
    if not matches:
        return _nothing(order, ground, found, old)
    chosen, note = _choose(order, ground, matches, old)
    if chosen is None:
        return ambiguous(note or "", [_place(order, ground, match) for match, _ in matches[:_MOST]])
    match = chosen[0]
    return done([_place(order, ground, match)], _disagreement(match, ground, old), note)


def _without_mark(order: Order, mark: str) -> Order:
    new = order.new
    if new is None or not new.raw.rstrip().endswith(mark):
        return order
    return replace(order, new=new.slice(0, len(new.raw.rstrip()) - 1))


def _place(order: Order, ground: Ground, match: Match) -> Place:
    return Place(match.start, match.end, ground.path_at(match.start), (_edit(order, ground, match),))


def _edit(order: Order, ground: Ground, match: Match) -> Edit:
    if order.new is None or order.instruction.action == "repeal":
        return struck(ground.string, match.start, match.end)
    new = order.new
    mark = new.text[-1:]
    if (
        mark in _MARKS
        and ground.string[match.end - 1] not in _MARKS
        and _goes_on(ground.string, match.end, mark)
    ):
        new = new.slice(0, len(new.raw.rstrip()) - 1)
    return replaced(ground.string, match.start, match.end, new)


def _goes_on(string: str, end: int, mark: str) -> bool:
    """Whether the sentence goes on behind the words, so that a mark that closes the new ones is the paper's own."""
    behind = string[end : end + 200].lstrip(" \t\n")
    return bool(behind) and (
        behind[0] == mark or (mark == "." and (behind[0].islower() or behind[0] in ",;("))
    )


def _disagreement(match: Match, ground: Ground, old: str) -> str | None:
    if match.level == EXACT:
        return None
    return differences(old, ground.plain(match.start, match.end))


def _nothing(order: Order, ground: Ground, found: tuple[Region, ...], old: str) -> Finding:
    """The words are not there: the nearest are shown."""
    near = [
        near
        for region in found
        if region.end - region.start <= 60_000
        for near in [ground.finder.nearest(old, region.start, region.end)]
        if near is not None and near[1] >= 60
    ]
    choices = [_place(order, ground, match) for match, _ in sorted(near, key=lambda one: -one[1])[:3]]
    where = named(order.instruction.target.path)
    term = order.instruction.target.term
    if term:
        where = f'the definition of "{term}"'
    return not_found(f'the words "{_cut(old)}" do not stand in {where}', choices)


def _cut(text: str) -> str:
    return text if len(text) <= 80 else text[:50] + " ... " + text[-20:]


_Pair = tuple[Match, Region]


def _choose(order: Order, ground: Ground, matches: list[_Pair], old: str) -> tuple[_Pair | None, str | None]:
    """The one match that is meant, with a note; or none, with the reason."""
    target = order.instruction.target
    scope = target.scope
    if scope is not None and scope.unit == "line":
        return _by_line(order, ground, matches)
    if scope is not None and scope.unit in ("sentence", "paragraph", "row"):
        inside = [pair for pair in matches if _in_scope(order, ground, pair)]
        if len(inside) == 1:
            return inside[0], None
        if not inside and len(matches) == 1:
            return matches[0], _elsewhere(order, ground, matches[0])
        matches = inside or matches
    if len(matches) == 1:
        return matches[0], None
    if target.anchor and order.instruction.action != "insertion":
        beside = [pair for pair in matches if _in_line_of(ground, pair, target.anchor)]
        if len(beside) == 1:
            return beside[0], None
    narrowed = _by_context(order, ground, matches) or _by_end(order, ground, matches)
    if narrowed is not None:
        return narrowed, None
    defining = _defining(order, ground, matches)
    if defining is not None:
        return defining, f"the words stand {len(matches)} times; changed where they are defined"
    return None, f'the words "{_cut(old)}" stand {len(matches)} times in {named(target.path)}'


def _in_line_of(ground: Ground, pair: _Pair, anchor: str) -> bool:
    """Whether the words stand in the same line (the row of a table) as `anchor`."""
    match = pair[0]
    start = ground.string.rfind("\n", 0, match.start) + 1
    end = ground.string.find("\n", match.end)
    return bool(ground.finder.find(anchor, start, end if end >= 0 else len(ground.string)))


def _in_scope(order: Order, ground: Ground, pair: _Pair) -> bool:
    scope = order.instruction.target.scope
    assert scope is not None
    match, region = pair
    return any(low <= match.start < high for low, high in scoped(order.instruction.target, region, ground))


def _elsewhere(order: Order, ground: Ground, pair: _Pair) -> str:
    scope = order.instruction.target.scope
    assert scope is not None
    match, region = pair
    for index, (low, high) in enumerate(spans_of(scope.unit, region, ground), start=1):
        if low <= match.start < high:
            return f"the words stand in {scope.unit} {index}, not in the {ordinal_words(scope)}"
    return f"the words do not stand in the {ordinal_words(scope)}"


def _by_line(order: Order, ground: Ground, matches: list[_Pair]) -> tuple[_Pair | None, str | None]:
    scope = order.instruction.target.scope
    assert scope is not None
    printed = [ground.printed_lines(region.provision, match.start) for match, region in matches]
    if any(ordinal < 0 for ordinal in scope.ordinals):
        return (matches[0], None) if len(matches) == 1 else (None, f"the words stand {len(matches)} times")
    hits = [pair for pair, lines in zip(matches, printed, strict=True) if set(lines) & set(scope.ordinals)]
    if len(hits) == 1:
        return hits[0], None
    if len(matches) == 1:
        lines = printed[0]
        if not lines:
            return matches[
                0
            ], f"the {ordinal_words(scope)} cannot be counted: the words come from another paper"
        return matches[0], f"the words stand in line {lines[0]}, not in the {ordinal_words(scope)}"
    where = ", ".join(str(lines[0]) if lines else "?" for lines in printed[:_MOST])
    return (
        None,
        f"the words stand {len(matches)} times (in lines {where}), not once in the {ordinal_words(scope)}",
    )


def _by_context(order: Order, ground: Ground, matches: list[_Pair]) -> _Pair | None:
    """The one match that stands right beside other words that the instruction quotes ("between ... and ...")."""
    instruction = order.instruction
    known = {text for words in (instruction.old, instruction.new) if words for text in [words.text]}
    known.add(instruction.target.anchor or "")
    hits = []
    for quoted in _QUOTED.findall(order.sentence):
        beside = next((text for text in quoted if text), "").strip()
        if not beside or beside in known or any(beside in text for text in known):
            continue
        for pair in matches:
            match = pair[0]
            after = ground.finder.exactly(
                beside, match.end, min(match.end + len(beside) * 2 + 8, len(ground.string))
            )
            before = ground.finder.exactly(beside, max(match.start - len(beside) * 2 - 8, 0), match.start)
            if any(not ground.string[match.end : one.start].strip(" \n\t\"“”'‘’,") for one in after) or any(
                not ground.string[one.end : match.start].strip(" \n\t\"“”'‘’,") for one in before
            ):
                hits.append(pair)
    return hits[0] if len(hits) == 1 else None


def _defining(order: Order, ground: Ground, matches: list[_Pair]) -> _Pair | None:
    """The one match at which the term is defined, where the instruction renames a defined term."""
    if not _RENAMES.search(order.sentence):
        return None
    hits = [
        (match, region)
        for match, region in matches
        if ground.string[match.start - 1 : match.start] in _QUOTES
        and ground.string[match.end : match.end + 1] in _QUOTES
    ]
    return hits[0] if len(hits) == 1 else None


def _by_end(order: Order, ground: Ground, matches: list[_Pair]) -> _Pair | None:
    """The match that ends its provision, where the instruction says "at the end"."""
    target = order.instruction.target
    if target.position != "end" and not _PAIRED_ENDS.search(order.words):
        return None
    hits = [
        (match, region)
        for match, region in matches
        if not ground.string[match.end : _own_end(region)].strip(" \t\r\n.;:,\"”’')")
    ]
    return hits[0] if len(hits) == 1 else None


def _own_end(region: Region) -> int:
    return region.end


def _strike_all(order: Order, ground: Ground, found: tuple[Region, ...], old: str) -> Finding:
    target = order.instruction.target
    if not target.path and target.term is None and not _is_quoted(order, old):
        return _named_places(order, ground, old)
    spans: list[tuple[int, int]] = []
    missing = False
    for region in found:
        if target.scope is not None and target.scope.unit in ("sentence", "paragraph", "row"):
            named_spans = scoped(target, region, ground)
            missing = missing or len(named_spans) < len(target.scope.ordinals)
            spans.extend(named_spans)
        else:
            spans.append((region.start, region.end))
    if not spans:
        return not_found(
            f"there is no {ordinal_words(target.scope)} in {named(target.path)}" if target.scope else ""
        )
    matches, others = _all_matches(ground, spans, old)
    if not matches:
        return _nothing(order, ground, found, old)
    without = [span for span in spans if not any(span[0] <= match.start < span[1] for match in matches)]
    note = None
    if missing or (target.scope is not None and without):
        note = f"not every one of the {ordinal_words(target.scope)} has the words" if target.scope else None
    if others:
        shown = ground.plain(others[0].start, others[0].end)
        note = f'{len(others)} more in other letters ("{shown}") left as printed'
    return done([_place(order, ground, match) for match in _apart(matches)], note)


def _is_quoted(order: Order, old: str) -> bool:
    """Whether the paper quotes the words, rather than speaking of them."""
    words = " ".join(old.split())
    return any(words in text for pair in _QUOTED.findall(order.words) for text in pair) or any(
        f"{mark}{words}" in order.words for mark in "\"“‘'"
    )


def _named_places(order: Order, ground: Ground, old: str) -> Finding:
    """Words that the paper speaks of without quoting them are changed where it names the provisions, nowhere else."""
    paths = dict.fromkeys(
        number
        for match in _SECTIONS.finditer(order.words)
        for number in re.findall(r"\d+(?:\.\d+)*", match[1])
    )
    spans = [
        (one.start, one.end)
        for path in paths
        for found in [ground.provisions((path,))]
        if len(found) == 1
        for one in found
    ]
    everywhere, _ = _all_matches(ground, [(0, len(ground.string))], old)
    matches, _ = _all_matches(ground, spans, old)
    choices = [_place(order, ground, match) for match in everywhere[:_MOST]]
    if not matches:
        if not everywhere:
            return _nothing(order, ground, (Region(0, len(ground.string), None),), old)
        return ambiguous(
            "the paper does not quote the words, and does not say in which provisions they stand", choices
        )
    inside = [match for match in everywhere if any(low <= match.start < high for low, high in spans)]
    left = len(everywhere) - len(inside)
    note = "the paper does not quote the words; they are changed in the provisions that it names"
    if left:
        others = ", ".join(
            dict.fromkeys(named(ground.path_at(match.start)) for match in everywhere if match not in inside)
        )
        note += f", not in {others}"
    return done([_place(order, ground, match) for match in _apart(inside)], note)


def _all_matches(
    ground: Ground, spans: Iterable[tuple[int, int]], old: str
) -> tuple[list[Match], list[Match]]:
    """The occurrences of `old`; and apart from them those in other letters, where there are any as quoted."""
    exact: list[Match] = []
    loose: list[Match] = []
    for start, end in spans:
        exact.extend(ground.finder.exactly(old, start, end))
        loose.extend(match for match in ground.finder.loosely(old, start, end))
    starts = {match.start for match in exact}
    letters = "".join(c for c in old if c.isalnum())
    others: list[Match] = []
    for match in loose:
        if match.start in starts:
            continue
        if "".join(c for c in ground.string[match.start : match.end] if c.isalnum()) == letters:
            exact.append(match)
        else:
            others.append(match)
    if not exact:
        return others, []
    return sorted(exact, key=lambda match: match.start), others


def _apart(matches: list[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in matches:
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def _without_old(order: Order, ground: Ground, found: tuple[Region, ...]) -> Finding:
    """The words struck are named, not quoted: a closing mark, a table, an address."""
    if len(found) > 1:
        return ambiguous(f"{named(order.instruction.target.path)} stands {len(found)} times", _wholes(found))
    region = found[0]
    scope = order.instruction.target.scope
    if scope is not None and scope.unit in ("paragraph", "sentence"):
        return _scope_as_a_whole(order, ground, region)
    if order.new is not None and _MARK_ONLY.fullmatch(order.new.text):
        low, high = closing_mark(ground.string, *_text_of(region))
        if low == high:
            return not_found("no mark closes the provision")
        place = Place(low, high, ground.path_at(low), (replaced(ground.string, low, high, order.new),))
        return done([place])
    if order.new is not None:
        table = replace_table(order, ground, region)
        if table is not None:
            return table
        address = addresses.replace_address(order, ground, region)
        if address is not None:
            return address
    return ambiguous("the instruction does not quote the words to be changed", _wholes(found))


def _scope_as_a_whole(order: Order, ground: Ground, region: Region) -> Finding:
    """No words are quoted, but a paragraph or sentence is named: it is struck or replaced as a whole."""
    target = order.instruction.target
    assert target.scope is not None
    spans = scoped(target, region, ground)
    if len(spans) < len(target.scope.ordinals):
        return not_found(f"there is no {ordinal_words(target.scope)} in {named(target.path)}")
    if order.new is None or order.instruction.action == "repeal":
        edits = [
            strike_block(ground.string, *span)
            if target.scope.unit == "paragraph"
            else struck(ground.string, *span)
            for span in spans
        ]
        return done(
            [Place(*span, ground.path_at(span[0]), (edit,)) for span, edit in zip(spans, edits, strict=True)]
        )
    if _MARK_ONLY.fullmatch(order.new.text):
        low, high = closing_mark(ground.string, *spans[-1])
        return done([Place(low, high, ground.path_at(low), (replaced(ground.string, low, high, order.new),))])
    if len(spans) > 1:
        return ambiguous(
            "several are named, and one text is given",
            [Place(*span, ground.path_at(span[0]), ()) for span in spans],
        )
    start, end = spans[0]
    runs = (
        in_block(order.new, indent=ground.indent(start))
        if target.scope.unit == "paragraph"
        else in_line(order.new)
    )
    return done([Place(start, end, ground.path_at(start), (Edit(start, end, runs),))])


def _text_of(region: Region) -> tuple[int, int]:
    provision = region.provision
    if provision is not None and region.definition is None:
        return min(provision.body, region.end), region.end
    return region.start, region.end


def _wholes(found: tuple[Region, ...]) -> list[Place]:
    return [Place(region.start, region.end, region.path, ()) for region in found[:_MOST]]


def _insert(order: Order, ground: Ground, found: tuple[Region, ...]) -> Finding:
    target = order.instruction.target
    if order.new is None:
        return ambiguous("the instruction does not give the words to be put in", _wholes(found))
    if target.anchor and target.position in ("after", "before", None):
        return _beside(order, ground, found, target.anchor, before=target.position == "before")
    if len(found) > 1:
        return ambiguous(f"{named(target.path)} stands {len(found)} times", _wholes(found))
    region = found[0]
    start, end = _text_of(region)
    if target.scope is not None and target.scope.unit in ("sentence", "paragraph", "row"):
        spans = scoped(target, region, ground)
        if len(spans) != 1:
            return not_found(f"there is no {ordinal_words(target.scope)} in {named(target.path)}")
        start, end = spans[0]
    if target.position == "start":
        return done(
            [Place(start, start, ground.path_at(start), (inserted(ground.string, start, order.new),))]
        )
    if target.position == "end" and region.provision is not None and target.scope is None:
        block = append_block(order, ground, region.provision)
        if block is not None:
            return done([block])
    if target.position == "end":
        edit = append_words(ground.string, start, end, order.new)
        return done([Place(edit.start, edit.end, ground.path_at(edit.start), (edit,))])
    return ambiguous("the instruction does not say where the words go", _wholes(found))


def _beside(order: Order, ground: Ground, found: tuple[Region, ...], anchor: str, *, before: bool) -> Finding:
    new = order.new
    assert new is not None
    matches = [
        (match, region) for region in found for match in ground.finder.find(anchor, region.start, region.end)
    ]
    if not matches:
        return _nothing(order, ground, found, anchor)

    def place(match: Match) -> Place:
        at = match.start if before else match.end
        return Place(at, at, ground.path_at(match.start), (inserted(ground.string, at, new),))

    if order.instruction.target.occurrence == "all":
        return done([place(match) for match, _ in matches])
    chosen, note = _choose(order, ground, matches, anchor)
    if chosen is None:
        return ambiguous(note or "", [place(match) for match, _ in matches[:_MOST]])
    return done([place(chosen[0])], _disagreement(chosen[0], ground, anchor), note)
