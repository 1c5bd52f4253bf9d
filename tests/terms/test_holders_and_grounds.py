"""Who may end an agreement and on what grounds, and from when a time to pay counts: a wrong answer would be run."""

from __future__ import annotations

import pytest

from .paper import terms_in


def first(kind: str, words: str) -> object:
    found = next((term for term in terms_in(f"Clause. {words}").clauses if term.kind == kind), None)
    return dict(found.value) if found is not None else None  # type: ignore[call-overload]


def right(words: str) -> object:
    return first("termination-right", words)


@pytest.mark.parametrize(
    "words",
    [
        "The Customer or the Provider may terminate this Agreement at will.",
        "CUSTOMER and/or ALDER may cancel this Agreement at will.",
        "Each of the Recipient and the Provider may terminate this Agreement at will.",
        "The CUSTOMER and PROVIDER may terminate this Agreement at will.",
        "If the goods fail, the Customer or Alder may terminate this Agreement.",
    ],
)
def test_two_who_are_named_together_each_have_the_right(words: str) -> None:
    holder = right(words)
    assert isinstance(holder, dict)
    assert holder["holder"] == "either"


def test_one_who_is_named_behind_a_breach_of_another_has_it_alone() -> None:
    assert right("If Alder fails to deliver, the Customer may terminate this Agreement.") == {
        "holder": "customer",
        "grounds": "If Alder fails to deliver",
    }


@pytest.mark.parametrize(
    ("words", "grounds"),
    [
        (
            "In case the strike lasts for more than 10 weeks, the Customer shall have the right to cancel this Agreement.",
            "In case the strike lasts for more than 10 weeks",
        ),
        (
            "Notwithstanding the foregoing, in the event of a third breach by Alder, the Customer shall be entitled to terminate this Agreement.",
            "in the event of a third breach by Alder",
        ),
        (
            "In addition, if Alder ceases its trade, the Customer may terminate this Agreement.",
            "if Alder ceases its trade",
        ),
        (
            "DEFAULT AND TERMINATION 19.1 If Alder be in default, the Customer may terminate this Agreement.",
            "If Alder be in default",
        ),
        (
            "Alder shall have the right to terminate this Agreement; but it agrees not to terminate this Agreement unless the depot is sold.",
            "unless the depot is sold",
        ),
        (
            "Alder shall have the right to terminate this Agreement, but agrees not to terminate it unless the depot is sold.",
            "unless the depot is sold",
        ),
        (
            "The Customer may terminate this Agreement if Alder fails to pay, or 15. LIMITATIONS OF LIABILITY NO ACTION",
            "if Alder fails to pay",
        ),
    ],
)
def test_grounds_wherever_the_sentence_has_them(words: str, grounds: str | None) -> None:
    found = right(words)
    assert isinstance(found, dict)
    assert found.get("grounds") == grounds


def test_grounds_end_with_their_cell() -> None:
    found = right(
        "The Customer may terminate this Agreement if Alder fails to pay. |2. |Section 1.4 shall read as follows."
    )
    assert isinstance(found, dict)
    assert found["grounds"] == "if Alder fails to pay"


def test_no_notice_is_read_from_what_is_less_or_from_another_thing_at_once() -> None:
    less = right("Alder may terminate this Agreement with less than six (6) months' prior written notice.")
    assert less == {"holder": "alder"}
    enough = right(
        "Alder may terminate this Agreement with not less than six (6) months' prior written notice."
    )
    assert enough == {"holder": "alder", "notice_months": 6}
    paid = right(
        "Alder may terminate this Agreement by notice and will be immediately entitled to a payment."
    )
    assert paid == {"holder": "alder"}
    at_once = right("Alder may immediately terminate this Agreement.")
    assert at_once == {"holder": "alder", "notice_days": 0}


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        (
            "Alder shall pay the invoice within five (5) days of the date that it receives the invoice.",
            {"due_days": 5, "counted_from": "receipt"},
        ),
        (
            "Alder shall pay within 45 days following the date of invoice receipt.",
            {"due_days": 45, "counted_from": "receipt"},
        ),
        (
            "Invoices shall be paid no later than 20 days of the date of invoice, which is delivered upon delivery of the wire.",
            {"due_days": 20, "counted_from": "invoice"},
        ),
        ("Alder shall settle all invoices within 30 days after receipt of goods by Alder.", None),
        (
            "The Customer is sent an invoice and shall pay such sums no later than thirty (30) days from the date of shipment.",
            None,
        ),
    ],
)
def test_from_when_a_time_to_pay_counts(words: str, terms: object) -> None:
    assert first("payment-terms", words) == terms


def test_a_ceiling_is_no_rate() -> None:
    words = "Overdue fees bear interest at the highest lawful rate, not to exceed one and one-half percent (1.5%) per month."
    assert first("late-interest", words) is None
