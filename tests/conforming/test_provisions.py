"""Sentences, provisions, headings and labels."""

from __future__ import annotations

import pytest

from tests.conforming.drafting import Ordered, copy_of, outcome, said, text_of

SUPPLY = """SUPPLY AGREEMENT

This Agreement is dated June 1, 2002 between Orrery Tools Inc. and Fellmonger Hides LLC.

1.  GOODS

1.1  The Seller shall sell hides.

1.2  The Seller shall grade the hides. The Buyer may test them. A test is
final.

1.3  [Reserved]

2.  PRICE

2.1  The price is $40.

2.2  The Buyer shall pay within thirty (30) days:

     (a)  by cheque; or

     (b)  by wire.

3.  TERM

3.1  The term is two years.

SCHEDULE 1

1.  Ox hides.

2.  Calf hides.

SCHEDULE 2

1.  Salt.
"""


ATTACHING = """AMENDMENT NO. 1

This Amendment is dated July 1, 2003 between Orrery Tools Inc. and Fellmonger Hides LLC.

1.  Schedule 3 in the form attached is added to the Agreement.

2.  The Agreement is otherwise unchanged.

ORRERY TOOLS INC.

By: ____________

SCHEDULE 3

1.  Lime.

2.  Bark.
"""


def ordered(action: str, path: str, unit: str, new: str | None = None, **more: object) -> Ordered:
    return Ordered(action, tuple(path.split("/")) if path else (), unit, new=new, **more)  # type: ignore[arg-type]


def paths(copy: object) -> list[tuple[str, ...]]:
    return [one.path for one in copy.copy.walk()]  # type: ignore[attr-defined]


def test_a_sentence_gives_way() -> None:
    copy = copy_of(
        SUPPLY,
        ordered("substitution", "1.2", "sentence", "The Buyer shall test them.", scope=("sentence", 2)),
    )
    assert said(copy) == ["applied"]
    assert (
        text_of(copy, "1.2")
        == "1.2 The Seller shall grade the hides. The Buyer shall test them. A test is final."
    )


def test_two_sentences_give_way_to_one() -> None:
    copy = copy_of(
        SUPPLY, ordered("substitution", "1.2", "sentence", "Hides are graded.", scope=("sentence", 1, 2))
    )
    assert text_of(copy, "1.2") == "1.2 Hides are graded. A test is final."


def test_the_last_sentence_is_struck_without_a_trace() -> None:
    copy = copy_of(SUPPLY, ordered("repeal", "1.2", "sentence", scope=("sentence", -1)))
    assert text_of(copy, "1.2") == "1.2 The Seller shall grade the hides. The Buyer may test them."


def test_sentences_apart_are_struck_but_not_replaced_as_one() -> None:
    copy = copy_of(SUPPLY, ordered("repeal", "1.2", "sentence", scope=("sentence", 1, 3)))
    assert text_of(copy, "1.2") == "1.2 The Buyer may test them."
    copy = copy_of(SUPPLY, ordered("substitution", "1.2", "sentence", "X.", scope=("sentence", 1, 3)))
    assert said(copy) == ["ambiguous"]


def test_a_sentence_that_is_not_there() -> None:
    copy = copy_of(SUPPLY, ordered("repeal", "1.2", "sentence", scope=("sentence", 4)))
    assert said(copy) == ["not-found"]
    assert outcome(copy).note == "there is no fourth sentence in 1.2"


def test_a_sentence_named_by_its_first_words() -> None:
    copy = copy_of(SUPPLY, ordered("repeal", "1.2", "sentence", old="The Buyer may"))
    assert text_of(copy, "1.2") == "1.2 The Seller shall grade the hides. A test is final."
    copy = copy_of(SUPPLY, ordered("repeal", "1", "sentence", old="The Seller shall"))
    assert said(copy) == ["ambiguous"]
    assert len(outcome(copy).candidates) == 2


def test_a_sentence_quoted_with_errors_but_placed_by_its_ordinal() -> None:
    order = ordered(
        "substitution",
        "1.2",
        "sentence",
        "The Buyer must test them.",
        old="The Buyer might test the hides.",
        scope=("sentence", 2),
    )
    copy = copy_of(SUPPLY, order)
    assert said(copy) in (["noted"], ["not-found"])
    order = ordered(
        "substitution",
        "1.2",
        "sentence",
        "Graded.",
        old="The Seller will grade the hides.",
        scope=("sentence", 1),
    )
    copy = copy_of(SUPPLY, order)
    assert said(copy) == ["noted"]
    assert 'quotes "will", the text has "shall"' in (outcome(copy).note or "")


