"""Words changed everywhere but in the places that the paper leaves out."""

from __future__ import annotations

import pytest

from conformed.amending import amendment_of
from conformed.conforming import conform
from conformed.model.conformed import Conformed
from tests.conforming.drafting import agreement, said, text_of

CHARTER = """HAULAGE AGREEMENT

This Haulage Agreement is made on May 1, 2001 between Alder Ltd. and Birch Ltd.

1. Definitions. "Carrier" means Alder Ltd. "Load" means what a Carrier hauls.

2. Duties of the Carrier. The Carrier hauls the Load. The Carrier keeps it dry.

3. Fees. The fee is due in ten days.

(a) The Carrier bills the fee.

(b) A late fee is due in ten days.
"""
HEAD = """AMENDMENT NO. 1

This Amendment No. 1 amends the Haulage Agreement dated May 1, 2001 between Alder Ltd. and Birch Ltd.

"""


def copy_after(order: str) -> Conformed:
    return conform(agreement(CHARTER), [amendment_of(agreement(f"{HEAD}1. {order}\n", id="amendment-1"))])


def test_every_reference_but_those_in_a_section() -> None:
    copy = copy_after(
        'All references in the Agreement to "Carrier" other than in Section 1 are replaced by "Haulier".'
    )
    assert said(copy) == ["applied"]
    assert text_of(copy, "1") == (
        '1. Definitions. "Carrier" means Alder Ltd. "Load" means what a Carrier hauls.'
    )
    assert text_of(copy, "2") == (
        "2. Duties of the Haulier. The Haulier hauls the Load. The Haulier keeps it dry."
    )
    assert text_of(copy, "3", "a") == "(a) The Haulier bills the fee."


@pytest.mark.parametrize(
    ("order", "path", "text"),
    [
        (
            'In Section 2, replace "Carrier" with "Haulier" wherever it appears, except in the heading of Section 2.',
            ("2",),
            "2. Duties of the Carrier. The Haulier hauls the Load. The Haulier keeps it dry.",
        ),
        (
            'The word "Carrier" is replaced by "Haulier" throughout the Agreement (except in the second sentence of Section 2).',
            ("2",),
            "2. Duties of the Haulier. The Haulier hauls the Load. The Carrier keeps it dry.",
        ),
        (
            'The words "ten days" in Section 3, other than in Section 3(b), are replaced by "twelve days".',
            ("3", "b"),
            "(b) A late fee is due in ten days.",
        ),
        (
            'The words "ten days" in Section 3, other than in Section 3(b), are replaced by "twelve days".',
            ("3",),
            "3. Fees. The fee is due in twelve days. (a) The Carrier bills the fee. (b) A late fee is due in ten days.",
        ),
        (
            'Throughout the Agreement, save in the definition of "Carrier", "Carrier" is replaced by "Haulier".',
            ("3", "a"),
            "(a) The Haulier bills the fee.",
        ),
    ],
)
def test_the_rest_is_left_as_it_is(order: str, path: tuple[str, ...], text: str) -> None:
    copy = copy_after(order)
    assert said(copy) == ["applied"]
    assert text_of(copy, *path) == text


@pytest.mark.parametrize(
    ("order", "status"),
    [
        ('All references to "Carrier" other than in Section 12 are replaced by "Haulier".', "not-found"),
        (
            'All references to "Carrier" other than in Section 1 and the recitals are replaced by "Haulier".',
            "ambiguous",
        ),
        ('All references to "Carrier", other than the first one, are replaced by "Haulier".', "ambiguous"),
        ("Section 3 (other than Section 3(b)) is deleted.", "ambiguous"),
        ("Section 3 is deleted, except that the late fee remains due.", "ambiguous"),
    ],
)
def test_what_cannot_be_told_for_certain_is_left_to_a_person(order: str, status: str) -> None:
    copy = copy_after(order)
    assert said(copy) == [status]
    assert copy.copy.text.string == agreement(CHARTER).text.string
