"""Parties in forms, on covers and behind labels, and how far their names go."""

import pytest

from conformed.terms import terms_of
from conformed.terms.labelled_parties import labelled_parties

from .paper import paper


def read(words: str) -> list[tuple[str, str | None]]:
    value = terms_of(paper(words)).get("parties")
    return [(p["name"], p["alias"]) for p in value.value] if value is not None else []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("form", "parties"),
    [
        (
            "LEASE\n\nLANDLORD: Alder Wire, Inc.\nAddress: 9 Oak Street\n\nTENANT: ELM B. ASHWOOD\nTERM: five years\n",
            [("Alder Wire, Inc.", "Landlord"), ("ELM B. ASHWOOD", "Tenant")],
        ),
        (
            "LEASE TENANT: Name: THE ALDER GROUP, LTD., an Ohio company Mailing Address: 7 Oak Road LANDLORD: Name: ELM B. ASHWOOD Mail Address: 9 Oak Street",
            [("ALDER GROUP, LTD.", "Tenant"), ("ELM B. ASHWOOD", "Landlord")],
        ),
        (
            "AGREEMENT made as of the 30th day of January in the year 2004\n\nBETWEEN the Owner:    ALDER RACEWAY, INC.\n\n"
            "and the Contractor:   BIRCH ENTERPRISES, INC.\n",
            [("ALDER RACEWAY, INC.", "Owner"), ("BIRCH ENTERPRISES, INC.", "Contractor")],
        ),
        (
            "BETWEEN the Owner: Alderics, 34 Oak Way, Reno. Contractor: Birch Building Co., Inc. 231 Elm Street, Reno.",
            [("Alderics", "Owner"), ("Birch Building Co., Inc.", "Contractor")],
        ),
        ("LANDLORD: Alder Wire, Inc.\nRENT: $400\n", []),
        ("LANDLORD: Alder Wire, Inc.\nTENANT: See Schedule A\n", []),
        ("LANDLORD: Alder Wire, Inc.\nTENANT: Birch LLC\nTENANT: Cedar LLC\n", []),
        ("LANDLORD: ________\nTENANT: ________\n", []),
        ("Tenant: shall pay. Landlord: shall repair.", []),
    ],
)
def test_the_fields_of_a_form(form: str, parties: list[tuple[str, str]]) -> None:
    assert [(party.name, party.role) for party in labelled_parties(form)] == parties


def test_a_form_names_the_parties_where_no_opening_does() -> None:
    form = "LEASE AGREEMENT\n\nTENANT: Alder Wire, Inc.\nLANDLORD: Birch Networks LLC\nTERM: five years\n\n1. LEASE. It is let.\n"
    assert read(form) == [("Alder Wire, Inc.", "Tenant"), ("Birch Networks LLC", "Landlord")]


