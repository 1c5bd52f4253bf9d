"""Amounts: rounding, and parts that add up.

Rules that this file must obey: `Decimal` only; the rounding mode is always passed; a figure is rounded once.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

__all__ = ["CENT", "NOUGHT", "apportion", "rounded", "total"]

CENT = Decimal("0.01")
NOUGHT = Decimal("0.00")

_EXACT = Context(prec=60)


def rounded(amount: Decimal) -> Decimal:
    """`amount` to the cent, a half away from nought.

    >>> rounded(Decimal("250.025")), rounded(Decimal("-0.125"))
    (Decimal('250.03'), Decimal('-0.13'))
    """
    return amount.quantize(CENT, rounding=ROUND_HALF_UP, context=_EXACT)


def product(*factors: Decimal | int) -> Decimal:
    """The exact product, whatever the caller's decimal context."""
    result = Decimal(1)
    for factor in factors:
        result = _EXACT.multiply(result, Decimal(factor))
    return result


def quotient(amount: Decimal, divisor: int) -> Decimal:
    """`amount` over `divisor`, to sixty places: rounding it once more to the cent never differs from the exact one.

    (A fraction with a divisor of at most 366 days that is not itself a half cent is further than that from one.)
    """
    return _EXACT.divide(amount, Decimal(divisor))


def total(amounts: Sequence[Decimal]) -> Decimal:
    """The sum, with cents.

    >>> total([])
    Decimal('0.00')
    """
    return sum(amounts, NOUGHT)


def apportion(amount: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """`amount` (whole cents) in proportion to `weights`, by largest remainder: the parts add up to it.

    Equal remainders go to the earlier part. Weights that sum to nought share equally.

    >>> apportion(Decimal("100.00"), [Decimal(1), Decimal(1), Decimal(1)])
    (Decimal('33.34'), Decimal('33.33'), Decimal('33.33'))

    Raises:
        ValueError: for no weights, a negative weight, or an amount that is not in whole cents.
    """
    if not weights or min(weights) < 0:
        raise ValueError("the weights must be one or more, and none negative")
    if amount != amount.quantize(CENT, rounding=ROUND_DOWN, context=_EXACT):
        raise ValueError(f"{amount} is not in whole cents")
    whole = sum(weights, Decimal(0))
    if not whole:
        weights, whole = [Decimal(1)] * len(weights), Decimal(len(weights))
    exact = [_EXACT.divide(_EXACT.multiply(amount, weight), whole) for weight in weights]
    parts = [part.quantize(CENT, rounding=ROUND_DOWN, context=_EXACT) for part in exact]
    missing = amount - sum(parts, NOUGHT)
    step = CENT if missing > 0 else -CENT
    order = sorted(range(len(parts)), key=lambda index: (-abs(exact[index] - parts[index]), index))
    for index in order[: int(abs(missing) / CENT)]:
        parts[index] += step
    return tuple(parts)
