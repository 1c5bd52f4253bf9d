"""Words struck, replaced and put in."""

from __future__ import annotations

import pytest

from tests.conforming.drafting import Ordered, copy_of, outcome, said, text_of

LEASE = """LEASE AGREEMENT

This Lease is dated May 1, 2001 between Hartnell Mills Ltd. and Quay Looms Ltd.

1.  RENT.  The Tenant shall pay a rent of $900 on the first day of each month.
Rent that is late for ten (10) days bears interest. Interest is due at once.

2.  REPAIR.  The Tenant shall keep the looms in repair. The Landlord shall
inspect the looms in each of the months of May and October, and shall give ten
(10) days' notice. The Landlord shall keep the roof in repair.

3.  USE.  The Tenant may:

    (a) weave cloth;

    (b) dye cloth; or

    (c) store cloth.

4.  NOTICES.  Notices to the Landlord: 4 Mill Lane, Dunmore. Notices to the
Tenant: 19 Quay Road, Dunmore.
"""


def substitution(path: str, old: str | None, new: str, **more: object) -> Ordered:
    return Ordered("substitution", tuple(path.split("/")) if path else (), "words", old, new, **more)  # type: ignore[arg-type]


def test_words_give_way_to_words() -> None:
    copy = copy_of(LEASE, substitution("1", "$900", "$1,100"))
    assert said(copy) == ["applied"]
    assert "a rent of $1,100 on the first day" in text_of(copy, "1")


def test_words_that_are_broken_over_two_lines_are_found() -> None:
    copy = copy_of(LEASE, substitution("2", "ten (10) days'", "twenty (20) days'"))
    assert "shall give twenty (20) days' notice" in text_of(copy, "2")


def test_words_match_whole_words_only() -> None:
    copy = copy_of(LEASE, substitution("3/b", "or", "and"))
    assert text_of(copy, "3", "b") == "(b) dye cloth; and"
    copy = copy_of(LEASE, substitution("1", "90", "80"))
    assert said(copy) == ["not-found"]


def test_words_that_stand_twice_are_for_a_person() -> None:
    copy = copy_of(LEASE, substitution("2", "in repair", "in good repair"))
    assert said(copy) == ["ambiguous"]
    assert [candidate.path for candidate in outcome(copy).candidates] == [("2",), ("2",)]
    assert text_of(copy) == text_of(copy.states[0].copy)


def test_an_ordinal_tells_two_places_apart() -> None:
    copy = copy_of(LEASE, substitution("2", "in repair", "in good repair", scope=("sentence", -1)))
    assert said(copy) == ["applied"]
    assert "keep the roof in good repair." in text_of(copy, "2")
    assert "keep the looms in repair." in text_of(copy, "2")


def test_words_decide_and_a_wrong_ordinal_is_noted() -> None:
    copy = copy_of(LEASE, substitution("2", "May and October", "June", scope=("sentence", 1)))
    assert said(copy) == ["noted"]
    assert outcome(copy).note == "the words stand in sentence 2, not in the first sentence"


def test_a_line_is_counted_in_the_paper_that_holds_it() -> None:
    copy = copy_of(LEASE, substitution("2", "in repair", "in order", scope=("line", 3)))
    assert said(copy) == ["applied"]
    assert "keep the roof in order." in text_of(copy, "2")
    copy = copy_of(LEASE, substitution("2", "May and October", "June", scope=("line", 3)))
    assert outcome(copy).note == "the words stand in line 2, not in the third line"
    copy = copy_of(LEASE, substitution("2", "in repair", "in order", scope=("line", 2)))
    assert said(copy) == ["ambiguous"]
    assert "in lines 1, 3" in (outcome(copy).note or "")


def test_all_means_every_occurrence_and_no_part_of_a_word() -> None:
    copy = copy_of(
        LEASE, substitution("", "Tenant", "Lessee", occurrence="all", words='Each "Tenant" becomes')
    )
    assert said(copy) == ["applied"]
    assert "Tenant" not in text_of(copy)
    assert text_of(copy).count("Lessee") == text_of(copy.states[0].copy).count("Tenant")


def test_all_in_the_sentences_named_and_in_no_other() -> None:
    copy = copy_of(LEASE, substitution("2", "looms", "machines", occurrence="all", scope=("sentence", 1, 2)))
    assert text_of(copy, "2").count("machines") == 2
    copy = copy_of(LEASE, substitution("2", "looms", "machines", occurrence="all", scope=("sentence", 1, 3)))
    assert said(copy) == ["noted"]
    assert text_of(copy, "2").count("machines") == 1


