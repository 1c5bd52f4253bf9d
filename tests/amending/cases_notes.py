"""Orders as notes by clause give them: no verb, or a bare one, behind the place; as in `cases.py`."""

from __future__ import annotations

NOTES: list[tuple[str, list[str]]] = [
    (
        'Section 4, line 3: delete "or", insert "and".',
        ["substitution 4 words scope=line:3 'or' -> 'and'"],
    ),
    (
        'Section 4, first sentence: replace "30" with "60".',
        ["substitution 4 words scope=sentence:1 '30' -> '60'"],
    ),
    (
        'Section 4 (Fees), second paragraph, third line: "five" to read "six".',
        ["substitution 4 words scope=line:3 'five' -> 'six'"],
    ),
    (
        'Section 4.1: The first sentence shall be replaced by the following: "Fees are due."',
        ["substitution 4.1 sentence scope=sentence:1 -> 'Fees are due.'"],
    ),
    (
        'ADD the following to Section 5: "Fees are final."',
        ["insertion 5 words 'Fees are final.'"],
    ),
    (
        'REPLACE Section 5.2 WITH the following: "5.2 None."',
        ["substitution 5.2 provision -> '5.2 None.'"],
    ),
    (
        'DELETE: Section 5.2 in its entirety. INSERT: "5.2 Fees are final."',
        ["substitution 5.2 provision -> '5.2 Fees are final.'"],
    ),
    (
        'Section 5.2, delete: "thirty days" and insert: "sixty days".',
        ["substitution 5.2 words 'thirty days' -> 'sixty days'"],
    ),
    (
        'Article 7 is amended as follows: FROM: "five units" TO: "six units".',
        ["substitution article 7 words 'five units' -> 'six units'"],
    ),
    (
        'Section B.3 is hereby changed as follows: From: "$100" To: "$120".',
        ["substitution b.3 words '$100' -> '$120'"],
    ),
    (
        'Schedule 2: Replace the Dispatch row with: "Dispatch, 400 users".',
        ["substitution schedule 2 row pos=:Dispatch -> 'Dispatch, 400 users'"],
    ),
    (
        "Section 5.2: delete.",
        ["repeal 5.2 provision"],
    ),
    (
        'Section 5.2: delete in its entirety and replace with: "5.2 Fees. None."',
        ["substitution 5.2 provision -> '5.2 Fees. None.'"],
    ),
    (
        'New definition, in alphabetical order: "Depot" means a garage.',
        ["insertion - definition term=Depot pos=alphabetical '\"Depot\" means a garage.'"],
    ),
    (
        "In Seller's address in Section 3, change 310 Depot Street to 77 Roundhouse Lane.",
        ["substitution 3 words '310 Depot Street' -> '77 Roundhouse Lane'"],
    ),
    (
        "Section 4: the daily rate is changed from $7.50 to $9.25 and the weekly rate is changed from $75 to $92.",
        ["substitution 4 words '$7.50' -> '$9.25'", "substitution 4 words '$75' -> '$92'"],
    ),
    (
        "The deposit of thirty (30) days provided for in Section 6.1 is reduced to twenty (20) days.",
        ["substitution 6.1 words 'thirty (30) days' -> 'twenty (20) days'"],
    ),
    (
        "Section 4.1 to be deleted.",
        ["repeal 4.1 provision"],
    ),
    (
        'Section 4.1: "ten" amended to "twelve".',
        ["substitution 4.1 words 'ten' -> 'twelve'"],
    ),
    (
        'Article III, Section 3(b): "25 pounds" is substituted for "40 pounds".',
        ["substitution article iii/3/b words '40 pounds' -> '25 pounds'"],
    ),
    (
        'Section 2.1 is amended by deleting "a", and Section 2.2 by deleting "b" and inserting "c".',
        ["repeal 2.1 words 'a'", "substitution 2.2 words 'b' -> 'c'"],
    ),
    (
        "First, the second sentence of Section 2 is deleted.",
        ["repeal 2 sentence scope=sentence:2"],
    ),
    (
        'Section 4.1 shall be deemed to be amended by deleting "x" and substituting "y".',
        ["substitution 4.1 words 'x' -> 'y'"],
    ),
    (
        'The full stop at the end of clause 4.4 shall be replaced with a semi-colon followed by the word "and".',
        ["substitution 4.4 words pos=end '.' -> '; and'"],
    ),
]
