"""The commonest amending formulas of leases, loans, supply contracts, deeds and government forms, as in `cases.py`."""

from __future__ import annotations

FORMULAS: list[tuple[str, list[str]]] = [
    (
        'The first sentence of Section 7 be and hereby is deleted and restated in its entirety as follows: "An option lasts ten years."',
        ["substitution 7 sentence scope=sentence:1 -> 'An option lasts ten years.'"],
    ),
    (
        'The definition of "Term" in Section 1 is deleted in its entirety and restated as follows: "Term" means ten years.',
        ["substitution 1 definition term=Term -> '\"Term\" means ten years.'"],
    ),
    (
        'Section 7 is deleted. Section 8 is hereby amended and restated in its entirety as follows: "8. None."',
        ["repeal 7 provision", "substitution 8 provision -> '8. None.'"],
    ),
    (
        'Section 3.2 of the Agreement is hereby amended by striking the words "thirty (30) days" and inserting in lieu thereof the words "forty-five (45) days".',
        ["substitution 3.2 words 'thirty (30) days' -> 'forty-five (45) days'"],
    ),
    (
        'Section 5.1 shall be amended to read in its entirety as follows: "5.1 Fees. The fee is $10."',
        ["substitution 5.1 provision -> '5.1 Fees. The fee is $10.'"],
    ),
    (
        'Section 5.1 of the Agreement is amended and restated to read as follows: "5.1 Fees. The fee is $10."',
        ["substitution 5.1 provision -> '5.1 Fees. The fee is $10.'"],
    ),
    (
        'Section 6.01 is hereby amended by adding a new subsection (d) at the end thereof as follows: "(d) any tax lien."',
        ["insertion 6.01/d provision pos=end '(d) any tax lien.'"],
    ),
    (
        'The reference to "Section 4.2" in Section 7.1 shall be deemed a reference to "Section 4.3".',
        ["substitution 7.1 words 'Section 4.2' -> 'Section 4.3'"],
    ),
    (
        'The definition of "Business Day" set out in Clause 1.1 shall be deleted and replaced by the following: "Business Day" means a day other than a Saturday or Sunday.',
        [
            "substitution 1.1 definition term=Business Day -> '\"Business Day\" means a day other than a Saturday or Sunday.'"
        ],
    ),
    (
        "Schedule 2 shall be substituted by the Schedule 2 attached hereto.",
        ["substitution schedule 2 provision"],
    ),
    (
        'The term "Vendor" is replaced with "Supplier" wherever it appears in the Agreement.',
        ["substitution - words all 'Vendor' -> 'Supplier'"],
    ),
    (
        'In clause 4.1, for "30 days" substitute "60 days".',
        ["substitution 4.1 words '30 days' -> '60 days'"],
    ),
    (
        'In clause 9, omit the words "or its agents".',
        ["repeal 9 words 'or its agents'"],
    ),
    (
        'In clause 9, after the words "its agents" insert the words "or contractors".',
        ["insertion 9 words pos=after:its agents 'or contractors'"],
    ),
    (
        'The lead-in to Section 6.2 is amended by replacing "shall not" with "may not".',
        ["substitution 6.2 words 'shall not' -> 'may not'"],
    ),
    (
        'The table in Exhibit B is amended by replacing row 3 with the following: "Gold | 500 | $10".',
        ["substitution exhibit b row scope=row:3 -> 'Gold | 500 | $10'"],
    ),
    (
        'Section 4.4 is hereby amended such that the words "five percent" are replaced with "six percent".',
        ["substitution 4.4 words 'five percent' -> 'six percent'"],
    ),
    (
        'Section 2.5 is hereby amended by deleting "December 31, 2019" and replacing it with "December 31, 2021".',
        ["substitution 2.5 words 'December 31, 2019' -> 'December 31, 2021'"],
    ),
    (
        "The Termination Date set forth in Section 2.1 is hereby extended from June 30, 2019 to June 30, 2021.",
        ["substitution 2.1 words 'June 30, 2019' -> 'June 30, 2021'"],
    ),
    (
        'Section 3(a) of the Lease is hereby deleted in its entirety and the following is substituted in lieu thereof: "(a) Base Rent. Tenant shall pay $5,000 per month."',
        ["substitution 3/a provision -> '(a) Base Rent. Tenant shall pay $5,000 per month.'"],
    ),
    (
        'The first sentence of Section 12 is deleted and the following sentence substituted therefor: "Tenant shall insure."',
        ["substitution 12 sentence scope=sentence:1 -> 'Tenant shall insure.'"],
    ),
    (
        'The following new definitions are added to Section 1.1 in appropriate alphabetical order: "Fee Letter" means the letter dated today. "Lender" means the bank.',
        [
            "insertion 1.1 definition term=Fee Letter pos=alphabetical '\"Fee Letter\" means the letter dated today.'",
            "insertion 1.1 definition term=Lender pos=alphabetical '\"Lender\" means the bank.'",
        ],
    ),
    (
        'Section 1.1 is amended by deleting the definitions of "Alpha" and "Beta" in their entirety.',
        ["repeal 1.1 definition term=Alpha", "repeal 1.1 definition term=Beta"],
    ),
    (
        'Section 10.2 is amended by deleting the amount "$5,000,000" appearing therein and substituting the amount "$7,500,000" therefor.',
        ["substitution 10.2 words '$5,000,000' -> '$7,500,000'"],
    ),
    (
        "Exhibit A to the Agreement is hereby deleted in its entirety and replaced with Exhibit A attached to this Amendment.",
        ["substitution exhibit a provision"],
    ),
    (
        'Section 7 is amended by inserting the following immediately after the end of the second sentence: "Seller may cure."',
        ["insertion 7 sentence scope=sentence:2 pos=after 'Seller may cure.'"],
    ),
    (
        'Section 8.1 is hereby amended by inserting ", subject to Section 9," after the word "shall" in the first sentence thereof.',
        ["insertion 8.1 words scope=sentence:1 pos=after:shall ', subject to Section 9,'"],
    ),
    (
        'Section 8.1(b) is hereby amended by deleting the text "ten" in the second line and substituting "twelve".',
        ["substitution 8.1/b words scope=line:2 'ten' -> 'twelve'"],
    ),
    (
        'Paragraph 4 of the Agreement shall be deleted and replaced in its entirety with the following new Paragraph 4: "4. Term. The term is ten years."',
        ["substitution 4 provision -> '4. Term. The term is ten years.'"],
    ),
    (
        "The second paragraph of Section 3 is hereby deleted.",
        ["repeal 3 words scope=paragraph:2"],
    ),
    (
        'Section 9.1 is amended by replacing each reference to "Parent" with "Holdings".',
        ["substitution 9.1 words all 'Parent' -> 'Holdings'"],
    ),
    (
        'References in the Agreement to "Old Co" shall be read as references to "New Co".',
        ["substitution - words 'Old Co' -> 'New Co'"],
    ),
    (
        "Clause 5.2 shall be deemed deleted.",
        ["repeal 5.2 provision"],
    ),
    (
        'A new clause 5.4 shall be inserted after clause 5.3 as follows: "5.4 Interest accrues daily."',
        ["insertion 5.4 provision pos=after:clause 5.3 '5.4 Interest accrues daily.'"],
    ),
    (
        'The following shall be inserted as a new clause 5A immediately after clause 5: "5A. Interest accrues daily."',
        ["insertion 5a provision pos=after:clause 5 '5A. Interest accrues daily.'"],
    ),
    (
        'Clause 1.1 (Definitions) is amended by the insertion of the following definitions in alphabetical order: "Agent" means the bank; and "Fee" means the fee.',
        [
            "insertion 1.1 definition term=Agent pos=alphabetical '\"Agent\" means the bank;'",
            "insertion 1.1 definition term=Fee pos=alphabetical '\"Fee\" means the fee.'",
        ],
    ),
    (
        "The existing clause 7 shall be renumbered as clause 8.",
        ["renumbering 7 provision '7' -> '8'"],
    ),
    (
        'Item 3 of Schedule 1 is deleted and the following is inserted in its place: "3. Two vehicles".',
        ["substitution schedule 1/3 provision -> '3. Two vehicles'"],
    ),
    (
        'The period of performance in Section F.1 is changed from "September 30, 2019" to "September 30, 2020".',
        ["substitution f.1 words 'September 30, 2019' -> 'September 30, 2020'"],
    ),
    (
        'Section 11(c) of the Agreement is hereby amended by changing the percentage therein from "50%" to "60%".',
        ["substitution 11/c words '50%' -> '60%'"],
    ),
    (
        "In Section 4.2, the rate is increased to 6.5% from 5.0%.",
        ["substitution 4.2 words '5.0%' -> '6.5%'"],
    ),
    (
        'In line one of Section 3.1, strike "$0.45" and insert in its place "$0.60".',
        ["substitution 3.1 words scope=line:1 '$0.45' -> '$0.60'"],
    ),
    (
        'Section 1.1 of the Credit Agreement is hereby amended by deleting the reference to "$10,000,000" in the definition of "Commitment" and substituting "$20,000,000" therefor.',
        ["substitution 1.1 words term=Commitment '$10,000,000' -> '$20,000,000'"],
    ),
    (
        'The definition of "Applicable Margin" contained in Section 1.01 of the Credit Agreement is hereby amended by deleting the table therein and replacing it with the following: Level I | 1.00% | 2.00%.',
        ["substitution 1.01 words term=Applicable Margin -> 'Level I | 1.00% | 2.00%.'"],
    ),
    (
        'Section 7.11(a) of the Credit Agreement is hereby amended by replacing "2.00 to 1.00" with "2.50 to 1.00" and "1.25" with "1.50".',
        [
            "substitution 7.11/a words '2.00 to 1.00' -> '2.50 to 1.00'",
            "substitution 7.11/a words '1.25' -> '1.50'",
        ],
    ),
    (
        'The words "Parent Guarantor" are deleted from the second sentence of Section 2.',
        ["repeal 2 words scope=sentence:2 'Parent Guarantor'"],
    ),
    (
        'The phrase "and its Subsidiaries" is hereby added immediately after the word "Company" in each place where it appears in Section 5.',
        ["insertion 5 words all pos=after:Company 'and its Subsidiaries'"],
    ),
    (
        'Section 2(b) is amended by inserting the phrase "or email" between the words "fax" and "mail".',
        ["insertion 2/b words pos=after:fax 'or email'"],
    ),
    (
        'Section 4 is hereby deleted and replaced with the words "Intentionally Omitted".',
        ["substitution 4 provision -> 'Intentionally Omitted'"],
    ),
    (
        'Section 4 of the Agreement is hereby deleted in its entirety and replaced with "[Reserved]".',
        ["substitution 4 provision -> '[Reserved]'"],
    ),
    (
        'Sub-clause (2) of clause 11 shall be replaced by the following sub-clause: "(2) The Bank may charge interest."',
        ["substitution 11/2 provision -> '(2) The Bank may charge interest.'"],
    ),
    (
        'The words "Bank Rate" shall be substituted for the words "Base Rate" in clause 6.',
        ["substitution 6 words 'Base Rate' -> 'Bank Rate'"],
    ),
    (
        'The words "Bank Rate" in clause 6 shall be substituted by the words "MCLR".',
        ["substitution 6 words 'Bank Rate' -> 'MCLR'"],
    ),
    (
        'Clause 3.1 is substituted as under: "3.1 The price is Rs. 100."',
        ["substitution 3.1 provision -> '3.1 The price is Rs. 100.'"],
    ),
    (
        'The existing Clause 3.1 stands replaced with the following: "3.1 The price is Rs. 100."',
        ["substitution 3.1 provision -> '3.1 The price is Rs. 100.'"],
    ),
    (
        'After Clause 3.1, the following new Clause 3.1A shall be inserted, namely: "3.1A The price is fixed."',
        ["insertion 3.1a provision pos=after:clause 3.1 '3.1A The price is fixed.'"],
    ),
    (
        'For the figures "Rs. 5,00,000" occurring in Clause 4, the figures "Rs. 7,00,000" shall be substituted.',
        ["substitution 4 words 'Rs. 5,00,000' -> 'Rs. 7,00,000'"],
    ),
    (
        'In Clause 7, sub-clause (b), the words "or otherwise" shall be omitted.',
        ["repeal 7/b words 'or otherwise'"],
    ),
    (
        "Annexure II shall stand deleted.",
        ["repeal annexure ii provision"],
    ),
    (
        "Annexure A to the Agreement shall be replaced with Annexure A attached hereto.",
        ["substitution annexure a provision"],
    ),
    (
        'Item 6 of the Schedule is amended by deleting "10%" and inserting "12%" in its stead.',
        ["substitution schedule/6 words '10%' -> '12%'"],
    ),
    (
        'In clause 2.1(a), delete "Monday" and insert "Tuesday" instead.',
        ["substitution 2.1/a words 'Monday' -> 'Tuesday'"],
    ),
    (
        'Clause 6.3 is varied by deleting "30" and inserting "45".',
        ["substitution 6.3 words '30' -> '45'"],
    ),
    (
        'Insert a new clause 14.5 as follows: "14.5 Survival. This clause survives."',
        ["insertion 14.5 provision '14.5 Survival. This clause survives.'"],
    ),
    (
        'The Lease is varied by deleting clause 9 and substituting the following: "9. Rent review. The rent is reviewed yearly."',
        ["substitution 9 provision -> '9. Rent review. The rent is reviewed yearly.'"],
    ),
    (
        "Part 2 of the Schedule is deleted and replaced by Annexure 1 to this Deed.",
        ["substitution schedule/part 2 provision"],
    ),
    (
        'Section 3.1 of the Lease is amended by deleting "5,000 square feet" and substituting therefor "7,500 square feet" in the first and third sentences.',
        ["substitution 3.1 words scope=sentence:1,3 '5,000 square feet' -> '7,500 square feet'"],
    ),
    (
        'Sections 5, 6 and 7 are deleted in their entirety and replaced with "Intentionally deleted."',
        [
            "substitution 5 provision -> 'Intentionally deleted.'",
            "substitution 6 provision -> 'Intentionally deleted.'",
            "substitution 7 provision -> 'Intentionally deleted.'",
        ],
    ),
    (
        "The first two lines of Section 2 are deleted.",
        ["repeal 2 line scope=line:1,2"],
    ),
    (
        "Subsections 4(b) and 4(d) of the Agreement are hereby deleted.",
        ["repeal 4/b provision", "repeal 4/d provision"],
    ),
    (
        'Section 16.1 is amended by deleting the last sentence and adding the following at the end: "Notice may be by email."',
        [
            "repeal 16.1 sentence scope=sentence:-1",
            "insertion 16.1 sentence pos=end 'Notice may be by email.'",
        ],
    ),
    (
        'Article IV is amended by adding the following Section 4.9 at the end thereof: "4.9 Audit. Yes."',
        ["insertion 4.9 provision pos=end '4.9 Audit. Yes.'"],
    ),
    (
        'Section 2.1 of the Agreement is hereby amended by amending and restating clause (c) thereof in its entirety as follows: "(c) the third anniversary;"',
        ["substitution 2.1/c provision -> '(c) the third anniversary;'"],
    ),
    (
        'The fourth sentence of Section 6(b) shall be amended by inserting "written" before "notice".',
        ["insertion 6/b words scope=sentence:4 pos=before:notice 'written'"],
    ),
    (
        'The parties agree to delete Section 8 of the Agreement and replace it with the following: "8. Governing law. Texas."',
        ["substitution 8 provision -> '8. Governing law. Texas.'"],
    ),
    (
        'The parties hereby agree that Section 8 of the Agreement shall be amended by replacing "Texas" with "Ohio".',
        ["substitution 8 words 'Texas' -> 'Ohio'"],
    ),
    (
        'It is agreed that the words "Ohio" be inserted in place of the words "Texas" in Section 8.',
        ["substitution 8 words 'Texas' -> 'Ohio'"],
    ),
    (
        'Section H.5 entitled "Key Personnel" is revised to replace "John Doe" with "Jane Roe".',
        ["substitution h.5 words 'John Doe' -> 'Jane Roe'"],
    ),
    (
        'Clause H.4, Travel, is deleted in its entirety and replaced with the following: "H.4 Travel. None."',
        ["substitution h.4 provision -> 'H.4 Travel. None.'"],
    ),
    (
        'The following is added to the end of Section 6.3 as a new paragraph: "Notice is needed."',
        ["insertion 6.3 provision pos=end 'Notice is needed.'"],
    ),
    (
        'Paragraph (a) of Section 6.3 is amended by deleting "; and" at the end thereof and paragraph (b) of Section 6.3 is amended by deleting the period at the end thereof and inserting "; and" in lieu thereof.',
        ["repeal 6.3/a words pos=end '; and'", "substitution 6.3/b words pos=end '.' -> '; and'"],
    ),
    (
        'Section 3.01 is amended by deleting the number "5" each time it appears therein and inserting the number "6" in each such place.',
        ["substitution 3.01 words all '5' -> '6'"],
    ),
    (
        'Each reference to "LIBOR" in Sections 2.1 and 2.3 is replaced by "SOFR".',
        ["substitution 2.1 words all 'LIBOR' -> 'SOFR'", "substitution 2.3 words all 'LIBOR' -> 'SOFR'"],
    ),
    (
        'All references to "Seller" in the Agreement are replaced with "Vendor" and all references to "Buyer" with "Customer".',
        ["substitution - words all 'Seller' -> 'Vendor'", "substitution - words all 'Buyer' -> 'Customer'"],
    ),
    (
        'The name "Old Corp." wherever it appears in the Agreement is changed to "New Corp."',
        ["substitution - words all 'Old Corp.' -> 'New Corp.'"],
    ),
    (
        "Exhibit B (Price List) is replaced in its entirety by the revised Exhibit B attached hereto as Attachment 1.",
        ["substitution exhibit b provision"],
    ),
    (
        "Schedule 1.1(a) to the Agreement is hereby amended and restated in its entirety as set forth on Schedule 1.1(a) attached hereto.",
        ["substitution schedule 1.1(a) provision"],
    ),
    (
        "Annex I to the Credit Agreement is hereby replaced in its entirety with Annex I hereto.",
        ["substitution annex i provision"],
    ),
    (
        "A new Exhibit F in the form attached hereto as Exhibit F is hereby added to the Credit Agreement.",
        ["insertion exhibit f provision"],
    ),
    (
        "Section 9.1(a) through (c) are deleted.",
        ["repeal 9.1/a provision", "repeal 9.1/b provision", "repeal 9.1/c provision"],
    ),
    (
        "Sections 9.1 through and including 9.4 are deleted.",
        ["repeal 9.1 provision", "repeal 9.2 provision", "repeal 9.3 provision", "repeal 9.4 provision"],
    ),
    (
        'Section 1.1(c) of the Lease ("Premises") is hereby deleted and the following is inserted in its place and stead:\n\n"(c) Premises: Suite 200."',
        ["substitution 1.1/c provision -> '(c) Premises: Suite 200.'"],
    ),
    (
        'Section 3.5 is hereby amended by adding the words "or its designee" after the words "the Company" in the second and fourth lines thereof.',
        ["insertion 3.5 words scope=line:2,4 pos=after:the Company 'or its designee'"],
    ),
    (
        'Section 3.5 is hereby amended by adding "(a)" before "the Company" and adding "; and (b) the Guarantor" after "the Borrower".',
        [
            "insertion 3.5 words pos=before:the Company '(a)'",
            "insertion 3.5 words pos=after:the Borrower '; and (b) the Guarantor'",
        ],
    ),
    (
        'The Agreement is amended by deleting all references therein to "Parent" and replacing them with "Holdings".',
        ["substitution - words all 'Parent' -> 'Holdings'"],
    ),
    (
        'The Agreement is hereby amended by changing all references to "Section 5" in Article VII to "Section 6".',
        ["substitution article vii words all 'Section 5' -> 'Section 6'"],
    ),
    (
        "Section 8.3 is amended by striking clause (b) and redesignating clauses (c) and (d) as clauses (b) and (c), respectively.",
        [
            "repeal 8.3/b provision",
            "renumbering 8.3/c provision '(c)' -> '(b)'",
            "renumbering 8.3/d provision '(d)' -> '(c)'",
        ],
    ),
    (
        'Section 2.1 of the Agreement is amended to add "and Canada" at the end of the first sentence.',
        ["insertion 2.1 words scope=sentence:1 pos=end 'and Canada'"],
    ),
    (
        'In the second row of the table in Section 4.2, "$100" is replaced with "$150".',
        ["substitution 4.2 words scope=row:2 '$100' -> '$150'"],
    ),
    (
        'Section 9.2 is amended by inserting the following proviso at the end of the first sentence thereof, immediately prior to the period: "; provided, that the Agent may waive this".',
        ["insertion 9.2 words scope=sentence:1 pos=end:. '; provided, that the Agent may waive this'"],
    ),
    (
        'The words "thirty (30)" in line 4 and the words "sixty (60)" in line 7 of Section 9.2 are replaced by "forty (40)" and "seventy (70)", respectively.',
        [
            "substitution 9.2 words scope=line:4 'thirty (30)' -> 'forty (40)'",
            "substitution 9.2 words scope=line:7 'sixty (60)' -> 'seventy (70)'",
        ],
    ),
    (
        "Sub-section 3(2)(b) of the Contract shall be varied by substituting 'Monday' for 'Friday' wherever occurring.",
        ["substitution 3/2/b words all 'Friday' -> 'Monday'"],
    ),
    (
        'By deleting clause 3.2 and inserting in its place the following clause: "3.2 The fee is payable quarterly."',
        ["substitution 3.2 provision -> '3.2 The fee is payable quarterly.'"],
    ),
    (
        'Delete the whole of clause 5 and substitute: "5. Term. Ten years."',
        ["substitution 5 provision -> '5. Term. Ten years.'"],
    ),
    (
        'Section 2.4(b) of the Credit Agreement is hereby amended by (x) deleting the phrase "within five (5) Business Days" and replacing it with "within ten (10) Business Days" and (y) deleting the last two sentences.',
        [
            "substitution 2.4/b words 'within five (5) Business Days' -> 'within ten (10) Business Days'",
            "repeal 2.4/b sentence scope=sentence:-2,-1",
        ],
    ),
    (
        'The definition of "Interest Period" in Section 1.01 is amended by replacing "one, two, three or six months" with "one or three months" and adding the following sentence at the end thereof: "No Interest Period ends after the Maturity Date."',
        [
            "substitution 1.01 words term=Interest Period 'one, two, three or six months' -> 'one or three months'",
            "insertion 1.01 sentence term=Interest Period pos=end 'No Interest Period ends after the Maturity Date.'",
        ],
    ),
    (
        'Section 1.01 is hereby amended by deleting the definitions of "LIBOR", "LIBOR Rate" and "Screen Rate" and adding the following definition in alphabetical order: "SOFR" means the secured overnight financing rate.',
        [
            "repeal 1.01 definition term=LIBOR",
            "repeal 1.01 definition term=LIBOR Rate",
            "repeal 1.01 definition term=Screen Rate",
            "insertion 1.01 definition term=SOFR pos=alphabetical '\"SOFR\" means the secured overnight financing rate.'",
        ],
    ),
    (
        "Each of Section 2.01 and Section 2.02 is hereby deleted.",
        ["repeal 2.01 provision", "repeal 2.02 provision"],
    ),
    (
        'Sections 3.1(a), (b) and (d) are hereby amended by replacing "Seller" with "Sellers".',
        [
            "substitution 3.1/a words 'Seller' -> 'Sellers'",
            "substitution 3.1/b words 'Seller' -> 'Sellers'",
            "substitution 3.1/d words 'Seller' -> 'Sellers'",
        ],
    ),
    (
        "Section 3.1(a)(i) and (ii) are deleted.",
        ["repeal 3.1/a/i provision", "repeal 3.1/a/ii provision"],
    ),
    (
        "The last sentence of each of Sections 4.1 and 4.2 is hereby deleted.",
        ["repeal 4.1 sentence scope=sentence:-1", "repeal 4.2 sentence scope=sentence:-1"],
    ),
    (
        'The first and last sentences of Section 9 are deleted and replaced, respectively, with the following: "One." and "Two."',
        [
            "substitution 9 sentence scope=sentence:1 -> 'One.'",
            "substitution 9 sentence scope=sentence:-1 -> 'Two.'",
        ],
    ),
    (
        'Article V is amended by inserting a new Section 5.09 immediately following Section 5.08 and by renumbering existing Section 5.09 as Section 5.10: "5.09 Reports. Monthly."',
        [
            "insertion 5.09 provision pos=after:section 5.08 '5.09 Reports. Monthly.'",
            "renumbering 5.09 provision '5.09' -> '5.10'",
        ],
    ),
    (
        'The title of the Agreement is changed to "Amended Services Agreement".',
        ["substitution - document -> 'Amended Services Agreement'"],
    ),
    (
        'Section 8(a) is amended in its entirety to read: "(a) Term. Two years."',
        ["substitution 8/a provision -> '(a) Term. Two years.'"],
    ),
    (
        "Section 6.1 of the Agreement is amended to increase the cap from One Million Dollars ($1,000,000) to Two Million Dollars ($2,000,000).",
        ["substitution 6.1 words 'One Million Dollars ($1,000,000)' -> 'Two Million Dollars ($2,000,000)'"],
    ),
    (
        'Section 6.1 is amended by increasing the figure "10" to "20" and the figure "30" to "40".',
        ["substitution 6.1 words '10' -> '20'", "substitution 6.1 words '30' -> '40'"],
    ),
    (
        'Section 2 of Exhibit B to the Agreement is amended by adding the following after item (iv): "(v) training."',
        ["insertion exhibit b/2/v provision pos=after:item (iv) '(v) training.'"],
    ),
    (
        'Section 7.1 is amended by inserting "(A)" immediately after the phrase "provided that" and inserting the following immediately before the period at the end thereof: "and (B) no Default exists".',
        [
            "insertion 7.1 words pos=after:provided that '(A)'",
            "insertion 7.1 words pos=end:. 'and (B) no Default exists'",
        ],
    ),
    (
        'Section 11 shall be amended by the deletion of the words "in writing" and the substitution therefor of the words "in writing or by email".',
        ["substitution 11 words 'in writing' -> 'in writing or by email'"],
    ),
    (
        'Section 11 is hereby amended by the insertion, immediately following the words "the Company", of the words "and the Parent".',
        ["insertion 11 words pos=after:the Company 'and the Parent'"],
    ),
    (
        'Subsection (c) of Section 4 is hereby amended by striking "and" at the end of paragraph (2), by striking the period at the end of paragraph (3) and inserting "; and", and by adding at the end the following new paragraph: "(4) interest."',
        [
            "repeal 4/c/2 words pos=end 'and'",
            "substitution 4/c/3 words pos=end '.' -> '; and'",
            "insertion 4/c/4 provision pos=end '(4) interest.'",
        ],
    ),
    (
        "Section 4 is amended by striking paragraph (2) and redesignating paragraphs (3) through (5) as paragraphs (2) through (4), respectively.",
        [
            "repeal 4/2 provision",
            "renumbering 4/3 provision '(3)' -> '(2)'",
            "renumbering 4/4 provision '(4)' -> '(3)'",
            "renumbering 4/5 provision '(5)' -> '(4)'",
        ],
    ),
    (
        'Section 4(b) is amended by inserting "or the Agent" after "Lender" each place it appears.',
        ["insertion 4/b words all pos=after:Lender 'or the Agent'"],
    ),
    (
        'Section 4(b) is amended by striking "Lender" both places it appears and inserting "Bank".',
        ["substitution 4/b words all 'Lender' -> 'Bank'"],
    ),
    (
        'Section 3.1 is amended by deleting "(i)" and clause (ii).',
        ["repeal 3.1 words '(i)'", "repeal 3.1/ii provision"],
    ),
    (
        'Add "Affiliate" means any related company.',
        ["insertion - definition term=Affiliate '\"Affiliate\" means any related company.'"],
    ),
    (
        'In the definition of "Completion Date", "31 March 2019" shall be replaced with "30 June 2019".',
        ["substitution - words term=Completion Date '31 March 2019' -> '30 June 2019'"],
    ),
    # amounts and clauses that stand without a place or quotation marks of their own
    (
        "Under Article 8.B, delete $1,162 and substitute $2,420.",
        ["substitution article 8/b words '$1,162' -> '$2,420'"],
    ),
    (
        "In Section 4, delete thirty (30) days and insert forty (40) days in its place.",
        ["substitution 4 words 'thirty (30) days' -> 'forty (40) days'"],
    ),
    (
        'Under Article 8.B1., delete "net" and substitute "gross".',
        ["substitution article 8/b/1 words 'net' -> 'gross'"],
    ),
    (
        "The first sentence of Section 23(a) is amended by deleting the first parenthetical clause therein, which reads"
        " “(with the consent of the Board)”, in its entirety.",
        ["repeal 23/a words scope=sentence:1 '(with the consent of the Board)'"],
    ),
    (
        'Section 5 is amended by deleting the clause ", net of tax," in the second parenthetical clause therein.',
        ["repeal 5 words ', net of tax,'"],
    ),
    (
        'The phrase "Lot quantity," as it appears in Section 2.2 of the Agreement shall be deleted.',
        ["repeal 2.2 words 'Lot quantity,'"],
    ),
    (
        'Section 8.1 is amended by deleting "and" at the end of clause (g) and changing clause (h) to clause (i).',
        ["repeal 8.1/g words pos=end 'and'", "renumbering 8.1/h provision '(h)' -> '(i)'"],
    ),
    ("Change Section 8.4 to Section 8.5.", ["renumbering 8.4 provision '8.4' -> '8.5'"]),
    (
        "Section 3(a) is hereby replaced in its entirety so that such section reads as follows:\n\n(a) Twelve Units.",
        ["substitution 3/a provision -> '(a) Twelve Units.'"],
    ),
]
