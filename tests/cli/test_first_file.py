"""`conformed init`, then `check` and `settle`: what the first file of a person's own papers leads to."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import call

BASE = """\
                            SERVICES AGREEMENT

This Services Agreement (the "Agreement") is made on January 2, 2001 between
Tallgrass Gateways Inc. ("Tallgrass") and Bluestem Networks Corp. ("Bluestem").

1. TERM. The initial term of this Agreement ends thirty-six (36) months after
January 2, 2001.

2. UNITS. Each Circuit has a term of twelve (12) months from the day on which it
is installed.

3. CHARGES. Bluestem shall pay a monthly charge of {price} for each Circuit.

4. TERMINATION. Bluestem may terminate this Agreement for convenience upon three
(3) months' written notice to Tallgrass. Either party may terminate this Agreement
upon thirty (30) days' written notice if the other party is in material breach.

5. GOVERNING LAW. This Agreement is governed by the laws of the State of New York.
"""
LONGER = """\
                 AMENDMENT NO. {number} TO SERVICES AGREEMENT

This Amendment No. {number} is made on May 1, 2001 between Tallgrass Gateways Inc.
("Tallgrass") and Bluestem Networks Corp. ("Bluestem") and amends the Services
Agreement dated January 2, 2001 (the "Agreement").

1. In Section 2 of the Agreement, the words "{old} months" are deleted and
replaced with "{new} months".
"""
EVENTS = """\
event_id,kind,occurred_on,recorded_at,subject,counterparty,amount,reference,note
i1,unit-installed,2001-03-31,2001-03-31T12:00:00-05:00,C-1,,,,
r1,provider-payment,2001-04-10,2001-04-10T12:00:00-04:00,,East,100.00,,
r2,provider-payment,2001-04-11,2001-04-11T12:00:00-04:00,,East,100.00,,
f1,forfeiture,2001-04-12,2001-04-12T12:00:00-04:00,,East,100.00,order,
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "base.txt").write_text(BASE.format(price="$30.00"))
    (tmp_path / "events.csv").write_text(EVENTS)
    return tmp_path


def drafted(folder: Path, *papers: str) -> dict[str, Any]:
    ended = call("init", *papers)
    assert ended.status == 0, ended.err
    return tomllib.loads((folder / "agreement.toml").read_text())


def test_two_rights_in_one_section_have_names_of_their_own(folder: Path) -> None:
    rights = [one for one in drafted(folder, "base.txt")["clauses"] if one["kind"] == "termination-right"]

    assert [(one["name"], one["holder"]) for one in rights] == [
        ("termination", "bluestem"), ("termination-2", "either"),
    ]  # fmt: skip
    assert rights[0]["notice_months"] == 3 and rights[1]["notice_days"] == 30


@pytest.mark.parametrize("price", ["$30.00", "$____________"])
def test_what_the_words_do_not_give_is_told_at_once_and_by_check(folder: Path, price: str) -> None:
    (folder / "base.txt").write_text(BASE.format(price=price))
    (charge,) = [one for one in drafted(folder, "base.txt")["clauses"] if one["kind"] == "recurring-charge"]
    lacking = "due_days" if "rate" in charge else "rate"
    assert charge.get("rate") == ("30.00" if price == "$30.00" else None)

    again = call("init", "base.txt", "--force")
    checked = call("check", "agreement.toml")
    settled = call("settle", "agreement.toml", "events.csv")

    told = f"clause recurring-charge lacks the key {lacking}; add it [clause-missing]"
    assert "note: agreement.toml:" in again.err and told in again.err
    assert checked.status == 3 and told in checked.err
    assert settled.status == 2 and told in settled.err


def test_two_amendments_of_one_day_make_one_entry_of_what_holds_from_it(folder: Path) -> None:
    for number, old, new in ((1, "twelve (12)", "eighteen (18)"), (2, "eighteen (18)", "twenty-four (24)")):
        paper = LONGER.format(number=number, old=old, new=new)
        (folder / f"amendment-{number}.txt").write_text(paper)
    clauses = drafted(folder, "base.txt", "amendment-1.txt", "amendment-2.txt")["clauses"]

    terms = [(one["months"], one["effective"].isoformat()) for one in clauses if one["kind"] == "unit-term"]
    assert terms == [(12, "2001-01-02"), (24, "2001-05-01")]