def test_the_sentence_may_be_named_in_words_alone() -> None:
    order = ordered("repeal", "1.2", "sentence", words="The second sentence of Section 1.2 is deleted.")
    assert "may test" not in text_of(copy_of(SUPPLY, order), "1.2")
    assert said(copy_of(SUPPLY, ordered("repeal", "1.2", "sentence"))) == ["ambiguous"]


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ({"position": "end"}, "A test is final. It is free."),
        ({"position": "start"}, "1.2 It is free. The Seller"),
        ({"position": "after", "scope": ("sentence", 2)}, "test them. It is free. A test is final."),
        ({"position": "before", "scope": ("sentence", 3)}, "test them. It is free. A test is final."),
        ({"position": "after", "anchor": "may test"}, "test them. It is free. A test is final."),
    ],
)
def test_a_new_sentence_finds_its_place(more: dict[str, object], wanted: str) -> None:
    copy = copy_of(SUPPLY, ordered("insertion", "1.2", "sentence", "It is free.", **more))
    assert said(copy) == ["applied"]
    assert wanted in text_of(copy, "1.2")


def test_a_sentence_at_the_end_of_a_section_with_items_stands_behind_them() -> None:
    copy = copy_of(
        SUPPLY, ordered("insertion", "2.2", "sentence", "Late sums bear interest.", position="end")
    )
    assert text_of(copy).index("(b) by wire. Late sums bear interest.") > 0
    assert "\n\nLate sums" in copy.copy.text.string


def test_a_provision_gives_way_and_keeps_its_label() -> None:
    copy = copy_of(SUPPLY, ordered("substitution", "3.1", "provision", "The term is five years."))
    assert text_of(copy, "3.1") == "3.1 The term is five years."
    copy = copy_of(SUPPLY, ordered("substitution", "3.1", "provision", "3.1  The term is five years."))
    assert text_of(copy, "3.1") == "3.1 The term is five years."
    copy = copy_of(SUPPLY, ordered("substitution", "2.2/a", "provision", "2.2 (a) by letter of credit; or"))
    assert text_of(copy, "2.2", "a") == "(a) by letter of credit; or"


def test_new_text_with_a_wrong_label_takes_the_place_that_is_ordered() -> None:
    copy = copy_of(SUPPLY, ordered("substitution", "3.1", "provision", "3.4  The term is five years."))
    assert said(copy) == ["noted"]
    assert text_of(copy, "3.1") == "3.1 The term is five years."
    assert '"3.4"' in (outcome(copy).note or "")


def test_a_provision_whose_old_text_is_quoted() -> None:
    copy = copy_of(
        SUPPLY,
        ordered("substitution", "3.1", "provision", "The term is five years.", old="The term is two years."),
    )
    assert said(copy) == ["applied"]
    copy = copy_of(
        SUPPLY, ordered("substitution", "3.1", "provision", "It is five.", old="The term are two years.")
    )
    assert said(copy) == ["noted"]
    copy = copy_of(
        SUPPLY, ordered("substitution", "3.1", "provision", "It is five.", old="Nothing like it at all.")
    )
    assert said(copy) == ["not-found"]


def test_a_restatement_brings_its_own_paragraphs() -> None:
    new = "2.  PRICE\n\n     2.1  The price is $50.\n\n     2.2  The Buyer shall pay at once."
    copy = copy_of(SUPPLY, ordered("substitution", "2", "provision", new))
    assert text_of(copy, "2") == "2. PRICE 2.1 The price is $50. 2.2 The Buyer shall pay at once."
    assert "\n2.1  The price is $50." in copy.copy.text.string


def test_a_label_that_stands_elsewhere_and_speaks_of_the_matter_is_for_a_person() -> None:
    base = SUPPLY.replace("1.  Salt.", "1.1  The salt is coarse and washed.").replace(
        "1.1  The Seller shall sell", "1.1  The Seller shall deliver"
    )
    copy = copy_of(
        base, ordered("substitution", "1.1", "provision", "1.1 The salt is coarse, washed and dried.")
    )
    assert said(copy) == ["ambiguous"]
    assert {candidate.path for candidate in outcome(copy).candidates} == {("1.1",), ("schedule 2", "1.1")}


