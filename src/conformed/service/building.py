"""The conformed copy of papers named one by one, or in an agreement.toml; redlines and histories of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from conformed.service.chaining import base_problems, once, only_papers, rival_papers

if TYPE_CHECKING:
    from conformed.conforming import ProvisionState
    from conformed.model.agreement import Agreement, Decision
    from conformed.model.conformed import Conformed, Outcome
    from conformed.model.document import Document, Provision
    from conformed.model.instruction import Amendment
    from conformed.model.problem import Problem
    from conformed.model.source import Source

__all__ = ["Built", "build", "built_from", "history", "provision_of", "redline"]

_AMENDING_TITLE = re.compile(
    r"\b(?:amendment|modification|addendum|deed of variation|amending agreement)\b"
    # A supplement or an endorsement may also be what an agreement is about: "Endorsement Agreement".
    r"|\b(?:supplement|endorsement)\b(?!(?:\s+(?!(?:to|of|no|number)\b)[\w&,-]+){0,4}\s+agreement\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Built:
    """A conformed copy with the papers it was made from, and what a person must still decide."""

    conformed: Conformed
    sources: tuple[Source, ...]
    undecided: tuple[Problem, ...]
    agreement: Agreement | None = None


@dataclass(frozen=True, slots=True)
class _Papers:
    base: Document
    amendments: tuple[Amendment, ...]
    sources: tuple[Source, ...]
    agreement: Agreement | None
    repeated: tuple[Problem, ...] = ()

    @property
    def decided(self) -> dict[str, Decision]:
        """A person's decisions, by what they are about."""
        taken = self.agreement.decisions if self.agreement is not None else ()
        return {decision.instruction: decision for decision in taken}


def build(
    papers: Sequence[Path],
    *,
    as_of: dt.date | None = None,
    ignoring: Collection[str] = (),
    adding: Sequence[Decision] = (),
) -> Built:
    """The conformed copy of `papers`: a base and its amendments, or one agreement.toml that names them.

    Papers named one by one are taken as executed on their date, with a warning where the signature blocks are blank.

    Args:
        papers: the files.
        as_of: the day asked for; None for the text after every paper has taken effect, before any expiry.
        ignoring: instructions on which decisions are not followed.
        adding: decisions that are followed though agreement.toml does not hold them.

    Raises:
        ConformedError: where a file cannot be read, an agreement.toml is given with papers, or the agreement stands
            behind its amendment.
    """
    read = _read(papers)
    if (ignoring or adding) and read.agreement is not None:
        kept = tuple(one for one in read.agreement.decisions if one.instruction not in ignoring)
        read = replace(read, agreement=replace(read.agreement, decisions=(*kept, *adding)))
    return _built(read, as_of)


def built_from(sources: Sequence[Source], *, as_of: dt.date | None = None) -> Built:
    """The conformed copy of papers that are read already, the base first."""
    return _built(_parsed(_apart(sources), None), as_of)


def redline(
    papers: Sequence[Path], *, since: dt.date | None = None, until: dt.date | None = None
) -> tuple[Built, Document, Document]:
    """The copy at `until` (after every paper), with the two states to compare: at `since` (the base), and at `until`.

    Raises:
        ConformedError: where a file cannot be read.
    """
    read = _read(papers)
    built = _built(read, until)
    before = built.conformed.states[0].copy if since is None else _built(read, since).conformed.copy
    return built, before, built.conformed.copy


def history(
    papers: Sequence[Path], place: str, *, as_of: dt.date | None = None
) -> tuple[ProvisionState, ...]:
    """Each state of the provision that `place` names, newest first.

    Raises:
        ConformedError: where a file cannot be read, or no state has such a provision.
    """
    from conformed import conforming
    from conformed.conforming.naming import path_of

    conformed = build(papers, as_of=as_of).conformed
    for state in reversed(conformed.states):
        found = _named(state.copy, place)
        if len(found) == 1:
            return conforming.history(conformed, found[0].path)
    states = conforming.history(conformed, path_of(place))
    if not states:
        raise _unknown(conformed.copy, place)
    return states


def provision_of(conformed: Conformed, place: str) -> Provision:
    """The provision of the copy that `place` names, such as "7.A".

    Raises:
        ConformedError: where there is none, or more than one.
    """
    found = _named(conformed.copy, place)
    if len(found) != 1:
        raise _unknown(conformed.copy, place)
    return found[0]


def _named(document: Document, place: str) -> tuple[Provision, ...]:
    from conformed.conforming.naming import provision_named

    return provision_named(document, place)


