"""Hostile and odd input: every reader stays linear and never fails."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformed.model.document import Document
from conformed.model.text import TracedText
from conformed.terms import terms_of
from conformed.terms.words import Words

FRAGMENTS = (
    "This Agreement ",
    "shall be governed by ",
    "the laws of ",
    "New York",
    "by and between ",
    "Acme, Inc. ",
    '("Acme") ',
    "and ",
    "the term of this Agreement ",
    "shall commence on ",
    "the Effective Date ",
    "for a period of ",
    "five (5) years ",
    "thirty (30) days ",
    "prior written notice ",
    "unless ",
    "renew ",
    "successive ",
    "[***] ",
    "interest ",
    "per month ",
    "each circuit ",
    "credit ",
    "of any payments ",
    "received from ",
    "terminate this Agreement ",
    "May 1, 2001 ",
    "within ",
    "invoice ",
    "pay ",
    ". ",
    "; ",
    "(",
    ")",
    '"',
    "\n\n",
    "1. ",
    '(the "Initial Term") ',
    '"Effective Date" ',
    "LANDLORD: ",
    "TENANT: ",
    "for the period ",
    "Two Thousand ",
    "Dear Sir: ",
    "Customer or Acme ",
)


def bare(text: str) -> Document:
    return Document("x", "x.txt", TracedText.of(text, "x"), None, None, None, ())


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join))
@settings(deadline=None, max_examples=150)
def test_any_order_of_contract_words_gives_terms_that_stand_in_the_text(text: str) -> None:
    for term in terms_of(bare(text)):
        assert 0 <= term.start <= term.end <= len(text)
        assert term.text == " ".join(text[term.start : term.end].split())


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    words = Words(bare(text))
    assert words.text.count("  ") == 0
    for offset in range(len(words.text)):
        if words.text[offset].isalnum():
            assert text[words.raw(offset)] == words.text[offset]
            assert words.at(words.raw(offset)) == offset
    terms_of(bare(text))


@pytest.mark.parametrize(
    "piece",
    [
        "This Agreement shall be governed by the laws of ",
        "the term of this Agreement shall continue for ",
        "by and between Acme, Inc. and ",
        "credit [***] of any payments payments ",
        "may terminate this Agreement if ",
        "within thirty (30) days ",
        "(((((",
        '"""""',
        "renew for successive terms of ",
        "one hundred and ",
        "May 1, May 1, ",
        "A B C D E F ",
        'Alder Inc., a Texas corporation ("Ab") and ',
        "Party A: Alder Inc. Party B: Birch (hereinafter called Alder) ",
        "ALDER INC. By: /s/ ",
        "commencement date is ",
        "3/1/2004 ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(length: int) -> float:
        document = bare((piece * (length // len(piece) + 1))[:length])
        before = time.process_time()
        terms_of(document)
        return time.process_time() - before

    seconds(2_000)
    small, large = min(seconds(20_000) for _ in range(2)), seconds(160_000)
    assert large < 4 or large < 24 * small