def test_a_provision_is_repealed_and_the_others_keep_their_labels() -> None:
    copy = copy_of(SUPPLY, ordered("repeal", "1.2", "provision"))
    assert said(copy) == ["applied"]
    assert text_of(copy, "1") == "1. GOODS 1.1 The Seller shall sell hides. 1.3 [Reserved]"
    assert "hides.\n\n1.3" in copy.copy.text.string


@pytest.mark.parametrize(
    ("path", "new", "wanted"),
    [
        ("2.3", "2.3  Prices are firm.", "1. GOODS 1.1"),
        ("3.2", "3.2  It renews.", "3. TERM 3.1 The term is two years. 3.2 It renews."),
        ("2.1a", "2.1A  The price is fixed.", "2.1 The price is $40. 2.1A The price is fixed. 2.2 The Buyer"),
        ("2.2/c", "(c)  by draft.", "(b) by wire. (c) by draft."),
        ("4", "4.  LAW.  Ohio law governs.", "4. LAW. Ohio law governs."),
        ("schedule 1/3", "3.  Goat hides.", "2. Calf hides. 3. Goat hides."),
        ("schedule 1a", "SCHEDULE 1A\n\n1.  Sheep.", "2. Calf hides. SCHEDULE 1A 1. Sheep. SCHEDULE 2"),
        ("schedule 3", "SCHEDULE 3\n\n1.  Lime.", "SCHEDULE 2 1. Salt. SCHEDULE 3 1. Lime."),
        ("2.3", "Prices are firm.", "2.3 Prices are firm. 3. TERM"),
    ],
)
def test_a_new_provision_follows_its_predecessor(path: str, new: str, wanted: str) -> None:
    copy = copy_of(SUPPLY, ordered("insertion", path, "provision", new))
    assert said(copy) == ["applied"], outcome(copy).note
    assert wanted in text_of(copy)
    assert tuple(path.split("/")) in paths(copy)


def test_a_new_provision_is_laid_out_like_its_siblings() -> None:
    copy = copy_of(
        SUPPLY,
        ordered("insertion", "2.2/c", "provision", "(c)  by draft that\n          is payable at sight."),
    )
    assert "     (b)  by wire.\n\n     (c)  by draft that\n" in copy.copy.text.string


def test_a_label_held_open_is_filled_and_one_that_is_taken_is_for_a_person() -> None:
    copy = copy_of(SUPPLY, ordered("insertion", "1.3", "provision", "1.3  Hides are salted."))
    assert said(copy) == ["noted"]
    assert text_of(copy, "1.3") == "1.3 Hides are salted."
    copy = copy_of(SUPPLY, ordered("insertion", "1.2", "provision", "1.2  Hides are salted."))
    assert said(copy) == ["ambiguous"]
    assert outcome(copy).note == "there is a 1.2 already"


def test_a_provision_after_the_one_that_is_named() -> None:
    copy = copy_of(
        SUPPLY,
        ordered(
            "insertion", "2.2a", "provision", "2.2A  Sums are net.", position="after", anchor="Section 2.2"
        ),
    )
    assert "(b) by wire. 2.2A Sums are net. 3. TERM" in text_of(copy)


def test_a_heading_gives_way() -> None:
    copy = copy_of(SUPPLY, ordered("substitution", "2", "heading", "PRICE AND PAYMENT", old="PRICE"))
    assert text_of(copy, "2").startswith("2. PRICE AND PAYMENT 2.1")
    copy = copy_of(SUPPLY, ordered("substitution", "2", "heading", "PAYMENT", old="WARRANTY"))
    assert said(copy) == ["not-found"]
    copy = copy_of(SUPPLY, ordered("substitution", "2.1", "heading", "PAYMENT"))
    assert outcome(copy).note == "2.1 has no heading"


def test_labels_change_as_ordered_and_what_stands_below_does_not() -> None:
    copy = copy_of(
        SUPPLY,
        ordered("renumbering", "3", "provision", "4", old="3"),
        ordered("insertion", "3", "provision", "3.  RISK.  Risk passes on delivery."),
    )
    assert said(copy) == ["applied", "applied"]
    assert "(b) by wire. 3. RISK. Risk passes on delivery. 4. TERM 3.1 The term is two years." in text_of(
        copy
    )


