"""Governing law: "shall be governed by the laws of the State of X, without regard to its conflict of laws rules".

Rules that this file must obey:

* The clause must speak of the agreement (or its validity, construction, the parties' rights under it), not of arbitration, a
  security or a party's incorporation.
* The law named first in the clause is the one chosen; a country that merely contains it, or whose federal law applies in
  it, adds nothing.
* Clauses that choose different laws for the agreement are no answer.
"""

from __future__ import annotations

import re
from collections import Counter

from conformed.model.term import Term
from conformed.terms.jurisdictions import Jurisdiction, find_jurisdictions, jurisdictions
from conformed.terms.words import Words

__all__ = ["governing_law"]

_TRIGGER = re.compile(
    r"\b(?:govern(?:ed|s|ing)?|constru(?:ed|ction)|interpret(?:ed|ation)|enforced|subject to|applicable|appl(?:y|ies)|"
    r"accordance with|choice of|controlled|executed under|made under)\b(?=[^.]{0,160}\b(?:laws?|legislation)\b)"
    r"|\blaws? (?:\([^()]{0,60}\) )?of [^.;]{3,80}?(?:\([^()]{0,160}\)[^.;]{0,30}?)?\b(?:shall |will )?(?:govern|apply|control)",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:governed|construed|interpreted|governs?|(?:determined|resolved|settled|decided) (?:in accordance with|by|under)|controlled by)\b"
    r"|\b(?:interpretation|construction)\b[^.;]{0,120}\bbe (?:applied|made|effected|determined)\b"
    r"|\brights and (?:obligations|duties|liabilities) of (?:the|each)\b[^.;]{0,60}\bbe (?:as )?(?:stated|provided|set out|set forth|determined) (?:in|by)\b",
    re.IGNORECASE,
)
_LAW = re.compile(r"\b(?:laws?|legislation|statutes|jurisprudence)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:agreement|contract|amendment|addendum|lease|licen[cs]e|deed|instrument|terms|parties|hereof|hereunder|hereto|"
    r"validity|construction|interpretation|rights|obligations|provisions|dispute|guaranty|document|letter|"
    r"memorandum|schedule|everything|note)s?\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:arbitration(?:s)?(?: proceedings?)? (?:shall|will) be (?:conducted|governed)|organized|incorporated|"
    r"existing under|duly formed|laws? governing|tax(?:es)? laws?)\b",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\b(?:courts?|venue|arbitrat\w+|submit\w*|(?:exclusive|personal|non-exclusive) jurisdiction|tribunal|"
    r"in the event|except(?: that| to the extent)|provided,? (?:however|that)|headquarter|unless)\b|;",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\b(?:governing law|choice of law|applicable law|controlling law|law(?:s)? and jurisdiction|governing laws)\b",
    re.IGNORECASE,
)
_AND = re.compile(
    r"[\s,]*(?:and|&|or)(?:,? to the extent[^.;]{0,60}?,)?(?: (?:of|the|laws?|states?|commonwealth|province|by|republic|"
    r"internal|applicable|federal|domestic|substantive|in|country))*\s*",
    re.IGNORECASE,
)
_THEREOF = re.compile(
    r"laws? (?:thereof|of (?:said|such|that) (?:state|province|commonwealth|country))\b", re.IGNORECASE
)
_SPEAKS_OF_LAW = re.compile(r"[lL](?:aw|AW|egislation|EGISLATION)")
_REACH = 260


def governing_law(words: Words) -> Term | None:
    """The law that governs the agreement: the jurisdiction's name, with the code of its law in `how`."""
    found: list[tuple[int, tuple[Jurisdiction, ...], int, int]] = []
    done = 0
    for trigger in words.matches(_TRIGGER, within=_SPEAKS_OF_LAW):
        if trigger.start() < done:
            continue
        start, end = words.sentence(trigger.start())
        chosen = _chosen(words.text, start, trigger.start(), end)
        if chosen is None or not _about_agreement(words.text, start, _subject_end(trigger, end)):
            continue
        headed = _HEADING.search(words.text, max(start - 60, 0), trigger.end())
        stop = max(chosen[1], trigger.end())
        weight = (2 if headed else 0) + (1 if _STRONG.search(words.text, start, stop) else 0)
        if not weight:
            continue
        found.append((weight, chosen[0], start, stop))
        done = end
    if not found:
        return None
    best = max(weight for weight, *_ in found)
    top = [entry for entry in found if entry[0] == best]
    counts = Counter(entries for _, entries, _, _ in top)
    if len(counts) > 1:
        (first, most), (_, next_most) = counts.most_common(2)
        if most == next_most:
            return None
    else:
        first = top[0][1]
    _, entries, start, end = next(entry for entry in top if entry[1] == first)
    name = "; ".join(entry.name for entry in entries)
    return words.term(
        "governing_law", name, start, end, how=" ".join(dict.fromkeys(entry.law for entry in entries))
    )


def _subject_end(trigger: re.Match[str], end: int) -> int:
    """Where to stop looking for what the law governs: behind the verb, where the law is its subject."""
    leads = trigger.group()[:3].lower() == "law"
    return min(trigger.end() + 80, end) if leads else trigger.end()


def _about_agreement(text: str, start: int, end: int) -> bool:
    subject = text[max(start - 80, 0) : end]
    return bool(_SUBJECT.search(subject) or _HEADING.search(subject)) and not _OTHER.search(text, start, end)


def _chosen(text: str, sentence: int, start: int, end: int) -> tuple[tuple[Jurisdiction, ...], int] | None:
    """The jurisdictions chosen in the clause from `start`, and where the last is named."""
    law = _LAW.search(text, start, end)
    if not law:
        return None
    stop = min(law.end() + _REACH, end)
    if halt := _STOP.search(text, law.end(), stop):
        stop = halt.start()
    named = list(find_jurisdictions(text, start=start, end=stop))
    named = [
        entry
        for entry in named
        if entry[1] > law.end() or re.match(r"'?s? (?:\w+ )?laws?\b", text[entry[2] : entry[2] + 25], re.I)
    ]
    if not named and _THEREOF.match(text, law.start()):
        named = list(find_jurisdictions(text, start=sentence, end=law.start()))[-1:]
    if not named:
        return None
    first, _, close = named[0]
    chosen = [first]
    for entry, begins, ends in named[1:]:
        if first.within(entry) or entry.code == "US" or entry in chosen:
            continue
        if not _AND.fullmatch(text, close, begins):
            break
        if entry.within(first):
            chosen = [entry]
            close = ends
            continue
        chosen.append(entry)
        close = ends
    if {entry.code for entry in chosen} == {"GB-ENG", "GB-WLS"}:
        chosen = [jurisdictions()["GB-EAW"]]
    return tuple(chosen), close
