"""Values of the file that no term read from the words stands against: a lease by the item, amended once."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformed import service

LEASE = """\
                         MASTER EQUIPMENT LEASE

     This Lease is made as of March 15, 2021 between Pinyon Leasing LLC ("Lessor") and Quay Foods Inc. ("Lessee").

1.   ITEMS. Lessor leases to Lessee what each schedule lists.

2.   TERM. An Item is kept for thirty-six (36) months, and then goes back.

3.   RENT. Lessee owes $412.50 for an Item and month, or 1.5% of its price if that is less. An invoice is paid at once.
"""
AMENDMENT = """\
                              AMENDMENT NO. 1

     This Amendment No. 1, made as of October 1, 2022, amends the Master Equipment Lease dated March 15, 2021 between
Pinyon Leasing LLC and Quay Foods Inc.

1.   Section 2 is amended by deleting "thirty-six (36)" and substituting "forty-eight (48)".

     PINYON LEASING LLC               QUAY FOODS INC.
     By: /s/ A. Officer               By: /s/ B. Officer
"""
FILE = """\
title = "Master Equipment Lease"
currency = "USD"
[[documents]]
id = "lease"
file = "lease.txt"
[[documents]]
id = "first"
file = "first.txt"
executed = 2022-10-01
[parties]
provider = "Pinyon Leasing LLC"
customer = "Quay Foods Inc."
[[clauses]]
kind = "unit-term"
months = {months}
source = "2"
[[clauses]]
kind = "recurring-charge"
rate = "{rate}"
due_days = 30
source = "3"
"""


@pytest.fixture
def lease(tmp_path: Path) -> Path:
    (tmp_path / "lease.txt").write_text(LEASE)
    (tmp_path / "first.txt").write_text(AMENDMENT)
    return tmp_path / "agreement.toml"


@pytest.mark.parametrize(
    ("months", "rate", "struck", "unread"),
    [
        # months for which the words once stood, and stand no longer
        (
            36,
            "412.50",
            ["unit-term says months = 36, which 2 said until first took it out of the words on 2022-10-01"],
            ["due_days"],
        ),
        # in force as the words print them, a share printed as a percentage too
        (48, "412.50", [], ["due_days"]),
        (48, "0.015", [], ["due_days"]),
        # never printed: not known to be wrong, and not said to be right
        (60, "412.5", [], ["months", "due_days"]),
        (48, "400.00", [], ["rate, due_days"]),
    ],
)
def test_a_value_is_struck_printed_or_compared_with_nothing(
    months: int, rate: str, struck: list[str], unread: list[str], lease: Path
) -> None:
    lease.write_text(FILE.format(months=months, rate=rate))

    checked = service.check(lease)
    told = [problem for problem in checked.problems if problem.code == "clause-struck"]
    assert [problem.message.partition(";")[0] for problem in told] == struck
    assert [problem.line for problem in told] == [13] * len(struck)
    noted = checked.not_compared
    assert {problem.code for problem in noted} == {"clause-unread"}
    assert [problem.message.split("compare ")[1].split(" with")[0] for problem in noted] == unread
