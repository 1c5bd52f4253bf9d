from __future__ import annotations

import pytest

from conformed.model.instruction import Instruction, Words
from tests.amending.cases import CASES, NOT_INSTRUCTIONS
from tests.amending.cases_counted import COUNTED, COUNTED_LISTED
from tests.amending.cases_exceptions import EXCEPTIONS, FOR_A_PERSON
from tests.amending.cases_formulas import FORMULAS
from tests.amending.cases_notes import NOTES
from tests.amending.cases_pairs import PAIRS, UNPAIRED
from tests.amending.cases_past import PAST, UNNAMED_PART
from tests.amending.cases_places import LISTED, PLACES
from tests.amending.cases_values import VALUES, VALUES_LISTED, VALUES_UNPLACED
from tests.amending.cases_verbs import NO_CHANGES, TOLD_OTHERWISE, VERBS_OF_OTHERS
from tests.amending.papers import amendment, instructions


def _shown(words: Words | None) -> str:
    return f"'{words.text}'" if words is not None else ""


def in_a_line(instruction: Instruction) -> str:
    target = instruction.target
    parts = [instruction.action, "/".join(target.path) or "-", target.unit]
    if target.term:
        parts.append(f"term={target.term}")
    if target.scope:
        parts.append(f"scope={target.scope.unit}:{','.join(map(str, target.scope.ordinals))}")
    if target.occurrence:
        parts.append(target.occurrence)
    for left in target.excepted:
        unit = "" if left.unit == "provision" else f"{left.unit}:"
        parts.append(f"but={unit}{'/'.join(left.path)}{left.term or ''}")
    if target.position or target.anchor:
        parts.append(f"pos={target.position or ''}" + (f":{target.anchor}" if target.anchor else ""))
    old, new = _shown(instruction.old), _shown(instruction.new)
    if instruction.action == "insertion":
        parts.append(new)
    elif old or new:
        parts.append(f"{old} -> {new}".strip() if new else old)
    return " ".join(part for part in parts if part)


ORDERS = [*CASES, *COUNTED, *EXCEPTIONS, *FORMULAS, *NOTES, *PAIRS, *PAST, *PLACES, *VALUES, *VERBS_OF_OTHERS]


@pytest.mark.parametrize(("order", "expected"), ORDERS, ids=[order[:60] for order, _ in ORDERS])
def test_order(order: str, expected: list[str]) -> None:
    assert [in_a_line(instruction) for instruction in instructions(order)] == expected


@pytest.mark.parametrize("sentence", [*NOT_INSTRUCTIONS, *NO_CHANGES])
def test_not_an_instruction(sentence: str) -> None:
    paper = amendment(sentence)
    assert not paper.instructions
    assert not paper.unclaimed


@pytest.mark.parametrize("sentence", [*LISTED, *TOLD_OTHERWISE, *VALUES_LISTED, *COUNTED_LISTED])
def test_listed_for_a_person(sentence: str) -> None:
    paper = amendment(sentence)
    assert not paper.instructions
    assert paper.unclaimed


@pytest.mark.parametrize("sentence", [*UNNAMED_PART, *UNPAIRED, *VALUES_UNPLACED])
def test_what_may_be_meant_in_two_ways_is_left_to_a_person(sentence: str) -> None:
    assert all(instruction.uncertain for instruction in instructions(sentence))


@pytest.mark.parametrize(
    ("order", "places"), FOR_A_PERSON, ids=[f"{i} {o[:40]}" for i, (o, _) in enumerate(FOR_A_PERSON)]
)
def test_an_exception_for_a_person(order: str, places: list[str]) -> None:
    found = instructions(order)
    assert ["/".join(instruction.target.path) for instruction in found] == places
    assert all(instruction.uncertain for instruction in found)
