"""Sentences put where they are counted, and rows of renumberings; as in `cases.py`."""

from __future__ import annotations

COUNTED: list[tuple[str, list[str]]] = [
    (
        'Section 4 is amended by adding the following as the penultimate sentence: "Fees are due."',
        ["insertion 4 sentence scope=sentence:-1 pos=before 'Fees are due.'"],
    ),
    (
        'Section 4 is amended by adding the following as a new second sentence: "Fees are due."',
        ["insertion 4 sentence scope=sentence:1 pos=after 'Fees are due.'"],
    ),
    (
        'Insert the following sentence as the new first sentence of Section 4: "Fees are due."',
        ["insertion 4 sentence pos=start 'Fees are due.'"],
    ),
    (
        'The following shall be inserted as a new last sentence in Section 4: "Fees are due."',
        ["insertion 4 sentence pos=end 'Fees are due.'"],
    ),
    (
        'Section 4 is amended by inserting ", and fees" before the period at the end of the second sentence.',
        ["insertion 4 words scope=sentence:2 pos=end:. ', and fees'"],
    ),
    (
        "Clause 7 is renumbered 8, clause 8 is renumbered 9 and clause 9 is renumbered 10.",
        [
            "renumbering 7 provision '7' -> '8'",
            "renumbering 8 provision '8' -> '9'",
            "renumbering 9 provision '9' -> '10'",
        ],
    ),
    ("Section 7 is to be numbered 8.", ["renumbering 7 provision '7' -> '8'"]),
]

COUNTED_LISTED = [
    'The words "and fees" shall be inserted at the end of the sentence beginning with "Tenant shall" in Section 4.',
    "Section 4(b) becomes Section 4(c), and Section 4(c) becomes Section 4(d).",
    "The present Clause 7 will now be Clause 8.",
]
"""For a person."""
