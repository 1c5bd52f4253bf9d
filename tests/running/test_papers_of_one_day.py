"""Two amendments of one day: the words tell which of them brought a clause, or a person does."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from conformed import service
from conformed.running import Impact

BASE = """\
                       GATEWAY SERVICES AGREEMENT

This Gateway Services Agreement (the "Agreement") is made on January 2, 2001
between Tallgrass Gateways Inc. ("Provider") and Bluestem Networks Corp.
("Customer").

1. TERM. The initial term of this Agreement ends thirty-six (36) months after
January 2, 2001.

2. CIRCUITS. Each Circuit has a term of twelve (12) months from the day on which
it is installed. Circuits are listed in Exhibit A.

3. CHARGES. Customer shall pay a monthly charge of $30.00 for each Circuit, within
forty-five (45) days after the end of the month.

4. GOVERNING LAW. This Agreement is governed by the laws of the State of New York.
"""
OPENING = """\
                 AMENDMENT NO. {number} TO GATEWAY SERVICES AGREEMENT

This Amendment No. {number} is made on May 1, 2001 between Tallgrass Gateways Inc.
("Provider") and Bluestem Networks Corp. ("Customer") and amends the Gateway
Services Agreement dated January 2, 2001 (the "Agreement").

1. In Section {section} of the Agreement, the words "{old}" are deleted and
replaced with "{new}".
"""
LONGER = (1, 2, "twelve (12) months", "twenty-four (24) months")
SOONER = (2, 3, "forty-five (45) days", "thirty (30) days")
ELSEWHERE = (2, 2, "Exhibit A", "Exhibit B")
FILE = """\
title = "Gateway Services Agreement"
governing_law = "US-NY"
[[documents]]
id = "base"
file = "base.txt"
[[documents]]
id = "amendment-1"
file = "amendment-1.txt"
executed = 2001-05-01
[[documents]]
id = "amendment-2"
file = "amendment-2.txt"
executed = 2001-05-01
[parties]
provider = "Tallgrass Gateways Inc."
customer = "Bluestem Networks Corp."
[[clauses]]
kind = "unit-term"
months = 12
source = "2"
[[clauses]]
kind = "unit-term"
months = 24
source = "2"
effective = 2001-05-01
[[clauses]]
kind = "recurring-charge"
rate = "30.00"
due_days = 45
source = "3"
[[clauses]]
kind = "recurring-charge"
due_days = 30
source = "3"
effective = 2001-05-01
"""
EVENTS = """\
event_id,kind,occurred_on,recorded_at,subject,counterparty,amount,reference,note
i1,unit-installed,2001-03-31,2001-03-31T12:00:00-05:00,C-1,,,,
i2,unit-installed,2001-03-31,2001-03-31T12:00:00-05:00,C-2,,,,
d2,unit-disconnected,2001-05-10,2001-05-10T12:00:00-04:00,C-2,,,,
"""


def moved(
    folder: Path,
    amendment: str,
    *papers: tuple[int, int, str, str],
    file: str = FILE,
) -> Impact:
    (folder / "base.txt").write_text(BASE)
    for number, section, old, new in papers:
        paper = OPENING.format(number=number, section=section, old=old, new=new)
        (folder / f"amendment-{number}.txt").write_text(paper)
    (folder / "agreement.toml").write_text(file)
    (folder / "events.csv").write_text(EVENTS)
    return service.impact(
        folder / "agreement.toml", folder / "events.csv", amendment=amendment, as_of=dt.date(2001, 6, 30)
    )


def brought(found: Impact) -> list[str]:
    return [f"{entry.kind} of {entry.source}" for entry in found.entries]


def test_each_brings_what_it_changed_in_a_provision_of_its_own(tmp_path: Path) -> None:
    first = moved(tmp_path, "amendment-1", LONGER, SOONER)
    second = moved(tmp_path, "amendment-2", LONGER, SOONER)

    assert brought(first) == ["unit-term of 2"] and brought(second) == ["recurring-charge of 3"]
    assert first.problems == second.problems == ()
    assert [(unit.after.id, unit.days) for unit in first.units] == [("C-1", 365), ("C-2", 365)]
    assert second.units == () and {one.id for one in second.statements} == {
        "charge-2001-05",
        "charge-2001-06",
    }


def test_of_two_that_change_one_provision_the_one_that_changed_the_value(tmp_path: Path) -> None:
    file = FILE.replace('due_days = 30\nsource = "3"', 'rate = "30.00"\nsource = "3"')
    first = moved(tmp_path, "amendment-1", LONGER, ELSEWHERE, file=file)
    second = moved(tmp_path, "amendment-2", LONGER, ELSEWHERE, file=file)

    assert "unit-term of 2" in brought(first) and "unit-term of 2" not in brought(second)


def test_what_neither_brought_for_certain_is_asked_and_left_in_both_runs(tmp_path: Path) -> None:
    file = FILE.replace('source = "2"\neffective', 'source = "1"\neffective').replace(
        "months = 24", "months = 30"
    )
    for amendment in ("amendment-1", "amendment-2"):
        found = moved(tmp_path, amendment, LONGER, ELSEWHERE, file=file)

        (asked,) = [one for one in found.problems if one.where == "unit-term"]
        assert asked.code == "impact-unclear" and asked.line is not None
        assert asked.message == (
            "unit-term in force from 2001-05-01 may be of amendment-1 or amendment-2, which took effect that day: it "
            f'stays in both runs; give it document = "{amendment}", or the id of the other'
        )
        assert found.units == () and "unit-term of 1" not in brought(found)


@pytest.mark.parametrize("amendment", ["amendment-1", "amendment-2"])
def test_without_papers_a_person_says_so(tmp_path: Path, amendment: str) -> None:
    named = FILE.replace("due_days = 30\n", 'due_days = 30\ndocument = "amendment-2"\n')
    found = moved(tmp_path, amendment, file=named)

    assert brought(found) == ([] if amendment == "amendment-1" else ["recurring-charge of 3"])
    assert [(one.code, one.where) for one in found.problems] == [("impact-unclear", "unit-term")]


def test_a_unit_that_is_gone_has_no_deadline_that_came_nearer(tmp_path: Path) -> None:
    file = FILE.replace(
        "months = 24", 'months = 6\noption = { holder = "customer", notice_days = 30 }'
    ).replace('source = "2"\neffective', 'source = "2"\ndocument = "amendment-1"\neffective')
    found = moved(tmp_path, "amendment-1", LONGER, SOONER, file=file)

    assert [(one.what, one.where) for one in found.deadlines] == [("notice", "C-1"), ("term end", "C-1")]
    assert {unit.after.id for unit in found.units} == {"C-1", "C-2"}
