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
    roots: dict[str, str | None] = {id: id for id in originals}
    corrected: dict[str, list[Event]] = {}
    for event in corrections.values():
        chain: list[str] = []
        at = event.id
        while at not in roots:
            roots[at] = None  # what leads back here, in a circle, corrects nothing
            chain.append(at)
            at = corrections[at].reference or "" if at in corrections else ""
            if at not in corrections and at not in originals:
                break
        root = roots.get(at)
        for id in chain:
            roots[id] = root
        if root is not None:
            corrected.setdefault(root, []).append(event)
    histories: dict[str, AmountHistory] = {}
    for id, event in originals.items():
        later = sorted(corrected.get(id, ()), key=lambda event: (event.recorded_at, event.id))
        versions = [AmountVersion(event.recorded_on, event.amount or Decimal(0), event.id)]
        for correction in later:
            # The day never runs backwards, whatever offsets the two moments were written with.
            known_on = max(versions[-1].known_on, correction.recorded_on)
            versions.append(AmountVersion(known_on, correction.amount or Decimal(0), correction.id))
        histories[id] = AmountHistory(tuple(versions))
    return histories
