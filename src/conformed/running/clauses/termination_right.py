"""A right to end the agreement early: who holds it, on what grounds, with what notice; and whether it was used."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from conformed.model.statement import AgreementTerm, Right
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.daycount import add_months
from conformed.running.issue import seals
from conformed.running.terms_in_force import Entry, Terms, Value

__all__ = ["NOBODY", "TERMINATION_RIGHT"]

NOBODY = "nobody"  # the holder of a right that was taken out of the agreement


def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
    """The right as in force; a notice that names its provision ends the agreement when the notice has run.

    A notice is measured by the right as it was on the day of the notice, whatever became of it later.
    """
    term = facts.agreement_term
    for event in facts.of("termination-notice"):
        entry = terms.at(event.occurred_on)
        if entry is None or event.reference is None or _bare(event.reference) != _bare(entry.source or ""):
            continue
        right, ends, sealed = _right(entry), None, _notice_seals(entry)
        if right.holder not in ("either", facts.parties.role(event.counterparty) or event.counterparty):
            continue
        if not sealed:
            ends = _ends(event.occurred_on, right, dates)
        right = replace(right, exercised_on=event.occurred_on, exercised_by=event.id, ends_on=ends)
        if term is not None:
            term = _perhaps_ended(term, ends or event.occurred_on, ends, sealed)
        return Outcome(rights=(right,), agreement_term=term)
    entry = terms.at(dates.as_of)
    if entry is None or entry.text("holder", "") == NOBODY:
        return Outcome()
    return Outcome(rights=(_right(entry),), agreement_term=term)


def _right(entry: Entry) -> Right:
    """The right that an entry gives."""
    notice, months, cure = _counted(entry)
    return Right(
        holder=entry.text("holder", ""),
        grounds=entry.text("grounds", "") or None,
        notice_days=notice.whole if notice else None,
        cure_days=cure.whole if cure else None,
        source=entry.source,
        withheld=tuple(seal for value in (notice, months, cure) if value for seal in value.withheld),
        notice_months=months.whole if months else None,
    )


def _counted(entry: Entry) -> tuple[Value | None, Value | None, Value | None]:
    return (
        entry.days("notice_days") if entry.has("notice_days") else None,
        entry.months("notice_months") if entry.has("notice_months") else None,
        entry.days("cure_days") if entry.has("cure_days") else None,
    )


def _notice_seals(entry: Entry) -> tuple[str, ...]:
    """The seals that the length of the notice waits for."""
    return seals(*(value.withheld for value in _counted(entry)[:2] if value))


def _ends(given_on: dt.date, right: Right, dates: Dates) -> dt.date:
    """The day on which the notice has run."""
    if right.notice_months is not None:
        return add_months(given_on, right.notice_months)
    return dates.law.days_after(given_on, right.notice_days or 0)


def _perhaps_ended(
    term: AgreementTerm, first: dt.date, last: dt.date | None, withheld: tuple[str, ...]
) -> AgreementTerm:
    """The term where notice would end it between `first` and `last` (None: a seal keeps when), if it still ran then."""
    earliest, latest = term.span
    if latest is not None and first >= latest:
        return term
    ended = replace(term, safe_on=None, due_on=None, last_on=None)
    flags = tuple(dict.fromkeys((*term.flags, "terminated")))
    open_flags = tuple(flag for flag in term.flags_withheld if flag != "terminated")
    if last is not None and (earliest is None or last < earliest):
        kept = term.withheld if open_flags else ()
        return replace(ended, ends=last, flags=flags, flags_withheld=open_flags, withheld=kept)
    if term.ends is None and not term.withheld:
        return replace(ended, flags=flags, withheld=withheld, not_before=first)
    return replace(
        ended,
        ends=None,
        withheld=seals(term.withheld, withheld),
        flags_withheld=open_flags if "terminated" in term.flags else (*open_flags, "terminated"),
        not_before=first if earliest is None else min(first, earliest),
        not_after=latest if last is None else last if latest is None else min(last, latest),
    )


def _bare(reference: str) -> str:
    """`9 b.` and `Section 9.b` are the same provision."""
    words = reference.casefold().replace("section", " ")
    return "".join(letter for letter in words if letter.isalnum())


TERMINATION_RIGHT = ClauseKind(
    "termination-right",
    run,
    needs=("holder",),
    takes=("grounds", "notice_days", "notice_months", "cure_days"),
    stage=1,
)
