"""Payment terms: "shall pay each invoice within thirty (30) days after its receipt", and interest on what is paid late."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from conformed.terms.amounts import SHARE, SPAN, Read, share, span
from conformed.terms.clause import Clause
from conformed.terms.words import Words

__all__ = ["late_interest", "payment_terms"]

_OF_INVOICES = re.compile(r"[iI](?:nvoice|NVOICE)|[bB]ill|[cC]harges|[uU]ndisputed")
_PAY = re.compile(
    r"\b(?:pay|pays|paid|payable|due|payments?|remit\w*|settle\w*)\b(?P<between>[^.;]{0,160}?)"
    rf"(?:\b(?:within|no later than|not later than|in|net)\s(?:a period of )?|(?<=payable )|(?<=due )|(?<=paid )){SPAN}'?(?P<after>[^.;]{{0,90}})",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\W{0,3}(?:before|prior|preceding|in advance)\b", re.IGNORECASE)
_DIRECTLY = re.compile(r"(?:due|paid|payable) \Z")
_INVOICE = re.compile(
    r"\b(?:invoice[sd]?|bill(?:s|ing)?|statements? of charges|undisputed (?:amounts?|charges))\b",
    re.IGNORECASE,
)
_COUNTED = (
    ("month-end", re.compile(r"\bend of (?:the|each|such|that|every) (?:calendar )?month\b", re.IGNORECASE)),
    (
        "receipt",
        re.compile(
            r"\b(?:date (?:of|that|on which|when) [^.;,]{0,30}?\b)?(?:receipt|receiv\w+|delivery)\b",
            re.IGNORECASE,
        ),
    ),
    ("invoice", re.compile(r"\b(?:date|invoice|billing)\b", re.IGNORECASE)),
)
_NOT = re.compile(
    r"\b(?:(?<!not )(?<!not reasonably )(?<!not in good faith )disput\w+|(?:receipt|receiving) (?:of|by \w+ of) (?:the |such |any |full |final )*(?:payments?|funds|monies)|refund\w*|terminat\w+|expir\w+|reimburs\w+|cur(?:e|ed)|notice that|(?:not|never) (?:been )?(?:paid|made?|make|pay)|deficien\w+|underpa\w+|suspend\w*|fail\w*|overdue|late|no (?:further |other )?invoice|credit owed|(?:receipt|delivery) of (?:the |such |all |any )*(?:goods|products?|shipments?|equipment|materials|merchandise)|payment terms of this|not used|date of (?:the |such |each )?(?:shipment|dispatch))\b",
    re.IGNORECASE,
)
_OF_INTEREST = re.compile(r"[iI](?:nterest|NTEREST)|[lL](?:ate|ATE) (?:[pP]ayment )?(?:[cC]harge|[fF]ee)")
_INTEREST = re.compile(
    rf"\b(?:interest(?! in (?!(?:the|an) amount))|late (?:payment )?(?:charges?|fees?))\b(?P<between>[^.;]{{0,160}}?){SHARE}(?P<after>\)?\s(?:per|a|each|every|for each|monthly|annually|annual|simple)[^.;]{{0,40}})?",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:late|overdue|past[- ]due|unpaid|not (?:been )?paid|delinquent|when due|due date|outstanding|in arrears|failure to pay|fails? to (?:pay|make))\b",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\b(?:per|a|each|every|for each)(?: calendar)? month\b|\bmonthly\b", re.IGNORECASE)
_YEAR = re.compile(
    r"\b(?:per|a|each|every|for each) (?:annum|year)\b|\bannual\w*\b|\bper-annum\b", re.IGNORECASE
)
# "125% of the prime rate", "two percent above LIBOR", "the base rate plus 2%": by itself the figure is no rate.
_OF_A_RATE = re.compile(
    r"(?:\W{0,2}(?:per|a|each) (?:annum|year|month))?"
    r"\W{0,3}(?:of|above|over|plus|in excess of|more than|greater than|higher than)\b[^.;,]{0,50}?"
    r"\b(?:prime|rate|LIBOR|EURIBOR|SONIA|SOFR|federal funds)\b",
    re.IGNORECASE,
)
_CEILING = re.compile(
    r"\b(?:not (?:to )?exceed(?:ing)?|up to|(?:no|not) (?:more|greater|higher) than|in excess of|(?:a |the )?maximum (?:rate )?of)\s(?:a rate of )?(?:[a-z% -]{1,45}\(\s?)?\Z",
    re.IGNORECASE,
)
_UPON_A_RATE = re.compile(
    r"\b(?:prime|base|reference|bank|lending|discount|interbank|LIBOR|EURIBOR|SONIA|SOFR|federal funds)\b"
    r"[^.;]{0,60}?\b(?:plus|increased by|together with)\s[^.;]{0,20}\Z",
    re.IGNORECASE,
)


def payment_terms(words: Words, others: Sequence[Clause]) -> tuple[list[Clause], Read | None]:
    """The time within which invoices are paid, and the value that charges are due by where it is the only one.

    What stands in one of the `others` is that clause's own time.
    """
    found: list[Clause] = []
    reads: list[Read] = []
    for match in words.matches(_PAY, within=_OF_INVOICES):
        start, end = words.sentence(match.start())
        around = words.text[max(start, match.start() - 100) : min(match.end(), end)]
        if not _INVOICE.search(around) or _NOT.search(around):
            continue
        if any(clause.start <= match.start() < clause.end for clause in others):
            continue
        if _BEHIND.match(match["after"]):
            continue
        if match["span_gap"] and _DIRECTLY.search(words.text, match.start(), match.start("span")):
            continue
        read = span(words, match)
        if read is None or (read.duration is not None and not (read.duration.days or read.duration.weeks)):
            continue
        values: dict[str, object] = {"due_days": read.value}
        counted = [
            (place.start(), name) for name, pattern in _COUNTED if (place := pattern.search(match["after"]))
        ]
        if counted:
            values["counted_from"] = (
                "month-end"
                if counted[0][1] == "month-end"
                else min(counted, key=lambda one: (one[0], one[1] != "receipt"))[1]
            )
        withheld = (read.withheld,) if read.withheld else ()
        found.append(
            Clause(
                "payment-terms",
                values,
                start if match.start() - start < 300 else match.start(),
                min(match.end(), end),
                withheld,
                (read,) if read.figures else (),
                read.start,
            )
        )
        reads.append(read)
    one = reads[0] if len({read.value for read in reads}) == 1 else None
    return found, one


def late_interest(words: Words) -> list[Clause]:
    """Interest on late payments: a yearly rate; a monthly one is twelve times as much."""
    found: list[Clause] = []
    for match in words.matches(_INTEREST, within=_OF_INTEREST):
        start, end = words.sentence(match.start())
        around = words.text[max(start, match.start() - 200) : min(match.end() + 80, end)]
        if not _LATE.search(around):
            continue
        behind = words.text[match.end("share") : min(match.end("share") + 100, end)]
        if _CEILING.search(words.text, max(start, match.start("share") - 90), match.start("share")):
            continue
        if _OF_A_RATE.match(behind) or _UPON_A_RATE.search(words.text[match.start() : match.start("share")]):
            continue
        read = share(words, match)
        after = words.text[match.start() : min(match.end() + 10, end)]
        monthly, yearly = _MONTH.search(after), _YEAR.search(after)
        if bool(monthly) == bool(yearly) and read.withheld is None:
            continue
        rate = read.value
        if monthly and read.withheld is None:
            rate = f"{(Decimal(str(rate)) * 12).normalize():f}"
        withheld = (read.withheld,) if read.withheld else ()
        found.append(
            Clause(
                "late-interest",
                {"rate": rate},
                start if match.start() - start < 300 else match.start(),
                min(match.end(), end),
                withheld,
                (read,) if read.figures else (),
                read.start,
            )
        )
    return found