def test_letters_move_up_and_a_new_one_stands_behind_them() -> None:
    base = SUPPLY.replace("     (b)  by wire.", "     (b)  by wire; or\n\n     (c)  by draft.")
    copy = copy_of(
        base,
        ordered("repeal", "2.2/a", "provision"),
        ordered("renumbering", "2.2/b", "provision", "(a)", old="(b)"),
        ordered("renumbering", "2.2/c", "provision", "(b)", old="(c)"),
        ordered("insertion", "2.2/c", "provision", "(c)  in coin."),
    )
    assert said(copy) == ["applied"] * 4
    assert "(30) days: (a) by wire; or (b) by draft. (c) in coin." in text_of(copy)


def test_a_target_named_by_its_new_number_is_found_after_the_renumbering() -> None:
    copy = copy_of(
        SUPPLY,
        ordered("renumbering", "2.2", "provision", "2.3", old="2.2"),
        Ordered("substitution", ("2.3",), "words", "thirty (30) days", "ten (10) days"),
    )
    assert said(copy) == ["applied", "applied"]
    assert text_of(copy, "2.3").startswith("2.3 The Buyer shall pay within ten (10) days:")


def test_words_of_what_the_same_paper_puts_in_are_looked_for_last() -> None:
    copy = copy_of(
        SUPPLY,
        ordered("insertion", "4", "provision", "4.  LAW.  Ohio law governs."),
        Ordered("substitution", ("4",), "words", "Ohio", "Utah"),
    )
    assert said(copy) == ["applied", "applied"]
    assert text_of(copy, "4") == "4. LAW. Utah law governs."


def test_a_new_exhibit_is_taken_from_where_the_paper_attaches_it() -> None:
    from conformed.conforming import conform
    from conformed.model.instruction import Amendment, Amends, Effectiveness, Instruction, Target
    from tests.conforming.drafting import agreement

    paper = agreement(
        ATTACHING,
        id="a1",
    )
    order = Instruction("1", "insertion", Target(("schedule 3",), "provision"), None, None, 20, 60)
    copy = conform(agreement(SUPPLY), [Amendment(paper, Amends(), Effectiveness(), (order,))])
    assert said(copy) == ["applied"]
    assert text_of(copy, "schedule 3") == "SCHEDULE 3 1. Lime. 2. Bark."


@pytest.mark.parametrize("unit", ["words", "provision"])
def test_a_labelled_item_at_the_end_of_a_schedule_is_a_provision_of_its_own(unit: str) -> None:
    copy = copy_of(SUPPLY, ordered("insertion", "schedule 1", unit, "3.  Goat hides.", position="end"))
    assert said(copy) == ["applied"]
    assert "\n\n2.  Calf hides.\n\n3.  Goat hides.\n\nSCHEDULE 2" in copy.copy.text.string


def test_a_paragraph_at_the_end_of_a_section() -> None:
    copy = copy_of(
        SUPPLY, ordered("insertion", "3", "provision", "The Buyer may end it at any time.", position="end")
    )
    assert text_of(copy, "3") == "3. TERM 3.1 The term is two years. The Buyer may end it at any time."
    assert "\n\nThe Buyer may end it" in copy.copy.text.string


def test_a_provision_named_by_its_heading_alone() -> None:
    base = "LEASE\n\n1. Term. The term is two years.\n\n2. Rent. The rent is $100.\n\n3. Deposit. The deposit is $100."
    copy = copy_of(
        base,
        Ordered("substitution", ("“rent”",), "words", old="$100", new="$120"),
        Ordered("repeal", ("“insurance”",), "provision"),
    )
    assert said(copy) == ["noted", "not-found"]
    assert text_of(copy, "2") == "2. Rent. The rent is $120."
    assert text_of(copy, "3") == "3. Deposit. The deposit is $100."


def test_two_provisions_of_one_heading_are_left_to_a_person() -> None:
    base = "LEASE\n\n1. Rent. The rent is $100.\n\n2. Rent. The rent of the garage is $100."
    copy = copy_of(base, Ordered("substitution", ("“rent”",), "words", old="$100", new="$120"))
    assert said(copy) == ["ambiguous"]


def test_a_bare_number_of_new_text_stands_for_the_bare_number_it_replaces() -> None:
    base = "LEASE\n\n1. Fees. As in Schedule 1.\n\n2. Term. It is long.\n\nSCHEDULE 1\n\n1 Two boards\n\n2 Three seats\n\n3 A page"
    copy = copy_of(base, Ordered("substitution", ("schedule 1", "2"), "provision", new="2 Four seats"))
    assert text_of(copy, "schedule 1", "2") == "2 Four seats"
