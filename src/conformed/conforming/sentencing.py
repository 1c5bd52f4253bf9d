"""Whole sentences struck, replaced or put in, named by their place or by their words."""

from __future__ import annotations

from itertools import pairwise

from conformed.conforming.editing import inserted, struck
from conformed.conforming.ground import Finding, Ground, Order, Place, ambiguous, done, named, not_found
from conformed.conforming.laying import NewWords, filler, in_block, in_line
from conformed.conforming.matching import EXACT, Match, differences
from conformed.conforming.regions import Region, regions, unsure
from conformed.conforming.scopes import (
    Span,
    ordinal_words,
    pick,
    scope_spans,
    scoped,
    sentence_ordinals,
    spans_of,
)
from conformed.model.instruction import Scope
from conformed.model.text import Edit

__all__ = ["change_sentences"]

NEAR_ENOUGH = 80.0
_CLOSED = '.?!;:"”’)]'


def change_sentences(order: Order, ground: Ground) -> Finding:
    """Carry out an instruction whose unit is a sentence."""
    found = regions(order, ground)
    if isinstance(found, Finding):
        return found
    if order.instruction.action == "insertion":
        return _insert(order, ground, found)
    old = order.instruction.old
    if old is not None and old.text.strip():
        return _by_words(order, ground, found, old.text)
    target = order.instruction.target
    if target.anchor and target.scope is None:
        return _by_words(order, ground, found, target.anchor)
    if len(found) > 1:
        return unsure(f"{named(target.path)} stands {len(found)} times", found)
    spans, wanted = _by_ordinal(order, ground, found[0])
    if wanted is None:
        return ambiguous("the instruction does not say which sentence", _sentences(order, ground, found[0]))
    if len(spans) < len(wanted.ordinals):
        return not_found(
            f"there is no {ordinal_words(wanted)} in {named(order.instruction.target.path)}",
            _sentences(order, ground, found[0]),
        )
    return _carry_out(order, ground, spans, None)


def _by_ordinal(order: Order, ground: Ground, region: Region) -> tuple[tuple[Span, ...], Scope | None]:
    scope = order.instruction.target.scope
    if scope is not None and scope.unit == "sentence":
        return scoped(order.instruction.target, region, ground), scope
    ordinals = sentence_ordinals(order.words)
    if not ordinals:
        return (), None
    wanted = Scope("sentence", ordinals)
    if scope is not None and scope.unit == "paragraph":
        inside = scope_spans(scope, region, ground)
        if len(inside) != 1:
            return (), scope
        low, high = inside[0]
        held = [span for span in spans_of("sentence", region, ground) if low <= span[0] < high]
        return pick(held, ordinals), wanted
    return scope_spans(wanted, region, ground), wanted


def _sentences(order: Order, ground: Ground, region: Region) -> list[Place]:
    spans = spans_of("sentence", region, ground)
    return [_place(order, ground, span) for span in spans[:20]]


def _place(order: Order, ground: Ground, span: Span) -> Place:
    start, end = span
    if order.new is None or order.instruction.action == "repeal":
        return Place(start, end, ground.path_at(start), (struck(ground.string, start, end),))
    return Place(start, end, ground.path_at(start), (_swap(order.new, ground.string, start, end),))


def _swap(new: NewWords, string: str, start: int, end: int) -> Edit:
    """New sentences for old; the old closing mark stays where the new words have none."""
    text = new.text
    if text and text[-1] not in _CLOSED and string[end - 1] in ".;":
        return Edit(start, end - 1, in_line(new))
    return Edit(start, end, in_line(new))


def _carry_out(order: Order, ground: Ground, spans: tuple[Span, ...], note: str | None) -> Finding:
    if order.new is None or order.instruction.action == "repeal":
        joined = _joined(ground.string, sorted(spans))
        return done([_place(order, ground, span) for span in joined], note)
    if len(spans) > 1:
        if any(ground.string[low[1] : high[0]].strip() for low, high in pairwise(spans)):
            return ambiguous(
                "the sentences to be replaced do not follow each other", _places(order, ground, spans)
            )
        spans = ((spans[0][0], spans[-1][1]),)
    return done([_place(order, ground, spans[0])], note)


def _places(order: Order, ground: Ground, spans: tuple[Span, ...]) -> list[Place]:
    return [_place(order, ground, span) for span in spans]


