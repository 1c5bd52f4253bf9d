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


RETAINER = "Invoices are payable within thirty (30) days after receipt."


def kinds(text: str) -> list[str]:
    return [clause["kind"] for clause in tomllib.loads(text)["clauses"]]


def test_a_time_for_payment_without_a_charge_is_a_clause_of_its_own(tmp_path: Path) -> None:
    text = drafted(tmp_path, charges=f"The Customer shall pay as invoiced. {RETAINER}")
    (clause,) = [one for one in tomllib.loads(text)["clauses"] if one["kind"] == "payment-terms"]
    assert (clause["due_days"], clause["counted_from"], clause["source"]) == (30, "receipt", "1")


def test_the_time_for_payment_that_a_charge_has_is_not_drafted_twice(tmp_path: Path) -> None:
    text = drafted(tmp_path, charges=f"{POUNDS} {RETAINER}")
    assert "payment-terms" not in kinds(text)
    (charge,) = [one for one in tomllib.loads(text)["clauses"] if one["kind"] == "recurring-charge"]
    assert charge["due_days"] == 30


def test_of_several_times_for_payment_none_is_drafted_and_each_is_listed(tmp_path: Path) -> None:
    later = "The Customer shall pay each invoice for materials within sixty (60) days after its date."
    text = drafted(tmp_path, charges=f"{RETAINER} {later}")
    assert "payment-terms" not in kinds(text)
    listed = [line for line in text.splitlines() if line.startswith("# payment-terms?")]
    assert len(listed) == 2
    assert all(line.endswith("(one of several times for payment)") for line in listed)


@pytest.mark.parametrize(
    ("charges", "why"),
    [
        (
            "The Customer shall pay a flat fee of $900.00 per month.",
            "(a sum for the whole; settle charges each unit in service, so let an event install the whole as one unit)",
        ),
        (
            "The Customer shall pay a flat fee of $900.00 per quarter.",
            "(not by the month; settle charges each calendar month)",
        ),
    ],
)
def test_a_charge_that_settle_does_not_run_is_listed_with_the_reason(
    tmp_path: Path, charges: str, why: str
) -> None:
    text = drafted(tmp_path, charges=charges)
    assert "recurring-charge" not in kinds(text)
    (listed,) = [line for line in text.splitlines() if line.startswith("# recurring-charge?")]
    assert listed.endswith(f'"{charges}" {why}')


RENEWED = (
    "The term of this Agreement begins on May 1, 2001 and continues for two (2) years. It shall automatically renew for "
    "successive one (1) year terms unless either party gives the other written notice of non-renewal at least {notice} "
    "before the end of the term then running."
)


@pytest.mark.parametrize(
    ("notice", "key", "value"),
    [
        ("sixty (60) days", "notice_days", 60),
        ("six (6) months", "notice_months", 6),
        ("one (1) year", "notice_months", 12),
    ],
)
def test_a_renewal_is_drafted_with_its_notice_in_days_or_months(
    tmp_path: Path, notice: str, key: str, value: int
) -> None:
    text = drafted(tmp_path, charges=RENEWED.format(notice=notice))
    (term,) = [one for one in tomllib.loads(text)["clauses"] if one["kind"] == "agreement-term"]
    assert term["renewal"] == {"months": 12, key: value}


def test_a_renewal_whose_notice_is_in_business_days_is_listed_with_the_reason(tmp_path: Path) -> None:
    text = drafted(tmp_path, charges=RENEWED.format(notice="twenty (20) business days"))
    (term,) = [one for one in tomllib.loads(text)["clauses"] if one["kind"] == "agreement-term"]
    assert "renewal" not in term
    assert "(a renewal, and the one notice that stops it, in days or months, was not read)" in text


def test_a_paper_that_waits_for_a_condition_says_so_where_the_day_is_to_be_given(tmp_path: Path) -> None:
    (tmp_path / "base.txt").write_text(PAPER.format(charges=POUNDS, law="the State of New York"))
    (tmp_path / "first.txt").write_text(
        'AMENDMENT NO. 1\n\nThis Amendment No. 1 (this "Amendment") to the Services Agreement is made on March 12, 2002 by and '
        "between Alder Cleaning Inc. and Birch Wards LLC.\n\n1. This Amendment takes effect on April 1, 2002, subject to the "
        'consent of the City Council.\n\n2. Section 1 is amended by deleting "£2,150" and substituting "£2,250".\n'
    )
    text = init([tmp_path / "base.txt", tmp_path / "first.txt"], tmp_path / "agreement.toml").text
    waits = [line for line in text.splitlines() if line.startswith("# conditions_met = ...")]
    assert len(waits) == 1 and waits[0].endswith('"subject to the consent of the City Council"')
    assert "# until then nothing of this paper holds, and no clause below that is read from it" in text
    assert tomllib.loads(text)["clauses"]
