"""Events: what happened, when it happened and when it became known.

The table `EVENT_KINDS` says which columns each kind fills and where it stands in the order of one day. That order is
INTERFACE's: effectiveness, order, installation, receipt, correction, forfeiture, claw-back, credit, payment,
disconnection and expiry; within one place of it, by `recorded_at`, then by `id`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["COLUMNS", "EVENT_KINDS", "Event", "EventKind"]

COLUMNS = (
    "event_id",
    "kind",
    "occurred_on",
    "recorded_at",
    "subject",
    "counterparty",
    "amount",
    "reference",
    "note",
)


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event.

    Attributes:
        order: its place among the events of one day.
        needs: the columns that must be filled, besides id, kind and the two times.
        takes: those that may be.
        unit: whether its subject is a unit (or `*`).
    """

    order: int
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    unit: bool = False


EVENT_KINDS: dict[str, EventKind] = {
    "unit-ordered": EventKind(1, ("subject",), ("counterparty", "reference"), unit=True),
    "unit-installed": EventKind(2, ("subject",), ("counterparty", "reference"), unit=True),
    "provider-payment": EventKind(3, ("counterparty", "amount"), ("subject", "reference")),
    "provider-credit": EventKind(3, ("counterparty", "amount"), ("subject", "reference")),
    "correction": EventKind(4, ("amount", "reference"), ("subject", "counterparty")),
    "forfeiture": EventKind(5, ("counterparty", "amount"), ("subject", "reference")),
    "claw-back-billed": EventKind(6, ("reference",), ("subject", "counterparty")),
    "payment": EventKind(8, ("counterparty", "amount"), ("subject", "reference")),
    "extension-notice": EventKind(9, ("subject", "reference"), ("counterparty",), unit=True),
    "termination-notice": EventKind(9, ("counterparty",), ("subject", "reference")),
    "representation-confirmed": EventKind(9, ("subject", "counterparty"), ("reference",)),
    "breach": EventKind(9, ("subject", "counterparty"), ("reference",)),
    "breach-cured": EventKind(9, ("reference",), ("subject", "counterparty")),
    "unit-disconnected": EventKind(10, ("subject",), ("counterparty", "reference"), unit=True),
}


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the events file.

    Attributes:
        occurred_on: the day on which it happened.
        recorded_at: the moment at which it became known, with its offset from UTC.
        subject, counterparty, amount, reference, note: as INTERFACE's table says for the kind; None where blank.
        line: the line of the file on which the row begins, or None; not part of the event's content.
    """

    id: str
    kind: str
    occurred_on: dt.date
    recorded_at: dt.datetime
    subject: str | None = None
    counterparty: str | None = None
    amount: Decimal | None = None
    reference: str | None = None
    note: str | None = None
    line: int | None = None

    @property
    def recorded_on(self) -> dt.date:
        """The calendar day of `recorded_at` where it was recorded (by the offset that it states)."""
        return self.recorded_at.date()

    @property
    def order(self) -> tuple[dt.date, int, dt.datetime, str]:
        """What events are sorted by: day, place in the order of the day, time of recording, id."""
        return (self.occurred_on, EVENT_KINDS[self.kind].order, self.recorded_at, self.id)
