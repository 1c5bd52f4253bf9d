"""`conformed instructions`: the amending instructions of an amendment."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from conformed.cli.exits import DECISION_NEEDED
from conformed.cli.options import Json
from conformed.cli.printing import data, problems, record, width, working

__all__ = ["instructions"]


def instructions(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An amendment as filed.")],
    *,
    as_json: Json = False,
) -> None:
    """List the amending instructions of an amendment.

    \b
    Example:
      conformed instructions amendment-2.txt
    """  # noqa: D301
    from conformed import service
    from conformed.writing.instructions import instructions_text

    with working(f"reading {file}"):
        source, amendment = service.instructions(file)
    if as_json:
        from conformed.amending import record_of

        record(record_of(amendment))
    else:
        data(instructions_text(amendment, width=width()))
    if problems(service.undecided_instructions(source, amendment), word="decide"):
        raise typer.Exit(DECISION_NEEDED)
