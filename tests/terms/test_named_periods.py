"""The term where no clause speaks of the term of the agreement: by the name a period is given, by a grant, by a field."""

import datetime as dt

import pytest

from conformed.terms import terms_of

from .paper import paper, terms_in, value


def read(name: str, words: str) -> object:
    term = terms_of(paper(words)).get(name)
    return term.value if term is not None else None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        (
            'The Customer appoints Alder for a period of three (3) years beginning June 6, 2001 (the "INITIAL PERIOD").',
            dt.date(2001, 6, 6),
            dt.date(2004, 6, 6),
        ),
        (
            'Alder shall supply the Customer from June 1, 2001 until May 31, 2003 (such period, the "Contract Term").',
            dt.date(2001, 6, 1),
            dt.date(2003, 5, 31),
        ),
        (
            'Alder\'s right to the depot ends on December 31, 2002 (the "Expiration Date").',
            None,
            dt.date(2002, 12, 31),
        ),
        (
            "Alder will provide haulage for the Customer for the period July 1, 2001 through June 30, 2002.",
            dt.date(2001, 7, 1),
            dt.date(2002, 6, 30),
        ),
        (
            "Alder Wire, Inc. hereby engages the Customer for a term of two years from July 1, 2001 to June 30, 2003.",
            None,
            None,
        ),
        (
            'Alder warrants the wire for a period of three years beginning June 6, 2001 (the "Warranty Period").',
            None,
            None,
        ),
        (
            'This right may be extended for two years beginning June 6, 2004 (the "Renewal Term").',
            None,
            None,
        ),
        ("Alder shall keep records for the period July 1, 2001 through June 30, 2002.", None, None),
        (
            'The Customer may elect, if no default is continuing, that the option ends on December 31, 2002 (the "Expiration Date").',
            None,
            None,
        ),
    ],
)
def test_a_period_by_its_name_or_by_a_grant(words: str, first: dt.date | None, last: dt.date | None) -> None:
    assert value("expiration_date", f"Appointment. {words}") == last
    assert value("effective_date", f"Appointment. {words}") == first


def test_words_about_the_term_of_the_agreement_go_before_a_period_with_a_name() -> None:
    terms = terms_in(
        'Deposit. The deposit is held for a period of two years beginning June 6, 2001 (the "Initial Period").',
        "Term. The term of this Agreement ends on May 31, 2009.",
    )
    assert terms["expiration_date"].value == dt.date(2009, 5, 31)


EMPLOYMENT = (
    "EMPLOYMENT AGREEMENT\n\n"
    'EMPLOYMENT AGREEMENT (the "Agreement") dated September 3, 1996 by and between Alder Wire, Inc., a New York corporation '
    '(the "Company"), and ELM B. ASHWOOD, an individual residing at 9 Oak Street ("Employee").\n\n'
)


def test_the_term_of_the_employment_is_the_term_of_an_employment_agreement() -> None:
    term = (
        '2. Term. Employee\'s term of employment under this Agreement shall commence on September 1, 1996 (the "Commencement Date") and shall '
        'continue for a period of twenty-eight (28) months thereafter, terminating on December 31, 1998 (the "Expiration Date").\n'
    )
    assert read("expiration_date", EMPLOYMENT + term) == dt.date(1998, 12, 31)
    assert value("expiration_date", f"Staff. {term[9:]}") == dt.date(1998, 12, 31)
    assert value("expiration_date", "Staff. The term of employment of each driver is two years.") is None


def test_a_field_may_give_both_ends_of_the_term() -> None:
    lease = (
        "LEASE AGREEMENT\n\nTENANT: Alder Wire, Inc., a Nevada corporation\nLANDLORD: Birch Networks LLC\n"
        "TERM: Begins: January 1, 1999 Ends: January 31, 2002\nRENT: $400\n\n1. LEASE. Landlord leases the Premises to Tenant.\n"
    )
    assert read("expiration_date", lease) == dt.date(2002, 1, 31)
    assert read("effective_date", lease) == dt.date(1999, 1, 1)


