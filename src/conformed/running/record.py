"""`settle --json`: the settlement as plain values, ready for `json.dumps`.

Amounts and rates are strings, days are ISO 8601, what is withheld is None with `withheld` beside it.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from conformed.model.ledger import Ageing, Ledger
from conformed.model.problem import Problem
from conformed.model.register import Register
from conformed.model.statement import AgreementTerm, Line, Right, Settlement, Statement, Unit

__all__ = [
    "line_record",
    "register_record",
    "settle_record",
    "several_rates",
    "statement_record",
    "unit_record",
]

_OF_UNITS = "recurring-charge"


def settle_record(settlement: Settlement) -> dict[str, Any]:
    """The settlement as INTERFACE's `settle --json` says.

    `paid` and `outstanding` of a statement, `rights` and `register` are there where they say something.
    """
    known_at = settlement.known_at
    record: dict[str, Any] = {
        "as_of": settlement.as_of.isoformat(),
        "known_at": known_at.isoformat() if known_at else None,
        "currency": settlement.currency,
        "agreement_term": _term(settlement.agreement_term),
        "units": [unit_record(unit) for unit in settlement.units],
        "statements": [statement_record(statement) for statement in settlement.statements],
        "problems": [_problem(found) for found in settlement.problems],
        "ledger": _ledger(settlement.ledger),
    }
    if settlement.rights:
        record["rights"] = [_right(right) for right in settlement.rights]
    if settlement.register is not None:
        record["register"] = register_record(settlement.register)
    return record


def register_record(register: Register) -> dict[str, Any]:
    """The register of representations and defaults as plain values."""
    return {
        "represented": [
            {
                "representation": entry.representation,
                "text": entry.text,
                "source": entry.source,
                "party": entry.party,
                "role": entry.role,
                "paper": entry.paper,
                "made_on": _day(entry.made_on),
                "speaks_of": _day(entry.speaks_of),
                "remade": entry.remade,
                "confirmed_on": _day(entry.confirmed_on),
                "confirmed_by": entry.confirmed_by,
                "breaches": list(entry.breaches),
            }
            for entry in register.represented
        ],
        "to_confirm": len(register.to_confirm),
        "breaches": [
            {
                "id": breach.id,
                "subject": breach.subject,
                "party": breach.party,
                "began": _day(breach.began),
                "cured_on": _day(breach.cured_on),
                "cured_by": breach.cured_by,
            }
            for breach in register.breaches
        ],
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def _rate(rate: Decimal | None, *, money: bool) -> str | None:
    """A share as given (`0.25`); a charge with its cents at least (`30.00`)."""
    if rate is None:
        return None
    exponent = rate.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return f"{rate:.{max(places, 2) if money else places}f}"


def _withheld(record: dict[str, Any], seals: tuple[str, ...]) -> dict[str, Any]:
    if seals:
        record["withheld"] = list(seals)
    return record


def _term(term: AgreementTerm | None) -> dict[str, Any] | None:
    if term is None:
        return None
    record: dict[str, Any] = {"starts": _day(term.starts), "ends": _day(term.ends)}
    if term.due_on:
        record |= {
            "notice_safe_on": _day(term.safe_on),
            "notice_due_on": _day(term.due_on),
            "notice_last_on": _day(term.last_on),
        }
    if term.flags:
        record["flags"] = list(term.flags)
    if term.flags_withheld:
        record["flags_withheld"] = list(term.flags_withheld)
    return _withheld(record, term.withheld)


def unit_record(unit: Unit) -> dict[str, Any]:
    """A unit as plain values."""
    record: dict[str, Any] = {
        "id": unit.id,
        "installed_on": _day(unit.installed_on),
        "term_ends_on": _day(unit.term_ends_on),
        "notice_safe_on": _day(unit.notice_safe_on),
        "notice_due_on": _day(unit.notice_due_on),
        "notice_last_on": _day(unit.notice_last_on),
        "status": unit.status,
        "flags": list(unit.flags),
    }
    if unit.flags_withheld:
        record["flags_withheld"] = list(unit.flags_withheld)
    if unit.disconnected_on:
        record["disconnected_on"] = _day(unit.disconnected_on)
    if unit.initial_ends_on != unit.term_ends_on:
        record["initial_term_ends_on"] = _day(unit.initial_ends_on)
    return _withheld(record, unit.withheld)


def statement_record(statement: Statement) -> dict[str, Any]:
    """A statement with its lines as plain values."""
    charge = statement.kind == _OF_UNITS
    record: dict[str, Any] = {"id": statement.id, "kind": statement.kind}
    if statement.begins is not None:
        record |= {"from": _day(statement.begins), "to": _day(statement.ends)}
    record["rate"] = _rate(statement.rate, money=charge)
    if statement.has_base:
        record["base"] = _money(statement.base)
    for number in statement.numbers:
        record[number.name] = _money(number.value)
    record["amount"] = _money(statement.amount)
    if statement.begins is None:
        record["billed_on"] = _day(statement.issued_on)
    record |= {
        "due_on": _day(statement.due_on),
        "last_on": _day(statement.last_on),
        "status": statement.status,
    }
    if statement.paid:
        record |= {"paid": _money(statement.paid), "outstanding": _money(statement.outstanding)}
    several = several_rates(statement)
    record["lines"] = [line_record(line, statement, several_rates=several) for line in statement.lines]
    return _withheld(record, statement.withheld)


def several_rates(statement: Statement) -> bool:
    """Whether a line has another rate than the statement shows, so that each is shown with its own."""
    return any(line.rate != statement.rate for line in statement.lines)


def line_record(line: Line, statement: Statement, *, several_rates: bool) -> dict[str, Any]:
    """A line of `statement` as plain values, with its own rate where the statement has `several_rates`."""
    charge = statement.kind == _OF_UNITS
    record: dict[str, Any] = {}
    if line.unit is not None:
        record["unit"] = line.unit
    if line.counterparty is not None:
        record["counterparty"] = line.counterparty
    if line.concerns is not None:
        record["concerns"] = line.concerns
    if line.days is not None or (charge and line.withheld):
        record["days"] = line.days
    if line.of is not None:
        record["of"] = line.of
    if line.base is not None or (statement.has_base and line.withheld):
        record["base"] = _money(line.base)
    if several_rates:
        record["rate"] = _rate(line.rate, money=charge)
    record["amount"] = _money(line.amount)
    if not charge or line.adjusts:
        record["adjusts"] = line.adjusts
    if not charge:
        record["events"] = list(line.events)
    return _withheld(record, line.withheld)


def _problem(found: Problem) -> dict[str, Any]:
    return {"code": found.code, "event": found.where, "message": found.message}


def _right(right: Right) -> dict[str, Any]:
    record: dict[str, Any] = {
        "holder": right.holder,
        "grounds": right.grounds,
        "source": right.source,
        "notice_days": right.notice_days,
        "cure_days": right.cure_days,
        "exercised_on": _day(right.exercised_on),
        "ends_on": _day(right.ends_on),
    }
    if right.notice_months is not None:
        record["notice_months"] = right.notice_months
    return _withheld(record, right.withheld)


def _ledger(ledger: Ledger) -> dict[str, Any]:
    record: dict[str, Any] = {
        "balanced": ledger.balanced,
        "balances": {account: _money(amount) for account, amount in ledger.balances.items()},
        "by_role": {role: _money(amount) for role, amount in ledger.by_role.items()},
        "paid_by": {payer: _money(amount) for payer, amount in ledger.paid_by.items()},
        "ageing": [_ageing(ageing) for ageing in ledger.ageing],
        "entries": len(ledger.entries),
    }
    return _withheld(record, ledger.withheld)


def _ageing(ageing: Ageing) -> dict[str, Any]:
    return {
        "role": ageing.role,
        "debtors": list(ageing.debtors),
        "current": _money(ageing.current),
        "1-30": _money(ageing.days_1_30),
        "31-60": _money(ageing.days_31_60),
        "61-90": _money(ageing.days_61_90),
        "over-90": _money(ageing.over_90),
    }
