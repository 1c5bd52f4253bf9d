"""Orders whose place or new text is easily misread; as in `cases.py`."""

from __future__ import annotations

PLACES: list[tuple[str, list[str]]] = [
    (
        "Payment (Section 3.2). Delete “thirty (30) days” and insert “ten (10) days”.",
        ["substitution 3.2 words 'thirty (30) days' -> 'ten (10) days'"],
    ),
    (
        "Clause 1: insert in alphabetical order “Tracker means the device fitted to the Equipment.”",
        [
            "insertion 1 definition term=Tracker pos=alphabetical 'Tracker means the device fitted to the Equipment.'"
        ],
    ),
    (
        'Section 1.1 is amended by replacing clause (a) of the definition of "Lender" with the following: "(a) each Bank,".',
        ["substitution 1.1/a provision term=Lender -> '(a) each Bank,'"],
    ),
    (
        'Clause (b) of the definition of "Lender" in Section 1.1 is deleted.',
        ["repeal 1.1/b provision term=Lender"],
    ),
    (
        "Section 3 is amended by deleting clause (b) and adding the following clause: “(e) none;”.",
        ["repeal 3/b provision", "insertion 3/e provision '(e) none;'"],
    ),
    (
        "In Schedule 2 the row for Board B2 shall be deleted and the following row added: “B3 South try line 6 m”.",
        ["repeal schedule 2 row pos=:Board B2", "insertion schedule 2 row 'B3 South try line 6 m'"],
    ),
    (
        "Schedule 2: omit row 3; and add a new row 4: “4 | Crawler dozer | CD20”.",
        ["repeal schedule 2 row scope=row:3", "insertion schedule 2 row '4 | Crawler dozer | CD20'"],
    ),
    (
        'Section 5(c)(ii) is amended and restated to read in its entirety: "(ii) a move of more than ten miles; and".',
        ["substitution 5/c/ii provision -> '(ii) a move of more than ten miles; and'"],
    ),
    (
        'Clause 7.1: omit "facsimile" (wherever occurring), substitute "email".',
        ["substitution 7.1 words all 'facsimile' -> 'email'"],
    ),
    (
        'Section 2.2 of the Agreement is amended by deleting "or" before clause (c).',
        ["repeal 2.2 words pos=before:clause (c) 'or'"],
    ),
    (
        "Section 2 is amended by reordering subparagraph (u) such that it will hereinafter be subparagraph (s).",
        ["renumbering 2/u provision '(u)' -> '(s)'"],
    ),
    (
        "Item 2 of the Declarations is deleted in its entirety.",
        ["repeal declarations/2 provision"],
    ),
    (
        "A new Section 1.05 is added to read: 1.05 Cable. The Customer may run cable. The second sentence of Section 1.03 is accordingly deleted.",
        [
            "insertion 1.05 provision '1.05 Cable. The Customer may run cable.'",
            "repeal 1.03 sentence scope=sentence:2",
        ],
    ),
    (
        'Notwithstanding Section 6.1 of the Agreement, the Agreement shall continue until 2031, and Section 6.1 of the Agreement is amended by deleting "for two years" and substituting "until 2031".',
        ["substitution 6.1 words 'for two years' -> 'until 2031'"],
    ),
    (
        'Section C, paragraph 3.2 is amended by replacing "ten" with "twelve".',
        ["substitution c/3.2 words 'ten' -> 'twelve'"],
    ),
    (
        'In Part 2, Section C, paragraph 3.2, "ten" is replaced with "twelve".',
        ["substitution part 2/c/3.2 words 'ten' -> 'twelve'"],
    ),
    ("Section C is amended by deleting paragraph 3.2.", ["repeal c/3.2 provision"]),
    ("Section C, 3.2 is deleted.", ["repeal c/3.2 provision"]),
    ("Paragraph 3.2, Section C is deleted.", ["repeal c/3.2 provision"]),
    ("Annex A, paragraph 4.1 is deleted.", ["repeal annex a/4.1 provision"]),
    ("Item 4, Part A, Schedule 2 is deleted.", ["repeal schedule 2/part a/4 provision"]),
    ("Part A, item 4 of Schedule 2 is deleted.", ["repeal schedule 2/part a/4 provision"]),
    ("Subparagraph (2), paragraph (b), Article 7 is deleted.", ["repeal article 7/b/2 provision"]),
    ("Section 3.2, Article III is deleted.", ["repeal 3.2 provision"]),
    (
        "The second sentence of Article IV, Section 2(b) is deleted.",
        ["repeal article iv/2/b sentence scope=sentence:2"],
    ),
    (
        "Schedule 1, clause 2.2(a), first sentence is deleted.",
        ["repeal schedule 1/2.2/a sentence scope=sentence:1"],
    ),
    (
        "Section 2, Exhibit A and Schedule 3 are deleted.",
        ["repeal 2 provision", "repeal exhibit a provision", "repeal schedule 3 provision"],
    ),
    (
        "Item 4, Schedule 2 and Schedule 3 are deleted.",
        ["repeal 4 provision", "repeal schedule 2 provision", "repeal schedule 3 provision"],
    ),
    ("Article IV and Section 3 are deleted.", ["repeal article iv provision", "repeal 3 provision"]),
    (
        "Section 2.1, clause (a), Section 3.2, clause (b) and Section 4 are deleted.",
        ["repeal 2.1/a provision", "repeal 3.2/b provision", "repeal 4 provision"],
    ),
    (
        "Section 2 and paragraph (b) of Section 3 are deleted.",
        ["repeal 2 provision", "repeal 3/b provision"],
    ),
    ("Section 4, Payment of Fees, is hereby deleted.", ["repeal 4 provision"]),
    (
        "Section 7.8 is amended by deleting the sentence:\n\n     Goods go by rail.\n\nand inserting in its place the sentence:\n\n     Goods go by road.",
        ["substitution 7.8 words 'Goods go by rail.' -> 'Goods go by road.'"],
    ),
    (
        "Section 9.5 is amended by deleting the text:\n\n     (ii) in full;\n\nand inserting in its place the text:\n\n     (ii) in part;",
        ["substitution 9.5 words '(ii) in full;' -> '(ii) in part;'"],
    ),
    (
        'Section 6.3(d) is deleted and the following Section 6.3(d) shall be subsituted in lieu thereof: "(d) Rent is due."',
        ["substitution 6.3/d provision -> '(d) Rent is due.'"],
    ),
    (
        'Section 6.3(d) is deleted and the following shall apply in its place: "(d) Rent is due."',
        ["substitution 6.3/d provision -> '(d) Rent is due.'"],
    ),
    (
        "Exhibits C and D are hereby deleted in their entirety and replaced with Exhibits C and D attached hereto.",
        ["substitution exhibit c provision", "substitution exhibit d provision"],
    ),
    (
        'Section 1 is amended by deleting the definitions of "Depot," "Fee" and "Goods" in their entirety and replacing them with the following: "Depot" means a garage. "Fee" means ten dollars. "Goods" means sand.',
        [
            "substitution 1 definition term=Depot -> '\"Depot\" means a garage.'",
            "substitution 1 definition term=Fee -> '\"Fee\" means ten dollars.'",
            "substitution 1 definition term=Goods -> '\"Goods\" means sand.'",
        ],
    ),
    (
        'The following definitions are hereby deleted from the Agreement and replaced with the following:\n\n"Depot" means a garage.\n\n"Fee" means ten dollars.',
        [
            "substitution - definition term=Depot -> '\"Depot\" means a garage.'",
            "substitution - definition term=Fee -> '\"Fee\" means ten dollars.'",
        ],
    ),
    (
        'Paragraph 5(f) is amended by adding the following paragraph to the end of such Paragraph 5(f): "Costs are shared."',
        ["insertion 5/f provision pos=end 'Costs are shared.'"],
    ),
    (
        'Paragraph 9 is amended by adding the following new subparagraph 9(f): "(f) Costs are shared."',
        ["insertion 9/f provision '(f) Costs are shared.'"],
    ),
    (
        'Section 4 is amended by adding the words "by air" immediately after the words, "by sea".',
        ["insertion 4 words pos=after:by sea 'by air'"],
    ),
    ("§ 4 para. 2 is deleted.", ["repeal 4/2 provision"]),
    ("§ 4 paras. 2 and 3 are deleted.", ["repeal 4/2 provision", "repeal 4/3 provision"]),
    ("§ 4 (2) and (3) are deleted.", ["repeal 4/2 provision", "repeal 4/3 provision"]),
    ("§ 4 para. 2 sentence 1 is deleted.", ["repeal 4/2 sentence scope=sentence:1"]),
    ("In § 6 para. 1, sentence 3 is deleted.", ["repeal 6/1 sentence scope=sentence:3"]),
    (
        "In § 6 para. 1, sentence 3 is deleted; the previous sentence 4 becomes sentence 3.",
        ["repeal 6/1 sentence scope=sentence:3"],
    ),
    (
        'B1: replace "ten days" by "twelve days".',
        ["substitution b1 words 'ten days' -> 'twelve days'"],
    ),
    ("Section 4, 2nd sentence, is deleted.", ["repeal 4 sentence scope=sentence:2"]),
    ("Art. 4 para. 2 is deleted.", ["repeal article 4/2 provision"]),
    ("§ 4 para. 3 becomes § 4 para. 2.", ["renumbering 4/3 provision '3' -> '2'"]),
    (
        'In Section 4 paragraph 2 sentence 1, "by sea" is replaced by "by air".',
        ["substitution 4/2 words scope=sentence:1 'by sea' -> 'by air'"],
    ),
    (
        'In § 5 para. 2 letter b) the word "and" is deleted.',
        ["repeal 5/2/b words 'and'"],
    ),
    (
        '§ 4 is amended as follows:\n\na) In para. 1, the following sentence is added after sentence 2: "Costs are shared."\n\n'
        "b) Para. 3 is deleted.",
        [
            "insertion 4/1 sentence scope=sentence:2 pos=after 'Costs are shared.'",
            "repeal 4/3 provision",
        ],
    ),
    (
        'The section entitled "Term" is amended by deleting "two years" and inserting "three years".',
        ["substitution “term” words 'two years' -> 'three years'"],
    ),
    (
        'Under the heading "Fees", the words "USD 100" are replaced by "USD 120".',
        ["substitution “fees” words 'USD 100' -> 'USD 120'"],
    ),
    (
        'The paragraph captioned "Payment Terms" of Exhibit B is amended by replacing "30 days" with "45 days".',
        ["substitution exhibit b/“payment terms” words '30 days' -> '45 days'"],
    ),
    (
        'Section 4, entitled "Fees", is amended by replacing "30 days" with "45 days".',
        ["substitution 4 words '30 days' -> '45 days'"],
    ),
    (
        'In the table in Part B of Schedule 2, the row for Widget A is replaced by "Widget A - 12.50".',
        ["substitution schedule 2/part b row pos=:Widget A -> 'Widget A - 12.50'"],
    ),
    (
        'In column 2 of the table in Annex A, the entry for "Site 2" is changed from "40" to "45".',
        ["substitution annex a words pos=:Site 2 '40' -> '45'"],
    ),
    (
        'Schedule 2, Part B, column 3 of the row "Widget A": delete "10.00" and substitute "12.50".',
        ["substitution schedule 2/part b words pos=:Widget A '10.00' -> '12.50'"],
    ),
    (
        'In clause 1 there shall be inserted, after the definition of "Season",\n     "Second Side"  the side that plays on\n     Mondays.',
        [
            "insertion 1 definition term=Second Side pos=after:Season '\"Second Side\" the side that plays on Mondays.'"
        ],
    ),
    (
        "In clause 1 the following definitions are inserted in alphabetical order:\n\n"
        '     "Marks"        the marks in Schedule 1\n     "Second Side"  the side that plays on Mondays',
        [
            "insertion 1 definition term=Marks pos=alphabetical '\"Marks\" the marks in Schedule 1'",
            "insertion 1 definition term=Second Side pos=alphabetical '\"Second Side\" the side that plays on Mondays'",
        ],
    ),
    (
        "PROJECTIONS. Effective on the Effective Date provided for in section 6 hereof, section 7.8 of the Agreement is"
        " amended by deleting the sentence:\n\nNo facts are known.\n\nand inserting in its place the sentence:\n\nNo facts are"
        " known to the Seller.",
        ["substitution 7.8 words 'No facts are known.' -> 'No facts are known to the Seller.'"],
    ),
    (
        'Section 5 is amended by adding a new paragraph entitled "Audit": "Audit. Buyer may audit the books."',
        ["insertion 5 provision 'Audit. Buyer may audit the books.'"],
    ),
    (
        'Sections 3 and 4, entitled "Term" and "Fees", are deleted.',
        ["repeal 3 provision", "repeal 4 provision"],
    ),
]
LISTED = [
    'Clauses entitled "Term" and "Fees" are deleted.',
    "Attachment 2, Section 3, third bullet is deleted.",
    'Section 3 of the Note is amended as follows: "Maturity" shall mean May 1, 2031.',
    "Section 4.\n\nExisting:\n\nThe Buyer shall pay in thirty days.\n\nRevised:\n\nThe Buyer shall pay in ten days.",
    "The last sentence of Section 4.1 is moved to the end of Section 5.2.",
    "The second and third sentences of Section 2.3 are reversed in order.",
    "Under Article 6, delete GC-1 Article 37 (12/91) and substitute GC-1 Article 38 (5/94).",
    "Under GENERAL TERMS and Article 6, delete the old form of the report and substitute the new form.",
]
"""Orders that give no instruction, and must be listed for a person."""
