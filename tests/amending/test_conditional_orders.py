"""An order that holds only on a condition, for a time or for some is never applied as if it held for all and for good."""

from __future__ import annotations

import pytest

from tests.amending.papers import amendment

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
    paper = amendment(order)
    kept = [instruction.conditions or paper.effective.conditions for instruction in paper.instructions]
    assert kept and all(kept) if kept else paper.unclaimed


@pytest.mark.parametrize("order", PARTIAL)
def test_an_order_for_some_only_is_left_to_a_person(order: str) -> None:
    paper = amendment(order)
    assert paper.unclaimed or all(instruction.conditions for instruction in paper.instructions)


@pytest.mark.parametrize("order", UNDERSTOOD_BY_A_PERSON)
def test_a_change_told_in_words_of_its_own_is_listed(order: str) -> None:
    paper = amendment(order)
    assert paper.unclaimed or paper.instructions


@pytest.mark.parametrize("words", NOTHING_TO_DO)
def test_words_that_change_nothing_are_not_listed(words: str) -> None:
    paper = amendment(words)
    assert not paper.unclaimed and not paper.instructions
