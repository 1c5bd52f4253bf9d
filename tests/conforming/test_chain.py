"""Several papers: order, belonging, effect, expiry, conflicts, what an amendment does to an earlier one."""

from __future__ import annotations

import datetime as dt

import pytest

from conformed.conforming import build_record, conform, history
from conformed.model.instruction import Amends
from tests.conforming.drafting import Ordered, agreement, amendment, copy_of, outcome, said, text_of

BASE = """MILLING AGREEMENT

This Milling Agreement is dated January 5, 2004 between Bolter Mills Inc. ("Bolter") and Quern Grain Co. ("Quern").

1.  FEE.  The fee is $5 for each sack. It is due on Fridays.

2.  TERM.  The term is three years.

3.  WASTE.  Bolter shall return the bran.
"""


def fee(old: str, new: str, **more: object) -> Ordered:
    return Ordered("substitution", ("1",), "words", old, new, **more)  # type: ignore[arg-type]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_papers_are_taken_in_the_order_of_their_dates() -> None:
    first = amendment(fee("$5", "$6"), id="first", head="AMENDMENT NO. 1\n\nDated March 1, 2005.\n\n")
    second = amendment(
        fee("$6", "$7"),
        id="second",
        head="AMENDMENT NO. 2\n\nDated March 1, 2006.\n\n",
        effective=day("2006-03-01"),
    )
    for papers in ([first, second], [second, first]):
        copy = conform(agreement(BASE), papers)
        assert [paper.id for paper in copy.papers] == ["base", "first", "second"]
        assert "The fee is $7" in text_of(copy, "1")
        assert [state.paper for state in copy.states] == ["base", "first", "second"]


def test_without_amendments_the_copy_is_the_base() -> None:
    base = agreement(BASE)
    copy = conform(base, [])
    assert (copy.copy.text, copy.copy.provisions) == (base.text, base.provisions)
    assert copy.outcomes == ()


def test_an_amendment_of_another_agreement_is_warned_of() -> None:
    amends = Amends("Grinding Agreement", day("2004-02-05"), ("Hopper Ltd.", "Sieve Ltd."))
    copy = conform(agreement(BASE), [amendment(fee("$5", "$6"), amends=amends)])
    assert [warning.code for warning in copy.warnings] == ["paper-mismatch"] * 3
    assert "2004-02-05" in copy.warnings[1].message
    assert "2004-01-05" in copy.warnings[1].message
    assert "Hopper Ltd." in copy.warnings[2].message
    assert "Bolter Mills Inc." in copy.warnings[2].message


def test_the_agreement_it_says_it_amends_is_not_warned_of() -> None:
    amends = Amends("Milling Agreement", day("2004-01-05"), ("BOLTER MILLS, INC.", "Quern Grain Company"))
    copy = conform(agreement(BASE), [amendment(fee("$5", "$6"), amends=amends)])
    assert copy.warnings == ()


def test_a_paper_recited_and_not_given_is_named() -> None:
    amends = Amends(as_amended_by=("Amendment No. 1 dated March 1, 2005",))
    second = amendment(id="second", head="AMENDMENT NO. 2\n\nDated March 1, 2006.\n\n", amends=amends)
    copy = conform(agreement(BASE), [second])
    assert [warning.code for warning in copy.warnings] == ["paper-missing"]
    assert "Amendment No. 1 dated March 1, 2005" in copy.warnings[0].message
    first = amendment(id="first", head="AMENDMENT NO. 1\n\nDated March 1, 2005.\n\n")
    assert conform(agreement(BASE), [first, second]).warnings == ()


def test_on_a_day_before_it_takes_effect_a_paper_is_pending() -> None:
    papers = [amendment(fee("$5", "$6"))]
    copy = conform(agreement(BASE), papers, as_of=day("2005-02-28"))
    assert said(copy) == ["pending"]
    assert outcome(copy).note == "it takes effect on 2005-03-01"
    assert copy.papers[1].effective is None
    assert "$5" in text_of(copy, "1")
    assert said(conform(agreement(BASE), papers, as_of=day("2005-03-01"))) == ["applied"]


def test_a_paper_that_is_not_executed_is_pending() -> None:
    papers = [amendment(fee("$5", "$6"))]
    copy = conform(agreement(BASE), papers, executed={"amendment-1": None})
    assert said(copy) == ["pending"]
    copy = conform(agreement(BASE), papers, executed={"amendment-1": day("2005-03-01")})
    assert said(copy) == ["applied"]


def test_a_condition_waits_on_a_day_and_is_noted_where_no_day_is_asked() -> None:
    papers = [amendment(fee("$5", "$6"), conditions=("the Miller approves it",))]
    copy = conform(agreement(BASE), papers)
    assert said(copy) == ["noted"]
    assert "the Miller approves it" in (outcome(copy).note or "")
    copy = conform(agreement(BASE), papers, as_of=day("2006-01-01"))
    assert said(copy) == ["pending"]
    copy = conform(
        agreement(BASE), papers, as_of=day("2006-01-01"), conditions_met={"amendment-1": day("2005-12-01")}
    )
    assert said(copy) == ["applied"]
    assert copy.papers[1].effective == day("2005-12-01")
    copy = conform(
        agreement(BASE), papers, as_of=day("2005-11-01"), conditions_met={"amendment-1": day("2005-12-01")}
    )
    assert said(copy) == ["pending"]


