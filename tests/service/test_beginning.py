"""The first agreement.toml: its currency, its law, its clauses, and what was seen and not read."""

import tomllib
from pathlib import Path

import pytest

from conformed.service import init

PAPER = """SERVICES AGREEMENT

This Services Agreement (the "Agreement") is made on May 1, 2001 by and between Alder Cleaning Inc., a Nevada corporation
(the "Provider"), and Birch Wards LLC, an Ohio limited liability company (the "Customer").

1. Charges. {charges}

2. Interest. Overdue sums bear interest at 4% a year above the base rate of the bank.

3. Ending. Either party may terminate this Agreement by giving the other party 90 days' written notice.

4. Term. The term of this Agreement is ten (10) years from the day on which the first ward is opened.

5. Law. This Agreement is governed by the laws of {law}.
"""
POUNDS = "The Customer shall pay for each ward the sum of £2,150 per calendar month."


def drafted(folder: Path, *, charges: str = POUNDS, law: str = "the State of New York") -> str:
    base = folder / "base.txt"
    base.write_text(PAPER.format(charges=charges, law=law), encoding="utf-8")
    return init([base], folder / "agreement.toml").text


@pytest.mark.parametrize(
    ("charges", "line"),
    [
        (POUNDS, 'currency = "GBP"'),
        ("The Customer pays $30 and $40 and €5.", 'currency = "USD" # there are sums in EUR too: confirm it'),
        (
            "The Customer pays what the Schedule says.",
            'currency = "USD" # the papers name no sum: confirm it',
        ),
    ],
)
def test_the_currency_is_that_of_the_sums(tmp_path: Path, charges: str, line: str) -> None:
    assert line in drafted(tmp_path, charges=charges).splitlines()


def test_a_law_whose_counting_is_known_stands_alone(tmp_path: Path) -> None:
    assert 'governing_law = "US-NY"' in drafted(tmp_path).splitlines()


def test_a_law_whose_counting_is_not_known_says_so(tmp_path: Path) -> None:
    text = drafted(tmp_path, law="the State of Ohio")
    assert tomllib.loads(text)["governing_law"] == "US-OH"
    assert 'governing_law = "US-OH" # nothing is known of how US-OH counts days' in text


def test_what_was_seen_and_not_read_is_listed_and_no_clause(tmp_path: Path) -> None:
    text = drafted(tmp_path)
    (listed,) = [line for line in text.splitlines() if line.startswith("# late-interest?")]
    assert listed.startswith('# late-interest? 2: "Overdue sums')
    assert [clause["kind"] for clause in tomllib.loads(text)["clauses"]] == [
        "agreement-term",
        "recurring-charge",
        "termination-right",
    ]


def test_a_term_whose_first_day_is_unknown_asks_for_it(tmp_path: Path) -> None:
    text = drafted(tmp_path)
    (term,) = [one for one in tomllib.loads(text)["clauses"] if one["kind"] == "agreement-term"]
    assert (term["months"], "from" in term) == (120, False)
    assert "# from = ... is needed, and not in the words" in text
