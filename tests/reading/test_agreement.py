"""`agreement.toml`: what it says, and what is said of one that is wrong."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from conformed.model.problem import ConformedError
from conformed.reading.agreement import LARGEST_FILE, read_agreement
from tests.interface_example import PARTIES_AND_TERMS

WHOLE = f"""\
title = "Gateway Services Agreement"
governing_law = "US-NY"
currency = "USD"

[[documents]]
id = "base"
file = "agreement.txt"
[[documents]]
id = "amendment-2"
file = "amendment-2.txt"
executed = 2000-11-01
conditions_met = 2000-11-03

{PARTIES_AND_TERMS}
[[clauses]]
kind = "recurring-charge"
rate = 30.10
note = '''
[[clauses]]
kind = "not a clause"
'''

[[clauses]]
kind = "claw-back"
rate = "withheld:appendix-a/r5"

[[representations]]
id = "8(a)"
by = "provider"
text = "Its services do not infringe."

[[decisions]]
instruction = "amendment-2/2(b)"
place = 2
by = "A. Clerk"
on = 2001-02-03
why = "the ninth line is meant"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agreement.toml").write_text(WHOLE, encoding="utf-8")
    return tmp_path


def test_a_whole_agreement_is_read(folder: Path) -> None:
    agreement = read_agreement(folder / "agreement.toml")
    assert agreement.title == "Gateway Services Agreement"
    assert agreement.governing_law == "US-NY"
    assert [document.id for document in agreement.documents] == ["base", "amendment-2"]
    assert agreement.documents[0].executed is None
    assert agreement.documents[1].conditions_met == dt.date(2000, 11, 3)
    assert agreement.parties["customer"] == ("Bluestem Networks Corp.", "Bluestem Holdings Inc.")
    term, unit, charge, _ = agreement.clauses
    assert (term.kind, term.source, term.effective) == ("agreement-term", "7.A", dt.date(2000, 11, 1))
    assert dict(term.values) == {"starts": dt.date(2000, 6, 30), "months": 51, "from": dt.date(2001, 5, 1)}
    assert unit.values["option"] == {"holder": "customer", "notice_days": 30}
    assert charge.values["rate"] == Decimal("30.10")
    assert agreement.representations[0].by == ("provider",)
    assert agreement.decisions[0].place == 2
    assert agreement.sealed == {}


def test_each_clause_knows_the_line_of_its_header_though_a_text_looks_like_one(folder: Path) -> None:
    lines = WHOLE.split("\n")
    for clause in read_agreement(folder / "agreement.toml").clauses:
        assert clause.line is not None
        assert lines[clause.line - 1] == "[[clauses]]"
        assert clause.kind in lines[clause.line]


def test_sealed_values_are_found_beside_the_file_or_where_named(folder: Path) -> None:
    (folder / "confidential.toml").write_text('"appendix-a/r5" = "0.25"\n', encoding="utf-8")
    agreement = read_agreement(folder / "agreement.toml")
    assert agreement.sealed == {"appendix-a/r5": "0.25"}
    assert "0.25" not in repr(agreement)
    other = folder / "sealed.toml"
    other.write_text('"appendix-a/r5" = "0.40"\n', encoding="utf-8")
    assert read_agreement(folder / "agreement.toml", confidential=other).sealed["appendix-a/r5"] == "0.40"


def test_inline_clauses_take_the_line_of_their_key(tmp_path: Path) -> None:
    path = tmp_path / "agreement.toml"
    path.write_text('title = "T"\nclauses = [{ kind = "unit-term", months = 1 }]\n', encoding="utf-8")
    assert read_agreement(path).clauses[0].line == 2


