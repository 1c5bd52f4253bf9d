"""Cover, title, number, date, preamble, recitals."""

from __future__ import annotations

import datetime as dt

import pytest

from conformed.structure import collapsed
from tests.structure.papers import at, paper

SEED_LIKE = """EXHIBIT 10.2

               CERTAIN PORTIONS OF THIS EXHIBIT HAVE BEEN OMITTED
                  BASED ON A REQUEST FOR CONFIDENTIAL TREATMENT

                                                               EXECUTION VERSION
                                 AMENDMENT NO. 2
                                       TO
                           BARGE SERVICES AGREEMENT IV

     THIS AMENDMENT NO 2. TO BARGE SERVICES  AGREEMENT IV ("AMENDMENT")
dated as of November 1, 2000, by and among Alder Wire,  Inc.,  a Delaware
corporation  ("ALDER"), and Birch Barge LLC ("BIRCH").

     WHEREAS,  the parties made a Barge Services Agreement dated June 30, 2000;

     NOW,  THEREFORE,  they agree as follows:

     1.  DEFINITIONS.  Terms are as in the Agreement.

     2.  TERM.  It ends.
"""


def test_s1_the_cover_is_kept_and_is_no_text_of_the_agreement() -> None:
    document = paper(SEED_LIKE)
    cover = at(document, "cover")
    assert "EXHIBIT 10.2" in document.text.string[cover.start : cover.end]
    assert "EXECUTION VERSION" in document.text.string[cover.start : cover.end]
    title = at(document, "title")
    assert collapsed(document, title.start, title.end) == "AMENDMENT NO. 2 TO BARGE SERVICES AGREEMENT IV"


def test_s2_title_number_date_and_recitals() -> None:
    document = paper(SEED_LIKE)
    assert (document.title, document.number, document.date) == ("Amendment No. 2", 2, dt.date(2000, 11, 1))
    assert [(party.name, party.alias) for party in document.parties] == [
        ("Alder Wire, Inc.", "ALDER"),
        ("Birch Barge LLC", "BIRCH"),
    ]
    recitals = at(document, "recitals")
    assert collapsed(document, recitals.start, recitals.end).startswith("WHEREAS, the parties made")
    assert [provision.path[0] for provision in document.provisions] == [
        "cover",
        "title",
        "preamble",
        "recitals",
        "1",
        "2",
    ]


@pytest.mark.parametrize(
    ("title", "name", "number"),
    [
        ("FIRST AMENDMENT TO LEASE", "First Amendment", 1),
        ("Amendment #3 to the Supply Agreement", "Amendment #3", 3),
        ("TWENTIETH AMENDMENT TO MASTER AGREEMENT", "Twentieth Amendment", 20),
        ("AMENDMENT NUMBER ONE\nTO THE\nSUPPLY AGREEMENT", "Amendment Number One", 1),
        ("SECOND DEED OF VARIATION", "Second Deed of Variation", 2),
        ("ENDORSEMENT NO. 1 -- BETTER SERVICE", "Endorsement No. 1", 1),
        ("OMNIBUS AMENDMENT", "Omnibus Amendment", None),
        ("SUPPLY AGREEMENT", "Supply Agreement", None),
    ],
)
def test_titles(title: str, name: str, number: int | None) -> None:
    document = paper(
        f'{title}\n\nThis paper is made on May 6, 2013 between Alder Wire, Inc. ("Alder") and Birch LLC ("Birch").\n\n1. One. A.\n\n2. Two. B.'
    )
    assert (document.title, document.number) == (name, number)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        (
            'This Amendment is dated as of November 1, 2000, between Alder Inc. ("A") and Birch LLC ("B").',
            "2000-11-01",
        ),
        (
            'This Agreement is made as of the 1st day of January, 1999 between Alder Inc. ("A") and Birch LLC ("B").',
            "1999-01-01",
        ),
        (
            'This Amendment amends the Lease dated May 1, 2001 between Alder Inc. ("A") and Birch LLC ("B") and is made June 2, 2010.',
            "2010-06-02",
        ),
        (
            'This Amendment to the Supply Agreement dated as of May 1, 2001 is between Alder Inc. ("A") and Birch LLC ("B").',
            None,
        ),
    ],
)
def test_the_date_is_the_paper_s_own(words: str, date: str | None) -> None:
    found = paper(f"AMENDMENT\n\n{words}\n\n1. One. A.\n\n2. Two. B.").date
    assert (found.isoformat() if found else None) == date


def test_a_deed_with_its_parties_in_a_list() -> None:
    text = "DATED 4 June 2015\n\nSOFTWARE LICENCE\n\nBETWEEN:\n\n(1) Orrin Vale Limited, whose office is in Leeds (the 'Licensor'); and\n(2) Casterby plc, whose office is in York (the 'Licensee').\n\nIT IS AGREED as follows:\n\n1. TERM\n\n1.1 It ends.\n\n2. FEE\n\n2.1 It is due."
    document = paper(text)
    assert document.date == dt.date(2015, 6, 4)
    assert [(party.name, party.role) for party in document.parties] == [
        ("Orrin Vale Limited", "Licensor"),
        ("Casterby plc", "Licensee"),
    ]


