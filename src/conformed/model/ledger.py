"""The ledger: double entry, append-only.

An account is `ROLE:WHAT:KIND`, such as `customer:payable:recurring-charge`. Debits are positive, credits negative; the
postings of an entry sum to nought.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

__all__ = ["Ageing", "Entry", "Ledger", "Posting"]


@dataclass(frozen=True, slots=True)
class Posting:
    """An amount on an account: a debit where positive, a credit where negative."""

    account: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry.

    Attributes:
        on: the posting day.
        what: `accrual`, `statement` or `payment`.
        statement: id of the statement concerned, or None for a payment on account.
        clause: kind of the clause that orders it, or None.
        service_from, service_to: the period that it is for, which a late event's may long precede.
        events: the ids of the events that it rests on.
    """

    on: dt.date
    what: str
    text: str
    postings: tuple[Posting, ...]
    statement: str | None = None
    clause: str | None = None
    service_from: dt.date | None = None
    service_to: dt.date | None = None
    events: tuple[str, ...] = ()

    @property
    def balanced(self) -> bool:
        """Whether the postings sum to nought."""
        return not sum((posting.amount for posting in self.postings), Decimal(0))


@dataclass(frozen=True, slots=True)
class Ageing:
    """What one role owes, by days since the last day for payment. Each of several debtors owes the whole of it.

    A figure is None while a withheld value decides it.
    """

    role: str
    debtors: tuple[str, ...]
    current: Decimal | None = Decimal("0.00")
    days_1_30: Decimal | None = Decimal("0.00")
    days_31_60: Decimal | None = Decimal("0.00")
    days_61_90: Decimal | None = Decimal("0.00")
    over_90: Decimal | None = Decimal("0.00")

    @property
    def total(self) -> Decimal | None:
        """All of it; None while a part is withheld."""
        found = Decimal(0)
        for part in (self.current, self.days_1_30, self.days_31_60, self.days_61_90, self.over_90):
            if part is None:
                return None
            found += part
        return found


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries up to a day, with what follows from them.

    Attributes:
        balances: account -> balance; None while a withheld value decides it.
        by_role: role -> what it is owed (positive) or owes (negative) in all, cash left aside; None likewise.
        paid_by: payer as named -> what it has paid: among joint and several debtors, who paid how much.
        withheld: the seals for which statements wait that could not be posted, or not be issued.
    """

    entries: tuple[Entry, ...] = ()
    balances: Mapping[str, Decimal | None] = field(default_factory=dict)
    by_role: Mapping[str, Decimal | None] = field(default_factory=dict)
    paid_by: Mapping[str, Decimal] = field(default_factory=dict)
    ageing: tuple[Ageing, ...] = ()
    withheld: tuple[str, ...] = ()

    @property
    def balanced(self) -> bool:
        """Whether every entry is."""
        return all(entry.balanced for entry in self.entries)
