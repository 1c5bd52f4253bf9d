"""What happened, and when it became known: the input of every statement."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Event"]


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the events file. What each `kind` may carry is judged in `conformed.running`.

    Attributes:
        event_id: unique among the agreement's events.
        kind: such as `unit-installed`, `provider-payment`, `forfeiture`.
        occurred_on: the day on which it happened.
        recorded_at: the moment at which it became known, with its offset from UTC.
        subject: the circuit concerned, `*` for all of them, or None.
        counterparty: the trunk provider or party concerned, or None.
        amount: in the agreement's currency; never a binary float.
        reference: the event, statement or order it refers to, or None.
        note: free text, or None.
    """

    event_id: str
    kind: str
    occurred_on: dt.date
    recorded_at: dt.datetime
    subject: str | None = None
    counterparty: str | None = None
    amount: Decimal | None = None
    reference: str | None = None
    note: str | None = None
