"""Numbering: a label is what continues a sequence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.structure import collapsed
from tests.structure.papers import at, paper, paths

STYLES = {
    "numbers": ("1. Term. It ends.\n\n2. Rent. It is due.\n\n3. End.", ["1", "2", "3"]),
    "decimals": (
        "1. TERM\n\n1.1 It ends.\n\n1.2 It lasts.\n\n2. RENT\n\n2.1 It is due.",
        ["1", "1.1", "1.2", "2", "2.1"],
    ),
    "three deep": (
        "3. Orders\n\n3.1 Local\n\n3.1.1 By fax.\n\n3.1.2 By mail.\n\n3.2 Other.",
        ["3", "3.1", "3.1.1", "3.1.2", "3.2"],
    ),
    "articles": (
        "ARTICLE I. TERMS\n\nSection 1.01. Rent. It is due.\n\nSection 1.02. Term.\n\nARTICLE II. END\n\nSection 2.01. End.",
        ["article i", "1.01", "1.02", "article ii", "2.01"],
    ),
    "articles in words": (
        "ARTICLE ONE\nTERMS\n\n1.1 It ends.\n\nARTICLE TWO\nEND\n\n2.1 It lasts.",
        ["article 1", "1.1", "article 2", "2.1"],
    ),
    "lettered articles": (
        "ARTICLE A -- FORM\n\nA.1 Name. It is set.\n\nA.2 Seat.\n\nARTICLE B -- END\n\nB.1 End:\n\n(i) one; and\n\n(ii) two.",
        ["article a", "a.1", "a.2", "article b", "b.1", "b.1/i", "b.1/ii"],
    ),
    "government form": (
        "SECTION B - PRICES\n\nB.1  The items.\n\nB.2  Firm.\n\nSECTION C - WORK\n\nC.1  Marks:\n\n     a.  one;\n\n     b.  two.",
        ["b", "b.1", "b.2", "c", "c.1", "c.1/a", "c.1/b"],
    ),
    "policy parts": (
        "PART I -- TERMS\n\nA. Data means all.\nB. Day means one.\n\nPART II -- WORK\n\nA. Run. It runs.\nB. Rest.\n1. At noon.\n2. At night.\n"
        "C. End.",
        [
            "part i",
            "part i/a",
            "part i/b",
            "part ii",
            "part ii/a",
            "part ii/b",
            "part ii/b/1",
            "part ii/b/2",
            "part ii/c",
        ],
    ),
    "number and letter": (
        "1.  TERMS\n\n1.A.  One.\n\n1.B.  Two.\n\n1.C.  Three.\n\n2.  GRANT\n\n2.1  It.",
        ["1", "1/a", "1/b", "1/c", "2", "2.1"],
    ),
    "inserted": ("2.1 One.\n\n2.2 Two.\n\n2.2A Between.\n\n2.3 Three.", ["2.1", "2.2", "2.2a", "2.3"]),
    "inserted number": ("4. One. A.\n\n5. Two. B.\n\n5A. Between. C.\n\n6. Three. D.", ["4", "5", "5a", "6"]),
    "brackets": (
        "1. One:\n\n(a) a:\n\n(i) b;\n\n(ii) c:\n\n(A) d;\n\n(B) e;\n\n(b) f.\n\n2. Two.",
        ["1", "1/a", "1/a/i", "1/a/ii", "1/a/ii/a", "1/a/ii/b", "1/b", "2"],
    ),
    "ordinals in words": (
        "FIRST: Strike it.\n\nSECOND: Add:\n\n   A.  Words.\n\nTHIRD: The rest stays.",
        ["first", "second", "second/a", "third"],
    ),
    "behind a heading": (
        "1.1 Rate. (a) It is set.\n\n(b) It is due.\n\n1.2 Fee. (a) One.\n\n(b) Two.",
        ["1.1", "1.1/a", "1.1/b", "1.2", "1.2/a", "1.2/b"],
    ),
    "behind a label in words": (
        "ARTICLE 15 - PAY\n\nSection 1. It is due.\n\nSection 2. (a) One.\n\n(b) Two.",
        ["article 15", "article 15/1", "article 15/2", "article 15/2/a", "article 15/2/b"],
    ),
    "sections left out": (
        "2. Work\n\n2.1 It is done:\n\n2.1.1 with care; and\n\n2.1.2 at noon.\n\n11. Liability\n\n11.1 It is limited.",
        ["2", "2.1", "2.1.1", "2.1.2", "11", "11.1"],
    ),
    "counted by tens": (
        "ITEM 10.  TERM\n\nIt ends.\n\nITEM 20.  RATES\n\n(a)  One.\n\n(b)  Two.\n\nITEM 40.  END\n\nSo.",
        ["10", "20", "20/a", "20/b", "40"],
    ),
    "new words set in": (
        "1.  The heading is amended to read:\n\n          2.  LEASE.  It is read.\n\n2.  Section 3 is deleted.\n\n3.  It stays.",
        ["1", "2", "3"],
    ),
    "one label behind another": ("1. (a) One.\n\n(b) Two.\n\n2. (a) Three.", ["1", "1/a", "1/b", "2", "2/a"]),
    "sections of articles": (
        "ARTICLE I\nTERMS\n\nSection 1. One.\n\nSection 2. Two.\n\nARTICLE II\nEND\n\nSection 1. Three.",
        ["article i", "article i/1", "article i/2", "article ii", "article ii/1"],
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_every_style_of_numbering(style: str) -> None:
    text, want = STYLES[style]
    if style.startswith("inserted number"):
        text = "1. Aye. B.\n\n2. Be. D.\n\n3. See. F.\n\n" + text
        want = ["1", "2", "3", *want]
    assert paths(paper(text)) == want


def test_i_after_h_is_a_letter_and_after_a_a_numeral() -> None:
    letters = "".join(f"({letter}) words;\n\n" for letter in "abcdefghij")
    assert paths(paper(f"1. All:\n\n{letters}2. End."))[-4:] == ["1/h", "1/i", "1/j", "2"]
    assert paths(paper("1. All:\n\n(a) of:\n\n(i) one;\n\n(ii) two;\n\n(b) more.\n\n2. End.")) == [
        "1",
        "1/a",
        "1/a/i",
        "1/a/ii",
        "1/b",
        "2",
    ]


def test_i_after_h_is_a_numeral_where_ii_follows() -> None:
    letters = "".join(f"({letter}) words;\n\n" for letter in "abcdefgh")
    assert paths(paper(f"1. All:\n\n{letters}(i) one;\n\n(ii) two;\n\n2. End."))[-4:] == [
        "1/h",
        "1/h/i",
        "1/h/ii",
        "2",
    ]


def test_a_repeated_label_is_kept_and_noted() -> None:
    document = paper(
        "2. Changes:\n\n   (b) one.\n\n".replace("(b)", "(a)")
        + "   (b) two.\n\n   (b) three.\n\n   (c) four.\n\n3. End."
    )
    assert paths(document) == ["2", "2/a", "2/b", "2/b", "2/c", "3"]
    assert [problem.code for problem in document.findings] == ["label-repeated"]
    assert document.findings[0].line == 7


def test_a_skipped_label_is_kept_and_noted() -> None:
    document = paper("1. One. A.\n\n2. Two. B.\n\n4. Four. C.\n\n5. Five. D.")
    assert paths(document) == ["1", "2", "4", "5"]
    assert [problem.code for problem in document.findings] == ["label-skipped"]


@pytest.mark.parametrize(
    "line",
    [
        "Section 2.1 of the Lease is amended.",
        "SECTION 3 C. is hereby amended.",
        "Exhibit A is hereby deleted.",
        "Part 4(f)(ii) of the Schedule is deleted.",
        "3.5 percent of the fee.",
        "1 October 2004 is the day.",
    ],
)
def test_a_line_that_begins_with_a_citation_is_text(line: str) -> None:
    assert paths(paper(f"1. One. A.\n\n{line}\n\n2. Two. B.")) == ["1", "2"]


def test_what_is_quoted_over_several_paragraphs_is_not_the_paper_s_own() -> None:
    text = 'FIRST AMENDMENT\n\n1. Section 5 is replaced by:\n\n"5. Rent. It is due.\n\n6. Term. It ends.\n\n(a) It lasts."\n\n2. Other terms stay.'
    assert paths(paper(text)) == ["1", "2"]


def test_a_quotation_that_was_never_closed_hides_no_section() -> None:
    text = 'AMENDMENT\n\nSection 1. Strike "ten days and insert\n"fifteen days.\n\nSection 2. Retitle it "INDEMNITY".\n\nSection 3. End.'
    assert paths(paper(text)) == ["1", "2", "3"]


def test_labels_in_lines_that_lost_their_breaks() -> None:
    words = (
        "The Supplier shall supply the goods to the Customer at the agreed place and in the agreed quantity on each day of the term. "
        * 2
    )
    text = f"SUPPLY AGREEMENT\n\nThe parties agree as follows: 1. SUPPLY\n\n(a) {words}\n\n(b) {words} 2. PRICE\n\n(a) {words}\n\n(b) {words}"
    assert paths(paper(text)) == ["1", "1/a", "1/b", "2", "2/a", "2/b"]


def test_a_whole_paper_in_one_line() -> None:
    words = "The Supplier shall supply the goods to the Customer at the agreed place. " * 12
    text = f"The parties agree as follows: 1. Supply. {words} 2. Price. {words} 3. End. {words}"
    assert paths(paper(text)) == ["1", "2", "3"]


def test_an_attachment_in_the_middle_breaks_no_numbering() -> None:
    text = "AMENDMENT\n\n1. One. A.\n\n2. The following is attached as Schedule A-1:\n\nSchedule A-1 ([***])\n\n[***]\n\n3. Three. C.\n\n4. Four. D."
    assert paths(paper(text)) == ["1", "2", "schedule a-1", "3", "4"]


def test_a_table_of_contents_is_no_outline() -> None:
    contents = "LEASE\n\nTABLE OF CONTENTS\n\n1. Term ........ 1\n2. Rent ........ 2\n\n"
    assert paths(paper(contents + "1. Term. It ends.\n\n2. Rent. It is due.")) == ["1", "2"]


def test_a_table_of_contents_without_dots() -> None:
    contents = "LEASE\n\nTABLE OF CONTENTS\n\n1. Term 1\n\n2. Rent 2\n\n3. End 3\n\n"
    document = paper(contents + "1. Term. It ends.\n\n2. Rent. It is due.\n\n3. End. So.")
    assert paths(document) == ["1", "2", "3"]
    assert at(document, "1").heading == "Term"


def test_lettered_recitals_that_no_word_announces() -> None:
    text = "LEASE\n\nA. the Owner owns a barge; and\n\nB. the Tenant wants it;\n\n1. TERM\n\nIt ends.\n\n2. RENT\n\nIt is due."
    assert paths(paper(text))[-2:] == ["1", "2"]


def test_a_provision_reaches_to_the_next_of_its_rank() -> None:
    document = paper("1. Term. It ends:\n\n(a) now; or\n\n(b) then.\n\n2. Rent. It is due.")
    one = at(document, "1")
    assert collapsed(document, one.start, one.end) == "1. Term. It ends: (a) now; or (b) then."
    assert [child.path for child in one.children] == [("1", "a"), ("1", "b")]
    assert collapsed(document, one.children[1].start, one.children[1].end) == "(b) then."


_LINES = st.lists(
    st.sampled_from(
        [
            "1. One.",
            "2. Two.",
            "1.1 Sub.",
            "1.2 Sub.",
            "(a) item;",
            "(b) item;",
            "(i) point",
            "(ii) point",
            "(A) sub",
            "ARTICLE I",
            "ARTICLE II",
            "Section 1.01 Rent.",
            "EXHIBIT A",
            "SCHEDULE 1",
            "APPENDIX A TO SCHEDULE 1",
            "words only",
            '"quoted',
            'closed"',
            "WHEREAS, so;",
            "NOW, THEREFORE, they agree:",
            "IN WITNESS WHEREOF, they sign.",
            "By: ______",
            "This Agreement is made between A Inc. and B Inc.",
            "[***]",
            "",
            "     (c) deep",
            "| a | b |",
        ]
    ),
    max_size=30,
)


@given(_LINES, st.sampled_from(["\n", "\n\n"]))
def test_provisions_nest_and_never_overlap(lines: list[str], gap: str) -> None:
    document = paper("A title.\n\n" + gap.join(lines))
    text = document.text.string
    for provision in document.walk():
        assert (
            0
            <= provision.start
            <= provision.label_start
            <= provision.label_end
            <= provision.body
            <= provision.end
            <= len(text)
        )
        assert provision.heading_start <= provision.heading_end <= provision.end
        assert text[provision.start : provision.end].strip() == text[provision.start : provision.end]
        at = provision.start
        for child in provision.children:
            assert at <= child.start
            at = child.end
        assert at <= provision.end or not provision.children
