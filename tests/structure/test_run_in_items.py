"""Items that begin behind a heading, numbers that jump, and decimals before a small letter."""

from __future__ import annotations

import pytest

from tests.structure.papers import paper, paths

PAPERS = {
    "the first item is run into its section's heading": (
        "Section 2.1. Loans. The bank lends.\n\nSection 2.2. Interest. (a) A loan bears interest.\n\n"
        "(b) A late loan bears more.\n\nSection 2.3. Fees. None.",
        ["2.1", "2.2", "2.2/a", "2.2/b", "2.3"],
    ),
    "a section of items alone": (
        "ARTICLE 15 - INSURANCE\n\nSection 1. The City pays.\n\nSection 2. (a) Single: $200.\n\n(b) Family: $400.",
        ["article 15", "article 15/1", "article 15/2", "article 15/2/a", "article 15/2/b"],
    ),
    "a citation in a sentence begins nothing": (
        "1. Rent. The rent is due under Section 4. (a) is a label there.\n\n2. Term. It ends.",
        ["1", "2"],
    ),
    "an excerpt jumps to sections that have decimals of their own": (
        "2. Services\n\n2.1 They are given.\n\n6. Charges\n\n6.1 They are paid.\n\n11. Liability\n\n11.1 It is limited.\n\n"
        "14. Term\n\n14.1 It ends.",
        ["2", "2.1", "6", "6.1", "11", "11.1", "14", "14.1"],
    ),
    "decimals of three numbers may go on in small letters": (
        "2. Services\n\n2.1 The contractor shall work:\n\n2.1.1 with care;\n\n2.1.2 by day; and\n\n2.1.3 at the depot.\n\n2.2 It shall answer.",
        ["2", "2.1", "2.1.1", "2.1.2", "2.1.3", "2.2"],
    ),
    "a figure at the start of a line is none": (
        "1. Area. The land has\n1.5 million acres.\n\n2. Price. It is set.",
        ["1", "2"],
    ),
}


@pytest.mark.parametrize("text, wanted", PAPERS.values(), ids=PAPERS)
def test_the_provisions_found(text: str, wanted: list[str]) -> None:
    assert paths(paper(text)) == wanted
