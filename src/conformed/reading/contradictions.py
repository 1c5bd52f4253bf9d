"""What is wrong between events that are each good by themselves: units and events named that do not exist, times that run
backwards, corrections in a circle.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from conformed.model.event import EVENT_KINDS, Event
from conformed.model.problem import Problem, problem

__all__ = ["check_events"]


def check_events(events: Iterable[Event], *, file: str | None = None) -> list[Problem]:
    """What is wrong between events: units and events named that do not exist, times that run backwards.

    Args:
        events: in the order in which they are taken (`Event.order`).
        file: named in the problems.
    """
    events = tuple(events)
    found: list[Problem] = []

    def wrong(code: str, event: Event, **facts: Any) -> None:
        found.append(
            problem(
                code,
                document=file,
                line=event.line,
                where=event.id,
                event=event.id,
                **facts,
            )
        )

    by_id = {event.id: event for event in events}
    known_units: set[str] = set()
    first_installed: dict[str, dt.date] = {}
    for event in events:
        if event.kind in ("unit-ordered", "unit-installed") and event.subject:
            known_units.add(event.subject)
            if event.kind == "unit-installed":
                first_installed.setdefault(event.subject, event.occurred_on)
    in_service: dict[str, Event] = {}
    billed: dict[str, Event] = {}
    for event in events:
        unit, referred = event.subject or "", by_id.get(event.reference or "")
        if EVENT_KINDS[event.kind].unit and unit != "*" and unit not in known_units:
            near = get_close_matches(unit, known_units, n=1) if len(known_units) < 5000 else []
            wrong("event-unit", event, unit=unit, hint=f"; did you mean {near[0]}?" if near else "")
        elif event.kind == "unit-ordered" and unit in in_service:
            cause = f"{unit} is ordered on {event.occurred_on} but has been in service since {in_service[unit].id}"
            wrong("event-order", event, cause=cause)
        elif event.kind == "unit-installed":
            if unit in in_service:
                wrong("event-installed-twice", event, unit=unit, first=in_service[unit].id)
            in_service[unit] = event
        elif event.kind == "unit-disconnected" and in_service.pop(unit, None) is None:
            installed = first_installed.get(unit)
            cause = (
                "was never installed"
                if installed is None
                else f"was installed only on {installed}"
                if installed > event.occurred_on
                else "is no longer in service"
            )
            wrong("event-order", event, cause=f"{unit} is disconnected on {event.occurred_on} but {cause}")
        elif event.kind in ("correction", "claw-back-billed", "breach-cured"):
            wanted = {
                "correction": (
                    "provider-payment",
                    "provider-credit",
                    "forfeiture",
                    "payment",
                    "correction",
                ),
                "claw-back-billed": ("forfeiture",),
                "breach-cured": ("breach",),
            }[event.kind]
            if referred is None or referred.kind not in wanted:
                cause = "no event" if referred is None else f"a {referred.kind}"
                wrong(
                    "event-reference",
                    event,
                    reference=event.reference,
                    cause=cause,
                    wanted=f"a {' or '.join(wanted)}",
                )
                continue
            if event.recorded_at < referred.recorded_at and event.kind == "correction":
                cause = f"it is recorded before {referred.id}, which it corrects"
                wrong("event-order", event, cause=cause)
            elif event.occurred_on < referred.occurred_on:
                cause = f"it occurred on {event.occurred_on}, before {referred.id} on {referred.occurred_on}"
                wrong("event-order", event, cause=cause)
            elif event.kind == "claw-back-billed":
                other = billed.setdefault(referred.id, event)
                if other is not event:
                    wrong("event-billed-twice", event, forfeiture=referred.id, first=other.id)
    found.extend(_circles(by_id, file))
    return found


def _circles(by_id: dict[str, Event], file: str | None) -> Iterator[Problem]:
    """Corrections that correct each other in a circle."""
    clear: set[str] = set()
    for event in by_id.values():
        path: set[str] = set()
        at: Event | None = event
        while at is not None and at.kind == "correction" and at.id not in clear:
            if at.id in path:
                yield problem(
                    "event-reference",
                    document=file,
                    line=event.line,
                    where=event.id,
                    event=event.id,
                    reference=event.reference,
                    cause="a correction that in the end corrects this one",
                    wanted="an event with an amount",
                )
                break
            path.add(at.id)
            at = by_id.get(at.reference or "")
        clear |= path
