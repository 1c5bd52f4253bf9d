"""An event's amount through time: what it was first recorded as, and each correction since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from conformed.model.event import Event

__all__ = ["AmountHistory", "AmountVersion", "amount_histories"]


@dataclass(frozen=True, slots=True)
class AmountVersion:
    """The amount as it was known from `known_on` on; `event` made it known."""

    known_on: dt.date
    amount: Decimal
    event: str


@dataclass(frozen=True, slots=True)
class AmountHistory:
    """The versions of one event's amount, by the moment at which they became known."""

    versions: tuple[AmountVersion, ...]

    @property
    def latest(self) -> Decimal:
        """The amount as last corrected."""
        return self.versions[-1].amount

    def by(self, closes: dt.date | None) -> int:
        """How many versions were known by the end of the day `closes` (None: all)."""
        if closes is None:
            return len(self.versions)
        return sum(version.known_on <= closes for version in self.versions)


def amount_histories(events: Iterable[Event]) -> dict[str, AmountHistory]:
    """Event id -> its amount through time, for every event with an amount that is no correction.

    A correction of a correction corrects what that one corrects. One whose target is not among `events` is left out.
    """
    originals: dict[str, Event] = {}
    corrections: dict[str, Event] = {}
    for event in events:
        if event.kind == "correction":
            corrections[event.id] = event
        elif event.amount is not None:
            originals[event.id] = event
    # What each event corrects in the end, and over how many steps; None for one that corrects nothing.
    roots: dict[str, tuple[str, int] | None] = {id: (id, 0) for id in originals}
    corrected: dict[str, list[tuple[int, Event]]] = {}
    for event in corrections.values():
        chain: list[str] = []
        at = event.id
        while at not in roots and at in corrections:
            roots[at] = None
            chain.append(at)
            at = corrections[at].reference or ""
        root = roots.get(at)
        for step, id in enumerate(reversed(chain), 1):
            roots[id] = (root[0], root[1] + step) if root else None
        end = roots[event.id]
        if end is not None:
            corrected.setdefault(end[0], []).append((end[1], event))
    histories: dict[str, AmountHistory] = {}
    for id, event in originals.items():
        later = sorted(corrected.get(id, ()), key=lambda step: (step[1].recorded_at, step[0], step[1].id))
        versions = [AmountVersion(event.recorded_on, event.amount or Decimal(0), event.id)]
        for _, correction in later:
            # The day never runs backwards, whatever offsets the two moments were written with.
            known_on = max(versions[-1].known_on, correction.recorded_on)
            versions.append(AmountVersion(known_on, correction.amount or Decimal(0), correction.id))
        histories[id] = AmountHistory(tuple(versions))
    return histories
