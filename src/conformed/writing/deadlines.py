"""Deadlines as iCalendar (RFC 5545): a whole-day entry on the safe day, with alarms 30 and 7 days before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from conformed.model.statement import Settlement
from conformed.running.daycount import law_of
from conformed.writing.figures import amount_words, kind_words

__all__ = ["ALARM_DAYS", "DeadlineEntry", "deadlines_ics", "next_deadlines"]

ALARM_DAYS = (30, 7)
MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class DeadlineEntry:
    """Something to be done: `safe` is the business day to plan by, `last` the day on which the law still lets it be done."""

    safe: dt.date
    due: dt.date
    last: dt.date
    what: str
    details: str
    key: str


def next_deadlines(settlement: Settlement) -> tuple[DeadlineEntry, ...]:
    """What is still to be done on or after the settlement's day, the soonest first."""
    found = [*_notices(settlement), *_agreement_notice(settlement), *_payments(settlement)]
    still = (entry for entry in found if entry.last >= settlement.as_of)
    return tuple(sorted(still, key=lambda entry: (entry.safe, entry.due, entry.key)))


def _notices(settlement: Settlement) -> Iterator[DeadlineEntry]:
    """Units whose notice falls on one day make one entry."""
    together: dict[tuple[dt.date, dt.date, dt.date], list[str]] = {}
    for unit in settlement.units:
        days = (unit.notice_safe_on, unit.notice_due_on, unit.notice_last_on)
        if unit.status in ("extended", "expired", "disconnected") or any(day is None for day in days):
            continue
        safe, due, last = days
        assert safe is not None and due is not None and last is not None
        together.setdefault((safe, due, last), []).append(unit.id)
    for (safe, due, last), units in together.items():
        named = ", ".join(units[:MOST_NAMED]) + (
            f" and {len(units) - MOST_NAMED} more" if len(units) > MOST_NAMED else ""
        )
        what = f"Notice to continue {units[0] if len(units) == 1 else f'{len(units)} units'}"
        yield DeadlineEntry(safe, due, last, what, named, f"notice-{due.isoformat()}-{last.isoformat()}")


def _agreement_notice(settlement: Settlement) -> Iterator[DeadlineEntry]:
    term = settlement.agreement_term
    if term is not None and term.safe_on and term.due_on and term.last_on:
        details = f"The term ends {term.ends.isoformat()}" if term.ends else ""
        yield DeadlineEntry(
            term.safe_on,
            term.due_on,
            term.last_on,
            "Notice that the agreement shall not renew",
            details,
            "agreement-notice",
        )


def _payments(settlement: Settlement) -> Iterator[DeadlineEntry]:
    law = law_of(settlement.law)
    for statement in settlement.statements:
        if statement.due_on is None or statement.status == "paid":
            continue
        last = statement.last_on or statement.due_on
        amount = amount_words(statement.outstanding, statement.withheld)
        what = f"{kind_words(statement.kind)}: {amount} {settlement.currency}"
        details = f"{statement.id}, {statement.debtor} to {statement.creditor}"
        yield DeadlineEntry(law.safe(statement.due_on), statement.due_on, last, what, details, statement.id)


def deadlines_ics(settlement: Settlement, *, title: str) -> bytes:
    """The calendar. It holds no clock: the stamp is the settlement's day, so the same run gives the same bytes."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Conformed//deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    stamp = dt.datetime.combine(settlement.as_of, dt.time(), dt.UTC)
    for entry in next_deadlines(settlement):
        event = Event()
        event.add("uid", f"{sha256(f'{title}/{entry.key}'.encode()).hexdigest()[:32]}@conformed")
        event.add("dtstamp", stamp)
        event.add("dtstart", entry.safe)
        event.add("dtend", entry.safe + dt.timedelta(days=1))
        event.add("summary", entry.what)
        event.add("transp", "TRANSPARENT")
        event.add(
            "description",
            f"{entry.details}\n{title}\nSafe: {entry.safe.isoformat()}; due by plain counting: {entry.due.isoformat()}; "
            f"last day: {entry.last.isoformat()}.",
        )
        for days in ALARM_DAYS:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", f"{entry.what} in {days} days")
            alarm.add("trigger", dt.timedelta(days=-days))
            event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
