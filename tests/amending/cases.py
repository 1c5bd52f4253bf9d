"""Orders as drafters give them, each with what it means: `action path unit [details] old -> new`.

Written so that a lawyer can check a line without knowing the program. `|` parts: the order; then one line per
instruction. Details: `scope=sentence:1,2`, `term=...`, `all`, `pos=after:anchor`.
"""

from __future__ import annotations

CASES: list[tuple[str, list[str]]] = [
    # deleting and putting
    (
        'Section 4.1 is hereby amended by deleting "ten" and substituting "twelve" in its place.',
        ["substitution 4.1 words 'ten' -> 'twelve'"],
    ),
    (
        'Section 4.1 is amended to delete the words "ten days" and to insert in their stead the words "twelve days".',
        ["substitution 4.1 words 'ten days' -> 'twelve days'"],
    ),
    (
        'The word "may" in Section 9(b)(ii) is struck out and the word "shall" inserted therefor.',
        ["substitution 9/b/ii words 'may' -> 'shall'"],
    ),
    (
        'In Section 3.4, strike "net thirty" and replace it with "net sixty".',
        ["substitution 3.4 words 'net thirty' -> 'net sixty'"],
    ),
    (
        'Replace "Vendor" with "Supplier" throughout the Agreement.',
        ["substitution - words all 'Vendor' -> 'Supplier'"],
    ),
    (
        'All references in the Agreement to "Vendor" are hereby changed to "Supplier".',
        ["substitution - words all 'Vendor' -> 'Supplier'"],
    ),
    (
        'Each occurrence of the term "Vendor" in Article 5 is replaced by "Supplier".',
        ["substitution article 5 words all 'Vendor' -> 'Supplier'"],
    ),
    (
        "In clause 7.3 for the words 'five Business Days' there shall be substituted the words 'ten Business Days'.",
        ["substitution 7.3 words 'five Business Days' -> 'ten Business Days'"],
    ),
    (
        "In clause 4, the words 'and its Affiliates' shall be deleted wherever they occur.",
        ["repeal 4 words all 'and its Affiliates'"],
    ),
    (
        "The figure '£5,000' in clause 9.2 shall be replaced by the figure '£7,500'.",
        ["substitution 9.2 words '£5,000' -> '£7,500'"],
    ),
    (
        "Clause 12.1 shall be amended by the insertion of the words 'or email' after the word 'post'.",
        ["insertion 12.1 words pos=after:post 'or email'"],
    ),
    (
        "Clause 12.1 shall be amended by the replacement of 'post' by 'courier'.",
        ["substitution 12.1 words 'post' -> 'courier'"],
    ),
    (
        'Section 6 is amended by changing the reference to "Section 12" to "Section 14".',
        ["substitution 6 words 'Section 12' -> 'Section 14'"],
    ),
    (
        'The reference to "$1,000,000" in Section 8.4(a) is hereby amended to be "$2,000,000".',
        ["substitution 8.4/a words '$1,000,000' -> '$2,000,000'"],
    ),
    (
        'Section 2.2 shall be and hereby is amended by deleting the date "June 30, 2011" where it appears therein and inserting in lieu thereof the date "June 30, 2013".',
        ["substitution 2.2 words 'June 30, 2011' -> 'June 30, 2013'"],
    ),
    (
        'Section 5(c) is amended by substituting "quarterly" for "monthly".',
        ["substitution 5/c words 'monthly' -> 'quarterly'"],
    ),
    (
        'Section 2.1 is amended to change the number "40" to "50" in the third line.',
        ["substitution 2.1 words scope=line:3 '40' -> '50'"],
    ),
    (
        'The eighth line of Section 2 is amended by deleting "shall" and inserting "may".',
        ["substitution 2 words scope=line:8 'shall' -> 'may'"],
    ),
    (
        'Section 11.2 is amended by deleting "twelve (12)" in the twenty-first line and replacing same with "eighteen (18)".',
        ["substitution 11.2 words scope=line:21 'twelve (12)' -> 'eighteen (18)'"],
    ),
    (
        'The price stated in Section 4.2 is reduced from "$9.00" to "$8.50".',
        ["substitution 4.2 words '$9.00' -> '$8.50'"],
    ),
    ('Section 4.2 is amended to reduce "$9.00" to "$8.50".', ["substitution 4.2 words '$9.00' -> '$8.50'"]),
    (
        'Section 7.1 is amended so that "three years" reads "five years".',
        ["substitution 7.1 words 'three years' -> 'five years'"],
    ),
    (
        'In Section 7.1, "three years" shall read "five years".',
        ["substitution 7.1 words 'three years' -> 'five years'"],
    ),
    (
        'In Section 7.1, for "three years" read "five years".',
        ["substitution 7.1 words 'three years' -> 'five years'"],
    ),
    # whole provisions
    ("Section 9.3 is hereby deleted in its entirety.", ["repeal 9.3 provision"]),
    (
        "Sections 9.3, 9.4 and 9.7 are hereby deleted.",
        ["repeal 9.3 provision", "repeal 9.4 provision", "repeal 9.7 provision"],
    ),
    (
        "Clauses (c) through (e) of Section 3.1 are omitted.",
        ["repeal 3.1/c provision", "repeal 3.1/d provision", "repeal 3.1/e provision"],
    ),
    ("Schedule 3 to the Agreement is hereby revoked.", ["repeal schedule 3 provision"]),
    ("Clause 8 stands deleted.", ["repeal 8 provision"]),
    ("Paragraph 4 of Appendix B to Schedule 2 is repealed.", ["repeal schedule 2/appendix b/4 provision"]),
    (
        'Section 5.5 is hereby amended and restated in its entirety to read as follows: "5.5 Audit. Buyer may audit once a year."',
        ["substitution 5.5 provision -> '5.5 Audit. Buyer may audit once a year.'"],
    ),
    (
        'Section 5.5 is hereby restated to read: "5.5 Audit. Buyer may audit once a year."',
        ["substitution 5.5 provision -> '5.5 Audit. Buyer may audit once a year.'"],
    ),
    (
        'Section 5.5 shall now read as follows: "5.5 Audit. Buyer may audit once a year."',
        ["substitution 5.5 provision -> '5.5 Audit. Buyer may audit once a year.'"],
    ),
    (
        'Delete Section 5.5 and insert the following in lieu thereof: "5.5 Audit. Buyer may audit once a year."',
        ["substitution 5.5 provision -> '5.5 Audit. Buyer may audit once a year.'"],
    ),
    (
        'Section 5.5 of the Agreement is hereby superseded and replaced by the following: "5.5 Audit. Buyer may audit once a year."',
        ["substitution 5.5 provision -> '5.5 Audit. Buyer may audit once a year.'"],
    ),
    (
        "Exhibit D is deleted and replaced with Exhibit D-1 attached hereto.",
        ["substitution exhibit d provision"],
    ),
    ("Section 13(n)(viii) is hereby deleted.", ["repeal 13/n/viii provision"]),
    ("Section 7 B. is deleted.", ["repeal 7/b provision"]),
    # sentences, lines, paragraphs
    ("The first sentence of Section 4.4 is hereby deleted.", ["repeal 4.4 sentence scope=sentence:1"]),
    (
        "The second and fourth sentences of Section 4.4 are deleted.",
        ["repeal 4.4 sentence scope=sentence:2,4"],
    ),
    ("The last two sentences of Section 4.4 are deleted.", ["repeal 4.4 sentence scope=sentence:-2,-1"]),
    ("The penultimate sentence of paragraph 6 is deleted.", ["repeal 6 sentence scope=sentence:-2"]),
    (
        "Section 4.4 is amended by deleting the next to last sentence.",
        ["repeal 4.4 sentence scope=sentence:-2"],
    ),
    (
        'The first sentence of Section 4.4 is amended to read as follows: "Rent is due on the fifth."',
        ["substitution 4.4 sentence scope=sentence:1 -> 'Rent is due on the fifth.'"],
    ),
    (
        'The following sentence is added to the end of Section 4.4: "Interest is simple."',
        ["insertion 4.4 sentence pos=end 'Interest is simple.'"],
    ),
    (
        'Section 4.4 is amended by adding the following as the last sentence thereof: "Interest is simple."',
        ["insertion 4.4 sentence pos=end 'Interest is simple.'"],
    ),
    (
        'A new sentence is hereby inserted at the end of Section 4.4 to read as follows: "Interest is simple."',
        ["insertion 4.4 sentence pos=end 'Interest is simple.'"],
    ),
    (
        'Section 4.4 is amended by inserting the following sentence after the second sentence thereof: "Interest is simple."',
        ["insertion 4.4 sentence scope=sentence:2 pos=after 'Interest is simple.'"],
    ),
    # additions of provisions
    (
        'A new Section 10.5 is hereby added to the Agreement to read as follows: "10.5 Set-off. There is none."',
        ["insertion 10.5 provision '10.5 Set-off. There is none.'"],
    ),
    (
        'The Agreement is hereby amended by adding the following new Section 10.5: "10.5 Set-off. There is none."',
        ["insertion 10.5 provision '10.5 Set-off. There is none.'"],
    ),
    (
        'There shall be added to the Agreement a new Section 10.5 as follows: "10.5 Set-off. There is none."',
        ["insertion 10.5 provision '10.5 Set-off. There is none.'"],
    ),
    (
        'Section 10 is amended by the addition of the following Section 10.5: "10.5 Set-off. There is none."',
        ["insertion 10.5 provision '10.5 Set-off. There is none.'"],
    ),
    (
        'The following is hereby added as Section 10.5 of the Agreement: "10.5 Set-off. There is none."',
        ["insertion 10.5 provision '10.5 Set-off. There is none.'"],
    ),
    (
        'Insert the following new clause (g) after clause (f) of Section 2.3: "(g) a lien for taxes;"',
        ["insertion 2.3/g provision pos=after:clause (f) '(g) a lien for taxes;'"],
    ),
    (
        'Section 2.3 is amended by inserting immediately after subsection (f) thereof the following new subsection (g): "(g) a lien for taxes;"',
        ["insertion 2.3/g provision pos=after:subsection (f) '(g) a lien for taxes;'"],
    ),
    # definitions
    (
        'The definition of "Term" in Section 1.1 is hereby amended by replacing "2009" with "2012".',
        ["substitution 1.1 words term=Term '2009' -> '2012'"],
    ),
    (
        'The definition of "Term" set forth in Section 1.1 is hereby deleted in its entirety and replaced with the following: "Term" means ten years.',
        ["substitution 1.1 definition term=Term -> '\"Term\" means ten years.'"],
    ),
    (
        'Section 1.1 is amended by adding the following definition in its proper alphabetical order: "Trunk" means a channel.',
        ["insertion 1.1 definition term=Trunk pos=alphabetical '\"Trunk\" means a channel.'"],
    ),
    ('The definition of "Trunk" is deleted from Section 1.1.', ["repeal 1.1 definition term=Trunk"]),
    (
        'The definitions of "Trunk" and "Switch" in Section 1.1 are hereby deleted.',
        ["repeal 1.1 definition term=Trunk", "repeal 1.1 definition term=Switch"],
    ),
    (
        'Section 1.1 is amended by inserting the following definition after the definition of "Switch": "Trunk" means a channel.',
        ["insertion 1.1 definition term=Trunk pos=after:Switch '\"Trunk\" means a channel.'"],
    ),
    # renumbering
    ("Section 8.3 is renumbered as Section 8.4.", ["renumbering 8.3 provision '8.3' -> '8.4'"]),
    (
        "Existing Sections 8.3 and 8.4 are hereby redesignated as Sections 8.4 and 8.5, respectively.",
        ["renumbering 8.3 provision '8.3' -> '8.4'", "renumbering 8.4 provision '8.4' -> '8.5'"],
    ),
    (
        "Clauses (d) to (f) of Section 6 become clauses (c) to (e).",
        [
            "renumbering 6/d provision '(d)' -> '(c)'",
            "renumbering 6/e provision '(e)' -> '(d)'",
            "renumbering 6/f provision '(f)' -> '(e)'",
        ],
    ),
    # headings, punctuation, places
    (
        'The heading of Section 12 is amended to read "Notices and Consents".',
        ["substitution 12 heading -> 'Notices and Consents'"],
    ),
    ('The caption of Article VI is changed to "Fees".', ["substitution article vi heading -> 'Fees'"]),
    (
        'Section 2.3(e) is amended by deleting the word "and" at the end thereof.',
        ["repeal 2.3/e words pos=end 'and'"],
    ),
    (
        'Section 2.3(f) is amended by replacing the period at the end thereof with "; and".',
        ["substitution 2.3/f words pos=end '.' -> '; and'"],
    ),
    (
        'Section 3 is amended by adding, at the end thereof, before the period, the words "in each year".',
        ["insertion 3 words pos=end:. 'in each year'"],
    ),
    (
        'Section 3 is amended by adding "on a Business Day" after "paid".',
        ["insertion 3 words pos=after:paid 'on a Business Day'"],
    ),
    (
        'Section 3 is amended by inserting the words "on a Business Day" immediately before the words "by wire".',
        ["insertion 3 words pos=before:by wire 'on a Business Day'"],
    ),
    (
        'Immediately after the word "paid" in Section 3, the words "on a Business Day" are added.',
        ["insertion 3 words pos=after:paid 'on a Business Day'"],
    ),
    # several at once
    (
        'Sections 2.1 and 2.4 are each amended by deleting "Vendor" and inserting "Supplier".',
        ["substitution 2.1 words 'Vendor' -> 'Supplier'", "substitution 2.4 words 'Vendor' -> 'Supplier'"],
    ),
    (
        'Section 2.1 is amended by deleting "ten" and "twenty" and inserting "eleven" and "twenty-one", respectively.',
        ["substitution 2.1 words 'ten' -> 'eleven'", "substitution 2.1 words 'twenty' -> 'twenty-one'"],
    ),
    (
        'Section 2.1 is amended by deleting "ten" and inserting "eleven", and Section 2.2 is deleted.',
        ["substitution 2.1 words 'ten' -> 'eleven'", "repeal 2.2 provision"],
    ),
    (
        'In Schedule 2, paragraph 3, the words "per month" are replaced with "per quarter".',
        ["substitution schedule 2/3 words 'per month' -> 'per quarter'"],
    ),
    (
        'Paragraph 3 of Schedule 2: delete "per month" and insert "per quarter".',
        ["substitution schedule 2/3 words 'per month' -> 'per quarter'"],
    ),
    ('In the table in Schedule 2, the row for "Gold" is deleted.', ["repeal schedule 2 row pos=:Gold"]),
    ("Amendment No. 1 is amended by deleting paragraph 3 thereof.", ["repeal amendment no. 1/3 provision"]),
    (
        'In Section 3, insert "one" after "two" and "three" before "four".',
        ["insertion 3 words pos=after:two 'one'", "insertion 3 words pos=before:four 'three'"],
    ),
    (
        'All references in the Agreement to "Site License" shall hereafter be deemed to mean "Site Schedule".',
        ["substitution - words all 'Site License' -> 'Site Schedule'"],
    ),
    (
        "The price for cans in Section 3.1 shall be $11.85, in lieu of $11.40.",
        ["substitution 3.1 words '$11.40' -> '$11.85'"],
    ),
    ("The notice address set forth in Section 5.2 is deleted.", ["repeal 5.2 words"]),
    (
        'Section 1.1 is amended by deleting therefrom the words and figures "ten (10)" and by substituting therefor the words and figures "six (6)".',
        ["substitution 1.1 words 'ten (10)' -> 'six (6)'"],
    ),
]

NOT_INSTRUCTIONS = [
    "Except as amended hereby, the Agreement remains in full force and effect.",
    "This Amendment may not be amended except by a writing signed by both parties.",
    'From and after the date hereof, each reference in the Agreement to "this Agreement" shall mean the Agreement as amended hereby.',
    "Buyer waives any default under Section 4.2 that occurred before the date hereof.",
    "Seller shall pay Buyer $500 upon execution of this Amendment.",
    "If Section 4.2 is deleted by later agreement, the price shall be set anew.",
    "Section 4.2 was amended by Amendment No. 1.",
    "The Schedules may be amended from time to time by the parties.",
    'The word "including" shall be construed without limitation.',
    "Capitalized terms used but not defined herein have the meanings given in the Agreement.",
    "Section 9.1 of the Agreement applies to this Amendment.",
    'Each reference in the Agreement to "this Agreement" shall be deemed to mean "the Agreement as amended hereby".',
]