SUBLEASE = (
    "STANDARD SUBLEASE\n\n1. Parties. This Sublease, dated, for reference purposes only, March 26, 2002, is made by and between "
    'Alder Wire, Inc., a Nevada corporation ("Sublessor") and Birch Networks LLC, an Ohio company ("Sublessee").\n\n'
    '3. Term. The term of this Sublease shall be for the period commencing on June 1, 2002 ("commencement date") and ending on June 18, 2006.\n'
)


def test_a_sublease_is_an_agreement_too() -> None:
    terms = terms_of(paper(SUBLEASE))
    assert {name: terms[name].value for name in ("agreement_date", "effective_date", "expiration_date")} == {
        "agreement_date": dt.date(2002, 3, 26),
        "effective_date": dt.date(2002, 6, 1),
        "expiration_date": dt.date(2006, 6, 18),
    }


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ('"Commencement Date" 7th June, 2001; and "Goods" the wire listed below.', dt.date(2001, 6, 7)),
        (
            'This paper is for reference (the "Effective Date") as of the 8th day of June, 2001.',
            dt.date(2001, 6, 8),
        ),
        ('"Effective Date" has the meaning of June 8, 2001 in the Lease.', None),
    ],
)
def test_a_day_behind_its_name(words: str, day: dt.date | None) -> None:
    assert value("effective_date", f"Meanings. {words}") == day


def test_a_letter_bears_its_date_above_the_greeting() -> None:
    letter = "Alder Wire, Inc.\n1 Oak Street\n\nNovember 2, 2001\n\nMr. A. Ash\n\nRe: Our lease dated May 1, 1999\n\nDear Mr. Ash:\n\nWe confirm the terms.\n"
    assert read("agreement_date", letter) == dt.date(2001, 11, 2)
    assert (
        read("agreement_date", letter.replace("November 2, 2001", "Your letter of November 2, 2001")) is None
    )


def test_what_a_paper_says_it_is_bears_its_own_date() -> None:
    words = (
        "CONSULTING AGREEMENT\n\nThis is an agreement dated and effective this 7th day of May, 2003 by and between Alder Wire, Inc. "
        '("Alder") and Birch Networks LLC ("Birch").\n'
    )
    assert read("agreement_date", words) == dt.date(2003, 5, 7)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("the Fourth day of March in the year Two Thousand Three", dt.date(2003, 3, 4)),
        ("this 01st day of April, Two thousand and Twenty-Three", dt.date(2023, 4, 1)),
        ("the1st day of September, 2008", dt.date(2008, 9, 1)),
        ("November1, 2001", dt.date(2001, 11, 1)),
        ("the third day of June, two thousand five hundred", None),
    ],
)
def test_days_as_printers_set_them(written: str, day: dt.date | None) -> None:
    words = f'SUPPLY AGREEMENT\n\nThis Supply Agreement is made as of {written}, by and between Alder Wire, Inc. ("Alder") and Birch LLC ("Birch").\n'
    assert read("agreement_date", words) == day


@pytest.mark.parametrize(
    ("words", "last"),
    [
        (
            'This Agreement continues for five years from the date hereof ("Initial Term"). This Agreement shall automatically continue following the Initial '
            "Term, for an additional period of three (3) years.",
            dt.date(2006, 5, 1),
        ),
        (
            "The term of the license hereby granted shall commence June 1, 2001 and continue until May 30, 2004.",
            dt.date(2004, 5, 30),
        ),
        ("The Term of this Agreement is hereby extended to January 20, 2012.", dt.date(2012, 1, 20)),
        ("The Term of this Agreement may be extended to January 20, 2012.", None),
    ],
)
def test_renewals_licences_and_extensions(words: str, last: dt.date | None) -> None:
    assert value("expiration_date", f"Term. {words}") == last


