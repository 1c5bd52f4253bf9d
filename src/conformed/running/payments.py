"""Payments: which statement each pays, by whom, and what stays on account.

A payment pays the statement that it names. Any one of several debtors may pay the whole. What exceeds the statement, or
names none, stays on account of the payer, and is reported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from conformed.model.event import Event
from conformed.model.problem import Problem, problem
from conformed.model.statement import Statement
from conformed.running.clause import Allocation, Facts
from conformed.running.issue import least_of, most_of
from conformed.running.money import NOUGHT

__all__ = ["OnAccount", "Paid", "allocate"]


@dataclass(frozen=True, slots=True)
class OnAccount:
    """What a payer paid and owes to no statement."""

    event: str
    payer: str
    role: str
    amount: Decimal
    payment: Event


@dataclass(frozen=True, slots=True)
class Paid:
    """All payments, placed."""

    statements: tuple[Statement, ...]
    allocations: Mapping[str, tuple[Allocation, ...]]
    on_account: tuple[OnAccount, ...]
    problems: tuple[Problem, ...]


def allocate(statements: Sequence[Statement], facts: Facts) -> Paid:
    """The statements with what was paid on them, in the order in which the payments are taken."""
    by_id = {id: statement for statement in statements for id in (statement.id, *statement.stands_for)}
    left = {statement.id: statement.amount for statement in statements if statement.amount is not None}
    placed: dict[str, list[Allocation]] = {}
    offered: dict[str, Decimal] = {}
    on_account: list[OnAccount] = []
    problems: list[Problem] = []

    def report(code: str, event: Event, **named: object) -> None:
        problems.append(_problem(code, event, named))

    for event in facts.of("payment"):
        amount = facts.amounts[event.id].latest
        payer = event.counterparty or ""
        role = facts.parties.role(payer)
        statement = by_id.get(event.reference or "")
        if role is None and facts.parties.names:
            report("payer-unknown", event, payer=payer)
        if statement is None:
            report("payment-unplaced", event, reference=event.reference or "no statement")
        elif role is not None and role != statement.debtor:
            report("payment-by-creditor", event, payer=payer, statement=statement.id, debtor=statement.debtor)
            statement = None
        taken = NOUGHT
        if statement is not None:
            offered[statement.id] = offered.get(statement.id, NOUGHT) + amount
            taken = max(min(amount, left.get(statement.id, NOUGHT)), NOUGHT)
            if statement.amount is not None:
                left[statement.id] -= taken
            if taken:
                allocation = Allocation(
                    statement.id, event.id, event.occurred_on, payer, role or statement.debtor, taken
                )
                placed.setdefault(statement.id, []).append(allocation)
            if amount > taken and statement.amount is not None:
                report("overpaid", event, statement=statement.id, excess=amount - taken)
        if amount > taken:
            debtor = role or (statement.debtor if statement else "customer")
            on_account.append(OnAccount(event.id, payer, debtor, amount - taken, event))
    settled = tuple(
        _settled(statement, placed.get(statement.id, ()), offered.get(statement.id, NOUGHT))
        for statement in statements
    )
    return Paid(
        settled, {id: tuple(found) for id, found in placed.items()}, tuple(on_account), tuple(problems)
    )


def _settled(statement: Statement, payments: Sequence[Allocation], offered: Decimal) -> Statement:
    """The statement with what was paid on it; `offered` is what was paid in its name."""
    paid = sum((payment.amount for payment in payments), NOUGHT)
    if statement.amount is None:
        return replace(statement, status=_sealed_status(statement, offered))
    covered = paid >= statement.amount if paid else not statement.amount
    status = "paid" if covered else "open"
    return replace(statement, paid=paid, status=status)


def _sealed_status(statement: Statement, offered: Decimal) -> str | None:
    """The status of a statement of which a seal keeps the amount: known where its lines bound that."""
    least = least_of(statement.lines)
    if least is None:
        return None
    if least > offered:
        return "open"
    bounds = [most_of(statement.lines), statement.number("cap")]
    if statement.reading != "carry-forward":
        bounds.append(statement.number("uncapped"))
    return "paid" if least >= 0 and any(bound is not None and offered >= bound for bound in bounds) else None


def _problem(code: str, event: Event, named: Mapping[str, object]) -> Problem:
    facts: dict[str, Any] = {"event": event.id, **named}
    return problem(code, line=event.line, where=event.id, **facts)
