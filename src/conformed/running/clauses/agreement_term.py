"""The agreement's own term: from `starts` to `months` after `from` (or to `ends`), with renewals where it has them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from conformed.model.statement import AgreementTerm
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.daycount import add_months, month_end_sensitive
from conformed.running.terms_in_force import Entry, Terms

__all__ = ["AGREEMENT_TERM"]

_RENEWAL = ("months", "notice_days", "times")
_MOST_RENEWALS = 1200


def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
    """The agreement's term, as in force on the day asked for."""
    entry = terms.at(dates.as_of)
    if entry is None:
        return Outcome()
    starts = entry.date("starts") if entry.has("starts") else None
    if entry.has("ends") and "months" not in entry.own:
        term = AgreementTerm(starts, entry.date("ends"))
        return Outcome(agreement_term=_renewed(term, entry, None, facts, dates))
    if not entry.has("months"):
        entry.fail("months", "the number of months, or ends = DATE instead")
    begins = entry.date("from" if entry.has("from") else "starts")
    months = entry.months("months")
    if months.whole is None:
        return Outcome(agreement_term=AgreementTerm(starts, None, withheld=months.withheld))
    flags = ("month-end-sensitive",) if month_end_sensitive(begins, months.whole) else ()
    term = AgreementTerm(starts, add_months(begins, months.whole), flags=flags)
    return Outcome(agreement_term=_renewed(term, entry, (begins, months.whole), facts, dates))


def _renewed(
    term: AgreementTerm, entry: Entry, counted: tuple[dt.date, int] | None, facts: Facts, dates: Dates
) -> AgreementTerm:
    """`term` with the renewals that have taken place by the day asked for, and the days for the next notice."""
    if not entry.has("renewal") or term.ends is None:
        return term
    renewal = entry.table("renewal", _RENEWAL)
    each = entry.months("months", within=renewal)
    notice = entry.days("notice_days", within=renewal) if "notice_days" in renewal else None
    times = int(renewal.get("times", _MOST_RENEWALS))
    withheld = (*each.withheld, *(notice.withheld if notice else ()))
    if each.whole is None or (notice and notice.whole is None):
        return replace(term, ends=None, withheld=withheld)
    if each.whole < 1:
        entry.fail("renewal", "a renewal of at least one month")
    refusals = [event.occurred_on for event in facts.of("termination-notice") if event.subject == "renewal"]
    begins, months = counted or (term.ends, 0)
    ends, done = term.ends, 0
    while True:
        deadline = dates.law.deadline(dates.law.days_before(ends, notice.whole or 0 if notice else 0))
        refused = any(day <= deadline.last for day in refusals)
        if refused or ends >= dates.as_of or done >= times:
            break
        done += 1
        ends = add_months(begins, months + done * each.whole)
    flags = (*term.flags, "renewed") if done else term.flags
    if refused or done >= times or notice is None:
        return replace(term, ends=ends, flags=flags)
    return replace(
        term, ends=ends, safe_on=deadline.safe, due_on=deadline.due, last_on=deadline.last, flags=flags
    )


AGREEMENT_TERM = ClauseKind(
    "agreement-term", run, takes=("starts", "ends", "months", "from", "renewal"), stage=1
)
