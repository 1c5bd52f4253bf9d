"""Definitions, rows of tables and lines of lists."""

from __future__ import annotations

import pytest

from tests.conforming.drafting import Ordered, copy_of, outcome, said, text_of

CARRIAGE = """CARRIAGE AGREEMENT

This Agreement is dated June 1, 2002 between Towpath Carriers Ltd. and Withy Basket Co.

1.  DEFINITIONS.  In this Agreement:

     "Basket" means a basket of willow.

     "Depot" means the depot at Wharf Street.

     "Load" means twenty Baskets or
     more.

     "Route" means the canal.

2.  CHARGES.

2.1  The Carrier (the "Hauler") charges:

     Goods                   Per load      Per mile
     Baskets                 $10.00        $1.00
     Hurdles                 $12.00        $1.50
     Withies, in bundles     $8.00         $0.75

2.2  The places are listed in Annex 1.

ANNEX 1
PLACES


Wharf Street
Lock Cottage
Mill Pool
"""


def ordered(action: str, path: str, unit: str, new: str | None = None, **more: object) -> Ordered:
    return Ordered(action, tuple(path.split("/")) if path else (), unit, new=new, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("term", "wanted"),
    [
        ("Canal", '"Basket" means a basket of willow. "Canal" means X. "Depot"'),
        ("Yard", '"Route" means the canal. "Yard" means X. 2. CHARGES'),
        ("Ark", 'In this Agreement: "Ark" means X. "Basket"'),
    ],
)
def test_a_definition_finds_its_place_in_the_alphabet(term: str, wanted: str) -> None:
    copy = copy_of(CARRIAGE, ordered("insertion", "1", "definition", f'"{term}" means X.', term=term))
    assert said(copy) == ["applied"]
    assert wanted in text_of(copy)


def test_two_definitions_at_one_point_stand_in_order() -> None:
    copy = copy_of(
        CARRIAGE,
        ordered("insertion", "1", "definition", '"Coal" means coal.', term="Coal"),
        ordered("insertion", "1", "definition", '"Canal" means X.', term="Canal"),
    )
    assert '"Canal" means X. "Coal" means coal. "Depot"' in text_of(copy)


def test_a_definition_without_a_section_named_goes_to_the_list() -> None:
    copy = copy_of(CARRIAGE, ordered("insertion", "", "definition", '"Canal" means X.', term="Canal"))
    assert said(copy) == ["applied"]
    assert '     "Canal" means X.\n\n     "Depot"' in copy.copy.text.string


def test_a_definition_after_the_one_named() -> None:
    order = ordered(
        "insertion",
        "1",
        "definition",
        '"Wharf" means X.',
        term="Wharf",
        position="after",
        anchor='the definition of "Depot"',
    )
    assert '"Depot" means the depot at Wharf Street. "Wharf" means X. "Load"' in text_of(
        copy_of(CARRIAGE, order)
    )
    order = ordered(
        "insertion", "1", "definition", '"Wharf" means X.', term="Wharf", position="after", anchor="Hurdle"
    )
    assert said(copy_of(CARRIAGE, order)) == ["not-found"]


def test_a_definition_gives_way_or_goes() -> None:
    copy = copy_of(
        CARRIAGE, ordered("substitution", "1", "definition", '"Load" means ten Baskets.', term="LOAD")
    )
    assert '"Load" means ten Baskets. "Route"' in text_of(copy)
    copy = copy_of(CARRIAGE, ordered("repeal", "1", "definition", term="Load"))
    assert '"Depot" means the depot at Wharf Street. "Route" means' in text_of(copy)
    copy = copy_of(CARRIAGE, ordered("repeal", "1", "definition", term="Barge"))
    assert outcome(copy).note == 'there is no definition of "Barge"'


def test_a_term_that_is_defined_already_is_for_a_person() -> None:
    copy = copy_of(
        CARRIAGE, ordered("insertion", "1", "definition", '"Load" means ten Baskets.', term="Load")
    )
    assert said(copy) == ["ambiguous"]


def test_words_inside_a_definition() -> None:
    copy = copy_of(CARRIAGE, Ordered("substitution", ("1",), "words", "twenty", "thirty", term="Load"))
    assert '"Load" means thirty Baskets or more.' in text_of(copy)
    copy = copy_of(CARRIAGE, Ordered("substitution", ("1",), "words", "willow", "reed", term="Load"))
    assert said(copy) == ["not-found"]


def test_the_and_of_a_list_of_definitions_stays() -> None:
    base = CARRIAGE.replace('more.\n\n     "Route"', 'more; and\n\n     "Route"').replace(
        "Wharf Street.", "Wharf Street;", 1
    )
    copy = copy_of(base, ordered("substitution", "1", "definition", '"Load" means ten Baskets;', term="Load"))
    assert '"Load" means ten Baskets; and "Route"' in text_of(copy)


