"""A right to end the agreement early: who holds it, on what grounds, with what notice; and whether it was used."""

from __future__ import annotations

from dataclasses import replace

from conformed.model.statement import AgreementTerm, Right
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.daycount import add_months
from conformed.running.issue import seals
from conformed.running.terms_in_force import Terms

__all__ = ["TERMINATION_RIGHT"]


def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
    """The right as in force; a notice that names its provision ends the agreement when the notice has run."""
    entry = terms.at(dates.as_of)
    if entry is None:
        return Outcome()
    notice = entry.days("notice_days") if entry.has("notice_days") else None
    months = entry.months("notice_months") if entry.has("notice_months") else None
    cure = entry.days("cure_days") if entry.has("cure_days") else None
    right = Right(
        holder=entry.text("holder", ""),
        grounds=entry.text("grounds", "") or None,
        notice_days=notice.whole if notice else None,
        cure_days=cure.whole if cure else None,
        source=entry.source,
        withheld=tuple(seal for value in (notice, months, cure) if value for seal in value.withheld),
        notice_months=months.whole if months else None,
    )
    term = facts.agreement_term
    for event in facts.of("termination-notice"):
        if event.reference is None or _bare(event.reference) != _bare(right.source or ""):
            continue
        if right.holder not in ("either", facts.parties.role(event.counterparty) or event.counterparty):
            continue
        if any(value is not None and value.whole is None for value in (notice, months)):
            right = replace(right, exercised_on=event.occurred_on, exercised_by=event.id)
            if term is not None and (term.ends is None or event.occurred_on < term.ends):
                term = _withheld(term, right.withheld)
            break
        if months is not None:
            ends = add_months(event.occurred_on, months.whole or 0)
        else:
            ends = dates.law.days_after(event.occurred_on, notice.whole or 0 if notice else 0)
        right = replace(right, exercised_on=event.occurred_on, exercised_by=event.id, ends_on=ends)
        if term is not None and term.ends is None and term.withheld:
            term = _withheld(term, ())  # it may have ended before
        elif term is not None and (term.ends is None or ends < term.ends):
            term = replace(
                term, ends=ends, flags=(*term.flags, "terminated"), safe_on=None, due_on=None, last_on=None
            )
        break
    return Outcome(rights=(right,), agreement_term=term)


def _withheld(term: AgreementTerm, by: tuple[str, ...]) -> AgreementTerm:
    """The term, the end of which a seal decides."""
    return replace(
        term, ends=None, safe_on=None, due_on=None, last_on=None, withheld=seals(term.withheld, by)
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
