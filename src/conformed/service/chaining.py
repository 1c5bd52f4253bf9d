"""Whether the papers given can be one chain: the agreement first, each paper once, one paper of a number and date."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conformed.model.agreement import Decision
    from conformed.model.document import Document
    from conformed.model.instruction import Amendment
    from conformed.model.problem import Problem
    from conformed.model.source import Source

__all__ = ["base_problems", "once", "only_papers", "rival_papers", "way_to_leave"]

TOML = ".toml"
LONGEST_HEADER = 1_000  # bytes


def only_papers(papers: Sequence[Path], *, way_out: str) -> None:
    """Refuse an agreement.toml, or a file of events, where papers are wanted.

    Raises:
        ConformedError: `papers-mixed` or `paper-of-events`.
    """
    from conformed.model.problem import ConformedError, problem

    for paper in papers:
        if paper.suffix.lower() == TOML:
            raise ConformedError(problem("papers-mixed", document=str(paper), way_out=way_out))
        if _holds_events(paper):
            raise ConformedError(problem("paper-of-events", document=str(paper)))


def _holds_events(file: Path) -> bool:
    """Whether the first line names the columns of events; a file that cannot be read is for the reader to refuse."""
    from conformed.model.event import COLUMNS

    try:
        with file.open("rb") as opened:
            line = opened.readline(LONGEST_HEADER)
    except (OSError, ValueError):
        return False
    titles = {title.strip(' "\r\n') for title in line.decode("utf-8-sig", "replace").split(",")}
    return titles >= set(COLUMNS)


def once(sources: Sequence[Source]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Each paper once, by its bytes, and a problem for each that was given again."""
    from conformed.model.problem import problem

    first: dict[str, Source] = {}
    found = []
    for source in sources:
        same = first.setdefault(source.sha256, source)
        if same is not source:
            named = same.file if same.file != source.file else "the one given before it"
            found.append(problem("paper-duplicate", document=source.file, where=source.id, first=named))
    return tuple(first.values()), tuple(found)


def base_problems(
    base: Document,
    amendments: Sequence[Amendment],
    decided: Mapping[str, Decision],
    *,
    is_amendment: bool,
    agreement: str | None,
) -> Iterator[Problem]:
    """What is wrong where the first paper is itself an amendment of something else.

    Raises:
        ConformedError: `papers-swapped`: the agreement that it amends stands behind it.
    """
    from conformed.amending import amendment_of
    from conformed.conforming import names
    from conformed.model.problem import ConformedError, problem

    if not is_amendment or not amendments:
        return
    as_amendment = amendment_of(base)
    if not as_amendment.instructions and not as_amendment.unclaimed:
        return
    for other in amendments:
        if not other.instructions and not other.unclaimed and names(as_amendment, other.document):
            raise ConformedError(problem("papers-swapped", document=base.file, base=other.document.file))
    if base.id in decided or any(
        names(one, base) or not (one.amends.title or one.amends.date) for one in amendments
    ):
        return
    yield problem(
        "paper-base-amends",
        document=base.file,
        line=1,
        where=base.id,
        title=base.title,
        way_out=way_to_leave(base.id, agreement),
    )


def rival_papers(
    amendments: Sequence[Amendment],
    decided: Mapping[str, Decision],
    *,
    agreement: str | None,
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The papers that are not carried out, each with the reason, and what a person must decide about them."""
    from conformed.conforming import rivals
    from conformed.model.problem import problem

    withheld: dict[str, str] = {}
    found: list[Problem] = []
    for alike in rivals(amendments):
        undecided = [one for one in alike if one.document.id not in decided]
        for one in alike:
            decision = decided.get(one.document.id)
            if decision is not None and decision.leave:
                why = f": {decision.why}" if decision.why else ""
                withheld[one.document.id] = f"this paper is left out by decision{why}"
        if len(undecided) < 2:
            continue
        for one in undecided:
            document = one.document
            others = [other.document.file for other in undecided if other is not one]
            name = f"Amendment No. {document.number} dated {document.date}"
            withheld[document.id] = f"{' and '.join(others)} is {name} too, and nobody has decided"
            found.append(
                problem(
                    "paper-rival",
                    document=document.file,
                    line=1,
                    where=document.id,
                    name=name,
                    other=" and ".join(others),
                    way_out=way_to_leave(document.id, agreement),
                )
            )
    return withheld, tuple(found)


def paper_digest(ids: Collection[str], sources: Sequence[Source]) -> str:
    """What a person saw of the papers `ids`."""
    from conformed.conforming import digest

    return digest(" ".join(sorted(one.sha256 for one in sources if one.id in ids)), ())


def way_to_leave(paper: str, agreement: str | None) -> str:
    """The call that settles a question about a paper."""
    before = "" if agreement is not None else "`conformed init`, then "
    return f'{before}`conformed decide {Path(agreement or "agreement.toml").name} "{paper}" --leave`'
