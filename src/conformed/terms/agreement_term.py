"""The agreement's term as a clause that runs: from `starts` to `months` after `from`, or to `ends`, with its renewal."""

from __future__ import annotations

import datetime as dt

from conformed.model.term import Term
from conformed.structure.durations import Duration
from conformed.terms.amounts import Read
from conformed.terms.clause import Clause
from conformed.terms.notice_period import StopNotice
from conformed.terms.term_clause import TermClause

__all__ = ["agreement_term"]

_PASSING = 2  # the rank of a clause that speaks of the agreement's length in passing


def agreement_term(
    clauses: list[TermClause], renewal: Term | None, notices: list[StopNotice]
) -> Clause | None:
    """The first term clause, with an automatic renewal where one was read for certain.

    Of a length that counts from a day which the paper only describes the months alone are given.
    """
    if not clauses:
        return None
    first = clauses[0]
    values: dict[str, object] = {}
    if first.starts is not None:
        values["starts"] = first.starts
    if first.length is not None and first.length.whole_months is not None and first.counted_from is not None:
        values["months"] = first.length.whole_months
        values["from"] = first.counted_from
    elif first.ends is not None:
        values["ends"] = first.ends
    elif first.withheld:
        values["months"] = f"withheld:{first.withheld[0]}"
    elif first.length is not None and first.length.whole_months and first.rank < _PASSING:
        values["months"] = first.length.whole_months
    else:
        return None
    starts, ends = values.get("starts"), values.get("ends")
    if isinstance(starts, dt.date) and isinstance(ends, dt.date) and starts >= ends:
        del values["starts"]
    if (
        renewal is not None
        and renewal.how == "successive"
        and len({notice.duration for notice in notices}) == 1
    ):
        table = _renewal(str(renewal.value), notices[0].duration)
        if table:
            values["renewal"] = table
    doubts: tuple[Read, ...] = ()
    if first.figures is not None:
        doubts = (Read(str(first.length), first.start, first.end, figures=str(first.figures)),)
    return Clause("agreement-term", values, first.start, first.end, first.withheld, doubts)


def _renewal(length: str, notice: Duration) -> dict[str, object] | None:
    whole = length[1:-1].isdigit() and length[-1] in "YM"
    months = int(length[1:-1]) * (12 if length.endswith("Y") else 1) if whole else None
    days = notice.days + 7 * notice.weeks
    notice_months = 12 * notice.years + notice.months
    if months is None or bool(days) == bool(notice_months) or notice.business:
        return None
    return {"months": months, **({"notice_days": days} if days else {"notice_months": notice_months})}
