"""S17: the agreement remains in full force: every word outside the instructions' places is unchanged, and the program
can show it.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise

from conformed.conforming.proof import proof
from tests.seed.papers import document, second_amendment, source, through


@second_amendment
def test_s17_the_runs_of_the_base_are_the_base_without_what_was_struck(second: str) -> None:
    result = through(second)
    base, copy = document("agreement").text.string, result.copy.text
    kept = [run for run in copy.runs if run.document == "agreement" and run.start < run.end]
    assert all(run.text == base[run.start : run.end] for run in kept)
    assert all(before.end <= after.start for before, after in pairwise(kept)), "in order"
    # What the base has and the copy has not is exactly what the two papers' instructions strike.
    struck, at = [], 0
    for run in kept:
        if base[at : run.start].strip():
            struck.append(" ".join(base[at : run.start].split()))
        at = run.end
    assert not base[at:].strip()
    assert len(struck) <= sum(1 for _ in result.outcomes) + 3
    assert sum(words.count("forty-two (42)") for words in struck) == 4
    assert sum(words.count("[TEXT DELETED]") for words in struck) == 4


@second_amendment
def test_s17_provisions_that_no_instruction_names_are_equal_word_for_word(second: str) -> None:
    result = through(second)
    touched = {place[:1] for outcome in result.outcomes for place in outcome.places}
    before, after = document("agreement"), result.copy
    same = 0
    for old, new in zip(before.provisions, after.provisions, strict=True):
        assert old.path == new.path
        if new.path[:1] not in touched:
            assert before.text.string[old.start : old.end] == after.text.string[new.start : new.end]
            same += 1
    assert same > 20


@second_amendment
def test_s17_an_independent_comparison_finds_no_other_change(second: str) -> None:
    result = through(second)
    before = source("agreement").text.split()
    after = result.copy.text.string.split()
    changed = [
        " ".join(after[start:end])
        for tag, _, _, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    ordered = " ".join(
        instruction.new.text
        for paper in ("amendment-1", second)
        for outcome in result.outcomes
        if outcome.document == paper
        and (instruction := outcome.instruction).new is not None
        and instruction.new is not None
    )
    assert all(words in ordered for words in changed if words), (
        "each inserted word is one that a paper orders"
    )


@second_amendment
def test_s17_the_program_proves_it_itself(second: str) -> None:
    shown = proof(through(second))
    assert shown.holds
    by_second = {
        instruction for one in shown.touched if one.paper == second for instruction in one.instructions
    }
    # 2(b) and 2(d) put one unknown in the place of another that is printed alike.
    assert by_second - {"2(b)", "2(d)"} == {"2(a)", "2(c)#1", "2(c)#2", "2(c)#3", "2(e)"}
