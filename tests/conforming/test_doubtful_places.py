"""What cannot be done for certain changes nothing, and says why."""

from __future__ import annotations

import pytest

from conformed.conforming import conform
from conformed.conforming.order import in_order
from conformed.model.conformed import Conformed
from conformed.model.instruction import Amends
from tests.conforming.drafting import Ordered, agreement, amendment, copy_of, outcome, said, text_of
from tests.conforming.test_definitions_and_tables import CARRIAGE
from tests.conforming.test_provisions import SUPPLY

TWICE = SUPPLY.replace("1.3  [Reserved]", "1.2  The price is $40.")


def ordered(action: str, path: str, unit: str, new: str | None = None, **more: object) -> Ordered:
    return Ordered(action, tuple(path.split("/")) if path else (), unit, new=new, **more)  # type: ignore[arg-type]


def unchanged(copy: Conformed) -> bool:
    return copy.copy.text.string == copy.states[0].copy.text.string


@pytest.mark.parametrize(
    ("order", "status", "note"),
    [
        (ordered("repeal", "", "provision"), "ambiguous", "changes the agreement as a whole"),
        (ordered("substitution", "1.1", "provision"), "ambiguous", "does not give the new text"),
        (ordered("insertion", "", "provision", "X."), "ambiguous", "does not say where"),
        (ordered("insertion", "9.9", "provision", "9.9  X."), "not-found", "nothing is numbered like 9.9"),
        (ordered("insertion", "9/a", "provision", "(a)  X."), "not-found", "there is no 9"),
        (ordered("insertion", "exhibit q/exhibit r", "provision", "X Y Z W."), "not-found", "there is no exhibit q"),
        (ordered("insertion", "exhibit q", "provision"), "not-found", "the text of exhibit q is not in the paper"),
        (ordered("renumbering", "1.1", "provision"), "ambiguous", "old and the new label"),
        (ordered("renumbering", "9.1", "provision", "9.2"), "not-found", "there is no 9.1"),
        (ordered("renumbering", "1.1", "provision", "--"), "ambiguous", "is no label"),
        (ordered("substitution", "9", "heading", "X"), "not-found", "there is no 9"),
        (ordered("substitution", "9", "row", "X"), "not-found", "there is no 9"),
        (ordered("substitution", "9", "line", "X"), "not-found", "there is no 9"),
        (ordered("substitution", "9", "sentence", "X."), "not-found", "there is no 9"),
        (ordered("insertion", "1.2", "words"), "ambiguous", "does not give the words"),
        (ordered("insertion", "1.2", "sentence"), "ambiguous", "does not give the sentence"),
        (ordered("insertion", "1", "definition"), "ambiguous", "does not give the definition"),
        (ordered("insertion", "9", "definition", '"X" means Y.', term="X"), "not-found", "no list of definitions in 9"),
        (ordered("insertion", "1.2", "sentence", "X.", position="after", anchor="nowhere"), "not-found", "has the words"),
        (ordered("insertion", "1.2", "sentence", "X.", position="after", scope=("sentence", 8)), "not-found", "no eighth"),
        (ordered("insertion", "1.2", "words", "X", position="end", scope=("sentence", 8)), "not-found", "no eighth"),
        (ordered("insertion", "1.2", "words", "X", position="after", anchor="nowhere"), "not-found", "do not stand"),
        (ordered("insertion", "1.2", "words", "X", position="after", anchor="The"), "ambiguous", "stand 2 times"),
        (ordered("repeal", "1.2", "sentence", old="The Miller may"), "not-found", "no sentence of 1.2 reads"),
        (ordered("substitution", "1", "document", "X"), "ambiguous", "restates the agreement"),
        (ordered("substitution", "1.2", "words", "X", old="The", scope=("line", -1)), "ambiguous", "stand 2 times"),
        (ordered("substitution", "1.1", "words", "X", old="hides", occurrence="all", scope=("sentence", 7)), "not-found", "no seventh"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_not_certain_is_listed(order: Ordered, status: str, note: str) -> None:
    copy = copy_of(SUPPLY, order)
    assert said(copy) == [status], outcome(copy).note
    assert note in (outcome(copy).note or "")
    assert unchanged(copy)


@pytest.mark.parametrize(
    "order",
    [
        ordered("repeal", "1.2", "provision"),
        ordered("substitution", "1.2", "provision", "X."),
        ordered("renumbering", "1.2", "provision", "1.9"),
        ordered("substitution", "1.2", "heading", "X"),
        ordered("repeal", "1.2", "sentence", scope=("sentence", 1)),
        ordered("insertion", "1.2", "sentence", "X.", position="end"),
        ordered("insertion", "1.2", "words", "X", position="end"),
        ordered("insertion", "1.2", "provision", "X.", position="end"),
        ordered("substitution", "1.2", "words", "; and"),
    ],
    ids=lambda order: f"{order.action} {order.unit}",
)
def test_a_label_that_stands_twice_is_for_a_person(order: Ordered) -> None:
    copy = copy_of(TWICE, order)
    assert said(copy) == ["ambiguous"]
    assert unchanged(copy)


def test_words_tell_two_provisions_of_one_label_apart() -> None:
    copy = copy_of(TWICE, ordered("substitution", "1.2", "words", "$50", old="$40"))
    assert said(copy) == ["applied"]
    copy = copy_of(
        TWICE, ordered("substitution", "1.2", "provision", "The price is $50.", old="The price is $40.")
    )
    assert said(copy) == ["applied"]
    assert "The price is $50." in text_of(copy)


@pytest.mark.parametrize(
    ("order", "status"),
    [
        (ordered("insertion", "2.1", "row"), "ambiguous"),
        (ordered("insertion", "2.1", "row", "X  $1  $2", anchor="Eels", position="after"), "not-found"),
        (
            ordered("substitution", "2.1", "row", "X", old="Hurdles $99.00 $1.50", scope=("row", 1)),
            "not-found",
        ),
        (ordered("repeal", "2.1", "row"), "not-found"),
        (ordered("repeal", "2.2", "row", anchor="Baskets"), "not-found"),
        (ordered("substitution", "1", "definition", '"Load" means X.', term="Sack"), "not-found"),
        (Ordered("substitution", ("1",), "words", "x", "y", term="Sack"), "not-found"),
    ],
)
def test_tables_and_definitions_that_do_not_fit(order: Ordered, status: str) -> None:
    copy = copy_of(CARRIAGE, order)
    assert said(copy) == [status], outcome(copy).note
    assert unchanged(copy)


def test_a_definition_that_stands_elsewhere_is_noted() -> None:
    copy = copy_of(CARRIAGE, ordered("substitution", "2", "definition", '"Load" means one.', term="Load"))
    assert said(copy) == ["noted"]
    assert outcome(copy).note == "the definition stands in 1, not in 2"


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ({"position": "before", "anchor": "Hurdles"}, "Baskets $10.00 $1.00 Coal $1.00 $2.00 Hurdles"),
        ({"position": "after", "scope": ("row", 1)}, "Baskets $10.00 $1.00 Coal $1.00 $2.00 Hurdles"),
        ({"position": "start"}, "Per mile Coal $1.00 $2.00 Baskets"),
        ({"position": "alphabetical"}, "Baskets $10.00 $1.00 Coal $1.00 $2.00 Hurdles"),
    ],
)
def test_a_new_row_stands_where_it_is_ordered(more: dict[str, object], wanted: str) -> None:
    copy = copy_of(
        CARRIAGE, ordered("insertion", "2.1", "row", "Coal                    $1.00         $2.00", **more)
    )
    assert said(copy) == ["applied"]
    assert wanted in text_of(copy)


def test_rows_of_a_markdown_table_get_their_bars() -> None:
    base = CARRIAGE.replace(
        """     Goods                   Per load      Per mile
     Baskets                 $10.00        $1.00
     Hurdles                 $12.00        $1.50
     Withies, in bundles     $8.00         $0.75
""",
        "| Goods | Per load |\n|---|---|\n| Baskets | $10.00 |\n| Hurdles | $12.00 |\n",
    )
    copy = copy_of(
        base, ordered("insertion", "2.1", "row", "Coal | $1.00", position="after", anchor="Baskets")
    )
    assert "| Baskets | $10.00 |\n| Coal | $1.00 |\n| Hurdles" in copy.copy.text.string
    copy = copy_of(base, ordered("repeal", "2.1", "row", scope=("row", 1)))
    assert "|---|---|\n| Hurdles" in copy.copy.text.string


def test_each_address_or_the_one_that_is_there() -> None:
    base = SUPPLY.replace(
        "3.1  The term is two years.",
        "3.1  Notices:\n\n     to the Seller:\n     4410 Mill Lane\n     Dunmore, Ohio 44101\n     Attn: Sales\n\n"
        "     to the Buyer:\n     4410 Mill Lane\n     Dunmore, Ohio 44101\n     Attn: Sales",
    )
    new = "9100 Weir Street\n     Dunmore, Ohio 44102\n     Attn: Sales"
    order = ordered(
        "substitution",
        "3.1",
        "words",
        new,
        words="The address for notice to each of the Seller and the Buyer is changed to",
    )
    copy = copy_of(base, order)
    assert said(copy) == ["applied"]
    assert text_of(copy, "3.1").count("9100 Weir Street Dunmore, Ohio 44102 Attn: Sales") == 2
    order = ordered(
        "substitution",
        "3.1",
        "words",
        "9100 Weir Street, Dunmore, Ohio 44102",
        words="The address of the Buyer is changed to",
    )
    copy = copy_of(base, order)
    assert text_of(copy, "3.1").endswith("to the Buyer: 9100 Weir Street, Dunmore, Ohio 44102 Attn: Sales")
    order = ordered(
        "substitution", "3.1", "words", "9100 Weir Street", words="The address of the Carrier is changed to"
    )
    assert said(copy_of(base, order)) == ["ambiguous"]
    one = SUPPLY.replace("The term is two years.", "Notices go to 4410 Mill Lane, Dunmore.")
    copy = copy_of(
        one,
        ordered(
            "substitution", "3.1", "words", "9100 Weir Street, Dunmore", words="The address is changed to"
        ),
    )
    assert text_of(copy, "3.1") == "3.1 Notices go to 9100 Weir Street, Dunmore."


@pytest.mark.parametrize(
    ("path", "anchor", "position", "wanted"),
    [
        ("1.1a", "1.1", "after", "hides. 1.1A X. 1.2 The Seller"),
        ("1.0", "Section 1.1", "before", "1. GOODS 1.0 X. 1.1 The Seller"),
        ("2.2/aa", "clause (a)", "after", "(a) by cheque; or (aa) X. (b) by wire."),
    ],
)
def test_a_provision_beside_its_anchor(path: str, anchor: str, position: str, wanted: str) -> None:
    label = path.split("/")[-1].upper() if "." in path and "/" not in path else f"({path.split('/')[-1]})"
    copy = copy_of(
        SUPPLY, ordered("insertion", path, "provision", f"{label}  X.", anchor=anchor, position=position)
    )
    assert said(copy) == ["applied"], outcome(copy).note
    assert wanted in text_of(copy)


def test_a_provision_without_siblings_stands_at_the_end_of_the_one_above() -> None:
    copy = copy_of(SUPPLY, ordered("insertion", "3.1/a", "provision", "(a)  It may be renewed."))
    assert said(copy) == ["applied"]
    assert text_of(copy, "3") == "3. TERM 3.1 The term is two years. (a) It may be renewed."
    base = SUPPLY.replace("3.1  The term is two years.", "The term is two years.")
    copy = copy_of(base, ordered("insertion", "3.1", "provision", "3.1  It may be renewed."))
    assert "The term is two years. 3.1 It may be renewed. SCHEDULE 1" in text_of(copy)


def test_a_new_provision_with_another_label_than_is_ordered() -> None:
    copy = copy_of(SUPPLY, ordered("insertion", "3.2", "provision", "3.5  It may be renewed."))
    assert said(copy) == ["noted"]
    assert text_of(copy, "3.2") == "3.2 It may be renewed."


def test_a_schedule_without_a_name_of_its_own_is_given_it() -> None:
    copy = copy_of(
        SUPPLY, ordered("insertion", "schedule 3", "provision", "1.  Lime.\n\n2.  Bark and oak galls.")
    )
    assert "1. Salt. SCHEDULE 3 1. Lime. 2. Bark" in text_of(copy)
    copy = copy_of(
        SUPPLY, ordered("insertion", "exhibit a", "provision", "EXHIBIT A\n\nThe plan of the yard.")
    )
    assert text_of(copy).endswith("1. Salt. EXHIBIT A The plan of the yard.")
    copy = copy_of(
        SUPPLY, ordered("insertion", "schedule 1/annex i", "provision", "ANNEX I\n\nThe plan of the yard.")
    )
    assert "2. Calf hides. ANNEX I The plan of the yard. SCHEDULE 2" in text_of(copy)
    copy = copy_of(
        SUPPLY, ordered("insertion", "schedule 0", "provision", "SCHEDULE 0\n\nThe plan of the yard.")
    )
    assert "two years. SCHEDULE 0 The plan of the yard. SCHEDULE 1" in text_of(copy)


@pytest.mark.parametrize(
    ("new", "wanted"),
    [
        ("[Reserved]", "2. [Reserved] 3. TERM"),
        ("PRICE AND COST.  It is $7.", "2. PRICE AND COST. It is $7. 3."),
        ("Cost of Hides. It is $7.", "2. Cost of Hides. It is $7. 3."),
        ("It is $7.", "2. PRICE It is $7. 3."),
    ],
)
def test_a_heading_stays_unless_the_new_text_brings_one(new: str, wanted: str) -> None:
    assert wanted in text_of(copy_of(SUPPLY, ordered("substitution", "2", "provision", new)))


def test_papers_without_a_date_keep_their_place_and_numbers_tell_their_order() -> None:
    second = amendment(id="second", head="AMENDMENT NO. 2\n\nThe parties agree.\n\n", effective=None)
    first = amendment(id="first", head="AMENDMENT NO. 1\n\nThe parties agree.\n\n", effective=None)
    other = amendment(id="other", head="CONSENT\n\nThe parties agree.\n\n", effective=None)
    assert [one.document.id for one in in_order([second, first])] == ["first", "second"]
    assert [one.document.id for one in in_order([other, first])] == ["other", "first"]


def test_a_chain_that_begins_with_a_later_number_is_missing_the_earlier_ones() -> None:
    third = amendment(id="third", head="AMENDMENT NO. 3\n\nDated March 1, 2006.\n\n")
    codes = [warning.message for warning in conform(agreement(SUPPLY), [third]).warnings]
    assert codes == [
        "Amendments No. 1 to 2 is recited as part of the chain and is not among the papers given; add it"
    ]


@pytest.mark.parametrize(
    ("recited", "missing"),
    [
        ("the First Amendment", False),
        ("Amendment Number One", False),
        ("Amendment No. 1 dated March 1, 2005", False),
        ("Amendment No. 1 dated April 9, 2004", True),
        ("the Second Amendment", True),
        ("as amended", False),
    ],
)
def test_a_recital_names_a_paper_by_number_or_date(recited: str, missing: bool) -> None:
    first = amendment(id="first", head="AMENDMENT NO. 1\n\nThis Amendment is dated March 1, 2005.\n\n")
    later = amendment(
        id="later",
        head="AMENDMENT NO. 3\n\nThis Amendment is dated March 1, 2007.\n\n",
        amends=Amends(as_amended_by=(recited,)),
    )
    assert bool(conform(agreement(SUPPLY), [first, later]).warnings) == missing


@pytest.mark.parametrize(
    ("title", "warned"),
    [
        ("Supply Agreement", False),
        ("Agreement", False),
        ("Hide Supply Agreement", False),
        ("Loan Agreement", True),
    ],
)
def test_a_title_may_be_shortened(title: str, warned: bool) -> None:
    order = ordered("insertion", "1", "provision", "1.9  Sacks are dry.")
    copy = conform(agreement(SUPPLY), [amendment(order, amends=Amends(title))])
    assert [warning.code for warning in copy.warnings] == (["paper-mismatch"] if warned else [])


NOTES = CARRIAGE.replace(
    "2.2  The places", "Note 1.  Baskets are tied.\n\nNote 2.  Hurdles are stacked.\n\n2.2  The places"
)


def test_a_note_of_a_provision_gives_way_and_a_new_one_follows() -> None:
    copy = copy_of(
        NOTES,
        ordered("substitution", "2.1", "provision", "Note 1.  Baskets are nested."),
        ordered("insertion", "2.1", "provision", "Note 3.  Withies are wet."),
    )
    assert said(copy) == ["applied", "applied"]
    assert "Note 1. Baskets are nested. Note 2. Hurdles are stacked. Note 3. Withies are wet. 2.2" in text_of(
        copy
    )
    assert "Hurdles $12.00" in text_of(copy)


def test_a_row_named_by_two_of_its_cells() -> None:
    copy = copy_of(CARRIAGE, ordered("repeal", "2.1", "row", anchor="Hurdles to $12.00"))
    assert said(copy) == ["applied"]
    assert "Hurdles" not in text_of(copy, "2.1")


def test_a_definition_that_no_mark_sets_off() -> None:
    base = CARRIAGE.replace(
        '     "Load" means twenty Baskets or\n     more.', "     Load: twenty Baskets or more."
    )
    base = base.replace('"Depot" means', "Depot means")
    copy = copy_of(base, Ordered("substitution", ("1",), "words", "twenty", "thirty", term="Load"))
    assert "thirty Baskets" in text_of(copy)
    copy = copy_of(base, ordered("substitution", "1", "definition", "Depot means the yard.", term="Depot"))
    assert "Depot means the yard." in text_of(copy)
