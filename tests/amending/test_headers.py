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


ITEM = (
    "\n\nNOW, THEREFORE, the parties agree as follows:\n\n1. Section 2 of the Agreement is hereby deleted.\n"
)


def amended(head: str) -> tuple[str | None, str | None]:
    """Title and date of the agreement that a paper with this head says it amends."""
    found = amendment(head + ITEM).amends
    return found.title, found.date.isoformat() if found.date else None


def test_the_day_of_this_amendment_is_not_that_of_the_agreement_it_names() -> None:
    assert amended(
        "AMENDMENT TO THE SUPPLY AGREEMENT\n\nTHIS AMENDMENT TO SUPPLY AGREEMENT is entered into as of May 2, 2011 by and between "
        "Heron Ltd. and Wren Corp.\n\nWHEREAS, Heron and Wren are parties to a Supply Agreement dated March 3, 2009 (the “Agreement”);"
    ) == ("Supply Agreement", "2009-03-03")
    assert amended(
        'FIRST AMENDMENT\n\nThis First Amendment to the Supply Agreement ("FIRST AMENDMENT") dated as of May 2, 2011 among Heron Ltd. and '
        "Wren Corp. amends the Supply Agreement dated as of March 3, 2009."
    ) == ("Supply Agreement", "2009-03-03")
    assert amended(
        "FIRST AMENDMENT\n\nThis First Amendment to the Supply Agreement is deemed effective May 2, 2011 and is between Heron Ltd. and Wren Corp."
    ) == (None, None)


def test_an_agreement_named_in_small_letters_is_the_one_of_the_title() -> None:
    assert amended(
        "AMENDMENT TO THE EMPLOYMENT AGREEMENT\n\nThis Amendment is entered into as of May 2, 2011 by and between Heron Ltd. and Jo Wren.\n\n"
        "WHEREAS, the parties have entered into an employment agreement dated March 3, 2009, between them (the “Employment Agreement”); and\n\n"
        "WHEREAS, Heron has signed the Agreement and Plan of Merger, dated as of April 1, 2011, with Gull Inc. (the “Merger Agreement”);"
    ) == ("employment agreement", "2009-03-03")


def test_the_parties_may_stand_between_the_agreement_and_its_day() -> None:
    assert amended(
        "FIRST AMENDMENT\n\nReference is made to that certain Loan Agreement made by and between Heron Ltd. and Wren Corp. dated as of March 3, 2009."
    ) == ("Loan Agreement", "2009-03-03")


def test_a_paper_is_dated_by_its_execution_not_by_a_recital_of_the_agreement() -> None:
    read = amendment(
        "First Amendment\nTo\nEmployment Agreement\n\nWHEREAS, Heron, Inc. entered into an Employment Agreement with Jo Wren (the “Executive”) as of the "
        "28th day of March 1994 (the “Agreement”);"
        + ITEM
        + "\nIN WITNESS WHEREOF, the parties have executed this First Amendment as of the 6th day of November, 2008.\n\nHeron, Inc.\n"
    )
    assert (read.document.title, read.document.number) == ("First Amendment", 1)
    assert read.amends.date is not None
    assert read.amends.date.isoformat() == "1994-03-28"
    assert read.effective.date is not None
    assert read.effective.date.isoformat() == "2008-11-06"


def test_a_paper_whose_first_words_are_an_item_has_no_day_of_its_own() -> None:
    read = amendment(
        "1. Section 4 is hereby amended by replacing the words “on May 1” with the words “no later than October 31, 2006”.\n"
    )
    assert read.effective.date is None


def test_the_effective_day_of_the_agreement_named_is_not_that_of_the_paper() -> None:
    read = amendment(
        "SECOND AMENDMENT\n\nHeron Ltd. and Wren Corp. enter into this Second Amendment on February 8, 2022 to change the Supply Agreement "
        'effective May 1, 2019 (the "Agreement").' + ITEM
    )
    assert read.effective.date is not None
    assert read.effective.date.isoformat() == "2022-02-08"


def test_an_entry_of_the_first_page_that_is_named_by_its_caption_is_for_a_person() -> None:
    read = amendment(
        "AMENDMENT NO. 1\n\nThis Amendment is dated May 2, 2011.\n\nNOW THEREFORE the parties agree as follows:\n\n"
        "1. The “Contact Details” for the Supplier on page 1 of the Agreement shall be deleted and replaced with “Contact: Jo Wren”.\n\n"
        "2. The “Price” on page 1 of the Agreement shall be deleted and replaced with “Fee”.\n"
    )
    assert [one.uncertain for one in read.instructions] == [
        "names what is replaced by its caption only",
        None,
    ]


def test_a_sentence_listed_bears_the_line_of_the_file() -> None:
    text = (
        "AMENDMENT NO. 1\n\nThis Amendment is dated May 2, 2011.\n\nNOW THEREFORE the parties agree as follows:\n\n"
        "1. Section 2 is hereby deleted, with what the parties have said of it to\n\n\n     2\n<PAGE>\n\neach other.\n\n"
        "2. The Price Certificate is amended in its entirety and replaced with one in the form of Annex 1.\n"
    )
    (listed,) = amendment(text).unclaimed
    assert listed.line is not None
    assert text.split("\n")[listed.line - 1].startswith("2. The Price")


def test_a_paper_agreed_as_under_or_called_a_change_note_is_an_amendment() -> None:
    order = '\n\n1. In Clause 2.3, the figure "42" is replaced by "38".\n'
    for head in (
        "SECOND SUPPLEMENTARY AGREEMENT TO THE SERVICES CONTRACT\n\nNOW IT IS HEREBY AGREED AND DECLARED AS UNDER:",
        "CONTRACT CHANGE NOTE 4\n\nChanges to the Supply Agreement dated 4 May 2018.",
        "MEMORANDUM\n\nThe parties have modified the Contract as under:",
    ):
        (one,) = amendment(head + order).instructions
        assert one.target.path == ("2.3",), head
