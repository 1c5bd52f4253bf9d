"""What a paper says of itself: which agreement it amends, of what day, and what stands on whose page."""

from __future__ import annotations

from conformed.amending import amendment_of
from conformed.model.instruction import Amendment
from conformed.reading import read_bytes
from conformed.structure import document_of


def amendment(text: str) -> Amendment:
    return amendment_of(document_of(read_bytes(text.encode(), file="amendment.txt")))


def test_a_provision_which_shall_provide_as_follows_is_new_text() -> None:
    read = amendment(
        "AMENDMENT NO. 1\n\n1. The Agreement is hereby amended by inserting new Section 11(h), which shall\nprovide as follows:\n\n"
        "(h) The Tenant shall keep the yard clean at all times.\n\n2. All other terms remain in full force and effect.\n"
    )
    (one,) = read.instructions
    assert one.target.path == ("11", "h")
    assert one.new is not None
    assert one.new.text == "(h) The Tenant shall keep the yard clean at all times."
