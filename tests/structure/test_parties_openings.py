"""Openings in the manners of many drafters: who the parties are, how the paper calls them and what they do."""

import pytest

from conformed.structure.parties import find_described, find_parties

Parties = list[tuple[str, str | None, str | None]]


def named(words: str) -> Parties:
    return [(party.name, party.alias, party.role) for party in find_parties(words)]


def described(words: str) -> Parties:
    return [(party.name, party.alias, party.role) for party in find_described(words)]


DEED = """\
THIS DEED is made on 3 May 2011

BETWEEN:

(1)  ALDERWICK ESTATES LIMITED (registered in England with number 0123456) whose registered office is at 9 Oak Street,
     Leeds LS1 4AB (the "Landlord");

(2)  BIRCHGATE STORES PLC of Unit 5, Elm Court, York (the "Tenant"); and

(3)  ROWAN HOLLIS and PETER HAZEL both of 12 Willow Road, York (together the "Guarantors").
"""

BETWEEN_LIST = """\
BETWEEN:

ALDER MINING CORP., a corporation under the laws of the Province of Ontario
(hereinafter referred to as the "Owner")

                                        OF THE FIRST PART

- and -

BIRCH DRILLING CONTRACTORS LTD., a corporation under the laws of Alberta
(hereinafter referred to as the "Contractor")

                                        OF THE SECOND PART
"""

AMONG = """\
This Agreement is entered into as of June 30, 2009 by and among Alder Holdings, Inc., a Delaware corporation (the "Parent"),
Alder Merger Sub, LLC, a Delaware limited liability company and a wholly owned subsidiary of the Parent ("Merger Sub"), Birch
Software Corporation, a Utah corporation (the "Company"), and Margaret Linden, an individual residing in Salt Lake City (the
"Stockholder"). Each of the foregoing is a "Party".
"""

GERMAN = """\
zwischen / between

This Supply Contract is made between Erlenbach Maschinenbau GmbH & Co. KG, Industriestrasse 4, 70565 Stuttgart, Germany,
represented by its managing director Klaus Ahorn (hereinafter "Erlenbach") and Birkenau Werkzeuge AG, Hauptstrasse 1, 8001
Zurich, Switzerland, represented by Ursula Buche (hereinafter "Birkenau").
"""

INDIAN = """\
This Agreement is made at Mumbai on this 1st day of March, 2004 between M/s. Alder Textiles Private Limited, a company
incorporated under the Companies Act, 1956 and having its registered office at 14 Banyan Road, Mumbai 400 001 (hereinafter
referred to as "the Supplier", which expression shall, unless repugnant to the context, include its successors and assigns) of
the One Part and Birch Garments Pvt. Ltd., a company having its registered office at 7 Neem Street, Pune (hereinafter referred
to as "the Buyer", which expression shall include its successors) of the Other Part.
"""

AUSTRALIAN = """\
PARTIES

This agreement is between Wattle Grain Pty Ltd (ACN 004 123 456) of Level 3, 20 Gum Street, Melbourne VIC 3000 ("Grower") and
Mallee Storage & Handling Pty Limited (ACN 005 654 321) of 8 Rail Road, Mildura VIC 3500 ("Store").
"""

TRUSTEE = """\
THIS INDENTURE, dated as of May 1, 2001, is between Alder Receivables Trust 2001-A, a Delaware statutory trust (the "Issuer"),
and Birch Bank, National Association, a national banking association, not in its individual capacity but solely as indenture
trustee (the "Indenture Trustee").
"""

LOAN = """\
CREDIT AGREEMENT dated as of April 2, 2007 among ALDER RETAIL, INC., a Delaware corporation, as Borrower, the Lenders party
hereto, BIRCH BANK, N.A., as Administrative Agent, and CEDAR SECURITIES LLC, as Sole Lead Arranger.
"""

GOVERNMENT = """\
THIS CONTRACT is made by and between the City of Alderton, a municipal corporation of the State of Ohio (the "City"), and Birch
Paving Co., Inc., an Ohio corporation ("Contractor").
"""

TWO_TOGETHER = """\
This Agreement is between Alder Foods Inc. ("Alder") and Birch Dairy LLC ("Birch" and, together with Alder, each a "Party" and
together the "Parties").
"""

