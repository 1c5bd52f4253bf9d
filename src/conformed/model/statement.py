"""What running the terms gives: units with their terms, statements with their lines, rights, and the settlement.

A figure that rests on a withheld value is None, and `withheld` names the seals that it waits for. Amounts are in the
agreement's currency, with cents; a statement's amount is the sum of its lines'.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from conformed.model.ledger import Ledger
from conformed.model.problem import Problem
from conformed.model.register import Register

__all__ = [
    "AgreementTerm",
    "Line",
    "Right",
    "Settlement",
    "Statement",
    "StatementNumber",
    "Unit",
]


@dataclass(frozen=True, slots=True)
class AgreementTerm:
    """The agreement's own term, both days included.

    Attributes:
        ends: None while a withheld value decides it.
        safe_on, due_on, last_on: the days for a notice that it shall not be renewed, where it renews by itself.
        flags: `month-end-sensitive`, `renewed`, `terminated`.
        flags_withheld: those of these of which a withheld value decides whether they hold.
        not_before, not_after: while a withheld value decides the end, the earliest and the latest day that it may be;
            None: there is none.
    """

    starts: dt.date | None
    ends: dt.date | None
    safe_on: dt.date | None = None
    due_on: dt.date | None = None
    last_on: dt.date | None = None
    flags: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    flags_withheld: tuple[str, ...] = ()
    not_before: dt.date | None = None
    not_after: dt.date | None = None

    @property
    def span(self) -> tuple[dt.date | None, dt.date | None]:
        """The earliest and the latest day on which it may end; the same where none is withheld."""
        if self.ends is not None or not self.withheld:
            return self.ends, self.ends
        return self.not_before or dt.date.min, self.not_after


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of service (a circuit, a machine, a room) that is ordered, installed and disconnected by itself.

    Attributes:
        ordered_on, installed_on, disconnected_on: None where it has not happened.
        initial_ends_on: the last day of its term without an extension.
        term_ends_on: the last day of its term.
        notice_safe_on, notice_due_on, notice_last_on: the days for exercising the option; None without one.
        status: `ordered`, `in-term`, `notice-window`, `extended`, `expired` or `disconnected`; None while a withheld
            value decides it.
        flags: `month-end-sensitive`, `outlives-agreement`.
        flags_withheld: those of these of which a withheld value decides whether they hold.
        events: the ids of the events that made it so.
        months, effective: of its term, and the day from which the terms that rule it hold; None where not known.
    """

    id: str
    ordered_on: dt.date | None
    installed_on: dt.date | None
    disconnected_on: dt.date | None
    initial_ends_on: dt.date | None
    term_ends_on: dt.date | None
    notice_safe_on: dt.date | None
    notice_due_on: dt.date | None
    notice_last_on: dt.date | None
    status: str | None
    flags: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    months: int | None = None
    effective: dt.date | None = None
    flags_withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a statement.

    Attributes:
        counterparty: the third party concerned, or None.
        unit: the unit concerned, or None.
        days, of: days charged and days in the month (negative days take back what was charged); days are None while
            a withheld value decides them.
        base: the amount that the rate applies to, or None; None too while a withheld value decides it.
        rate: the rate of this line, or None where it is withheld.
        adjusts: the closed statement that this line corrects, or None.
        concerns: the statement that was, or may have been, paid late, where one of interest has lines for several.
        events: the ids of the events that it rests on, in the order in which they are taken.
        formula: how the amount came about, in figures.
        effective: the days from which the entries of the clause hold that its rate comes from; None: always.
    """

    amount: Decimal | None
    counterparty: str | None = None
    unit: str | None = None
    days: int | None = None
    of: int | None = None
    base: Decimal | None = None
    rate: Decimal | None = None
    adjusts: str | None = None
    events: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    formula: str = ""
    effective: tuple[dt.date | None, ...] = ()
    concerns: str | None = None


@dataclass(frozen=True, slots=True)
class StatementNumber:
    """A figure of a statement that only some kinds have (`cap`, `excess`); None while it is withheld."""

    name: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of what one party owes another.

    Attributes:
        id: such as `credit-2001-Q2`; it never changes, whatever becomes known later.
        kind: the clause's kind.
        clause: the clause's own name, where the agreement has several of the kind, else the kind.
        debtor, creditor: roles.
        begins, ends: the period (its first and last day), or None for a statement of one day.
        issued_on: the day on which the amount is posted: for a credit its due day, for a charge the period's last day,
            for a claw-back the billing day.
        rate: the rate of its lines, or None where it is withheld; where they have several, that of the last day.
        base: the sum of the lines' bases, or None for a kind that has none, or while a withheld value decides it.
        amount: the sum of the lines' amounts; None while one of them is withheld.
        due_on, last_on: when it is to be paid, by plain counting and by law.
        closes: the last day on which an event recorded late still enters it; None where that is withheld.
        numbers: further figures, in the order in which they are shown.
        paid: what was paid on it.
        status: `paid` where nothing is left to pay (so for an amount of nought from the beginning), else `open`; None
            while a withheld value decides it.
        source: the provision that orders it, and `effective`, the day from which its terms hold.
        reading: the reading of the words that was followed, where there are several.
        alternatives: what the other readings would give.
        due_withheld: the seals that its due day waits for.
        stands_for: the ids of the statements of which a seal decides whether they are there, where it stands for all.
        sequence: its place among the statements of a clause that are measured one after the other (claw-backs).
    """

    id: str
    kind: str
    clause: str
    debtor: str
    creditor: str
    begins: dt.date | None
    ends: dt.date | None
    issued_on: dt.date | None
    rate: Decimal | None
    base: Decimal | None
    amount: Decimal | None
    due_on: dt.date | None
    last_on: dt.date | None
    closes: dt.date | None
    lines: tuple[Line, ...]
    numbers: tuple[StatementNumber, ...] = ()
    withheld: tuple[str, ...] = ()
    paid: Decimal = Decimal("0.00")
    status: str | None = "open"
    source: str | None = None
    effective: dt.date | None = None
    reading: str | None = None
    alternatives: tuple[tuple[str, Decimal | None], ...] = ()
    has_base: bool = True
    sequence: int = 0
    due_withheld: tuple[str, ...] = ()
    stands_for: tuple[str, ...] = ()

    @property
    def outstanding(self) -> Decimal | None:
        """What is still owed; None while the amount is withheld."""
        return None if self.amount is None else self.amount - self.paid

    def number(self, name: str) -> Decimal | None:
        """The further figure `name`; None where the statement has none, or it is withheld."""
        return next((number.value for number in self.numbers if number.name == name), None)


