"""Charges, payments and interest in other words and other currencies than dollars."""

import pytest

from conformed.terms import currencies

from .paper import terms_in


def table(kind: str, words: str) -> object:
    term = terms_in(f"Clause. {words}").get(kind)
    return term.value if term is not None else None


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("The Customer shall pay for each ward the sum of £2,150 per calendar month.", {"rate": "2150"}),
        ("The monthly charge for each Circuit is €1500.", {"rate": "1500"}),
        (
            "The Customer shall pay, for each Item, rent of $412.50 per month. Rent for a part is prorated. Rent is due within thirty (30) days after the end of the month.",
            {"rate": "412.50", "due_days": 30},
        ),
        ("The Customer shall pay Alder the sum of $23,000 per month.", None),
    ],
)
def test_charges(words: str, values: object) -> None:
    assert table("recurring-charge", words) == values


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (
            "All payments to Alder shall be made within thirty (30) days after the receipt of its invoice.",
            {"due_days": 30, "counted_from": "receipt"},
        ),
        (
            "All sums shall be due and payable 30 days after the invoice date.",
            {"due_days": 30, "counted_from": "invoice"},
        ),
        (
            "The Customer shall pay amounts that are not reasonably disputed within thirty days after receiving the invoice.",
            {"due_days": 30, "counted_from": "receipt"},
        ),
        (
            "Payment is made within seven (7) days from Alder's receipt of payment, whenever the Customer submits an invoice.",
            None,
        ),
        ("The Customer pays for services used within 180 days before the date of the invoice.", None),
        (
            "If the Customer does not make payment within 60 days of the invoice, Alder may stop the service.",
            None,
        ),
    ],
)
def test_payment_terms(words: str, values: object) -> None:
    assert table("payment-terms", words) == values


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (
            "The Customer shall pay a late charge on overdue amounts equal to one and one-half percent (1.5%) per month.",
            {"rate": "0.18"},
        ),
        ("Payment after the due date is subject to a late fee of 1% per month.", {"rate": "0.12"}),
        (
            "Alder keeps its interest in and to the goods, of which five percent (5%) per year is unpaid.",
            None,
        ),
    ],
)
def test_late_fees(words: str, values: object) -> None:
    assert table("late-interest", words) == values


def test_a_unit_term_counted_from_an_event_told_before_and_an_option_in_the_next_sentence() -> None:
    assert table(
        "unit-term",
        "The term of each Item begins on the date on which it is delivered and continues for thirty-six (36) months thereafter. "
        "The Customer may extend the term of an Item by giving written notice not less than sixty (60) days before its end.",
    ) == {"months": 36, "option": {"holder": "customer", "notice_days": 60}}


def test_a_warranty_of_each_unit_is_no_unit_term() -> None:
    assert (
        table(
            "unit-term", "Each unit has a warranty for a period of 12 months from the date of installation."
        )
        is None
    )


def test_a_claw_back_that_the_debtor_repays() -> None:
    assert table(
        "claw-back",
        "If Alder is required by any court to refund any amounts so received, the Customer shall repay Alder twenty percent (20%) of "
        "the amount refunded within fifteen (15) days of invoice, up to a maximum of the total previously credited.",
    ) == {"rate": "0.2", "due_days": 15, "cap": "cumulative"}


def test_a_term_whose_first_day_is_only_described_has_its_months() -> None:
    assert table(
        "agreement-term",
        'The term of this Agreement is ten (10) years from the Effective Date. "Effective Date" means the date on which the first Item is delivered.',
    ) == {"months": 120}


def test_the_fees_of_so_many_months_are_no_term() -> None:
    assert table("agreement-term", "Term: after the first year, four (4) months' charges are due.") is None


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (["£1 and GBP 2 and 3 EUR"], ("GBP", "EUR")),
        (["C$5 a day, US$ 7 and US$8"], ("USD", "CAD")),
        (["$5, in lawful money of Canada"], ("CAD",)),
        (["$5 in Canadian dollars, $6 in United States dollars"], ("USD",)),
        (["no sums; Section 5"], ()),
        (["a fee of\n$5"], ("USD",)),
        (["¥5"], ("JPY",)),
        (["renminbi (yuan) ¥5"], ("CNY",)),
    ],
)
def test_currencies(texts: list[str], codes: tuple[str, ...]) -> None:
    assert currencies(texts) == codes


def test_the_end_of_the_month_of_an_anniversary_is_not_the_anniversary() -> None:
    words = "The term of this Agreement ends on the last day of the month in which the fifth anniversary of the Effective Date falls."
    assert table("agreement-term", words) is None
