"""The day on which the agreement ends if nobody renews or terminates it, printed or worked out from its length."""

from __future__ import annotations

from conformed.model.term import Term
from conformed.terms.term_clause import TermClause
from conformed.terms.words import Words

__all__ = ["expiration_date"]


def expiration_date(words: Words, clauses: list[TermClause]) -> Term | None:
    """The last day of the (initial) term; nothing where two term clauses of one rank give different days."""
    if not clauses:
        return None
    first = clauses[0]
    others = {c.ends for c in clauses if c.rank == first.rank and c.ends is not None}
    if first.ends is None or len(others) > 1:
        return None
    return words.term("expiration_date", first.ends, first.start, first.end, how=first.how)
