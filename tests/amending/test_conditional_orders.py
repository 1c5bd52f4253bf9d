"""An order that holds only on a condition, for a time or for some is never applied as if it held for all and for good."""

from __future__ import annotations

import pytest

from tests.amending.papers import HEAD, TAIL, amendment, paper

ORDER = 'Section 3.2 of the Lease is amended by replacing "thirty (30)" with "forty-five (45)"'
CONDITIONAL = [
    f"If Lessee so elects by notice before July 1, 2023, {ORDER}.",
    f"Upon Lessee's payment of $10,000 to Lessor, {ORDER}.",
    f"Subject to Lessor's receipt of its lender's consent, {ORDER}.",
    f"{ORDER}, but only if Lessee delivers the certificate.",
    f"{ORDER}, provided that Lessee has delivered the certificate.",
    f"Unless Lessor objects within ten days, {ORDER}.",
    f"When the Facility opens, {ORDER}.",
    f"As soon as the permit has been granted, {ORDER}.",
    f"Conditional on Completion, {ORDER}.",
]
PARTIAL = [
    f"{ORDER} solely with respect to Items delivered after June 1, 2023.",
    f"As to the Denver Premises only, {ORDER}.",
    f"{ORDER}, provided that for 2023 the old Section 3.2 continues to apply.",
    f"{ORDER}, but not for the Items listed in Schedule 4.",
    f"{ORDER}, solely for Items 1 and 2.",
    f"{ORDER} with respect to the Denver Premises only.",
    f"{ORDER}, solely as it applies to Items in storage.",
    f"{ORDER} (for Items in storage only).",
    f"{ORDER}, except as to the Denver Premises.",
    f"{ORDER} for all Items ordered or delivered in storage, insofar as it relates to Item 7.",
    f"{ORDER} for Items delivered after June 1, 2023.",
    f"With respect to the Denver Premises, {ORDER}.",
    f"In the case of Item 7, {ORDER}.",
    f"For Item 7 only, {ORDER}.",
    f"During the winter season, {ORDER}.",
    'Section 3.2 of the Lease is amended with respect to Item 7 to read as follows: "3.2 Rent is free."',
    f"The following changes apply to Item 7 only:\n\n(a) {ORDER}.",
]
FOR_ALL = [
    'With respect to Section 3.2 of the Lease, the words "thirty (30)" are replaced with "forty-five (45)".',
    'Section 3.2 of the Lease is amended solely by replacing "thirty (30)" with "forty-five (45)".',
    'Section 3.2 of the Lease is amended for the purpose of clarification only by deleting "thirty (30)".',
    f"Effective for rents accruing after June 1, 2023, {ORDER}.",
]
UNDERSTOOD_BY_A_PERSON = [
    "The monthly rent is increased to $450.00 per Item.",
    "The term of each Item shall now be sixty (60) months instead of thirty-six (36) months.",
    "Lessee may pay rent within forty-five (45) days, notwithstanding Section 3.2 of the Lease.",
    "The parties hereby extend the term of the Lease until March 15, 2030.",
    "Section 5 of the Lease shall not apply during calendar year 2023.",
    "Section 3.3 is hereby waived in its entirety.",
    "Each reference to Lessee in the Lease means Harbor Point Holdings, Inc.",
]
NOTHING_TO_DO = [
    "Except as amended hereby, the Lease remains in full force and effect.",
    "This Amendment may be executed in counterparts.",
    "Capitalized terms used and not defined herein have the meanings given in the Lease.",
    "Lessee represents that no Event of Default has occurred.",
    "This Amendment is governed by the laws of the State of California.",
    "Lessor shall pay the fees of its own counsel.",
]


@pytest.mark.parametrize("order", CONDITIONAL)
def test_a_condition_is_kept_with_its_order_or_the_order_is_listed(order: str) -> None:
    read = amendment(order)
    kept = [instruction.conditions or read.effective.conditions for instruction in read.instructions]
    assert kept and all(kept) if kept else read.unclaimed


@pytest.mark.parametrize("order", PARTIAL)
def test_an_order_for_some_only_is_left_to_a_person(order: str) -> None:
    read = amendment(order)
    assert read.unclaimed or all(instruction.uncertain for instruction in read.instructions)


@pytest.mark.parametrize(
    "lead",
    [
        "The following changes apply to Item 7 only:",
        "Solely with respect to Item 7, the Lease is amended as follows:",
    ],
)
def test_what_a_line_above_limits_to_some_is_left_to_a_person(lead: str) -> None:
    orders = paper(f"{HEAD}{lead}\n\n1. {ORDER}.\n\n2. Section 4 of the Lease is deleted.{TAIL}").instructions
    assert len(orders) == 2 and all(order.uncertain for order in orders)


@pytest.mark.parametrize("order", FOR_ALL)
def test_words_that_limit_nothing_leave_the_order_as_it_is(order: str) -> None:
    (instruction,) = amendment(order).instructions
    assert instruction.uncertain is None


@pytest.mark.parametrize("order", UNDERSTOOD_BY_A_PERSON)
def test_a_change_told_in_words_of_its_own_is_listed(order: str) -> None:
    read = amendment(order)
    assert read.unclaimed or read.instructions


@pytest.mark.parametrize("words", NOTHING_TO_DO)
def test_words_that_change_nothing_are_not_listed(words: str) -> None:
    read = amendment(words)
    assert not read.unclaimed and not read.instructions
