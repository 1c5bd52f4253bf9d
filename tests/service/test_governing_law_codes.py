"""The law that a paper names is drafted under the code by which its days are counted."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from conformed import service
from conformed.running.daycount import known_laws, law_of
from conformed.terms.jurisdictions import jurisdiction, jurisdictions

PAPER = """HOSTING AGREEMENT

This Hosting Agreement is dated 1 May 2011 between Lark Hosting Ltd. ("Lark") and Finch Books Ltd. ("Finch").

1.  HOSTING.  Lark shall host the shop.

2.  LAW.  This Agreement is governed by the laws of {law}.
"""


@pytest.mark.parametrize("code", [code for code in known_laws() if code != "default"])
def test_a_law_by_which_days_are_counted_is_named_alike_where_papers_are_read(code: str) -> None:
    assert code in jurisdictions()
    named = jurisdiction(law_of(code).name)
    assert named is not None
    assert named.law == code


def test_the_code_of_a_law_is_a_code_of_the_table() -> None:
    assert {entry.law for entry in jurisdictions().values()} <= jurisdictions().keys()


@pytest.mark.parametrize(
    ("law", "code"),
    [
        ("England and Wales", "GB-ENG"),
        ("England & Wales", "GB-ENG"),
        ("England", "GB-ENG"),
        ("the State of New York", "US-NY"),
        ("Scotland", "GB-SCT"),
    ],
)
def test_a_drafted_agreement_names_the_law_as_settle_knows_it(law: str, code: str, tmp_path: Path) -> None:
    paper = tmp_path / "hosting.txt"
    paper.write_text(PAPER.format(law=law))
    drafted = tomllib.loads(service.init([paper], tmp_path / "agreement.toml").text)
    assert drafted["governing_law"] == code


def test_the_name_in_the_terms_stays_that_of_the_paper(tmp_path: Path) -> None:
    paper = tmp_path / "hosting.txt"
    paper.write_text(PAPER.format(law="England and Wales"))
    term = service.terms(paper).terms["governing_law"]
    assert (term.value, term.how) == ("England and Wales", "GB-ENG")