def test_all_in_other_letters_is_left_and_noted() -> None:
    copy = copy_of(LEASE, substitution("1", "Rent", "Charge", occurrence="all"))
    assert "Charge that is late" in text_of(copy, "1")
    assert outcome(copy).note == '2 more in other letters ("RENT") left as printed'


def test_words_that_the_paper_does_not_quote_change_only_where_it_names() -> None:
    order = substitution(
        "",
        "cloth",
        "felt",
        occurrence="all",
        words="All references to the goods, including in Sections 3 and 4, change.",
        quoted=False,
    )
    copy = copy_of(
        LEASE.replace("19 Quay", "cloth 19 Quay").replace("The Landlord shall\n", "Cloth. The cloth shall\n"),
        order,
    )
    assert said(copy) == ["noted"]
    assert "(a) weave felt;" in text_of(copy, "3")
    assert "The cloth shall" in text_of(copy, "2")


@pytest.mark.parametrize(
    ("quoted", "status"),
    [
        ("the Tenant Shall pay a rent", "noted"),
        ("The Tenant shall pay a-rent", "noted"),
        ("The Tenent shall pay a rent of", "noted"),
        ("The Landlord shall pay a rent of", "not-found"),
        ("late for eleven (10) days bears interest", "not-found"),
        ("late for ten (12) days bears interest", "not-found"),
    ],
)
def test_typing_errors_are_noted_and_other_words_are_not_found(quoted: str, status: str) -> None:
    copy = copy_of(LEASE, substitution("1", quoted, "X"))
    assert said(copy) == [status]
    assert outcome(copy).note


def test_what_is_not_found_shows_the_nearest_words() -> None:
    copy = copy_of(LEASE, substitution("1", "Rent that is late for eleven (11) days", "X"))
    assert said(copy) == ["not-found"]
    assert "Rent that is late for ten (10) days" in outcome(copy).candidates[0].text


def test_a_provision_that_is_not_there_is_not_found() -> None:
    copy = copy_of(LEASE, substitution("9", "rent", "charge"))
    assert said(copy) == ["not-found"]
    assert outcome(copy).note == "there is no 9"


def test_a_word_struck_leaves_no_gap() -> None:
    copy = copy_of(LEASE, Ordered("repeal", ("3", "b"), "words", "or"))
    assert text_of(copy, "3", "b") == "(b) dye cloth;"
    copy = copy_of(LEASE, Ordered("repeal", ("1",), "words", "on the first day"))
    assert "a rent of $900 of each month" in text_of(copy, "1")


def test_a_word_at_the_end_is_the_last_one() -> None:
    base = LEASE.replace("(b) dye cloth; or", "(b) dye or bleach cloth; or")
    copy = copy_of(
        base, Ordered("repeal", ("3", "b"), "words", "or", words='striking the word "or" at the end')
    )
    assert text_of(copy, "3", "b") == "(b) dye or bleach cloth;"


def test_the_closing_mark_that_is_named_gives_way() -> None:
    copy = copy_of(LEASE, substitution("3/c", None, "; and"))
    assert text_of(copy, "3", "c") == "(c) store cloth; and"


@pytest.mark.parametrize(
    ("position", "anchor", "new", "wanted"),
    [
        (
            "after",
            "first day",
            "(or the next business day)",
            "on the first day (or the next business day) of each month",
        ),
        ("after", "$900", ", free of tax,", "rent of $900, free of tax, on the"),
        ("before", "rent of", "monthly", "shall pay a monthly rent of $900"),
        ("end", None, "without notice", "Interest is due at once without notice."),
        ("end", None, "and is compounded.", "Interest is due at once and is compounded."),
    ],
)
def test_words_are_put_in_with_their_blanks(position: str, anchor: str | None, new: str, wanted: str) -> None:
    copy = copy_of(LEASE, Ordered("insertion", ("1",), "words", None, new, position=position, anchor=anchor))
    assert said(copy) == ["applied"]
    assert wanted in text_of(copy, "1")


def test_words_at_the_end_of_a_sentence_stand_before_its_point() -> None:
    copy = copy_of(
        LEASE,
        Ordered(
            "insertion",
            ("2",),
            "words",
            None,
            "; provided that none is due in 2002",
            position="end",
            scope=("sentence", 1),
        ),
    )
    assert "keep the looms in repair; provided that none is due in 2002. The Landlord" in text_of(copy, "2")


def test_words_between_two_quoted_anchors_find_the_one_place() -> None:
    order = Ordered(
        "insertion", ("2",), "words", None, "wooden", position="after", anchor="the",
        words='inserting "wooden" between "the" and "looms in repair"',
    )  # fmt: skip
    copy = copy_of(LEASE, order)
    assert said(copy) == ["applied"]
    assert "keep the wooden looms in repair" in text_of(copy, "2")


