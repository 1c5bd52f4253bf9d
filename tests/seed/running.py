"""The example's terms, run over its events."""

from __future__ import annotations

import datetime as dt
from functools import cache

from conformed.examples import example_folder
from conformed.model.agreement import Agreement
from conformed.model.event import Event
from conformed.model.statement import Settlement
from conformed.reading.agreement import read_agreement
from conformed.reading.events import read_events
from conformed.running import settle

YEAR_END = dt.date(2001, 12, 31)


@cache
def agreement() -> Agreement:
    return read_agreement(example_folder() / "agreement.toml")


@cache
def events() -> tuple[Event, ...]:
    return read_events(example_folder() / "events.csv")[0]


@cache
def settled(as_of: dt.date = YEAR_END) -> Settlement:
    return settle(agreement(), events(), as_of=as_of)


def event(
    id: str,
    kind: str,
    day: str,
    *,
    subject: str | None = None,
    counterparty: str | None = None,
    reference: str | None = None,
) -> Event:
    """An event of ours, recorded at noon of its day."""
    on = dt.date.fromisoformat(day)
    recorded = dt.datetime(on.year, on.month, on.day, 17, tzinfo=dt.UTC)
    return Event(id, kind, on, recorded, subject, counterparty, None, reference, None)