def test_parties_of_other_roles_are_asked_about(folder: Path) -> None:
    drafted(folder, "base.txt")
    file = folder / "agreement.toml"
    text = file.read_text().replace(
        'kind = "recurring-charge"\n', 'kind = "recurring-charge"\ndue_days = 30\n'
    )
    file.write_text(text)
    told = (
        "recurring-charge is owed by the customer to the provider, and [parties] names tallgrass and bluestem: name the "
        "parties so, or give the clause debtor = and creditor = [role-unknown]"
    )
    assert told in call("check", file).err
    assert told in call("settle", file, "events.csv", "--as-of", "2001-06-30").err

    named = text.replace("due_days = 30\n", 'due_days = 30\ndebtor = "bluestem"\ncreditor = "tallgrass"\n')
    file.write_text(named)
    ended = call("settle", file, "events.csv", "--as-of", "2001-06-30")
    assert "role-unknown" not in ended.err and "bluestem to tallgrass" in ended.out
    file.write_text(text.replace("tallgrass =", "provider =").replace("bluestem =", "customer ="))
    assert "role-unknown" not in call("check", file).err


def test_receipts_that_no_clause_answers_are_mentioned(folder: Path) -> None:
    drafted(folder, "base.txt")
    file = folder / "agreement.toml"
    file.write_text(
        file.read_text().replace('kind = "recurring-charge"\n', 'kind = "recurring-charge"\ndue_days = 30\n')
    )

    told = call("settle", file, "events.csv", "--as-of", "2001-06-30").err

    assert (
        "note: 2 of the kind provider-payment (first r1) make nothing due: no clause pass-through-credit"
        in told
    )
    assert "note: 1 of the kind forfeiture (first f1) make nothing due: no clause claw-back" in told


def test_check_lists_every_clause_that_cannot_run(folder: Path) -> None:
    (folder / "agreement.toml").write_text("""\
[[clauses]]
kind = "recurring-charge"
rate = "thirty"
due_days = 30
[[clauses]]
kind = "unit-term"
monts = 51
[[clauses]]
kind = "clawback"
[[clauses]]
kind = "claw-back"
rate = 25
due_days = 30
""")
    ended = call("check", "agreement.toml", "--json")

    assert ended.status == 3 and not ended.json["agrees"]
    assert [(one["code"], one["line"]) for one in ended.json["problems"]] == [
        ("papers-absent", None), ("clause-value", 1), ("clause-key", 5), ("clause-unknown", 8), ("share-above-one", 10),
    ]  # fmt: skip


def test_a_clause_of_an_unnumbered_paragraph_names_no_source(folder: Path) -> None:
    (folder / "letter.txt").write_text("""\
                            SERVICES AGREEMENT

This Agreement is made on January 2, 2001 between Tallgrass Gateways Inc. and
Bluestem Networks Corp.

This Agreement shall continue for a period of thirty-six (36) months after January 2,
2001. Either party may terminate this Agreement upon thirty (30) days' written notice
to the other party.
""")
    clauses = drafted(folder, "letter.txt")["clauses"]

    assert [one["kind"] for one in clauses] == ["agreement-term", "termination-right"]
    assert not any("source" in one for one in clauses)
    assert call("check", "agreement.toml").status == 0
    assert call("settle", "agreement.toml", "events.csv", "--as-of", "2001-06-30").status == 0


@pytest.mark.parametrize("title", ["ENDORSEMENT AGREEMENT", "NUTRITIONAL SUPPLEMENT DISTRIBUTION AGREEMENT"])
def test_an_agreement_about_endorsements_or_supplements_is_no_amendment(folder: Path, title: str) -> None:
    (folder / "base.txt").write_text(BASE.format(price="$30.00").replace("SERVICES AGREEMENT", title))

    clauses = drafted(folder, "base.txt")["clauses"]

    assert {one["kind"] for one in clauses} >= {"agreement-term", "unit-term", "termination-right"}
