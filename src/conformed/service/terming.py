"""The terms of a paper or a chain, and where the clauses that run have drifted from them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from conformed.service.building import build
from conformed.service.papers import outline
from conformed.service.settling import agreement_of

if TYPE_CHECKING:
    from conformed.model.agreement import Agreement
    from conformed.model.problem import Problem
    from conformed.model.term import Terms, TermState

__all__ = ["Checked", "ReadTerms", "check", "drift_of", "mistakes", "terms"]


@dataclass(frozen=True, slots=True)
class ReadTerms:
    """The terms in force; for a chain also those of each state, and what is wrong with the papers."""

    terms: Terms
    states: tuple[TermState, ...] = ()
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of agreement.toml found.

    Attributes:
        problems: what a person must settle.
        not_compared: the clause values that nothing read from the words stands against.
    """

    problems: tuple[Problem, ...]
    not_compared: tuple[Problem, ...] = ()


def terms(file: Path, *, as_of: dt.date | None = None) -> ReadTerms:
    """The terms of a paper as filed, or of the conformed copy that agreement.toml describes.

    Args:
        file: a paper, or agreement.toml.
        as_of: the day asked for; of a single paper the terms are the same on every day.

    Raises:
        ConformedError: where a file cannot be read.
    """
    from conformed.terms import terms_of, terms_over

    if file.suffix.lower() != ".toml":
        _, document = outline(file)
        return ReadTerms(terms_of(document))
    built = build([file], as_of=as_of)
    states = terms_over(built.conformed)
    return ReadTerms(states[-1].terms, states, (*built.conformed.warnings, *built.undecided))


def check(agreement_file: Path, *, confidential: Path | None = None, public: bool = False) -> Checked:
    """Where the clauses of agreement.toml cannot run, disagree with the words in force, leave some out, or wait for a seal.

    Where it names no papers, that is the first problem, and the words are not looked at.

    Raises:
        ConformedError: where a file cannot be read.
    """
    from conformed.model.problem import problem
    from conformed.running.clause_checks import mistakes
    from conformed.running.drift import seals_missing

    agreement = agreement_of(agreement_file, confidential=confidential, public=public)
    found = mistakes(agreement)
    if not agreement.documents:
        absent = problem("papers-absent", document=agreement.file)
        return Checked((absent, *found, *seals_missing(agreement)))
    drifted = drift_of(agreement_file, agreement)
    return Checked((*found, *drifted.problems), drifted.not_compared)


def mistakes(agreement_file: Path) -> tuple[Problem, ...]:
    """What keeps the clauses of agreement.toml from running as they stand; the papers are not read.

    Raises:
        ConformedError: where the file cannot be read.
    """
    from conformed.running.clause_checks import mistakes as found_in

    return found_in(agreement_of(agreement_file, public=True))


def drift_of(agreement_file: Path, agreement: Agreement) -> Checked:
    """Where the clauses of an agreement with papers disagree with the words in force, leave some out, or wait for a seal.

    Raises:
        ConformedError: where a paper cannot be read.
    """
    from conformed.running.drift import drift
    from conformed.running.uncompared import uncompared
    from conformed.terms import terms_over

    conformed = build([agreement_file]).conformed
    states = terms_over(conformed)
    struck, not_compared = uncompared(agreement, conformed, states)
    return Checked((*drift(agreement, conformed, states), *struck), not_compared)
