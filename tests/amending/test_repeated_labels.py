"""An amendment that prints a label twice, the first time behind new text in quotation marks, orders both changes."""

from __future__ import annotations

from conformed.amending import amendment_of
from conformed.reading import read_bytes
from conformed.structure import document_of

PAPER = """AMENDMENT NO. 1 TO SUPPLY AGREEMENT

This Amendment No. 1 is dated as of June 1, 1999.

1. The Supply Agreement is amended as follows:

     (a) Section 2 is amended by deleting its first sentence and replacing it with the following: "The price is ten dollars."

     (a) SCHEDULE 1, PARAGRAPH 4 is amended by striking the words "two months" and inserting the words "three months" in
     their place.

     (b) Section 9 is deleted.

2. Nothing else changes.
"""


def test_the_second_paragraph_of_the_same_label_is_no_part_of_the_new_text_of_the_first() -> None:
    amendment = amendment_of(document_of(read_bytes(PAPER.encode(), file="amendment-1.txt")))
    found = [(one.id, one.action, one.target.path) for one in amendment.instructions]
    assert found == [
        ("1(a)#1", "substitution", ("2",)),
        ("1(a)#2", "substitution", ("schedule 1", "4")),
        ("1(b)", "repeal", ("9",)),
    ]
    new = [one.new.text for one in amendment.instructions if one.new is not None]
    assert new == ["The price is ten dollars.", "three months"]
    assert amendment.unclaimed == ()
