"""The name of a paper, and what beside it on its line is none of it."""

import pytest

from conformed.terms import terms_of

from .paper import paper

BY = 'by and between Alder, Inc. ("Alder") and Birch LLC ("Birch").\n\n1. Term. It lasts.\n'
MADE = f"Agreement made this 1st day of May, 2001 {BY}"
THIS = f"This Agreement is made May 1, 2001 {BY}"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (f"THIS SUPPLY AGREEMENT is made May 1, 2001 {BY}", "SUPPLY AGREEMENT"),
        (f"This Content License Agreement is made May 1, 2001 {BY}", "Content License Agreement"),
        (
            f"This License and Development Agreement is made May 1, 2001 {BY}",
            "License and Development Agreement",
        ),
        (f"SUPPLY CONTRACT\n\nContract made this 1st day of May, 2001 {BY}", "SUPPLY CONTRACT"),
        (f"Page 1 of 3\n\nDISTRIBUTOR AGREEMENT\n\n{MADE}", "DISTRIBUTOR AGREEMENT"),
        (f"EXHIBIT 99.2 Page 1 of 3 DISTRIBUTOR AGREEMENT {MADE}", "DISTRIBUTOR AGREEMENT"),
        (f"BIRCH FINANCIAL CORPORATION AFFILIATE OFFICE AGREEMENT\n\n{THIS}", "AFFILIATE OFFICE AGREEMENT"),
        (f"BIRCH FINANCIAL CORPORATION\nAFFILIATE OFFICE AGREEMENT\n\n{THIS}", "AFFILIATE OFFICE AGREEMENT"),
        (
            f"RESTATED INCOME MAINTENANCE AGREEMENT ALDER FUNDS TRUST\n\n{THIS}",
            "RESTATED INCOME MAINTENANCE AGREEMENT",
        ),
        (f"Alder Resources Ltd. EXECUTION COPY IP Rights Agreement\n\n{THIS}", "IP Rights Agreement"),
        (f'RESELLER AGREEMENT (the "Agreement")\n\n{THIS}', "RESELLER AGREEMENT"),
        (f"LIMITED LIABILITY COMPANY AGREEMENT\n\n{THIS}", "LIMITED LIABILITY COMPANY AGREEMENT"),
        (
            "Project Cooperation Agreement July 2013\n\nParty A: Alder Co., Ltd.\nParty B: Birch Co., Ltd.\n\n1. Term. It lasts.\n",
            "Project Cooperation Agreement",
        ),
        (f"STANDARD SUBLEASE\n\nThis Sublease is made May 1, 2001 {BY}", "STANDARD SUBLEASE"),
        (f"OFFER TO SUBLEASE\n\nAgreement made this 22nd day of June, 2001 {BY}", "OFFER TO SUBLEASE"),
        (f"AGREEMENT BETWEEN OWNER AND CONTRACTOR\n\n{THIS}", "AGREEMENT BETWEEN OWNER AND CONTRACTOR"),
        (
            f"AIA DOCUMENT A107-1997\n\nSTANDARD FORM OF AGREEMENT BETWEEN OWNER AND CONSTRUCTION MANAGER\n\n{MADE}",
            "STANDARD FORM OF AGREEMENT BETWEEN OWNER AND CONSTRUCTION MANAGER",
        ),
        (
            f"MAINTENANCE AGREEMENT\n\nBetween\n\nAlder, Inc.\n\nAGREEMENT\n\n{THIS}",
            "MAINTENANCE AGREEMENT",
        ),
        (f"1\n\n2\n\nEXHIBIT 1.1 Strategic Alliance Agreement\n\n{THIS}", "Strategic Alliance Agreement"),
    ],
)
def test_the_name_of_a_paper(words: str, name: str) -> None:
    assert terms_of(paper(words))["document_name"].value == name


def test_a_letterhead_is_no_name() -> None:
    head = "925 West Oak Street Suite 1820 Vancouver, British Columbia Canada V6C 3L2 Facsimile: 604-555-0130"
    read = terms_of(paper(f'{head} PROMOTION AGREEMENT (the "Agreement")\n\nDated: May 1, 2001\n\n{BY}'))
    assert read["document_name"].value == "PROMOTION AGREEMENT"


def test_a_person_on_the_cover_is_none_of_the_name() -> None:
    words = (
        "DATED 1st May 2001\n\nALDER SALT LIMITED (1)\n- and -\nELM ASHWOOD (2)\nSERVICE AGREEMENT\n\n"
        'THIS AGREEMENT is made the 1st May 2001 BETWEEN (1) Alder Salt Limited of 9 Oak Street (the "Company") and '
        '(2) Elm Rowan Ashwood of 7 Birch Lane (the "Executive").\n\n1. Term. It lasts.\n'
    )
    assert terms_of(paper(words))["document_name"].value == "SERVICE AGREEMENT"


def test_a_table_of_contents_is_no_name() -> None:
    words = "Release 20.1 Planning 39 20.2 Works Of Plan 39\n\nThe parties agree as set out below.\n"
    assert "document_name" not in terms_of(paper(words))
