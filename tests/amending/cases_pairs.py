"""Several old and new words in one order, and old words said behind the new ones; as in `cases.py`."""

from __future__ import annotations

PAIRS: list[tuple[str, list[str]]] = [
    (
        'Section 4 is amended so that it reads "14 days" instead of "20 days" and "5 %" instead of "3 %".',
        ["substitution 4 words '20 days' -> '14 days'", "substitution 4 words '3 %' -> '5 %'"],
    ),
    (
        'Section 4.1 is amended to read "monthly" instead of "quarterly".',
        ["substitution 4.1 words 'quarterly' -> 'monthly'"],
    ),
    (
        'Section 4 is hereby amended to state "monthly" rather than "quarterly".',
        ["substitution 4 words 'quarterly' -> 'monthly'"],
    ),
    (
        'In lieu of "14 days" Section 4 shall read "20 days".',
        ["substitution 4 words '14 days' -> '20 days'"],
    ),
    (
        'In Section 4, instead of "14 days" it shall read "20 days".',
        ["substitution 4 words '14 days' -> '20 days'"],
    ),
    (
        'Section 4 shall be corrected to read "Seller" where it reads "Buyer".',
        ["substitution 4 words 'Buyer' -> 'Seller'"],
    ),
    (
        'In Section 4, where it says "Buyer" it shall say "Seller".',
        ["substitution 4 words 'Buyer' -> 'Seller'"],
    ),
    (
        'In Section 3, the first sentence shall read "Fees are due." instead of "Fees are void."',
        ["substitution 3 words scope=sentence:1 'Fees are void.' -> 'Fees are due.'"],
    ),
    # pairs in a row
    (
        'In Section 6, replace "5%" with "6%", "10%" with "12%" and "15%" with "18%".',
        [
            "substitution 6 words '5%' -> '6%'",
            "substitution 6 words '10%' -> '12%'",
            "substitution 6 words '15%' -> '18%'",
        ],
    ),
    (
        'In Section 4, "5%" is changed to "6%", "10%" to "12%" and "15%" to "18%".',
        [
            "substitution 4 words '5%' -> '6%'",
            "substitution 4 words '10%' -> '12%'",
            "substitution 4 words '15%' -> '18%'",
        ],
    ),
    (
        'In Section 6 the following substitutions are made: "5%" is replaced by "6%"; and "15%" by "18%".',
        ["substitution 6 words '5%' -> '6%'", "substitution 6 words '15%' -> '18%'"],
    ),
    # respectively
    (
        'The references to "2004" and "2005" in Section 2 and Section 3, respectively, are replaced with "2006" and "2007", respectively.',
        ["substitution 2 words '2004' -> '2006'", "substitution 3 words '2005' -> '2007'"],
    ),
    (
        'The words "buyer" and "seller" in Sections 3 and 4 are replaced by "purchaser" and "vendor", respectively.',
        [
            "substitution 3 words 'buyer' -> 'purchaser'",
            "substitution 4 words 'buyer' -> 'purchaser'",
            "substitution 3 words 'seller' -> 'vendor'",
            "substitution 4 words 'seller' -> 'vendor'",
        ],
    ),
    (
        'The words "ten" and "five" in the first and second sentences of Section 4, respectively, are replaced by "twelve" and "six".',
        [
            "substitution 4 words scope=sentence:1 'ten' -> 'twelve'",
            "substitution 4 words scope=sentence:2 'five' -> 'six'",
        ],
    ),
]

UNPAIRED = [
    'In Section 4, replace the words "A" and "B" with the words "C", "D" and "E".',
]
"""Pairs that may be meant in two ways."""
