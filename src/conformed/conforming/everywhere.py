"""Words changed wherever they stand ("all references to ...", "in each place where it appears")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conformed.conforming.choosing import QUOTED
from conformed.conforming.ground import Finding, Ground, Order, ambiguous, done, named, not_found
from conformed.conforming.leaving_out import left_out, within
from conformed.conforming.matching import Match
from conformed.conforming.regions import Region
from conformed.conforming.replacing import MARKS, MOST, nothing_like, without_mark, word_place
from conformed.conforming.scopes import ordinal_words, scoped

__all__ = ["change_everywhere"]

TOO_MANY = 20_000

_SECTIONS = re.compile(
    r"\b(?:sections?|clauses?|paragraphs?|articles?)\s+(\d+(?:\.\d+)*(?:\([^)]{0,80}\)|[\s,;]+|and\b|or\b|\d+(?:\.\d+)*)*)",
    re.I,
)


def change_everywhere(order: Order, ground: Ground, found: tuple[Region, ...], old: str) -> Finding:
    """Carry out an instruction that changes every occurrence of its old words."""
    target = order.instruction.target
    kept = left_out(order, ground)
    if isinstance(kept, Finding):
        return kept
    if not target.path and not kept and target.term is None and not _is_quoted(order, old):
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
    if not matches and old[-1] in MARKS:  # the mark within the closing quotation mark is the paper's own
        matches, others = _all_matches(ground, spans, old[:-1])
        order = without_mark(order, old[-1])
    matches, others = ([one for one in ones if not within(one.start, kept)] for ones in (matches, others))
    if not matches:
        return nothing_like(order, ground, found, old)
    if len(matches) > TOO_MANY:
        return ambiguous(f'"{old}" stands {len(matches)} times, which is more than any agreement has')
    without = [span for span in spans if not any(span[0] <= match.start < span[1] for match in matches)]
    note = None
    if missing or (target.scope is not None and without):
        note = f"not every one of the {ordinal_words(target.scope)} has the words" if target.scope else None
    if others:
        shown = ground.plain(others[0].start, others[0].end)
        note = f'{len(others)} more in other letters ("{shown}") left as printed'
    return done([word_place(order, ground, match) for match in _apart(matches)], note)


def _is_quoted(order: Order, old: str) -> bool:
    """Whether the paper quotes the words, rather than speaking of them."""
    words = " ".join(old.split())
    return any(words in text for pair in QUOTED.findall(order.words) for text in pair) or any(
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
    choices = [word_place(order, ground, match) for match in everywhere[:MOST]]
    if not matches:
        if not everywhere:
            return nothing_like(order, ground, (Region(0, len(ground.string), None),), old)
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
    return done([word_place(order, ground, match) for match in _apart(inside)], note)


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
