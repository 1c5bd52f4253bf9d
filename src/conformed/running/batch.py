"""Settles many units and receipts: the engine counts and adds up, the clauses decide.

Rules that this file must obey:

* No rule is written twice. Every term, day, proration, rounding and cap comes from the clauses of `settle`, which run
  over what is different; an engine (DuckDB, Spark, whatever Ibis speaks to) only filters, joins, counts and adds
  DECIMALs, which is exact whatever the order. So the figures are those of `settle`, to the cent.
* What is out of the ordinary (late, corrected, noticed, installed twice) is handed to the clauses as it is. Memory
  grows with that, with the days and with the statements; not with the units and receipts.
"""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from heapq import merge
from pathlib import Path
from types import TracebackType
from typing import Any

from conformed.model.agreement import Agreement
from conformed.model.event import Event
from conformed.model.problem import ConformedError, problem
from conformed.model.statement import Line, Settlement, Statement, Unit
from conformed.running.batch_charges import Charges
from conformed.running.batch_engine import Engine
from conformed.running.batch_events import RECEIPTS, UNIT_EVENTS, event_table, events_of, known_by
from conformed.running.batch_receipts import Receipts
from conformed.running.batch_units import Units
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.daycount import law_of
from conformed.running.registry import BUILT_IN
from conformed.running.settlement import settle
from conformed.running.terms_in_force import Terms

__all__ = ["BATCH_FROM", "BatchSettlement", "settle_batch", "should_batch"]

BATCH_FROM = 50_000  # events: the engine pays from about 10,000 on, but shows units and receipts by number


def should_batch(n_events: int) -> bool:
    """Whether so many events are settled faster by `settle_batch` than by `settle`.

    >>> should_batch(20_000), should_batch(5_000_000)
    (False, True)
    """
    return n_events >= BATCH_FROM


def settle_batch(
    agreement: Agreement,
    events: Any,
    *,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
    connection: Any = None,
    checked: bool = False,
    progress: Callable[[str], None] | None = None,
) -> BatchSettlement:
    """What `settle` gives, for many units and receipts.

    Args:
        agreement: as read. Its clauses are of the kinds of this package: one that another package adds might look at
            what is not handed over here.
        events: a path to a CSV or Parquet file with the columns of the events file, or to a folder of Parquet files; a
            table of Ibis with these columns, in any database that Ibis speaks to; or events, as `read_events` or a store
            gives them (they are put into a temporary file).
        as_of: events that occurred by this day, statements whose period began by it.
        known_at: only events recorded by this moment, and terms agreed by its day; None: all.
        connection: the engine, as `ibis.pyspark.connect(...)` gives it; that of the table where `events` is one, else
            DuckDB in this process, within 2 GB of memory.
        checked: whether the rows of a file or table were checked before.
        progress: called with what is being done, in a few words.

    Raises:
        ConformedError: as `settle`; `batch-events`: a row is wrong, or a column unfit; `batch-kind`: a clause of a
            kind that another package adds; `batch-missing`: the engine is not installed.
        ValueError: `known_at` has no offset from UTC.
    """
    if known_at is not None and known_at.utcoffset() is None:
        raise ValueError("known_at needs an offset from UTC, such as 2001-12-31T23:59:59-05:00")
    built_in = {kind.name: kind for kind in BUILT_IN}
    for clause in agreement.clauses:
        if clause.kind not in built_in:
            raise ConformedError(
                problem(
                    "batch-kind",
                    document=agreement.file,
                    line=clause.line,
                    where=clause.kind,
                    kind=clause.kind,
                )
            )
    with _uncollected():
        return BatchSettlement(agreement, events, as_of, known_at, connection, checked, progress or _silent)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles from looking through all objects again and again: what is made here has few."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _silent(_doing: str) -> None:
    """Nobody asked."""


