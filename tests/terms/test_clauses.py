"""Clauses that run: words, and the `[[clauses]]` table they give."""

import datetime as dt

import pytest

from conformed.model.term import Terms
from conformed.terms import terms_of

from .paper import paper, terms_in

DAY = dt.date(2001, 5, 1)


def table(kind: str, words: str) -> object:
    term = terms_in(f"Clause. {words}").get(kind)
    return term.value if term is not None else None


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (
            "Each Circuit has a term that is forty-two (42) months after the date such circuit was deemed installed.",
            {"months": 42},
        ),
        (
            "Each of the Circuits listed in the Schedule shall have a term that is fifty-one (51) months after the date such circuit was deemed installed, but shall continue at the "
            "option of the Customer for an additional term to be specified in writing no later than 30 days prior to the expiration of the initial term.",
            {"months": 51, "option": {"holder": "customer", "notice_days": 30}},
        ),
        (
            "Each Port has a term of two (2) years from the date of its activation, which Alder may extend by giving notice at least three (3) months before it ends.",
            {"months": 24, "option": {"holder": "alder", "notice_months": 3}},
        ),
        (
            "Each Circuit has a term of [***] months from the date of its installation.",
            {"months": "withheld:1/r1"},
        ),
        (
            "The lease term of each Crane shall be twelve (12) months from its Commencement Date. Customer may extend the lease "
            "term of a Crane by notice given not less than thirty (30) days before the expiration of that term.",
            {"months": 12, "option": {"holder": "customer", "notice_days": 30}},
        ),
        ("Each party has a term of thirty (30) days from the date of installation.", None),
        ("The term of each lease is stated in the lease.", None),
    ],
)
def test_unit_terms(words: str, values: object) -> None:
    assert table("unit-term", words) == values


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("The monthly charge for each Circuit is $27.50.", {"rate": "27.50"}),
        ("The monthly recurring fee per port shall be [***].", {"rate": "withheld:1/r1"}),
        (
            "The Customer shall pay $1,200 per circuit per month. The Customer shall pay each invoice within thirty (30) days of its receipt.",
            {"rate": "1200", "due_days": 30},
        ),
        ("The monthly fee is $500.", None),
    ],
)
def test_recurring_charges(words: str, values: object) -> None:
    assert table("recurring-charge", words) == values


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (
            "The Customer shall pay each invoice within thirty (30) days after receipt.",
            {"due_days": 30, "counted_from": "receipt"},
        ),
        (
            "Invoices are payable within forty-five (45) days after the end of the calendar month to which they relate.",
            {"due_days": 45, "counted_from": "month-end"},
        ),
        (
            "All invoices are due net 60 days from the invoice date.",
            {"due_days": 60, "counted_from": "invoice"},
        ),
        ("The Customer shall pay each invoice within [***] days.", {"due_days": "withheld:1/r1"}),
        ("The Customer shall pay each invoice within ten (10) business days.", None),
        ("If an invoice is disputed, the parties shall settle it within thirty (30) days.", None),
    ],
)
def test_payment_terms(words: str, values: object) -> None:
    assert table("payment-terms", words) == values


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("An amount that is paid late bears interest at one percent (1%) per month.", {"rate": "0.12"}),
        ("Overdue amounts shall bear interest at the rate of 8% per annum.", {"rate": "0.08"}),
        ("Past due invoices bear interest at [***] per month.", {"rate": "withheld:1/r1"}),
        ("Overdue amounts shall bear interest at 8%.", None),
        ("The deposit bears interest at 2% per annum.", None),
    ],
)
def test_late_interest(words: str, values: object) -> None:
    assert table("late-interest", words) == values


def test_a_share_of_what_others_pay() -> None:
    words = (
        "Alder shall credit the Customer with twenty percent (20%) of any payments or credits that it receives from any provider of trunks. Alder shall give the credit "
        "within thirty (30) days after the end of each calendar quarter."
    )
    assert table("pass-through-credit", words) == {"rate": "0.2", "due_days": 30}
    monthly = words.replace("calendar quarter", "calendar month").replace("twenty percent (20%)", "[***]")
    assert table("pass-through-credit", monthly) == {
        "rate": "withheld:1/r1",
        "due_days": 30,
        "period": "month",
    }