LETTER = """\
Alder Energy, Inc.
100 Main Street
Tulsa, Oklahoma 74103

Birch Advisors, L.P.
9 Park Place
New York, New York 10022

Ladies and Gentlemen:

Alder Energy, Inc., an Oklahoma corporation (the "Company"), hereby confirms its agreement with Birch Advisors, L.P. (the
"Adviser") as follows:

1. Services. The Adviser advises the Company about the common stock of Cedar Oil Corp. ("Cedar").
"""

INTRODUCED = """\
CONSULTING AGREEMENT

Alder Bio, Inc., with a place of business at 5 Shore Drive, Boston ("Alder"), and Elena Brook, residing in Lyon, France (the
"Consultant"), agree as follows:
"""


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        pytest.param(
            DEED,
            [
                ("ALDERWICK ESTATES LIMITED", "Landlord", "Landlord"),
                ("BIRCHGATE STORES PLC", "Tenant", "Tenant"),
                ("ROWAN HOLLIS", None, None),
                ("PETER HAZEL", None, None),
            ],
            id="deed with numbered parties",
        ),
        pytest.param(
            BETWEEN_LIST,
            [
                ("ALDER MINING CORP.", "Owner", "Owner"),
                ("BIRCH DRILLING CONTRACTORS LTD.", "Contractor", "Contractor"),
            ],
            id="of the first part",
        ),
        pytest.param(
            AMONG,
            [
                ("Alder Holdings, Inc.", "Parent", "Parent"),
                ("Alder Merger Sub, LLC", "Merger Sub", None),
                ("Birch Software Corporation", "Company", "Company"),
                ("Margaret Linden", "Stockholder", "Stockholder"),
            ],
            id="by and among",
        ),
        pytest.param(
            GERMAN,
            [
                ("Erlenbach Maschinenbau GmbH & Co. KG", "Erlenbach", None),
                ("Birkenau Werkzeuge AG", "Birkenau", None),
            ],
            id="represented by",
        ),
        pytest.param(
            INDIAN,
            [
                ("Alder Textiles Private Limited", "Supplier", "Supplier"),
                ("Birch Garments Pvt. Ltd.", "Buyer", "Buyer"),
            ],
            id="which expression shall include",
        ),
        pytest.param(
            AUSTRALIAN,
            [
                ("Wattle Grain Pty Ltd", "Grower", None),
                ("Mallee Storage & Handling Pty Limited", "Store", None),
            ],
            id="Australian companies",
        ),
        pytest.param(
            TRUSTEE,
            [
                ("Alder Receivables Trust 2001-A", "Issuer", "Issuer"),
                ("Birch Bank, National Association", "Indenture Trustee", "Indenture Trustee"),
            ],
            id="trust and trustee",
        ),
        pytest.param(
            LOAN,
            [
                ("ALDER RETAIL, INC.", None, "Borrower"),
                ("BIRCH BANK, N.A.", None, "Administrative Agent"),
                ("CEDAR SECURITIES LLC", None, "Sole Lead Arranger"),
            ],
            id="loan with agents",
        ),
        pytest.param(
            GOVERNMENT,
            [("City of Alderton", "City", "City"), ("Birch Paving Co., Inc.", "Contractor", "Contractor")],
            id="a city",
        ),
        pytest.param(
            TWO_TOGETHER,
            [("Alder Foods Inc.", "Alder", None), ("Birch Dairy LLC", "Birch", None)],
            id="each a Party and together",
        ),
    ],
)
def test_who_the_parties_are(words: str, parties: Parties) -> None:
    assert named(words) == parties


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        pytest.param(
            LETTER,
            [("Alder Energy, Inc.", "Company", "Company"), ("Birch Advisors, L.P.", "Adviser", "Adviser")],
            id="letter agreement",
        ),
        pytest.param(
            INTRODUCED,
            [("Alder Bio, Inc.", "Alder", None), ("Elena Brook", "Consultant", "Consultant")],
            id="parties before the verb",
        ),
        pytest.param(
            'The undersigned, Alder Co. ("Maker"), promises to pay to the order of Birch Bank, N.A. ("Holder") the sum of $100,000.',
            [("Alder Co.", "Maker", None), ("Birch Bank, N.A.", "Holder", None)],
            id="a note",
        ),
        pytest.param(
            'ALDER PARK LLC (hereinafter "Lessor") leases to BIRCH CAFE INC. (hereinafter "Lessee") the premises at 4 Elm Road.',
            [("ALDER PARK LLC", "Lessor", "Lessor"), ("BIRCH CAFE INC.", "Lessee", "Lessee")],
            id="hereinafter in parentheses",
        ),
        pytest.param(
            'Alder Inc., a Texas corporation ("Alder"), and Birch LLC, a Utah limited liability company ("Birch"), hereby enter into this Agreement. Cedar Corp. ("Cedar") is a competitor of Alder.',
            [("Alder Inc.", "Alder", None), ("Birch LLC", "Birch", None)],
            id="a later sentence names no party",
        ),
    ],
)
def test_who_the_parties_are_where_nothing_says_between(words: str, parties: Parties) -> None:
    assert described(words) == parties


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        pytest.param(
            'EMPLOYMENT AGREEMENT made as of the 5th day of January, 2010 between ALDER CHEMICAL COMPANY, a New Jersey corporation with offices in Newark, and THOMAS HAZEL, residing at 4 Elm Road, Newark ("Employee").',
            [("ALDER CHEMICAL COMPANY", None, None), ("THOMAS HAZEL", "Employee", "Employee")],
            id="offices and a person",
        ),
        pytest.param(
            'This Lease is between Rowan Hollis and Mary Hollis, husband and wife, as joint tenants ("Lessor"), and Birch Feed & Supply, Inc., an Iowa corporation ("Lessee").',
            [
                ("Rowan Hollis", None, None),
                ("Mary Hollis", "Lessor", "Lessor"),
                ("Birch Feed & Supply, Inc.", "Lessee", "Lessee"),
            ],
            id="husband and wife",
        ),
        pytest.param(
            'THIS AGREEMENT, made this ___ day of June, 1999, by Hollis Family Trust dated May 1, 1990, acting through its trustee Rowan Hollis ("Seller"), and ALDER LAND COMPANY L.L.C. ("Buyer").',
            [("Hollis Family Trust", "Seller", "Seller"), ("ALDER LAND COMPANY L.L.C.", "Buyer", "Buyer")],
            id="made by a trust",
        ),
        pytest.param(
            'This Master Services Agreement ("MSA") is by and between Alder Technologies, Inc. on behalf of itself and its Affiliates ("Alder") and The Board of Regents of the University of Birchland, a public institution ("University").',
            [
                ("Alder Technologies, Inc.", "Alder", None),
                ("The Board of Regents of the University of Birchland", "University", None),
            ],
            id="on behalf of its affiliates",
        ),
        pytest.param(
            'Agreement dated 1 July 2015 between the Secretary of State for Forests, of 1 Oak Square, London ("the Authority") and Elm Facilities Management Limited (company number 01234567) ("the Contractor").',
            [
                ("Secretary of State for Forests", "Authority", "Authority"),
                ("Elm Facilities Management Limited", "Contractor", "Contractor"),
            ],
            id="a minister",
        ),
        pytest.param(
            'This Licence Agreement is entered into on 2 May 2013 (the "Effective Date") by and between: 1. Alder Pharma S.p.A., a company duly organised under Italian law, with registered office in Milan, Via Olmo 3, Italy, in the person of its legal representative Dr. Carla Faggio ("Alder"); and 2. Birch Biotech Oy, Koivukatu 4, Helsinki, Finland ("Birch").',
            [("Alder Pharma S.p.A.", "Alder", None), ("Birch Biotech Oy", "Birch", None)],
            id="in the person of its representative",
        ),
        pytest.param(
            'This Joint Development Agreement is made between Alder Kabushiki Kaisha, a Japanese corporation ("Alder KK") and its subsidiary Alder America, Inc. ("Alder America", and together with Alder KK, "Alder"), on the one hand, and Birch Semiconductor Co., Ltd., a corporation of the Republic of Korea ("Birch"), on the other hand.',
            [
                ("Alder Kabushiki Kaisha", "Alder KK", None),
                ("Alder America, Inc.", "Alder America", None),
                ("Birch Semiconductor Co., Ltd.", "Birch", None),
            ],
            id="and its subsidiary",
        ),
        pytest.param(
            'THE STATE OF TEXAS, COUNTY OF TRAVIS. This Contract is entered into by and between the Texas Department of Forests ("Department") and Birch Lumber, LP, doing business as Birch Timber ("Vendor").',
            [("Texas Department of Forests", "Department", None), ("Birch Lumber, LP", "Vendor", "Vendor")],
            id="a state department",
        ),
        pytest.param(
            'This Amendment No. 2 (this "Amendment") to the Supply Agreement dated May 1, 2001 between Alder Inc. ("Alder") and Birch Corp. ("Birch") is made as of June 1, 2003 by and between Alder and Birch.',
            [("Alder Inc.", "Alder", None), ("Birch Corp.", "Birch", None)],
            id="an amendment that names the parties first",
        ),
        pytest.param(
            'SHAREHOLDERS AGREEMENT dated as of March 1, 2012 among Alder Co., a Delaware corporation (the "Company"), Hollis Capital Partners II, L.P. ("Hollis"), and the individuals listed on Schedule I hereto (the "Founders").',
            [("Alder Co.", "Company", "Company"), ("Hollis Capital Partners II, L.P.", "Hollis", None)],
            id="the individuals listed on a schedule",
        ),
        pytest.param(
            'This Agreement is made by and between Birch Hospital District, a political subdivision of the State of Florida, hereinafter called "Hospital," and Alder Anesthesia Associates, P.A., hereinafter called "Group."',
            [
                ("Birch Hospital District", "Hospital", None),
                ("Alder Anesthesia Associates, P.A.", "Group", None),
            ],
            id="hereinafter called",
        ),
        pytest.param(
            'This Consortium Agreement is made on 4 April 2014 between (a) Alder University, having its seat at Aldershausen, (b) the Institute for Elm Research e.V., and (c) Birch SE, a European company (each a "Partner" and together the "Partners").',
            [
                ("Alder University", None, None),
                ("Institute for Elm Research e.V.", None, None),
                ("Birch SE", None, None),
            ],
            id="bodies of research",
        ),
        pytest.param(
            'AGREEMENT OF SALE made between ALDER (PTY) LTD, Registration No. 1999/012345/07, herein represented by Jan Wilg, duly authorised thereto ("the Seller") and BIRCH BOERDERY CC, Registration No. CK 88/01234/23 ("the Purchaser").',
            [("ALDER (PTY) LTD", "Seller", "Seller"), ("BIRCH BOERDERY CC", "Purchaser", "Purchaser")],
            id="South African companies",
        ),
    ],
)
def test_parties_that_are_no_companies_of_one_kind(words: str, parties: Parties) -> None:
    assert named(words) == parties


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "MATERIALS AND RATES\n\nMATERIALS RATES (not to exceed) The rates are fixed for one year.",
            id="a table",
        ),
        pytest.param(
            'The undersigned file one statement about the common stock of Alder Inc. (the "Issuer").',
            id="an issuer of stock",
        ),
        pytest.param(
            'A copy was filed with the Securities and Exchange Commission (the "SEC").', id="the Commission"
        ),
        pytest.param(
            'The Operations Manual (the "Manual") is lent to you. Delays. Company pays.', id="things"
        ),
    ],
)
def test_no_party_is_found_where_none_is_named(words: str) -> None:
    assert named(words) == described(words) == []


