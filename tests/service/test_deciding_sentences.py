"""A sentence that gave no instruction is settled by a person who has read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformed import service
from conformed.model.problem import ConformedError

BASE = """SERVICES AGREEMENT

This Services Agreement is dated May 2, 2009 between Ardmore Widgets Inc. ("Seller") and Calder Freight LLC ("Buyer").

1. Fees. The fee is $10 per crate, net of tax.
"""
PAPER = """AMENDMENT NO. 1 TO SERVICES AGREEMENT

This Amendment No. 1 is dated March 1, 2012 and is between Ardmore Widgets Inc. ("Seller") and Calder Freight LLC
("Buyer"), who are parties to a Services Agreement dated May 2, 2009 (the "Agreement").

NOW, THEREFORE, the parties agree as follows:

1. Section 1 is amended by deleting all of the words after the first comma.
"""


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    (tmp_path / "base.txt").write_text(BASE)
    (tmp_path / "paper.txt").write_text(PAPER)
    file = tmp_path / "agreement.toml"
    file.write_text(
        'title = "Services Agreement"\n\n[[documents]]\nid = "base"\nfile = "base.txt"\n\n'
        '[[documents]]\nid = "paper"\nfile = "paper.txt"\nexecuted = 2012-03-01\n'
    )
    return file


def test_a_listed_sentence_is_left_once_a_person_has_read_it(agreement: Path) -> None:
    (listed,) = service.build([agreement]).undecided
    assert listed.code == "order-unclaimed"
    assert f'"paper/{listed.where}" --leave' in listed.message
    assert service.decide(
        agreement, f"paper/{listed.where}", leave=True, why="tax is dealt with elsewhere"
    ) == (f"paper/{listed.where}: left as it is")
    built = service.build([agreement])
    assert built.undecided == ()
    assert [warning.code for warning in built.conformed.warnings if warning.code == "decision-unfit"] == []


def test_a_listed_sentence_has_no_places_to_choose_from(agreement: Path) -> None:
    (listed,) = service.build([agreement]).undecided
    with pytest.raises(ConformedError, match="no places to choose from"):
        service.decide(agreement, f"paper/{listed.where}", place=1)


def test_a_listed_sentence_is_given_words_by_hand_in_the_provision_that_is_named(agreement: Path) -> None:
    (listed,) = service.build([agreement]).undecided
    name = f"paper/{listed.where}"
    with pytest.raises(ConformedError, match="--provision"):
        service.decide(agreement, name, text="The fee is $10 per crate.")
    with pytest.raises(ConformedError, match="no one place"):
        service.decide(agreement, name, text="The fee is $10 per crate.", provision="99")
    assert "decisions" not in agreement.read_text()

    service.decide(agreement, name, text="The fee is $10 per crate.", provision="1", by="A. Porter")

    built = service.build([agreement])
    assert built.undecided == ()
    (outcome,) = built.conformed.outcomes
    assert (outcome.status, outcome.decided) == ("noted", True)
    copy = built.conformed.copy
    found = service.provision_of(built.conformed, "1")
    assert " ".join(copy.text.string[found.start : found.end].split()) == (
        "1. Fees. The fee is $10 per crate."
    )
    assert {run.instruction for run in copy.text.runs if "crate" in run.text} == {listed.where}


def test_a_decision_on_a_sentence_is_void_once_the_paper_says_something_else(agreement: Path) -> None:
    (listed,) = service.build([agreement]).undecided
    service.decide(agreement, f"paper/{listed.where}", leave=True)
    (agreement.parent / "paper.txt").write_text(PAPER.replace("first comma", "second comma"))
    assert [one.code for one in service.build([agreement]).undecided] == ["decision-unfit"]

    service.decide(agreement, f"paper/{listed.where}", text="Free.", provision="1")
    (agreement.parent / "paper.txt").write_text(PAPER.replace("first comma", "third comma"))
    built = service.build([agreement])
    assert [one.code for one in built.undecided] == ["decision-unfit"]
    assert built.conformed.copy.text.string == BASE


def test_an_unknown_name_is_answered_with_the_nearest(agreement: Path) -> None:
    (listed,) = service.build([agreement]).undecided
    with pytest.raises(ConformedError, match=f'did you mean "paper/{listed.where}"'):
        service.decide(agreement, "paper/1", leave=True)


def test_a_paper_without_any_order_is_settled_once_it_was_read(agreement: Path) -> None:
    (agreement.parent / "paper.txt").write_text(PAPER.replace("Section 1 is amended by", "Let us talk about"))
    (silent,) = service.build([agreement]).undecided
    assert silent.code == "amendment-silent"
    service.decide(agreement, "paper", leave=True)
    assert service.build([agreement]).undecided == ()


def test_an_amendment_without_any_order_says_so(tmp_path: Path) -> None:
    (tmp_path / "base.txt").write_text(BASE)
    silent = tmp_path / "paper.txt"
    silent.write_text(
        PAPER.replace(
            "Section 1 is amended by deleting all of the words after the first comma.",
            "The parties will meet.",
        )
    )
    assert [p.code for p in service.build([tmp_path / "base.txt", silent]).undecided] == ["amendment-silent"]
