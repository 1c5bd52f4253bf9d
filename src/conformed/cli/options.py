"""Arguments and options that several commands share."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "AgreementFile",
    "AsOf",
    "Confidential",
    "EventsFile",
    "Json",
    "KeptStore",
    "KnownAt",
    "MaybeEventsFile",
    "OutFile",
    "Papers",
    "Public",
    "RunAsOf",
    "StoreUrl",
    "day",
    "events_or_store",
    "moment",
    "out_file",
    "seals_or_public",
    "store_place",
]


STORE_VARIABLE = "CONFORMED_DATABASE_URL"


def day(written: str) -> dt.date:
    """The date written as YYYY-MM-DD.

    >>> day("2001-03-01")
    datetime.date(2001, 3, 1)
    """
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is not a date such as 2001-03-01") from None


def moment(written: str) -> dt.datetime:
    """The moment written as an ISO timestamp with its offset; a day alone is its end in UTC.

    >>> moment("2001-09-10T12:00:00-05:00").isoformat()
    '2001-09-10T12:00:00-05:00'
    """
    try:
        found = dt.datetime.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is not a time such as 2001-09-10T12:00:00-05:00") from None
    if len(written) == len("2001-09-10"):
        found = dt.datetime.combine(found.date(), dt.time.max, dt.UTC)
    if found.tzinfo is None:
        raise typer.BadParameter(f"{written!r} has no offset; write 2001-09-10T12:00:00Z or ...-05:00")
    return found


def out_file(written: str | Path) -> Path:
    """The path of a file that is written."""
    if not str(written).strip():
        raise typer.BadParameter("no file is named; give its path")
    return Path(written)


def store_place(written: str) -> str:
    """The file or address of a store."""
    if not written.strip():
        raise typer.BadParameter("no store is named; give its file, or postgresql://user@host/name")
    return written


Json = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]
AsOf = Annotated[
    dt.date | None,
    typer.Option(
        "--as-of",
        parser=day,
        metavar="DATE",
        help="The text of this day (YYYY-MM-DD) [default: after every paper given].",
    ),
]
RunAsOf = Annotated[
    dt.date | None,
    typer.Option(
        "--as-of",
        parser=day,
        metavar="DATE",
        help="Events and statements by this day (YYYY-MM-DD) [default: today].",
    ),
]
KnownAt = Annotated[
    dt.datetime | None,
    typer.Option(
        "--known-at",
        parser=moment,
        metavar="TIMESTAMP",
        help="Only events recorded by this time, such as 2001-09-10T12:00:00-05:00; a day alone means its end in UTC "
        "[default: all].",
    ),
]
OutFile = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        parser=out_file,
        metavar="FILE",
        help="Write to FILE, in the format of its suffix.",
    ),
]
Confidential = Annotated[
    Path | None,
    typer.Option(
        "--confidential",
        metavar="FILE",
        help="Sealed values [default: confidential.toml beside agreement.toml].",
    ),
]
Public = Annotated[
    bool,
    typer.Option("--public", help="Leave sealed values out, even where confidential.toml stands beside."),
]
StoreUrl = Annotated[
    str,
    typer.Option(
        "--store",
        "--database",
        envvar=STORE_VARIABLE,
        show_envvar=True,
        parser=store_place,
        metavar="URL",
        help="The store: a file, or postgresql://user@host/name.",
    ),
]
KeptStore = Annotated[
    str | None,
    typer.Option(
        "--store",
        "--database",
        parser=store_place,
        metavar="URL",
        help=f"Take the events that this store keeps, in place of EVENTS.CSV.  [env var: {STORE_VARIABLE}]",
    ),
]
Papers = Annotated[
    list[Path], typer.Argument(metavar="BASE AMENDMENT...", help="The papers, or agreement.toml alone.")
]
AgreementFile = Annotated[Path, typer.Argument(metavar="AGREEMENT.TOML", help="The agreement's file.")]
EventsFile = Annotated[Path, typer.Argument(metavar="EVENTS.CSV", help="The events.")]
MaybeEventsFile = Annotated[
    Path | None,
    typer.Argument(
        metavar="EVENTS.CSV", help="The events; left out where --store gives them.", show_default=False
    ),
]


def seals_or_public(confidential: Path | None, public: bool) -> None:
    """Refuse sealed values that are named and left out at once."""
    if confidential is not None and public:
        raise typer.BadParameter("give --confidential or --public, not both")


def events_or_store(events: Path | None, store: str | None) -> tuple[Path | None, str | None]:
    """The one of the two that was given; where neither was, the store that the environment names."""
    if events is not None and store is not None:
        raise typer.BadParameter("give EVENTS.CSV or --store, not both")
    if events is None and store is None:
        store = os.environ.get(STORE_VARIABLE)
        if not store:
            raise typer.BadParameter("give EVENTS.CSV, or with --store the store that keeps the events")
    return events, store
