"""What an amendment moves in dates and money, and how a figure came about."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from conformed.service.recorded import taken
from conformed.service.settling import placed

if TYPE_CHECKING:
    from conformed.model.agreement import Agreement, ClauseEntry
    from conformed.running import ClauseWords, Impact, Why
    from conformed.running.authors import Authors

__all__ = ["impact", "why"]


def impact(
    agreement_file: Path,
    events_file: Path | None = None,
    *,
    amendment: str,
    store: str | None = None,
    as_of: dt.date | None = None,
    known_at: dt.datetime | None = None,
    confidential: Path | None = None,
    public: bool = False,
) -> Impact:
    """The settlement with and without an amendment; the arguments are those of `settle`.

    Raises:
        ConformedError: where a file cannot be read, a clause is wrong, there is no such amendment, or the store is not
            there or refused.
        ValueError: not exactly one of `events_file` and `store` is given.
    """
    from conformed import running

    kept, day = taken(
        agreement_file,
        events_file,
        store=store,
        as_of=as_of,
        known_at=known_at,
        confidential=confidential,
        public=public,
    )
    agreement = kept.agreement
    if agreement.documents and amendment == agreement.documents[0].id:
        raise _base_is_none(agreement, amendment)
    effective, authors = _papers_of(agreement_file, agreement)
    found = running.impact(
        agreement,
        kept.events,
        amendment=amendment,
        as_of=day,
        known_at=known_at,
        effective=effective,
        authors=authors,
    )
    return replace(found, before=placed(found.before, events_file), after=placed(found.after, events_file))


def _base_is_none(agreement: Agreement, asked: str) -> Exception:
    from conformed.model.problem import ConformedError, problem

    others = ", ".join(document.id for document in agreement.documents[1:]) or "not given"
    hint = f"that is the agreement itself; the amendments are {others}"
    return ConformedError(
        problem("amendment-unknown", document=agreement.file, where=asked, amendment=asked, hint=hint)
    )


def _papers_of(
    agreement_file: Path, agreement: Agreement
) -> tuple[dict[str, dt.date | None], Authors | None]:
    """The day on which each paper took effect, and which paper brought a clause, as far as the papers are at hand."""
    from conformed.model.problem import ConformedError
    from conformed.running.authors import authors_by_words
    from conformed.service.building import build
    from conformed.terms import terms_over

    if not agreement.documents:
        return {}, None
    try:
        conformed = build([agreement_file]).conformed
    except ConformedError:
        return {}, None
    effective = {paper.id: paper.effective for paper in conformed.papers}
    days = [day for day in effective.values() if day is not None]
    several = len(days) != len(set(days))
    return effective, authors_by_words(conformed, terms_over(conformed)) if several else None


def why(
    agreement_file: Path,
    events_file: Path | None,
    id: str,
    *,
    store: str | None = None,
    as_of: dt.date | None = None,
    known_at: dt.datetime | None = None,
    confidential: Path | None = None,
    public: bool = False,
) -> Why:
    """How the statement or unit `id` came about; the other arguments are those of `settle`.

    Raises:
        ConformedError: where a file cannot be read, a clause is wrong, there is no such statement, or the store is not
            there or refused.
        ValueError: not exactly one of `events_file` and `store` is given.
    """
    from conformed import running

    kept, day = taken(
        agreement_file,
        events_file,
        store=store,
        as_of=as_of,
        known_at=known_at,
        confidential=confidential,
        public=public,
    )
    found = running.why(kept.agreement, kept.events, id, as_of=day, known_at=known_at)
    words = {
        clause: _words(agreement_file, kept.agreement, source, effective)
        for clause in {_place(found.clause), *(_place(rule.clause) for rule in found.rules)}
        for source, effective in [clause]
    }
    rules = tuple(replace(rule, words=words[_place(rule.clause)]) for rule in found.rules)
    return replace(found, words=words[_place(found.clause)], rules=rules)


def _place(clause: ClauseEntry | None) -> tuple[str | None, dt.date | None]:
    """Where a clause's words stand: in which provision, and from which day."""
    return (None, None) if clause is None else (clause.source, clause.effective)


def _words(
    agreement_file: Path, agreement: Agreement, source: str | None, effective: dt.date | None
) -> ClauseWords | None:
    """The words that a clause rests on, as they were when it began to hold."""
    from conformed.conforming.blame import sources
    from conformed.model.problem import ConformedError
    from conformed.running import ClauseWords
    from conformed.service.building import build, provision_of
    from conformed.structure import collapsed

    if source is None or not agreement.documents:
        return None
    try:
        conformed = build([agreement_file], as_of=effective).conformed
        provision = provision_of(conformed, source)
    except ConformedError:
        return None
    copy = conformed.copy
    runs = list(copy.text.runs_between(provision.start, provision.end))
    longest = max(runs, key=lambda run: len(run.text))
    return ClauseWords(
        collapsed(copy, provision.start, provision.end),
        longest.document,
        longest.instruction,
        sources(copy, provision.start, provision.end),
    )
