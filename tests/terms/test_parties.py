"""Parties and the paper's name."""

import pytest

from conformed.structure.parties import find_parties
from conformed.terms import terms_of

from .paper import paper


def read(words: str) -> list[tuple[str, str | None, str | None]]:
    return [(party.name, party.alias, party.role) for party in find_parties(words)]


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        (
            'by and between Alder Wire, Inc., a Nevada corporation having its office at 1 Oak Street, Reno ("Alder"), and Birch LLC (the "Customer").',
            [("Alder Wire, Inc.", "Alder", None), ("Birch LLC", "Customer", "Customer")],
        ),
        (
            'between Alder Wire, Inc. ("Alder"), as provider, and Birch LLC ("Birch"), as customer.',
            [("Alder Wire, Inc.", "Alder", "provider"), ("Birch LLC", "Birch", "customer")],
        ),
        (
            'among (1) Alder AB, a Swedish company ("Alder"), (2) Birch & Sons Ltd. ("Birch") and (3) Cedar (UK) Limited ("Cedar").',
            [
                ("Alder AB", "Alder", None),
                ("Birch & Sons Ltd.", "Birch", None),
                ("Cedar (UK) Limited", "Cedar", None),
            ],
        ),
        (
            'BETWEEN: ALDER PREPARATIONS INC. 2nd Floor, Oak House ("the Manufacturer") AND: BIRCH HOLDING LIMITED, Unit 5 ("the Distributor")',
            [
                ("ALDER PREPARATIONS INC.", "Manufacturer", "Manufacturer"),
                ("BIRCH HOLDING LIMITED", "Distributor", "Distributor"),
            ],
        ),
        (
            'between alder.com, inc. and eBirch Corporation, a Delaware corporation (hereinafter referred to as "eBirch")',
            [("alder.com, inc.", None, None), ("eBirch Corporation", "eBirch", None)],
        ),
        (
            'by and between Alder Inc., an Ohio corporation, and Birch LLC, a Utah company ("Birch") (each a "Party" and collectively the "Parties").',
            [("Alder Inc.", None, None), ("Birch LLC", "Birch", None)],
        ),
        (
            'entered into by Bank of Alder, N.A. (the "Bank") and Marsh AND ELM COMPANIES, INC. ("Elm")',
            [("Bank of Alder, N.A.", "Bank", "Bank"), ("Marsh AND ELM COMPANIES, INC.", "Elm", None)],
        ),
        (
            "Party A (Shipper): Alder Express Co., Ltd. Address: 1 Oak Road. Party B (Carrier): Birch Logistics Ltd.",
            [("Alder Express Co., Ltd.", "Party A", None), ("Birch Logistics Ltd.", "Party B", None)],
        ),
        ("made between the undersigned", []),
        ("no opening at all", []),
    ],
)
def test_names_aliases_and_roles(words: str, parties: list[tuple[str, str | None, str | None]]) -> None:
    assert read(words) == parties


def test_a_name_broken_over_lines_and_aligned_is_one() -> None:
    assert read('between Alder\n     Communications   Corporation ("Alder") and Birch\nLLC ("Birch")')[0] == (
        "Alder Communications Corporation",
        "Alder",
        None,
    )


def test_a_definition_can_make_another_company_a_party() -> None:
    text = (
        'SERVICE AGREEMENT\n\nThis Service Agreement is made as of May 1, 2001 between Elm Inc. ("Elm") and Birch Communications Corporation ("Birch").\n\n'
        '1. Definitions. "Birch" shall mean Birch Communications Corporation and Birch International Inc.\n\n2. Rent. It is due.\n'
    )
    term = terms_of(paper(text))["parties"]
    assert [(party["name"], party["alias"]) for party in term.value] == [  # type: ignore[attr-defined]
        ("Elm Inc.", "Elm"),
        ("Birch Communications Corporation", "Birch"),
        ("Birch International Inc.", "Birch"),
    ]
    assert len(term.rests_on) == 1


def test_a_paper_that_is_only_signed_is_its_signatories() -> None:
    text = (
        "JOINT FILING AGREEMENT\n\nThe undersigned agree to file one statement for all of them.\n\n"
        + "It may be signed in parts.\n\n" * 6
        + "Dated: July 6, 2020\n\nALDER CAPITAL, L.P.\n\nBy: /s/ A. Lee\nTitle: Authorized Signatory\n\nBIRCH GP, LLC\n\nBy: /s/ B. Orr\n"
    )
    value = terms_of(paper(text))["parties"].value
    assert [party["name"] for party in value] == ["ALDER CAPITAL, L.P.", "BIRCH GP, LLC"]  # type: ignore[attr-defined]


