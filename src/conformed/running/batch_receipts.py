"""Receipts, many at a time: the engine adds up those that are alike, and the clause itself does the rest.

Receipts of one third party that occurred in one period under one entry of the clause, were recorded before the
statement closed and never corrected go into one line, whatever their order: their sum is one receipt to the clause.
Each of the others (late, or corrected) is handed to the clause as it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from heapq import merge
from operator import itemgetter
from typing import Any

from conformed.model.event import Event
from conformed.model.statement import Line, Statement
from conformed.running.batch_engine import Engine
from conformed.running.batch_events import RECEIPTS, events_of
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.history import amount_histories
from conformed.running.issue import closing
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
        self._coming: dict[str | None, _Coming] = {}
        self._full: dict[str, _Full] = {}
        self.apart: dict[str, Event] = {}

    def begin(self, facts: Facts, dates: Dates) -> None:
        """Have the engine add up the receipts for each clause of `facts` that is going to ask for them."""
        for terms in facts.terms:
            if terms.kind == "pass-through-credit" and terms.entries and terms.name not in self._coming:
                self._tell("adding up the receipts")
                self._begin(terms, facts, dates)

    def _begin(self, terms: Terms, facts: Facts, dates: Dates) -> _Coming | None:
        days = self._days(terms, dates)
        if days is None:
            return None
        needed = ("id", "occurred_on", "recorded_on", "recorded_at", "counterparty", "amount")
        corrections = facts.of("correction")
        named = self._corrected(corrections) if corrections else None
        few = _untouched(_timed(self._receipts.select(*needed), days), named)
        keys = ["early", "alike", "counterparty"]
        if terms.agreed_after(dt.date.min):
            # A share agreed later shows receipts of nought on a line of their own.
            few = few.mutate(nought=few.amount == 0)
            keys.append("nought")
        sums = few.group_by(keys).aggregate(base=few.amount.sum(), receipts=few.count())
        coming = _Coming(_timed(self._receipts, days), named, self._engine.ahead(sums))
        self._coming[terms.name] = coming
        return coming

    def run(self, kind: ClauseKind, terms: Terms, facts: Facts, dates: Dates) -> Outcome:
        """What `kind` makes of all receipts."""
        coming = self._coming.pop(terms.name, None) or self._begin(terms, facts, dates)
        if coming is None:
            return kind.run(terms, facts, dates)
        corrections = facts.of("correction")
        joined, named = coming.receipts, coming.corrected
        sums, shown, late, alike = _sums(coming.sums())
        apart = list(events_of(joined.filter(~joined.early), self._engine)) if late or corrections else []
        if named is not None:
            apart.extend(events_of(_touched(joined.filter(joined.early), named), self._engine))
        self.apart.update((event.id, event) for event in apart)
        self._tell(f"{len(apart)} receipts were recorded late or corrected: each is taken by itself")
        by_kind = {name: tuple(event for event in (*sums, *apart) if event.kind == name) for name in RECEIPTS}
        amounts = amount_histories([*sums, *apart, *corrections])
        full = replace(facts, events={**facts.events, **by_kind}, amounts={**facts.amounts, **amounts})
        outcome = kind.run(terms, full, dates)
        for statement in outcome.statements:
            self._full[statement.id] = _Full(statement.lines, coming, alike)
        return replace(
            outcome, statements=tuple(_shown(statement, shown) for statement in outcome.statements)
        )

    def events_of(self, statement: Statement) -> Iterator[tuple[Line, Iterator[str]]]:
        """The lines of a statement, each with all its events in order, which are taken before the next line is."""
        full = self._full.get(statement.id)
        if full is None:
            yield from ((line, iter(line.events)) for line in statement.lines)
            return
        ids = self._alike_ids(full)
        coming = next(ids, None)
        for at, line in enumerate(full.lines):
            own = [id for id in line.events if not id.startswith(MARK)]
            if len(own) == len(line.events):
                yield line, iter(own)
                continue

            def of_line(at: int = at) -> Iterator[tuple[_Place, tuple[str, ...]]]:
                nonlocal coming
                while coming is not None and coming[0] == at:
                    yield coming[1], (coming[1][-1],)
                    coming = next(ids, None)

            merged = merge(of_line(), self._taken_apart(own), key=itemgetter(0))
            yield line, (id for _, group in merged for id in group)

    def _taken_apart(self, ids: Iterable[str]) -> Iterator[tuple[_Place, tuple[str, ...]]]:
        """The receipts that were handed over one by one, each with its corrections, and its place in the order."""
        groups: list[list[str]] = []
        for id in ids:
            if id in self.apart or not groups:
                groups.append([])
            groups[-1].append(id)
        for group in groups:
            event = self.apart[group[0]]
            yield (event.occurred_on, event.recorded_at, event.id), tuple(group)

    def _alike_ids(self, full: _Full) -> Iterator[tuple[int, _Place]]:
        """The receipts behind the sums of a statement: the position of the line, and the place in the order."""
        import pyarrow as pa

        sums = [
            (at, *full.alike[id])
            for at, line in enumerate(full.lines)
            for id in line.events
            if id.startswith(MARK)
        ]
        if not sums:
            return
        at, day, who, nought = zip(*sums, strict=True)
        columns = {"line": at, "day": day, "who": who, "of_nought": [found is True for found in nought]}
        types = {"line": pa.int32(), "who": pa.string(), "of_nought": pa.bool_()}
        wanted = self._engine.small(columns, types)
        receipts = full.coming.receipts.filter(full.coming.receipts.early)
        receipts = _untouched(receipts, full.coming.corrected)
        same = [receipts.alike == wanted.day, receipts.counterparty == wanted.who]
        if any(found is not None for found in nought):
            same.append((receipts.amount == 0) == wanted.of_nought)
        joined = receipts.join(wanted, same)
        recorded = joined.recorded_at.cast("timestamp('UTC')")
        rows = joined.select("line", "occurred_on", recorded=recorded, id=joined.id)
        for line, occurred_on, moment, id in self._engine.rows(
            rows.order_by(["line", "occurred_on", "recorded", "id"])
        ):
            if moment.tzinfo is None:
                moment = moment.replace(tzinfo=dt.UTC)
            yield line, (occurred_on, moment, id)

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
            closes = closing(terms, period, dates).day
            count = (ends - begins).days + 1
            columns["occurred_on"].extend(begins + number * _DAY for number in range(count))
            columns["alike"].extend([begins] * count)
            columns["closes"].extend([closes] * count)
            columns["too_late"].extend([(closes + _DAY).isoformat()] * count)
            begins = ends + _DAY
        return self._engine.small(columns, {"too_late": pa.string()})

    def _corrected(self, corrections: tuple[Event, ...]) -> Any:
        """A table of the ids that corrections name."""
        import pyarrow as pa

        named = sorted({event.reference or "" for event in corrections})
        return self._engine.small({"corrected": named}, {"corrected": pa.string()})


_Place = tuple[dt.date, dt.datetime, str]


@dataclass(frozen=True, slots=True)
class _Coming:
    """Receipts for one clause: a table of them, of what is corrected among them, and their sums, once they are there."""

    receipts: Any
    corrected: Any | None
    sums: Callable[[], list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class _Full:
    """A statement's lines as the clause made them, sums by their marks, and what each mark stands for."""

    lines: tuple[Line, ...]
    coming: _Coming
    alike: Mapping[str, _Alike]


_Alike = tuple[dt.date, str, bool | None]
"""From which day on receipts of whom are alike, and whether they are of nought; None where that does not matter."""


def _sums(
    rows: list[tuple[Any, ...]],
) -> tuple[list[Event], dict[str, str], int, dict[str, _Alike]]:
    """One event for all receipts that are alike, the words that stand for its id in what is shown; how many are late.

    And which receipts each of these events stands for.
    """
    sums: list[Event] = []
    shown: dict[str, str] = {}
    alike: dict[str, _Alike] = {}
    late = 0
    for early, day, who, *nought, base, receipts in sorted(rows, key=lambda row: row[1:-2]):
        if not early:
            late += receipts
            continue
        id, moment = f"{MARK}{len(sums)}", dt.datetime.combine(day, dt.time(), dt.UTC)
        sums.append(Event(id, RECEIPTS[0], day, moment, counterparty=who, amount=base))
        shown[id] = f"{receipts} receipts"
        alike[id] = (day, who, nought[0] if nought else None)
    return sums, shown, late, alike


def _timed(receipts: Any, days: Any) -> Any:
    """`receipts` with which of them count alike, and whether each was recorded in time."""
    joined = receipts.join(days, "occurred_on")
    return joined.mutate(early=_early(joined))


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