def test_execution_is_no_condition_of_a_paper_that_is_taken_as_executed() -> None:
    papers = [amendment(fee("$5", "$6"), conditions=("execution by the parties",))]
    assert said(conform(agreement(BASE), papers, as_of=day("2006-01-01"))) == ["applied"]


def test_a_condition_of_one_instruction_holds_back_that_one_alone() -> None:
    papers = [amendment(fee("$5", "$6", conditions=("Quern pays $100",)), fee("Fridays", "Mondays"))]
    copy = conform(agreement(BASE), papers)
    assert said(copy) == ["pending", "applied"]
    met = {"amendment-1": day("2005-06-01")}
    assert said(conform(agreement(BASE), papers, conditions_met=met)) == ["applied", "applied"]
    assert said(conform(agreement(BASE), papers, as_of=day("2005-05-01"), conditions_met=met))[0] == "pending"


def test_instructions_of_one_paper_take_effect_on_their_own_days() -> None:
    papers = [amendment(fee("$5", "$6"), fee("Fridays", "Mondays", effective=day("2005-09-01")))]
    copy = conform(agreement(BASE), papers, as_of=day("2005-06-01"))
    assert said(copy) == ["applied", "pending"]
    copy = conform(agreement(BASE), papers)
    assert [(state.paper, state.effective) for state in copy.states[1:]] == [
        ("amendment-1", day("2005-03-01")),
        ("amendment-1", day("2005-09-01")),
    ]
    assert "Fridays" in text_of(copy.states[1].copy, "1")
    assert "Mondays" in text_of(copy.states[2].copy, "1")


def test_what_expires_lets_the_old_text_come_back() -> None:
    papers = [
        amendment(
            fee("$5", "$6", expires=day("2005-07-01")),
            Ordered(
                "insertion",
                ("4",),
                "provision",
                None,
                "4.  FLOUR.  Flour is sieved.",
                expires=day("2005-07-01"),
            ),
            id="first",
        ),
        amendment(
            Ordered("substitution", ("4",), "words", "sieved", "sieved twice"),
            id="second",
            head="AMENDMENT NO. 2\n\nDated April 1, 2005.\n\n",
            effective=day("2005-04-01"),
        ),
    ]
    assert "$6" in text_of(conform(agreement(BASE), papers), "1")
    assert "$6" in text_of(conform(agreement(BASE), papers, as_of=day("2005-06-30")), "1")
    copy = conform(agreement(BASE), papers, as_of=day("2005-07-01"))
    assert text_of(copy) == text_of(agreement(BASE))
    assert said(copy) == ["noted", "noted", "noted"]
    assert "ceased to hold on 2005-07-01" in (outcome(copy, "1", document="second").note or "")
    assert [(state.paper, state.effective) for state in copy.states] == [
        ("base", day("2004-01-05")),
        ("first", day("2005-03-01")),
        ("second", day("2005-04-01")),
        ("first", day("2005-07-01")),
    ]


def test_a_paper_of_another_agreement_and_an_uncertain_instruction_change_nothing() -> None:
    copy = copy_of(
        BASE, fee("$5", "$6", agreement="the Grain Agreement"), fee("$5", "$6", uncertain="it gives no words")
    )
    assert said(copy) == ["not-found", "ambiguous"]
    assert text_of(copy) == text_of(agreement(BASE))


def test_the_same_change_twice_is_done_once() -> None:
    copy = copy_of(BASE, fee("$5", "$6"), fee("$5", "$6"))
    assert said(copy) == ["applied", "noted"]
    assert "$6" in text_of(copy, "1")


def test_two_changes_of_the_same_words_are_for_a_person() -> None:
    copy = copy_of(BASE, fee("$5", "$6"), fee("$5", "$7"))
    assert said(copy) == ["ambiguous", "ambiguous"]
    assert "1 of the same paper" in (outcome(copy, "2").note or "")
    copy = copy_of(BASE, fee("$5 for each", "$6 a"), fee("for each sack", "for all"))
    assert said(copy) == ["ambiguous", "ambiguous"]


def test_words_changed_inside_what_another_instruction_replaces_are_for_a_person() -> None:
    whole = Ordered("substitution", ("1",), "provision", None, "The fee is $9 for each sack.")
    copy = copy_of(BASE, fee("$5", "$6"), whole)
    assert said(copy) == ["ambiguous", "ambiguous"]
    assert text_of(copy) == text_of(agreement(BASE))
    copy = copy_of(BASE, fee("Fridays", "Mondays"), fee("$5", "$6"), whole)
    assert said(copy) == ["ambiguous"] * 3
    copy = copy_of(BASE, fee("$5", "$9"), whole)
    assert said(copy) == ["noted", "applied"]
    assert "The fee is $9" in text_of(copy, "1")


