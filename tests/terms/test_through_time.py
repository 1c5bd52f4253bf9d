"""Terms of the shipped example through its amendments: what changed, by which instruction; drafts; drift; records."""

import datetime as dt
import json
from dataclasses import replace
from functools import cache
from pathlib import Path

from conformed.amending import amendment_of
from conformed.conforming import conform
from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.conformed import Conformed
from conformed.model.term import TermState
from conformed.reading import read
from conformed.reading.agreement import read_agreement
from conformed.running.drift import drift
from conformed.structure import document_of
from conformed.terms import (
    draft_clauses,
    draft_governing_law,
    draft_parties,
    states_record,
    terms_over,
    terms_record,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "media-gateway"
AMENDED = dt.date(2000, 11, 1)


@cache
def example() -> tuple[Agreement, Conformed, tuple[TermState, ...]]:
    agreement = read_agreement(EXAMPLE / "agreement.toml")
    base, *amendments = [
        document_of(read(EXAMPLE / entry.file, id=entry.id)) for entry in agreement.documents
    ]
    executed = {entry.id: entry.executed for entry in agreement.documents}
    conformed = conform(base, [amendment_of(paper) for paper in amendments], executed=executed)
    return agreement, conformed, terms_over(conformed)


def test_the_term_ends_later_after_amendment_2() -> None:
    _, _, states = example()
    ends = {state.paper: state.terms["expiration_date"].value for state in states}
    assert ends["base"] == ends["amendment-1"] == dt.date(2004, 11, 1)
    assert ends["amendment-2"] == dt.date(2005, 8, 1)


def test_each_change_names_its_instruction() -> None:
    _, _, states = example()
    by_paper = {state.paper: {change.name: change for change in state.changes} for state in states}
    assert by_paper["base"] == {}
    assert by_paper["amendment-1"]["payment-terms"].instructions == ("amendment-1/2(b)",)
    assert by_paper["amendment-1"]["recurring-charge"].instructions == ("amendment-1/2(b)",)
    change = by_paper["amendment-2"]["unit-term"]
    assert change.before is not None and change.before.value == {"months": 42}
    assert change.after is not None
    assert change.after.value == {"months": 51, "option": {"holder": "customer", "notice_days": 30}}
    assert change.instructions == ("amendment-2/2(c)#1",)
    assert by_paper["amendment-2"]["claw-back"].before is None


def test_a_changed_term_stands_in_the_paper_that_wrote_its_words() -> None:
    _, _, states = example()
    term = states[2].terms["expiration_date"]
    assert {place.document for place in term.places} == {"amendment-2"}
    paper = document_of(read(EXAMPLE / "amendment-2.txt", id="amendment-2")).text.string
    (place,) = term.places
    assert " ".join(paper[place.start : place.end].split()) == term.text


def test_drafts_hold_from_the_day_of_the_paper() -> None:
    _, conformed, states = example()
    drafts = draft_clauses(conformed, states)
    unit = [
        (draft.values["months"], draft.effective, draft.source)
        for draft in drafts
        if draft.kind == "unit-term"
    ]
    assert unit == [(42, dt.date(2000, 6, 30), "7.A"), (51, AMENDED, "7.A")]
    assert {draft.source for draft in drafts if draft.kind == "claw-back"} == {
        "Appendix A to Schedule 1, paragraph 5"
    }
    assert all(not draft.missing for draft in drafts)
    assert {draft.values["name"] for draft in drafts if draft.kind == "termination-right"} == {
        "change-of-law",
        "credits-and-repeated-failure",
        "default",
        "insolvency",
    }
    assert draft_governing_law(states) == "US-NY"
    assert draft_parties(states)["provider"] == ("KMC Telecom VI Inc.",)


def test_the_shipped_file_does_not_drift() -> None:
    agreement, conformed, states = example()
    assert [found for found in drift(agreement, conformed, states) if found.code == "clause-drift"] == []


def test_a_file_that_was_not_updated_drifts_from_the_day_of_the_amendment() -> None:
    agreement, conformed, states = example()

    def stale(clause: ClauseEntry) -> ClauseEntry:
        months = 42 if clause.values.get("months") == 51 else clause.values.get("months")
        return replace(clause, values={**clause.values, **({"months": months} if months else {})})

    old = replace(agreement, clauses=tuple(stale(clause) for clause in agreement.clauses))
    found = [problem for problem in drift(old, conformed, states) if problem.code == "clause-drift"]
    assert [problem.where for problem in found] == ["agreement-term", "unit-term"]
    message = found[1].message
    assert "unit-term says months = 42 from 2000-11-01" in message
    assert "7.A as amended by amendment-2 says 51" in message
    assert "fifty-one (51)" in message


def test_clauses_not_run_and_seals_without_values_are_told() -> None:
    agreement, conformed, states = example()
    fewer = tuple(
        clause for clause in agreement.clauses if clause.kind not in ("claw-back", "termination-right")
    )
    bare = replace(agreement, clauses=fewer, sealed={})
    codes = [(problem.code, problem.where) for problem in drift(bare, conformed, states)]
    assert ("clause-not-run", "claw-back") in codes
    assert sum(code == ("clause-not-run", "termination-right") for code in codes) == 4
    assert ("seal-missing", "recurring-charge") in codes


def test_a_seal_that_no_paper_has_is_told() -> None:
    agreement, conformed, states = example()
    odd = ClauseEntry(
        "recurring-charge", {"rate": "withheld:appendix-z/r9", "due_days": 30}, effective=AMENDED
    )
    found = drift(replace(agreement, clauses=(odd,)), conformed, states)
    assert "appendix-z/r9" in next(problem.message for problem in found if problem.code == "seal-unknown")


def test_the_record_is_plain_and_its_words_stand_where_it_says() -> None:
    _, conformed, states = example()
    record = json.loads(json.dumps(terms_record(states[0].terms)))
    base = conformed.states[0].copy.text.string
    for name, term in record["terms"].items():
        assert set(term) >= {"value", "text", "document", "start", "end", "provision"}, name
        assert " ".join(base[term["start"] : term["end"]].split()) == term["text"]
    assert record["terms"]["agreement_date"]["value"] == "2000-06-30"
    assert record["terms"]["agreement-term"]["value"] == {
        "starts": "2000-06-30",
        "months": 42,
        "from": "2001-05-01",
    }
    assert record["terms"]["parties"]["value"][0] == {
        "name": "KMC Telecom VI Inc.",
        "alias": "KMC",
        "role": "provider",
    }
    assert record["terms"]["recurring-charge"]["withheld"] == [
        record["terms"]["recurring-charge"]["value"]["rate"].removeprefix("withheld:")
    ]


def test_the_record_of_the_states_says_what_each_paper_changed() -> None:
    _, _, states = example()
    records = json.loads(json.dumps(states_record(states)))
    assert [record["paper"] for record in records] == ["base", "amendment-1", "amendment-2", "amendment-3"]
    (change,) = [change for change in records[2]["changes"] if change["term"] == "expiration_date"]
    assert (change["before"], change["after"], change["instructions"]) == (
        "2004-11-01",
        "2005-08-01",
        ["amendment-2/2(c)#1"],
    )