def test_a_row_is_found_by_its_first_cell() -> None:
    copy = copy_of(
        CARRIAGE,
        ordered(
            "substitution", "2.1", "row", "Hurdles                 $15.00        $1.50", anchor="Hurdles"
        ),
    )
    assert said(copy) == ["applied"]
    assert "Hurdles $15.00 $1.50 Withies" in text_of(copy)
    copy = copy_of(CARRIAGE, ordered("repeal", "2.1", "row", anchor="withies"))
    assert "Hurdles $12.00 $1.50 2.2" in text_of(copy)
    copy = copy_of(CARRIAGE, ordered("repeal", "2.1", "row", anchor="Coal"))
    assert said(copy) == ["not-found"]


def test_a_row_is_found_by_its_number_the_heading_not_counted() -> None:
    copy = copy_of(CARRIAGE, ordered("repeal", "2.1", "row", scope=("row", 1)))
    assert "Baskets $10.00" not in text_of(copy, "2.1")
    copy = copy_of(CARRIAGE, ordered("repeal", "2.1", "row", scope=("row", 9)))
    assert outcome(copy).note == "there is no ninth row in 2.1"


def test_a_row_is_put_in_under_another() -> None:
    row = "Coal                    $20.00        $3.00"
    copy = copy_of(CARRIAGE, ordered("insertion", "2.1", "row", row, anchor="Baskets", position="after"))
    assert f"     {row}\n     Hurdles" in copy.copy.text.string
    copy = copy_of(CARRIAGE, ordered("insertion", "2.1", "row", row, position="end"))
    assert f"$0.75\n     {row}\n\n2.2" in copy.copy.text.string
    copy = copy_of(CARRIAGE, ordered("insertion", "2.2", "row", row, position="end"))
    assert said(copy) == ["not-found"]


def test_words_in_a_row() -> None:
    copy = copy_of(CARRIAGE, Ordered("substitution", ("2.1",), "words", "$12.00", "$13.00", scope=("row", 2)))
    assert said(copy) == ["applied"]


def test_a_table_gives_way_with_its_heading() -> None:
    new = "Goods                   Per load      Per mile\n     Eels                    $30.00        $4.00"
    order = ordered("substitution", "2.1", "words", new, words="The table in Section 2.1 is replaced by")
    copy = copy_of(CARRIAGE, order)
    assert said(copy) == ["applied"]
    assert "Eels $30.00 $4.00 2.2" in text_of(copy)
    assert text_of(copy).count("Per load") == 1
    assert "Baskets $10.00" not in text_of(copy)


def test_a_line_of_a_list() -> None:
    copy = copy_of(CARRIAGE, ordered("repeal", "annex 1", "line", old="Lock Cottage", scope=("line", 2)))
    assert said(copy) == ["applied"]
    assert text_of(copy, "annex 1") == "ANNEX 1 PLACES Wharf Street Mill Pool"
    copy = copy_of(CARRIAGE, ordered("repeal", "annex 1", "line", old="Lock Cottage", scope=("line", 3)))
    assert outcome(copy).note == "it is line 2, not the third line"
    copy = copy_of(CARRIAGE, ordered("insertion", "annex 1", "line", "Weir Head", position="end"))
    assert text_of(copy, "annex 1").endswith("Mill Pool Weir Head")


def test_a_term_defined_in_running_text_is_replaced_with_its_sentence() -> None:
    copy = copy_of(
        CARRIAGE, ordered("insertion", "2.2", "definition", '"Mile" means 1,760 yards.', term="Mile")
    )
    assert said(copy) == ["applied"]
    assert '2.2 The places are listed in Annex 1. "Mile" means 1,760 yards.' in text_of(copy)


ITEMS = """CARRIAGE AGREEMENT

This Agreement is dated June 1, 2002 between Towpath Carriers Ltd. and Withy Basket Co.

1.  DEFINITIONS.  In this Agreement:

"Charges" means:

(a)  the toll; and

(b)  the wharfage.

"Route" means:

(a)  the canal; and

(b)  the cut.

"Stores" means (a) Wharf Street, and (b) any other store.

2.  TERM.  Two years.
"""


def test_an_item_is_sought_in_the_definition_that_the_order_names() -> None:
    copy = copy_of(ITEMS, ordered("substitution", "1/b", "provision", "(b)  the lock.", term="Route"))
    assert said(copy) == ["applied"]
    assert "the wharfage" in text_of(copy)
    assert "the cut" not in text_of(copy)
    assert "the lock" in text_of(copy)


def test_an_item_of_another_definition_is_not_taken_for_it() -> None:
    copy = copy_of(ITEMS, ordered("repeal", "1/a", "provision", term="Stores"))
    assert said(copy) == ["not-found"]
    assert "Wharf Street" in text_of(copy)
    assert "the canal" in text_of(copy)
