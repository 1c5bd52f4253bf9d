"""`conformed init`: a first agreement.toml."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from conformed.cli.options import out_file
from conformed.cli.output_file import check_output, write_file
from conformed.cli.printing import hint, problems, talk, working
from conformed.model.problem import ConformedError, problem

__all__ = ["init"]


def init(
    papers: Annotated[
        list[Path],
        typer.Argument(metavar="BASE AMENDMENT...", help="The agreement, then its amendments in any order."),
    ],
    *,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", parser=out_file, metavar="FILE", help="The file to write."),
    ] = Path("agreement.toml"),
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write a first agreement.toml for a base and its amendments.

    It holds what was found in the papers: their order and days, the parties, the governing law, and drafts of the
    clauses that can be run, each with its source. A person confirms it.

    \b
    Example:
      conformed init agreement.txt amendment-1.txt amendment-2.txt
    """  # noqa: D301
    from conformed import service

    check_output(output, (".toml",), inputs=service.files_read(papers))
    if output.exists() and not force:
        raise ConformedError(problem("output-exists", document=str(output)))
    with working("reading the papers"):
        drafted = service.init(papers, output)
    write_file(output, {".toml": lambda: drafted.text})
    talk(f"wrote {output}")
    problems(drafted.warnings)
    problems(service.mistakes(output), word="note")
    hint(f"read it through, then `conformed build {output}` and `conformed check {output}`")
