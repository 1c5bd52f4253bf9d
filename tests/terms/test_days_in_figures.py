"""Days in figures: which comes first, the month or the day, and what is read where nobody can know."""

import datetime as dt

import pytest

from conformed.terms import terms_of

from .paper import paper, value

NEW_YORK = "Law. This Agreement is governed by the laws of the State of New York."
ENGLAND = "Law. This Agreement is governed by English law."
ENDS = "Term. The term of this Agreement ends on {}."


@pytest.mark.parametrize(
    ("date", "sections", "read"),
    [
        pytest.param("03/01/2004", (NEW_YORK,), dt.date(2004, 3, 1), id="American law: the month leads"),
        pytest.param("03/01/2004", ("Fees. They are due.",), dt.date(2004, 3, 1), id="no law named"),
        pytest.param("03/01/2004", (ENGLAND,), None, id="English law: nobody can know"),
        pytest.param("25/03/2004", (ENGLAND,), dt.date(2004, 3, 25), id="only one way to read it"),
        pytest.param(
            "03/01/2004",
            (ENDS.format("31/12/2006"), ENGLAND),
            dt.date(2004, 1, 3),
            id="another date shows that the day leads",
        ),
        pytest.param(
            "03/01/2004",
            (ENDS.format("12/31/2006"), ENGLAND),
            dt.date(2004, 3, 1),
            id="another date shows that the month leads",
        ),
        pytest.param(
            "03/01/2004",
            (ENDS.format("31/12/2006"), "Audit. It takes place on 12/31/2004.", ENGLAND),
            None,
            id="two dates that pull apart decide nothing",
        ),
        pytest.param("the 1st day of March, 2004", (ENGLAND,), dt.date(2004, 3, 1), id="words are plain"),
    ],
)
def test_the_agreements_date(date: str, sections: tuple[str, ...], read: dt.date | None) -> None:
    assert value("agreement_date", *sections, date=date) == read


def test_a_last_day_in_figures_that_could_be_two_days_is_not_read() -> None:
    ends = ENDS.format("05/06/2007")
    assert value("expiration_date", ends, ENGLAND) is None
    assert value("expiration_date", ends, NEW_YORK) == dt.date(2007, 5, 6)


def test_the_day_of_making_goes_before_the_day_from_which_the_paper_holds() -> None:
    text = (
        'SUPPLY AGREEMENT\\n\\nThis Supply Agreement shall be effective as of May 1, 2020 and is made and entered into this 10th day of January, 2020 between Alder Inc. ("Alder") '
        'and Birch LLC ("Birch").\\n\\n1. Fees. They are due.\\n'
    )
    assert terms_of(paper(text))["agreement_date"].value == dt.date(2020, 1, 10)


def test_the_last_of_the_dated_signatures_also_where_exhibits_follow_them() -> None:
    text = (
        'SUPPLY AGREEMENT\\n\\nThis Supply Agreement is made between Alder Inc. ("Alder") and Birch LLC ("Birch").\\n\\n'
        "By: /s/ A. Lee          By: /s/ B. Orr\\nName: A. Lee          Name: B. Orr\\nDate: 1/19/07          Date: January 22, 2007\\n\\n"
        "EXHIBIT A\\n\\n" + "The goods are described in this exhibit at some length.\\n\\n" * 40
    )
    term = terms_of(paper(text))["agreement_date"]
    assert (term.value, term.how) == (dt.date(2007, 1, 22), "the day of the last signature")
