"""The ledger as beancount text, with a balance directive for every account: `bean-check` proves that they are ours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from conformed.model.ledger import Entry
from conformed.model.statement import Settlement

__all__ = ["account_names", "ledger_beancount"]

# what an account holds -> beancount's five roots; what is not listed here is equity
_ROOTS = {
    "receivable": "Assets",
    "cash": "Assets",
    "accrued-receivable": "Assets",
    "payable": "Liabilities",
    "accrued-payable": "Liabilities",
    "income": "Income",
    "revenue": "Income",
    "expense": "Expenses",
    "cost": "Expenses",
}
_EARLIEST = dt.date(1900, 1, 1)


def ledger_beancount(settlement: Settlement, *, title: str) -> str:
    """The ledger as a beancount file."""
    names = account_names(settlement)
    currency = settlement.currency
    entries = sorted(settlement.ledger.entries, key=lambda entry: entry.on)
    opened = min((entry.on for entry in entries), default=_EARLIEST)
    lines = [f'option "title" "{_quoted(title)}"', f'option "operating_currency" "{currency}"', ""]
    lines.extend(f"{opened.isoformat()} open {names[account]} {currency}" for account in sorted(names))
    for entry in entries:
        lines.append("")
        lines.extend(_entry(entry, names, currency))
    if entries:
        day = (entries[-1].on + dt.timedelta(days=1)).isoformat()
        lines.append("")
        for account, balance in sorted(settlement.ledger.balances.items()):
            if balance is None:
                waits = ", ".join(settlement.ledger.withheld)
                lines.append(f"; {names[account]}: its balance is withheld ({' '.join(waits.split())})")
            else:
                lines.append(f"{day} balance {names[account]} {balance:f} {currency}")
    return "\n".join(lines) + "\n"


def _entry(entry: Entry, names: dict[str, str], currency: str) -> Iterator[str]:
    yield f'{entry.on.isoformat()} * "{_quoted(entry.text)}"'
    facts = {
        "what": entry.what,
        "statement": entry.statement,
        "clause": entry.clause,
        "events": " ".join(entry.events),
    }
    for name, fact in facts.items():
        if fact:
            yield f'  {name}: "{_quoted(fact)}"'
    if entry.service_from and entry.service_to:
        yield f"  service-from: {entry.service_from.isoformat()}"
        yield f"  service-to: {entry.service_to.isoformat()}"
    for posting in entry.postings:
        yield f"  {names[posting.account]}  {posting.amount:f} {currency}"


def account_names(settlement: Settlement) -> dict[str, str]:
    """Our accounts -> beancount's: `customer:payable:recurring-charge` is `Liabilities:Customer:Payable:Recurring-charge`."""
    accounts = {posting.account for entry in settlement.ledger.entries for posting in entry.postings}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for account in sorted(accounts | set(settlement.ledger.balances)):
        parts = account.split(":")
        root = _ROOTS.get(parts[1] if len(parts) > 1 else "", "Equity")
        name = ":".join([root, *(_part(part) for part in parts)])
        number = 2
        while name in taken:
            name = f"{name.rstrip('0123456789').rstrip('-')}-{number}"
            number += 1
        taken.add(name)
        found[account] = name
    return found


def _part(part: str) -> str:
    words = re.sub(r"[^A-Za-z0-9-]+", "-", part).strip("-") or "X"
    return words[0].upper() + words[1:]


def _quoted(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