def test_an_address_is_changed_for_the_party_named() -> None:
    order = substitution(
        "4", None, "7 Weir Street, Dunmore", words="The address of the Tenant in Section 4 is changed to"
    )
    copy = copy_of(LEASE, order)
    assert said(copy) == ["applied"]
    assert text_of(copy, "4").endswith(
        "Notices to the Landlord: 4 Mill Lane, Dunmore. Notices to the Tenant: 7 Weir Street, Dunmore."
    )
    order = substitution("4", None, "7 Weir Street, Dunmore", words="The address in Section 4 is changed to")
    assert said(copy_of(LEASE, order)) == ["ambiguous"]


def test_words_that_are_neither_quoted_nor_named_are_for_a_person() -> None:
    copy = copy_of(LEASE, substitution("1", None, "something else entirely"))
    assert said(copy) == ["ambiguous"]
    assert outcome(copy).note == "the instruction does not quote the words to be changed"


def test_an_insertion_without_a_place_is_for_a_person() -> None:
    copy = copy_of(LEASE, Ordered("insertion", ("1",), "words", None, "monthly"))
    assert said(copy) == ["ambiguous"]


def test_a_renamed_term_changes_where_it_is_defined() -> None:
    base = LEASE.replace("a rent of $900", 'a rent of $900 (the "Base Rent")').replace(
        "Rent that", "Base Rent that"
    )
    order = substitution(
        "1",
        "Base Rent",
        "Minimum Rent",
        words='the term "Base Rent" as defined therein is now referred to as "Minimum Rent"',
    )
    copy = copy_of(base, order)
    assert said(copy) == ["noted"]
    assert '(the "Minimum Rent")' in text_of(copy, "1")
    assert "Base Rent that is late" in text_of(copy, "1")


def test_a_paragraph_that_is_named_goes_or_gives_way() -> None:
    base = LEASE.replace("REPAIR.  The", "REPAIR.\n\n    The").replace(
        "\nThe Landlord shall\n", "\n\n    The Landlord shall\n"
    )
    base = base.replace(
        "in repair. The Landlord shall\ninspect", "in repair.\n\n    The Landlord shall inspect"
    )
    copy = copy_of(base, Ordered("repeal", ("2",), "words", scope=("paragraph", 1)))
    assert text_of(copy, "2").startswith("2. REPAIR. The Landlord shall inspect")
    copy = copy_of(
        base, Ordered("substitution", ("2",), "words", None, "Nobody repairs.", scope=("paragraph", 1))
    )
    assert text_of(copy, "2").startswith("2. REPAIR. Nobody repairs. The Landlord")
    copy = copy_of(base, Ordered("repeal", ("2",), "words", scope=("paragraph", 7)))
    assert outcome(copy).note == "there is no seventh paragraph in 2"
    copy = copy_of(base, Ordered("substitution", ("2",), "words", None, "; and", scope=("paragraph", 1)))
    assert "keep the looms in repair; and The Landlord" in text_of(copy, "2")
    copy = copy_of(
        base, Ordered("substitution", ("2",), "words", None, "Nobody repairs.", scope=("paragraph", 1, 2))
    )
    assert said(copy) == ["ambiguous"]


def test_words_in_the_last_sentence_of_a_paragraph() -> None:
    base = LEASE.replace("The Landlord shall\ninspect", "\n\n    The Landlord shall inspect")
    order = substitution("2", "in repair", "in order", scope=("sentence", -1), within=("paragraph", 1))
    assert "keep the looms in order. The Landlord" in text_of(copy_of(base, order), "2")


def test_words_beside_an_anchor_in_their_line() -> None:
    base = LEASE.replace("4 Mill Lane, Dunmore. Notices", "4 Mill Lane, Dunmore.\nNotices")
    copy = copy_of(base, substitution("4", "Dunmore", "Ardmore", anchor="19 Quay Road"))
    assert said(copy) == ["applied"]
    assert text_of(copy, "4").endswith("4 Mill Lane, Dunmore. Notices to the Tenant: 19 Quay Road, Ardmore.")


@pytest.mark.parametrize(
    ("quoted", "new", "wanted"),
    [
        ("$900", "$950.", "a rent of $950 on the first"),
        ("on the first day,", "on the last day,", "$900 on the last day of each month"),
        ("bears interest", "is forfeit.", "(10) days is forfeit. Interest"),
    ],
)
def test_a_mark_inside_the_quotation_may_be_the_papers_own(quoted: str, new: str, wanted: str) -> None:
    assert wanted in text_of(copy_of(LEASE, substitution("1", quoted, new)), "1")