@pytest.mark.parametrize(
    ("opening", "parties"),
    [
        (
            'THIS AGREEMENT between Owner and Contractor (the "Agreement") is entered into as of May 4, 2001 by and between '
            'Alder Wire, Inc. ("Owner") and Birch LLC ("Contractor").',
            [("Alder Wire, Inc.", "Owner"), ("Birch LLC", "Contractor")],
        ),
        (
            'THIS AGREEMENT is made on May 4, 2001 BETWEEN (A) ALDER INDIA, a company having its office at 14 Oak Road (hereinafter referred to as "Alder") of the '
            'FIRST PART; AND (B) BIRCH LIGHTING STORE, a firm located at 9 Elm Road (hereinafter referred to as "Birch") of the SECOND PART.',
            [("ALDER INDIA", "Alder"), ("BIRCH LIGHTING STORE", "Birch")],
        ),
        (
            'THIS AGREEMENT is made on May 4, 2001 BETWEEN (1) ALDER PRINTERS LIMITED of Oak House, Leeds (the "Company") and (2) ELM BOND ASHWOOD of Manor Farm '
            'House, Leeds (the "Director").',
            [("ALDER PRINTERS LIMITED", "Company"), ("ELM BOND ASHWOOD", "Director")],
        ),
        (
            'THIS AGREEMENT is made on May 4, 2001 BETWEEN ALDER GROUP, INC. 4080 Oak Road, Reno (the "Company") AND ELM ASHWOOD 122 - 2550 Birch Road North, Kelowna '
            '(the "Consultant").',
            [("ALDER GROUP, INC.", "Company"), ("ELM ASHWOOD", "Consultant")],
        ),
        (
            "The following document constitutes a Purchase Agreement between: ALDER V, INC., an Ohio corporation, hereinafter referred to as Seller, and "
            "IS 14, Inc., a Utah corporation, hereinafter referred to as BUYER.",
            [("ALDER V, INC.", "Seller"), ("IS 14, Inc.", "BUYER")],
        ),
        (
            'This is an agreement dated May 4, 2001 by and between Elm Ashwood having residence at 9 Oak Street ("Consultant"), and Ash Rowan, acting on behalf and '
            'in representation of B & C2, Inc., whose address is 7 Elm Road ("Company").',
            [("Elm Ashwood", "Consultant"), ("B & C2, Inc.", "Company")],
        ),
        (
            'Agreement made May 4, 2001 BETWEEN: ALDER CORPORATION (the "Subtenant") AND: BIRCH LTD. (the "Sublandlord"). It is understood that the lease between '
            'the Sublandlord and Cedar Enterprises Limited (the "Head Landlord") goes on.',
            [("ALDER CORPORATION", "Subtenant"), ("BIRCH LTD.", "Sublandlord")],
        ),
    ],
)
def test_who_is_a_party_in_an_opening(opening: str, parties: list[tuple[str, str]]) -> None:
    assert read(f"CONTRACT\n\n{opening}\n\n1. Rent. It is due.\n") == parties


def test_bodies_of_a_place_keep_their_of() -> None:
    words = 'THIS AGREEMENT is made on May 4, 2001 between THE BOARD OF TRUSTEES OF THE UNIVERSITY of Alder ("Alder") and BANK of Birch, N.A. ("Birch").'
    assert [name for name, _ in read(f"CONTRACT\n\n{words}\n\n1. Rent. Due.\n")][1] == "BANK of Birch, N.A."


def test_a_name_that_several_have_together() -> None:
    words = (
        "This Agreement is made as of May 4, 2001 BETWEEN: ALDER TECHNOLOGIES INC. and ALDER MUSIC INC., bodies corporate having offices in Reno (hereafter collectively "
        'referred to as "Alder"), - and - ELM ROWAN ASHWOOD, residing at Reno (hereafter referred to as "the Consultant").'
    )
    assert read(f"CONTRACT\n\n{words}\n\n1. Rent. Due.\n") == [
        ("ALDER TECHNOLOGIES INC.", "Alder"),
        ("ALDER MUSIC INC.", "Alder"),
        ("ELM ROWAN ASHWOOD", "Consultant"),
    ]
    parties = words.replace('"Alder"', '"Parties"')
    assert read(f"CONTRACT\n\n{parties}\n\n1. Rent. Due.\n")[:2] == [
        ("ALDER TECHNOLOGIES INC.", None),
        ("ALDER MUSIC INC.", None),
    ]


def test_a_name_printed_twice_is_one() -> None:
    words = "JOINT FILING AGREEMENT\n\nThe undersigned agree.\n\nALDER TRADING SA ALDER TRADING SA\nBy: /s/ A. Ash\n"
    assert [name for name, _ in read(words)] == ["ALDER TRADING SA"]


def test_a_kind_of_company_alone_is_no_party() -> None:
    words = "CONTRACT\n\nALDER WIRE, INC.\n- and -\nBIRCH LLC\n\nBETWEEN\n\nALDER\n\nAND\n\nINCORPORATED\n\n1. Rent. Due.\n"
    assert "INCORPORATED" not in [name for name, _ in read(words)]


def test_a_short_name_in_a_label_belongs_to_the_name_behind_it() -> None:
    form = (
        "LEASING CONTRACT\n\nLessor (hereinafter \u201cParty A\u201d): Alder (Reno) Consultant Co., Ltd,\nAddress: Suite 1\n"
        "Lessee (hereinafter \u201cParty B\u201d): Birch Network Technology Co., Ltd.\nAddress: Suite 2\n\n1. Rent. Due.\n"
    )
    assert read(form) == [
        ("Alder (Reno) Consultant Co., Ltd", "Party A"),
        ("Birch Network Technology Co., Ltd.", "Party B"),
    ]