def test_parties_on_the_signature_page_are_those_that_sign() -> None:
    text = (
        'SPONSORSHIP AGREEMENT\n\nThis Sponsorship Agreement is made as of May 1, 2001 by and among Alder LLC, a Delaware limited liability company ("Alder"), '
        'and each other party hereto identified on the signature page hereto (each, a "Sponsor").\n\n1. Fees. They are due.\n\n'
        "ALDER LLC\n\nBy: /s/ A. Lee\nTitle: EVP\n\nBIRCH FUND L.P.                    CEDAR FUND L.P.\n\nBy: /s/ B. Orr          By: Cedar GP LLC, its General Partner\n\nBy: /s/ C. Ash\n"
    )
    value = terms_of(paper(text))["parties"].value
    assert [party["name"] for party in value] == ["Alder LLC", "BIRCH FUND L.P.", "CEDAR FUND L.P."]  # type: ignore[attr-defined]


def test_one_party_alone_is_joined_by_the_one_that_signs_beside_it() -> None:
    text = (
        'RESELLER AGREEMENT\n\nThis Reseller Agreement is made as of May 1, 2001 between Alder LLC ("Alder") and the reseller named below.\n\n1. Fees. They are due.\n\n'
        "ALDER LLC\n\nBy: /s/ A. Lee\nTitle: EVP\n\nBIRCH RESALE INC.\n\nBy: /s/ B. Orr\n"
    )
    value = terms_of(paper(text))["parties"].value
    assert [party["name"] for party in value] == ["Alder LLC", "BIRCH RESALE INC."]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            'EXHIBIT 10.4\n\nCO-BRANDING AGREEMENT\n\nTHIS CO-BRANDING AGREEMENT is made as of May 1, 2001 between A Inc. ("A") and B LLC ("B").',
            "CO-BRANDING AGREEMENT",
        ),
        (
            'FIRST AMENDMENT TO\nDISTRIBUTOR AGREEMENT\n\nThis First Amendment to Distributor Agreement is made as of May 1, 2001 between A Inc. ("A") and B LLC ("B").',
            "First Amendment to Distributor Agreement",
        ),
        (
            'ROAD TRANSPORT CONTRACT\n\nThis Contract is made between A Inc. ("A") and B LLC ("B").\n\n1. Rent. Due.',
            "ROAD TRANSPORT CONTRACT",
        ),
    ],
)
def test_the_papers_name(text: str, name: str) -> None:
    assert terms_of(paper(text))["document_name"].value == name


def test_nothing_is_read_from_nothing() -> None:
    terms = terms_of(paper("Hello."))
    assert list(terms) == []
    assert terms.problems == ()


def test_the_recitals_give_the_short_name_that_the_opening_does_not() -> None:
    words = (
        "SERVICES AGREEMENT\n\nThis Services Agreement is made as of May 1, 2001 by and between ALDER GROUP, INC., a Nevada corporation, and "
        "BIRCH CORPORATION, an Ohio corporation.\n\n"
        'WHEREAS, Alder Group, Inc. (the "Company") serves the customers of Birch Corporation ("Retail Customers");\n\n'
        "NOW, THEREFORE, they agree.\n"
    )
    read = terms_of(paper(words))["parties"].value
    assert isinstance(read, tuple)
    assert [(party["name"], party["alias"]) for party in read] == [
        ("ALDER GROUP, INC.", "Company"),
        ("BIRCH CORPORATION", None),
    ]


def test_a_party_in_the_columns_of_the_signatures_is_no_other_party() -> None:
    words = (
        'SERVICES AGREEMENT\n\nThis Services Agreement is made as of May 1, 2001 by and between Alder Software Limited ("Alder") and the '
        "licensee named below.\n\n1. Term. It lasts.\n\nIN WITNESS WHEREOF\n\nLICENSEE                      ALDER SOFTWARE LIMITED\n\n"
        "By: /s/ A. Ash        By: /s/ B. Elm\n"
    )
    read = terms_of(paper(words))["parties"].value
    assert isinstance(read, tuple)
    assert [party["name"] for party in read] == ["Alder Software Limited"]


def test_a_person_signs_for_herself_and_for_a_trust() -> None:
    words = (
        "JOINT FILING AGREEMENT\n\nThe undersigned hereby agree to file jointly.\n\nDated: March 27, 2020.\n\n"
        "/s/ Ivy J. Linden\nIvy J. Linden\n\nLINDEN FAMILY TRUST\n\nBy: /s/ Ivy J. Linden\nIvy J. Linden\nCo-Trustee\n"
    )
    read = terms_of(paper(words))["parties"].value
    assert isinstance(read, tuple)
    assert [party["name"] for party in read] == ["Ivy J. Linden", "LINDEN FAMILY TRUST"]


def test_an_officer_signs_for_nobody_but_the_company() -> None:
    words = (
        "LETTER\n\nThe undersigned agrees.\n\nALDER WIRE, INC.\n/s/ Ivy J. Linden\nIvy J. Linden\nPresident\n\n"
        "/s/ Ash Rowan\nAsh Rowan, Secretary\n"
    )
    read = terms_of(paper(words))["parties"].value
    assert isinstance(read, tuple)
    assert [party["name"] for party in read] == ["ALDER WIRE, INC."]
