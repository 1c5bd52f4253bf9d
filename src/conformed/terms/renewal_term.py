"""The term for which the agreement renews: "shall automatically renew for successive one (1) year terms".

Rules that this file must obey:

* It is the length of a renewal of this agreement, automatic or at a party's option, not of the first term or of another paper.
* Renewals of different lengths are no one answer.
"""

from __future__ import annotations

import re

from conformed.model.term import Term
from conformed.structure.durations import DURATION, Duration, duration_of
from conformed.terms.words import Words

__all__ = ["renewal_term"]

_RENEWS = re.compile(
    r"\b(?:renew(?:s|ed|al|als|able)?|rolls? over|exten(?:d|ds|ded|sion|sions)|continues?|(?:additional|successive|subsequent|consecutive|further)(?= [^.;]{0,50}\b(?:terms?|periods?)\b))\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:for|to|of|by|be)\s(?:up to |an? |the |one |any |two |three |four |five |ten |\w+ ?\(\d+\) |no more than |periods? of |terms? of |period equal to |additional |further |successive |consecutive |"
    r"subsequent |renewal |automatic(?:ally)? |additive |separate |extension |new |its |like |option |optional |term |terms |period |periods |of |and |, )*$"
    r"|\b(?:additional|successive|subsequent|consecutive|further|renewal|another|each|terms?:?|periods?)[ ,]*(?:\(?\w{1,6}\)? )?$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:this|the|such) (?:[\w'-]+ ){0,3}?(?:agreement|contract|addendum|amendment|lease|schedule|sow)\b|\b(?:initial |renewal |original |current |extended |extension )?term\b|\bit shall\b|\brenewal\b|\bterm of (?:this|the)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:purchase order|insurance|letter of credit|warrant(?:y|ies)|cure period|domain name|lease term|time (?:for|to)|deadline|delivery|payment|force majeure|registration|patent|"
    r"surviv\w+|confidential\w*|non-?compet\w*|subscription|loan|delay\w*|grace|suspen\w+|restrict\w+|transition|wind[- ]down)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(DURATION, re.IGNORECASE)


def renewal_term(words: Words) -> Term | None:
    """The length of a renewal, in ISO 8601; `how` says "successive" where it repeats."""
    text = words.text
    found: list[tuple[Duration, int, int, bool]] = []
    done = 0
    for renews in _RENEWS.finditer(text):
        if renews.start() < done:
            continue
        start, end = words.sentence(renews.start())
        for match in _DURATION.finditer(text, renews.start(), min(renews.end() + 220, end)):
            mention = duration_of(match)
            unit = match["unit"].lower()
            if match["business"] or unit.startswith("day") and mention.duration.days < 28:
                continue
            if not _FOR.search(text, max(mention.start - 90, renews.start() - 10), mention.start):
                continue
            if not _SUBJECT.search(text, max(start, renews.start() - 300), mention.end + 40) or _OTHER.search(
                text, max(start, renews.start() - 100), mention.end
            ):
                continue
            again = bool(re.search(r"\b(?:successive|consecutive|additional [^.;]{0,30}(?:terms|periods)|year[- ]to)", text[renews.start() : mention.end + 30], re.I))
            found.append((mention.duration, renews.start(), match.end(), again))
            done = match.end()
            break
    if not found or len({duration for duration, *_ in found}) > 1:
        return None
    duration, start, end, again = found[0]
    return words.term("renewal_term", str(duration), start, end, how="successive" if again else None)
