"""Clauses of the file beside words that amendments change, strike and move: each day, and clause by clause."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformed import service

BASE = """\
                         BOARD SERVICES AGREEMENT

     This Agreement is made as of January 1, 2001 between Alder Boards Inc. ("Provider") and Birch Homes Inc.
("Customer").

1.   SERVICES. Provider hosts boards for Customer.

2.   CHARGES. The monthly charge for each Board is $30.00.

3.   PAYMENT. Customer shall pay each invoice within forty-five (45) days after its receipt.

4.   INTEREST. An amount that is paid late bears interest at one percent (1%) per month.

5.   TERMINATION. Customer may terminate this Agreement upon sixty (60) days' written notice to Provider.

6.   TERM. This Agreement begins on January 1, 2001 and continues for thirty-six (36) months.

7.   LAW. This Agreement is governed by the laws of the State of New York.
"""

CLAUSES = {
    "charge": 'kind = "recurring-charge"\nrate = "30.00"\ndue_days = 45\nsource = "2"\n',
    "interest": 'kind = "late-interest"\nrate = "0.12"\nsource = "4"\n',
    "right": 'kind = "termination-right"\nname = "at will"\nholder = "customer"\nnotice_days = 60\nsource = "5"\n',
    "term": 'kind = "agreement-term"\nstarts = 2001-01-01\nmonths = 36\nfrom = 2001-01-01\nsource = "6"\n',
}


def amendment(number: int, date: str, *orders: str) -> str:
    numbered = "\n\n".join(f"{at}.   {order}" for at, order in enumerate(orders, 1))
    return (
        f"                              AMENDMENT NO. {number}\n\n"
        f"     This Amendment No. {number}, made as of {date}, amends the Board Services Agreement dated January 1,\n"
        f"2001 between Alder Boards Inc. and Birch Homes Inc.\n\n{numbered}\n\n"
        "     ALDER BOARDS INC.                BIRCH HOMES INC.\n"
        "     By: /s/ A. Officer               By: /s/ B. Officer\n"
    )


class File:
    """An agreement.toml beside its papers."""

    def __init__(self, folder: Path, *amendments: tuple[str, str], base: str = BASE) -> None:
        self.path = folder / "agreement.toml"
        (folder / "base.txt").write_text(base)
        self.head = 'title = "Board Services Agreement"\ngoverning_law = "US-NY"\n'
        self.documents = '[[documents]]\nid = "base"\nfile = "base.txt"\n'
        for number, (executed, text) in enumerate(amendments, 1):
            (folder / f"a{number}.txt").write_text(text)
            self.documents += (
                f'[[documents]]\nid = "a{number}"\nfile = "a{number}.txt"\nexecuted = {executed}\n'
            )
        self.parties = '[parties]\nprovider = "Alder Boards Inc."\ncustomer = "Birch Homes Inc."\n'
        self.clauses = dict(CLAUSES)

    def told(self, *more: str) -> list[tuple[str, str]]:
        """What a check tells: the code, and the message but for the way out."""
        tables = "".join(f"[[clauses]]\n{clause}" for clause in (*self.clauses.values(), *more))
        self.path.write_text(self.head + self.documents + self.parties + tables)
        found = service.check(self.path).problems
        return [(problem.code, problem.message.rpartition(";")[0]) for problem in found]


DEARER = 'Section 2 is amended by deleting "$30.00" and substituting "$32.00".'
DEARER_STILL = 'Section 2 is amended by deleting "$32.00" and substituting "$35.00".'
CHARGE = 'kind = "recurring-charge"\nrate = "{rate}"\neffective = {day}\n'


def test_a_file_that_says_what_its_words_say_agrees(tmp_path: Path) -> None:
    assert File(tmp_path).told() == []


def test_a_change_in_the_middle_is_wanted_from_its_day(tmp_path: Path) -> None:
    file = File(tmp_path, ("2002-05-15", amendment(1, "May 15, 2002", DEARER)))
    says = '2 as amended by a1 says 32.00 ("monthly charge for each Board is $32.00")'

    assert file.told(CHARGE.format(rate="32.00", day="2002-05-15")) == []
    assert file.told(CHARGE.format(rate="32", day="2002-05-15")) == []
    for late in ((), (CHARGE.format(rate="32.00", day="2002-06-01"),)):
        ((code, message),) = file.told(*late)
        assert code == "clause-drift"
        assert message.startswith("recurring-charge says rate = 30.00 from 2002-05-15") and says in message
    ((code, message),) = file.told(CHARGE.format(rate="32.00", day="2002-05-01"))
    assert message.startswith("recurring-charge says rate = 32.00 from 2002-05-01")
    assert " as amended by" not in message


@pytest.mark.parametrize(
    ("entries", "drifts"),
    [
        ((("32.00", "2002-04-10"), ("35.00", "2002-06-20")), []),
        ((("35.00", "2002-06-20"),), [("30.00", "2002-04-10", "a1")]),
        ((("32.00", "2002-04-10"),), [("32.00", "2002-06-20", "a2")]),
        ((("35.00", "2002-04-10"),), [("35.00", "2002-04-10", "a1")]),
        ((), [("30.00", "2002-04-10", "a1"), ("30.00", "2002-06-20", "a2")]),
    ],
)
def test_two_amendments_in_one_quarter(
    tmp_path: Path, entries: tuple[tuple[str, str], ...], drifts: list[tuple[str, str, str]]
) -> None:
    file = File(
        tmp_path,
        ("2002-04-10", amendment(1, "April 10, 2002", DEARER)),
        ("2002-06-20", amendment(2, "June 20, 2002", DEARER_STILL)),
    )

    found = file.told(*(CHARGE.format(rate=rate, day=day) for rate, day in entries))

    assert [code for code, _ in found] == ["clause-drift"] * len(drifts)
    for (_, message), (rate, day, paper) in zip(found, drifts, strict=True):
        assert f"rate = {rate} from {day}" in message and f"2 as amended by {paper} says" in message


def test_the_paper_named_is_the_one_that_changed_the_value(tmp_path: Path) -> None:
    other = 'Section 1 is amended by deleting "hosts boards" and substituting "hosts and repairs boards".'
    file = File(
        tmp_path,
        ("2002-04-10", amendment(1, "April 10, 2002", DEARER)),
        ("2003-01-01", amendment(2, "January 1, 2003", other)),
    )
    file.clauses["charge"] += "effective = 2001-01-01\n"

    found = file.told(
        CHARGE.format(rate="32.00", day="2002-04-10"), CHARGE.format(rate="33.00", day="2003-02-01")
    )

    ((_, message),) = found
    assert "rate = 33.00 from 2003-02-01" in message and "as amended by a1 says" in message


def test_a_clause_that_an_amendment_strikes_runs_on_only_where_the_file_says_nothing(tmp_path: Path) -> None:
    file = File(
        tmp_path, ("2002-05-15", amendment(1, "May 15, 2002", "Section 4 is deleted in its entirety."))
    )

    ((code, message),) = file.told()
    assert code == "clause-gone"
    assert message.startswith("late-interest runs on, but a1 took the words of 4 out on 2002-05-15")
    assert file.told('kind = "late-interest"\nrate = "0"\neffective = 2002-05-15\n') == []


def test_a_right_that_an_amendment_strikes_ends_with_an_entry_that_nobody_holds_it(tmp_path: Path) -> None:
    file = File(
        tmp_path, ("2002-05-15", amendment(1, "May 15, 2002", "Section 5 is deleted in its entirety."))
    )
    ((code, message),) = file.told()
    assert code == "clause-gone" and message.startswith("termination-right runs on")
    (problem,) = service.check(file.path).problems
    assert (
        "effective from that day, with rate = 0" in problem.message and 'holder = "nobody"' in problem.message
    )

    ended = 'kind = "termination-right"\nname = "at will"\nholder = "nobody"\neffective = 2002-05-15\n'
    assert file.told(ended) == []


def test_numbers_that_move_move_no_clause(tmp_path: Path) -> None:
    orders = (
        "Sections 5, 6 and 7 are renumbered as Sections 6, 7 and 8, respectively.",
        'A new Section 5 is inserted after Section 4 as follows: "5. DEFAULT. Provider may terminate this Agreement '
        "upon ten (10) days' written notice if Customer does not pay.\"",
    )
    file = File(tmp_path, ("2002-05-15", amendment(1, "May 15, 2002", *orders)))
    file.told()
    copy = service.build([file.path]).conformed.copy
    assert [one.label for one in copy.walk() if one.label][-2:] == ["7.", "8."]

    ((code, message),) = file.told()
    assert code == "clause-not-run" and message.startswith("5 has words of the kind termination-right")
    theirs = 'kind = "termination-right"\nname = "default"\nholder = "provider"\nnotice_days = 10\n'
    assert file.told(theirs + 'source = "5"\neffective = 2002-05-15\n') == []
    # cited by today's numbers throughout
    file.clauses["right"] = file.clauses["right"].replace('"5"', '"6"')
    file.clauses["term"] = file.clauses["term"].replace('"6"', '"7"')
    assert file.told(theirs + 'source = "5"\neffective = 2002-05-15\n') == []


def test_clauses_of_one_kind_are_told_apart(tmp_path: Path) -> None:
    base = BASE.replace(
        "3.   PAYMENT",
        "2A.  PORTS. The monthly charge for each Port is $5.00.\n\n3.   PAYMENT",
    ).replace(
        "to Provider.\n",
        "to Provider. Provider may terminate this Agreement upon ninety (90) days' written notice to Customer.\n",
    )
    file = File(tmp_path, base=base)

    found = file.told()

    assert [code for code, _ in found] == ["clause-not-run", "clause-not-run"]
    assert "2A has words of the kind recurring-charge" in found[0][1]
    assert "5 has words of the kind termination-right" in found[1][1] and "ninety" in found[1][1]
    ports = 'kind = "recurring-charge"\nname = "ports"\nrate = "5.00"\ndue_days = 45\n'
    right = (
        'kind = "termination-right"\nname = "theirs"\nholder = "provider"\nnotice_days = 90\nsource = "5"\n'
    )
    assert file.told(ports, right) == []
    wrong = file.told(ports.replace("5.00", "6.00") + 'source = "2A"\n', right.replace("90", "30"))
    assert [(code, message.split(" from ")[0]) for code, message in wrong] == [
        ("clause-drift", "recurring-charge says rate = 6.00"),
        ("clause-drift", "termination-right says notice_days = 30"),
    ]


def test_a_clause_that_begins_an_amendment_too_late_is_not_run_before(tmp_path: Path) -> None:
    file = File(tmp_path, ("2002-05-15", amendment(1, "May 15, 2002", DEARER)))
    file.clauses["charge"] = CHARGE.format(rate="32.00", day="2002-05-15") + "due_days = 45\n"

    assert [message for code, message in file.told() if code == "clause-not-run"] == [
        "2 has words of the kind recurring-charge that the file does not run before 2002-05-15 "
        '("monthly charge for each Board is $30.00")',
        "3 has words of the kind payment-terms that the file does not run before 2002-05-15 "
        '("Customer shall pay each invoice within forty-five (45) days after its receipt")',
    ]


def test_payment_terms_are_run_by_their_own_clause_or_by_the_charge(tmp_path: Path) -> None:
    file = File(tmp_path)
    own = 'kind = "payment-terms"\ndue_days = {days}\nsource = "3"\n'
    assert file.told(own.format(days=45)) == []
    ((code, message),) = file.told(own.format(days=30))
    assert code == "clause-drift" and "payment-terms says due_days = 30" in message
    file.clauses["charge"] = file.clauses["charge"].replace("45", "30")
    ((code, message),) = file.told()
    assert code == "clause-drift" and "recurring-charge says due_days = 30" in message
    del file.clauses["charge"]
    assert [code for code, _ in file.told()] == ["clause-not-run", "clause-not-run"]


@pytest.mark.parametrize(
    ("law", "told"),
    [
        ('"US-NY"', None),
        ('"US-DE"', 'the file says governing_law = "US-DE"'),
        ('"New York"', 'the file says governing_law = "New York"'),
        (None, "the file names no governing_law"),
    ],
)
def test_the_law_of_the_file_is_that_of_the_words(tmp_path: Path, law: str | None, told: str | None) -> None:
    file = File(tmp_path)
    file.head = 'title = "Board Services Agreement"\n' + (f"governing_law = {law}\n" if law else "")

    found = file.told()

    assert [code for code, _ in found] == (["law-drift"] if told else [])
    assert all(message.startswith(f"{told}; 7 says New York") for _, message in found)


@pytest.mark.parametrize(
    ("words", "given", "agrees"),
    [
        ("England and Wales", "GB-ENG", True),
        ("England and Wales", "GB-EAW", False),  # days would be counted as everywhere
        ("the State of Nevada", "US-NV", True),
        ("the State of Nevada", "Nevada", True),  # of neither it is known how days are counted
        ("the United States of America", "US-NY", True),
        ("the State of Nevada", "US-NY", False),
    ],
)
def test_a_law_by_another_name_matters_where_days_are_counted_otherwise(
    tmp_path: Path, words: str, given: str, agrees: bool
) -> None:
    file = File(tmp_path, base=BASE.replace("the State of New York", words))
    file.head = f'title = "Board Services Agreement"\ngoverning_law = "{given}"\n'

    assert [code for code, _ in file.told()] == ([] if agrees else ["law-drift"])


def test_a_party_that_no_paper_names_is_told_however_it_is_written(tmp_path: Path) -> None:
    file = File(tmp_path)
    file.parties = (
        '[parties]\nprovider = "ALDER BOARDS, INC."\ncustomer = ["Birch Homes Inc.", "Cedar Homes Inc."]\n'
    )

    assert file.told() == [
        ("party-unnamed", '[parties] has "Cedar Homes Inc." as customer, whom none of the papers names')
    ]


def test_a_right_may_be_held_by_a_party_under_the_files_own_role(tmp_path: Path) -> None:
    file = File(tmp_path)
    file.parties = '[parties]\nhost = "Alder Boards Inc."\nowner = "Birch Homes Inc."\n'
    file.clauses["charge"] += 'debtor = "owner"\ncreditor = "host"\n'
    file.clauses["right"] = file.clauses["right"].replace('"customer"', '"owner"')
    assert file.told() == []
    file.clauses["right"] = file.clauses["right"].replace('"owner"', '"host"')
    assert [code for code, _ in file.told()] == ["clause-drift"]


def test_words_without_a_date_hold_from_the_beginning(tmp_path: Path) -> None:
    base = BASE.replace("made as of January 1, 2001 between", "made between")
    file = File(tmp_path, base=base)
    file.clauses["charge"] = file.clauses["charge"].replace("30.00", "31.00")

    found = [message for code, message in file.told() if code == "clause-drift"]

    assert [message.split(";")[0].split("2 says")[0] for message in found] == [
        "recurring-charge says rate = 31.00 from the beginning"
    ]


def test_a_party_under_anothers_role_is_told(tmp_path: Path) -> None:
    file = File(tmp_path)
    file.parties = '[parties]\nprovider = "Birch Homes Inc."\ncustomer = "Alder Boards Inc."\n'
    assert [(code, message.partition(",")[0]) for code, message in file.told()] == [
        ("party-role", "[parties] has Birch Homes Inc. as provider"),
        ("party-role", "[parties] has Alder Boards Inc. as customer"),
    ]


@pytest.mark.parametrize(("currency", "told"), [("USD", []), ("EUR", ["currency-drift"])])
def test_the_currency_is_that_of_the_sums(tmp_path: Path, currency: str, told: list[str]) -> None:
    file = File(tmp_path)
    file.head += f'currency = "{currency}"\n'
    assert [code for code, _ in file.told()] == told


RENEWING = BASE.replace(
    "continues for thirty-six (36) months.",
    "continues for an initial term of thirty-six (36) months. It renews automatically for successive periods of twelve (12)\n"
    "months unless either party gives notice of non-renewal at least sixty (60) days before the end of the current term.",
)


@pytest.mark.parametrize(
    ("renewal", "told"),
    [
        ("renewal = { months = 12, notice_days = 60 }\n", []),
        ("renewal = { months = 6, notice_days = 60 }\n", ["renewal.months = 6"]),
        ("renewal = { months = 12, notice_days = 90 }\n", ["renewal.notice_days = 90"]),
        ("", ["renewal = nothing"]),
    ],
)
def test_the_renewal_of_the_term_is_compared(tmp_path: Path, renewal: str, told: list[str]) -> None:
    file = File(tmp_path, base=RENEWING)
    file.clauses["term"] += renewal
    found = file.told()
    assert [code for code, _ in found] == ["clause-drift"] * len(told)
    assert all(said in message for said, (_, message) in zip(told, found, strict=True))


def test_a_renewal_told_otherwise_and_who_owes_are_noted_as_compared_with_nothing(tmp_path: Path) -> None:
    file = File(tmp_path, base=RENEWING)
    file.clauses["term"] += "renewal = { months = 12, notice_months = 2 }\n"
    file.clauses["charge"] += 'debtor = "provider"\ncreditor = "customer"\n'
    assert file.told() == []
    notes = [problem.message for problem in service.check(file.path).not_compared]
    assert [note.split("compare ")[1].split(" with")[0] for note in notes] == [
        "debtor, creditor",
        "renewal.notice_months",
    ]


CAPPED = BASE.replace(
    "4.   INTEREST.",
    "3A.  SHARE. Provider shall credit Customer with twenty percent (20%) of every payment that Provider receives from a\n"
    "carrier, within thirty (30) days after the end of the calendar quarter. If a law or a court obliges Provider to return an\n"
    "amount that it has so received, Provider may bill Customer for twenty percent (20%) of the amount, but for no more in all\n"
    "than it has previously credited to Customer, and Customer shall pay within thirty (30) days after the bill.\n\n"
    "4.   INTEREST.",
)


@pytest.mark.parametrize(
    ("cap", "told"), [("cumulative", []), ("carry-forward", []), ("gross", ["clause-drift"])]
)
def test_the_cap_of_a_claw_back_is_compared(tmp_path: Path, cap: str, told: list[str]) -> None:
    file = File(tmp_path, base=CAPPED)
    file.clauses["share"] = 'kind = "pass-through-credit"\nrate = "0.20"\ndue_days = 30\nsource = "3A"\n'
    file.clauses["back"] = f'kind = "claw-back"\nrate = "0.20"\ndue_days = 30\ncap = "{cap}"\nsource = "3A"\n'
    assert [code for code, _ in file.told()] == told
