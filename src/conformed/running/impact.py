"""What an amendment moves: the same run with it and without it, side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.event import Event
from conformed.model.problem import ConformedError, Problem, problem
from conformed.model.statement import AgreementTerm, Settlement, Statement, Unit
from conformed.running.clause import ClauseKind
from conformed.running.settlement import settle

if TYPE_CHECKING:  # it reads the words, which a run does not need
    from conformed.running.authors import Authors

__all__ = ["DeadlineMoved", "Impact", "StatementMoved", "TermMoved", "TotalMoved", "UnitMoved", "impact"]


_NO_TERMS = {"name", "agreed", "document", "note"}


@dataclass(frozen=True, slots=True)
class TermMoved:
    """A value of a clause, as written (`withheld:ID` where it is); None where the clause has none."""

    kind: str
    key: str
    before: object
    after: object
    source: str | None
    effective: dt.date | None


@dataclass(frozen=True, slots=True)
class UnitMoved:
    """A unit without and with the amendment; `days` is how much later its term ends with it."""

    before: Unit
    after: Unit
    days: int | None


@dataclass(frozen=True, slots=True)
class StatementMoved:
    """A statement without and with the amendment; None where there is none."""

    id: str
    kind: str
    before: Statement | None
    after: Statement | None

    @property
    def change(self) -> Decimal | None:
        """By how much its amount is larger with the amendment; None where that is withheld."""
        amounts = [Decimal("0.00") if one is None else one.amount for one in (self.before, self.after)]
        return None if amounts[0] is None or amounts[1] is None else amounts[1] - amounts[0]


@dataclass(frozen=True, slots=True)
class TotalMoved:
    """The sum of the statements of one kind; None where one of them is withheld."""

    kind: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class DeadlineMoved:
    """A deadline that comes earlier with the amendment, or is there only with it (`before` None)."""

    what: str
    where: str
    before: dt.date | None
    after: dt.date


@dataclass(frozen=True, slots=True)
class Impact:
    """What an amendment moves, as far as the day asked for.

    Attributes:
        entries: the clause entries that the amendment brought, in the order of the file.
        problems: of the comparison itself; those of either run are in `before` and `after`.
    """

    amendment: str
    before: Settlement
    after: Settlement
    entries: tuple[ClauseEntry, ...]
    agreement_term: tuple[AgreementTerm | None, AgreementTerm | None]
    terms: tuple[TermMoved, ...]
    units: tuple[UnitMoved, ...]
    statements: tuple[StatementMoved, ...]
    totals: tuple[TotalMoved, ...]
    deadlines: tuple[DeadlineMoved, ...]
    problems: tuple[Problem, ...] = ()


def impact(
    agreement: Agreement,
    events: Iterable[Event],
    *,
    amendment: str,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
    effective: Mapping[str, dt.date | None] | None = None,
    authors: Authors | None = None,
    kinds: Mapping[str, ClauseKind] | None = None,
) -> Impact:
    """The run over `events` with and without the clause entries that `amendment` brought.

    An entry belongs to the amendment that its key `document` names; without that key, to the one on whose day it
    takes effect. Where several took effect on that day, `authors` says to which; an entry that may be of more than one
    is left in both runs, and listed for a person.

    Args:
        agreement: as read.
        events: in any order.
        amendment: id of a document of the agreement.
        as_of: as for `settle`.
        known_at: as for `settle`.
        effective: document id -> the day it took effect, where that is known better than from `executed`.
        authors: which of the papers of one day brought an entry; None where the words are not at hand.
        kinds: as for `settle`.

    Raises:
        ConformedError: there is no such amendment, or the agreement's clauses are wrong.
    """
    events = tuple(events)
    entries, unclear = _entries_of(agreement, amendment, effective or {}, authors)
    without = replace(
        agreement, clauses=tuple(clause for clause in agreement.clauses if clause not in entries)
    )
    after = settle(agreement, events, as_of=as_of, known_at=known_at, kinds=kinds)
    before = settle(_complete(without, agreement), events, as_of=as_of, known_at=known_at, kinds=kinds)
    problems = [*unclear, *_restated(without, entries, amendment, as_of, effective or {})]
    if not entries and not unclear:
        problems.append(
            problem("impact-nothing", document=agreement.file, where=amendment, amendment=amendment)
        )
    units = _units(before, after)
    statements = _statements(before, after)
    return Impact(
        amendment=amendment,
        before=before,
        after=after,
        entries=entries,
        agreement_term=(before.agreement_term, after.agreement_term),
        terms=_terms(without, entries),
        units=units,
        statements=statements,
        totals=_totals(before, after),
        deadlines=_nearer(before, after, units, statements),
        problems=tuple(problems),
    )


def _entries_of(
    agreement: Agreement,
    amendment: str,
    effective: Mapping[str, dt.date | None],
    authors: Authors | None,
) -> tuple[tuple[ClauseEntry, ...], list[Problem]]:
    """The entries that the amendment brought, and those of which it cannot be told."""
    days = {document.id: effective.get(document.id) or document.executed for document in agreement.documents}
    named = [clause for clause in agreement.clauses if clause.values.get("document") == amendment]
    if amendment not in days and not named:
        near = get_close_matches(amendment, days, n=1)
        hint = f"did you mean {near[0]}?" if near else f"the documents are {', '.join(days) or 'not given'}"
        raise ConformedError(
            problem(
                "amendment-unknown", document=agreement.file, where=amendment, amendment=amendment, hint=hint
            )
        )
    day = days.get(amendment)
    papers = [id for id, other in days.items() if other == day]
    entries: list[ClauseEntry] = []
    unclear: list[Problem] = []
    for clause in agreement.clauses:
        if "document" in clause.values or day is None or clause.effective != day:
            brought: tuple[str, ...] = (amendment,) if clause in named else ()
        elif len(papers) == 1:
            brought = (amendment,)
        else:
            found = authors(clause, papers) if authors is not None else ()
            brought = tuple(found) or tuple(papers)
        if brought == (amendment,):
            entries.append(clause)
        elif amendment in brought:
            unclear.append(_unclear(agreement, clause, amendment, brought))
    return tuple(entries), unclear


def _unclear(agreement: Agreement, clause: ClauseEntry, amendment: str, papers: tuple[str, ...]) -> Problem:
    name = clause.values.get("name")
    return problem(
        "impact-unclear",
        document=agreement.file,
        line=clause.line,
        where=clause.kind,
        clause=f"{clause.kind} {name}" if name else clause.kind,
        day=clause.effective,
        papers=" or ".join(papers),
        amendment=amendment,
    )


def _restated(
    without: Agreement,
    entries: tuple[ClauseEntry, ...],
    amendment: str,
    as_of: dt.date,
    effective: Mapping[str, dt.date | None],
) -> Iterator[Problem]:
    """Later entries, in force by `as_of`, that give a value which the amendment gave too."""
    told: set[tuple[dt.date, str]] = set()
    for entry in entries:
        day, name = entry.effective or dt.date.min, entry.values.get("name")
        for later in without.clauses:
            if (later.kind, later.values.get("name")) != (entry.kind, name) or later.effective is None:
                continue
            shared = (entry.values.keys() & later.values.keys()) - _NO_TERMS
            if not day < later.effective <= as_of or not shared or (later.effective, entry.kind) in told:
                continue
            told.add((later.effective, entry.kind))
            yield problem(
                "impact-restated",
                document=without.file,
                line=later.line,
                where=amendment,
                amendment=amendment,
                paper=_paper_of(without, later, effective),
                clause=f"{entry.kind} {name}" if name else entry.kind,
                day=later.effective,
            )


def _paper_of(agreement: Agreement, entry: ClauseEntry, effective: Mapping[str, dt.date | None]) -> str:
    """The paper that brought the entry, or words for one that is not known."""
    named = entry.values.get("document")
    if isinstance(named, str):
        return named
    papers = [
        document.id
        for document in agreement.documents
        if (effective.get(document.id) or document.executed) == entry.effective
    ]
    return papers[0] if len(papers) == 1 else "a later entry"


def _complete(without: Agreement, agreement: Agreement) -> Agreement:
    """`without`, less the entries of a clause whose first entry is gone: what later ones keep from it is not known."""
    kept = []
    for clause in without.clauses:
        key = (clause.kind, clause.values.get("name"))
        day = clause.effective or dt.date.min
        earlier = [
            other
            for other in agreement.clauses
            if (other.kind, other.values.get("name")) == key and (other.effective or dt.date.min) < day
        ]
        first = min(earlier, key=lambda other: other.effective or dt.date.min, default=clause)
        inherited: dict[str, object] = {}
        for other in sorted(earlier, key=lambda other: other.effective or dt.date.min):
            inherited |= {
                name: value for name, value in other.values.items() if name not in ("agreed", "document")
            }
        still_there = any(other in without.clauses for other in earlier)
        if first is not clause and not still_there:
            kept.append(replace(clause, values={**inherited, **clause.values}))
        else:
            kept.append(clause)
    return replace(without, clauses=tuple(kept))


def _terms(without: Agreement, entries: tuple[ClauseEntry, ...]) -> tuple[TermMoved, ...]:
    """Each value that the amendment's entries give, beside the one that would hold without them."""
    moved = []
    for entry in entries:
        day = entry.effective or dt.date.min
        earlier = [
            clause
            for clause in without.clauses
            if clause.kind == entry.kind
            and clause.values.get("name") == entry.values.get("name")
            and (clause.effective or dt.date.min) <= day
        ]
        values: dict[str, object] = {}
        for clause in sorted(earlier, key=lambda clause: clause.effective or dt.date.min):
            values |= clause.values
        for key, value in entry.values.items():
            if key not in _NO_TERMS and values.get(key) != value:
                moved.append(
                    TermMoved(entry.kind, key, values.get(key), value, entry.source, entry.effective)
                )
    return tuple(moved)


