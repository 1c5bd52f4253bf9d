"""Reads the events file (UTF-8, RFC 4180, with a header row).

Either every row is good and all events are returned, or nothing is: the error carries the first mistake and, as
`others`, those after it, each with file and line. The rows may stand in any order.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import TextIO

from conformed.model.event import COLUMNS, EVENT_KINDS, Event
from conformed.model.problem import ConformedError, Problem, problem
from conformed.reading.contradictions import check_events

__all__ = ["read_events", "read_rows", "stream_events", "text_mistake"]

MOST_MISTAKES = 50  # after so many the reading stops: the file is most likely not of this kind
LONGEST_FIELD = 20_000  # characters

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})\Z", re.ASCII)
_AMOUNT = re.compile(r"\d{1,16}(\.\d{1,2})?\Z", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_WIDEST_OFFSET = dt.timedelta(hours=14)


def read_events(
    path: str | Path, *, before: Iterable[Event] = ()
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events of the file, in the order in which they are taken, and what is worth knowing about the file.

    A row that repeats an earlier one word for word is one event and is mentioned among the problems.

    Args:
        path: the file.
        before: events recorded before, which those of the file may refer to and must not contradict; they are not
            among the events returned.

    Raises:
        ConformedError: the file cannot be read, or at least one row is wrong; `others` holds the further mistakes.
    """
    name = str(path)
    events, mistakes, notes = _read(name, _rows(Path(path)))
    ordered = tuple(sorted(events.values(), key=lambda event: event.order))
    if not mistakes:
        together = {**{event.id: event for event in before}, **events}
        mistakes.extend(check_events(sorted(together.values(), key=lambda event: event.order), file=name))
    _refuse(mistakes)
    return ordered, tuple(notes)


def read_rows(path: str | Path, ids: Collection[str]) -> dict[str, Event]:
    """The events with these ids, whatever stands in other rows.

    For a file of millions of rows a few of which are doubtful: no other row is kept or looked at closely.

    Raises:
        ConformedError: the file cannot be read, or one of these rows is wrong or repeats another with other content.
    """
    events, mistakes, _ = _read(
        str(path), (found for found in _rows(Path(path)) if found[1][0].strip() in ids)
    )
    _refuse(mistakes)
    return events


def stream_events(path: str | Path) -> Iterator[Event]:
    """The event of each row, in the order of the rows, one in memory at a time.

    What is repeated, or contradicts another row, is not looked for.

    Raises:
        ConformedError: the file cannot be read, or at least one row is wrong: after the events of the rows before it,
            with the mistakes of those behind it.
    """
    name, mistakes = str(path), list[Problem]()
    for line, row in _rows(Path(path)):
        event = _event(name, line, row, mistakes)
        if event is not None and not mistakes:
            yield event
        if len(mistakes) >= MOST_MISTAKES:
            break
    _refuse(mistakes)


def text_mistake(fields: Iterable[str]) -> str | None:
    """What is wrong with a row of texts, in the order of `COLUMNS`; None where it is good.

    >>> text_mistake(["r1", "provider-payment", "2001-02-30", "2001-03-01T09:00:00Z", "", "Trunk East", "1.00", "", ""])
    "event r1: occurred_on is '2001-02-30'; give a day such as 2001-04-30"
    """
    mistakes: list[Problem] = []
    _event("", 0, list(fields), mistakes)
    return mistakes[0].message if mistakes else None


def _refuse(mistakes: list[Problem]) -> None:
    if mistakes:
        mistakes.sort(key=lambda mistake: mistake.line or 0)
        raise ConformedError(mistakes[0], tuple(mistakes[1:]))


