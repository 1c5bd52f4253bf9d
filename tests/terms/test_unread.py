"""What the words say of a matter that runs and that no clause was read from is listed, and nothing else is."""

from conformed.terms import terms_of, unread

from .paper import agreement


def seen(*sections: str) -> list[tuple[str, tuple[str, ...]]]:
    document = agreement(*sections)
    return [(one.kind, one.provision) for one in unread(document, terms_of(document))]


def test_interest_above_a_bank_rate_and_a_flat_fee_are_listed() -> None:
    assert seen(
        "Interest. Overdue sums bear interest at 4% a year above the base rate of the bank.",
        "Fee. The Customer shall pay Alder the sum of $23,000 per month.",
    ) == [("recurring-charge", ("2",)), ("late-interest", ("1",))]


def test_a_right_that_names_nobody_is_listed() -> None:
    assert seen("Ending. This Agreement may be terminated where the works are abandoned.") == [
        ("termination-right", ("1",))
    ]


def test_what_was_read_is_not_listed() -> None:
    assert (
        seen(
            "Ending. Either party may terminate this Agreement upon thirty (30) days' notice.",
            "Interest. Late payments bear interest at 1% per month.",
            "Term. The initial term of this Agreement is two years from May 1, 2001.",
        )
        == []
    )


def test_no_more_than_eight_of_a_kind() -> None:
    sections = [f"Fee. The Customer shall pay the sum of ${n}00 per year." for n in range(1, 12)]
    assert len(seen(*sections)) == 8