SIGNED = "\n\nIN WITNESS WHEREOF\n\nALDER WIRE, INC.\nBy: /s/ A. Ash\nDate: {one}\n\nBIRCH NETWORKS LLC\nBy: /s/ B. Elm\nDate: {other}\n"


@pytest.mark.parametrize(
    "words",
    [
        "This agreement commences upon execution of this document.",
        "This Agreement takes effect upon the signatures and seals of both Parties in triplicate.",
        "This Agreement shall become effective on the date on which it is signed and affixed with the corporate seals by the authorized representative of each Party.",
        "This Agreement shall take effect on the date of signature of the Agreement by both parties and ends by notice.",
    ],
)
def test_what_holds_from_its_signing_holds_from_its_date_unless_the_signatures_bear_another(
    words: str,
) -> None:
    assert value("effective_date", f"Start. {words}") == dt.date(2001, 5, 1)
    same = SIGNED.format(one="May 1, 2001", other="May 1, 2001")
    later = SIGNED.format(one="May 1, 2001", other="May 9, 2001")
    assert value("effective_date", f"Start. {words}{same}") == dt.date(2001, 5, 1)
    assert value("effective_date", f"Start. {words}{later}") is None


def test_the_signing_of_something_else_is_no_beginning() -> None:
    words = "Start. This Agreement takes effect upon execution of the Lease by the landlord."
    assert value("effective_date", words) is None


@pytest.mark.parametrize(
    "words",
    [
        'The Effective Date of this Agreement (herein called the "Effective Date") is June 21, 2001.',
        "The commencement date for this contract will be 21st June 2001.",
    ],
)
def test_a_day_that_a_sentence_calls_effective(words: str) -> None:
    assert value("effective_date", f"Start. {words}") == dt.date(2001, 6, 21)


def test_an_effective_date_that_is_the_date_written_above_or_below() -> None:
    above = (
        'SPONSORSHIP AGREEMENT\n\nDated as of July 16, 2012\n\nTHIS SPONSORSHIP AGREEMENT is entered into and effective as of the date first written above ("Effective '
        'Date") by and among Alder LLC, a Delaware company ("Alder") and Birch LLC, an Ohio company ("Birch").\n'
    )
    assert read("effective_date", above) == dt.date(2012, 7, 16)
    below = (
        'RESALE AGREEMENT\n\nThis Resale Agreement by and between Alder LLC, a Delaware company ("Alder") and Birch LLC, an Ohio company ("Birch") is entered into as of '
        'the date last written below ("the Effective Date").\n\n1. Goods. They are sold.' + SIGNED
    )
    assert read("effective_date", below.format(one="May 1, 2001", other="May 9, 2001")) == dt.date(2001, 5, 9)
    assert read("effective_date", below.format(one="", other="")) is None


@pytest.mark.parametrize(
    ("close", "day"),
    [
        (
            "Party A: Alder Co. (seal) A. Ash (signature) June 25, 2014\n\nParty B: Birch Co. (seal) B. Elm (signature) June 25, 2014",
            25,
        ),
        ("June 11, 2014 June 11, 2014\n/s/ A. Ash /s/ B. Elm", 11),
    ],
)
def test_a_day_beside_a_seal_or_above_the_signatures(close: str, day: int) -> None:
    words = "DISTRIBUTION AGREEMENT\n\nParty A: Alder Co., Ltd.\nParty B: Birch Co., Ltd.\n\n1. Goods. They are sold.\n\n2. Price. It is paid.\n\n"
    assert read("agreement_date", words + close) == dt.date(2014, 6, day)


def test_an_address_does_not_end_the_opening() -> None:
    words = (
        'RESALE AGREEMENT\n\nThis Agreement is made and entered into by and between Alder Ltd., having an office at Aleea Malinului, Nr. 11, Bl. D, Apt. 43, Elmton ("Alder") '
        'and Birch SRL, having an office at 9 Oak Rd. Reno ("Birch") as of the 1st day of June, 2004.\n'
    )
    assert read("agreement_date", words) == dt.date(2004, 6, 1)
