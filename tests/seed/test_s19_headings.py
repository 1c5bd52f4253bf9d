"""S19: headings have no meaning: they never decide a question of place on their own; where one had to, it is noted."""

from __future__ import annotations

import re

from conformed.amending import amendment_of
from conformed.conforming import conform
from conformed.reading import read_bytes
from conformed.structure import document_of
from tests.seed.papers import amendment, outcome, second_amendment, source, words


@second_amendment
def test_s19_the_agreement_reads_the_same_with_other_headings(second: str) -> None:
    """The places of the instructions do not depend on what the sections of the base are called."""
    text = source("agreement").data.decode()
    renamed = re.sub(r"^( {5}\d+\. +)([A-Z][A-Z, ]+)\.", r"\1MATTERS.", text, flags=re.M)
    renamed = renamed.replace(
        "MATTERS.", "DEFINITIONS.", 1
    )  # the place of paragraph (a) is named by its heading
    assert renamed.count("MATTERS.") > 15
    base = document_of(read_bytes(renamed.encode(), file="agreement.txt", id="agreement"))
    result = conform(base, [amendment("amendment-1"), amendment(second)])
    assert {one.status for one in result.outcomes} <= {"applied", "noted"}
    assert words(result.copy, "7", "a").count("fifty-one (51)") == 3


TWICE = (
    b"SUPPLY AGREEMENT\n\nThis Supply Agreement is dated as of May 3, 1999.\n\n"
    b"1. PAYMENT. Payment is due in ten days.\n\n2. DELIVERY. Delivery takes ten days.\n"
)
BY_HEADING = (
    b"AMENDMENT NO. 1 TO SUPPLY AGREEMENT\n\nThis Amendment No. 1 is dated as of June 1, 1999.\n\n"
    b'1. The Section entitled "Delivery" of the Supply Agreement is amended by deleting the words "ten days" and '
    b'substituting the words "five days" therefor.\n\n2. Nothing else changes.\n'
)


def test_s19_a_place_that_only_its_heading_tells_is_noted_or_left_to_a_person() -> None:
    """ "Ten days" stands in two sections, and nothing but a heading says which is meant."""
    base = document_of(read_bytes(TWICE, file="base.txt", id="base"))
    order = amendment_of(document_of(read_bytes(BY_HEADING, file="amendment-1.txt", id="amendment-1")))
    result = conform(base, [order])
    (found,) = result.outcomes
    assert found.status in ("noted", "ambiguous")
    assert words(result.copy, "1") == "1. PAYMENT. Payment is due in ten days."
    if found.status == "noted":
        assert "heading" in (found.note or "")
        assert words(result.copy, "2") == "2. DELIVERY. Delivery takes five days."
    else:
        assert words(result.copy, "2") == "2. DELIVERY. Delivery takes ten days."
        assert {candidate.path for candidate in found.candidates} == {("1",), ("2",)}


def test_s19_the_agreement_s_own_headings_clause_is_kept() -> None:
    from tests.seed.papers import conformed

    assert "no meaning of their own" in words(conformed("amendment-1").copy, "20")
    assert outcome(conformed("amendment-1"), "amendment-1", "2(b)").status == "applied"
