"""Terms: what an agreement says that can be computed with, each with the words it was read from."""

from __future__ import annotations

from conformed.model.document import Document
from conformed.model.term import Term, Terms
from conformed.terms.agreement_date import agreement_date
from conformed.terms.document_name import document_name
from conformed.terms.effective_date import effective_date
from conformed.terms.expiration_date import expiration_date
from conformed.terms.notice_period import notice_period, stop_notices
from conformed.terms.parties import parties
from conformed.terms.renewal_term import renewal_term
from conformed.terms.term_clause import term_clauses
from conformed.terms.governing_law import governing_law
from conformed.terms.opening import opening_of
from conformed.terms.words import Words

__all__ = ["terms_of"]


def terms_of(document: Document) -> Terms:
    words = Words(document)
    opening = opening_of(words)
    agreed = agreement_date(words, opening)
    effective = effective_date(words, opening, agreed)
    clauses = term_clauses(words, agreed, effective)
    found: list[Term | None] = [
        parties(words, opening),
        agreed,
        effective,
        expiration_date(words, clauses),
        renewal_term(words),
        notice_period(words, stop_notices(words)),
        governing_law(words),
    ]
    return Terms({term.name: term for term in found if term})