def test_who_acts_for_a_party_is_none() -> None:
    words = (
        "made between Alder Holding AG, a company represented by its Chief Executive Officer Karl Ahorn and its Chief Technology "
        'Officer Emil Eiche, hereinafter referred to as: "ALDER", and Birch B.V., hereinafter referred to as "BIRCH".'
    )
    assert named(words) == [("Alder Holding AG", "ALDER", None), ("Birch B.V.", "BIRCH", None)]


def test_the_short_name_of_another_name_is_not_the_partys() -> None:
    words = (
        "by and between The Alder Stores, Inc. and its debtors in possession, on the one hand, and a venture of Elm Retail, Inc. "
        '("ERI") and Birch Capital, LLC ("Birch"), on the other hand.'
    )
    assert named(words)[0][:2] == ("The Alder Stores, Inc.", None)


def test_an_and_within_a_name() -> None:
    firm = 'between Alder, Hazel & Birch-Elm, Inc. ("AHB") and Rowan LLC ("Rowan")'
    institute = 'between INSTITUTE OF OAK AND ELM RESEARCH ("IOER") and ROWAN, INC. ("ROWAN")'
    joined = 'among Ash and Elm Corp., a Texas corporation ("Ash Elm"), Birch LLC ("Birch") and Rowan Inc. ("Rowan")'
    assert named(firm)[0] == ("Alder, Hazel & Birch-Elm, Inc.", "AHB", None)
    assert named(institute)[0] == ("INSTITUTE OF OAK AND ELM RESEARCH", "IOER", None)
    assert [name for name, *_ in named(joined)] == ["Ash and Elm Corp.", "Birch LLC", "Rowan Inc."]