def _units(before: Settlement, after: Settlement) -> tuple[UnitMoved, ...]:
    moved = []
    for old, new in zip(before.units, after.units, strict=True):
        shown: list[tuple[Any, ...]] = [
            (
                unit.term_ends_on,
                unit.notice_due_on,
                unit.notice_last_on,
                unit.status,
                unit.flags,
                unit.flags_withheld,
            )
            for unit in (old, new)
        ]
        if shown[0] != shown[1]:
            days = (
                (new.term_ends_on - old.term_ends_on).days if new.term_ends_on and old.term_ends_on else None
            )
            moved.append(UnitMoved(old, new, days))
    return tuple(moved)


def _statements(before: Settlement, after: Settlement) -> tuple[StatementMoved, ...]:
    old = {statement.id: statement for statement in before.statements}
    new = {statement.id: statement for statement in after.statements}
    moved = []
    for id in dict.fromkeys([statement.id for statement in (*after.statements, *before.statements)]):
        pair = [
            None
            if one is None
            else (one.amount, one.base, one.due_on, one.rate, len(one.lines), one.withheld)
            for one in (old.get(id), new.get(id))
        ]
        if pair[0] != pair[1]:
            kind = (new.get(id) or old[id]).kind
            moved.append(StatementMoved(id, kind, old.get(id), new.get(id)))
    return tuple(moved)


