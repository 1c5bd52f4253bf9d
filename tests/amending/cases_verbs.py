"""Verbs of many drafters: worded, supplemented, suppressed, of no further effect, henceforth; as in `cases.py`."""

from __future__ import annotations

VERBS_OF_OTHERS: list[tuple[str, list[str]]] = [
    ('Clause 4 is worded as follows: "Fees are due."', ["substitution 4 provision -> 'Fees are due.'"]),
    ('Clause 4 is reworded to read: "Fees are due."', ["substitution 4 provision -> 'Fees are due.'"]),
    (
        'Article 5 shall have the following wording: "Fees are due."',
        ["substitution article 5 provision -> 'Fees are due.'"],
    ),
    ('Section 4 becomes as follows: "Fees are due."', ["substitution 4 provision -> 'Fees are due.'"]),
    ('Section 4 shall henceforth read: "Fees are due."', ["substitution 4 provision -> 'Fees are due.'"]),
    (
        'Article 4 is supplemented by the following paragraph: "(d) Fees are due."',
        ["insertion article 4/d provision '(d) Fees are due.'"],
    ),
    (
        'Article 4.3 is hereby completed with the following sentence: "Fees are due."',
        ["insertion 4.3 sentence 'Fees are due.'"],
    ),
    (
        'At its end, Section 4 is supplemented by: "Fees are due."',
        ["insertion 4 sentence pos=end 'Fees are due.'"],
    ),
    (
        'Section 6.1 has, after paragraph (a), the following as new paragraph (aa): "(aa) the fee;"',
        ["insertion 6.1/aa provision pos=after:paragraph (a) '(aa) the fee;'"],
    ),
    (
        'A new clause 5A shall be introduced, which reads: "5A. Fees are due."',
        ["insertion 5a provision '5A. Fees are due.'"],
    ),
    ("Clause 9.2 is suppressed.", ["repeal 9.2 provision"]),
    ("Clause 3 is abolished.", ["repeal 3 provision"]),
    ("Section 12 shall have no further effect.", ["repeal 12 provision"]),
    ("Section 12 is hereby terminated and of no further force or effect.", ["repeal 12 provision"]),
    ("Section 12 shall no longer be of any force or effect.", ["repeal 12 provision"]),
    ("Section 4 and Section 5 are null and void.", ["repeal 4 provision", "repeal 5 provision"]),
    (
        'The second sentence of Section 3 is taken out and replaced by: "Fees are due."',
        ["substitution 3 sentence scope=sentence:2 -> 'Fees are due.'"],
    ),
    (
        'In Section 5, the phrase "best efforts" gives way to "reasonable efforts".',
        ["substitution 5 words 'best efforts' -> 'reasonable efforts'"],
    ),
    # becomes, henceforth
    (
        "In Section 4, 'thirty (30) days' becomes 'sixty (60) days'.",
        ["substitution 4 words 'thirty (30) days' -> 'sixty (60) days'"],
    ),
    (
        'The figure "38,350" in Clause 4 shall become "47,100".',
        ["substitution 4 words '38,350' -> '47,100'"],
    ),
    (
        'The word "Vendor" in Section 3 is henceforth "Supplier".',
        ["substitution 3 words 'Vendor' -> 'Supplier'"],
    ),
    (
        '"Vendor" shall henceforth be "Supplier" wherever used in Section 3.',
        ["substitution 3 words all 'Vendor' -> 'Supplier'"],
    ),
]

TOLD_OTHERWISE = [
    "Section 8 is hereby reinstated.",
    "Clause 5 shall be disregarded.",
    "Section 4 becomes void on May 1, 2010.",
    'Clause 4 gets the following text: "Fees are due."',
    "The Commencement Date becomes 1 July 2010.",
    "The Term under Section 2 becomes five years.",
    "The Minimum Order in Section 7.3 shall henceforth be 500 units.",
    "Section 5.2 is now Section 5.3.",
    "Any assignment in violation of Section 12 is null and void.",
    'Section 4 is currently worded as follows: "Fees." It shall be worded as follows: "No fees."',
]
"""Changes for a person: what is changed, or how, is not said in words that can be carried out."""

NO_CHANGES = [
    "If any provision of Section 5 is held invalid, it shall have no further effect.",
    "The Consent becomes effective on May 1, 2010.",
    "Section 2.8 of this Second Amendment shall become effective on January 1, 2021.",
    'The work shall be completed by the following date: "May 1, 2010".',
    "Failure to comply with a covenant deleted by Section 2.01 shall no longer be a Default.",
    'The Company is henceforth known as "Acme Inc.".',
]
"""What sounds like a change and is none."""
