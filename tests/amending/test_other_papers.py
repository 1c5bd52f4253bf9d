"""Which other paper an order names."""

from __future__ import annotations

import datetime as dt

import pytest

from conformed.amending.other_papers import other_instrument
from conformed.model.instruction import Amends

DAY = dt.date(2001, 5, 1)


@pytest.mark.parametrize(
    ("title", "name", "text", "found"),
    [
        ("Loan Agreement", "the Note", "Section 1 of the Note is deleted.", "Note"),
        ("Loan Agreement", "the Deed", "Section 1 of the Deed of Trust is deleted.", "Deed of Trust"),
        ("Note Purchase Agreement", "the Note", "Section 1 of the Note is deleted.", "Note"),
        ("Promissory Note", "the Note", "Section 1 of the Note is deleted.", None),
        (
            "Loan Agreement",
            "the Original Loan Agreement",
            "Section 1 of the Original Loan Agreement is deleted.",
            None,
        ),
        ("Loan Agreement", "the Contract", "Section 1 of the Contract is deleted.", None),
        (
            "Loan Agreement",
            "the Security Agreement",
            "The Security Agreement dated as of June 2, 2001 is amended.",
            "Security Agreement",
        ),
        (
            "Loan Agreement",
            "the Security Agreement",
            "The Security Agreement dated as of May 1, 2001 is amended.",
            None,
        ),
        ("Loan Agreement", "the Security Agreement", "The Security Agreement is amended.", None),
        (
            "Trust Agreement",
            "the Indenture",
            'The Trust Agreement dated May 1, 2001 (the "Indenture"). The Indenture is amended.',
            None,
        ),
        (
            "Loan Agreement",
            "the Note",
            'The Loan Agreement and the Promissory Note (the "Note"). The Note is amended.',
            "Note",
        ),
        (None, "the Note", "Section 1 of the Note is deleted.", None),
    ],
)
def test_which_other_paper_a_name_is(title: str | None, name: str, text: str, found: str | None) -> None:
    assert other_instrument(name, Amends(title=title, date=DAY), text, 0) == found