def test_all_references_leave_what_another_instruction_replaces() -> None:
    everywhere = Ordered(
        "substitution", (), "words", "Bolter", "Miller", occurrence="all", words='"Bolter" becomes'
    )
    copy = copy_of(
        BASE, everywhere, Ordered("substitution", ("3",), "provision", None, "Bolter keeps the bran.")
    )
    assert said(copy) == ["applied", "applied"]
    assert text_of(copy, "3").endswith("Bolter keeps the bran.")
    assert "Miller Mills Inc." in text_of(copy)
    copy = copy_of(BASE, everywhere, Ordered("substitution", ("3",), "words", "Bolter", "Quern"))
    assert said(copy) == ["noted", "applied"]
    assert "Quern shall return" in text_of(copy, "3")


def later(*orders: Ordered) -> object:
    return amendment(
        *orders, id="second", head="AMENDMENT NO. 2\n\nDated April 1, 2006.\n\n", effective=day("2006-04-01")
    )


def test_an_amendment_of_an_amendment_changes_the_words_it_put_in() -> None:
    first = amendment(
        Ordered("insertion", ("4",), "provision", None, "4.  FLOUR.  Flour is sieved once."), id="first"
    )
    second = later(Ordered("substitution", ("amendment no. 1", "1"), "words", "once", "twice"))
    copy = conform(agreement(BASE), [first, second])  # type: ignore[list-item]
    assert said(copy) == ["applied", "applied"]
    assert text_of(copy, "4") == "4. FLOUR. Flour is sieved twice."
    second = later(Ordered("substitution", ("amendment no. 7", "1"), "words", "once", "twice"))
    assert said(conform(agreement(BASE), [first, second])) == ["applied", "not-found"]  # type: ignore[list-item]


def test_an_amendment_taken_back_lets_the_old_words_return() -> None:
    first = amendment(fee("$5", "$6"), fee("Fridays", "Mondays"), id="first")
    copy = conform(agreement(BASE), [first, later(Ordered("repeal", ("first amendment", "1"), "provision"))])  # type: ignore[list-item]
    assert said(copy) == ["applied", "applied", "applied"]
    assert text_of(copy, "1") == "1. FEE. The fee is $5 for each sack. It is due on Mondays."
    assert {run.document for run in copy.copy.text.runs if "$5" in run.text} == {"base"}


def test_what_an_amendment_replaced_as_a_whole_gives_way() -> None:
    first = amendment(
        Ordered("insertion", ("4",), "provision", None, "4.  FLOUR.  Flour is sieved."), id="first"
    )
    second = later(
        Ordered("substitution", ("amendment no. 1", "1"), "provision", None, "4.  MEAL.  Meal is sieved.")
    )
    copy = conform(agreement(BASE), [first, second])  # type: ignore[list-item]
    assert text_of(copy, "4") == "4. MEAL. Meal is sieved."


def test_the_history_of_a_provision_follows_its_words() -> None:
    first = amendment(fee("$5", "$6"), id="first")
    second = later(
        Ordered("renumbering", ("3",), "provision", "3", "4"),
        Ordered("insertion", ("3",), "provision", None, "3.  RISK.  Quern bears the risk."),
    )
    copy = conform(agreement(BASE), [first, second])  # type: ignore[list-item]
    states = history(copy, ("1",))
    assert [(state.paper, state.text) for state in states] == [
        ("first", "1. FEE. The fee is $6 for each sack. It is due on Fridays."),
        ("base", "1. FEE. The fee is $5 for each sack. It is due on Fridays."),
    ]
    states = history(copy, ("4",))
    assert [(state.paper, state.path) for state in states] == [("second", ("4",)), ("base", ("3",))]
    assert [state.paper for state in history(copy, ("3",))] == ["second"]


def test_a_repealed_provision_keeps_its_history_and_its_record() -> None:
    copy = copy_of(BASE, Ordered("repeal", ("3",), "provision"))
    states = history(copy, ("3",))
    assert [(state.paper, state.text is None) for state in states] == [("amendment-1", True), ("base", False)]
    record = build_record(copy)
    (gone,) = [one for one in record["provisions"] if one["path"] == ["3"]]
    assert gone["text"] == ""
    assert gone["changed"]
    assert gone["sources"] == ["amendment-1/1"]


@pytest.mark.parametrize("orders", [(), (fee("$8", "$9"),)])
def test_nothing_is_changed_where_nothing_is_applied(orders: tuple[Ordered, ...]) -> None:
    copy = copy_of(BASE, *orders)
    record = build_record(copy)
    assert not any(one["changed"] for one in record["provisions"])
    assert copy.copy.text.string == agreement(BASE).text.string


def test_the_record_names_sources_and_what_changed() -> None:
    record = build_record(copy_of(BASE, fee("$5", "$6")))
    by_path = {tuple(one["path"]): one for one in record["provisions"]}
    assert by_path["1",]["sources"] == ["base", "amendment-1/1"]
    assert by_path["1",]["changed"]
    assert not by_path["2",]["changed"]
    assert record["instructions"] == [
        {"document": "amendment-1", "id": "1", "status": "applied", "note": None, "candidates": []}
    ]
    assert [document["id"] for document in record["documents"]] == ["base", "amendment-1"]