@dataclass(frozen=True, slots=True)
class Right:
    """A right to end the agreement early: its grounds in a few words, and the notice and cure that it asks for."""

    holder: str
    grounds: str | None
    notice_days: int | None
    cure_days: int | None
    source: str | None
    exercised_on: dt.date | None = None
    ends_on: dt.date | None = None
    withheld: tuple[str, ...] = ()
    notice_months: int | None = None
    exercised_by: str | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """The terms run over the events.

    Attributes:
        as_of: events that occurred by this day, statements whose period began by it.
        known_at: only events recorded by this moment, as given; None: all.
        law: code of the way in which days were counted.
        register: who represented what, and what was broken; None for an agreement without either.
    """

    as_of: dt.date
    known_at: dt.datetime | None
    currency: str
    law: str
    agreement_term: AgreementTerm | None
    units: tuple[Unit, ...]
    statements: tuple[Statement, ...]
    rights: tuple[Right, ...]
    ledger: Ledger
    problems: tuple[Problem, ...] = ()
    register: Register | None = None

    def __repr__(self) -> str:
        return f"<Settlement as of {self.as_of}, {len(self.units)} units, {len(self.statements)} statements>"

    def statement(self, id: str) -> Statement:
        """The statement with this id, or the one that stands for it.

        Raises:
            KeyError: where there is none.
        """
        for statement in self.statements:
            if id == statement.id or id in statement.stands_for:
                return statement
        raise KeyError(id)

    def unit(self, id: str) -> Unit:
        """The unit with this id.

        Raises:
            KeyError: where there is none.
        """
        for unit in self.units:
            if unit.id == id:
                return unit
        raise KeyError(id)