def test_a_claw_back_with_its_cap() -> None:
    words = (
        "If Alder is required to return an amount pursuant to an order of any court, it shall have the right to bill the Customer for 20% of such amount, up to a maximum of the total amount "
        "previously credited, and the Customer shall, within [***], repay such amounts."
    )
    assert table("claw-back", words) == {"rate": "0.2", "due_days": "withheld:1/r1", "cap": "cumulative"}
    assert table("claw-back", "Alder is required to return the keys.") is None


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (
            "Either party may terminate this Agreement upon thirty (30) days' prior written notice if the other party becomes insolvent.",
            {"holder": "either", "grounds": "if the other party becomes insolvent", "notice_days": 30},
        ),
        (
            "If Alder breaches this Agreement and has not cured the breach within ten (10) days, the Customer may terminate this Agreement immediately.",
            {
                "holder": "customer",
                "grounds": "If Alder breaches this Agreement and has not cured the breach within ten (10) days",
                "notice_days": 0,
                "cure_days": 10,
            },
        ),
        (
            "Alder shall have the right to terminate this Agreement for convenience by giving not less than three (3) months' written notice.",
            {
                "holder": "alder",
                "grounds": "for convenience by giving not less than three (3) months' written notice",
                "notice_months": 3,
            },
        ),
        (
            "This Agreement may be terminated at any time by the Customer on [***] days' notice.",
            {"holder": "customer", "notice_days": "withheld:1/r1"},
        ),
        ("Neither party may terminate this Agreement before its end.", None),
        ("Alder may terminate the purchase order at any time.", None),
    ],
)
def test_termination_rights(words: str, values: object) -> None:
    assert table("termination-right", words) == values


def test_clauses_of_one_kind_are_numbered() -> None:
    terms = terms_in(
        "Breach. Either party may terminate this Agreement upon ten (10) days' notice if the other party is in default.",
        "Cause. The Customer may terminate this Agreement at any time.",
    )
    assert [term.name for term in terms.clauses] == ["termination-right", "termination-right#2"]
    assert [term.kind for term in terms.clauses] == ["termination-right"] * 2
    assert [term.provision for term in terms.clauses] == [("1",), ("2",)]


def test_words_against_figures_are_a_problem() -> None:
    terms = terms_in("Term. The initial term ends forty-two (24) months after May 1, 2001.")
    assert terms["agreement-term"].value == {"months": 42, "from": DAY}
    assert [problem.code for problem in terms.problems] == ["words-against-figures"]
    assert "42" in terms.problems[0].message and "24" in terms.problems[0].message


def test_a_withheld_value_names_its_redaction() -> None:
    document = paper(
        'SUPPLY AGREEMENT\n\nThis Supply Agreement is made as of May 1, 2001 between A Inc. ("A") and B LLC ("B").\n\n'
        "1. Rates. The monthly charge for each Circuit is [***].\n"
    )
    terms = terms_of(document)
    assert terms["recurring-charge"].withheld == (document.redactions[0].id,)


def test_terms_are_asked_by_name() -> None:
    terms: Terms = terms_in("Rent. It is due.")
    assert "parties" in terms
    assert terms.get("governing_law") is None
    assert not terms["parties"].is_clause
    with pytest.raises(KeyError):
        terms["governing_law"]


def test_a_defined_term_that_points_nowhere_is_a_problem() -> None:
    rights = "Termination. Either party may terminate this Agreement upon ten (10) days' notice after a Termination Event."
    found = terms_in(rights).problems
    assert [problem.code for problem in found] == ["term-undefined"]
    assert "Termination Event" in found[0].message
    assert terms_in(rights, 'Definitions. "Termination Event" means the loss of a licence.').problems == ()
