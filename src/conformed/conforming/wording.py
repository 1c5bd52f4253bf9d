"""Words struck, replaced or put in, inside a provision, a definition, or the whole agreement.

Rules that this file must obey:

* The words decide, an ordinal confirms: words that stand once are changed, with a note where they stand in another
  sentence or line than the paper says. Where they stand more than once and the ordinal leaves more than one, a person
  decides.
* "All" means all: every occurrence inside the scope, whole words only.
"""

from __future__ import annotations

import re

from conformed.conforming import addresses
from conformed.conforming.blocks import append_block, strike_block
from conformed.conforming.choosing import choose
from conformed.conforming.counted_lines import change_counted_line
from conformed.conforming.editing import append_words, closing_mark, inserted, replaced, struck
from conformed.conforming.everywhere import change_everywhere
from conformed.conforming.ground import Finding, Ground, Order, Place, ambiguous, done, named, not_found
from conformed.conforming.laying import in_block, in_line
from conformed.conforming.leaving_out import left_out, within
from conformed.conforming.matching import EXACT, Match
from conformed.conforming.regions import Region, regions
from conformed.conforming.replacing import MARKS, MOST, disagreement, nothing_like, without_mark, word_place
from conformed.conforming.scopes import ordinal_words, scoped
from conformed.conforming.tables import replace_table
from conformed.model.text import Edit

__all__ = ["change_words"]

_MARK_ONLY = re.compile(r"[;,.:]?\s*(?:and|or|and/or)?[;,.:]?$")


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
        return change_everywhere(order, ground, found, old)
    matches = [
        (match, region) for region in found for match in ground.finder.find(old, region.start, region.end)
    ]
    if old[-1] in MARKS and not any(match.level == EXACT for match, _ in matches):
        bare = [
            (match, region)
            for region in found
            for match in ground.finder.exactly(old[:-1], region.start, region.end)
        ]
        if bare:  # the mark within the closing quotation mark is the paper's own
            matches, order = bare, without_mark(order, old[-1])
    kept = left_out(order, ground)
    if isinstance(kept, Finding):
        return kept
    matches = [pair for pair in matches if not within(pair[0].start, kept)]
    counted = order.instruction.target.nth is not None
    if len(matches) != 1 and len(found) == 1 and not counted and _MARK_ONLY.fullmatch(old):
        low, high = closing_mark(ground.string, *_text_of(found[0]))
        if " ".join(ground.string[low:high].split()) in (old, f"{old} and", f"{old} or"):
            return done([word_place(order, ground, Match(low, low + len(old), EXACT))])
    if not matches:
        return nothing_like(order, ground, found, old)
    chosen, note = choose(order, ground, matches, old)
    if chosen is None:
        return ambiguous(note or "", [word_place(order, ground, match) for match, _ in matches[:MOST]])
    match = chosen[0]
    return done([word_place(order, ground, match)], disagreement(match, ground, old), note)


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
        line = change_counted_line(order, ground, region)
        if line is not None:
            return line
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
    return [Place(region.start, region.end, region.path, ()) for region in found[:MOST]]


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
    line = change_counted_line(order, ground, region) if target.scope is None else None
    if line is not None:
        return line
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
    if not matches and anchor[-1] in MARKS:  # the mark within the closing quotation mark is the paper's own
        anchor = anchor[:-1]
        matches = [
            (match, region)
            for region in found
            for match in ground.finder.exactly(anchor, region.start, region.end)
        ]
    if not matches:
        return nothing_like(order, ground, found, anchor)

    def place(match: Match) -> Place:
        at = match.start if before else match.end
        return Place(at, at, ground.path_at(match.start), (inserted(ground.string, at, new),))

    if order.instruction.target.occurrence == "all":
        return done([place(match) for match, _ in matches])
    chosen, note = choose(order, ground, matches, anchor)
    if chosen is None:
        return ambiguous(note or "", [place(match) for match, _ in matches[:MOST]])
    return done([place(chosen[0])], disagreement(chosen[0], ground, anchor), note)
