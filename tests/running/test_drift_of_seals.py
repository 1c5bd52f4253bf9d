"""Clauses of the file beside words that a paper withholds: each seal is an unknown of its own, and an open figure none."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformed import service

BASE = """\
                         CABLE LANDING AGREEMENT

     This Agreement is made as of January 1, 2001 between Alder Landing Inc. ("Provider") and Birch Wires Inc.
("Customer").

1.   SERVICES. Provider lands cables for Customer.

2.   CHARGES. The monthly charge for each Cable is [***].

3.   PAYMENT. Customer shall pay each invoice within forty-five (45) days after its receipt.

4.   SHARE. Provider shall credit Customer with [***] of every payment that Provider receives from a carrier. Provider
shall credit the amount within [***] after the end of the calendar quarter in which it received the payment.

5.   DEPOSITS. Customer keeps a deposit of the amount of [***] with Provider for each Cable.

6.   LAW. This Agreement is governed by the laws of the State of New York.
"""
AMENDMENT = """\
                              AMENDMENT NO. 1

     This Amendment No. 1, made as of May 15, 2002, amends the Cable Landing Agreement dated January 1, 2001 between
Alder Landing Inc. and Birch Wires Inc.

1.   Section 5 is amended by deleting the words "of the amount of [***]" and substituting "of the amount of [***]".

     ALDER LANDING INC.               BIRCH WIRES INC.
     By: /s/ A. Officer               By: /s/ B. Officer
"""
HEAD = """\
title = "Cable Landing Agreement"
governing_law = "US-NY"
[[documents]]
id = "base"
file = "base.txt"
[[documents]]
id = "a1"
file = "a1.txt"
executed = 2002-05-15
[parties]
provider = "Alder Landing Inc."
customer = "Birch Wires Inc."
"""
CHARGE = '[[clauses]]\nkind = "recurring-charge"\nrate = "{}"\ndue_days = 45\nsource = "2"\n'
SHARE = '[[clauses]]\nkind = "pass-through-credit"\nrate = "{}"\ndue_days = {}\nsource = "4"\n'
AS_THE_WORDS = ("withheld:2/r1", "withheld:4/r1", "withheld:4/r2")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "base.txt").write_text(BASE)
    (tmp_path / "a1.txt").write_text(AMENDMENT)
    (tmp_path / "confidential.toml").write_text(
        '"2/r1" = "31.00"\n"4/r1" = "0.30"\n"4/r2" = "40"\n"5/r1" = "500"\n"a1/1/r1" = "500"\n"a1/1/r2" = "600"\n'
    )
    return tmp_path


def told(
    folder: Path, charge: str, rate: str, due: str, *, public: bool = False
) -> tuple[list[str], list[str]]:
    """What a check tells of the seals and of what it compared with nothing, each but for the words and the way out."""
    days = due if due.isdigit() else f'"{due}"'
    (folder / "agreement.toml").write_text(HEAD + CHARGE.format(charge) + SHARE.format(rate, days))
    checked = service.check(folder / "agreement.toml", public=public)
    drifts = [one.message.partition(' ("')[0] for one in checked.problems if one.code == "clause-drift"]
    return drifts, [one.message.partition(";")[0] for one in checked.not_compared]


def test_the_seals_of_the_words_agree(folder: Path) -> None:
    assert told(folder, *AS_THE_WORDS) == ([], [])
    assert told(folder, *AS_THE_WORDS, public=True) == ([], [])


@pytest.mark.parametrize("public", [True, False])
def test_another_seal_of_the_same_paragraph_is_a_drift(folder: Path, public: bool) -> None:
    drifts, _ = told(folder, "withheld:2/r1", "withheld:4/r2", "withheld:4/r1", public=public)
    assert drifts == [
        "pass-through-credit says rate = withheld:4/r2 from 2001-01-01; 4 says withheld:4/r1",
        "pass-through-credit says due_days = withheld:4/r1 from 2001-01-01; 4 says withheld:4/r2",
    ]


def test_an_open_figure_is_compared_with_the_sealed_one_and_never_told_what_that_is(folder: Path) -> None:
    assert told(folder, "31", "30%", "40") == ([], [])

    drifts, notes = told(folder, "33.00", "0.30", "41")
    assert drifts == [
        "recurring-charge says rate = 33.00 from 2001-01-01; 2 says withheld:2/r1, which was given another value",
        "pass-through-credit says due_days = 41 from 2001-01-01; 4 says withheld:4/r2, which was given another value",
    ]
    assert notes == []


@pytest.mark.parametrize("rate", ["31.00", "33.00"])
def test_an_open_figure_that_nobody_can_compare_is_noted_right_or_wrong(folder: Path, rate: str) -> None:
    drifts, notes = told(folder, rate, *AS_THE_WORDS[1:], public=True)
    assert drifts == []
    assert notes == [
        f"recurring-charge says rate = {rate}, and the words withhold it (2/r1): nothing was compared"
    ]


def test_the_seal_of_another_place_may_be_its_own_name_for_the_same_unknown(folder: Path) -> None:
    drifts, notes = told(folder, "withheld:4/r1", *AS_THE_WORDS[1:])
    assert drifts == []
    assert notes == [
        "recurring-charge says rate = withheld:4/r1, and the words withhold it (2/r1): nothing was compared"
    ]


def test_a_seal_where_the_words_print_the_figure_is_a_drift(folder: Path) -> None:
    (folder / "base.txt").write_text(BASE.replace("is [***].", "is $31.00."))
    drifts, _ = told(folder, "withheld:5/r1", *AS_THE_WORDS[1:])
    assert drifts == ["recurring-charge says rate = withheld:5/r1 from 2001-01-01; 2 says 31.00"]


DEPOSIT = '[[clauses]]\nkind = "deposit"\nname = "cable"\namount = "withheld:{}"\nsource = "{}"\n'


@pytest.mark.parametrize(
    ("seal", "source", "struck", "noted"),
    [
        # the only seal of the provision in force
        ("a1/1/r2", "5", [], []),
        # the one that the amendment struck
        (
            "5/r1",
            "5",
            [
                "deposit says amount = withheld:5/r1, which 5 said until a1 took it out of the words on 2002-05-15"
            ],
            [],
        ),
        # one of two, and one of another provision
        ("4/r1", "4", [], ["amount"]),
        ("2/r1", "5", [], ["amount"]),
    ],
)
def test_a_seal_of_a_clause_that_no_term_is_read_for(
    seal: str, source: str, struck: list[str], noted: list[str], folder: Path
) -> None:
    (folder / "agreement.toml").write_text(
        HEAD + DEPOSIT.format(seal, source).replace('name = "cable"\n', "")
    )
    checked = service.check(folder / "agreement.toml")
    assert [
        one.message.partition(";")[0] for one in checked.problems if one.code == "clause-struck"
    ] == struck
    notes = [one.message for one in checked.not_compared if one.code == "clause-unread"]
    assert [note.split("compare ")[1].split(" with")[0] for note in notes] == noted
