"""The currency of an agreement's sums: "£2,150", "EUR 400", "$30.00" beside "lawful money of Canada".

Nothing is concluded from the law or from where a party is: the signs and the words beside the sums decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

__all__ = ["currencies"]

_SIGNS = {
    "$": "USD",
    "US$": "USD",
    "U.S.$": "USD",
    "C$": "CAD",
    "CDN$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "HK$": "HKD",
    "S$": "SGD",
    "NZ$": "NZD",
    "£": "GBP",
    "€": "EUR",
    "RMB": "CNY",
}
_CODES = "USD|GBP|EUR|CHF|CAD|AUD|NZD|HKD|SGD|JPY|CNY|SEK|NOK|DKK|INR|ZAR|MXN|BRL|ILS|KRW"
_SUM = re.compile(
    r"(?<![\w$])(?P<sign>(?:US|U\.S\.|CDN|Cdn|CA|C|AU|A|HK|S|NZ)?\s?\$|[£€¥]|RMB)\s?\d"
    rf"|\b(?P<code>{_CODES})\s?\$?\s?\d"
    rf"|\d\s?(?P<after>€|£|(?:{_CODES})\b)"
)
_DOLLARS = (
    (
        "CAD",
        re.compile(
            r"\bcanadian (?:dollars|currency|funds)\b|\blawful (?:money|currency) of canada\b", re.IGNORECASE
        ),
    ),
    (
        "AUD",
        re.compile(
            r"\baustralian (?:dollars|currency)\b|\blawful (?:money|currency) of australia\b", re.IGNORECASE
        ),
    ),
    ("CNY", re.compile(r"\brenminbi\b|\byuan\b|\bRMB\b")),
    ("NZD", re.compile(r"\bnew zealand dollars\b", re.IGNORECASE)),
    ("HKD", re.compile(r"\bhong kong dollars\b", re.IGNORECASE)),
    ("SGD", re.compile(r"\bsingapore dollars\b", re.IGNORECASE)),
    (
        "USD",
        re.compile(r"\b(?:united states|u\.? ?s\.?|american) (?:dollars|currency|funds)\b", re.IGNORECASE),
    ),
)


def currencies(texts: Iterable[str]) -> tuple[str, ...]:
    """The currencies in which `texts` give sums, as ISO 4217 codes, the commonest first.

    A dollar sign alone is that of the one country whose dollars the words name, else of the United States; "¥" is the yuan
    where the words name it, else the yen.

    >>> currencies(["Rent of £2,150 a month and a deposit of £500; the guarantee is EUR 400."])
    ('GBP', 'EUR')
    >>> currencies(["All sums are in Canadian dollars.", "A fee of $30.00."])
    ('CAD',)
    """
    found: Counter[str] = Counter()
    named: set[str] = set()
    for text in texts:
        for match in _SUM.finditer(text):
            sign = "".join((match["sign"] or match["code"] or match["after"]).split()).upper()
            found[sign] += 1
        named.update(code for code, words in _DOLLARS if words.search(text))
    yen = "CNY" if found["RMB"] or "CNY" in named else "JPY"
    named.discard("CNY")
    plain = next(iter(named)) if len(named) == 1 else "USD"
    counts: Counter[str] = Counter()
    for sign, count in found.items():
        counts[plain if sign == "$" else yen if sign == "¥" else _SIGNS.get(sign, sign)] += count
    return tuple(code for code, _ in counts.most_common())
