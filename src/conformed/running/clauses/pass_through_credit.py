"""A share of what the provider receives from third parties, credited to the customer for each calendar quarter.

One line per third party: what was received in the period while the clause was in force, times the share, rounded once;
where the share changes within the period, one for each share.
A statement closes at the end of its due day: a receipt recorded later, or a correction, is a line of its own in the
statement of the period in which it was recorded, and names the closed statement that it adjusts. So does a share that
is agreed after the statement closed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from conformed.model.event import Event
from conformed.model.statement import Line, Statement
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.history import AmountHistory
from conformed.running.issue import issued
from conformed.running.money import NOUGHT, product, rounded
from conformed.running.periods import MONTHS_OF, Period, period_of
from conformed.running.terms_in_force import Entry, Terms

__all__ = ["PASS_THROUGH_CREDIT"]


@dataclass(slots=True)
class _Bucket:
    """What goes into one line."""

    base: Decimal = NOUGHT
    events: list[str] = field(default_factory=list)

    def add(self, amount: Decimal, events: tuple[str, ...]) -> None:
        self.base += amount
        self.events.extend(events)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A receipt, or what a later day changed of it, and where it belongs.

    `agreed` marks a change that a term agreed later brings, of all receipts of the statement at once.
    """

    posted: Period
    counterparty: str
    entry: Entry
    base: Decimal
    events: tuple[str, ...]
    adjusts: str | None = None
    agreed: dt.date | None = None


def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
    """One statement per period that has lines."""
    unit = terms.entries[0].text("period", "quarter", among=tuple(MONTHS_OF))
    closings: dict[Period, dt.date | None] = {}
    late_terms = terms.agreed_after(dt.date.min)
    by_rate = terms.by_rate()
    lines: dict[Period, dict[tuple[str, Entry], _Bucket]] = {}
    adjusting: dict[Period, list[tuple[str, Line]]] = {}
    together: dict[tuple[Period, str, dt.date, str, Entry, int], _Bucket] = {}
    for event in facts.of("provider-payment", "provider-credit"):
        period = period_of(event.occurred_on, unit)
        if period not in closings:
            closings[period] = _closes(terms, period, dates)
        for piece in _pieces(
            terms, event, facts.amounts[event.id], period, closings[period], unit, late_terms, by_rate
        ):
            if piece.adjusts is None:
                bucket = lines.setdefault(period, {}).setdefault((piece.counterparty, piece.entry), _Bucket())
                bucket.add(piece.base, piece.events)
            elif piece.agreed is None:
                line = _line(piece.counterparty, piece.entry, piece.base, piece.events, piece.adjusts)
                adjusting.setdefault(piece.posted, []).append((piece.adjusts, line))
            else:
                sign = -1 if piece.base < 0 else 1
                key = (piece.posted, piece.adjusts, piece.agreed, piece.counterparty, piece.entry, sign)
                together.setdefault(key, _Bucket()).add(piece.base, piece.events)
    for (posted, adjusts, _, counterparty, entry, _), bucket in together.items():
        line = _line(counterparty, entry, bucket.base, tuple(bucket.events), adjusts)
        adjusting.setdefault(posted, []).append((adjusts, line))
    statements: list[Statement] = []
    for period in sorted(lines.keys() | adjusting.keys()):
        if period.begins > dates.as_of:
            continue
        own = [
            _line(counterparty, entry, bucket.base, tuple(bucket.events), None)
            for (counterparty, entry), bucket in sorted(
                lines.get(period, {}).items(),
                key=lambda item: (item[0][0], item[0][1].effective or dt.date.min),
            )
        ]
        late = sorted(adjusting.get(period, ()), key=lambda found: (found[0], found[1].counterparty or ""))
        statements.append(
            issued(terms, period, "credit", (*own, *(line for _, line in late)), dates, has_base=True)
        )
    return Outcome(statements=tuple(statements))


def _closes(terms: Terms, period: Period, dates: Dates) -> dt.date | None:
    """The day at whose end the period's statement closes; None where a seal keeps it."""
    entry = terms.at(period.ends) or terms.entries[0]
    due = entry.days("due_days").whole
    return None if due is None else dates.law.days_after(period.ends, due)


def _pieces(
    terms: Terms,
    event: Event,
    history: AmountHistory,
    period: Period,
    closes: dt.date | None,
    unit: str,
    late_terms: list[dt.date],
    by_rate: Mapping[Entry, Entry],
) -> Iterator[_Piece]:
    """What the receipt brings: to its own period as known when that closed, then what each later day changed."""
    who, day = event.counterparty or "", event.occurred_on
    statement = f"credit-{terms.name}-{period.label}" if terms.name else f"credit-{period.label}"
    known = history.by(closes)

    def in_force(known_on: dt.date | None) -> Entry | None:
        found = terms.at(day, known_on=known_on)
        return None if found is None else by_rate[found]

    entry = in_force(closes if late_terms else None)
    events = tuple(version.event for version in history.versions[:known])
    base = history.versions[known - 1].amount if known else NOUGHT
    if known and entry is not None:
        yield _Piece(period, who, entry, base, events)
    if closes is None:
        return
    changes: list[tuple[dt.date, int, int | dt.date]] = [
        (version.known_on, 1, index) for index, version in enumerate(history.versions) if index >= known
    ]
    changes += [(agreed, 0, agreed) for agreed in late_terms if agreed > closes]
    for known_on, _, change in sorted(changes) if len(changes) > 1 else changes:
        posted = period_of(known_on, unit)
        if isinstance(change, dt.date):
            now = in_force(known_on)
            if now is not entry and events:
                if entry is not None:
                    yield _Piece(posted, who, entry, -base, events, statement, change)
                if now is not None:
                    yield _Piece(posted, who, now, base, events, statement, change)
            entry = now
            continue
        version = history.versions[change]
        if entry is not None:
            yield _Piece(
                posted, who, entry, version.amount - base, (*events[:1], version.event)[-2:], statement
            )
        base, events = version.amount, (*events, version.event)


def _line(who: str, entry: Entry, base: Decimal, events: tuple[str, ...], adjusts: str | None) -> Line:
    rate = entry.number("rate")
    amount = None if rate.number is None else rounded(product(rate.number, base))
    formula = f"{'withheld' if rate.number is None else rate.number} x {base}"
    return Line(
        amount,
        counterparty=who,
        base=base,
        rate=rate.number,
        adjusts=adjusts,
        events=events,
        withheld=rate.withheld,
        formula=formula,
    )


def check(entry: Entry) -> None:
    """Read every value of the entry."""
    entry.number("rate")
    entry.days("due_days")
    entry.text("period", "quarter", among=tuple(MONTHS_OF))


PASS_THROUGH_CREDIT = ClauseKind(
    "pass-through-credit",
    run,
    needs=("rate", "due_days"),
    takes=("period",),
    check=check,
    shares=("rate",),
    roles=("provider", "customer"),
)
