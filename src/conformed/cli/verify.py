"""`conformed verify`: checks the hash chain of the stored events."""

from __future__ import annotations

from typing import Annotated

import typer

from conformed.cli.exits import DECISION_NEEDED
from conformed.cli.options import AgreementFile, Json, StoreUrl
from conformed.cli.printing import data, problems, record, working
from conformed.model.problem import problem_record

__all__ = ["verify"]


def verify(
    agreement: AgreementFile,
    *,
    store: StoreUrl = "conformed.db",
    known: Annotated[
        str | None,
        typer.Option("--known", metavar="HEAD", help="A head that `conformed keep` printed before."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Check the hash chain of the stored events.

    \b
    Example:
      conformed verify agreement.toml --store conformed.db
    """  # noqa: D301
    from conformed import service
    from conformed.store import Head

    noted: Head | None = None
    if known is not None:
        count, _, link = known.partition(":")
        if not count.isascii() or not count.isdigit() or len(count) > 18 or not link:
            raise typer.BadParameter(
                f"{known!r} is not a head such as 120:5f1c..., as `conformed keep` prints it"
            )
        noted = Head(int(count), link)
    with working("checking the chain"):
        head, found = service.verify(agreement, store=store, known=noted)
    if as_json:
        record(
            {
                "events": head.count,
                "head": f"{head.count}:{head.link}",
                "whole": not found,
                "problems": [problem_record(one) for one in found],
            }
        )
    elif not found:
        data(f"{head.count} events, the chain is whole")
        data(f"head {head.count}:{head.link}")
    if problems(found, word="decide"):
        raise typer.Exit(DECISION_NEEDED)
