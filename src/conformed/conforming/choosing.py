"""Which of several places that have the words is meant: the ordinal, the line, or the words beside them tell."""

from __future__ import annotations

import re

from conformed.conforming.ground import Ground, Order, named
from conformed.conforming.replacing import MOST, Pair, shortened
from conformed.conforming.scopes import ordinal_words, scoped, spans_of
from conformed.model.instruction import Scope

__all__ = ["CELLS", "QUOTED", "choose"]

QUOTED = re.compile(r"[\"“]([^\"“”]{1,300})[\"”]|(?<!\w)[‘']([^'‘’]{2,300})[’'](?!\w)")
_RENAMES = re.compile(
    r"\b(?:terms?|defin\w+)\b.{0,80}\b(?:referred to as|renamed|changed to|replaced)\b", re.I
)
_QUOTES = frozenset("\"“”'‘’*_")
CELLS = re.compile(r"[ \t]{2,}|[ \t]*\|[ \t]*|\t+")
"""What parts the cells of a row."""
_WORD = re.compile(r"[a-z]{3}")
_PAIRED_ENDS = re.compile(r"\bat the end\b|\bending\b", re.I)


def choose(order: Order, ground: Ground, matches: list[Pair], old: str) -> tuple[Pair | None, str | None]:
    """The one match that is meant, with a note; or none, with the reason."""
    target = order.instruction.target
    scope = target.scope
    if target.nth is not None:
        return _counted(order, ground, matches, old)
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
    narrowed = (
        _by_context(order, ground, matches)
        or _by_end(order, ground, matches)
        or _by_row(order, ground, matches)
    )
    if narrowed is not None:
        return narrowed, None
    defining = _defining(order, ground, matches)
    if defining is not None:
        return defining, f"the words stand {len(matches)} times; changed where they are defined"
    return None, f'the words "{shortened(old)}" stand {len(matches)} times in {named(target.path)}'


def _counted(order: Order, ground: Ground, matches: list[Pair], old: str) -> tuple[Pair | None, str | None]:
    """The place that the paper counts; none where the words stand fewer times than it counts."""
    target = order.instruction.target
    assert target.nth is not None
    inside = matches
    if target.scope is not None and target.scope.unit == "line":
        lines = set(target.scope.ordinals)
        inside = [
            pair for pair in matches if lines & set(ground.printed_lines(pair[1].provision, pair[0].start))
        ]
    elif target.scope is not None and target.scope.unit in ("sentence", "paragraph", "row"):
        inside = [pair for pair in matches if _in_scope(order, ground, pair)]
    inside.sort(key=lambda pair: pair[0].start)
    body = [pair for pair in inside if pair[1].provision is None or pair[0].start >= pair[1].provision.body]
    chosen = _nth(inside, target.nth)
    if chosen is not None and len({id(region) for _, region in inside}) == 1:
        if _nth(body, target.nth) == chosen:
            return chosen, None
        return None, f'it depends on whether the heading counts which "{shortened(old)}" is meant'
    times = f"{len(inside)} times" if len(inside) != 1 else "once"
    where = (
        f"the {ordinal_words(target.scope)} of {named(target.path)}" if target.scope else named(target.path)
    )
    nth = f"the {ordinal_words(Scope('occurrence', (target.nth,)))}"
    return None, f'the paper means {nth} of "{shortened(old)}", which stands {times} in {where}'


def _nth(pairs: list[Pair], nth: int) -> Pair | None:
    """One place by its number; the only place there is counts as the first, not as the last."""
    if nth != 1 and len(pairs) < 2:
        return None
    index = nth - 1 if nth > 0 else len(pairs) + nth
    return pairs[index] if 0 <= index < len(pairs) else None


def _in_line_of(ground: Ground, pair: Pair, anchor: str) -> bool:
    """Whether the words stand in the same line (the row of a table) as `anchor`."""
    match = pair[0]
    start = ground.string.rfind("\n", 0, match.start) + 1
    end = ground.string.find("\n", match.end)
    return bool(ground.finder.find(anchor, start, end if end >= 0 else len(ground.string)))


def _in_scope(order: Order, ground: Ground, pair: Pair) -> bool:
    scope = order.instruction.target.scope
    assert scope is not None
    match, region = pair
    return any(low <= match.start < high for low, high in scoped(order.instruction.target, region, ground))


def _elsewhere(order: Order, ground: Ground, pair: Pair) -> str:
    scope = order.instruction.target.scope
    assert scope is not None
    match, region = pair
    for index, (low, high) in enumerate(spans_of(scope.unit, region, ground), start=1):
        if low <= match.start < high:
            return f"the words stand in {scope.unit} {index}, not in the {ordinal_words(scope)}"
    return f"the words do not stand in the {ordinal_words(scope)}"


def _by_line(order: Order, ground: Ground, matches: list[Pair]) -> tuple[Pair | None, str | None]:
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
    where = ", ".join(str(lines[0]) if lines else "?" for lines in printed[:MOST])
    return (
        None,
        f"the words stand {len(matches)} times (in lines {where}), not once in the {ordinal_words(scope)}",
    )


def _by_context(order: Order, ground: Ground, matches: list[Pair]) -> Pair | None:
    """The one match that stands right beside other words that the instruction quotes ("between ... and ...")."""
    instruction = order.instruction
    known = {text for words in (instruction.old, instruction.new) if words for text in [words.text]}
    known.add(instruction.target.anchor or "")
    hits = []
    for quoted in QUOTED.findall(order.sentence):
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


def _by_row(order: Order, ground: Ground, matches: list[Pair]) -> Pair | None:
    """The one match in a row of a table whose first cell the instruction names: "the instalment due April 1, 2016"."""
    words = order.sentence.lower()
    hits = []
    for pair in matches:
        start = ground.string.rfind("\n", 0, pair[0].start) + 1
        cells = CELLS.split(ground.string[start : pair[0].end].strip(" |"))
        first = " ".join(cells[0].split()).lower()
        if len(cells) < 2 or not _WORD.search(first):
            continue
        if re.search(rf"(?<!\w){re.escape(first)}(?!\w)", words):
            hits.append(pair)
    return hits[0] if len(hits) == 1 else None


def _defining(order: Order, ground: Ground, matches: list[Pair]) -> Pair | None:
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


def _by_end(order: Order, ground: Ground, matches: list[Pair]) -> Pair | None:
    """The match that ends its provision, where the instruction says "at the end"."""
    target = order.instruction.target
    if target.position != "end" and not _PAIRED_ENDS.search(order.words):
        return None
    hits = [
        (match, region)
        for match, region in matches
        if not ground.string[match.end : region.end].strip(" \t\r\n.;:,\"”’')")
    ]
    return hits[0] if len(hits) == 1 else None
