"""A settlement for people at a terminal: term, units, statements, deadlines, balances."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from textwrap import shorten

from conformed.cli.printing import data, table
from conformed.model.statement import Settlement, Statement
from conformed.writing.deadlines import next_deadlines
from conformed.writing.figures import (
    amount_words,
    day_words,
    notice_words,
    period_words,
    standing_words,
    status_words,
    used_words,
)

__all__ = [
    "print_deadlines",
    "print_rights",
    "print_settlement",
    "print_statement",
    "print_statements",
    "print_units",
]


def print_settlement(settlement: Settlement, *, title: str, most_rows: int) -> None:
    """Everything, each table cut at `most_rows`."""
    known = (
        f", as known at {settlement.known_at.isoformat(timespec='seconds')}" if settlement.known_at else ""
    )
    data(f"{title}, as of {settlement.as_of.isoformat()}{known}; days counted by {settlement.law}")
    term = settlement.agreement_term
    if term is not None:
        ends = day_words(term.ends) if term.ends or not term.withheld else amount_words(None, term.withheld)
        data(f"agreement term: {day_words(term.starts)} to {ends}")
    print_units(settlement, most_rows=most_rows)
    print_statements(settlement, most_rows=most_rows)
    print_deadlines(settlement, most_rows=most_rows)
    print_rights(settlement)
    _print_register(settlement, most_rows=most_rows)
    _print_balances(settlement)


def print_units(settlement: Settlement, *, most_rows: int) -> None:
    """Each unit with its term and the days for notice."""
    if not settlement.units:
        return
    rows = [
        (
            unit.id,
            day_words(unit.installed_on),
            _day_or_seals(unit.term_ends_on, unit.withheld),
            _day_or_seals(unit.notice_safe_on, unit.withheld),
            _day_or_seals(unit.notice_last_on, unit.withheld),
            standing_words(unit),
        )
        for unit in settlement.units[:most_rows]
    ]
    data("")
    table("Units", ("unit", "installed", "term ends", "notice safe", "notice last", "status"), rows)
    _say_rest(len(settlement.units), most_rows, "units")


def _day_or_seals(day: dt.date | None, withheld: Sequence[str]) -> str:
    return day_words(day) if day is not None or not withheld else amount_words(None, withheld)


def print_rights(settlement: Settlement) -> None:
    """The rights to end the agreement early, and which was used."""
    if not settlement.rights:
        return
    rows = [
        (
            right.source or "–",
            right.holder,
            shorten(right.grounds or "none needed", 60, placeholder=" …"),
            notice_words(right),
            used_words(right),
        )
        for right in settlement.rights
    ]
    data("")
    table("Rights to end it early", ("provision", "whose", "grounds", "notice", "used"), rows)


def print_statements(settlement: Settlement, *, most_rows: int) -> None:
    """Each statement with its amount and days."""
    if not settlement.statements:
        return
    rows = [
        (
            statement.id,
            period_words(statement),
            # the note says by which seals
            amount_words(statement.amount) if statement.amount is not None else "withheld",
            day_words(statement.due_on),
            day_words(statement.last_on),
            f"{statement.debtor} to {statement.creditor}",
            status_words(statement.status),
        )
        for statement in settlement.statements[-most_rows:]
    ]
    data("")
    heads = ("statement", "period", f"amount ({settlement.currency})", "due", "last", "who", "status")
    table("Statements", heads, rows, right=(heads[2],))
    _say_rest(len(settlement.statements), most_rows, "earlier statements")


def print_statement(settlement: Settlement, statement: Statement, *, most_rows: int) -> None:
    """One statement with its lines."""
    amount = amount_words(statement.amount, statement.withheld)
    data(
        f"{statement.id}, {period_words(statement)}: {amount} {settlement.currency}, {status_words(statement.status)}"
    )
    due = f"due {day_words(statement.due_on)}, last {day_words(statement.last_on)}"
    data(f"{statement.debtor} to {statement.creditor}; {due}")
    rows = [
        (
            line.counterparty or line.unit or line.concerns or "–",
            amount_words(line.base, line.withheld)
            if statement.has_base and line.withheld
            else _words(line.base),
            f"{'withheld' if line.days is None else line.days} of {line.of}"
            if line.of
            else _count(line.days),
            amount_words(line.amount, line.withheld),
            line.adjusts or "",
            " ".join(line.events),
        )
        for line in statement.lines[:most_rows]
    ]
    heads = ("for", "base", "days", f"amount ({settlement.currency})", "adjusts", "events")
    filled = [at for at in range(len(heads)) if any(row[at] for row in rows)]
    data("")
    table(
        "Lines", [heads[at] for at in filled], [[row[at] for at in filled] for row in rows], right=heads[1:4]
    )
    _say_rest(len(statement.lines), most_rows, "lines")


def _words(base: Decimal | None) -> str:
    return "" if base is None else amount_words(base)


def _count(days: int | None) -> str:
    return "" if days is None else f"{days}"


def print_deadlines(settlement: Settlement, *, most_rows: int) -> None:
    """What is to be done next, the soonest first."""
    found = next_deadlines(settlement)
    if not found:
        return
    rows = [
        (
            day_words(entry.safe),
            day_words(entry.due),
            day_words(entry.last),
            entry.what,
            shorten(entry.details, 60, placeholder=" …"),
        )
        for entry in found[:most_rows]
    ]
    data("")
    table("Next deadlines", ("safe", "due", "last", "what", ""), rows)
    _say_rest(len(found), most_rows, "deadlines")


def _print_balances(settlement: Settlement) -> None:
    ledger = settlement.ledger
    data("")
    rows = [(role, amount_words(balance, ledger.withheld)) for role, balance in ledger.by_role.items()]
    heads = ("role", f"is owed ({settlement.currency})")
    table(
        f"Ledger: {len(ledger.entries)} entries, {'balanced' if ledger.balanced else 'NOT balanced'}",
        heads,
        rows,
        right=heads[1:],
    )


def _print_register(settlement: Settlement, *, most_rows: int) -> None:
    register = settlement.register
    if register is None:
        return
    open_ones = register.to_confirm
    if open_ones:
        papers: dict[tuple[str, str], list[str]] = {}
        for one in open_ones:
            papers.setdefault((one.representation, one.party), []).append(one.paper)
        rows = [(what, party, ", ".join(made)) for (what, party), made in papers.items()]
        data("")
        table("Representations to confirm", ("representation", "party", "made again by"), rows[:most_rows])
        _say_rest(len(rows), most_rows, "representations")
    going_on = [breach for breach in register.breaches if breach.continues(settlement.as_of)]
    if going_on:
        data("")
        broken = [
            (breach.id, breach.subject, breach.party, day_words(breach.began))
            for breach in going_on[:most_rows]
        ]
        table("Breaches that continue", ("breach", "of", "party", "since"), broken)
        _say_rest(len(going_on), most_rows, "breaches")


def _say_rest(count: int, most_rows: int, what: str) -> None:
    if count > most_rows:
        data(f"({count - most_rows} more {what}; --json or -o FILE has all)")