def test_a_standard_form_begins_at_its_description() -> None:
    text = (
        "AMENDMENT/MODIFICATION OF CONTRACT              1. CONTRACT NO. NW-1\n2. MODIFICATION NO. P00001                      3. EFFECTIVE DATE: 20 DEC 2004\n"
        "4. ISSUED BY: The Airport\n8. DESCRIPTION OF MODIFICATION\n\na. SECTION B is changed.\n\nb. SECTION C is changed."
    )
    document = paper(text)
    assert (document.number, document.date) == (1, dt.date(2004, 12, 20))
    assert [provision.path for provision in document.walk() if provision.label] == [("a",), ("b",)]


def test_a_whole_paper_in_one_paragraph_is_parted() -> None:
    text = (
        'SERVICE AGREEMENT This Service Agreement (this "Agreement") is made as of May 17, 2016 by and between Alder Wire, Inc., a Nevada corporation '
        '(the "Company"), and Birch LLC ("Consultant"). WHEREAS, the Company wants advice; NOW, THEREFORE, the parties agree as follows: '
        "1. Services. Consultant shall advise the Company on its sales and on its markets in each month of the term. "
        "2. Fees. The Company shall pay Consultant ten dollars for each hour of advice within thirty days of an invoice. "
        * 1
    )
    document = paper(text)
    assert (document.title, document.date) == ("Service Agreement", dt.date(2016, 5, 17))
    assert [provision.path[0] for provision in document.provisions] == [
        "title",
        "preamble",
        "recitals",
        "1",
        "2",
    ]
    assert [party.alias for party in document.parties] == ["Company", "Consultant"]


def test_a_paper_without_any_structure_is_still_a_document() -> None:
    document = paper("nothing of note")
    assert (document.title, document.provisions, document.text.string) == (None, (), "nothing of note")


@pytest.mark.parametrize(
    ("cover", "title"),
    [
        (
            "DATED 4 May 2015\n\n(1) ALDER ESTATES LIMITED\n\n(2) BIRCH WORKS PLC\n\n"
            "AGREEMENT FOR THE PROVISION OF CLEANING\n\n"
            "THIS AGREEMENT is made on 4 May 2015 between ALDER ESTATES LIMITED and BIRCH WORKS PLC.\n\n",
            "Agreement for the Provision of Cleaning",
        ),
        (
            "CONTRACT NO. 12-C-7                        PAGE 1 OF 4\n\nSUPPLY CONTRACT FOR ROAD SALT\n\n"
            'Buyer: Alder County ("County")\nSeller: Birch Salt, Inc. ("Contractor")\n\n',
            "Supply Contract for Road Salt",
        ),
        (
            'PEERING AGREEMENT\n     between\nALDER TELEPHONE COMPANY ("Alder") and BIRCH EXCHANGE, INC. ("Birch")\n\n'
            "Dated May 4, 2015\n\n",
            "Peering Agreement",
        ),
        (
            "OUTSOURCING AGREEMENT dated as of May 4, 2015 ALDER HOLDINGS, LLC and BIRCH LLC\n\n"
            "This Agreement is made between ALDER HOLDINGS, LLC and BIRCH LLC.\n\n",
            "Outsourcing Agreement",
        ),
    ],
    ids=["numbered parties on a cover", "running head", "parties under the title", "all in one line"],
)
def test_a_title_is_neither_its_parties_nor_a_running_head(cover: str, title: str) -> None:
    assert paper(cover + "1. TERM. It ends in 2020.\n\n2. FEES. None are due.\n").title == title


def test_numbered_parties_behind_between_are_no_clauses() -> None:
    document = paper(
        "ESCROW AGREEMENT\n\nTHIS AGREEMENT is made on 21 July 2011 between:\n\n"
        '(1)  ARDMORE SYSTEMS LIMITED ("the Owner");\n\n(2)  CALDER MUTUAL ("the Licensee"); and\n\n'
        '(3)  MARLOW CUSTODIANS LIMITED ("Marlow").\n\nIT IS AGREED as follows:\n\n'
        "1.   Deposit\n\n1.1  The Owner deposits the Material.\n\n2.   Fees\n\nThe Licensee pays Marlow.\n"
    )
    assert [one.path for one in document.walk()] == [("title",), ("preamble",), ("1",), ("1.1",), ("2",)]
    assert [one.name for one in document.parties] == [
        "ARDMORE SYSTEMS LIMITED",
        "CALDER MUTUAL",
        "MARLOW CUSTODIANS LIMITED",
    ]
