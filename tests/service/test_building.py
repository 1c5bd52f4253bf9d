"""Building copies from files, drafting agreement.toml, and a person's decisions."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path

import pytest

import conformed
from conformed import service
from conformed.conforming import build_record
from conformed.model.problem import ConformedError

BASE = """STORAGE AGREEMENT

This Storage Agreement is dated May 1, 2001 between Barrow Stores Ltd. ("Barrow") and Cask Wine Co. ("Cask").

1.  SPACE.  Barrow shall keep one hundred casks. Each cask is marked.

2.  FEE.  Cask shall pay $4 a month for each cask within ten days. Notice of
a rise is given within ten days of a decision.

3.  LAW.  This Agreement is governed by the laws of the State of New York.

BARROW STORES LTD.

By: /s/ A. Porter
Name: A. Porter

CASK WINE CO.

By: /s/ B. Cooper
Name: B. Cooper
"""

FIRST = """AMENDMENT NO. 1 TO STORAGE AGREEMENT

This Amendment No. 1 is dated June 1, 2002 between Barrow Stores Ltd. and Cask Wine Co., and amends the Storage
Agreement dated May 1, 2001.

1.  Section 1 is amended by deleting "one hundred" and inserting "two hundred".

2.  Section 2 is amended by deleting "ten days" and inserting "twenty days".

3.  Section 9 is deleted.

BARROW STORES LTD.

By: ____________________

CASK WINE CO.

