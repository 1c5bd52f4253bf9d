"""Agreement date, effective date and expiration date."""

import datetime as dt

import pytest

from conformed.structure.dates import find_numeric_dates
from conformed.terms import terms_of

from .paper import agreement, paper, terms_in, value

DAY = dt.date


@pytest.mark.parametrize(
    "opening",
    [
        'This Agreement is made as of May 1, 2001, by and between Alder Inc. ("Alder") and Birch LLC ("Birch").',
        'THIS AGREEMENT, dated the 1st day of May, 2001, is between Alder Inc. ("Alder") and Birch LLC ("Birch").',
        'This Agreement is entered into by and between Alder Inc. ("Alder") and Birch LLC ("Birch") on this first day of May 2001.',
    ],
)
def test_the_opening_dates_the_agreement(opening: str) -> None:
    assert terms_of(paper(f"LEASE AGREEMENT\n\n{opening}\n\n1. Rent. It is due."))[
        "agreement_date"
    ].value == DAY(2001, 5, 1)


def test_a_date_of_another_paper_is_not_the_agreements() -> None:
    text = (
        'AMENDMENT NO. 1\n\nThis Amendment No. 1 amends that certain Supply Agreement dated June 30, 2000 between Alder Inc. ("Alder") '
        'and Birch LLC ("Birch") and is made as of May 1, 2001.\n\n1. Change. None.'
    )
    assert terms_of(paper(text))["agreement_date"].value == DAY(2001, 5, 1)


@pytest.mark.parametrize("blank", ["the ___ day of May, 2001", "[●], 2001", "this day of , 2001"])
def test_a_blank_is_not_filled_in(blank: str) -> None:
    document = agreement("Rent. It is due on June 1, 2001.", date=blank)
    assert "agreement_date" not in terms_of(document)


def test_without_a_dated_opening_cover_testimonium_and_signatures_are_asked_in_turn() -> None:
    opening = (
        'This Agreement is between Alder Inc. ("Alder") and Birch LLC ("Birch").\n\n1. Rent. It is due.\n\n'
    )
    assert terms_of(paper(f"LEASE AGREEMENT\n\nDated as of May 1, 2001\n\n{opening}"))[
        "agreement_date"
    ].value == DAY(2001, 5, 1)
    body = "2. Use. Offices.\n\n" * 8
    witness = "IN WITNESS WHEREOF, the parties have signed this Agreement on May 2, 2001.\n\nAlder Inc.\n\nBy: /s/ A. Lee\n"
    assert terms_of(paper(f"LEASE AGREEMENT\n\n{opening}{body}{witness}"))["agreement_date"].value == DAY(
        2001, 5, 2
    )
    signed = (
        "Alder Inc.\n\nBy: /s/ A. Lee\nDate: May 3, 2001\n\nBirch LLC\n\nBy: /s/ B. Orr\nDate: May 4, 2001\n"
    )
    term = terms_of(paper(f"LEASE AGREEMENT\n\n{opening}{body}{signed}"))["agreement_date"]
    assert (term.value, term.how) == (DAY(2001, 5, 4), "the day of the last signature")


def _undated(before: str, after: str) -> dt.date | None:
    """The date of a paper whose opening gives none."""
    opening = 'This Agreement is between Alder Inc. ("Alder") and Birch LLC ("Birch").\n\n'
    body = "".join(f"{number}. Use. Offices.\n\n" for number in range(1, 12))
    term = terms_of(paper(f"LEASE AGREEMENT\n\n{before}{opening}{body}{after}")).get("agreement_date")
    return term.value if term is not None else None  # type: ignore[return-value]


_SIGNED = "Alder Inc.\n\nBy: /s/ A. Lee\nTitle: President\nDate: May 3, 2001\n"


@pytest.mark.parametrize(
    ("before", "after", "day"),
    [
        ("Effective Date: April 1, 2001\n\n", "", DAY(2001, 4, 1)),
        ("Effective Date: April 1, 2001\n\n", _SIGNED, DAY(2001, 5, 3)),
        ("Last Updated: April 6, 2001\n\n", "", DAY(2001, 4, 6)),
        ("", f"DATED 2 May 2001\n\nALDER INC. and BIRCH LLC\n\n{_SIGNED}", DAY(2001, 5, 2)),
        (
            "Planned by Elm Architects May 1, 2001\n\n",
            "Drawn up in two copies.\n\nMay 1, 2001\n",
            DAY(2001, 5, 1),
        ),
        ("Planned by Elm Architects May 1, 2001\n\n", "Drawn up in two copies.\n\nMay 2, 2001\n", None),
        ("", "Signed and effective this 25th day of May, 2001.\n\nAlder Inc.\n", DAY(2001, 5, 25)),
        ("", "5/3/2001 5/4/2001\nDate Date\n", None),
        ("", "Printed Name Printed Name\nTitle Title\n5/3/2001 5/4/2001\nDate Date\n", DAY(2001, 5, 4)),
    ],
)
def test_what_dates_a_paper_whose_opening_gives_no_date(before: str, after: str, day: dt.date | None) -> None:
    assert _undated(before, after) == day


