"""`changed` in the record of a copy."""

from __future__ import annotations

from conformed.amending import amendment_of
from conformed.conforming import conform
from conformed.conforming.record import build_record
from conformed.reading import read_bytes
from conformed.structure import document_of

BASE = "SUPPLY AGREEMENT\n\nDated May 1, 2001.\n\n1. Price. The price is [***] a ton.\n\n2. Term. It ends in [***] months.\n"
AMENDMENT = (
    "AMENDMENT NO. 1 TO SUPPLY AGREEMENT\n\nDated June 1, 2002.\n\n"
    '1. Section 1 is hereby amended by deleting the words "[***]" and substituting the words "[***]" therefor.\n'
)


def test_another_unknown_printed_alike_is_a_change() -> None:
    base, paper = (
        document_of(read_bytes(text.encode(), file=name))
        for text, name in ((BASE, "base.txt"), (AMENDMENT, "amendment-1.txt"))
    )
    record = build_record(conform(base, [amendment_of(paper)]))
    changed = {tuple(one["path"]): one["changed"] for one in record["provisions"]}
    assert changed[("1",)] is True
    assert changed[("2",)] is False
