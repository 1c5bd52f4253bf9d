"""Words that a paper counts are changed at the place it counts, or not at all."""

from __future__ import annotations

import datetime as dt

import pytest

from conformed.amending import amendment_of
from conformed.conforming import conform
from conformed.model.conformed import Conformed
from tests.conforming.drafting import agreement, said, text_of

CHARTER = """HAULAGE AGREEMENT

This Haulage Agreement is made on May 1, 2001 between Alder Ltd. and Birch Ltd.

1. Goods. The Carrier hauls the Load. The Carrier may refuse.

2. Rates. The Shipper pays the fee in ten days. The fee is fixed. If late, the fee rises.

3. Fuel. Fuel is included.
"""
HEAD = """AMENDMENT NO. 1

This Amendment No. 1 amends the Haulage Agreement dated May 1, 2001 between Alder Ltd. and Birch Ltd.

"""


def copy_after(order: str, *, conditions_met: dt.date | None = None) -> Conformed:
    paper = amendment_of(agreement(f"{HEAD}1. {order}\n", id="amendment-1"))
    met = {"amendment-1": conditions_met} if conditions_met else {}
    return conform(agreement(CHARTER), [paper], conditions_met=met)


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (
            'Section 2 is amended by replacing the second occurrence of the word "fee" with "charge".',
            "2. Rates. The Shipper pays the fee in ten days. The charge is fixed. If late, the fee rises.",
        ),
        (
            'In Section 2, the last reference to "fee" is replaced by "charge".',
            "2. Rates. The Shipper pays the fee in ten days. The fee is fixed. If late, the charge rises.",
        ),
        (
            'Section 2 is amended by deleting the word "fee" where it first appears and substituting "charge".',
            "2. Rates. The Shipper pays the charge in ten days. The fee is fixed. If late, the fee rises.",
        ),
        (
            'Section 2 is amended by deleting "fee" (second occurrence) and substituting "charge".',
            "2. Rates. The Shipper pays the fee in ten days. The charge is fixed. If late, the fee rises.",
        ),
        (
            'Section 2 is amended by inserting "net" before the second occurrence of "fee".',
            "2. Rates. The Shipper pays the fee in ten days. The net fee is fixed. If late, the fee rises.",
        ),
        (
            'Section 2 is amended by replacing each place where "fee" appears with "charge".',
            "2. Rates. The Shipper pays the charge in ten days. The charge is fixed. If late, the charge rises.",
        ),
    ],
)
def test_the_place_counted_is_changed(order: str, text: str) -> None:
    copy = copy_after(order)
    assert said(copy) == ["applied"]
    assert text_of(copy, "2") == text


@pytest.mark.parametrize(
    "order",
    [
        'Section 1 is amended by replacing the second occurrence of "Load" with "Freight".',
        'Section 1 is amended by replacing the last reference to "Load" with "Freight".',
        'Section 2 is amended by replacing the fourth occurrence of "fee" with "charge".',
        'Section 3 is amended by replacing the first occurrence of "Fuel" with "Diesel".',
        'In Section 2, the first two references to "fee" are replaced with "charge".',
        'In Section 2, replace the word "fee" wherever it occurs, other than its first occurrence, with "charge".',
        'Section 1 is amended, as to the northern route only, by replacing "Load" with "Freight".',
    ],
)
def test_a_count_that_the_text_does_not_bear_out_is_left_to_a_person(order: str) -> None:
    copy = copy_after(order, conditions_met=dt.date(2001, 6, 1))
    assert said(copy) == ["ambiguous"]
    assert copy.copy.text.string == copy.states[0].copy.text.string
