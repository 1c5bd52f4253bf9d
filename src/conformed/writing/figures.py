"""How figures and days are shown to people, the withheld ones too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from conformed.model.statement import AgreementTerm, Right, Statement, Unit

__all__ = [
    "amount_words",
    "day_words",
    "flag_words",
    "kind_words",
    "notice_words",
    "period_words",
    "rate_words",
    "standing_words",
    "status_words",
    "used_words",
]


def amount_words(amount: Decimal | None, withheld: Sequence[str] = ()) -> str:
    """An amount with cents and thousands, or what it waits for.

    >>> amount_words(Decimal("1000.1")), amount_words(None, ("appendix-a/r3",)), amount_words(None)
    ('1,000.10', 'withheld (appendix-a/r3)', 'unknown')
    """
    if amount is not None:
        return f"{amount:,.2f}"
    return f"withheld ({', '.join(withheld)})" if withheld else "unknown"


def rate_words(rate: Decimal | None, withheld: Sequence[str] = ()) -> str:
    """A rate as it was given."""
    return f"{rate:f}" if rate is not None else amount_words(None, withheld)


def day_words(day: dt.date | None) -> str:
    """A day, or a dash."""
    return day.isoformat() if day is not None else "–"


def status_words(status: str | None) -> str:
    """A status, or that a withheld value decides it."""
    return status if status is not None else "withheld"


def standing_words(unit: Unit) -> str:
    """A unit's status with its flags, and which of these a withheld value decides.

    >>> unit = Unit("C-1", None, *(None,) * 7, None, ("month-end-sensitive",), flags_withheld=("outlives-agreement",))
    >>> standing_words(unit)
    'withheld, month-end-sensitive, outlives-agreement withheld'
    """
    return ", ".join((status_words(unit.status), *flag_words(unit)))


def flag_words(of: Unit | AgreementTerm) -> tuple[str, ...]:
    """The flags, and which of them a withheld value decides."""
    return (*of.flags, *(f"{flag} withheld" for flag in of.flags_withheld))


def kind_words(kind: str) -> str:
    """A clause's kind in words.

    >>> kind_words("pass-through-credit")
    'Pass-through credit'
    """
    words = kind.replace("-through-", "\N{NON-BREAKING HYPHEN}through ").replace(
        "claw-back", "claw\N{NON-BREAKING HYPHEN}back"
    )
    words = words.replace("-", " ").replace("\N{NON-BREAKING HYPHEN}", "-")
    return words[:1].upper() + words[1:]


def period_words(statement: Statement) -> str:
    """The period of a statement, or its day; of one that stands for several, for how many."""
    if statement.stands_for:
        count = len(statement.stands_for)
        return f"on {count} statement{'' if count == 1 else 's'}"
    if statement.begins is None or statement.ends is None:
        return day_words(statement.issued_on)
    return f"{statement.begins.isoformat()} to {statement.ends.isoformat()}"


def notice_words(right: Right) -> str:
    """The length of the notice that a right to end the agreement asks for.

    >>> notice_words(Right("customer", None, None, None, "9 b.", notice_months=1))
    '1 month'
    """
    if right.notice_months is not None:
        return f"{right.notice_months} month{'' if right.notice_months == 1 else 's'}"
    if right.notice_days is not None:
        return f"{right.notice_days} day{'' if right.notice_days == 1 else 's'}"
    return "withheld" if right.withheld else "–"


def used_words(right: Right) -> str:
    """The notice by which a right was used, or a dash."""
    if right.exercised_on is None:
        return "–"
    return f"notice {right.exercised_by} of {day_words(right.exercised_on)}"
