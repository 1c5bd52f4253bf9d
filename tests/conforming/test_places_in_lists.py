"""Places in lists and between paragraphs; entries whose terms no quotation marks set off; where sentences end."""

from __future__ import annotations

from conformed.reading import read_bytes
from conformed.structure import document_of
from tests.conforming.drafting import Ordered, agreement, copy_of, outcome, text_of

HARBOUR = """HARBOUR AGREEMENT

This Agreement is dated June 1, 2002 between Saltmarsh Port Company and Gannet Shipping Ltd.

1.  TOWAGE.  The Port gives:

     (a)  two tugs; and

     (b)  a pilot;

in each case at no charge.

2.  HOURS.  The Port works by day.

     The Port may ask for con-
     tainers at night.

     The Port rests on Sundays.

3.  DUES.  The Dues are in Schedule A. Dues fall due in thirty days. The rate is in Section 1.1. Shipper pays it.
"""


def test_the_next_item_stands_before_the_words_that_close_the_list() -> None:
    order = Ordered("insertion", ("1",), "words", new="(c)  a launch;", position="end")
    assert text_of(copy_of(HARBOUR, order), "1").endswith(
        "(b) a pilot; (c) a launch; in each case at no charge."
    )


def test_the_last_item_is_replaced_and_the_words_that_close_the_list_stay() -> None:
    order = Ordered("substitution", ("1", "b"), "provision", new="(b)  two pilots;")
    assert text_of(copy_of(HARBOUR, order), "1").endswith("(b) two pilots; in each case at no charge.")


def test_a_paragraph_behind_the_first() -> None:
    order = Ordered(
        "insertion",
        ("2",),
        "provision",
        new="It works on holidays.",
        scope=("paragraph", 1),
        position="after",
    )
    after = copy_of(HARBOUR, order)
    assert outcome(after).status == "applied"
    assert "works by day.\n\n     It works on holidays.\n\n     The Port may" in after.copy.text.string


def test_a_paragraph_before_the_last_and_one_that_is_not_there() -> None:
    order = Ordered(
        "insertion", ("2",), "provision", new="It rests at noon.", scope=("paragraph", -1), position="before"
    )
    assert text_of(copy_of(HARBOUR, order), "2").endswith("It rests at noon. The Port rests on Sundays.")
    order = Ordered("insertion", ("2",), "provision", new="No.", scope=("paragraph", 9), position="after")
    assert outcome(copy_of(HARBOUR, order)).status == "not-found"


def test_a_word_divided_at_a_line_end_agrees_with_the_word() -> None:
    order = Ordered("substitution", ("2",), "words", old="containers", new="crates")
    after = outcome(copy_of(HARBOUR, order))
    assert (after.status, after.note) == ("applied", None)


def test_a_sentence_ends_behind_the_letter_of_a_schedule_and_the_number_of_a_section() -> None:
    order = Ordered("substitution", ("3",), "words", old="thirty", new="sixty", scope=("sentence", 2))
    assert outcome(copy_of(HARBOUR, order)).note is None
    order = Ordered("repeal", ("3",), "sentence", scope=("sentence", 4))
    assert text_of(copy_of(HARBOUR, order), "3").endswith("The rate is in Section 1.1.")


def test_entries_whose_terms_are_set_off_by_their_type() -> None:
    words = (
        "# LEASE\n\n## 1. Terms\n\n**Fees** means the fees of the lease.\n\n**Rent** means the rent of the lease.\n\n"
        "## 2. Rent\n\nThis means that Rent is due."
    )
    lease = document_of(read_bytes(words.encode(), file="lease.md", id="base"))
    assert [one.term for one in lease.definitions] == ["Fees", "Rent"]
    assert not agreement("1. Rent. It is due.\n\nRent means rent.\n\n2. End.").definitions


def test_a_number_below_that_of_the_section_into_which_it_is_ordered() -> None:
    base = "SALE\n\nDated June 1, 2002.\n\n1.  TERMS\n\n1.1  Price means the price.\n\n1.2  Rate means the rate.\n\n2.  LAW.  None."
    order = Ordered(
        "insertion",
        ("1",),
        "provision",
        new="1.1A  Plant means the works.",
        anchor="Section 1.1",
        position="after",
    )
    after = copy_of(base, order)
    assert outcome(after).status == "applied"
    assert [one.path[-1] for one in after.copy.walk() if one.label] == ["1", "1.1", "1.1a", "1.2", "2"]
    other = Ordered("insertion", ("1",), "provision", new="3.1  Plant means the works.", position="after")
    assert outcome(copy_of(base, other)).status == "ambiguous"
