"""Orders that tell of the past of a provision, or of their own ground: neither names a place; as in `cases.py`."""

from __future__ import annotations

PAST: list[tuple[str, list[str]]] = [
    # who put the provision into its present words
    ("Section 4, as added by the First Amendment, is deleted.", ["repeal 4 provision"]),
    (
        'Section 4, as previously amended by Amendment No. 2, is amended by replacing "ten" with "twelve".',
        ["substitution 4 words 'ten' -> 'twelve'"],
    ),
    (
        "Section 4 of the Agreement, as amended by the First Amendment and the Second Amendment, is deleted in its entirety.",
        ["repeal 4 provision"],
    ),
    (
        'Section 4 of the Lease, as amended by Section 2 of the First Amendment, Section 3 of the Second Amendment and Section 4 of the Third Amendment, is deleted and replaced with: "4. Fees are due."',
        ["substitution 4 provision -> '4. Fees are due.'"],
    ),
    (
        'Section 2.1, as amended by that certain First Amendment dated May 1, 2001 (the "First Amendment"), and that certain Second Amendment dated June 2, 2002, is hereby further amended by deleting "ten".',
        ["repeal 2.1 words 'ten'"],
    ),
    ("Section 4(b), inserted by Section 3 of the Second Amendment, is deleted.", ["repeal 4/b provision"]),
    ("Section 12, which was added by Amendment No. 1, is deleted.", ["repeal 12 provision"]),
    (
        "The definition of “Fee” as most recently amended by Section 1(a) of the Third Amendment is deleted.",
        ["repeal - definition term=Fee"],
    ),
    (
        'In Section 4, as replaced by the First Amendment, "ten" is replaced with "twelve".',
        ["substitution 4 words 'ten' -> 'twelve'"],
    ),
    (
        'The words "ten days", as inserted in Section 4 by the First Amendment, are replaced with "twelve days".',
        ["substitution 4 words 'ten days' -> 'twelve days'"],
    ),
    (
        'The words "and fees", added to Section 3 by Amendment No. 1, are deleted.',
        ["repeal 3 words 'and fees'"],
    ),
    ("Section 9 added to the Agreement by Amendment No. 2 is deleted.", ["repeal 9 provision"]),
    ("Section 9, as it currently reads after Amendment No. 2, is deleted.", ["repeal 9 provision"]),
    (
        "Section 3 of the First Amendment, which amended Section 5 of the Agreement, is deleted.",
        ["repeal first amendment/3 provision"],
    ),
    (
        "Section 5, as it was amended by Section 2(c) of the Amendment dated June 1, 2004, is deleted.",
        ["repeal 5 provision"],
    ),
    (
        "Section 5, as replaced by clause 2 of the Deed of Variation dated 1 May 2010, shall be deleted.",
        ["repeal 5 provision"],
    ),
    (
        "The second sentence of Section 5, added by paragraph 3 of Amendment No. 1, is deleted.",
        ["repeal 5 sentence scope=sentence:2"],
    ),
    (
        'Section 5 is amended, as provided in Amendment No. 2, by deleting "ten".',
        ["repeal 5 words 'ten'"],
    ),
    # what is to be read as amended is an order
    (
        'Clause 4 shall be read as amended by replacing "ten" with "twelve".',
        ["substitution 4 words 'ten' -> 'twelve'"],
    ),
    (
        'Clause 4 shall be read and construed as amended by the insertion of "or email" after "post".',
        ["insertion 4 words pos=after:post 'or email'"],
    ),
    # the ground of the order
    ("Pursuant to Section 12.3 of the Agreement, Section 4 is deleted.", ["repeal 4 provision"]),
    (
        "Pursuant to Sections 12.3 and 12.4, Sections 4 and 5 are deleted.",
        ["repeal 4 provision", "repeal 5 provision"],
    ),
    ("In accordance with Article XII, Section 4 is deleted.", ["repeal 4 provision"]),
    ("Notwithstanding Section 12.3, Section 4 is deleted.", ["repeal 4 provision"]),
    ("Section 4, notwithstanding Section 12, is deleted.", ["repeal 4 provision"]),
    ("As contemplated by Section 12, Section 4 is hereby deleted.", ["repeal 4 provision"]),
    (
        "In exercise of the powers conferred by clause 20, clause 4 is deleted.",
        ["repeal 4 provision"],
    ),
    ("Section 4 is deleted pursuant to Section 12.3.", ["repeal 4 provision"]),
    (
        "The fee payable pursuant to Section 4 is increased from $5 to $6.",
        ["substitution 4 words '$5' -> '$6'"],
    ),
]

UNNAMED_PART = [
    "The sentence added to Section 3 by Amendment No. 1 is deleted.",
    "The sentence that was added at the end of Section 3 by Amendment No. 1 is deleted.",
]
"""A part that only its past names: a person must find it."""
