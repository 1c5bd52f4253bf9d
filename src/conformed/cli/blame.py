"""`conformed blame`: who wrote each word."""

from __future__ import annotations

from typing import Annotated

import typer

from conformed.cli.exits import DECISION_NEEDED
from conformed.cli.options import AsOf, Json, Papers
from conformed.cli.printing import data, problems, record, width, working

__all__ = ["blame"]


def blame(
    papers: Papers,
    *,
    provision: Annotated[
        str | None, typer.Option("--provision", metavar="PLACE", help="Only this provision, such as 7.A.")
    ] = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show which paper and instruction put each word there.

    \b
    Example:
      conformed blame agreement.txt amendment-1.txt amendment-2.txt --provision 7.A
    """  # noqa: D301
    from conformed import service
    from conformed.conforming import blame_record
    from conformed.writing.blame import blame_text

    with working("building the copy"):
        built = service.build(papers, as_of=as_of)
    conformed = built.conformed
    only = service.provision_of(conformed, provision) if provision is not None else None
    if as_json:
        record(blame_record(conformed, only=only))
    else:
        data(blame_text(conformed, only=only, width=max(width(), 100)))
    problems(conformed.warnings)
    if problems(built.undecided, word="decide"):
        raise typer.Exit(DECISION_NEEDED)
