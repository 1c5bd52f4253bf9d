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
    with pytest.raises(ConformedError, match="can only be left"):
        service.decide(agreement, f"paper/{listed.where}", place=1)


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
