"""An order on another paper that the amendment changes as well never touches the agreement."""

from __future__ import annotations

import pytest

from conformed.amending import amendment_of
from conformed.conforming import conform
from conformed.conforming.naming import is_titled
from tests.conforming.drafting import agreement

LOAN = (
    "LOAN AGREEMENT\n\nThis Loan Agreement is dated as of May 1, 2001 between Heron Bank and Wren Building Ltd.\n\n"
    "1. Interest. Interest is five percent. It is paid monthly.\n\n"
    "4. Covenants.\n\n4.1 Care. Borrower keeps the building.\n\n4.2 Cover. Borrower insures as Section 7.11 says.\n"
)
HEAD = (
    "FIRST AMENDMENT\n\nThis First Amendment is dated April 25, 2002. Reference is made to that certain Loan Agreement dated as of "
    "May 1, 2001 between Heron Bank and Wren Building Ltd.\n\nNOW, THEREFORE, the parties agree as follows:\n\n"
)
NOTE = 'The first sentence of Section 1 of the Note is hereby deleted in its entirety and replaced with the following: "Interest is six percent."'
DEED = 'In Section 4.2 of each of the Deed of Trust and the deed of trust made by Gull Ltd., "7.11" is hereby deleted and replaced with "7.12".'


@pytest.mark.parametrize(("order", "named"), [(NOTE, "Note"), (DEED, "Deed of Trust")])
def test_an_order_on_another_instrument_is_listed(order: str, named: str) -> None:
    base = agreement(LOAN)
    paper = amendment_of(agreement(f"{HEAD}1. {order}\n", id="amendment-1"))
    copy = conform(base, [paper])
    assert copy.copy.text.string == base.text.string
    (one,) = copy.outcomes
    assert one.status == "not-found"
    assert one.note is not None
    assert named in one.note


def test_an_order_on_the_agreement_beside_it_is_carried_out() -> None:
    base = agreement(LOAN)
    paper = amendment_of(
        agreement(
            f'{HEAD}1. {NOTE}\n\n2. In Section 4.1 of the Loan Agreement, the word "keeps" is deleted and replaced with "repairs".\n',
            id="amendment-1",
        )
    )
    text = conform(base, [paper]).copy.text.string
    assert "repairs the building" in text
    assert "Interest is five percent" in text


def test_the_order_on_the_note_is_carried_out_where_the_note_is_the_base() -> None:
    note = agreement(
        "PROMISSORY NOTE\n\nThis Promissory Note is dated as of May 1, 2001.\n\n1. Interest. Interest is five percent. It is paid monthly.\n"
    )
    paper = amendment_of(agreement(f"{HEAD}1. {NOTE}\n", id="amendment-1"))
    assert "six percent" in conform(note, [paper]).copy.text.string


@pytest.mark.parametrize(
    ("title", "name", "is_it"),
    [
        ("PROMISSORY NOTE", "Note", True),
        ("NOTE PURCHASE AGREEMENT", "Note", False),
        ("DEED OF TRUST, SECURITY AGREEMENT AND FIXTURE FILING", "Deed of Trust", True),
        ("LOAN AGREEMENT", "Note", False),
        ("LOAN AGREEMENT", "Agreement", False),
    ],
)
def test_a_title_and_what_a_paper_calls_it(title: str, name: str, is_it: bool) -> None:
    base = agreement(
        f"{title}\n\nThis {title.title()} is dated as of May 1, 2001.\n\n1. Interest. It is paid.\n"
    )
    assert is_titled(base, name) is is_it
