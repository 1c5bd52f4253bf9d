"""The steps by which a figure or a day came about, each with its formula in figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from conformed.model.event import Event
from conformed.model.statement import AgreementTerm, Line, Settlement, Statement, Unit
from conformed.running.daycount import Law, add_months

__all__ = ["Step", "agreement_steps", "formula_of", "statement_steps", "unit_steps"]

_MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Step:
    """One figure or day: what it is, how it was computed, and what came out (`withheld` where a seal keeps it)."""

    what: str
    formula: str
    result: str


def formula_of(line: Line) -> str:
    """How the line's amount came about, with the amount."""
    amount = "withheld" if line.amount is None else f"{line.amount:.2f}"
    return f"{line.formula} = {amount}" if line.formula else amount


def statement_steps(statement: Statement, law: Law, settlement: Settlement) -> tuple[Step, ...]:
    """From the lines to what is outstanding."""
    steps: list[Step] = []
    if statement.has_base:
        bases = " + ".join(f"{line.base:.2f}" for line in statement.lines[:12] if line.base is not None)
        more = f" + ... ({len(statement.lines)} lines)" if len(statement.lines) > 12 else ""
        steps.append(Step("base", bases + more, _shown(statement.base)))
    if statement.kind == "claw-back":
        steps.extend(_claw_back_steps(statement, settlement))
    else:
        amounts = " + ".join(_shown(line.amount) for line in statement.lines[:12])
        more = f" + ... ({len(statement.lines)} lines)" if len(statement.lines) > 12 else ""
        steps.append(Step("amount", amounts + more, _shown(statement.amount)))
    steps.extend(_after_the_end(statement, settlement))
    start = statement.ends or statement.issued_on
    if statement.due_on is not None and start is not None:
        days = (statement.due_on - start).days
        steps.append(Step("due_on", f"{start} + {days} days", str(statement.due_on)))
        moved = statement.last_on != statement.due_on
        how = (
            f"{statement.due_on} is no business day: {law.sources['moves']}" if moved else law.sources["days"]
        )
        steps.append(Step("last_on", how, str(statement.last_on)))
    elif statement.kind != "late-interest":
        steps.append(Step("due_on", "the number of days is withheld", "withheld"))
    if statement.paid:
        outstanding = f"{_shown(statement.amount)} - {statement.paid}"
        steps.append(Step("outstanding", outstanding, _shown(statement.outstanding)))
    return tuple(steps)


def _claw_back_steps(statement: Statement, settlement: Settlement) -> Iterator[Step]:
    day = statement.issued_on
    credits = [
        other
        for other in settlement.statements
        if other.kind == "pass-through-credit" and other.due_on is not None and day and other.due_on < day
    ]
    counted = _listed(credits, "credits", " + ") or "no credit"
    earlier = [
        other
        for other in settlement.statements
        if other.kind == "claw-back"
        and other.clause == statement.clause
        and other.sequence < statement.sequence
    ]
    earlier.sort(key=lambda other: other.sequence)
    less, left = "", _sum(credits)
    if earlier and statement.reading != "gross":
        less = f" - {_listed(earlier, 'claw-backs', ' - ')}"
        taken = _sum(earlier)
        left = None if left is None or taken is None else left - taken
    floor = f" = {left}, not below nought" if left is not None and left < 0 else ""
    uncapped, cap, excess = (statement.number(name) for name in ("uncapped", "cap", "excess"))
    share = f"{_shown(statement.rate)} x {statement.base}, rounded half up"
    yield Step("uncapped", share, _shown(uncapped))
    reading = f" (reading: {statement.reading})"
    yield Step("cap", f"credited before {day}: {counted}{less}{floor}{reading}", _shown(cap))
    smaller = f"the smaller of {_shown(uncapped)} and {_shown(cap)}"
    if uncapped is not None and uncapped < 0:
        smaller = f"the share became smaller by {-uncapped}: what had been billed of that is given back"
    elif None not in (uncapped, statement.amount, excess) and statement.reading == "carry-forward":
        carried = (statement.amount or 0) + (excess or 0) - (uncapped or 0)
        if carried:
            smaller = f"the smaller of {uncapped} + {carried} carried forward and {_shown(cap)}"
    yield Step("amount", smaller, _shown(statement.amount))
    yield Step("excess", "what the cap leaves out", _shown(excess))
    for other_reading, amount in statement.alternatives:
        name = f"amount if read as {other_reading}"
        yield Step(name, "another reading of the same words", _shown(amount))


def _after_the_end(statement: Statement, settlement: Settlement) -> Iterator[Step]:
    """That units whose own terms outlive the agreement's are charged by their own terms."""
    term = settlement.agreement_term
    if term is None or term.ends is None or statement.ends is None or statement.ends <= term.ends:
        return
    charged = {line.unit for line in statement.lines if line.unit is not None and not line.adjusts}
    units = [
        unit
        for unit in settlement.units
        if unit.id in charged and "outlives-agreement" in unit.flags and not _gone_by(unit, term.ends)
    ]
    if units:
        named = ", ".join(unit.id for unit in units[:_MOST_SHOWN])
        more = f" and {len(units) - _MOST_SHOWN} more" if len(units) > _MOST_SHOWN else ""
        yield Step("after the agreement", _outlived(term), f"{named}{more} charged")


