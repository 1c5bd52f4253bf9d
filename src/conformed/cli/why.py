"""`conformed why`: how a figure came about."""

from __future__ import annotations

from typing import Annotated

import typer

from conformed.cli.options import AgreementFile, AsOf, Confidential, EventsFile, Json, KnownAt, Public
from conformed.cli.printing import data, record, width, working

__all__ = ["why"]


def why(
    agreement: AgreementFile,
    events: EventsFile,
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="A statement's or unit's id.")],
    *,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    confidential: Confidential = None,
    public: Public = False,
    as_json: Json = False,
) -> None:
    """Derive a figure: line, formula, events, clause, words, paper.

    \b
    Example:
      conformed why agreement.toml events.csv credit-2001-Q2 --as-of 2001-12-31
    """  # noqa: D301
    from conformed import service
    from conformed.writing.why import why_record, why_text

    with working("running the terms"):
        found = service.why(
            agreement,
            events,
            statement,
            as_of=as_of,
            known_at=known_at,
            confidential=confidential,
            public=public,
        )
    if as_json:
        record(why_record(found))
    else:
        data(why_text(found, width=width()))
