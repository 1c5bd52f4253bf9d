"""`conformed history`: the states of a provision."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap
from typing import Annotated

import typer

from conformed.cli.options import AsOf, Json
from conformed.cli.printing import data, record, width, working

__all__ = ["history"]


def history(
    papers: Annotated[
        list[Path],
        typer.Argument(
            metavar="PAPERS... PLACE", help="agreement.toml, or BASE AMENDMENT...; then the place."
        ),
    ],
    *,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show each state of a provision, newest first.

    \b
    Example:
      conformed history agreement.toml 7.A
    """  # noqa: D301
    from conformed import service
    from conformed.writing.layout import describe_path

    if len(papers) < 2:
        raise typer.BadParameter("name the papers, then the place, such as agreement.toml 7.A")
    *files, place = papers
    if place == Path():
        raise typer.BadParameter("the place is empty; name a provision, such as 7.A")
    with working("building the copy"):
        states = service.history(files, str(place), as_of=as_of)
    if as_json:
        listed = [
            {
                "paper": state.paper,
                "effective": state.effective.isoformat() if state.effective else None,
                "path": list(state.path) if state.path is not None else None,
                "text": state.text,
            }
            for state in states
        ]
        record({"place": str(place), "states": listed})
        return
    for number, state in enumerate(states):
        since = state.effective.isoformat() if state.effective else "not in effect"
        at = describe_path(state.path) if state.path is not None else "not there"
        data(("\n" if number else "") + f"{state.paper}  {since}  {at}")
        for line in wrap(state.text or "(repealed)", width(), initial_indent="  ", subsequent_indent="  "):
            data(line)
