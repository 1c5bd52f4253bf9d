"""Terms: what an agreement says that can be computed with, each with the words it was read from.

One file for each kind of term; `reading.py` calls them in turn.
"""

from __future__ import annotations

from conformed.terms.citation import citation
from conformed.terms.currency import currencies
from conformed.terms.draft import (
    NEEDS,
    DraftClause,
    draft_clauses,
    draft_governing_law,
    draft_parties,
    undrafted,
)
from conformed.terms.reading import terms_of
from conformed.terms.record import states_record, terms_record
from conformed.terms.through_time import terms_over
from conformed.terms.unread import UnreadSentence, unread

__all__ = [
    "NEEDS",
    "DraftClause",
    "UnreadSentence",
    "citation",
    "currencies",
    "draft_clauses",
    "draft_governing_law",
    "draft_parties",
    "states_record",
    "terms_of",
    "terms_over",
    "terms_record",
    "undrafted",
    "unread",
]
