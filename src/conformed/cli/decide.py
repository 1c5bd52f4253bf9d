"""`conformed decide`: records a person's decision about an instruction."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from conformed.cli.options import AgreementFile, day
from conformed.cli.printing import data, hint, working

__all__ = ["decide"]


def decide(
    agreement: AgreementFile,
    instruction: Annotated[
        str,
        typer.Argument(
            metavar="INSTRUCTION",
            help='As a message names it, such as "amendment-2/2(b)" or "amendment-2/line 12".',
        ),
    ],
    *,
    place: Annotated[
        int | None,
        typer.Option("--place", metavar="N", min=1, help="Apply it at this candidate, counted from 1."),
    ] = None,
    leave: Annotated[bool, typer.Option("--leave", help="Leave it unapplied.")] = False,
    text: Annotated[
        str | None, typer.Option("--text", metavar="WORDS", help="The provision's words, given by hand.")
    ] = None,
    provision: Annotated[
        str | None,
        typer.Option(
            "--provision",
            metavar="PLACE",
            help="The provision that --text words, such as 7.A, where the paper names none for certain.",
        ),
    ] = None,
    why: Annotated[
        str | None, typer.Option("--why", metavar="REASON", help="Why; kept with the decision.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who decides [default: the user].")
    ] = None,
    on: Annotated[
        dt.date | None, typer.Option("--on", parser=day, metavar="DATE", help="When [default: today].")
    ] = None,
) -> None:
    """Record a person's decision about an instruction.

    The decision is added to agreement.toml and replayed by every `conformed build`. One that no longer fits its paper
    is a problem and is never applied.

    \b
    Example:
      conformed decide agreement.toml "amendment-2/2(b)" --place 2 --why "see their letter"
      conformed decide agreement.toml "amendment-2/line 12" --text "The rent is $450." --provision 3.1
    """  # noqa: D301
    from conformed import service

    if sum((place is not None, leave, text is not None)) != 1:
        raise typer.BadParameter("give exactly one of --place, --leave and --text")
    if provision is not None and text is None:
        raise typer.BadParameter("--provision goes with --text")
    with working("building the copy"):
        said = service.decide(
            agreement,
            instruction,
            place=place,
            leave=leave,
            text=text,
            provision=provision,
            why=why,
            by=by,
            on=on,
        )
    data(said)
    hint(f"`conformed build {agreement}` follows it")
