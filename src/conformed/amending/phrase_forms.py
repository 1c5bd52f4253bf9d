"""The set phrases of amending language, each with the token that it becomes."""

from __future__ import annotations

import re

__all__ = ["PHRASE"]

_PHRASES = [
    ("STOP", r"\.(?=\s|$|[\"”'’])"),
    ("SEMICOLON", r";"),
    ("COLON", r":(?!\d\d\b)"),
    ("COMMA", r","),
    (
        "BEFORE_STOP",
        r"\(?(?:but\s+)?(?:immediately\s+|just\s+)?(?:before|prior\s+to|preceding|inside)\s+the\s+(?:final\s+|closing\s+|concluding\s+|ending\s+)?(?:period|full[\s-]stop|semi-?colon)(?:\s+at\s+the\s+end(?:\s+there(?:of)?)?)?(?:\s+thereof)?\)?",
    ),
    (
        "INSTEAD",
        r"(?:(?:in|by\s+way\s+of)\s+(?:the\s+)?(?:lieu|place|stead|substitution|replacement)(?:\s+and\s+stead)?\s+(?:thereof|therefor)\b|there-?fore?\b(?!,)|in\s+(?:its|their|his)\s+(?:respective\s+)?(?:place|stead|lieu)s?\b|in\s+(?:lieu|place|stead)\s+of\s+(?:it|them|the\s+same|(?:such|that|those|said|the\s+said)\s+\w+)\b|in\s+that\s+place\b|\binstead\b(?!\s+of)|\brather\b(?!\s+than))",
    ),
    (
        "INSTEAD_OF",
        r"(?:where\s+(?:it|they|the\s+same)\s+(?:(?:now|currently|presently|previously|formerly)\s+)?(?:reads?|says?|states?|provides?|said|stated)(?=\s*$)|instead\s+of|in\s+(?:lieu|place|stead|substitution)\s+(?:of|for)|rather\s+than)\b",
    ),
    (
        "EVERYWHERE",
        r"(?:wherever|where-?soever|throughout|(?:in\s+)?(?:each|every)\s+(?:time|place|instance|case)\s+(?:that|where|in\s+which)?\s*(?:it|they|(?:such|that|those|the|said)\s+(?:\w+\s+){1,2}|the\s+same)\s*(?:so\s+)?(?:appears?|occurs?|is\s+used|are\s+used)|(?:in\s+)?(?:each|every)\s+(?:place|instance|time)\s+(?:where|in\s+which|that)\s+(?=(?:the\s+(?:words?|phrase|term|expression|figure)\s*)?$)|both\s+(?:references?|occurrences?|mentions?|uses?)(?:\s+(?:to|of)\b)?|(?:in\s+)?both\s+(?:places|instances|times)(?:\s+(?:(?:where|in\s+which|that)\s+)?(?:it|they)\s+(?:appears?|occurs?))?|in\s+(?:each|every)\s+(?:instance|place|occurrence)(?!\s+(?:the\s+words|(?:where|in\s+which|that)\s+(?!(?:it|they|such|the\s+same)\b)))|in\s+all\s+(?:instances|places)|(?:any\s+and\s+all|all|each(?:\s+and\s+every)?|every)\s+(?:other\s+|and\s+every\s+)?(?:references?|occurrences?|instances?|mentions?|uses?)(?:\s+(?:to|of)\b)?)",
    ),
    (
        "NTH",
        r"(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|penultimate|\d{1,2}(?:st|nd|rd|th))"
        r"(?:\s+(?:and|or)\s+(?:the\s+)?(?:second|third|fourth|last|final))?(?:\s+(?:two|three|four|five))?"
        r"\s+(?:occurrence|instance|appearance|mention|reference|use)s?\s+(?:of|to)\b(?=\s+(?:the\s+)?(?:(?:words?|phrases?|terms?|expressions?|figures?|numbers?|dates?|amounts?|names?|defined\s+term)\s*)?$)",
    ),
    (
        "GROUND",
        r"notwithstanding(?:\s+(?:anything\s[^.;:\"“]{0,60}?\s(?:in|of)|(?:any|the)\s+(?:other\s+)?(?:provisions?|terms?)\s+(?:of|in)))?\b"
        r"|without\s+prejudice\s+to\b|(?:pursuant|subject|further)\s+to\b|(?:consistent|consistently)\s+with\b"
        r"|in\s+(?:accordance|compliance|conformity|keeping)\s+with\b|in\s+furtherance\s+of\b|by\s+virtue\s+of\b"
        r"|as\s+(?:required|permitted|contemplated|allowed|authori[sz]ed|envisaged|prescribed|foreseen)\s+(?:by|in|under|pursuant\s+to)\b"
        r"|(?:rights?|powers?|authority|options?|elections?)\s+(?:(?:granted|given|contained|conferred|reserved)\s+)?(?:under|by|pursuant\s+to|in)\b(?=\s+(?:section|clause|paragraph|article)\b)",
    ),
    (
        "EXCEPT",
        r"(?:other\s+than|except(?:ing)?(?:\s+(?:for|as\s+to))?(?!\s+(?:that|as|to\s+the)\b)|with\s+the\s+exceptions?\s+of|exclusive\s+of|apart\s+from"
        r"|(?:but\s+)?(?:excluding|not\s+including)|save(?:\s+(?:for|only))?(?=\s+(?:in|for|under|those|any|where|clauses?|sections?|paragraphs?)\b)"
        r"|but\s+not(?=\s+(?:in|those|any|within|under)\b))"
        r"(?!\s+(?:for\s+)?(?:(?:the|these|those|any|such|this|that)\s+)?(?:foregoing|above|preceding|changes?|amend\w+|modif\w+|variations?|matters|provided|expressly|specifically|herein|hereby|set)\b)"
        r"(?:\s+(?:(?:for|any|the|such|in\s+the\s+case\s+of)\s+)*(?:those|(?:references?|occurrences?|instances?|uses?|mentions?)(?:\s+thereto)?)"
        r"(?:\s+(?:which|that)\s+(?:appears?|occurs?|stands?|are|is))?(?:\s+(?:contained|appearing|occurring|set\s+(?:out|forth)|made|found))?"
        r"(?=\s+(?:in|at|under|on|within)\b))?(?:\s+where\s+(?:it|they|the\s+same)\s+(?:appears?|occurs?|is\s+used|are\s+used)(?=\s+in\b))?",
    ),
    ("EACH_CASE", r"in\s+(?:each|every|both|either)\s+(?:such\s+)?cases?\b"),
    (
        "RESPECTIVELY",
        r"respectively\b|in\s+that\s+order\b|in\s+the\s+same\s+order\b|in\s+the\s+order\s+(?:named|listed|given|stated)\b",
    ),
    (
        "ALPHABETICAL",
        r"(?:in\s+)?(?:the\s+|its\s+|their\s+)?(?:proper\s+|appropriate\s+|correct\s+|respective\s+)*alphabetic(?:al)?(?:ly)?(?:\s+(?:order|sequence|place|position|location)s?)?(?:\s+there(?:in|to|of))?",
    ),
    (
        "AT_END",
        r"(?:immediately\s+)?(?:(?:at|to|on|onto)\s+(?:the|its|their)\s+(?:very\s+)?end\b|after\s+the\s+end\b(?!\s+of\s+the\s+(?:\w+\s+){1,3}(?:sentences?|lines?|paragraphs?|rows?)\b))(?:\s+(?:of|there(?:of|to)))?",
    ),
    (
        "AT_START",
        r"(?:at|to)\s+(?:the|its|their)\s+(?:very\s+)?(?:beginning|start|commencement|front)\b(?:\s+(?:of|there(?:of|to)))?",
    ),
    ("BETWEEN", r"(?:in\s+)?between\b"),
    (
        "AFTER",
        r"(?:immediately\s+|directly\s+|just\s+)?(?:after|behind|following|to\s+follow)\b(?:\s+immediately\b|\s+the\s+end\s+of\b(?=\s+the\s+(?:\w+\s+){1,3}(?:sentences?|lines?|paragraphs?|rows?)\b))?",
    ),
    (
        "BEFORE",
        r"(?:immediately\s+|directly\s+|just\s+)?(?:before|preceding|prior\s+to|in\s+front\s+of|ahead\s+of)\b",
    ),
    (
        "FORMERLY",
        r"(?:previously|formerly|currently|presently|originally|used\s+to)\s+(?:reads?|stated?s?|provided?s?|worded\s+as\s+follows)\b"
        r"|(?:is|are|was|were)\s+(?:previously|formerly|currently|presently|originally)\s+(?:worded|phrased|drafted|written)(?:\s+as\s+follows)?\b",
    ),
    (
        "FORMERLY_WORDS",
        r"(?:(?:was|were)\s+(?:previously\s+|formerly\s+)?(?:required|directed|addressed|sent)\s+to(?:\s+be)?\b)",
    ),
    (
        "NOW",
        r"(?:(?:it|they|which)\s+)?(?:(?:is|are)\s+)?now\s+(?:reads?|provides?|states?|(?:to\s+be\s+)?(?:required|directed|addressed|sent)\s+to(?:\s+be)?)\b|(?:it\s+)?(?:shall|will)\s+(?:now|hereafter|henceforth)\s+(?:read|provide|state)\b",
    ),
    (
        "REFERRED",
        r"(?:(?:is|are|be|shall\s+be)\s+)?(?:(?:now|hereafter|hereby|henceforth)\s+)*(?:referred\s+to|known|designated|styled|called)\s+as\b",
    ),
    ("SET_AT", r"(?:(?:is|are|be)\s+)?(?:\w+\s+)?(?:set|fixed|established)\s+at\b"),
    (
        "AS_IF",
        r"(?:(?:be\s+)?(?:read|construed|interpreted|applied|have\s+effect|take\s+effect|apply)(?:\s+and\s+construed)?\s+)?as\s+(?:if|though)\b",
    ),
    (
        "REFERENCES_TO",
        r"(?:(?:shall|will|is|are)\s+(?:(?:now|hereafter|henceforth|instead|each)\s+)?(?:to\s+)?)?be\s+(?:hereby\s+)?(?:read|construed|interpreted|understood|deemed|treated|taken)"
        r"(?:\s+and\s+(?:read|construed|interpreted))?(?:\s+(?:as|to\s+be|as\s+being))?\s+(?:a\s+)?references?\s+to\s*$",
    ),
    (
        "WORDED",
        r"(?:(?:is|are|be|shall\s+be|will\s+be)\s+)?(?:(?:hereby|now|henceforth|accordingly)\s+)*(?:re-?)?(?:worded|phrased|formulated|drafted|written)\s+"
        r"(?:as\s+follows|(?:so\s+as\s+)?to\s+(?:read|state)(?:\s+as\s+follows)?|in\s+the\s+following\s+(?:terms|manner|way|form))\b"
        r"|(?:(?:shall|will|henceforth|now)\s+(?:have|has|receive)|receives?|(?:is|are|shall\s+be)\s+given)\s+(?:henceforth\s+|now\s+)?the\s+following\s+(?:wording|text|version|content|form)\b"
        r"|(?:becomes?|shall\s+become)\s+(?:as\s+follows|the\s+following)\b(?=\s*:)",
    ),
    (
        "SUPPLEMENTED",
        r"(?:is|are|shall\s+be|be)\s+(?:(?:hereby|further|also)\s+)*(?:supplemented|completed|complemented|augmented|enlarged|expanded)\s+(?:by|with)"
        r"(?=\s*(?:the\s+(?:following|words?|phrase)|a\s+(?:new|further)|an\s+additional|:|$))",
    ),
    (
        "HAS_NEW",
        r"(?:has|have|shall\s+have),?(?=\s+(?:immediately\s+)?(?:after|before|following|at\s+the\s+end)\b[^.;\"“]{0,60}\bthe\s+following\b)",
    ),
    ("TAKEN_OUT", r"(?:is|are|shall\s+be|be)\s+(?:hereby\s+)?taken\s+out\b(?:\s+of)?"),
    ("GIVES_WAY", r"(?:gives?|shall\s+give|will\s+give)\s+way\s+to\b"),
    (
        "NULLED",
        r"(?:is|are|shall\s+be)\s+(?:hereby\s+)?(?:(?:declared\s+)?null\s+and\s+void|void\s+and\s+of\s+no\s+(?:force\s+or\s+)?effect)\b",
    ),
    (
        "READ_AMENDED",
        r"(?:(?:shall|will|is|are)\s+(?:to\s+)?)?be\s+(?:read|construed|interpreted)(?:\s+and\s+(?:read|construed|interpreted))?"
        r"\s+as\s+(?:amended|modified|varied|if\s+amended)(?=\s+(?:by|as\s+follows|in\s+the\s+following)\b|\s*:)",
    ),
    (
        "READ",
        r"(?:so\s+(?:that|as)\s+(?:it|they|(?:such|said|the|that)\s+(?:sub-?)?(?:sections?|clauses?|paragraphs?|articles?|sentences?|definitions?|provisions?))?\s*(?:shall\s+|will\s+)?(?:to\s+)?(?:reads?|states?|provides?)|(?:to|shall|will)\s+(?:\w+ly\s+)?(?:(?:now|henceforth|hereafter|instead)\s+)?(?:read|state|say)|to\s+be\s+read\s+as|(?:shall|will)\s+be\s+(?:and\s+)?(?:read|stated)\s+as(?:\s+follows)?(?!\s+if)|reads?|reading|stating|which\s+states?|in\s+the\s+following\s+(?:terms|form)|(?:to|shall|will)\s+provide(?:\s+as\s+follows|(?=:)))\b",
    ),
    (
        "TO_BE",
        r"(?:(?:to|shall|will)\s+(?:\w+\s+)?(?:mean|refer\s+to)|deemed\s+(?:a\s+)?references?\s+to)\s*$|to\s+be\s+(?:a\s+)?references?\s+to\b|to\s+(?:refer|make\s+reference)\s+to\b|to\s+be\s*$|so\s+that\s+(?:it|they)\s+(?:refers?|is\s+a\s+reference)\s+to\b",
    ),
    (
        "CEASE",
        r"(?:(?:shall|will|hereby)\s+)*ceases?\s+to\s+(?:have\s+(?:any\s+)?(?:further\s+)?(?:force\s+(?:or|and)\s+)?(?:effect|force)|be\s+(?:in\s+force|of\s+(?:any\s+)?(?:force|effect)|effective)|apply)"
        r"|(?:is|are|shall\s+be|and)\s+(?:hereby\s+)?of\s+no\s+further\s+(?:force\s*(?:,|or|and)\s+)?(?:validity\s+or\s+)?effect"
        r"|(?:shall\s+)?(?:has|have)\s+no\s+(?:further|more)\s+(?:force\s+(?:or|and)\s+)?effect"
        r"|(?:shall|will)\s+no\s+longer\s+(?:be\s+of\s+any\s+(?:force\s+(?:or|and)\s+)?effect|have\s+(?:any\s+)?(?:force\s+(?:or|and)\s+)?effect|be\s+in\s+(?:force|effect))",
    ),
    (
        "BECOME",
        r"(?:such|so)\s+that\s+(?:it|they|the\s+same)\s+(?:will|shall)\s+(?:(?:hereinafter|hereafter|thereafter|henceforth|now|then)\s+)?(?:be|become)\s+(?=(?:sub)?(?:-\s?)?(?:section|paragraph|clause|item|article)s?\b)|becomes?\b|(?:shall|will)\s+(?:now\s+|henceforth\s+)?become\b|now\s+becomes?\b"
        r"|(?:is|are)\s+(?:henceforth|hereafter|henceforward|from\s+now\s+on)\b(?!\s+(?:referred|known|called|styled))|(?:shall|will)\s+(?:henceforth|hereafter|henceforward)\s+be\b(?=\s*(?:(?:the\s+)?words?\s*)?$)",
    ),
    (
        "PAPER",
        r"(?:the\s+|said\s+|such\s+)?(?:amendment|modification|variation|endorsement|supplement|addendum|change\s+order)\s*(?:agreement\s*)?(?:no\.?|number|num\.?|#)\s*(?:\w+)|modification\s+(?:p\d{3,6}|a\d{3,6})|(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth)\s+(?:amendment|amendatory\s+agreement|modification|supplement(?:al)?(?:\s+(?:agreement|deed|indenture))?|deed\s+of\s+variation|variation(?:\s+agreement)?|addendum|endorsement|letter\s+amendment)",
    ),
    (
        "OWN",
        r"(?:this|the\s+present)\s+(?:\w+\s+){0,3}?(?:amendment(?:\s+(?:and\s+addendum|agreement|letter|no\.?\s*\w+|number\s+\w+|#\s*\w+))?|modification|deed(?:\s+of\s+variation)?|endorsement|variation|supplement|addendum|letter(?:\s+agreement)?|instrument|omnibus\s+amendment)\b|\bhereof\b|\bhereto\b|\bhereunder\b|\bherein\b",
    ),
    (
        "NEXT_TO_LAST",
        r"next[\s-]to[\s-](?:the[\s-])?last|second[\s-](?:to|from)[\s-](?:the[\s-])?last|last\s+but\s+one|one\s+before\s+(?:the\s+)?last",
    ),
    (
        "BEFORE_LAST",
        r"(?P<bl>sentence|line|paragraph|row)\s+(?:immediately\s+)?(?:before|preceding|prior\s+to)\s+the\s+(?:last|final)(?:\s+(?:sentence|line|paragraph|row))?\b",
    ),
    (
        "ROW_KEY",
        r"(?:CLINs?|SLINs?|line\s+items?(?:\s+nos?\.?)?|contract\s+line\s+items?(?:\s+nos?\.?)?)\s+(?P<rk>[A-Z0-9][\w-]*)",
    ),
    (
        "DEFINED_TERM",
        r"(?:the\s+)?(?:new\s+|existing\s+|current\s+)?(?:defined\s+terms?|definitions?(?:\s+(?:of|for)\s+(?:the\s+)?(?:defined\s+)?(?:terms?|expressions?|phrases?|words?)|\s+of\b|\s+for\b)?|meanings?\s+of\b(?:\s+(?:the\s+)?(?:defined\s+)?(?:terms?|expressions?))?)",
    ),
    (
        "HEADING",
        r"(?:section\s+|clause\s+)?(?:headings?|titles?|captions?|rubric)\b(?=\s+(?:of|to|for|in|thereof|is|are|and|shall|from|appearing|which|preceding|\())",
    ),
    (
        "THROUGH",
        r"(?:through|thru|to|until|–|—|-)(?:\s+and\s+including)?\b(?=\s*(?:and\s+including\s+)?(?:sections?\s+|clauses?\s+|paragraphs?\s+)?(?:\(|\d|[A-Z]\b|[ivx]+\b))",
    ),
    (
        "AUXILIARY",
        r"(?:shall|will)\s+be,?\s+and\s+(?:it\s+|they\s+|each\s+)?(?:hereby\s+)?(?:is|are)(?:\s+hereby)?\b,?"
        r"|(?:is|are)(?:\s+hereby)?,?\s+and\s+(?:hereby\s+)?shall\s+be\b,?"
        r"|be,?\s+and\s+(?:it\s+|they\s+)?(?:hereby\s+)?(?:is|are)(?:\s+hereby)?\b,?",
    ),
    (
        "AS_NEEDED",
        r"(?:as|to\s+the\s+extent)\s+(?:may\s+be\s+)?(?:needed|necessary|required|appropriate)(?:\s+(?:or|and)\s+\w+)?"
        r"\s+(?:to|in\s+order\s+to|so\s+as\s+to)\b|to\s+(?:provide|clarify|state|require|permit|allow|confirm|make\s+(?:it\s+)?clear|specify)\s+that\b"
        r"|(?:so\s+as\s+)?to\s+(?:reflect|impose|conform\s+to|give\s+effect\s+to)\b",
    ),
    (
        "BEGINNING",
        r"(?:(?:which|that)\s+)?(?:beginning|starting|commencing|begins?|starts?|commences?|reading|reads?)\s+(?:with\b(?:\s+the\s+words?)?|$)",
    ),
    ("THEREAFTER", r"(?:immediately\s+|directly\s+)?there-?after\b"),
    (
        "NUMBERED",
        r"(?:shall\s+be|(?:is|are)\s+to\s+be|is|are)\s+(?:hereby\s+)?(?:numbered|lettered)\b(?:\s+as\b)?",
    ),
    (
        "FORM_OF",
        r"(?:substantially\s+)?in\s+the\s+form\s+(?:of|set\s+(?:out|forth)\s+in|attached(?:\s+(?:hereto\s+)?as)?|annexed(?:\s+(?:hereto\s+)?as)?)\b",
    ),
    ("GOES_UP", r"(?:goes|go)\s+(?:up|down)\b"),
    (
        "COLUMN",
        r"(?:(?:the\s+)?(?:first|second|third|fourth|fifth|last|left|right)(?:[\s-]hand)?\s+column|columns?\s+(?:nos?\.\s*)?(?:\d{1,2}|[A-H]))"
        r"\s+(?:of|in)\b(?=\s+(?:the|that|such|said)\s+(?:table|row)\b)",
    ),
    ("EACH_OF", r"(?:each|both|all|any|either|none)\s+of\b(?!\s+which)"),
    ("MARK_NAME", r"(?:full[\s-]+stop|semi-colon)s?\b"),
    (
        "MULTI_OF",
        r"(?:set\s+(?:forth|out)|contained|appearing|found|located|standing|stated|included|specified|as\s+set\s+forth|which\s+appears?|as\s+it\s+appears)\s+(?:in|at|on|under|within)\b(?!\s+the\s+(?:end|begin|start))",
    ),
]
PHRASE = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PHRASES), re.IGNORECASE)
"""Every set phrase; the group that matches names its kind."""
