"""Scenarios: a contract, what happened, and the statement that follows, all in one file that reads like them."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from conformed.model.agreement import Agreement, ClauseEntry, DocumentEntry
from conformed.model.event import Event
from conformed.model.statement import AgreementTerm, Line, Settlement, Statement, Unit
from conformed.running import settle

FOLDER = Path(__file__).parent / "scenarios"


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def agreement_of(scenario: dict[str, Any]) -> Agreement:
    clauses = []
    for table in scenario["clauses"]:
        values = {key: value for key, value in table.items() if key not in ("kind", "source", "effective")}
        clauses.append(ClauseEntry(table["kind"], values, table.get("source"), table.get("effective")))
    parties = {
        role: (names,) if isinstance(names, str) else tuple(names)
        for role, names in scenario.get("parties", {}).items()
    }
    documents = [DocumentEntry(**table, file=f"{table['id']}.txt") for table in scenario.get("documents", ())]
    return Agreement(
        "agreement.toml",
        None,
        scenario.get("governing_law"),
        "USD",
        documents=tuple(documents),
        parties=parties,
        clauses=tuple(clauses),
        sealed=scenario.get("sealed", {}),
    )


def events_of(table: str) -> list[Event]:
    """Rows `id | kind | occurred | recorded | subject | counterparty | amount | reference`, the last ones optional."""
    events = []
    for line in table.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        cells += [""] * (8 - len(cells))
        id, kind, occurred, recorded, subject, counterparty, amount, reference = cells
        moment = dt.datetime.fromisoformat(f"{recorded or occurred}T12:00:00-05:00")
        events.append(
            Event(
                id,
                kind,
                dt.date.fromisoformat(occurred),
                moment,
                subject or None,
                counterparty or None,
                Decimal(amount) if amount else None,
                reference or None,
            )
        )
    return events


def run(scenario: dict[str, Any], part: dict[str, Any]) -> Settlement:
    known_at = part.get("known_at")
    return settle(
        agreement_of(scenario),
        events_of(scenario.get("events", "")),
        as_of=part["as_of"],
        known_at=known_at,
    )


def told(settlement: Settlement, shows: list[str]) -> str:
    """The parts of a settlement that a scenario shows, as it writes them."""
    lines: list[str] = []
    for show in shows:
        if show == "agreement":
            term = settlement.agreement_term
            lines.append(f"agreement {term.starts} to {term.ends}{_flags(term)}" if term else "no agreement")
            if term and term.due_on:
                lines.append(f"    notice {term.safe_on} / {term.due_on} / {term.last_on}")
        elif show == "units":
            lines.extend(_unit(unit) for unit in settlement.units)
        elif show == "sides":
            lines.extend(f"{one.id} owed by {one.debtor} to {one.creditor}" for one in settlement.statements)
        elif show == "problems":
            lines.extend(f"problem {found.code} {found.where}" for found in settlement.problems)
        elif show == "owed":
            for ageing in settlement.ledger.ageing:
                ages = (
                    ageing.current,
                    ageing.days_1_30,
                    ageing.days_31_60,
                    ageing.days_61_90,
                    ageing.over_90,
                )
                who = " or ".join(ageing.debtors)
                lines.append(f"{who} owes {' / '.join(map(_money, ages))}")
        elif show == "rights":
            for right in settlement.rights:
                notice = (
                    f"{right.notice_months} months" if right.notice_months else f"{right.notice_days} days"
                )
                used = f", used on {right.exercised_on}: ends {right.ends_on}" if right.exercised_on else ""
                lines.append(f"right {right.source} ({right.holder}): {notice}' notice{used}")
        else:
            for statement in settlement.statements:
                if statement.id.startswith(show):
                    lines.extend(_statement(statement))
    return "\n".join(lines)


def _flags(of: Unit | AgreementTerm) -> str:
    flags = [*of.flags, *(f"{flag} ?" for flag in of.flags_withheld)]
    return f" [{', '.join(flags)}]" if flags else ""


def _unit(unit: Unit) -> str:
    if unit.installed_on is None:
        return f"unit {unit.id} {unit.status}"
    notice = (
        f", notice {unit.notice_safe_on} / {unit.notice_due_on} / {unit.notice_last_on}"
        if unit.notice_due_on
        else ""
    )
    gone = f", gone {unit.disconnected_on}" if unit.disconnected_on else ""
    withheld = f", withheld {' '.join(unit.withheld)}" if unit.withheld else ""
    return (
        f"unit {unit.id} {unit.installed_on} to {unit.term_ends_on}{gone}{notice}{withheld}, "
        f"{unit.status or '?'}{_flags(unit)}"
    )


def _statement(statement: Statement) -> Iterator[str]:
    when = f"{statement.begins} to {statement.ends}" if statement.begins else f"billed {statement.issued_on}"
    due = "" if statement.kind == "late-interest" else f", due {statement.due_on} / {statement.last_on}"
    numbers = "".join(f", {number.name} {_money(number.value)}" for number in statement.numbers)
    withheld = f", withheld {' '.join(statement.withheld)}" if statement.withheld else ""
    yield f"{statement.id}: {when}{numbers}: {_money(statement.amount)}{due}, {statement.status or '?'}{withheld}"
    for line in statement.lines:
        yield "    " + _line(line)


def _money(amount: Decimal | None) -> str:
    return "?" if amount is None else f"{amount:.2f}"


def _line(line: Line) -> str:
    rate = "?" if line.rate is None else str(line.rate)
    adjusts = f", adjusts {line.adjusts}" if line.adjusts else ""
    if line.unit is not None:
        days = "?" if line.days is None else line.days
        return f"{line.unit}: {rate} x {days}/{line.of} days = {_money(line.amount)}{adjusts}"
    if line.days is not None:
        return f"{rate} a year x {_money(line.base)} x {line.days} days = {_money(line.amount)}"
    if line.counterparty is None:
        return f"{line.concerns}: {rate} a year x what is paid late = {_money(line.amount)}"
    events = " ".join(line.events)
    return f"{line.counterparty}: {rate} x {_money(line.base)} = {_money(line.amount)} ({events}){adjusts}"
