"""A share of what the provider receives from third parties, credited to the customer for each calendar quarter.

One line per third party: what was received in the period while the clause was in force, times the share, rounded once;
where the share changes within the period, one for each share.
A statement closes at the end of its due day: a receipt recorded later, or a correction, is a line of its own in the
statement of the period in which it was recorded, and names the closed statement that it adjusts. So does a share that
is agreed after the statement closed.
Where a seal keeps the day of closing, what became known after the period's end may belong to either statement: then the
lines that it may belong to are withheld in both.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from conformed.model.event import Event
from conformed.model.statement import Line, Statement
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.history import AmountHistory
from conformed.running.issue import Closing, closing, in_order, issued, seals
from conformed.running.money import NOUGHT, product, rounded
from conformed.running.periods import MONTHS_OF, Period, period_of
from conformed.running.terms_in_force import Entry, Terms

__all__ = ["PASS_THROUGH_CREDIT"]


@dataclass(slots=True)
class _Bucket:
    """What goes into one line."""

    base: Decimal = NOUGHT
    events: list[str] = field(default_factory=list)
    rules: dict[Entry, None] = field(default_factory=dict)
    withheld: tuple[str, ...] = ()

    def add(self, piece: _Piece) -> None:
        self.base += piece.base
        self.events.extend(piece.events)
        self.rules[piece.rule] = None
        if piece.withheld:
            self.withheld = seals(self.withheld, piece.withheld)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A receipt, or what a later day changed of it, and where it belongs.

    Attributes:
        rule: the entry in force; `entry` is the first with the same rate.
        agreed: marks a change that a term agreed later brings, of all receipts of the statement at once.
        withheld: the seal that decides whether it belongs here.
    """

    posted: Period
    counterparty: str
    entry: Entry
    rule: Entry
    base: Decimal
    events: tuple[str, ...]
    adjusts: str | None = None
    agreed: dt.date | None = None
    withheld: tuple[str, ...] = ()


