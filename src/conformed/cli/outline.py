"""`conformed outline`: the structure that was read from a paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from conformed.cli.options import Json
from conformed.cli.printing import data, problems, record, width, working

__all__ = ["outline"]


def outline(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A paper as filed.")],
    *,
    as_json: Json = False,
) -> None:
    """Show the structure that was read from a paper.

    \b
    Example:
      conformed outline agreement.txt
    """  # noqa: D301
    from conformed import service
    from conformed.writing.outline import outline_record, outline_text

    with working(f"reading {file}"):
        source, document = service.outline(file)
    if as_json:
        record(outline_record(document, source))
        return
    data(outline_text(document, source, width=width()))
    problems(document.findings, word="note")
