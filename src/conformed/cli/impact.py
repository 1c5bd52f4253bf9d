"""`conformed impact`: what an amendment moved in dates and money."""

from __future__ import annotations

from typing import Annotated

import typer

from conformed.cli.exits import DECISION_NEEDED
from conformed.cli.impact_tables import print_impact
from conformed.cli.options import (
    AgreementFile,
    Confidential,
    Json,
    KeptStore,
    KnownAt,
    MaybeEventsFile,
    Public,
    RunAsOf,
    events_or_store,
    seals_or_public,
)
from conformed.cli.printing import problems, record, say_today, working

__all__ = ["impact"]

MOST_ROWS = 40


def impact(
    agreement: AgreementFile,
    events: MaybeEventsFile = None,
    *,
    amendment: Annotated[
        str, typer.Option("--amendment", metavar="ID", help="The amendment's id in agreement.toml.")
    ],
    store: KeptStore = None,
    as_of: RunAsOf = None,
    known_at: KnownAt = None,
    confidential: Confidential = None,
    public: Public = False,
    as_json: Json = False,
) -> None:
    """Compare a settlement with and without an amendment.

    \b
    Example:
      conformed impact agreement.toml events.csv --amendment amendment-2 --as-of 2001-12-31
    """  # noqa: D301
    from conformed import service
    from conformed.writing.impact import impact_record

    events, store = events_or_store(events, store)
    seals_or_public(confidential, public)
    with working("running the terms twice"):
        found = service.impact(
            agreement,
            events,
            store=store,
            amendment=amendment,
            as_of=as_of,
            known_at=known_at,
            confidential=confidential,
            public=public,
        )
    say_today(as_of, found.after.as_of)
    if as_json:
        record(impact_record(found))
    else:
        print_impact(found, most_rows=MOST_ROWS)
    unclear = [one for one in found.problems if one.code == "impact-unclear"]
    problems((one for one in found.problems if one not in unclear), word="note")
    if problems((*unclear, *found.after.problems), word="decide"):
        raise typer.Exit(DECISION_NEEDED)
