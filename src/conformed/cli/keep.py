"""`conformed keep`: adds papers, decisions and events to a store that only grows."""

from __future__ import annotations

from conformed.cli.options import AgreementFile, Confidential, EventsFile, Json, StoreUrl
from conformed.cli.printing import data, hint, record, working

__all__ = ["keep"]


def keep(
    agreement: AgreementFile,
    events: EventsFile,
    *,
    store: StoreUrl = "conformed.db",
    confidential: Confidential = None,
    as_json: Json = False,
) -> None:
    """Add papers, decisions and events to a store that only grows.

    All events are added or none. Doing it again adds only what is new, whether EVENTS.CSV holds every event or those
    since the last time; settle, impact and why then take --store in place of it. Sealed values are kept too, encrypted, where
    CONFORMED_KEY or CONFORMED_KEY_FILE gives a key.

    \b
    Example:
      conformed keep agreement.toml events.csv --store conformed.db
    """  # noqa: D301
    from conformed import service

    with working("keeping the events"):
        kept = service.keep(agreement, events, store=store, confidential=confidential)
    head = f"{kept.head.count}:{kept.head.link}"
    if as_json:
        record({"new": kept.new, "already": kept.already, "sealed": kept.sealed, "head": head})
        return
    sealed = f", {kept.sealed} sealed values" if kept.sealed else ""
    data(f"{kept.new} new events, {kept.already} there already{sealed}")
    data(f"head {head}")
    hint(
        "note the head elsewhere; `conformed verify --known HEAD` then proves that nothing up to it has changed"
    )
