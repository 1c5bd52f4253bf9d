"""Values that the paper does not quote; as in `cases.py`."""

from __future__ import annotations

VALUES: list[tuple[str, list[str]]] = [
    (
        "The figure 38,350 in Clause 4 shall be changed to 47,100.",
        ["substitution 4 words '38,350' -> '47,100'"],
    ),
    (
        "In Section 3, the price of $4.20 per unit is increased to $4.65.",
        ["substitution 3 words '$4.20' -> '$4.65'"],
    ),
    (
        "The Termination Date in Section 2 is extended from June 30, 2004 to June 30, 2006.",
        ["substitution 2 words 'June 30, 2004' -> 'June 30, 2006'"],
    ),
    (
        "Section 2.1 is amended by replacing June 30, 2004 with June 30, 2006.",
        ["substitution 2.1 words 'June 30, 2004' -> 'June 30, 2006'"],
    ),
    (
        "The reference to June 30, 2004 in Section 2 is changed to June 30, 2006.",
        ["substitution 2 words 'June 30, 2004' -> 'June 30, 2006'"],
    ),
    (
        "In clause 4.1, for 30 June 2012 substitute 30 June 2014.",
        ["substitution 4.1 words '30 June 2012' -> '30 June 2014'"],
    ),
    (
        "In Section 4.1 delete $2,500 and insert $2,750.",
        ["substitution 4.1 words '$2,500' -> '$2,750'"],
    ),
    (
        "In Section 14 replace legal@acme.com with notices@acme.com.",
        ["substitution 14 words 'legal@acme.com' -> 'notices@acme.com'"],
    ),
    (
        "In Section 8 the time is changed from 5:00 p.m. to 6:00 p.m.",
        ["substitution 8 words '5:00 p.m.' -> '6:00 p.m.'"],
    ),
    (
        "The phone number in Section 14, 555-0100, is replaced by 555-0199.",
        ["substitution 14 words '555-0100' -> '555-0199'"],
    ),
    (
        "In Section 9, change thirty (30) days to sixty (60) days.",
        ["substitution 9 words 'thirty (30) days' -> 'sixty (60) days'"],
    ),
    (
        "In Clause 3, the words ten days shall be replaced with the words twelve days.",
        ["substitution 3 words 'ten days' -> 'twelve days'"],
    ),
    (
        "The amount of Rs. 5,00,000 in Clause 4.2 shall stand revised to Rs. 6,00,000.",
        ["substitution 4.2 words 'Rs. 5,00,000' -> 'Rs. 6,00,000'"],
    ),
    (
        "The 10% discount referred to in Section 6.3 is increased to 12%.",
        ["substitution 6.3 words '10%' -> '12%'"],
    ),
    (
        "The Minimum Quantity in Section 3.2 is increased from 500 to 750 units.",
        ["substitution 3.2 words '500' -> '750'"],
    ),
    (
        "Section 5.1: the amount of $10,000 becomes $12,000.",
        ["substitution 5.1 words '$10,000' -> '$12,000'"],
    ),
    (
        "In Section 4, replace 5% with 6% and 10% with 12%.",
        ["substitution 4 words '5%' -> '6%'", "substitution 4 words '10%' -> '12%'"],
    ),
    (
        "Replace 5% with 6% in Section 4 and replace 10 days with 12 days in Section 5.",
        ["substitution 4 words '5%' -> '6%'", "substitution 5 words '10 days' -> '12 days'"],
    ),
    (
        'In Section 4, delete "five percent (5%)" and insert six percent (6%).',
        ["substitution 4 words 'five percent (5%)' -> 'six percent (6%)'"],
    ),
    (
        "The sum of $5,000 in Section 7 is increased to $6,000 in year one and $7,000 in year two.",
        ["substitution 7 words '$5,000' -> '$6,000 in year one and $7,000 in year two'"],
    ),
    (
        "The closing time in Section 2.1 is changed from 6:30 p.m. to 8:00 p.m., Mondays to Thursdays, and 5:00 p.m. on Fridays.",
        ["substitution 2.1 words '6:30 p.m.' -> '8:00 p.m., Mondays to Thursdays, and 5:00 p.m. on Fridays'"],
    ),
]

VALUES_LISTED = [
    "The Termination Date is extended from June 30, 2004 to June 30, 2006.",
    "The Commitment in Section 2.1 is increased by $5,000,000.",
    "The Commitment in Section 2.1 is increased by $5,000,000 to $25,000,000.",
    "Section 4.2 is amended to change the deadline from 10 days to 12 days after receipt.",
]
"""Values without a place, or told by what is added."""

VALUES_UNPLACED = [
    "The date June 30, 2004 is changed to June 30, 2006.",
]
"""Values whose provision the paper does not name."""
