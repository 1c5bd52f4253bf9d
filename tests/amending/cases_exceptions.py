"""Orders that leave places as they are: what each changes, and what it leaves; as in `cases.py`, with `but=`."""

from __future__ import annotations

EXCEPTIONS: list[tuple[str, list[str]]] = [
    (
        'All references in the Agreement to "Acme Corp." other than in Section 9 are replaced by references to "Zenith Corp.".',
        ["substitution - words all but=9 'Acme Corp.' -> 'Zenith Corp.'"],
    ),
    (
        'All references to "Lender" in the Agreement, except in the heading of Section 4, are replaced by "Agent".',
        ["substitution - words all but=heading:4 'Lender' -> 'Agent'"],
    ),
    (
        'Each reference to "Vendor" in the Agreement (other than in Section 9.1) is hereby replaced with "Supplier".',
        ["substitution - words all but=9.1 'Vendor' -> 'Supplier'"],
    ),
    (
        'Except in Section 9, the word "Vendor" is replaced by "Supplier" wherever it appears in the Agreement.',
        ["substitution - words all but=9 'Vendor' -> 'Supplier'"],
    ),
    (
        'Save in Clause 4.2, all references to "the Buyer" shall be replaced by "the Purchaser".',
        ["substitution - words all but=4.2 'the Buyer' -> 'the Purchaser'"],
    ),
    (
        'Replace "Vendor" with "Supplier" throughout the Agreement, other than in Sections 2 and 9.',
        ["substitution - words all but=2 but=9 'Vendor' -> 'Supplier'"],
    ),
    (
        'In Article 5, other than Section 5.3, each reference to "Vendor" is replaced with "Supplier".',
        ["substitution article 5 words all but=5.3 'Vendor' -> 'Supplier'"],
    ),
    (
        'All references to "Project" in the Agreement except those in Exhibit B are changed to "Works".',
        ["substitution - words all but=exhibit b 'Project' -> 'Works'"],
    ),
    (
        'The words "and its Affiliates" are deleted wherever they occur, except in Section 7.',
        ["repeal - words all but=7 'and its Affiliates'"],
    ),
    (
        'The term "Bank" shall be replaced with "Agent" in each place where it appears, other than in the definition of "Bank".',
        ["substitution - words all but=definition:Bank 'Bank' -> 'Agent'"],
    ),
    (
        'Each reference to "Vendor", except where it appears in Section 9, is replaced with "Supplier".',
        ["substitution - words all but=9 'Vendor' -> 'Supplier'"],
    ),
    (
        'Every reference to "$500" in Schedule 2, but not in paragraph 4 of that Schedule, is replaced with "$600".',
        ["substitution schedule 2 words all but=schedule 2/4 '$500' -> '$600'"],
    ),
    (
        'The words "ten days" in Section 4, other than in Section 4(b), are replaced by "twelve days".',
        ["substitution 4 words but=4/b 'ten days' -> 'twelve days'"],
    ),
    (
        'Each reference to "Closing Date" in Article II (other than Section 2.3) and Article IV is replaced with "Completion Date".',
        [
            "substitution article ii words all but=2.3 'Closing Date' -> 'Completion Date'",
            "substitution article iv words all but=2.3 'Closing Date' -> 'Completion Date'",
        ],
    ),
    (
        'References to "the Bank" shall be construed as references to "the Agent".',
        ["substitution - words 'the Bank' -> 'the Agent'"],
    ),
]

FOR_A_PERSON: list[tuple[str, list[str]]] = [
    ("Section 7 (other than Section 7.3) is deleted.", ["7"]),
    ("Section 7, except for the last sentence thereof, is deleted.", ["7"]),
    ("Article V (except Section 5.02) is hereby deleted in its entirety.", ["article v"]),
    ("Exhibit A, other than Part 2, is replaced with Exhibit A attached hereto.", ["exhibit a"]),
    ("Section 4 is deleted, except that the fee remains due.", ["4"]),
    ('All references to "Vendor" in Section 4, other than the first one, are replaced with "Owner".', ["4"]),
    (
        'All references to "Vendor" in Section 4 other than in clause (c) and the preamble are replaced with "Owner".',
        ["4"],
    ),
    (
        'All references to "Vendor" in Section 4 other than in clause (c) where it means a reseller are replaced with "Owner".',
        ["4"],
    ),
    (
        'All references to "Vendor" in Section 4 other than references to "Vendor Group" are replaced with "Owner".',
        ["4"],
    ),
    (
        'Section 4 is amended by replacing "ten" with "twelve", other than in clause (c), and Section 5 is deleted.',
        ["4", "5"],
    ),
    (
        'Section 4 is amended by inserting "and fees" after "rent" wherever it appears, other than in clause (c).',
        ["4"],
    ),
]
"""Exceptions that a person must tell; what is changed is still the right place."""
