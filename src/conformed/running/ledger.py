"""Keeps the ledger: what each statement and payment posts.

Rules that this file must obey:

* Every entry balances; an entry is never changed, only followed by another.
* A statement is accrued on the last day of its period (or, for one still running, on the day asked for) and posted
  on the day it is issued, which releases the accrual.
* A payment moves cash and reduces what is owed; what pays no statement stays on account.
* A statement whose amount is withheld posts nothing; the ledger says which seals it waits for, and every balance that
  it, or a payment that names it, might move is withheld.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from conformed.model.ledger import Ageing, Entry, Ledger, Posting
from conformed.model.statement import Statement
from conformed.running.clause import Allocation, Dates, Facts
from conformed.running.issue import seals
from conformed.running.money import NOUGHT
from conformed.running.payments import OnAccount

__all__ = ["aged", "keep"]

_BUCKETS = ((0, "current"), (30, "days_1_30"), (60, "days_31_60"), (90, "days_61_90"))
_ORDER = {"accrual": 0, "statement": 1, "payment": 2}


def keep(
    statements: Sequence[Statement],
    allocations: Mapping[str, tuple[Allocation, ...]],
    on_account: Sequence[OnAccount],
    facts: Facts,
    dates: Dates,
) -> Ledger:
    """The ledger of all that happened by the day asked for."""
    entries: list[Entry] = []
    for statement in statements:
        entries.extend(_of_statement(statement, dates.as_of))
        entries.extend(_of_payment(statement, payment) for payment in allocations.get(statement.id, ()))
    entries.extend(_of_account(payment, facts) for payment in on_account)
    entries.sort(key=lambda entry: (entry.on, _ORDER[entry.what], entry.statement or "", entry.events))
    posted = _balances(entries)
    by_role: dict[str, Decimal | None] = {}
    for account, amount in posted.items():
        role, what, _ = account.split(":")
        if what != "cash":
            by_role[role] = (by_role.get(role) or NOUGHT) + amount
    unknown = [statement for statement in statements if statement.amount is None]
    by_role.update({role: None for one in unknown for role in (one.debtor, one.creditor)})
    doubtful = dict.fromkeys(_doubtful(statements, facts, dates.as_of))
    balances = dict(sorted({**posted, **doubtful}.items()))
    paid_by: dict[str, Decimal] = {}
    for who, paid in (
        *((payment.payer, payment.amount) for found in allocations.values() for payment in found),
        *((payment.payer, payment.amount) for payment in on_account),
    ):
        paid_by[who] = paid_by.get(who, NOUGHT) + paid
    return Ledger(
        entries=tuple(entries),
        balances=balances,
        by_role=dict(sorted(by_role.items())),
        paid_by=dict(sorted(paid_by.items())),
        ageing=aged(statements, facts, dates),
        withheld=seals(
            *(
                statement.withheld if statement.amount is None else statement.due_withheld
                for statement in statements
                if statement.amount is None or _perhaps_issued(statement, dates.as_of)
            )
        ),
    )


def _perhaps_issued(statement: Statement, as_of: dt.date) -> bool:
    """Whether a seal decides if the statement was issued by `as_of`: never before the last day of its period."""
    if statement.issued_on is not None or not (statement.due_withheld or statement.amount is None):
        return False
    return statement.ends is None or statement.ends <= as_of


def _doubtful(statements: Sequence[Statement], facts: Facts, as_of: dt.date) -> Iterator[str]:
    """The accounts with balances that a withheld value decides."""
    unknown = {id: one for one in statements if one.amount is None for id in (one.id, *one.stands_for)}
    for statement in statements:
        perhaps = _perhaps_issued(statement, as_of)
        if statement.amount is not None and not perhaps:
            continue
        issued = statement.issued_on is not None and statement.issued_on <= as_of
        whats = ["", "accrued-"] if perhaps else [""] if issued else ["accrued-"]
        for what in whats:
            yield f"{statement.creditor}:{what}receivable:{statement.kind}"
            yield f"{statement.debtor}:{what}payable:{statement.kind}"
    for event in facts.of("payment"):
        named = unknown.get(event.reference or "")
        if named is not None:
            role = facts.parties.role(event.counterparty or "") or named.debtor
            yield f"{role}:on-account:payment"
            yield f"{_other(role, facts)}:on-account:payment"
            if role == named.debtor:
                yield f"{named.creditor}:receivable:{named.kind}"
                yield f"{named.debtor}:payable:{named.kind}"


def _of_statement(statement: Statement, as_of: dt.date) -> Iterator[Entry]:
    amount, kind = statement.amount, statement.kind
    if not amount:
        return
    to_accrue = (
        Posting(f"{statement.creditor}:accrued-receivable:{kind}", amount),
        Posting(f"{statement.debtor}:accrued-payable:{kind}", -amount),
    )
    events = tuple(dict.fromkeys(event for line in statement.lines for event in line.events))
    named = {
        "statement": statement.id,
        "clause": kind,
        "service_from": statement.begins,
        "service_to": statement.ends,
    }
    accrued = statement.ends is not None
    if statement.ends is not None:
        on = min(statement.ends, as_of)
        yield Entry(on, "accrual", f"accrued for {statement.id}", to_accrue, events=events, **named)  # type: ignore[arg-type]
    if statement.issued_on is None or statement.issued_on > as_of:
        return
    postings: tuple[Posting, ...] = (
        Posting(f"{statement.creditor}:receivable:{kind}", amount),
        Posting(f"{statement.debtor}:payable:{kind}", -amount),
    )
    if accrued:
        postings += tuple(Posting(posting.account, -posting.amount) for posting in to_accrue)
    yield Entry(statement.issued_on, "statement", statement.id, postings, events=events, **named)  # type: ignore[arg-type]


def _of_payment(statement: Statement, payment: Allocation) -> Entry:
    amount, kind = payment.amount, statement.kind
    postings = (
        Posting(f"{statement.debtor}:payable:{kind}", amount),
        Posting(f"{statement.creditor}:receivable:{kind}", -amount),
        Posting(f"{statement.creditor}:cash:payment", amount),
        Posting(f"{statement.debtor}:cash:payment", -amount),
    )
    return Entry(
        payment.on,
        "payment",
        f"{payment.payer} pays {statement.id}",
        postings,
        statement.id,
        kind,
        statement.begins,
        statement.ends,
        (payment.event,),
    )


def _of_account(payment: OnAccount, facts: Facts) -> Entry:
    other = _other(payment.role, facts)
    postings = (
        Posting(f"{payment.role}:on-account:payment", payment.amount),
        Posting(f"{other}:on-account:payment", -payment.amount),
        Posting(f"{other}:cash:payment", payment.amount),
        Posting(f"{payment.role}:cash:payment", -payment.amount),
    )
    text = f"{payment.payer} pays on account"
    return Entry(payment.payment.occurred_on, "payment", text, postings, events=(payment.event,))


def _other(role: str, facts: Facts) -> str:
    """The role on the other side."""
    for other in facts.parties.names:
        if other != role:
            return other
    return "customer" if role == "provider" else "provider"


def _balances(entries: Iterable[Entry]) -> dict[str, Decimal]:
    balances: dict[str, Decimal] = {}
    for entry in entries:
        for posting in entry.postings:
            balances[posting.account] = balances.get(posting.account, NOUGHT) + posting.amount
    return dict(sorted(balances.items()))


def _bucket(late: int) -> str:
    return next((name for most, name in _BUCKETS if late <= most), "over_90")


def _possible(statement: Statement, dates: Dates) -> Sequence[str]:
    """Where what is owed on a statement may stand while a seal keeps how much it is, or since when."""
    names = [*(name for _, name in _BUCKETS), "over_90"]
    if statement.issued_on is not None and statement.issued_on > dates.as_of:
        return ()
    if statement.last_on is not None:
        return (_bucket((dates.as_of - statement.last_on).days),)
    begins = statement.ends or statement.issued_on
    if begins is None or not statement.due_withheld:
        return names[:1]
    if begins > dates.as_of:
        return ()
    return names[: names.index(_bucket((dates.as_of - dates.law.last(begins)).days)) + 1]


def aged(statements: Sequence[Statement], facts: Facts, dates: Dates) -> tuple[Ageing, ...]:
    """What each role owes on issued statements, by days since the last day for payment by law."""
    owed: dict[str, dict[str, Decimal | None]] = {}
    unknown: dict[str, set[str]] = {}
    for statement in statements:
        outstanding = statement.outstanding
        if outstanding is None or (outstanding and statement.due_withheld):
            unknown.setdefault(statement.debtor, set()).update(_possible(statement, dates))
            continue
        if not outstanding or statement.issued_on is None or statement.issued_on > dates.as_of:
            continue
        late = (dates.as_of - statement.last_on).days if statement.last_on else 0
        buckets = owed.setdefault(statement.debtor, {})
        buckets[_bucket(late)] = (buckets.get(_bucket(late)) or NOUGHT) + outstanding
    for debtor, names in unknown.items():
        if names:
            owed.setdefault(debtor, {}).update(dict.fromkeys(names))
    return tuple(Ageing(role, facts.parties.debtors(role), **owed[role]) for role in sorted(owed))
