"""One paper: its structure, and the instructions that it gives."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from conformed.model.document import Document
    from conformed.model.instruction import Amendment
    from conformed.model.problem import Problem
    from conformed.model.source import Source

__all__ = ["files_read", "instructions", "outline", "undecided_instructions"]


def outline(file: Path) -> tuple[Source, Document]:
    """The paper in `file`, and the structure that was read from it.

    Raises:
        ConformedError: where the file cannot be read.
    """
    from conformed.reading import read
    from conformed.service.chaining import only_papers
    from conformed.structure import document_of

    only_papers([file], way_out="name one of the papers in it")
    source = read(file)
    return source, document_of(source)


def instructions(file: Path) -> tuple[Source, Amendment]:
    """The amending paper in `file`, as filed and as read.

    Raises:
        ConformedError: where the file cannot be read.
    """
    from conformed.amending import amendment_of

    source, document = outline(file)
    return source, amendment_of(document)


def undecided_instructions(source: Source, amendment: Amendment) -> tuple[Problem, ...]:
    """What a person must settle before `amendment` can be applied, each with its line in the file."""
    from conformed.amending import calls_itself_amendment
    from conformed.model.problem import problem

    uncertain = (
        problem(
            "instruction-uncertain",
            document=source.file,
            line=source.line_number(instruction.start),
            where=instruction.id,
            instruction=instruction.id,
            reason=instruction.uncertain,
        )
        for instruction in amendment.instructions
        if instruction.uncertain
    )

    silent = (
        (problem("amendment-silent", document=source.file, line=1, where=source.id, paper=source.id),)
        if not amendment.instructions
        and not amendment.unclaimed
        and calls_itself_amendment(amendment.document)
        else ()
    )
    return (*uncertain, *amendment.unclaimed, *silent)


def files_read(given: Iterable[Path | None]) -> Iterator[Path]:
    """The files that a call reads: those given, and the papers and sealed values that an `agreement.toml` among them names.

    An agreement that cannot be read names none here: the call itself says why.
    """
    from conformed.model.problem import ConformedError
    from conformed.reading.agreement import read_agreement

    for file in given:
        if file is None:
            continue
        yield file
        if file.suffix.lower() == ".toml":
            yield file.with_name("confidential.toml")
            try:
                documents = read_agreement(file).documents
            except ConformedError:
                continue
            yield from (file.parent / document.file for document in documents)