def _gone_by(unit: Unit, day: dt.date) -> bool:
    return unit.disconnected_on is not None and unit.disconnected_on <= day


def _outlived(term: AgreementTerm) -> str:
    how = "was ended by notice with" if "terminated" in term.flags else "ends with"
    return (
        f"the agreement {how} {term.ends}; a unit is charged by its own term, to that term's last day or its "
        "disconnection"
    )


def _listed(statements: Sequence[Statement], what: str, sign: str) -> str:
    """The statements with their amounts, the first of very many as one sum."""
    first, last = statements[:-_MOST_SHOWN], statements[-_MOST_SHOWN:]
    parts = [f"{other.id} {_shown(other.amount)}" for other in last]
    if first:
        parts.insert(0, f"{len(first)} earlier {what} {_shown(_sum(first))}")
    return sign.join(parts)


def _sum(statements: Sequence[Statement]) -> Decimal | None:
    amounts = [statement.amount for statement in statements if statement.amount is not None]
    return sum(amounts, Decimal("0.00")) if len(amounts) == len(statements) else None


def unit_steps(unit: Unit, events: Sequence[Event], law: Law, settlement: Settlement) -> tuple[Step, ...]:
    """From the installation to the status on the day asked for."""
    steps: list[Step] = []
    if unit.installed_on is None:
        return (Step("status", "ordered, not installed", _shown(unit.status)),)
    counted = f"{unit.installed_on} + {_shown(unit.months)} months ({law.sources['months']})"
    if unit.months is not None and add_months(unit.installed_on, unit.months) != unit.initial_ends_on:
        counted += f", not before {unit.effective}, the day from which that holds"
    steps.append(Step("initial_term_ends_on", counted, _shown(unit.initial_ends_on)))
    steps.extend(
        Step(
            "extended",
            f"notice {event.id} of {event.occurred_on} by {event.counterparty}",
            str(event.reference),
        )
        for event in events
        if event.kind == "extension-notice"
    )
    if unit.notice_due_on:
        steps.append(Step("notice_due_on", "the notice period before the end", str(unit.notice_due_on)))
        steps.append(Step("notice_safe_on", "the business day on or before it", str(unit.notice_safe_on)))
        steps.append(Step("notice_last_on", law.sources["moves"], str(unit.notice_last_on)))
    term = settlement.agreement_term
    if "outlives-agreement" in unit.flags and term is not None:
        ends = unit.term_ends_on
        if unit.disconnected_on is not None:
            ends = unit.disconnected_on - dt.timedelta(days=1)
        steps.append(Step("outlives-agreement", _outlived(term), f"to {ends}"))
    steps.extend(
        Step(flag, "a withheld value decides whether it is so", "withheld") for flag in unit.flags_withheld
    )
    steps.append(Step("status", "on the day asked for", _shown(unit.status)))
    return tuple(steps)


def agreement_steps(
    values: Mapping[str, object], by_months: bool, law: Law, settlement: Settlement
) -> tuple[Step, ...]:
    """From the terms to the agreement's last day.

    Args:
        values: of the clause on the day asked for, earlier entries kept.
        by_months: whether its last entry gives months, which then go before a day named earlier.
        law: for the sources of the rules of counting.
        settlement: with the agreement's term, and the rights to end it.
    """
    term = settlement.agreement_term
    if term is None:
        return ()
    steps: list[Step] = []
    months, begins = values.get("months"), values.get("from", values.get("starts"))
    if values.get("ends") and not by_months:
        steps.append(Step("term", "the day named", str(values["ends"])))
    elif isinstance(months, int) and isinstance(begins, dt.date):
        counted = f"{begins} + {months} months ({law.sources['months']})"
        steps.append(Step("term", counted, str(add_months(begins, months))))
    else:
        steps.append(Step("term", f"{_shown(begins)} + {months} months", _shown(term.ends)))
    renewal = values.get("renewal")
    if "renewed" in term.flags and isinstance(renewal, Mapping):
        each = f"renewed by {renewal.get('months')} months at a time, as no notice in time stopped it"
        steps.append(Step("renewed", each, "yes"))
    if term.due_on:
        steps.append(Step("notice_due_on", "the notice period before the end", str(term.due_on)))
        steps.append(Step("notice_safe_on", "the business day on or before it", str(term.safe_on)))
        steps.append(Step("notice_last_on", law.sources["moves"], str(term.last_on)))
    for right in settlement.rights:
        if right.exercised_on is not None and right.ends_on is not None:
            length = (
                f"{right.notice_months} months" if right.notice_months else f"{right.notice_days or 0} days"
            )
            how = f"notice {right.exercised_by} under {right.source}: {right.exercised_on} + {length}"
            steps.append(Step("ended by notice", how, str(right.ends_on)))
    steps.append(Step("ends", "the last day of the agreement", _shown(term.ends)))
    return tuple(steps)


def _shown(value: object) -> str:
    return "withheld" if value is None else str(value)