def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
    """One statement per period that has lines."""
    unit = terms.entries[0].text("period", "quarter", among=tuple(MONTHS_OF))
    closings: dict[Period, Closing] = {}
    late_terms = terms.agreed_after(dt.date.min)
    by_rate = terms.by_rate()
    lines: dict[Period, dict[tuple[str, Entry], _Bucket]] = {}
    adjusting: dict[Period, list[tuple[str, Line]]] = {}
    together: dict[_Together, _Bucket] = {}
    for event in facts.of("provider-payment", "provider-credit"):
        period = period_of(event.occurred_on, unit)
        if period not in closings:
            closings[period] = closing(terms, period, dates)
        for piece in _pieces(
            terms, event, facts.amounts[event.id], period, closings[period], unit, late_terms, by_rate
        ):
            if piece.adjusts is None:
                bucket = lines.setdefault(period, {}).setdefault((piece.counterparty, piece.entry), _Bucket())
                bucket.add(piece)
            elif piece.agreed is None:
                alone = _Bucket()
                alone.add(piece)
                line = _line(piece.counterparty, piece.entry, alone, piece.adjusts)
                adjusting.setdefault(piece.posted, []).append((piece.adjusts, line))
            else:
                sign = -1 if piece.base < 0 else 1
                key = (piece.posted, piece.adjusts, piece.agreed, piece.counterparty, piece.entry, sign)
                together.setdefault(key, _Bucket()).add(piece)
    for (posted, adjusts, _, counterparty, entry, _), bucket in sorted(together.items(), key=_agreed_order):
        line = _line(counterparty, entry, bucket, adjusts)
        adjusting.setdefault(posted, []).append((adjusts, line))
    statements: list[Statement] = []
    for period in sorted(lines.keys() | adjusting.keys()):
        if period.begins > dates.as_of:
            continue
        own = [
            _line(counterparty, entry, bucket, None)
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


_Together = tuple[Period, str, dt.date, str, Entry, int]


def _agreed_order(found: tuple[_Together, _Bucket]) -> tuple[dt.date, dt.date, int]:
    """What a later agreement takes back stands before what it gives, whichever receipt comes first."""
    _, _, agreed, _, entry, sign = found[0]
    return agreed, entry.effective or dt.date.min, sign


def _pieces(
    terms: Terms,
    event: Event,
    history: AmountHistory,
    period: Period,
    closing: Closing,
    unit: str,
    late_terms: list[dt.date],
    by_rate: Mapping[Entry, Entry],
) -> Iterable[_Piece]:
    """What the receipt brings: to its own period as known when that closed, then what each later day changed."""
    found = _pieces_closed(terms, event, history, period, closing.day, unit, late_terms, by_rate)
    if not closing.withheld:
        return found
    pieces = list(found)
    if all(piece.adjusts is None for piece in pieces):
        return pieces
    # Each may be part of the period's own statement, under whatever was in force, or of a later one.
    every = tuple(version.event for version in history.versions)
    own = {
        piece.entry: replace(piece, posted=period, events=every, adjusts=None, agreed=None)
        for piece in reversed(pieces)
    }
    late = [piece for piece in pieces if piece.adjusts is not None]
    return [replace(piece, withheld=closing.withheld) for piece in (*own.values(), *late)]


def _pieces_closed(
    terms: Terms,
    event: Event,
    history: AmountHistory,
    period: Period,
    closes: dt.date,
    unit: str,
    late_terms: list[dt.date],
    by_rate: Mapping[Entry, Entry],
) -> Iterator[_Piece]:
    who, day = event.counterparty or "", event.occurred_on
    statement = f"credit-{terms.name}-{period.label}" if terms.name else f"credit-{period.label}"
    known = history.by(closes)
    entry, rule = _in_force(terms, day, closes if late_terms else None, by_rate)
    events = tuple(version.event for version in history.versions[:known])
    base = history.versions[known - 1].amount if known else NOUGHT
    if known and entry is not None and rule is not None:
        yield _Piece(period, who, entry, rule, base, events)
    changes: list[tuple[dt.date, int, int | dt.date]] = [
        (version.known_on, 1, index) for index, version in enumerate(history.versions) if index >= known
    ]
    changes += [(agreed, 0, agreed) for agreed in late_terms if agreed > closes]
    for known_on, _, change in sorted(changes) if len(changes) > 1 else changes:
        posted = period_of(known_on, unit)
        if isinstance(change, dt.date):
            now, ruling = _in_force(terms, day, known_on, by_rate)
            if now is not entry and events:
                if entry is not None and rule is not None:
                    yield _Piece(posted, who, entry, rule, -base, events, statement, change)
                if now is not None and ruling is not None:
                    yield _Piece(posted, who, now, ruling, base, events, statement, change)
            entry, rule = now, ruling
            continue
        version = history.versions[change]
        if entry is not None and rule is not None:
            both = (*events[:1], version.event)[-2:]
            yield _Piece(posted, who, entry, rule, version.amount - base, both, statement)
        base, events = version.amount, (*events, version.event)


def _in_force(
    terms: Terms, day: dt.date, known_on: dt.date | None, by_rate: Mapping[Entry, Entry]
) -> tuple[Entry | None, Entry | None]:
    """The first entry with the rate in force on `day`, as far as agreed by `known_on`, and the entry in force."""
    rule = terms.at(day, known_on=known_on)
    return (None if rule is None else by_rate[rule]), rule


def _line(who: str, entry: Entry, bucket: _Bucket, adjusts: str | None) -> Line:
    rate = entry.number("rate")
    base = None if bucket.withheld else bucket.base
    amount = None if rate.number is None or base is None else rounded(product(rate.number, base))
    factors = ("withheld" if known is None else str(known) for known in (rate.number, base))
    return Line(
        amount,
        counterparty=who,
        base=base,
        rate=rate.number,
        adjusts=adjusts,
        events=tuple(bucket.events),
        withheld=seals(rate.withheld, bucket.withheld),
        formula=" x ".join(factors),
        effective=in_order(rule.effective for rule in bucket.rules),
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
