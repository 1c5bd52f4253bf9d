"""S21: "[TEXT DELETED]", omitted and filed separately: redactions are typed unknowns with identities; sealed values come
from a separate file; there are two views, and the sealed one never leaks.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from conformed.cli.exits import run
from conformed.examples import example_folder
from conformed.running import settle
from tests.seed.papers import conformed, document, provision, second_amendment, through
from tests.seed.running import YEAR_END, agreement, events

FIFTH = ("schedule 1", "appendix a", "5")


@second_amendment
def test_s21_every_redaction_is_an_unknown_with_a_name_of_its_own(second: str) -> None:
    for paper in (document("agreement"), document(second)):
        marked = len(re.findall(r"\[TEXT\s+DELETED\]", paper.text.string))
        names = [redaction.id for redaction in paper.redactions]
        assert len(names) == len(set(names)) == marked


@second_amendment
def test_s21_what_takes_the_place_of_all_references_is_one_unknown(second: str) -> None:
    copy = through(second).copy
    names = Counter(one.id for one in copy.redactions)
    assert len(copy.redactions) == len(re.findall(r"\[TEXT\s+DELETED\]", copy.text.string)) == 14
    assert {name: count for name, count in names.items() if count > 1} == {f"{second}/2/d/r2": 3}


@second_amendment
def test_s21_unknowns_are_typed_by_the_words_around_them(second: str) -> None:
    copy = through(second).copy
    place = provision(copy, *FIFTH)
    kinds = [one.kind for one in copy.redactions if place.start <= one.start < place.end]
    assert len(kinds) == 4
    assert kinds[1] == "days", "within [TEXT DELETED] of the end of each calendar quarter"
    assert kinds[3] == "days", "within [TEXT DELETED], repay"


@second_amendment
def test_s21_an_unknown_keeps_its_name_whatever_is_struck_and_inserted_around_it(second: str) -> None:
    before = {one.id for one in document("agreement").redactions}
    after = {one.id for one in through(second).copy.redactions}
    # One in 3 C. and three in the appendix are struck. One each takes their places, and four are in the new paragraph.
    assert len(before - after) == 4
    assert len(after - before) == 6
    assert {"appendix-a/r1", "6/a/r1", "9/a/r1"} <= before & after


def test_s21_a_paragraph_that_is_stated_anew_leaves_out_figures_of_its_own() -> None:
    copy = conformed("amendment-1", "amendment-2", "amendment-3").copy
    place = provision(copy, *FIFTH)
    names = [one.id for one in copy.redactions if place.start <= one.start < place.end]
    assert names == [f"amendment-3/2/r{number}" for number in (1, 2, 3, 4)]


def test_s21_the_clauses_of_the_example_name_unknowns_of_its_papers() -> None:
    known = {
        one.id
        for state in conformed("amendment-1", "amendment-2", "amendment-3").states
        for one in state.copy.redactions
    }
    assert set(agreement().sealed) <= known


def test_s21_without_its_file_a_figure_is_withheld_and_names_the_seal() -> None:
    result = settle(replace(agreement(), sealed={}), events(), as_of=YEAR_END)
    statement = result.statement("charge-2001-04")
    assert statement.amount is None
    assert statement.withheld == ("appendix-a/r1",)


SEALED = ("27.50", "0.25")


@pytest.mark.parametrize("form", [["--json"], []])
def test_s21_the_public_view_shows_no_sealed_value(
    form: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = example_folder()
    call = ["settle", str(folder / "agreement.toml"), str(folder / "events.csv"), "--as-of", "2001-12-31"]
    run([*call, "--public", *form])
    public = "".join(capsys.readouterr())
    run([*call, *form])
    confidential = "".join(capsys.readouterr())
    for value in SEALED:
        assert not re.search(rf"(?<![\d.,]){re.escape(value)}(?!\d)", public)
    # The credit of the last quarter, which nobody has paid yet.
    assert "2912.59" in confidential.replace(",", "")
    assert "2912.59" not in public.replace(",", ""), "nor a figure from which it could be worked out"