def _totals(before: Settlement, after: Settlement) -> tuple[TotalMoved, ...]:
    kinds = dict.fromkeys(statement.kind for statement in (*before.statements, *after.statements))
    return tuple(TotalMoved(kind, _total(before, kind), _total(after, kind)) for kind in kinds)


def _total(settlement: Settlement, kind: str) -> Decimal | None:
    total = Decimal("0.00")
    for statement in settlement.statements:
        if statement.kind == kind:
            if statement.amount is None:
                return None
            total += statement.amount
    return total


def _nearer(
    before: Settlement,
    after: Settlement,
    units: tuple[UnitMoved, ...],
    statements: tuple[StatementMoved, ...],
) -> tuple[DeadlineMoved, ...]:
    found: list[DeadlineMoved] = []

    def compare(what: str, where: str, old: dt.date | None, new: dt.date | None) -> None:
        if new is not None and (old is None or new < old):
            found.append(DeadlineMoved(what, where, old, new))

    for unit in units:
        if unit.after.status == "disconnected":
            continue  # nothing is to be done for it any more
        compare("notice", unit.after.id, unit.before.notice_safe_on, unit.after.notice_safe_on)
        compare("term end", unit.after.id, unit.before.term_ends_on, unit.after.term_ends_on)
    for moved in statements:
        compare(
            "payment",
            moved.id,
            moved.before.due_on if moved.before else None,
            moved.after.due_on if moved.after else None,
        )
    old, new = before.agreement_term, after.agreement_term
    compare("agreement's end", "agreement", old.ends if old else None, new.ends if new else None)
    return tuple(sorted(found, key=lambda deadline: (deadline.after, deadline.what, deadline.where)))