MISTAKES = {
    "unknown key at the top": ('titel = "A"\n', 1, 'unknown key "titel"; did you mean "title"?'),
    "unknown key in a table": (
        'title = "A"\n[[documents]]\nid = "a"\nfile = "a.txt"\nexectued = 2000-01-01\n',
        5,
        'unknown key "exectued"; did you mean "executed"?',
    ),
    "unknown key unlike any": ("zzz = 1\n", 1, "the keys here are id, title,"),
    "syntax": ('title = "A"\nmonths = forty-two\n', 2, "not valid TOML"),
    "an impossible day": ("[[documents]]\nexecuted = 2001-02-30\n", 2, "not valid TOML"),
    "never closed": ('title = "A\n', 1, "not valid TOML"),
    "nested without end": ("title = " + "[" * 100_000 + "\n", None, "nested too deeply"),
    "a number too long": (f"title = {'1' * 5000}\n", 1, "not valid TOML"),
    "document without file": ('\n[[documents]]\nid = "a"\n', 2, "this [[documents]] lacks the key file"),
    "clause without kind": ("[[clauses]]\nmonths = 3\n", 1, "this [[clauses]] lacks the key kind"),
    "documents that are no tables": ('documents = ["a.txt"]\n', 1, "each begun by [[documents]]"),
    "a day that is a moment": (
        '[[documents]]\nid = "a"\nfile = "a"\nexecuted = 2000-11-01T10:00:00\n',
        4,
        "executed is 2000-11-01 10:00:00; write a day such as 2000-11-01",
    ),
    "a day in words": (
        '[[documents]]\nid = "a"\nfile = "a"\nexecuted = "autumn"\n',
        4,
        'executed is "autumn"; write a day such as 2000-11-01',
    ),
    "the same id twice": (
        '[[documents]]\nid = "a"\nfile = "a"\n[[documents]]\nid = "a"\nfile = "b"\n',
        4,
        'the id "a" is already used in line 1',
    ),
    "a title that is a number": ("title = 3\n", 1, "title is 3; write words in quotation marks"),
    "an empty title": ('title = " "\n', 1, "write words in quotation marks"),
    "a currency in lower case": ('currency = "usd"\n', 1, 'such as "USD"'),
    "parties that are a word": ('parties = "us"\n', 1, "a table of roles"),
    "a party that is a number": ("[parties]\nprovider = 7\n", 2, "a name in quotation marks"),
    "a role with nobody": ("[parties]\nprovider = []\n", 2, "a name in quotation marks"),
    "a party named twice": ('[parties]\ncustomer = ["A", "A"]\n', 2, "each name once"),
    "a decision of two minds": (
        '[[decisions]]\ninstruction = "a/1"\nplace = 1\nleave = true\n',
        1,
        "the decision on a/1 must give exactly one",
    ),
    "a decision of no mind": ('[[decisions]]\ninstruction = "a/1"\n', 1, "exactly one of place, leave"),
    "a place counted from nought": (
        '[[decisions]]\ninstruction = "a/1"\nplace = 0\n',
        3,
        "place is 0; write the number of a candidate",
    ),
    "a leave that is a word": (
        '[[decisions]]\ninstruction = "a/1"\nleave = "yes"\n',
        3,
        "write true or false",
    ),
    "a representation by nobody": (
        '[[representations]]\nid = "a"\ntext = "t"\nby = []\n',
        4,
        "a role or a party's name",
    ),
    "a representation twice": (
        '[[representations]]\nid = "a"\ntext = "t"\nby = "p"\n' * 2,
        5,
        'the id "a" is already used in line 1',
    ),
}


@pytest.mark.parametrize("text, line, message", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_one_line_with_its_place(
    tmp_path: Path, text: str, line: int | None, message: str
) -> None:
    path = tmp_path / "agreement.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConformedError) as raised:
        read_agreement(path)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)
    assert raised.value.problem.document == str(path)
    assert raised.value.problem.line == line


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(ConformedError, match="no such file"):
        read_agreement(tmp_path / "absent.toml")
    with pytest.raises(ConformedError, match="cannot be read"):
        read_agreement(tmp_path)
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b'title = "A"\nx = "caf\xe9"\n')
    with pytest.raises(ConformedError, match=r"latin\.toml:2: cannot be read: it is not UTF-8"):
        read_agreement(latin)
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * (LARGEST_FILE + 1))
    with pytest.raises(ConformedError, match="larger than"):
        read_agreement(large)
    with pytest.raises(ConformedError, match="no such file"):
        (tmp_path / "agreement.toml").write_text("", encoding="utf-8")
        read_agreement(tmp_path / "agreement.toml", confidential=tmp_path / "none.toml")
    with pytest.raises(ConformedError, match="cannot be read"):
        read_agreement("nul\0byte.toml")


def test_a_sealed_number_is_refused_and_not_printed(folder: Path) -> None:
    (folder / "confidential.toml").write_text('"a/r1" = "0.5"\n"a/r2" = 0.731\n', encoding="utf-8")
    with pytest.raises(ConformedError) as raised:
        read_agreement(folder / "agreement.toml")
    assert "a/r2" in str(raised.value)
    assert "0.731" not in str(raised.value)
    assert raised.value.problem.line == 2
