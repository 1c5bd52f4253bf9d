"""S20: counterparts and signature blocks: who signed what, for whom; executed or not."""

from __future__ import annotations

import re

import pytest

from conformed.reading import read_bytes
from conformed.structure import document_of
from tests.corpus import SEED
from tests.seed.papers import THE_SEED, document, second_amendment, source

COMPANIES = (
    "KMC Telecom VI Inc",
    "Qwest Communications Corporation",
    "Qwest Communications International Inc",
)


@second_amendment
def test_s20_every_party_has_signed(second: str) -> None:
    signatures = document(second).signatures
    assert [(one.party or "").rstrip(".") for one in signatures] == list(COMPANIES)
    assert all(one.signed_by for one in signatures)
    assert all(one.title for one in signatures)


@pytest.mark.corpus
@pytest.mark.skipif(not SEED.is_dir(), reason=f"the seed is not at {SEED}")
def test_s20_one_person_signs_for_two_companies() -> None:
    first, second, third = document(THE_SEED).signatures
    assert second.name == third.name
    assert second.party != third.party
    assert first.name != second.name
    assert second.title == third.title
    assert second.title is not None
    assert "COUNSEL" in second.title


@second_amendment
def test_s20_a_blank_signature_is_no_signature(second: str) -> None:
    blank = re.sub(rb"(By:  )/S/ [A-Z. ]+", rb"\1____________", source(second).data)
    signatures = document_of(read_bytes(blank, file="amendment-2.txt")).signatures
    assert [(one.party or "").rstrip(".") for one in signatures] == list(COMPANIES)
    assert [one.signed_by for one in signatures] == [None, None, None]
