"""`conformed why`: how a figure came about."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from conformed.cli.options import (
    STORE_VARIABLE,
    AgreementFile,
    Confidential,
    Json,
    KeptStore,
    KnownAt,
    Public,
    RunAsOf,
    seals_or_public,
)
from conformed.cli.printing import data, record, say_today, width, working

__all__ = ["why"]


def why(
    agreement: AgreementFile,
    events: Annotated[
        str, typer.Argument(metavar="EVENTS.CSV", help="The events; with --store only STATEMENT is given.")
    ],
    statement: Annotated[
        str | None,
        typer.Argument(
            metavar="STATEMENT", help="A statement's or unit's id, or agreement.", show_default=False
        ),
    ] = None,
    *,
    store: KeptStore = None,
    as_of: RunAsOf = None,
    known_at: KnownAt = None,
    confidential: Confidential = None,
    public: Public = False,
    as_json: Json = False,
) -> None:
    """Derive a figure: line, formula, events, clause, words, paper.

    \b
    Example:
      conformed why agreement.toml events.csv credit-2001-Q2 --as-of 2001-12-31
      conformed why agreement.toml credit-2001-Q2 --store conformed.db
    """  # noqa: D301
    from conformed import service
    from conformed.writing.why import why_record, why_text

    file, store, asked = _given(events, statement, store)
    seals_or_public(confidential, public)
    with working("running the terms"):
        found = service.why(
            agreement,
            file,
            asked,
            store=store,
            as_of=as_of,
            known_at=known_at,
            confidential=confidential,
            public=public,
        )
    say_today(as_of, found.settlement.as_of)
    if as_json:
        record(why_record(found))
    else:
        data(why_text(found, width=width()))


def _given(first: str, second: str | None, store: str | None) -> tuple[Path | None, str | None, str]:
    """The file of events or the store, and what is asked about: with a store the first word is the statement."""
    if second is not None:
        if store is not None:
            raise typer.BadParameter("give EVENTS.CSV or --store, not both")
        return Path(first), None, second
    store = store or os.environ.get(STORE_VARIABLE)
    if not store:
        raise typer.BadParameter("give EVENTS.CSV and STATEMENT, or STATEMENT alone with --store")
    return None, store, first