def test_a_list_that_comes_twice_is_read_once() -> None:
    words = (
        "Cooperation Agreement Party A: Alder (Oakville) Co., Ltd. Party B: Birch Co., Ltd. "
        "Party A: Alder Co., Ltd. Address: 1 Oak Road Party B: Birch Co., Ltd. Address: 2 Elm Road"
    )
    assert [name for name, *_ in named(words)] == ["Alder (Oakville) Co., Ltd.", "Birch Co., Ltd."]


def test_a_numbered_list_under_a_heading() -> None:
    words = (
        "DATED 4 June 2008 PARTIES 1. Alder Dairy Limited, a company incorporated in New Zealand (Alder) "
        "2. Birch Foods Pty Limited ABN 11 222 333 444 (Birch) BACKGROUND A. Alder makes cheese."
    )
    assert described(words) == [
        ("Alder Dairy Limited", "Alder", None),
        ("Birch Foods Pty Limited", "Birch", None),
    ]


def test_a_guaranty_in_favor_of_its_beneficiary() -> None:
    words = (
        'This Guaranty is made by Alder Holding Corp., a Delaware corporation (the "Guarantor"), in favor of Birch Leasing '
        'S.à r.l. (the "Lessor").'
    )
    assert named(words) == [
        ("Alder Holding Corp.", "Guarantor", "Guarantor"),
        ("Birch Leasing S.à r.l.", "Lessor", "Lessor"),
    ]


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        (
            'by and between [ * * * ] (the "Provider"), and ALDER PTE, LTD., a company organized under the laws of Singapore, and Birch '
            "Computer Ltd, a company organized under the laws of Israel.",
            ["ALDER PTE, LTD.", "Birch Computer Ltd"],
        ),
        ("by and between [***], a Nevada corporation, and Alder LLC.", ["Alder LLC"]),
        (
            'by and between Alder Asia Ltd. ("AAL"), and Mr. Ash Rowan, Mr. Elm Hazel and Ms. Iris Linden (the "Developer").',
            ["Alder Asia Ltd.", "Mr. Ash Rowan", "Mr. Elm Hazel", "Ms. Iris Linden"],
        ),
        (
            'between Alder Asia Ltd., 9 Oak Street, attention: Mr. Ash Rowan and Ms. Iris Linden ("AAL"), and Birch LLC.',
            ["Alder Asia Ltd.", "Birch LLC"],
        ),
        (
            'between Alder Bank Limited ("Party A") and Tasmania and New Holland Banking Group Limited ("Party B").',
            ["Alder Bank Limited", "Tasmania and New Holland Banking Group Limited"],
        ),
        (
            "between Alder Trading Corporation. and Rowan Family Trust.",
            ["Alder Trading Corporation", "Rowan Family Trust"],
        ),
    ],
)
def test_parties_blacked_out_persons_and_joined_names(words: str, parties: list[str]) -> None:
    assert [name for name, *_ in named(words)] == parties


def test_a_label_is_the_short_name_of_a_party_that_has_no_other() -> None:
    words = 'Party A: Alder Energy Technology Co., Ltd. Party B: Birch Gas Supply Co., Ltd. (the "Supplier")'
    assert [alias for _, alias, _ in named(words)] == ["Party A", "Supplier"]
