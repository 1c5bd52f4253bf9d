"""How long agreements last, in the words of many drafters."""

import datetime as dt

import pytest

from .paper import terms_in, value

MAY_1 = dt.date(2001, 5, 1)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        (
            "This Agreement shall continue in force for an initial period of three (3) years from the date hereof, and shall automatically extend for successive terms of one year each "
            "unless either party gives not less than ninety (90) days' written notice of non-renewal before the end of the then-current term.",
            dt.date(2004, 5, 1),
        ),
        (
            "This Agreement commences on the date hereof and continues until the third anniversary thereof.",
            dt.date(2004, 5, 1),
        ),
        (
            "This Agreement comes into force on 1 June 2001 and, unless terminated earlier in accordance with clause 8, expires automatically on 31 May 2006.",
            dt.date(2006, 5, 31),
        ),
        (
            'Unless sooner terminated, the term of this Agreement is five (5) years, beginning on the Commencement Date. The "Commencement Date" means June 15, 2001.',
            dt.date(2006, 6, 15),
        ),
        (
            "The commencement date for this contract will be 16th June 2001. The initial term of this contract is 5 years from the commencement date.",
            dt.date(2006, 6, 16),
        ),
        (
            "The term of this Agreement shall commence on the Effective Date and end on November 30, 2007.",
            dt.date(2007, 11, 30),
        ),
        ("This Agreement has a term of six (6) months from its signing.", dt.date(2001, 11, 1)),
        (
            "This Agreement is evergreen: it shall remain in force until terminated by either party on sixty (60) days' notice.",
            None,
        ),
        (
            'The term commences on the date when the plant opens (the "Commencement Date") and continues for ten years.',
            None,
        ),
        (
            "This Agreement will expire on the earlier of December 31, 2006 and the completion of the Services.",
            None,
        ),
        ("This Agreement continues until terminated in accordance with Section 9.", None),
        (
            "The effective term is 12 months beginning July 1, 2001 and ending June 30, 2002.",
            dt.date(2002, 6, 30),
        ),
        (
            'The term of this Agreement is for a period of five (5) years (the "Term") commencing on June 1, 2001 and, unless '
            "terminated earlier in accordance with the provisions about termination, ending on May 31, 2006.",
            dt.date(2006, 5, 31),
        ),
        (
            "The joint venture is for one year beginning June 27, 2001 and ending November 30th, 2002.",
            dt.date(2002, 11, 30),
        ),
        (
            "The duration of this joint venture will be from June 1, 2001 until February 28, 2005.",
            dt.date(2005, 2, 28),
        ),
        (
            "This Agreement shall continue in effect for a period of one year from the date of its execution.",
            dt.date(2002, 5, 1),
        ),
        ("This agreement shall be for five years from the date of this document.", dt.date(2006, 5, 1)),
        (
            "The Term shall commence on the date of this Agreement and, unless earlier terminated or extended as provided below, "
            "shall end as of December 31, 2003.",
            dt.date(2003, 12, 31),
        ),
        (
            "The duty of silence will exist while this Agreement is in force and for a period of five (5) years thereafter.",
            None,
        ),
        (
            "The term of this Agreement shall begin on June 1, 2001 and continue for three (3) years thereafter.",
            dt.date(2004, 6, 1),
        ),
    ],
)
def test_the_last_day(words: str, last: dt.date | None) -> None:
    assert value("expiration_date", f"Term. {words}") == last


def test_the_day_of_the_month_is_no_length() -> None:
    terms = terms_in(
        "Making. This Agreement is made as of the 26 day of June, 2001.",
        "Term. The term of this Agreement shall end on November 30, 2007.",
    )
    assert terms["expiration_date"].value == dt.date(2007, 11, 30)


def test_the_agreements_own_term_goes_before_the_fields_of_a_form() -> None:
    own = "Length. The term of this Agreement shall be fifteen (15) years from the date hereof."
    field = "Statement of Work. Services: testing. Term: Three (3) years"
    assert value("expiration_date", own) == dt.date(2016, 5, 1)
    assert value("expiration_date", own, field) is None
    assert value("expiration_date", field) == dt.date(2004, 5, 1)


@pytest.mark.parametrize(
    ("sections", "notice"),
    [
        pytest.param(
            (
                "Term. The term is one year and will be automatically renewed for one additional year unless either party shall notify the other in writing of its intention not to renew. "
                "Such notice must be given ninety (90) days prior to expiration of the original term.",
            ),
            "P90D",
            id="such notice",
        ),
        pytest.param(
            (
                "Term. The term is five (5) years, subject to automatic successive renewal terms of three (3) years each.",
                "Termination. Either party may terminate this Agreement upon written notice of termination no later than ninety (90) calendar days prior to the expiration of the relevant term then in effect.",
            ),
            "P90D",
            id="in another clause",
        ),
        pytest.param(
            (
                "Term. The term is five (5) years.",
                "Termination. Either party may terminate this Agreement upon written notice of termination no later than ninety (90) calendar days prior to the expiration of the relevant term then in effect.",
            ),
            None,
            id="no renewal to stop",
        ),
        pytest.param(
            (
                "Term. Upon expiry this Agreement is renewed tacitly for further periods of twelve (12) months, save where a party has notified the other by registered letter, "
                "at the latest three (3) months before expiry, that it does not wish to renew.",
            ),
            "P3M",
            id="tacit renewal",
        ),
        pytest.param(
            (
                "Term. This Agreement shall be effective for one (1) year. It shall be deemed renewed for additional one-year periods if neither party has given notice to the contrary at "
                "least 45 days prior to expiration.",
            ),
            "P45D",
            id="deemed renewed",
        ),
        pytest.param(
            (
                "Term. The initial term is twelve months. Thereafter the Agreement is evergreen and renews from month to month until either party gives the other thirty (30) days' written "
                "notice of termination prior to the end of any month.",
            ),
            "P30D",
            id="from month to month",
        ),
    ],
)
def test_the_notice_that_stops_renewal(sections: tuple[str, ...], notice: str | None) -> None:
    assert value("notice_period", *sections) == notice


def test_a_heading_in_capitals_is_no_term_of_its_own() -> None:
    heading = "TERM AND TERMINATION The term of this Agreement for the Site shall commence upon June 1, 2001 and continue for six (6) months."
    assert value("expiration_date", heading) == dt.date(2001, 12, 1)
    assert value("expiration_date", "TERM This agreement shall be for a term of two years.") == dt.date(
        2003, 5, 1
    )


def test_the_field_of_an_initial_period() -> None:
    field = "INITIAL DISTRIBUTION PERIOD: June 15, 2001 through December 15, 2001 (6 Months from the Effective Date)"
    assert value("expiration_date", f"Definitions.\n\n{field}") == dt.date(2001, 12, 15)
    assert (
        value("expiration_date", "Reports.\n\nReporting Period: June 1, 2001 through June 30, 2001") is None
    )