def _unknown(document: Document, place: str) -> Exception:
    from conformed.model.problem import ConformedError, problem
    from conformed.writing.layout import describe_path

    found = _named(document, place)
    if found:
        hint = f", which could be {' or '.join(describe_path(one.path) for one in found[:4])}; name one"
    elif near := _nearest(document, place):
        hint = f"; did you mean {' or '.join(near)}? `conformed outline` lists them"
    else:
        hint = "; `conformed outline` lists them"
    return ConformedError(problem("provision-unknown", document=document.file, asked=place, hint=hint))


def _nearest(document: Document, place: str) -> tuple[str, ...]:
    """The places whose names are nearest to one that is none: those within the longest part of it that is there, first."""
    from conformed.conforming.naming import path_of, provision_named
    from conformed.writing.layout import describe_path

    path = path_of(place)
    for length in range(len(path) - 1, 0, -1):
        found = provision_named(document, ".".join(path[:length]))
        below = [describe_path(child.path) for one in found[:1] for child in one.children if child.path]
        if below:
            return tuple(get_close_matches(describe_path(path), below, 3, 0.0))
    names = list(dict.fromkeys(describe_path(one.path) for one in document.provisions if one.path))
    return tuple(get_close_matches(describe_path(path) if path else place.lower(), names, 3, 0.5))


def _read(papers: Sequence[Path]) -> _Papers:
    if len(papers) == 1 and papers[0].suffix.lower() == ".toml":
        sources, agreement = _of_agreement(papers[0])
    else:
        only_papers(papers, way_out="give it alone, or the papers without it")
        sources, agreement = _sources(papers), None
    return _parsed(sources, agreement)


def _parsed(sources: Sequence[Source], agreement: Agreement | None) -> _Papers:
    from conformed.amending import amendment_of
    from conformed.structure import document_of

    sources, repeated = once(sources)
    base, *others = [document_of(source) for source in sources]
    amendments = tuple(amendment_of(document) for document in others)
    return _Papers(base, amendments, sources, agreement, repeated)


def _of_agreement(file: Path) -> tuple[tuple[Source, ...], Agreement]:
    from conformed.model.problem import ConformedError, problem
    from conformed.reading import read
    from conformed.reading.agreement import read_agreement

    agreement = replace(read_agreement(file), sealed={})
    if not agreement.documents:
        raise ConformedError(problem("agreement-missing", document=str(file), table="documents", key="file"))
    return tuple(read(file.parent / entry.file, id=entry.id) for entry in agreement.documents), agreement


def _sources(papers: Sequence[Path]) -> tuple[Source, ...]:
    from conformed.reading import read

    return _apart([read(paper) for paper in papers])


