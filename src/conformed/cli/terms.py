"""`conformed terms`: the typed terms with the words they were read from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from conformed.cli.options import AsOf, Json
from conformed.cli.printing import data, problems, record, width, working

__all__ = ["terms"]


def terms(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="An agreement, or agreement.toml with its chain.")
    ],
    *,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Read the typed terms, with the words they were read from.

    For agreement.toml the terms are those of the conformed copy, with what each amendment changed.

    \b
    Example:
      conformed terms agreement.toml --as-of 2001-03-01
    """  # noqa: D301
    from conformed import service
    from conformed.terms import states_record, terms_record
    from conformed.writing.terms import changes_text, terms_text

    with working("reading the terms"):
        read = service.terms(file, as_of=as_of)
    if as_json:
        record(terms_record(read.terms) | ({"changes": states_record(read.states)} if read.states else {}))
    else:
        data(terms_text(read.terms, width=width()))
        moved = changes_text(read.states[1:], width=width())
        if moved:
            data(f"\nchanged by\n{moved}")
    problems(read.terms.problems)
    problems(read.warnings)
