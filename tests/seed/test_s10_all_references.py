"""S10: "all references ... in each of the second and fourth sentences" of paragraph 2: every occurrence, in those
sentences only.
"""

from __future__ import annotations

from tests.seed.papers import outcome, provision, second_amendment, through

PATH = ("schedule 1", "appendix a", "2")


@second_amendment
def test_s10_every_occurrence_in_those_sentences_and_no_other(second: str) -> None:
    result = through(second)
    assert outcome(result, second, "2(d)").status == "applied"
    place, text = provision(result.copy, *PATH), result.copy.text
    papers = [
        text.origin(redaction.start).document
        for redaction in result.copy.redactions
        if place.start <= redaction.start < place.end
    ]
    # Two in the second sentence, one in the third, one in the fourth, one in the fifth.
    assert papers == [second, second, "agreement", second, "agreement"]


@second_amendment
def test_s10_the_words_between_stay_the_base_s(second: str) -> None:
    result = through(second)
    place = provision(result.copy, *PATH)
    changed = [
        run.text for run in result.copy.text.runs_between(place.start, place.end) if run.document == second
    ]
    assert {" ".join(text.split()) for text in changed} == {"[TEXT DELETED]"}
    assert len(changed) == 3
