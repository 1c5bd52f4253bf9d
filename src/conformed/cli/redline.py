"""`conformed redline`: what changed."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Annotated

import typer

from conformed.cli.exits import DECISION_NEEDED
from conformed.cli.options import Json, OutFile, Papers, day
from conformed.cli.output_file import check_output, write_file
from conformed.cli.printing import colour_wanted, data, problems, readable, record, talk, width, working

__all__ = ["redline"]


def redline(
    papers: Papers,
    *,
    since: Annotated[
        dt.date | None,
        typer.Option(
            "--from", parser=day, metavar="DATE", help="The older day [default: the base as signed]."
        ),
    ] = None,
    until: Annotated[
        dt.date | None,
        typer.Option(
            "--to", parser=day, metavar="DATE", help="The newer day [default: after every paper given]."
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show the unchanged paragraphs too.")] = False,
    output: OutFile = None,
    as_json: Json = False,
) -> None:
    """Show what the amendments changed, struck and inserted.

    Where there is no colour, [-struck-] and {+inserted+}. With -o the suffix decides the format: .html or .txt.

    \b
    Example:
      conformed redline agreement.txt amendment-1.txt amendment-2.txt -o changes.html
      conformed redline agreement.toml --from 2000-09-01 --to 2001-03-01
    """  # noqa: D301
    from conformed import service
    from conformed.writing.redline import redline_record
    from conformed.writing.redline_html import redline_html
    from conformed.writing.terminal import redline_text

    if output is not None:
        check_output(output, (".html", ".txt"), inputs=service.files_read(papers))
    with working("building the copy"):
        built, before, after = service.redline(papers, since=since, until=until)
    conformed = built.conformed
    if output is not None:
        write_file(
            output,
            {
                ".html": lambda: redline_html(conformed, before, after),
                ".txt": lambda: redline_text(conformed, before, after, everything=everything),
            },
        )
        talk(f"wrote {output}")
    if as_json:
        record(redline_record(before, after))
    elif output is None:
        text = redline_text(
            conformed,
            before,
            after,
            colour=colour_wanted(sys.stdout),
            width=width(),
            everything=everything,
            clean=readable,
        )
        data(text, coloured=True)
    problems(conformed.warnings)
    if problems(built.undecided, word="decide"):
        raise typer.Exit(DECISION_NEEDED)
