"""What agreements say about how long they last: the patterns by which `term_clause.py` reads the clause.

Those that match what follows, or what goes before, say so by their anchors.
"""

from __future__ import annotations

import re

from conformed.structure.durations import DURATION

__all__ = [
    "AGREED",
    "AMENDS",
    "ANNIVERSARY",
    "ANOTHER",
    "ASIDE",
    "BEGINS",
    "CALLED",
    "EFFECTIVE",
    "ELSEWHERE",
    "EMPLOYS",
    "END_NAME",
    "EVENT",
    "FIELD",
    "FOR_THE_PERIOD",
    "GENITIVE",
    "HEADED",
    "HEADING_GOES_ON",
    "IN_WHICH",
    "IS",
    "LENGTH",
    "LENGTH_OF_TIME",
    "LINK",
    "NAMED",
    "NOTICE_BEHIND",
    "NOT_TERM",
    "NOW_EXTENDED",
    "NO_DATE",
    "OBLIQUE",
    "OF_MONTH",
    "OF_PAPER",
    "OF_PAPER_ITSELF",
    "ONWARD",
    "OUTSIDE",
    "START",
    "TERM_NAME",
    "THEREOF",
    "TIME",
    "TRIGGER",
    "UNTIL",
    "WHICHEVER",
]

