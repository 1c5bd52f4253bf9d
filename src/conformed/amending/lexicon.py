"""The words of amending language: verbs by what they do, nouns by what they name, ordinals.

Rules that this file must obey:

* A word stands in one class only. What a form means in its place (order, noun, past event) is decided in `lexer`.
* Everything is lower case; hyphenated spellings are listed without the hyphen (`renumber` covers `re-number`).
"""

from __future__ import annotations

__all__ = [
    "AUXILIARIES",
    "CONTAINERS",
    "MARKS",
    "NOMINAL_VERBS",
    "PROVISION_NOUNS",
    "QUOTE_NOUNS",
    "UNITS",
    "VERBS",
    "cardinal",
    "ordinal",
]

_LEMMAS = {
    "DELETE": "delete strike remove omit repeal rescind cancel eliminate revoke excise expunge drop withdraw abrogate suppress"
    " abolish annul",
    "INSERT": "insert add append include incorporate attach interpolate introduce",
    "REPLACE": "replace supersede supplant exchange",
    "SUBSTITUTE": "substitute",
    "CHANGE": "amend modify vary revise supplement alter change correct increase decrease reduce extend adjust update"
    " expand convert shorten lower raise rectify",
    "RESTATE": "restate",
    "RENUMBER": "renumber redesignate reletter relabel redenominate reorder",
    "RETITLE": "retitle rename",
    "MOVE": "move relocate transpose",
}
_IRREGULAR = {
    "strike": ("striking", "struck stricken"),
    "omit": ("omitting", "omitted"),
    "cancel": ("canceling cancelling", "canceled cancelled"),
    "drop": ("dropping", "dropped"),
    "withdraw": ("withdrawing", "withdrawn"),
    "rectify": ("rectifying", "rectified"),
    "modify": ("modifying", "modified"),
    "vary": ("varying", "varied"),
    "reletter": ("relettering", "relettered"),
    "relabel": ("relabeling relabelling", "relabeled relabelled"),
}


def _forms(lemma: str) -> tuple[list[str], list[str]]:
    if lemma in _IRREGULAR:
        gerunds, participles = _IRREGULAR[lemma]
        return gerunds.split(), participles.split()
    stem = lemma.removesuffix("e")
    return [stem + "ing"], [stem + "ed"]


def _verbs() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for kind, lemmas in _LEMMAS.items():
        for lemma in lemmas.split():
            gerunds, participles = _forms(lemma)
            third = lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2] not in "aeiou" else lemma + "s"
            table |= {lemma: (kind, "base"), third: (kind, "third")}
            table |= dict.fromkeys(gerunds, (kind, "gerund"))
            table |= dict.fromkeys(participles, (kind, "participle"))
    return table


VERBS = _verbs()
"""Form -> (class, `base`, `third`, `gerund` or `participle`)."""

NOMINAL_VERBS = {
    "deletion": "DELETE",
    "removal": "DELETE",
    "omission": "DELETE",
    "repeal": "DELETE",
    "cancellation": "DELETE",
    "elimination": "DELETE",
    "insertion": "INSERT",
    "addition": "INSERT",
    "inclusion": "INSERT",
    "replacement": "REPLACE",
    "substitution": "SUBSTITUTE",
    "amendment": "CHANGE",
    "modification": "CHANGE",
    "renumbering": "RENUMBER",
    "redesignation": "RENUMBER",
}
"""Nouns that order something after "by the": "by the deletion of the words ..."."""

AUXILIARIES = frozenset("is are be stands stand".split())

PROVISION_NOUNS = frozenset(
    "section sections subsection subsections sub-section sub-sections clause clauses subclause subclauses sub-clause sub-clauses"
    " paragraphs subparagraph subparagraphs sub-paragraph sub-paragraphs item items subdivision"
    " subitem sub-item article articles § §§ sec sec. secs para para. paras cl point points".split()
)
"""Nouns before a label that names a numbered provision. ("Paragraph" is one too, and also a unit.)"""

CONTAINERS = {
    "schedule": "schedule",
    "schedules": "schedule",
    "exhibit": "exhibit",
    "exhibits": "exhibit",
    "appendix": "appendix",
    "appendices": "appendix",
    "annex": "annex",
    "annexes": "annex",
    "annexe": "annex",
    "annexure": "annexure",
    "annexures": "annexure",
    "recital": "recital",
    "recitals": "recital",
    "attachment": "attachment",
    "attachments": "attachment",
    "addendum": "addendum",
    "part": "part",
    "parts": "part",
}
"""Nouns that stay in a path with their label: `schedule 1`, `part 4`."""

UNITS = {
    "sentence": "sentence",
    "sentences": "sentence",
    "line": "line",
    "lines": "line",
    "paragraph": "paragraph",
    "row": "row",
    "rows": "row",
}
"""Nouns that an ordinal counts inside a provision."""

QUOTE_NOUNS = frozenset(
    "word words phrase phrases term terms expression expressions text language reference references figure figures"
    " number numbers date dates amount amounts sum percentage name names rate rates symbol characters character"
    " letter letters numeral numerals price abbreviation".split()
)
"""Nouns that come before quoted words and say no more than that they are words."""

MARKS = {
    "period": ".",
    "full stop": ".",
    "full-stop": ".",
    "semicolon": ";",
    "semi-colon": ";",
    "comma": ",",
    "colon": ":",
}
"""Punctuation that is named, not printed."""

_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_LAST = {
    "last": -1,
    "final": -1,
    "closing": -1,
    "concluding": -1,
    "penultimate": -2,
    "next-to-last": -2,
    "second-to-last": -2,
    "second-last": -2,
    "antepenultimate": -3,
    "third-to-last": -3,
    "opening": 1,
    "initial": 1,
}


def cardinal(word: str) -> int | None:
    """The number a word or figures name, up to 99, else None.

    >>> cardinal("two"), cardinal("12"), cardinal("red")
    (2, 12, None)
    """
    word = word.lower()
    if word.isascii() and word.isdigit():
        return int(word) if len(word) < 5 else None
    if word in _CARDINALS:
        return _CARDINALS.index(word)
    tens, _, unit = word.partition("-")
    if tens in _TENS and (not unit or unit in _CARDINALS[:10]):
        return _TENS[tens] + (_CARDINALS.index(unit) if unit else 0)
    return None


def ordinal(word: str) -> int | None:
    """The place a word names, from 1; -1 is the last, -2 the last but one; None for another word.

    >>> [ordinal(word) for word in ("tenth", "twenty-first", "3rd", "last", "penultimate", "section")]
    [10, 21, 3, -1, -2, None]
    """
    word = word.lower()
    if word in _LAST:
        return _LAST[word]
    if word in _UNITS:
        return _UNITS.index(word)
    if word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th") and len(word) < 7:
        return int(word[:-2])
    tens, _, unit = word.partition("-")
    if unit and tens in _TENS and unit in _UNITS[:10]:
        return _TENS[tens] + _UNITS.index(unit)
    for name, value in _TENS.items():
        if word == name.removesuffix("y") + "ieth":
            return value
    return None