class BatchSettlement:
    """A settlement whose units and charge lines stay in the engine; usable in a `with` statement.

    Attributes:
        settlement: as `settle` gives it, but that `units` holds only those with a course of their own, charges show
            the other units by number (`1344 units`) and credits show receipts by number (`48231 receipts`).
        statuses: how many units have each status; `withheld` are those of which a seal decides it.
    """

    def __init__(
        self,
        agreement: Agreement,
        events: Any,
        as_of: dt.date,
        known_at: dt.datetime | None,
        connection: Any,
        checked: bool,
        tell: Callable[[str], None],
    ) -> None:
        self._engine = Engine(connection if connection is not None else _engine_in(events))
        try:
            tell("reading the events")
            whole = event_table(events, self._engine, checked=checked)
            every = whole.filter(whole.occurred_on <= as_of)
            table = self._engine.named(known_by(every, known_at))
            self._dates = Dates(as_of, known_at, law_of(agreement.governing_law))
            self._units = Units(table, self._engine, tell)
            self._charges = Charges(self._units, self._engine, tell)
            self._receipts = Receipts(table, whole, self._engine, tell)
            few = list(events_of(table.filter(table.kind.notin([*UNIT_EVENTS, *RECEIPTS])), self._engine))
            self.settlement: Settlement = settle(
                agreement, few, as_of=as_of, known_at=known_at, kinds=self._kinds()
            )
            heard = {("notice-unheard", notice) for notice in self._units.heard}
            asked = (one for one in self.settlement.problems if (one.code, one.where) not in heard)
            self.settlement = replace(self.settlement, problems=tuple(asked))
            if not checked and (isinstance(events, str | Path) or _engine_in(events) is not None):
                self._check(few, every if known_at is not None else None, events)
            self.statuses = self._units.statuses
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> BatchSettlement:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the engine; afterwards only `settlement` and `statuses` can be read."""
        self._engine.close()

    def units(self) -> Iterator[Unit]:
        """Every unit, by id, a part in memory at a time."""
        return merge(self._units.units(), self._units.others, key=lambda unit: unit.id)

    def unit_table(self) -> Any:
        """A table of Ibis with the units that `settlement` does not hold.

        Its columns are `unit`, `ordered_on`, `installed_on`, `disconnected_on`, `term_ends_on`, `notice_safe_on`,
        `notice_due_on`, `notice_last_on`, `flags`, `flags_withheld`, `withheld` (with spaces between) and `status`, which
        is null where a seal decides it.
        """
        return self._units.table()

    def charge_lines(self) -> Any | None:
        """A table of Ibis with the charges of the units that `settlement` shows by number; None where there are none.

        Its columns are `statement`, `unit`, `days`, `of`, `rate`, `amount`, `adjusts`; `to_parquet` and `to_csv` write
        it without holding it in memory.
        """
        return self._charges.lines(self._dates)

    def lines(self, statement: str) -> Iterator[Line]:
        """The lines of a statement, those of each unit by itself.

        Raises:
            KeyError: there is no such statement.
        """
        for line in self.settlement.statement(statement).lines:
            if line.unit is None or line.events:  # no line of several units
                yield line
        like = {
            (found.line.days, found.line.of, found.line.rate, found.line.adjusts): found.line
            for found in self._charges.templates
            if found.statement == statement
        }
        table = self._charges.lines(self._dates) if like else None
        if table is None:
            return
        table = self._units.with_ids(
            table.filter(table.statement == statement), {"unit-installed": "install_id"}
        )
        table = table.order_by(["unit", "adjusts", "days"])
        columns = ("unit", "install_id", "days", "of", "rate", "adjusts")
        for unit, installed, *key in self._engine.rows(table.select(*columns)):
            yield replace(like[tuple(key)], unit=unit, events=(installed,))

    def lines_in_full(self, statement: Statement) -> Iterator[tuple[Line, Iterator[str]]]:
        """The lines of a statement of `settlement` as `settle` gives them, each with its events.

        The events of a line are taken before the next line is, so that none are held in memory; the lines of units come
        without theirs.
        """
        if statement.kind != "recurring-charge":
            yield from self._receipts.events_of(statement)
            return
        shown = (line for line in statement.lines if line.unit is None or line.events)  # not of several units
        plain = self._charges.lines_of(statement.id, self._dates)
        for line in merge(shown, plain, key=_place_in_charge):
            yield line, iter(())

    def _kinds(self) -> dict[str, ClauseKind]:
        """The kinds of clauses, those that look at units and receipts by way of the engine."""
        kinds = {kind.name: kind for kind in BUILT_IN}
        ways = {
            "unit-term": self._run_terms,
            "recurring-charge": self._charges.run,
            "pass-through-credit": self._receipts.run,
        }
        for name, way in ways.items():
            kinds[name] = replace(kinds[name], run=_by_way_of(way, kinds[name]))
        return kinds

    def _run_terms(self, kind: ClauseKind, terms: Terms, facts: Facts, dates: Dates) -> Outcome:
        """The terms come first; the receipts, which take the engine longest, need not wait for them."""
        self._receipts.begin(facts, dates)
        return self._units.run_terms(kind, terms, facts, dates)

    def _check(self, few: Iterable[Event], every: Any | None, source: Any) -> None:
        """Refuse events that contradict each other, among those that were taken one by one.

        Where only what was known by a moment was taken, what seems to be missing is looked for in `every` event.
        """
        from conformed.reading.contradictions import check_events
        from conformed.reading.events import read_rows

        taken = {
            event.id: event for event in (*few, *self._units.apart.values(), *self._receipts.apart.values())
        }
        found = check_events(sorted(taken.values(), key=lambda event: event.order))
        if found and every is not None:
            doubtful = [taken[one.where] for one in found if one.where in taken]
            units = sorted({event.subject or "" for event in doubtful})
            ids = sorted({event.reference or "" for event in doubtful})
            about = every.filter(
                (every.subject.isin(units) & every.kind.isin(UNIT_EVENTS)) | every.id.isin(ids)
            )
            taken.update((event.id, event) for event in events_of(about, self._engine))
            found = check_events(sorted(taken.values(), key=lambda event: event.order))
        if found and isinstance(source, str | Path) and str(source).lower().endswith(".csv"):
            rows = read_rows(source, {one.where for one in found if one.where})
            found = [
                replace(one, document=str(source), line=rows[one.where].line) if one.where in rows else one
                for one in found
            ]
            found.sort(key=lambda one: one.line or 0)
        if found:
            raise ConformedError(found[0], tuple(found[1:]))


def _place_in_charge(line: Line) -> tuple[str, str, int]:
    """What the lines of a charge are sorted by: those of the month itself, then those that adjust closed ones."""
    return (line.adjusts or "", line.unit or "", (line.days or 0) if line.adjusts else 0)


Way = Callable[[ClauseKind, Terms, Facts, Dates], Outcome]


def _by_way_of(way: Way, kind: ClauseKind) -> Callable[[Terms, Facts, Dates], Outcome]:
    def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
        return way(kind, terms, facts, dates)

    return run


def _engine_in(events: Any) -> Any:
    """The engine that holds `events`, where they are a table of one; else None."""
    try:
        import ibis.expr.types as ir
    except ModuleNotFoundError as error:
        raise ConformedError(problem("batch-missing", cause=str(error.name))) from None
    return events.get_backend() if isinstance(events, ir.Table) else None
