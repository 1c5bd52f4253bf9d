"""A settlement made by hand on the worked example of the interface: one circuit, two receipts, a claw-back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from conformed.model.ledger import Ageing, Entry, Ledger, Posting
from conformed.model.problem import Problem
from conformed.model.statement import AgreementTerm, Line, Right, Settlement, Statement, StatementNumber, Unit


def day(written: str) -> dt.date:
    return dt.date.fromisoformat(written)


def entry(on: str, what: str, statement: str, debit: str, credit: str, amount: str) -> Entry:
    value = Decimal(amount)
    postings = (Posting(debit, value), Posting(credit, -value))
    return Entry(
        day(on),
        what,
        f'{what} "{statement}"',
        postings,
        statement,
        "pass-through-credit",
        events=("r1", "r2"),
    )


CREDIT = Statement(
    id="credit-2001-Q2",
    kind="pass-through-credit",
    clause="pass-through-credit",
    debtor="provider",
    creditor="customer",
    begins=day("2001-04-01"),
    ends=day("2001-06-30"),
    issued_on=day("2001-07-30"),
    rate=Decimal("0.25"),
    base=Decimal("1000.10"),
    amount=Decimal("250.03"),
    due_on=day("2001-07-30"),
    last_on=day("2001-07-30"),
    closes=day("2001-07-30"),
    lines=(
        Line(
            Decimal("250.03"),
            counterparty="=Trunk East",
            base=Decimal("1000.10"),
            rate=Decimal("0.25"),
            events=("r1", "r2"),
            formula="1000.10 × 0.25 = 250.03",
        ),
    ),
    source="Appendix A, 5",
    effective=day("2000-11-01"),
)

CLAW_BACK = Statement(
    id="claw-back-f1",
    kind="claw-back",
    clause="claw-back",
    debtor="customer",
    creditor="provider",
    begins=None,
    ends=None,
    issued_on=day("2001-09-10"),
    rate=Decimal("0.25"),
    base=Decimal("4000.00"),
    amount=Decimal("250.03"),
    due_on=day("2001-10-10"),
    last_on=day("2001-10-10"),
    closes=None,
    lines=(
        Line(
            Decimal("250.03"),
            counterparty="Trunk East",
            base=Decimal("4000.00"),
            rate=Decimal("0.25"),
            events=("f1",),
            formula="4000.00 × 0.25, at most 250.03",
        ),
    ),
    numbers=(
        StatementNumber("uncapped", Decimal("1000.00")),
        StatementNumber("cap", Decimal("250.03")),
        StatementNumber("excess", Decimal("749.97")),
    ),
    reading="cumulative",
)

SECOND_CLAW_BACK = Statement(
    id="claw-back-f2",
    kind="claw-back",
    clause="claw-back",
    debtor="customer",
    creditor="provider",
    begins=None,
    ends=None,
    issued_on=day("2001-11-15"),
    rate=Decimal("0.25"),
    base=Decimal("100.00"),
    amount=Decimal("0.00"),
    due_on=day("2001-12-15"),
    last_on=day("2001-12-17"),
    closes=None,
    lines=(
        Line(
            Decimal("0.00"),
            counterparty="Trunk East",
            base=Decimal("100.00"),
            rate=Decimal("0.25"),
            events=("f2",),
        ),
    ),
    numbers=(
        StatementNumber("uncapped", Decimal("25.00")),
        StatementNumber("cap", Decimal("0.00")),
        StatementNumber("excess", Decimal("25.00")),
    ),
    status="paid",
)

CHARGE = Statement(
    id="charge-2001-03",
    kind="recurring-charge",
    clause="recurring-charge",
    debtor="customer",
    creditor="provider",
    begins=day("2001-03-01"),
    ends=day("2001-03-31"),
    issued_on=day("2001-03-31"),
    rate=Decimal("30.00"),
    base=None,
    amount=Decimal("0.97"),
    due_on=day("2001-04-30"),
    last_on=day("2001-04-30"),
    closes=day("2001-04-30"),
    lines=(Line(Decimal("0.97"), unit="C-1", days=1, of=31, rate=Decimal("30.00"), events=("i1",)),),
    paid=Decimal("0.97"),
    status="paid",
    has_base=False,
)

WITHHELD = Statement(
    id="credit-2001-Q3",
    kind="pass-through-credit",
    clause="pass-through-credit",
    debtor="provider",
    creditor="customer",
    begins=day("2001-07-01"),
    ends=day("2001-09-30"),
    issued_on=None,
    rate=None,
    base=Decimal("80.00"),
    amount=None,
    due_on=day("2002-01-20"),  # a Sunday before a public holiday
    last_on=day("2002-01-22"),
    closes=None,
    lines=(
        Line(
            None,
            counterparty="Trunk East",
            base=Decimal("80.00"),
            events=("r3",),
            withheld=("appendix-a/r3",),
        ),
    ),
    withheld=("appendix-a/r3",),
)


def unit(name: str, status: str = "in-term") -> Unit:
    return Unit(
        id=name,
        ordered_on=None,
        installed_on=day("2001-03-31"),
        disconnected_on=None,
        initial_ends_on=day("2005-06-30"),
        term_ends_on=day("2005-06-30"),
        notice_safe_on=day("2005-05-31"),
        notice_due_on=day("2005-05-31"),
        notice_last_on=day("2005-05-31"),
        status=status,
        flags=("month-end-sensitive",),
        events=("i1",),
    )


LEDGER = Ledger(
    entries=(
        entry(
            "2001-03-31",
            "statement",
            "charge-2001-03",
            "provider:receivable:charge",
            "customer:payable:charge",
            "0.97",
        ),
        entry(
            "2001-07-30",
            "statement",
            "credit-2001-Q2",
            "customer:receivable:credit",
            "provider:payable:credit",
            "250.03",
        ),
        entry(
            "2001-09-10",
            "statement",
            "claw-back-f1",
            "provider:receivable:claw",
            "customer:payable:claw",
            "250.03",
        ),
    ),
    balances={
        "provider:receivable:charge": Decimal("0.97"),
        "customer:payable:charge": Decimal("-0.97"),
        "customer:receivable:credit": Decimal("250.03"),
        "provider:payable:credit": Decimal("-250.03"),
        "provider:receivable:claw": Decimal("250.03"),
        "customer:payable:claw": Decimal("-250.03"),
    },
    by_role={"customer": Decimal("-0.97"), "provider": Decimal("0.97")},
    ageing=(Ageing("customer", ("One & Co.", "Two Inc."), current=Decimal("250.03")),),
    withheld=("appendix-a/r3",),
)

SETTLEMENT = Settlement(
    as_of=day("2001-12-31"),
    known_at=None,
    currency="USD",
    law="US-NY",
    agreement_term=AgreementTerm(day("2000-06-30"), day("2005-08-01")),
    units=(unit("C-1"), unit("C-2"), unit("C-3", "disconnected")),
    statements=(CHARGE, CREDIT, CLAW_BACK, SECOND_CLAW_BACK, WITHHELD),
    rights=(Right("customer", "material breach", 30, 10, "14"),),
    ledger=LEDGER,
    problems=(Problem("late-notice", "the notice of <C-9> came late", "events.csv", 7, "n1"),),
)
