"""The places that an order leaves out: "all references to ... other than in Section 9"."""

from __future__ import annotations

from dataclasses import replace

from conformed.conforming.ground import Finding, Ground, Order, ambiguous, named, not_found
from conformed.conforming.regions import Region, regions
from conformed.conforming.scopes import Span, scoped
from conformed.model.instruction import Target

__all__ = ["left_out", "within"]


def left_out(order: Order, ground: Ground) -> tuple[Span, ...] | Finding:
    """The stretches that the order's target excepts; a finding where one of them cannot be told for certain."""
    found: list[Span] = []
    for excepted in order.instruction.target.excepted:
        target = replace(excepted, unit="words") if excepted.unit == "definition" else excepted
        places = regions(replace(order, instruction=replace(order.instruction, target=target)), ground)
        if isinstance(places, Finding):
            return not_found(f"what it leaves out is not there: {places.note}", places.choices)
        if len(places) != 1:
            return ambiguous(f"{named(target.path)}, which it leaves out, stands {len(places)} times")
        spans = _spans(target, places[0], ground)
        if not spans:
            return not_found(f"what it leaves out is not in {named(target.path)}")
        found.extend(spans)
    return tuple(found)


def _spans(target: Target, region: Region, ground: Ground) -> tuple[Span, ...]:
    if target.unit == "heading":
        provision = region.provision
        if provision is None or provision.heading is None:
            return ()
        return ((provision.heading_start, provision.heading_end),)
    if target.scope is not None and target.scope.unit != "line":
        spans = scoped(target, region, ground)
        return spans if len(spans) == len(target.scope.ordinals) else ()
    return ((region.start, region.end),)


def within(at: int, spans: tuple[Span, ...]) -> bool:
    """Whether an offset lies in one of the stretches.

    >>> within(5, ((2, 4), (5, 9))), within(4, ((2, 4),))
    (True, False)
    """
    return any(low <= at < high for low, high in spans)