PAPER = r"(?:this|the|said|such|present) (?:[\w'-]+ ){0,4}?(?:agreement|contract|amendment|addendum|(?:sub-?|under)?lease|licen[cs]e agreement|tenancy|schedule|sow|joint venture|venture|"
PAPER += r"statement of work|(?-i:[A-Z]{2,8}))"
HEADING_GOES_ON = (
    r"(?:(?:and|&) (?:termination|renewal|duration)\b|(?-i:(?:This|The|Unless|Subject|Except|It)) )"
)
"""What follows the word "term" where it is the heading of a clause, or part of one; compiled with IGNORECASE."""
GRANTED = r" of the (?:licen[cs]e|franchise|grant|rights?|appointment)s? (?:hereby )?granted(?: herein| hereunder| hereby)?"
TRIGGER = re.compile(
    rf"(?P<term>\b(?:initial |original |primary |base |fixed |basic |whole |effective )?(?:term\b(?!s)(?! {HEADING_GOES_ON})|duration(?= of {PAPER}))(?: of {PAPER}| hereof|{GRANTED})?"
    r"(?: ?\([^()]{0,60}\))?[^.;]{0,200}?\b(?:shall|will|is|are|commenc\w+|begin\w*|expires?|ends?|continues?|means|runs?|for)\b)"
    rf"|(?P<paper>\b{PAPER}\b(?: ?\([^()]{{0,60}}\))?[^.;]{{0,160}}?"
    r"\b(?:commences?|continues?|remains?|in effect|take effect|takes effect|effective|expires?|terminates?|come into|comes into|valid|in force|"
    r"ha(?:ve|s) (?:a|an) (?:initial )?term|is (?:for|a fixed term)|shall be for|will be for|shall last|will last|begins?|run|extend|be binding|entered into for)\b)"
    rf"|(?P<named>\"(?:initial |original |contract |agreement )?(?:term|period)\"\s?(?:means|shall mean|is|has)|\bterm\s?(?:of agreement|of contract)?\s?:|\bduration\s?:|\b(?:initial|original|contract|agreement) (?:[a-z]+ )?period\s?:|"
    r"\b(?:expiration|expiry|termination|end) date\s?\"?\s?(?:means|shall mean|is|:))",
    re.IGNORECASE,
)
HEADED = re.compile(
    r"\b(?:TERM|Term|DURATION|Duration|PERIOD|VALIDITY|Validity|TERMINATION|Effectiveness)\b[^.]{0,60}[.:\s\d()a-z-]{0,12}"
    r"(?:[^.]{0,30}\. )?(?:(?:Unless|Subject to|Except)\b[^.]{0,100}, )?$"
)
NOT_TERM = re.compile(
    r"\b(?:surviv\w+|warrant(?:y|ies)|confidential\w*|non-?compet\w+|insurance|audit|retain|records|indemnif\w+|royalty term|patent|"
    r"lock-?up|standstill|probation\w*|statute|limitation|loan|note|option period|renewal term|extension term|renew(?:ed|al|s)?|extended|additional (?:period|term)s?|(?:following|after) the (?:initial|then[- ]current) (?:term|period)|such (?:extended|additional)|"
    r"term of (?:the|such|any|each) (?:lease|loan|sublicen\w+|purchase order|statement|patent)|purchase order|(?P<employment>employment)|prior to the (?:end|expiration)|"
    r"remaining|remainder|during the|throughout the|for the duration|work order|each sow|prior agreement|previous agreement|original agreement|"
    r"notice period|cure|days' notice|pursuant to which|royalt\w+|exclusivity|after (?:the )?(?:expiration|termination)|following (?:the )?(?:expiration|termination))\b",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"\b(?:until|through(?: and including)?|expir(?:es?|ing)(?: automatically)?(?: on| at)?|terminat(?:es?|ing)(?: automatically)?(?: on| at)?|end(?:s|ing)?(?: on| at| as of)?|to|conclud(?:es?|ing)(?: on)?)"
    r"[\s,:]*(?:and including |the close of business on |midnight (?:on|of) |(?:11:59|12:00|5:00)[^,;]{0,40}? on |the later of |(?:[a-z]+day),? |the )*$",
    re.IGNORECASE,
)
LINK = re.compile(
    r"[\s,]*(?:\([^()]{0,80}\)[\s,]*)?(?:(?:in duration|term|period)[\s,]*)?(?:\([^()]{0,80}\)[\s,]*)?(?:which (?:shall |will )?)?(?:and )?(?:shall |will )?(?:to )?"
    r"(?:from(?: and after)?|after|following|commenc(?:ing|es?)(?: on| from| as of| with| upon)?|beginning(?: on| from| as of| with| upon)?|begins?(?: on| from)?|"
    r"starting(?: on| from)?|effective(?: as of| on| from)?|as of|since|counting from|measured from|calculated from|dating from)\s(?:and after )?(?:the |its |said )?",
    re.IGNORECASE,
)
START = re.compile(
    r"\b(?:(?:commenc(?:e|es|ing)|begin(?:s|ning)?|start(?:s|ing)?|effective|in effect|effect|force|come into force|valid)[\s,]*"
    r"(?:on|as of|from|upon|with|beginning|starting|as from)|from|commencing|as of)\s(?:and after )?(?:the |its |such )?",
    re.IGNORECASE,
)
EFFECTIVE = re.compile(
    r"(?:date of (?:the )?)?(?:[a-z]+ )?(?:effective|commencement|start) date|effectiveness of this",
    re.IGNORECASE,
)
EVENT = re.compile(
    r"\"\s?(?P<name>(?:[A-Z]\w+ )?(?:Effective|Commencement|Start) Date)[,.]?\s?\" (?:shall mean|means|shall be|is|refers to)"
    r"(?: the (?:earlier|later) of| \([ia1]\))* (?:the|that) (?:first )?(?:date|day)(?: of the month)?"
    r" (?:(?:on|upon|in|following) which|when|that|(?:of|following) (?:the )?(?:completion|delivery|opening|closing|approval|receipt))\b"
    r"|\b(?:date|day) of (?:\w+ )?(?:acceptance|approval|closing|completion|delivery|receipt)\b[^\".;]{0,40}\"(?P<given>(?:Effective|Commencement) Date)[,.]?\""
)
AGREED = re.compile(
    r"(?:(?:initial |actual )?date (?:hereof\b|of (?:(?:the |its )?execution|signing|signature|(?:this|the|present|said) (?:agreement|contract|amendment|document|present))\b"
    r"|(?:first )?(?:above|written|signed|set forth|mentioned|stated|signed|referenced|appearing|indicated)\b"
    r"|on which (?:this|the) agreement (?:is|was)|(?:this|the) (?:agreement|contract) (?:is|was) (?:executed|signed|entered))"
    r"|day and year first|(?:above|first)[- ](?:written|mentioned) date|above date|execution\b(?! of (?!this|the agreement))|signing\b|signature\b|execution date)",
    re.IGNORECASE,
)
LENGTH_OF_TIME = re.compile(DURATION, re.IGNORECASE)
LENGTH = re.compile(
    r"(?:\bfor|\bof|\bis|\bbe|\bhas|\bhave|\bmeans|\blast|\blasts|\bruns?|\bperiod|\bterm|:|\bto|\buntil|\bending|\bends?|\bexpires?|\bthat is|\bdate|\bon|\bin|\bearlier of|\blater of|\bterminates?)"
    r"[\s,:-]*(?:\([^()]{0,40}\) ?)?(?:an? |the |its |initial |original |first |full |fixed |minimum |primary |base |non-cancel\w+ |term |period |duration |of |for |approximately |is |be |at least |date |that |day |which |\"|\()*$",
    re.IGNORECASE,
)
ANNIVERSARY = re.compile(
    r"\b(?P<place>(?!the\b)[a-z]+(?:[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))?|\d{1,2}\s?(?:st|nd|rd|th))\s?(?:\(\s?\w{1,5}\s?\) )?(?:annual |year )?anniversary (?:date )?(?:(?:of|following|from|after) (?:the |its )?|(?=thereof))",
    re.IGNORECASE,
)
OF_PAPER = re.compile(
    rf"(?:Term\b|(?i:initial|original|primary|effective)|(?i:[a-z]+ term|term|duration) (?i:of {PAPER}|hereof|{GRANTED[1:]}))"
)
FIELD = re.compile(
    r"(?:(?:term|duration)\s?(?:of agreement|of contract)?|(?:initial|original|contract|agreement) (?:[a-z]+ )?period)\s?:",
    re.IGNORECASE,
)
OF_PAPER_ITSELF = re.compile(rf"(?:the )?(?:[a-z]+ )?(?:term|duration) (?:of {PAPER}|hereof)", re.IGNORECASE)
ASIDE = re.compile(
    r"\b(?:unless|subject to|except as|if not)\b[^,;()]{0,160}[,;]|\([^()]{0,120}\)", re.IGNORECASE
)
OUTSIDE = re.compile(
    r"\b(?:during|throughout|within|after|following|upon|before|prior to|over|for|until|(?:end|expir\w+|termination|balance|course|rest|date) of|since|in)"
    r"(?: the| this| said| its| such| any| each| an?| initial| entire)*\s$",
    re.IGNORECASE,
)
OBLIQUE = re.compile(
    r"\b(?:under|of|by|to|in|with|from|pursuant to|for|that|into|any|between|within|throughout|during|terminate|renew|extend|while|whilst|long as|where|when)\s$",
    re.IGNORECASE,
)
ANOTHER = re.compile(
    r"(?:the|such|said) (?:early |earlier )?(?:terminat\w+|expir\w+|revision|renewal|amendment|breach|performance|execution) of\b"
    r"|such (?:[A-Z][\w'-]+ )+agreement",
    re.IGNORECASE,
)
NO_DATE = re.compile(
    r"\b(?:notice|breach|default|if |bankrupt|option of|elect|closing|in the event|provided,? (?:however|that|further)|except)\b",
    re.IGNORECASE,
)
AMENDS = re.compile(r"\W*(?:\w+ )?(?:amendment|addendum|supplement)\b", re.IGNORECASE)
THEREOF = re.compile(r"thereof|(?:such|that) date\b")
ELSEWHERE = re.compile(
    r"\b(?:until|through|ending|of which|that|(?:and|to) (?:shall |will )?(?:ends?|expires?|terminates?|continues?))\b"
)
BEGINS = re.compile(r"(?:[cC]ommencement|[sS]tart) [dD]ate")
IS = re.compile(
    r"[\"')]{0,2} (?:(?:of|for|under) (?:this|the) [\w ]{3,30} )?(?:shall be|will be|is|means|shall mean)[ :,\"]{1,3}(?:on |the )?(?=[\dA-Z]|the \d|[a-z]+ day of)"
)
CALLED = re.compile(
    r"\b(?:on|as of|from|upon) (?P<day>[\w ,]{6,40}?),? \((?:the |hereinafter |this )*[\"'](?P<more>[A-Z][a-z]+ )?$"
)
OF_MONTH = re.compile(
    r" of (?:the month of )?(?:January|February|March|April|May|June|July|August|September|October|November|December|_)"
)
NOTICE_BEHIND = re.compile(
    r"['\")]{0,2} (?:(?:prior|advance|written|previous) (?:and )?){0,3}notice\b", re.IGNORECASE
)
ONWARD = re.compile(r"['\")]{0,2} thereafter\b", re.IGNORECASE)
IN_WHICH = re.compile(r"\b(?:month|quarter|year|week) in which\b", re.IGNORECASE)
GENITIVE = re.compile(r"'s? (?!term|period|duration)[a-z]")
WHICHEVER = re.compile(
    r"\b(?:longer|later|greater|longest|latest|greatest) (?:to occur )?of\b", re.IGNORECASE
)
EMPLOYS = re.compile(r"\bemploy(?:ment|er|ee|s)\b", re.IGNORECASE)
"""What shows, in its first words, that a paper is about employment: the term of the employment is then its own."""
NAMED = re.compile(r",? ?\([^()\"]{0,60}\"\s?(?:[tT]he )?(?P<name>[A-Za-z ]{4,30}?),?\s?\"[^()\"]{0,60}\)")
TERM_NAME = re.compile(
    r"(?:(?:initial|original|base|primary|fixed|lease|sublease|tenancy|employment|contract|agreement|licen[cs]e|engagement|consulting|services?) )*term"
    r"|(?:(?:initial|original|employment|contract|agreement|engagement|consulting|licen[cs]e) )+period",
    re.IGNORECASE,
)
"""What a paper calls its own term, where it gives it a name: `five years (the "Term")`."""
END_NAME = re.compile(
    r"(?:(?:lease|term|agreement|contract|initial|scheduled|employment) )*(?:expiration|expiry|termination|end) date",
    re.IGNORECASE,
)
"""What a paper calls its last day: `December 31, 2006 (the "Expiration Date")`."""
FOR_THE_PERIOD = re.compile(
    r"\b(?:provid|perform|render|retain|engag|appoint|hir|let|leas|demis)(?:e|es|s|ed|ing|ts)?\b(?:[^.;]|\b(?:Inc|Corp|Ltd|Co)\.){0,200}?\bfor (?:the|an?) (?:initial |fixed )?(?:period|term)"
    r"(?: of)?(?: (?:from|beginning|commencing|starting)(?: on)?)? ?$",
    re.IGNORECASE,
)
"""A grant or an engagement for a period: "will provide consulting services for the period June 1 through December 31, 2001"."""
NOW_EXTENDED = re.compile(r"\b(?:is|are|shall be) hereby extended(?= (?:to|until|through)\b)", re.IGNORECASE)
"""What an amendment does to the term, which then ends on the day that it names."""
TIME = re.compile(
    r"[yY](?:ear|EAR)|[mM](?:onth|ONTH)|[dD](?:ay|AY)|[wW](?:eek|EEK)|[qQ]uarter|[aA](?:nnivers|NNIVERS)|(?:19|20)\d\d"
)
