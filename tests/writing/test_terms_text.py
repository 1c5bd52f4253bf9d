"""Terms for people: each value, where it stands, its words, and what it waits for."""

from __future__ import annotations

import datetime as dt

from conformed.model.term import Term, TermChange, Terms, TermState
from conformed.model.text import Span
from conformed.writing.terms import changes_text, terms_text, value_words


def term(name: str, value: object, *, withheld: tuple[str, ...] = (), how: str | None = None) -> Term:
    return Term(
        name, value, 0, 9, "fifty-one (51) months", (Span("amendment-2", 5, 14),), ("7", "a"), withheld, how
    )


def test_facts_come_first_then_the_clauses_that_can_be_run() -> None:
    read = Terms(
        {
            "unit-term": term("unit-term", {"months": 51, "option": None}),
            "agreement_date": term("agreement_date", dt.date(2000, 6, 30), how="printed"),
            "recurring-charge": term("recurring-charge", {"rate": "withheld:r1"}, withheld=("r1",)),
            "parties": term("parties", ({"name": "One Inc.", "alias": "One", "role": None}, {"name": "Two"})),
            "notice_period": term("notice_period", None),
        }
    )

    lines = terms_text(read).splitlines()

    assert lines[0] == "agreement_date: 2000-06-30  (printed)"
    assert lines[1] == "    amendment-2 7.a: “fifty-one (51) months”"
    assert "parties: One Inc. (“One”); Two" in lines
    assert "notice_period: withheld" in lines
    assert lines.index("clauses that can be run:") < lines.index("unit-term: months 51")
    assert "recurring-charge: rate withheld:r1  (withheld: r1)" in lines


def test_where_nothing_is_certain_it_says_so() -> None:
    assert terms_text(Terms({})) == "no term could be read for certain\n"


def test_a_change_names_the_paper_its_day_and_the_instruction() -> None:
    old, new = term("unit-term", {"months": 42}), term("unit-term", {"months": 51})
    states = (
        TermState("base", dt.date(2000, 6, 30), Terms({})),
        TermState(
            "amendment-2",
            dt.date(2000, 11, 1),
            Terms({}),
            (TermChange("unit-term", old, new, ("amendment-2/2(c)#1",)), TermChange("claw-back", None, new)),
        ),
    )

    assert changes_text(states, width=100).splitlines() == [
        "amendment-2 (2000-11-01)",
        "  unit-term: months 42 → months 51 by amendment-2/2(c)#1",
        "  claw-back: nothing → months 51",
    ]
    assert changes_text(states[:1]) == ""


def test_values_in_words() -> None:
    assert value_words("New York") == "New York"
    assert value_words(["P30D"]) == "P30D"
