"""Rights to end an agreement as drafters give them: alone, in lists, by either of two, with notice and time to cure."""

import pytest

from .paper import terms_in


def rights(words: str) -> list[object]:
    """What each right says, its grounds aside."""
    found = [term.value for term in terms_in(f"Ending. {words}").clauses if term.kind == "termination-right"]
    return [{k: v for k, v in value.items() if k != "grounds"} for value in found if isinstance(value, dict)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Either party may terminate this Agreement by giving the other party 90 days' written notice.",
            [{"holder": "either", "notice_days": 90}],
        ),
        (
            "Either party may give to the other not less than six months' written notice, expiring after the Initial Term, to terminate this Agreement.",
            [{"holder": "either", "notice_months": 6}],
        ),
        (
            "The Customer, upon thirty days prior written notice, may cancel this Agreement.",
            [{"holder": "customer", "notice_days": 30}],
        ),
        (
            "Either Alder or the Customer may terminate this Agreement upon ten (10) days notice.",
            [{"holder": "either", "notice_days": 10}],
        ),
        (
            "This Agreement is cancellable at any time by any of the parties, upon three months prior written notice.",
            [{"holder": "either", "notice_months": 3}],
        ),
        (
            "The Customers shall have the right to cancel the Agreement if the delay exceeds ten weeks.",
            [{"holder": "customer"}],
        ),
        (
            'This Agreement may be terminated by either party for "Cause" without the need of providing a notice period.',
            [{"holder": "either", "notice_days": 0}],
        ),
        (
            "Upon [***] written notice, Alder may terminate this Agreement.",
            [{"holder": "alder", "notice_days": "withheld:1/r1"}],
        ),
    ],
)
def test_notice_however_it_is_said(words: str, expected: list[object]) -> None:
    assert rights(words) == expected


def test_a_notice_is_no_time_to_cure_and_the_time_to_cure_no_notice() -> None:
    assert rights(
        "Either party may terminate this Agreement if the other commits a material breach and upon thirty (30) days written "
        "notice such other party has not cured the breach within such twenty (20) days."
    ) == [{"holder": "either", "notice_days": 30, "cure_days": 20}]


def test_a_breach_uncured_after_a_notice_of_so_many_days_has_that_time_to_cure() -> None:
    assert rights(
        "Either party may terminate this Agreement for a breach that remains uncured after thirty days written notice thereof."
    ) == [{"holder": "either", "cure_days": 30}]


def test_a_list_that_names_the_holder_in_each_entry() -> None:
    assert rights(
        "This Agreement may be terminated as follows: (a) by either party, upon sixty (60) days prior written notice; "
        "(b) by Alder, immediately, if the Customer ceases to do business; (c) by mutual agreement; or "
        "(d) by the Customer, if Alder breaches this Agreement and does not cure the breach within fifteen (15) days."
    ) == [
        {"holder": "either", "notice_days": 60},
        {"holder": "alder", "notice_days": 0},
        {"holder": "customer", "cure_days": 15},
    ]


def test_items_below_at_once_are_rights_of_no_notice() -> None:
    assert rights(
        "This Agreement may be terminated as follows: (a) Immediately upon any of these events: (1) by Alder, if the Customer "
        "stops its business; (2) by the Customer, if Alder stops its business."
    ) == [{"holder": "alder", "notice_days": 0}, {"holder": "customer", "notice_days": 0}]


def test_a_notice_that_is_one_item_among_the_grounds_is_a_right_of_its_own() -> None:
    assert rights(
        "Alder shall have the right (but not the obligation) to terminate this Agreement if: (i) the Customer is in breach, which is "
        "not cured within five days; (ii) the Customer is dissolved; or (iii) upon Alder giving at least sixty (60) days written notice."
    ) == [{"holder": "alder", "cure_days": 5}, {"holder": "alder", "notice_days": 60}]


def test_two_ways_of_one_right() -> None:
    assert rights(
        "Either party may terminate this Agreement before its end: (i) upon thirty (30) days prior written notice, or (ii) immediately "
        "upon written notice if the other party is insolvent."
    ) == [{"holder": "either", "notice_days": 30}, {"holder": "either", "notice_days": 0}]


@pytest.mark.parametrize(
    "words",
    [
        "The parties may terminate this Agreement at any time by mutual written agreement.",
        "Alder may no longer terminate this Agreement during the Term.",
        "Neither Alder nor the Customer may terminate this Agreement before its end.",
        "This Agreement may be terminated as follows: (a) Termination by both parties. See Section 4.",
    ],
)
def test_what_gives_no_right(words: str) -> None:
    assert rights(words) == []


def test_words_behind_if_that_are_no_condition_are_no_grounds() -> None:
    found = terms_in(
        "Ending. Alder may terminate this Agreement, and any Order, if any, for breach of Section 2."
    ).get("termination-right")
    assert found is not None
    assert found.value == {"holder": "alder", "grounds": "for breach of Section 2"}