@pytest.mark.parametrize(
    "certificate",
    [
        'In connection with the sale under a Subscription Agreement dated as of May 22, 2001, and pursuant to an agency agreement dated as of May 22, 2001 between Alder Inc. ("Alder") and Birch LLC ("Birch"), we certify as follows:',
        'This Schedule is made as of the date set forth above to that Software Licence Agreement between Alder Inc. ("Alder") and Birch LLC ("Birch"), dated May 22, 2001.',
    ],
)
def test_a_paper_that_speaks_only_of_anothers_date_has_none(certificate: str) -> None:
    assert "agreement_date" not in terms_of(paper(f"CERTIFICATE\n\n{certificate}\n\n1. Offers. None."))


def test_an_aside_about_later_changes_does_not_hide_the_date() -> None:
    opening = 'This Agreement (as amended, restated or supplemented, this "Agreement") is entered into as of March 18, 2003 by and between Alder Inc. ("Alder") and Birch LLC ("Birch").'
    assert terms_of(paper(f"LEASE\n\n{opening}\n\n1. Rent. It is due."))["agreement_date"].value == DAY(
        2003, 3, 18
    )


def test_the_number_of_a_section_is_no_date() -> None:
    assert value("expiration_date", "Term. This Agreement ends as Clause 6.1.10 says.") is None
    assert [found.date for found in find_numeric_dates("6.1.10 and 13.12.10")] == [DAY(2010, 12, 13)]


@pytest.mark.parametrize(
    ("section", "day"),
    [
        ('Definitions. "Effective Date" means July 1, 2001.', DAY(2001, 7, 1)),
        ('Definitions. "Effective Date" means the date first written above.', DAY(2001, 5, 1)),
        ("Effect. This Agreement shall become effective on August 1, 2001.", DAY(2001, 8, 1)),
        ('Definitions. "Effective Date" means the date of the last signature below.', None),
        ("Rent. It is due.", None),
        (
            "Term. The term of this Agreement shall begin on January 1, 2002 and continue for five years.",
            DAY(2002, 1, 1),
        ),
        (
            "TERM AND TERMINATION The term of this Agreement for the Site shall commence upon June 1, 2001.",
            DAY(2001, 6, 1),
        ),
        ("Term. This Agreement commences on the date first above written.", DAY(2001, 5, 1)),
        (
            "Term. This Agreement shall become effective as of the day and year first above written.",
            DAY(2001, 5, 1),
        ),
        (
            "Term. The term shall be one (1) year, commencing January 1, 2008 and ending on December 31, 2008.",
            DAY(2008, 1, 1),
        ),
        ('Term. The duration of this Venture (the "Term") will begin on March 1, 2002.', DAY(2002, 3, 1)),
        ("Term. This Agreement shall begin upon its approval by the Board, on June 1, 2001 or later.", None),
        ("Renewal. The renewal term of this Agreement shall commence on June 1, 2002.", None),
        ("Rent. During the term of this Agreement, commencing on June 1, 2002, rent is due.", None),
        ("Leases. The term of the Lease Agreement dated May 3, 2000 shall commence on June 1, 2002.", None),
        ("Terms. This Agreement begins on June 1, 2001. The Term commences on July 1, 2001.", None),
        ("First Period: April 15, 2002 through October 15, 2002 (6 Months from the Effective Date)", None),
    ],
)
def test_effective_dates(section: str, day: dt.date | None) -> None:
    assert value("effective_date", section) == day


def test_a_date_that_the_opening_calls_effective() -> None:
    assert value("effective_date", "Rent. It is due.", date='May 1, 2001 (the "Effective Date")') == DAY(
        2001, 5, 1
    )
    assert value(
        "effective_date", "Rent. It is due.", date="May 1, 2001 and effective as of June 1, 2001"
    ) == DAY(2001, 6, 1)


