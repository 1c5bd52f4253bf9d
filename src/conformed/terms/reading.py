"""`Document` to `Terms`: every reader in turn, then the doubts about the words."""

from __future__ import annotations

from conformed.model.document import Document
from conformed.model.problem import Problem, problem
from conformed.model.term import Term, Terms
from conformed.structure.defined_terms import undefined_terms
from conformed.terms.agreement_date import agreement_date
from conformed.terms.agreement_term import agreement_term
from conformed.terms.clause import Clause, Holders, clause_term
from conformed.terms.claw_back import claw_backs
from conformed.terms.date_order import in_order
from conformed.terms.document_name import document_name
from conformed.terms.effective_date import effective_date, from_the_term
from conformed.terms.expiration_date import expiration_date
from conformed.terms.governing_law import governing_law
from conformed.terms.notice_period import notice_period, stop_notices
from conformed.terms.opening import opening_of
from conformed.terms.parties import parties, parties_of
from conformed.terms.pass_through_credit import pass_through_credits
from conformed.terms.payment_terms import late_interest, payment_terms
from conformed.terms.recurring_charge import recurring_charges
from conformed.terms.renewal_term import renewal_term
from conformed.terms.term_clause import term_clauses
from conformed.terms.termination_right import termination_rights
from conformed.terms.unit_term import unit_terms
from conformed.terms.words import Words

__all__ = ["terms_of"]


def terms_of(document: Document) -> Terms:
    """The terms of a paper, or of a conformed copy, each with the words it was read from.

    What cannot be read for certain is not among them.
    """
    words = Words(document)
    opening = opening_of(words)
    named = parties_of(words, opening)
    law = governing_law(words)
    agreed = in_order(words, agreement_date(words, opening), law)
    effective = in_order(words, effective_date(words, opening, agreed), law)
    lasting = term_clauses(words, agreed, effective)
    effective = effective or in_order(words, from_the_term(words, lasting), law)
    notices = stop_notices(words)
    renewal = renewal_term(words)
    facts: list[Term | None] = [
        document_name(words, opening, named),
        parties(words, named, opening),
        agreed,
        effective,
        in_order(words, expiration_date(words, lasting), law),
        renewal,
        notice_period(words, notices),
        law,
    ]
    holders = Holders(named)
    shares = [*pass_through_credits(words), *claw_backs(words)]
    payments, due = payment_terms(words, shares)
    term = agreement_term(lasting, renewal, notices)
    clauses = [
        *([term] if term else []),
        *unit_terms(words, holders),
        *recurring_charges(words, due),
        *shares,
        *payments,
        *late_interest(words),
        *termination_rights(words, holders),
    ]
    found = {fact.name: fact for fact in facts if fact is not None}
    counts: dict[str, int] = {}
    problems: list[Problem] = []
    for clause in clauses:
        counts[clause.kind] = counts.get(clause.kind, 0) + 1
        read = clause_term(words, clause, counts[clause.kind])
        found[read.name] = read
        problems.extend(_doubts(words, clause, read))
    problems.extend(_undefined(document, [term for term in found.values() if term.is_clause]))
    return Terms(found, tuple(problems))


def _undefined(document: Document, clauses: list[Term]) -> list[Problem]:
    """Words that a clause rests on as if they were defined, and that are defined nowhere.

    One capital alone marks no term for certain, so only terms of two words and more are told. An amendment leaves its
    definitions to the paper that it amends: nothing is said of one by itself.
    """
    if not clauses or document.number is not None:
        return []
    found: list[Problem] = []
    for used in undefined_terms(document):
        where = next((term for term in clauses if term.start <= used.start < term.end), None)
        if where is not None and " " in used.term:
            found.append(
                problem(
                    "term-undefined",
                    document=where.places[0].document if where.places else document.id,
                    where=".".join(where.provision) or None,
                    term=used.term,
                )
            )
    return found


def _doubts(words: Words, clause: Clause, term: Term) -> list[Problem]:
    place = term.places[0] if term.places else None
    return [
        problem(
            "words-against-figures",
            document=place.document if place else words.document.id,
            where=".".join(term.provision) or None,
            words=words.text[doubt.start : doubt.end],
            read=doubt.value,
            figures=doubt.figures,
        )
        for doubt in clause.doubts
    ]
