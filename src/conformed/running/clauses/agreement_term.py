"""The agreement's own term: from `starts` to `months` after `from` (or to `ends`), with renewals where it has them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from conformed.model.statement import AgreementTerm
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.daycount import Law, add_months, may_be_month_end_sensitive, month_end_sensitive
from conformed.running.issue import seals
from conformed.running.terms_in_force import Entry, Terms, Value

__all__ = ["AGREEMENT_TERM"]

_RENEWAL = ("months", "notice_days", "notice_months", "times")
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
        return Outcome(agreement_term=_sealed(starts, begins, entry, dates))
    flags = ("month-end-sensitive",) if month_end_sensitive(begins, months.whole) else ()
    term = AgreementTerm(starts, add_months(begins, months.whole), flags=flags)
    return Outcome(agreement_term=_renewed(term, entry, (begins, months.whole), facts, dates))


def _sealed(starts: dt.date | None, begins: dt.date, entry: Entry, dates: Dates) -> AgreementTerm:
    """The term of which a seal keeps the months: it ends on no day before that from which they count."""
    withheld = entry.months("months").withheld
    flags = ["month-end-sensitive"] if may_be_month_end_sensitive(begins) else []
    if entry.has("renewal"):
        renewal = _Renewal.of(entry)
        if renewal.times and begins < dates.as_of:
            flags.append("renewed")
        withheld = seals(withheld, renewal.withheld)
    return AgreementTerm(starts, None, withheld=withheld, flags_withheld=tuple(flags), not_before=begins)


@dataclass(frozen=True, slots=True)
class _Renewal:
    """How the term renews by itself."""

    each: Value
    notice_days: Value | None
    notice_months: Value | None
    times: int

    @classmethod
    def of(cls, entry: Entry) -> _Renewal:
        renewal = entry.table("renewal", _RENEWAL)
        each = entry.months("months", within=renewal)
        if each.whole is not None and each.whole < 1:
            entry.fail("renewal", "a renewal of at least one month")
        if "notice_days" in renewal and "notice_months" in renewal:
            entry.fail("renewal", "either notice_days or notice_months in it")
        return cls(
            each,
            entry.days("notice_days", within=renewal) if "notice_days" in renewal else None,
            entry.months("notice_months", within=renewal) if "notice_months" in renewal else None,
            int(renewal.get("times", _MOST_RENEWALS)),
        )

    @property
    def notice(self) -> Value | None:
        """The notice that stops it, in days or in months."""
        return self.notice_days or self.notice_months

    @property
    def withheld(self) -> tuple[str, ...]:
        return seals(self.each.withheld, self.notice.withheld if self.notice else ())

    def due(self, ends: dt.date, law: Law) -> dt.date:
        """The day by which notice is to be given so that a term that ends on `ends` is not renewed."""
        if self.notice_months is not None:
            return add_months(ends, -(self.notice_months.whole or 0))
        return law.days_before(ends, (self.notice_days.whole or 0) if self.notice_days else 0)


def _renewed(
    term: AgreementTerm, entry: Entry, counted: tuple[dt.date, int] | None, facts: Facts, dates: Dates
) -> AgreementTerm:
    """`term` with the renewals that have taken place by the day asked for, and the days for the next notice."""
    if not entry.has("renewal") or term.ends is None:
        return term
    renewal = _Renewal.of(entry)
    notice = renewal.notice
    refusals = [event.occurred_on for event in facts.of("termination-notice") if event.subject == "renewal"]
    over = term.ends < dates.as_of and renewal.times > 0
    if over and notice is not None and notice.whole is None and refusals:
        # Whether a notice was given in time to stop a renewal cannot be told.
        return _withheld(term, renewal, flags_withheld=("renewed",))
    known = notice is None or notice.whole is not None
    begins, months = counted or (term.ends, 0)
    ends, done = term.ends, 0
    while True:
        deadline = dates.law.deadline(renewal.due(ends, dates.law))
        refused = known and any(day <= deadline.last for day in refusals)
        if refused or ends >= dates.as_of or done >= renewal.times:
            break
        if renewal.each.whole is None:
            return _withheld(term, renewal, flags=(*term.flags, "renewed"))
        done += 1
        ends = add_months(begins, months + done * renewal.each.whole)
    flags = (*term.flags, "renewed") if done else term.flags
    if refused or done >= renewal.times or notice is None:
        return replace(term, ends=ends, flags=flags)
    if not known:
        return replace(term, ends=ends, flags=flags, withheld=notice.withheld)
    return replace(
        term, ends=ends, safe_on=deadline.safe, due_on=deadline.due, last_on=deadline.last, flags=flags
    )


def _withheld(
    term: AgreementTerm,
    renewal: _Renewal,
    *,
    flags: tuple[str, ...] | None = None,
    flags_withheld: tuple[str, ...] = (),
) -> AgreementTerm:
    """The term, of which a seal decides whether, or to which day, it was renewed."""
    return replace(
        term,
        ends=None,
        flags=term.flags if flags is None else flags,
        withheld=renewal.withheld,
        flags_withheld=flags_withheld,
        not_before=term.ends,
    )


AGREEMENT_TERM = ClauseKind(
    "agreement-term", run, takes=("starts", "ends", "months", "from", "renewal"), stage=1
)
