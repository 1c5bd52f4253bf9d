"""The hash chain over an agreement's events: what is hashed, and how one link follows from the one before.

Rules that this file must obey:

* An event's digest is the SHA-256 of its fields as texts (JSON, fixed order). Two events with one digest are one event.
* A link is the SHA-256 of the link before it, the event's number and its digest. The first follows from the
  agreement's name, so that the chain of one agreement never passes for another's.
* The forms here are for ever: a store that was written once is verified by every later version.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

from conformed.model.event import Event
from conformed.model.problem import ConformedError, problem

__all__ = [
    "FIELDS",
    "Head",
    "amount_text",
    "digest",
    "event_from",
    "first_link",
    "link",
    "texts_of",
    "utc_text",
]

FIELDS = (
    "event_id",
    "kind",
    "occurred_on",
    "recorded_at",
    "recorded_utc",
    "subject",
    "counterparty",
    "amount",
    "reference",
    "note",
)
LARGEST_EXPONENT = 15  # an amount fits DECIMAL(18,2), as every engine of the batch needs
SMALLEST_EXPONENT = -18
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain stands: write it down elsewhere, and `verify` proves that nothing up to it has changed.

    Attributes:
        count: how many events are kept.
        link: the last event's link; the chain's beginning where there are none.
    """

    count: int
    link: str


def texts_of(event: Event) -> tuple[str | None, ...]:
    """The event's fields as kept, in the order of `FIELDS`.

    Raises:
        ConformedError: `event-unfit`: a moment without an offset, an amount that is not a number of at most 16
            digits before the point, an empty id, or characters that no database keeps.
    """
    if not event.id:
        raise _unfit(event, "its event_id is empty")
    if event.recorded_at.utcoffset() is None:
        raise _unfit(event, "recorded_at has no offset from UTC")
    texts = (
        event.id,
        event.kind,
        event.occurred_on.isoformat(),
        event.recorded_at.isoformat(),
        utc_text(event.recorded_at),
        event.subject,
        event.counterparty,
        None if event.amount is None else _amount(event, event.amount),
        event.reference,
        event.note,
    )
    for name, text in zip(FIELDS, texts, strict=True):
        if text is not None and not text.isascii() and any("\ud800" <= mark <= "\udfff" for mark in text):
            raise _unfit(event, f"{name} is not valid Unicode")
        if text is not None and "\0" in text:
            raise _unfit(event, f"{name} holds a NUL character")
    return texts


def event_from(texts: Sequence[str | None]) -> Event:
    """The event whose fields, in the order of `FIELDS`, are `texts`."""
    id, kind, occurred_on, recorded_at, _, subject, counterparty, amount, reference, note = texts
    return Event(
        id or "",
        kind or "",
        dt.date.fromisoformat(occurred_on or ""),
        dt.datetime.fromisoformat(recorded_at or ""),
        subject,
        counterparty,
        None if amount is None else Decimal(amount),
        reference,
        note,
    )


def utc_text(moment: dt.datetime) -> str:
    """The moment in UTC, always as long, so that texts sort as moments do.

    >>> import datetime as dt
    >>> utc_text(dt.datetime.fromisoformat("2001-04-01T00:30:00+02:00"))
    '2001-03-31T22:30:00.000000Z'
    """
    with suppress(OverflowError):  # the first and last day of the calendar, shifted out of it
        moment = moment.astimezone(dt.UTC)
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def amount_text(amount: Decimal) -> str:
    """The amount with no exponent, at least two decimals and no zero behind them, so that equal is the same text.

    >>> amount_text(Decimal("1000.1")), amount_text(Decimal("1E+3")), amount_text(Decimal("-0"))
    ('1000.10', '1000.00', '0.00')
    """
    if not amount:
        return "0.00"
    text = format(amount, "f")
    whole, _, fraction = text.partition(".")
    return f"{whole}.{fraction.rstrip('0').ljust(2, '0')}"


def digest(texts: Sequence[str | None]) -> str:
    """The SHA-256, in hexadecimal, of an event's fields."""
    return sha256(_ENCODE(texts).encode()).hexdigest()


def first_link(agreement: str) -> str:
    """What the first event of `agreement` follows from."""
    return sha256(f"conformed events 1\n{agreement}".encode()).hexdigest()


def link(previous: str, number: int, event_digest: str) -> str:
    """The link of the event `number`, which follows `previous`."""
    return sha256(f"{previous}\n{number}\n{event_digest}".encode()).hexdigest()


def _amount(event: Event, amount: Decimal) -> str:
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int):
        raise _unfit(event, f"its amount is {amount}")
    if amount and (amount.adjusted() > LARGEST_EXPONENT or exponent < SMALLEST_EXPONENT):
        raise _unfit(event, "its amount has more than 16 digits before the point, or more than 18 behind it")
    return amount_text(amount)


def _unfit(event: Event, cause: str) -> ConformedError:
    return ConformedError(problem("event-unfit", line=event.line, where=event.id, id=event.id, cause=cause))
