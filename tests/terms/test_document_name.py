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
        (f"1\n\n2\n\nEXHIBIT 1.1 Strategic Alliance Agreement\n\n{THIS}", "Strategic Alliance Agreement"),
    ],
)
def test_the_name_of_a_paper(words: str, name: str) -> None:
    assert terms_of(paper(words))["document_name"].value == name


def test_a_letterhead_is_no_name() -> None:
    head = "925 West Oak Street Suite 1820 Vancouver, British Columbia Canada V6C 3L2 Facsimile: 604-555-0130"
    read = terms_of(paper(f'{head} PROMOTION AGREEMENT (the "Agreement")\n\nDated: May 1, 2001\n\n{BY}'))
    assert read["document_name"].value == "PROMOTION AGREEMENT"
