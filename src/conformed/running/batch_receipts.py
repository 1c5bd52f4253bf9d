"""Receipts, many at a time: the engine adds up those that are alike, and the clause itself does the rest.

Receipts of one third party that occurred in one period under one entry of the clause, were recorded before the
statement closed and never corrected go into one line, whatever their order: their sum is one receipt to the clause.
Each of the others (late, or corrected) is handed to the clause as it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from conformed.model.event import Event
from conformed.model.statement import Line, Statement
from conformed.running.batch_engine import Engine
from conformed.running.batch_events import RECEIPTS, events_of
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.history import amount_histories
from conformed.running.issue import issued
from conformed.running.periods import MONTHS_OF, period_of
from conformed.running.terms_in_force import Terms

__all__ = ["Receipts"]

_DAY = dt.timedelta(days=1)
MARK = "\0"  # begins the ids of sums: no event's id can hold it


class Receipts:
    """The receipts of a table of events.

    Args:
        events: those that count.
        whole: all that there are: from what day to what day is known of them without a look at each.
        engine: the engine that holds both.
        tell: told what is being done.

    Attributes:
        apart: the receipts that were handed over one by one.
    """

    def __init__(self, events: Any, whole: Any, engine: Engine, tell: Callable[[str], None]) -> None:
        self._engine = engine
        self._whole = whole
        self._receipts = events.filter(events.kind.isin(RECEIPTS))
        self._tell = tell
        self.apart: dict[str, Event] = {}

    def run(self, kind: ClauseKind, terms: Terms, facts: Facts, dates: Dates) -> Outcome:
        """What `kind` makes of all receipts."""
        self._tell("adding up the receipts")
        corrections = facts.of("correction")
        days = self._days(terms, dates)
        if days is None:
            return kind.run(terms, facts, dates)
        joined = self._receipts.join(days, "occurred_on")
        joined = joined.mutate(early=_early(joined))
        named = self._corrected(corrections) if corrections else None
        nought_apart = bool(terms.agreed_after(dt.date.min))
        sums, shown, late = self._sums(_untouched(joined, named), nought_apart)
        apart = list(events_of(joined.filter(~joined.early), self._engine)) if late or corrections else []
        if named is not None:
            apart.extend(events_of(_touched(joined.filter(joined.early), named), self._engine))
        self.apart.update((event.id, event) for event in apart)
        self._tell(f"{len(apart)} receipts were recorded late or corrected: each is taken by itself")
        by_kind = {name: tuple(event for event in (*sums, *apart) if event.kind == name) for name in RECEIPTS}
        amounts = amount_histories([*sums, *apart, *corrections])
        full = replace(facts, events={**facts.events, **by_kind}, amounts={**facts.amounts, **amounts})
        outcome = kind.run(terms, full, dates)
        return replace(
            outcome, statements=tuple(_shown(statement, shown) for statement in outcome.statements)
        )

    def _days(self, terms: Terms, dates: Dates) -> Any | None:
        """A table of days, as far as there are events: which of them count alike, and until when."""
        import pyarrow as pa

        day = self._whole.occurred_on
        first, last = (
            self._whole.aggregate(first=day.min(), last=day.max()).to_pyarrow().to_pylist()[0].values()
        )
        if first is None:
            return None
        last = min(last, dates.as_of)
        unit = terms.entries[0].text("period", "quarter", among=tuple(MONTHS_OF))
        changes = sorted(entry.effective for entry in terms.entries if entry.effective is not None)
        columns: dict[str, list[Any]] = {"occurred_on": [], "alike": [], "closes": [], "too_late": []}
        begins = first
        while begins <= last:
            period = period_of(begins, unit)
            next_change = next((day for day in changes if day > begins), dt.date.max)
            ends = min(period.ends, last, next_change - _DAY)
            closes = issued(terms, period, "credit", (), dates, has_base=True).closes or dt.date.max
            count = (ends - begins).days + 1
            columns["occurred_on"].extend(begins + number * _DAY for number in range(count))
            columns["alike"].extend([begins] * count)
            columns["closes"].extend([closes] * count)
            columns["too_late"].extend([(closes + _DAY).isoformat() if closes < dt.date.max else "~"] * count)
            begins = ends + _DAY
        return self._engine.small(columns, {"too_late": pa.string()})

    def _corrected(self, corrections: tuple[Event, ...]) -> Any:
        """A table of the ids that corrections name."""
        import pyarrow as pa

        named = sorted({event.reference or "" for event in corrections})
        return self._engine.small({"corrected": named}, {"corrected": pa.string()})

    def _sums(self, joined: Any, nought_apart: bool) -> tuple[list[Event], dict[str, str], int]:
        """One event for all receipts that are alike, the words that stand for its id in what is shown; how many are late.

        With `nought_apart`, receipts of nought are kept apart from the others: a share agreed later shows them on a
        line of their own.
        """
        keys = ["early", "alike", "counterparty"]
        if nought_apart:
            joined = joined.mutate(nought=joined.amount == 0)
            keys.append("nought")
        table = joined.group_by(keys).aggregate(base=joined.amount.sum(), receipts=joined.count())
        rows = table.to_pyarrow().to_pylist()
        rows.sort(key=lambda row: (row["alike"], row["counterparty"], row.get("nought", False)))
        sums: list[Event] = []
        shown: dict[str, str] = {}
        for row in rows:
            if row["early"]:
                id, day = f"{MARK}{len(sums)}", row["alike"]
                moment = dt.datetime.combine(day, dt.time(), dt.UTC)
                sums.append(
                    Event(id, RECEIPTS[0], day, moment, counterparty=row["counterparty"], amount=row["base"])
                )
                shown[id] = f"{row['receipts']} receipts"
        return sums, shown, sum(row["receipts"] for row in rows if not row["early"])


def _early(joined: Any) -> Any:
    """Whether a receipt was recorded before its statement closed.

    A moment as text begins with its day: it comes before the text of the day after closing just when its day does.
    """
    if joined.recorded_at.type().is_string():
        return joined.recorded_at < joined.too_late
    return joined.recorded_on <= joined.closes


def _untouched(receipts: Any, named: Any | None) -> Any:
    return receipts if named is None else receipts.anti_join(named, receipts.id == named.corrected)


def _touched(receipts: Any, named: Any) -> Any:
    return receipts.semi_join(named, receipts.id == named.corrected)


def _shown(statement: Statement, shown: Mapping[str, str]) -> Statement:
    return replace(statement, lines=tuple(_shown_line(line, shown) for line in statement.lines))


def _shown_line(line: Line, shown: Mapping[str, str]) -> Line:
    if not any(event.startswith(MARK) for event in line.events):
        return line
    return replace(line, events=tuple(shown.get(event, event) for event in line.events))