By: ____________________
"""


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    base, first = tmp_path / "base.txt", tmp_path / "first.txt"
    base.write_text(BASE)
    first.write_text(FIRST)
    return [base, first]


@pytest.fixture
def agreement(papers: list[Path]) -> Path:
    file = papers[0].parent / "agreement.toml"
    file.write_text(
        "# kept by the cellar\n"
        'title = "Storage Agreement"\ncurrency = "USD"\n\n'
        '[[documents]]\nid = "base"\nfile = "base.txt"\n\n'
        '[[documents]]\nid = "first"\nfile = "first.txt"\nexecuted = 2002-06-01   # the closing\n'
    )
    return file


def statuses(built: service.Built) -> dict[str, str]:
    return {outcome.instruction.id: outcome.status for outcome in built.conformed.outcomes}


def words(built: service.Built, place: str) -> str:
    found = service.provision_of(built.conformed, place)
    return " ".join(built.conformed.copy.text.string[found.start : found.end].split())


def test_a_copy_is_built_from_files_and_what_is_open_is_listed(papers: list[Path]) -> None:
    built = service.build(papers)
    assert statuses(built) == {"1": "applied", "2": "ambiguous", "3": "not-found"}
    assert words(built, "1") == "1. SPACE. Barrow shall keep two hundred casks. Each cask is marked."
    assert [problem.code for problem in built.undecided] == [
        "instruction-ambiguous",
        "instruction-missing-place",
    ]
    first = built.undecided[0]
    assert (first.line, first.where) == (8, "first/2")
    assert 'decide agreement.toml "first/2" --place N' in first.message
    assert [warning.code for warning in built.conformed.warnings] == ["paper-unsigned"]
    assert built.conformed.papers[1].sha256 == built.sources[1].sha256


def test_two_papers_of_one_name_have_ids_of_their_own(papers: list[Path], tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    same = tmp_path / "other" / "first.txt"
    same.write_text(
        FIRST.replace("No. 1", "No. 2").replace("NO. 1", "NO. 2").replace("June 1, 2002", "June 1, 2003")
    )
    built = service.build([*papers, same])
    assert [paper.id for paper in built.conformed.papers] == ["base", "first", "first-2"]


def test_a_paper_that_agreement_toml_does_not_call_executed_is_pending(agreement: Path) -> None:
    assert statuses(service.build([agreement]))["1"] == "applied"
    agreement.write_text(agreement.read_text().replace("executed = 2002-06-01", "# executed ="))
    built = service.build([agreement])
    assert set(statuses(built).values()) == {"pending"}
    assert [warning.code for warning in built.conformed.warnings] == ["instruction-pending"]
    assert "first/1 and 2 more has no effect yet" in built.conformed.warnings[0].message


def test_a_day_before_the_amendment(agreement: Path) -> None:
    built = service.build([agreement], as_of=dt.date(2002, 5, 31))
    assert set(statuses(built).values()) == {"pending"}
    assert built.undecided == ()


def test_an_agreement_without_papers_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "agreement.toml"
    file.write_text('title = "X"\ncurrency = "USD"\n')
    with pytest.raises(ConformedError, match="lacks the key file"):
        service.build([file])


def test_a_decision_is_kept_with_its_reason_and_replayed(agreement: Path) -> None:
    said = service.decide(
        agreement, "first/2", place=1, why="the fee was meant", by="C. Vintner", on=dt.date(2003, 1, 2)
    )
    assert said.startswith("first/2: place 1: ")
    written = agreement.read_text()
    assert written.startswith("# kept by the cellar\n")
    assert "executed = 2002-06-01   # the closing" in written
    (decision,) = tomllib.loads(written)["decisions"]
    assert len(decision.pop("fits")) == 16
    assert decision == {
        "instruction": "first/2",
        "place": 1,
        "by": "C. Vintner",
        "on": dt.date(2003, 1, 2),
        "why": "the fee was meant",
    }
    built = service.build([agreement])
    assert statuses(built)["2"] == "noted"
    assert "for each cask within twenty days. Notice of a rise is given within ten days" in words(built, "2")
    outcome = built.conformed.outcomes[1]
    assert outcome.decided
    assert outcome.note == "decided by C. Vintner on 2003-01-02, place 1: the fee was meant"
    again = service.build([agreement])
    assert json.dumps(build_record(again.conformed)) == json.dumps(build_record(built.conformed))


def test_a_later_decision_takes_the_place_of_the_earlier(agreement: Path) -> None:
    service.decide(agreement, "first/2", place=1)
    service.decide(agreement, "first/2", place=2)
    assert len(tomllib.loads(agreement.read_text())["decisions"]) == 1
    assert "within ten days. Notice of a rise is given within twenty days" in words(
        service.build([agreement]), "2"
    )


def test_to_leave_the_text_is_a_decision_too(agreement: Path) -> None:
    service.decide(agreement, "first/2", leave=True)
    service.decide(agreement, "first/3", leave=True, why="there is no Section 9")
    built = service.build([agreement])
    assert built.undecided == ()
    assert statuses(built) == {"1": "applied", "2": "ambiguous", "3": "not-found"}


def test_a_text_given_by_hand_is_marked_as_such(agreement: Path) -> None:
    service.decide(
        agreement, "first/2", text="Cask shall pay $4 a month within twenty days.", by="C. Vintner"
    )
    built = service.build([agreement])
    assert words(built, "2").endswith("Cask shall pay $4 a month within twenty days.")
    assert "the text given by hand" in (built.conformed.outcomes[1].note or "")
    (run,) = [run for run in built.conformed.copy.text.runs if "twenty days" in run.text]
    assert run.start == run.end


def test_a_decision_that_no_longer_fits_is_a_problem_and_is_not_applied(agreement: Path) -> None:
    service.decide(agreement, "first/2", place=2)
    base = agreement.parent / "base.txt"
    base.write_text(BASE.replace("a rise is given", "any rise is given"))
    built = service.build([agreement])
    assert statuses(built)["2"] == "ambiguous"
    assert [problem.code for problem in built.undecided][:1] == ["decision-unfit"]
    agreement.write_text(
        agreement.read_text() + '\n[[decisions]]\ninstruction = "first/1"\nplace = 1\n\n'
        '[[decisions]]\ninstruction = "second/1"\nleave = true\n\n[[decisions]]\ninstruction = "first/3"\nplace = 7\n'
    )
    built = service.build([agreement])
    reasons = [problem.message for problem in built.undecided if problem.code == "decision-unfit"]
    assert len(reasons) == 4
    assert any("can be carried out without it" in reason for reason in reasons)
    assert any("no paper given has such an instruction" in reason for reason in reasons)
    assert any("there is no place 7" in reason for reason in reasons)


@pytest.mark.parametrize(
    ("instruction", "place", "reason"),
    [
        ("first/9", 1, "no paper gives it"),
        ("2", 1, 'did you mean "first/2"'),
        ("first/1", 1, "it is applied without a decision"),
        ("first/2", 3, "it has 2 places to choose from, and not 3"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(
    agreement: Path, instruction: str, place: int, reason: str
) -> None:
    before = agreement.read_bytes()
    with pytest.raises(ConformedError) as refused:
        service.decide(agreement, instruction, place=place)
    assert refused.value.problem.code == "decision-refused"
    assert reason in refused.value.problem.message
    assert agreement.read_bytes() == before
    assert [file.name for file in agreement.parent.glob(".*")] == []


def test_exactly_one_decision_is_taken(agreement: Path) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        service.decide(agreement, "first/2")


def test_a_failed_write_leaves_the_file_as_it_was(agreement: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError("disk full")

    before = agreement.read_bytes()
    monkeypatch.setattr("os.fsync", broken)
    with pytest.raises(ConformedError, match="disk full"):
        service.decide(agreement, "first/2", place=1)
    assert agreement.read_bytes() == before
    assert [file.name for file in agreement.parent.glob(".*")] == []


def test_a_first_agreement_toml_names_papers_parties_and_law(papers: list[Path]) -> None:
    output = papers[0].parent / "drafts" / "agreement.toml"
    output.parent.mkdir()
    drafted = service.init(papers, output)
    read = tomllib.loads(drafted.text)
    assert read["title"].lower() == "storage agreement"
    assert read["governing_law"] == "US-NY"
    assert read["documents"] == [
        {"id": "base", "file": "../base.txt", "executed": dt.date(2001, 5, 1)},
        {"id": "first", "file": "../first.txt", "executed": dt.date(2002, 6, 1)},
    ]
    assert "its signature blocks are blank, so confirm it" in drafted.text
    assert sorted(name for names in read["parties"].values() for name in [names]) == [
        "Barrow Stores Ltd.",
        "Cask Wine Co.",
    ]
    output.write_text(drafted.text)
    assert statuses(service.build([output]))["1"] == "applied"


def test_the_history_of_a_place_named_in_words(papers: list[Path]) -> None:
    states = service.history(papers, "Section 1")
    assert [state.paper for state in states] == ["first", "base"]
    with pytest.raises(ConformedError, match="there is no provision 77"):
        service.history(papers, "77")


def test_a_redline_between_two_days(agreement: Path) -> None:
    built, before, after = service.redline([agreement])
    assert "one hundred" in before.text.string
    assert after is built.conformed.copy
    _, before, after = service.redline([agreement], since=dt.date(2002, 5, 1), until=dt.date(2002, 5, 2))
    assert before.text == after.text


def test_a_place_that_is_not_there_is_refused(papers: list[Path]) -> None:
    conformed = service.build(papers).conformed
    with pytest.raises(ConformedError) as refused:
        service.provision_of(conformed, "12.4")
    assert refused.value.problem.code == "provision-unknown"


def test_the_copy_from_python(papers: list[Path]) -> None:
    copy = conformed.conform(str(papers[0]), [conformed.read(papers[1])])
    assert copy.title is not None
    assert copy["Section 1"].text.startswith("1. SPACE. Barrow shall keep two hundred casks.")
    assert copy["1"].sources == ("base", "first/1")
    assert [run.instruction for run in copy["1"].origin] == [None, "1", None]
    assert [state.paper for state in copy["1"].history] == ["first", "base"]
    assert copy["1"].heading == "SPACE"
    assert copy["1"].label == "1."
    assert copy["1"].path == ("1",)
    assert copy["1"].provisions == ()
    assert "2" in copy
    assert "12" not in copy
    with pytest.raises(KeyError, match="there is no '12'"):
        copy["12"]
    assert [outcome.status for outcome in copy.instructions] == ["applied", "ambiguous", "not-found"]
    assert [warning.code for warning in copy.warnings] == ["paper-unsigned"]
    assert copy.as_of is None
    assert "two hundred" in copy.text
    assert copy.record()["documents"][1]["id"] == "first"
    assert [one.path for one in copy.provisions if one.label] == [("1",), ("2",), ("3",)]


def test_every_public_name_is_there() -> None:
    for name in conformed.__all__:
        assert getattr(conformed, name) is not None
    assert dir(conformed) == sorted(conformed.__all__)
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        conformed.guess  # noqa: B018


def test_an_amendment_alone_is_shown_against_the_words_it_quotes(papers: list[Path]) -> None:
    built = service.build(papers[1:])
    before, after = (state.copy.text.string for state in built.conformed.states)
    assert before.startswith("[1] one hundred\n\n[2] ten days")
    assert after.startswith("[1] two hundred\n\n[2] twenty days")
    assert {outcome.status for outcome in built.conformed.outcomes} == {"not-found"}
    assert [warning.code for warning in built.conformed.warnings] == ["paper-missing"]
    record = build_record(built.conformed)
    assert record["provisions"][0]["sources"] == ["first/1"]
    assert service.build(papers[:1]).conformed.outcomes == ()
