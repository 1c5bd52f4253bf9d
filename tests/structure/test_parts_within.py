"""Headings, definitions, redactions, signatures, references, dates."""

from __future__ import annotations

import datetime as dt

import pytest

from conformed.model.document import Document
from tests.structure.papers import at, paper


def headings(text: str) -> list[str | None]:
    return [provision.heading for provision in paper(text).walk() if provision.label]


@pytest.mark.parametrize(
    ("printed", "heading", "body"),
    [
        ("7. TERM. This Agreement ends.", "TERM", "This Agreement ends."),
        ("7. Term and End. It ends.", "Term and End", "It ends."),
        ("7. Term: It ends.", "Term", "It ends."),
        ("7. TERM -- It ends.", "TERM", "It ends."),
        ("7. DEFINITIONS\n\nWords have meanings.", "DEFINITIONS", "Words have meanings."),
        (
            "7. REPRESENTATIONS  AND  WARRANTIES.   They are true.",
            "REPRESENTATIONS AND WARRANTIES",
            "They are true.",
        ),
        ("7. Integration; Amendment. It is whole.", "Integration; Amendment", "It is whole."),
        ("7. The Tenant shall pay. It is due.", None, "The Tenant shall pay. It is due."),
        ('7. "Rent" means all sums.', None, '"Rent" means all sums.'),
        ("7. Section 3.1 is amended. It ends.", None, "Section 3.1 is amended. It ends."),
        ("7. TERM\n   ----\n\nIt ends.", "TERM", "It ends."),
    ],
)
def test_headings(printed: str, heading: str | None, body: str) -> None:
    lead = "".join(f"{at}. Words here are plain.\n\n" for at in range(1, 7))
    document = paper(f"LEASE\n\n{lead}{printed}\n\n8. End here it is.")
    provision = at(document, "7")
    assert provision.heading == heading
    assert " ".join(document.text.string[provision.body : provision.end].split()) == body


def test_a_heading_on_the_line_below_an_article() -> None:
    assert headings(
        "ARTICLE I\n\n     DEFINITIONS\n\n1.1 One thing is this.\n\nARTICLE II\nTERM OF LEASE\n\n2.1 Two things."
    ) == ["DEFINITIONS", None, "TERM OF LEASE", None]


def test_an_item_of_a_list_has_no_heading() -> None:
    assert headings(
        "1. Dates. They are:\n\n(i) Commencement Date July 1, 2017\n\n(ii) Termination Date\n\n2. End. So."
    ) == ["Dates", None, None, "End"]


def terms(document: Document) -> list[tuple[str, bool]]:
    return [(definition.term, definition.in_place) for definition in document.definitions]


def test_definitions_in_a_list_and_in_place() -> None:
    text = (
        'LEASE\n\nThis Lease (the "Lease") is made between Alder Inc. ("Landlord") and Birch LLC (the "Tenant" or "Lessee").\n\n1. DEFINITIONS. As used here:\n\n'
        '"Business Hours" means 8 to 6.\n\n"Rent" shall mean all sums due,\nwithout set-off.\n\n2. RENT. It is due.'
    )
    document = paper(text)
    assert terms(document) == [
        ("Lease", True),
        ("Landlord", True),
        ("Tenant", True),
        ("Lessee", True),
        ("Business Hours", False),
        ("Rent", False),
    ]
    rent = document.definitions[-1]
    assert (
        " ".join(document.text.string[rent.start : rent.end].split())
        == '"Rent" shall mean all sums due, without set-off.'
    )
    assert document.text.string[rent.term_start : rent.term_end] == "Rent"
    assert rent.path == ("1",)


def test_definitions_with_single_quotes_labels_and_without_quotes() -> None:
    single = paper(
        "LICENCE\n\n1. WORDS\n\n1.1 Here:\n\n'Acceptance Date' means the day of the tests;\n'Site' means Leeds.\n\n2. FEE. It is due."
    )
    assert terms(single) == [("Acceptance Date", False), ("Site", False)]
    site = single.definitions[0]
    assert (
        single.text.string[site.start : site.end].strip() == "'Acceptance Date' means the day of the tests;"
    )
    bare = paper(
        "PART I -- WORDS\n\nA. Availability means the share of minutes.\nB. Client Data means all data.\n\nPART II -- WORK\n\nA. It runs."
    )
    assert terms(bare) == [("Availability", False), ("Client Data", False)]
    labelled = paper(
        'LEASE\n\n1.  WORDS\n\n1.A.  "Shop" means the cafe.\n\n1.B.  "Sales" means receipts.\n\n2.  GRANT\n\n2.1 It is granted.'
    )
    shop = labelled.definitions[0]
    assert labelled.text.string[shop.start : shop.end] == '1.A.  "Shop" means the cafe.'


@pytest.mark.parametrize(
    ("words", "marking", "kind"),
    [
        ("a credit equal to [TEXT DELETED] of any payments", "[TEXT DELETED]", "rate"),
        ("within [TEXT  DELETED] of the end of each quarter", "[TEXT DELETED]", "days"),
        ("a fee of $[***] a month", "[***]", "amount"),
        ("within [*] business days", "[*]", "days"),
        ("the plant at [***] and", "[***]", "text"),
        ("a royalty of [REDACTED]% and", "[REDACTED]", "rate"),
        ("the amount ***** was", "*****", "text"),
        ("the buyer is [omitted] and", "[omitted]", "text"),
        ("the buyer is <****> and", "<****>", "text"),
        ("the price is [* * *] dollars", "[* * *]", "amount"),
    ],
)
def test_s21_redactions_are_typed_unknowns(words: str, marking: str, kind: str) -> None:
    (redaction,) = paper(f"LEASE\n\n1. One. The Tenant has {words} it is so.\n\n2. Two. B.").redactions
    assert (redaction.id, redaction.marking, redaction.kind) == ("1/r1", marking, kind)