def _read(
    name: str, rows: Iterable[tuple[int, list[str]]]
) -> tuple[dict[str, Event], list[Problem], list[Problem]]:
    """The events of the rows by id, what is wrong with the rows, and what is worth knowing of them."""
    events: dict[str, Event] = {}
    mistakes: list[Problem] = []
    notes: list[Problem] = []
    for line, row in rows:
        event = _event(name, line, row, mistakes)
        if event is not None:
            known = events.setdefault(event.id, event)
            if known is not event:
                if replace(known, line=line) == event:
                    notes.append(
                        problem(
                            "event-repeated",
                            document=name,
                            line=line,
                            where=event.id,
                            event=event.id,
                            first=known.line,
                        )
                    )
                else:
                    mistakes.append(
                        problem(
                            "event-twice",
                            document=name,
                            line=line,
                            where=event.id,
                            event=event.id,
                            first=known.line,
                            second=line,
                        )
                    )
        if len(mistakes) >= MOST_MISTAKES:
            break
    return events, mistakes, notes


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins, the nine columns in the order of `COLUMNS`."""
    name = str(path)

    def fail(line: int | None, cause: str) -> ConformedError:
        return ConformedError(problem("events-unreadable", document=name, line=line, cause=cause))

    try:
        stream = path.open("r", encoding="utf-8-sig", newline="")
    except (FileNotFoundError, NotADirectoryError):
        raise ConformedError(problem("file-absent", document=name)) from None
    except (OSError, ValueError) as error:
        cause = error.strerror if isinstance(error, OSError) else str(error)
        raise fail(None, cause or "it cannot be opened") from None
    with stream:
        rows = csv.reader(_short_lines(stream, fail), strict=True)
        line = 1
        try:
            header = next(rows, None)
            if header is None:
                raise fail(1, "it is empty")
            columns = _columns(name, header)
            line = rows.line_num + 1
            for row in rows:
                if row and any(row):
                    if len(row) != len(header):
                        cause = f"this row has {len(row)} fields, the header {len(header)}"
                        raise fail(line, cause)
                    yield line, [row[column] for column in columns]
                line = rows.line_num + 1
        except csv.Error as error:
            raise fail(line, f"not RFC 4180: {error}") from None
        except UnicodeDecodeError:
            raise fail(line, "it is not UTF-8") from None


def _short_lines(stream: TextIO, fail: Callable[[int | None, str], ConformedError]) -> Iterator[str]:
    number = 0
    while line := stream.readline(10 * LONGEST_FIELD):
        number += 1
        if len(line) >= 10 * LONGEST_FIELD:
            raise fail(number, "a line is far too long")
        yield line


def _columns(name: str, header: list[str]) -> list[int]:
    """Where each of `COLUMNS` stands in the file."""
    titles = [title.strip() for title in header]
    for title in titles:
        if title not in COLUMNS:
            near = get_close_matches(title, COLUMNS, n=1)
            if len(titles) == 1 and len(title) > 20:
                hint = "separate the columns by commas"
            else:
                hint = f"did you mean {near[0]}?" if near else f"the columns are {', '.join(COLUMNS)}"
            raise ConformedError(
                problem(
                    "events-column", document=name, line=1, cause=f'unknown column "{title[:60]}"', hint=hint
                )
            )
    for title in COLUMNS:
        if titles.count(title) != 1:
            cause = f"the column {title} {'is missing' if title not in titles else 'is there twice'}"
            hint = f"the columns are {', '.join(COLUMNS)}"
            raise ConformedError(problem("events-column", document=name, line=1, cause=cause, hint=hint))
    return [titles.index(title) for title in COLUMNS]


def _event(name: str, line: int, row: list[str], mistakes: list[Problem]) -> Event | None:
    """The event of a row, or None with the mistake added to `mistakes`."""
    fields = dict(zip(COLUMNS, (field.strip() for field in row), strict=True))

    def wrong(column: str, wanted: str) -> None:
        shown = fields[column] if len(fields[column]) <= 60 else fields[column][:57] + "..."
        value = f"is {_CONTROL.sub('?', shown)!r}" if shown else "is blank"
        event = fields["event_id"][:60] or "without id"
        mistakes.append(
            problem(
                "event-value",
                document=name,
                line=line,
                where=fields["event_id"] or None,
                event=_CONTROL.sub("?", event),
                column=column,
                value=value,
                wanted=wanted,
            )
        )

    for column, value in fields.items():
        if _CONTROL.search(value) or len(value) > LONGEST_FIELD:
            wrong(column, "plain text")
            return None
    if not fields["event_id"]:
        wrong("event_id", "an id of its own")
        return None
    kind = EVENT_KINDS.get(fields["kind"])
    if kind is None:
        near = get_close_matches(fields["kind"], EVENT_KINDS, n=1)
        wrong("kind", f"{near[0]}, perhaps" if near else f"one of {', '.join(EVENT_KINDS)}")
        return None
    occurred_on = _day(fields["occurred_on"])
    if occurred_on is None:
        wrong("occurred_on", "a day such as 2001-04-30")
        return None
    recorded_at = _moment(fields["recorded_at"])
    if recorded_at is None:
        wrong("recorded_at", "a moment with its offset, such as 2001-04-30T17:05:00-04:00")
        return None
    for column in ("subject", "counterparty", "amount", "reference"):
        if not fields[column] and column in kind.needs:
            wrong(column, f"what a {fields['kind']} needs there")
            return None
    if fields["amount"] and "amount" not in kind.needs:
        wrong("amount", f"nothing there: a {fields['kind']} has no amount")
        return None
    amount = None
    if fields["amount"]:
        if not _AMOUNT.match(fields["amount"]):
            negative = fields["amount"].startswith("-")
            wanted = "an amount of nought or more" if negative else "an amount such as 1000.10"
            wrong("amount", wanted)
            return None
        amount = Decimal(fields["amount"])
    if fields["kind"] == "extension-notice" and _day(fields["reference"]) is None:
        wrong("reference", "the new end, a day such as 2006-06-30")
        return None
    latest_day = recorded_at.date()
    if recorded_at.utcoffset() == dt.timedelta(0):
        # Written in UTC the place is unknown: the day may already have begun anywhere east of Greenwich.
        latest_day = (recorded_at + _WIDEST_OFFSET).date()
    if latest_day < occurred_on:
        wrong("recorded_at", f"a moment not before the day it occurred, {occurred_on}")
        return None
    return Event(
        fields["event_id"],
        fields["kind"],
        occurred_on,
        recorded_at,
        fields["subject"] or None,
        fields["counterparty"] or None,
        amount,
        fields["reference"] or None,
        fields["note"] or None,
        line,
    )


def _day(text: str) -> dt.date | None:
    """The day, if it is one between 1900 and 2199 (all sums of days and months stay within the calendar)."""
    if not _DAY.match(text):
        return None
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1900 <= day.year < 2200 else None


def _moment(text: str) -> dt.datetime | None:
    if not _MOMENT.match(text) or _day(text[:10]) is None:
        return None
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None