def _joined(string: str, spans: list[Span]) -> list[Span]:
    """Neighbouring sentences as one stretch."""
    out: list[Span] = []
    for start, end in spans:
        if out and not string[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _by_words(order: Order, ground: Ground, found: tuple[Region, ...], old: str) -> Finding:
    """The sentence whose words, or whose first words, are quoted."""
    target = order.instruction.target
    hits: list[tuple[Match, Span]] = []
    for region in found:
        spans = spans_of("sentence", region, ground)
        for match in ground.finder.find(old, region.start, region.end):
            inside = [span for span in spans if span[0] <= match.start < span[1]]
            if inside and not ground.string[inside[0][0] : match.start].strip(" \t\n\"“”'‘’(*_"):
                end = max(match.end, inside[0][1]) if match.end <= inside[0][1] else match.end
                hits.append((match, (inside[0][0], end)))
            elif inside and target.scope is None:
                hits.append((match, (match.start, match.end)))
    if len(found) == 1 and target.scope is not None and len(hits) != 1:
        named_spans, _ = _by_ordinal(order, ground, found[0])
        within = [hit for hit in hits if any(low <= hit[0].start < high for low, high in named_spans)]
        if len(within) == 1:
            hits = within
        elif not hits and named_spans:
            return _near(order, ground, found[0], named_spans, old)
    if not hits:
        return not_found(
            f'no sentence of {named(target.path)} reads "{_cut(old)}"', _nearest(order, ground, found, old)
        )
    if len(hits) > 1:
        return ambiguous(
            f'{len(hits)} sentences of {named(target.path)} begin with "{_cut(old)}"',
            [_place(order, ground, span) for _, span in hits[:20]],
        )
    match, span = hits[0]
    note = None if match.level == EXACT else differences(old, ground.plain(match.start, match.end))
    return done([_place(order, ground, span)], note, _other_sentence(order, ground, found, span))


def _other_sentence(order: Order, ground: Ground, found: tuple[Region, ...], span: Span) -> str | None:
    scope = order.instruction.target.scope
    if scope is None or scope.unit != "sentence" or len(found) > 1:
        return None
    named_spans = scope_spans(scope, found[0], ground)
    if any(low <= span[0] < high for low, high in named_spans):
        return None
    return f"it is not the {ordinal_words(scope)}"


def _near(order: Order, ground: Ground, region: Region, spans: tuple[Span, ...], old: str) -> Finding:
    """The sentences that the ordinal names read much like the words quoted."""
    low, high = spans[0][0], spans[-1][1]
    reach = min(region.end, max(high, low + len(old) * 3 // 2 + 40))
    near = ground.finder.nearest(old, low, reach)
    if near is None or near[1] < NEAR_ENOUGH or near[0].start > low + 2:
        return not_found(f'the sentence does not read "{_cut(old)}"', [_place(order, ground, (low, high))])
    match = near[0]
    end = match.end
    if match.end < high and not ground.string[match.end : high].strip(" .;"):
        end = high
    note = differences(old, ground.plain(match.start, match.end))
    return done([_place(order, ground, (low, end))], note)


def _nearest(order: Order, ground: Ground, found: tuple[Region, ...], old: str) -> list[Place]:
    from conformed.conforming.matching import similarity

    scored = [
        (similarity(old, ground.plain(*span)), span)
        for region in found
        if region.end - region.start < 60_000
        for span in spans_of("sentence", region, ground)
    ]
    scored.sort(key=lambda one: -one[0])
    return [_place(order, ground, span) for score, span in scored[:3] if score >= 50]


def _cut(text: str) -> str:
    return text if len(text) <= 80 else text[:50] + " ... " + text[-20:]


def _insert(order: Order, ground: Ground, found: tuple[Region, ...]) -> Finding:
    target = order.instruction.target
    new = order.new
    if new is None:
        return ambiguous("the instruction does not give the sentence to be put in")
    if len(found) > 1:
        return unsure(f"{named(target.path)} stands {len(found)} times", found)
    region = found[0]
    if target.anchor and target.position in ("after", "before"):
        spans = [
            span
            for match in ground.finder.find(target.anchor, region.start, region.end)
            for span in spans_of("sentence", region, ground)
            if span[0] <= match.start < span[1]
        ]
        if len(spans) != 1:
            return not_found(f'no one sentence of {named(target.path)} has the words "{_cut(target.anchor)}"')
        return _beside(new, ground, spans[0], before=target.position == "before")
    if target.scope is not None and target.scope.unit in ("sentence", "paragraph"):
        spans = list(scoped(target, region, ground))
        if len(spans) < len(target.scope.ordinals):
            return not_found(f"there is no {ordinal_words(target.scope)} in {named(target.path)}")
        before = target.position in ("before", "start")
        return _beside(new, ground, spans[0] if before else spans[-1], before=before)
    if target.position == "start":
        spans_all = spans_of("sentence", region, ground)
        if not spans_all:
            return not_found(f"there is no sentence in {named(target.path)}")
        return _beside(new, ground, spans_all[0], before=True)
    return _at_end(new, ground, region)


def _beside(new: NewWords, ground: Ground, span: Span, *, before: bool) -> Finding:
    at = span[0] if before else span[1]
    return done([Place(at, at, ground.path_at(span[0]), (inserted(ground.string, at, new),))])


def _at_end(new: NewWords, ground: Ground, region: Region) -> Finding:
    provision = region.provision
    end = region.end
    if provision is not None and provision.children:
        last = provision.children[-1]
        line = ground.string.rfind("\n", 0, last.start) + 1
        if not ground.string[line : last.start].strip():
            indent = ground.indent(provision.start)
            gap = filler("\n\n" + indent, new)
            edit = Edit(end, end, (gap, *in_block(new, indent=indent)))
            return done([Place(end, end, provision.path, (edit,))])
    return done([Place(end, end, region.path, (inserted(ground.string, end, new),))])