@pytest.mark.parametrize(
    "words",
    [
        "a fee of $______ a month",
        "[Reserved]",
        "[Intentionally Omitted]",
        "[●]",
        "5 * 3",
        "**********************",
    ],
)
def test_blanks_and_ornaments_are_no_redactions(words: str) -> None:
    assert paper(f"LEASE\n\n1. One. A.\n\n{words}\n\n2. Two. B.").redactions == ()


def test_s21_identities_count_through_the_innermost_named_part() -> None:
    text = (
        "LEASE\n\n3. Fee. It is [***].\n\n    C. It was [***] and [***].\n\nSCHEDULE 1\n\n1. [***]\n\nAPPENDIX A TO SCHEDULE 1\n\n"
        "1. Pay [***].\n\n2. Within [***] days pay [***].\n\nAPPENDIX B TO SCHEDULE 1\n\n1. [***]"
    )
    found = [one.id for one in paper(text.replace("    C.", "    A.").replace("3. Fee", "1. Fee")).redactions]
    assert found == [
        "1/r1",
        "1/a/r1",
        "1/a/r2",
        "schedule-1/r1",
        "appendix-a/r1",
        "appendix-a/r2",
        "appendix-a/r3",
        "appendix-b/r1",
    ]


def test_s20_one_person_signs_for_two_companies() -> None:
    text = (
        'LEASE\n\nThis Lease is made between Alder Wire Inc. ("A"), Birch LLC ("B") and Cedar Ltd. ("C").\n\n1. One. A.\n\n2. Two. B.\n\n'
        "IN WITNESS WHEREOF, this Lease has been executed.\n\n   Alder Wire Inc.\n\n   By:  /S/ ANN ASH\n        -----------\n\n   Name:  ANN ASH\n          -------\n\n"
        "   Title:  PRESIDENT\n\n   Birch LLC\n\n   By:  /S/ BEN BAY\n\n   Name: BEN BAY\n\n   Date: May 1, 2001\n\n   Cedar Ltd.\n\n   By:  /S/ BEN BAY\n\n   Name: BEN BAY\n\n   Title:  DIRECTOR\n"
    )
    document = paper(text)
    assert [(one.party, one.signed_by, one.title) for one in document.signatures] == [
        ("Alder Wire Inc.", "ANN ASH", "PRESIDENT"),
        ("Birch LLC", "BEN BAY", None),
        ("Cedar Ltd.", "BEN BAY", "DIRECTOR"),
    ]
    assert document.signatures[1].date == dt.date(2001, 5, 1)
    assert document.provisions[-1].kind == "signatures"
    assert "WITNESS" not in document.text.string[at(document, "2").start : at(document, "2").end]


def test_blank_blocks_side_by_side_are_unsigned() -> None:
    text = "LEASE\n\n1. One. A.\n\n2. Two. B.\n\nIN WITNESS WHEREOF, they sign.\n\nALDER WIRE, INC.              BIRCH LLC\n\nBy: ______________________    By: ______________________\nName:                         Name: Ben Bay\n"
    assert [(one.party, one.signed_by, one.name) for one in paper(text).signatures] == [
        ("ALDER WIRE, INC.", None, None),
        ("BIRCH LLC", None, "Ben Bay"),
    ]


def test_signatures_in_a_line_that_lost_its_breaks() -> None:
    text = "LEASE\n\n1. One. A.\n\n2. Two. B.\n\nIN WITNESS WHEREOF, they sign. By: /s/ Ann Ash By: /s/ Ben Bay Name: Ann Ash Name: Ben Bay Title: Manager Title: Clerk"
    assert [(one.signed_by, one.name, one.title) for one in paper(text).signatures] == [
        ("Ann Ash", "Ann Ash", "Manager"),
        ("Ben Bay", "Ben Bay", "Clerk"),
    ]


def test_a_deed_signed_for_and_on_behalf() -> None:
    text = "DEED\n\n1. One. A.\n\n2. Two. B.\n\nSigned for and on behalf of Orrin Vale Limited\nSigned for and on behalf of Casterby plc"
    assert [one.party for one in paper(text).signatures] == ["Orrin Vale Limited", "Casterby plc"]


def test_exhibits_follow_the_signatures() -> None:
    text = "LEASE\n\n1. One. A.\n\n2. Two. B.\n\nIN WITNESS WHEREOF, they sign.\n\nBy: ________\n\nEXHIBIT A\n\n1. Gin.\n\n2. Rum."
    assert [provision.path[0] for provision in paper(text).provisions] == [
        "title",
        "1",
        "2",
        "signatures",
        "exhibit a",
    ]


def test_references_resolve_to_the_paths_of_the_paper() -> None:
    text = "ARTICLE 3\nFEES\n\n3.1 Fee. See Section 3.2(a) and Article 3.\n\n3.2 Rate. See Appendix A to Schedule 1 and Section 7.A:\n\n(a) one;\n\n(b) two."
    references = paper("LEASE\n\nARTICLE 1\nTERM\n\n1.1 Term.\n\n" + text).references
    assert [(one.text, one.path) for one in references[-4:]] == [
        ("Section 3.2(a)", ("3.2", "a")),
        ("Article 3", ("article 3",)),
        ("Appendix A to Schedule 1", ("schedule 1", "appendix a")),
        ("Section 7.A", ("7", "a")),
    ]


def test_dates_of_the_text_are_listed() -> None:
    assert [one.date.isoformat() for one in paper("1. Term. From May 1, 2001 to 20 DEC 2004.").dates] == [
        "2001-05-01",
        "2004-12-20",
    ]