def _apart(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The papers, each with an id of its own: its name, numbered on where two have the same."""
    taken: set[str] = set()
    out = []
    for source in sources:
        id, count = source.id, 1
        while id in taken:
            count += 1
            id = f"{source.id}-{count}"
        taken.add(id)
        out.append(source if id == source.id else replace(source, id=id))
    return tuple(out)


def _is_amendment(document: Document) -> bool:
    return document.title is not None and _AMENDING_TITLE.search(document.title) is not None


def _of_fragments(papers: _Papers) -> Built:
    """An amendment alone: its instructions on the words that they quote."""
    from conformed.amending import amendment_of
    from conformed.conforming import fragments

    amendment = amendment_of(papers.base)
    conformed = fragments(amendment, digests={source.id: source.sha256 for source in papers.sources})
    conformed = replace(conformed, warnings=(*papers.repeated, *conformed.warnings))
    return Built(conformed, papers.sources, amendment.unclaimed, papers.agreement)


def _built(papers: _Papers, as_of: dt.date | None) -> Built:
    from conformed.conforming import conform

    if not papers.amendments and papers.agreement is None and _is_amendment(papers.base):
        return _of_fragments(papers)
    agreement = papers.agreement
    file = agreement.file if agreement is not None else None
    first = tuple(
        base_problems(
            papers.base,
            papers.amendments,
            papers.decided,
            is_amendment=_is_amendment(papers.base),
            agreement=file,
        )
    )
    withheld, rivals = rival_papers(papers.amendments, papers.decided, agreement=file)
    executed = conditions = None
    if agreement is not None:
        executed = {entry.id: entry.executed for entry in agreement.documents}
        conditions = {entry.id: entry.conditions_met for entry in agreement.documents}
    conformed = conform(
        papers.base,
        papers.amendments,
        as_of=as_of,
        executed=executed,
        conditions_met=conditions,
        decisions=agreement.decisions if agreement is not None else (),
        digests={source.id: source.sha256 for source in papers.sources},
        withheld=withheld,
    )
    warnings = [
        *papers.repeated,
        *conformed.warnings,
        *_pending(conformed, told={one.where for one in rivals}),
    ]
    if agreement is None:
        warnings.extend(_unsigned(papers.amendments))
    unfit = tuple(warning for warning in warnings if warning.code == "decision-unfit")
    conformed = replace(conformed, warnings=tuple(one for one in warnings if one not in unfit))
    undecided = (*first, *rivals, *unfit, *_undecided(conformed, papers))
    return Built(conformed, papers.sources, undecided, agreement)


def _unsigned(amendments: Sequence[Amendment]) -> Iterator[Problem]:
    """Papers whose signature blocks are all blank."""
    from conformed.model.problem import problem

    for amendment in amendments:
        blocks = amendment.document.signatures
        if blocks and not any(block.signed_by for block in blocks):
            parties = ", ".join(dict.fromkeys(block.party for block in blocks if block.party)) or "no names"
            yield problem("paper-unsigned", document=amendment.document.file, parties=parties)


def _pending(conformed: Conformed, *, told: Collection[str | None]) -> Iterator[Problem]:
    """What has no effect yet, once for each paper and reason; not for the papers of which it is `told` already."""
    from conformed.model.problem import problem

    files = {paper.id: paper.file for paper in conformed.papers}
    reasons: dict[tuple[str, str], list[str]] = {}
    for outcome in conformed.outcomes:
        if outcome.status == "pending" and outcome.document not in told:
            reasons.setdefault((outcome.document, outcome.note or ""), []).append(outcome.instruction.id)
    for (document, reason), ids in reasons.items():
        name = f"{document}/{ids[0]}" + (f" and {len(ids) - 1} more" if len(ids) > 1 else "")
        yield problem(
            "instruction-pending",
            document=files[document],
            where=f"{document}/{ids[0]}",
            instruction=name,
            reason=reason,
        )


def _undecided(conformed: Conformed, papers: _Papers) -> Iterator[Problem]:
    """Each instruction that was not carried out and on which nobody has decided; and what the papers leave unclaimed."""
    from conformed.model.problem import problem

    sources = {source.id: source for source in papers.sources}
    for outcome in conformed.outcomes:
        if outcome.decided or outcome.status not in ("ambiguous", "not-found"):
            continue
        source = sources[outcome.document]
        name = f"{outcome.document}/{outcome.instruction.id}"
        yield problem(
            "instruction-ambiguous" if outcome.status == "ambiguous" else "instruction-missing-place",
            document=source.file,
            line=source.line_number(outcome.instruction.start),
            where=name,
            instruction=name,
            reason=outcome.note or "its place is not certain",
            way_out=_way_out(outcome, papers.agreement),
        )
    for amendment in papers.amendments:
        document = amendment.document
        if not amendment.instructions and not amendment.unclaimed and document.id not in papers.decided:
            yield problem(
                "amendment-silent", document=document.file, line=1, where=document.id, paper=document.id
            )
        for unclaimed in amendment.unclaimed:
            name = f"{document.id}/{unclaimed.where}"
            decision = papers.decided.get(name)
            if decision is None:
                yield unclaimed
            elif (reason := _unfit(decision, document, unclaimed)) is not None:
                yield problem(
                    "decision-unfit",
                    document=document.file,
                    line=unclaimed.line,
                    where=name,
                    instruction=name,
                    reason=reason,
                )


def _unfit(decision: Decision, paper: Document, listed: Problem) -> str | None:
    """Why a decision on a listed sentence cannot be followed, or None."""
    from conformed.conforming import listed_digest

    if decision.fits not in (None, listed_digest(paper, listed)):
        return "the sentence is not the one that was read"
    if decision.place is not None:
        return "no instruction was made of it, so it has no places to choose from"
    if decision.text is not None and decision.provision is None:
        return "it does not say whose words it gives: name the provision"
    return None


def _way_out(outcome: Outcome, agreement: Agreement | None) -> str:
    name = f'"{outcome.document}/{outcome.instruction.id}"'
    file = Path(agreement.file).name if agreement is not None else "agreement.toml"
    before = "" if agreement is not None else "`conformed init`, then "
    if outcome.candidates:
        count = len(outcome.candidates)
        return f"{before}`conformed decide {file} {name} --place N` ({count} place{'s' if count > 1 else ''} to choose from)"
    return f"{before}`conformed decide {file} {name} --leave` or --text"