@pytest.mark.parametrize(
    ("section", "day"),
    [
        ("Term. The term of this Agreement shall be five (5) years from the date hereof.", DAY(2006, 5, 1)),
        (
            "Term. This Agreement shall commence on June 1, 2001 and continue for a period of eighteen (18) months.",
            DAY(2002, 12, 1),
        ),
        (
            "Term. The initial term ends fifty-one (51) months after May 1, 2001, unless terminated earlier under Section 9.",
            DAY(2005, 8, 1),
        ),
        ("Term. This Agreement shall expire on December 31, 2008.", DAY(2008, 12, 31)),
        (
            "Term. This Agreement shall continue in full force and effect until the third anniversary of the date of this Agreement.",
            DAY(2004, 5, 1),
        ),
        ("Term. This Agreement is for a term of two (2) years, ending on April 30, 2003.", DAY(2003, 4, 30)),
        ('Definitions. "Expiration Date" means March 31, 2020.', DAY(2020, 3, 31)),
        ("Term: June 1, 2001 to May 31, 2004", DAY(2004, 5, 31)),
        (
            "Term. The term of this Agreement shall be one (1) month commencing on January 31, 2003.",
            DAY(2003, 2, 28),
        ),
        ("Term. This Agreement shall continue for three (3) years after the date of first delivery.", None),
        ("Warranty. The warranty under this Agreement shall continue for two (2) years.", None),
        (
            "Secrets. The duty of confidence shall survive for a term of five (5) years after expiration.",
            None,
        ),
        (
            "Records. During the term of this Agreement and for a period of two (2) years the books are kept.",
            None,
        ),
        (
            'Term. "Commencement Date" means the date on which the works are complete. The term of this Agreement ends on the '
            "second anniversary of the Commencement Date.",
            None,
        ),
        (
            "Term. This Agreement shall continue for the longer of two (2) years and the life of the patents.",
            None,
        ),
        (
            "Claims. Until the termination of this Agreement and for a period of five (5) years records are kept.",
            None,
        ),
        ("Resale. Each such Reseller Agreement shall expire in three years.", None),
        ("Term. Either party may terminate this Agreement upon notice before December 31, 2004.", None),
    ],
)
def test_expiration_dates(section: str, day: dt.date | None) -> None:
    assert value("expiration_date", section) == day


def test_how_a_last_day_was_worked_out_is_told() -> None:
    term = terms_in("Term. The term of this Agreement shall be five (5) years from the date hereof.")[
        "expiration_date"
    ]
    assert term.how == "P5Y after 2001-05-01"


def test_two_last_days_are_no_answer() -> None:
    sections = (
        "Term. This Agreement shall expire on May 1, 2003.",
        "Term. This Agreement shall expire on May 1, 2004.",
    )
    assert value("expiration_date", *sections) is None


def test_an_amendment_does_not_lend_its_date_to_the_agreements_term() -> None:
    text = (
        'AMENDMENT NO. 2\n\nThis Amendment No. 2 is made as of November 1, 2000 between Alder Inc. ("Alder") and Birch LLC ("Birch").\n\n'
        '1. Section 7 is amended to read: "The term of this Agreement shall be five (5) years from the date hereof."'
    )
    assert "expiration_date" not in terms_of(paper(text))


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("made as of _Dec. 8, 2005", DAY(2005, 12, 8)),
        ("made this 1st day of      --- November, 2003", DAY(2003, 11, 1)),
        ("made this _12th_ day of _May_, 2004", DAY(2004, 5, 12)),
        ("made as of __March 3, 2001__", DAY(2001, 3, 3)),
        ("made this _2 day of May, 2004", None),
        ("made this ___ day of May, 2004", None),
        ("made as of May _, 2004", None),
    ],
)
def test_an_underline_hides_no_date_and_a_blank_is_none(opening: str, day: dt.date | None) -> None:
    words = f'This Agreement is {opening} by and between Alder, Inc. ("Alder") and Birch LLC ("Birch").\n'
    read = terms_of(paper(f"SUPPLY AGREEMENT\n\n{words}")).get("agreement_date")
    assert (read.value if read else None) == day


def test_the_amended_papers_date_is_not_the_amendments() -> None:
    words = (
        'This is the First Amendment ("First Amendment") to the Supply Agreement ("Supply Agreement") entered into on April 15, 2010, '
        'by and between Alder, Inc. ("Alder") and Birch LLC ("Birch").'
    )
    assert terms_of(paper(f"FIRST AMENDMENT\n\n{words}\n")).get("agreement_date") is None


def test_a_date_over_the_word_date_beside_a_signature() -> None:
    body = "The parties agree on this and that, and each of them keeps to it. " * 12
    signed = "/s/ An Alder 9/9/97\n- ----------------- ------\nAlder Networks   Date\n"
    read = terms_of(paper(f"HOSTING AGREEMENT\n\n{body}\n\n{signed}"))["agreement_date"]
    assert read.value == DAY(1997, 9, 9)


def test_what_a_recital_dates_is_not_this_paper() -> None:
    words = (
        "ENDORSEMENT AGREEMENT\n\nWHEREAS, Alder Inc. owes Birch LLC a sum represented by a Demand Note, dated December 5, 1995;\n\n"
        "1. Term. It lasts, and the parties keep to it as they have kept to it before.\n\n"
        "IN WITNESS WHEREOF, the parties have executed this Agreement as of this 4th day of April, 2003.\n"
    )
    assert terms_of(paper(words))["agreement_date"].value == DAY(2003, 4, 4)
