"""An exhibit number that the filing printed above an amendment is no place in the agreement."""

from __future__ import annotations

import pytest

from conformed.amending import amendment_of
from conformed.reading import read_bytes
from conformed.structure import document_of

PAPER = """\
{mark}

                            DISTRIBUTOR AGREEMENT
                               AMENDMENT NO. 2

This Amendment No. 2 is entered into as of January 1, 2005 by and between Fernhill L.L.C. ("Distributor") and
Quarrel Corporation ("Supplier"). The parties agree that the Distributor Agreement of April 3, 2002 is hereby
amended as follows:

1.   The parties agree to amend Section 1.2, "Prices," as follows:

     a.   Replace the first sentence with the following: "The prices are the list prices."

     b.   Delete the last sentence.

2.   In Section 2.3, strike "fifteen percent (15%)" and in its place put "ten percent (10%)".

3.   Section 6(c): delete the text of this subsection and replace it with "[Intentionally deleted]; and".
"""


@pytest.mark.parametrize(
    "mark",
    [
        "                    Exhibit 10.9.2",
        "EXHIBIT 10.9.2",
        "Exhibit 10.9.2",
        "EX-10.9",
        "Exhibit 4.1",
        "                EXHIBIT A-2",
    ],
)
def test_the_mark_of_a_filing_is_no_place(mark: str) -> None:
    amendment = amendment_of(
        document_of(read_bytes(PAPER.format(mark=mark).encode(), file="amendment-2.txt"))
    )
    assert [order.target.path for order in amendment.instructions] == [
        ("1.2",),
        ("1.2",),
        ("2.3",),
        ("6", "c"),
    ]
