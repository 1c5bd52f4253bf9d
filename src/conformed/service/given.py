"""What is given to the public verbs, checked at the door: paths, papers, events, days and moments.

A wrong type is a `TypeError` that says what is wanted; a day or a moment that is none is a `ValueError`.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn, TypeAlias

from conformed.model.agreement import Agreement
from conformed.model.event import Event
from conformed.model.source import Source

__all__ = [
    "AN_ID",
    "A_PAPER",
    "Day",
    "File",
    "Paper",
    "agreement_given",
    "check_id",
    "day_given",
    "day_needed",
    "events_given",
    "moment_given",
    "papers_given",
    "path_given",
    "refuse",
    "source_given",
    "toml_given",
]

File: TypeAlias = "str | os.PathLike[str]"
Paper: TypeAlias = "str | os.PathLike[str] | Source"
Day: TypeAlias = "dt.date | str"
LONGEST_SHOWN = 30  # characters of a wrong value in a message
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)

A_PAPER = "a paper is a path, or what `read`, `read_bytes` or `read_text` gave"
AN_ID = "id is the paper's name, such as 'amendment-1'"
AN_EVENT = "events are the path of an EVENTS.csv, or events as `read_events` gives them"


def refuse(value: object, wanted: str) -> NoReturn:
    """Refuse a value of the wrong type.

    Raises:
        TypeError: always; it says what is `wanted`.
    """
    kind = type(value)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    raise TypeError(f"{wanted}; not {'None' if value is None else name}")


def path_given(value: object, wanted: str) -> str:
    """The path, which is one line of text."""
    if not isinstance(value, str | os.PathLike):
        refuse(value, wanted)
    path = os.fspath(value)
    if not isinstance(path, str):
        refuse(path, wanted)
    if "\n" in path:
        raise ValueError("a str is a path, and this one has several lines; text goes through `read_text`")
    return path


def check_id(id: object) -> None:
    """Refuse what is no id of a paper; None is the paper's name."""
    if id == "":
        raise ValueError(f"{AN_ID}; not an empty one")
    if id is not None and not isinstance(id, str):
        refuse(id, AN_ID)


def source_given(paper: object) -> Source:
    """The paper: read where a path is given."""
    if isinstance(paper, Source):
        return paper
    from conformed.reading import read
    from conformed.service.chaining import only_papers

    path = path_given(paper, A_PAPER)
    only_papers([Path(path)], way_out="name one of the papers in it")
    return read(path)


def papers_given(given: object) -> tuple[Paper, ...]:
    """One paper or several."""
    if isinstance(given, str | os.PathLike | Source):
        return (given,)
    if isinstance(given, bytes | bytearray) or not isinstance(given, Iterable):
        refuse(given, A_PAPER)
    return tuple(given)


def toml_given(agreement: object) -> Path:
    """The path of an `agreement.toml`."""
    return Path(
        path_given(agreement, "the agreement is the path of an agreement.toml, or what `read_agreement` gave")
    )


def agreement_given(agreement: object) -> Agreement:
    """The agreement: read where a path is given."""
    from conformed.reading.agreement import read_agreement

    return agreement if isinstance(agreement, Agreement) else read_agreement(toml_given(agreement))


def events_given(events: object) -> Path | tuple[Event, ...]:
    """The path of a file of events, or events."""
    if isinstance(events, str | os.PathLike):
        return Path(path_given(events, AN_EVENT))
    if isinstance(events, bytes | bytearray) or not isinstance(events, Iterable):
        refuse(events, AN_EVENT)
    found = tuple(events)
    for one in found:
        if not isinstance(one, Event):
            refuse(one, AN_EVENT)
    return found


def day_given(value: object) -> dt.date | None:
    """The day asked for, also as text.

    Raises:
        TypeError: it is a moment, or neither a day nor text.
        ValueError: the text is no day.
    """
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        raise TypeError(f"as_of is a day, not a moment; give {value.date().isoformat()}")
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        refuse(value, "as_of is a datetime.date, or a day such as '2001-12-31'")
    try:
        if _DAY.match(value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError(f"as_of is {value[:LONGEST_SHOWN]!r}; give a day such as '2001-12-31'")


def day_needed(as_of: object) -> dt.date:
    """As `day_given`, where there must be one."""
    day = day_given(as_of)
    if day is None:
        raise TypeError("as_of is the day asked for, such as '2001-12-31'; a settlement has always one")
    return day


def moment_given(value: object) -> dt.datetime | None:
    """The moment asked for, which has an offset from UTC, also as text.

    Raises:
        TypeError: it is neither a moment nor text.
        ValueError: the text is no moment, or it has no offset.
    """
    if value is None:
        return None
    moment = value
    if isinstance(value, str):
        try:
            moment = dt.datetime.fromisoformat(value)
        except ValueError:
            moment = None
    if not isinstance(moment, dt.datetime):
        if isinstance(value, str):
            raise ValueError(
                f"known_at is {value[:LONGEST_SHOWN]!r}; give a moment such as '2001-05-01T09:00:00+00:00'"
            )
        refuse(value, "known_at is a datetime.datetime, or a moment such as '2001-05-01T09:00:00+00:00'")
    if moment.utcoffset() is None:
        raise ValueError(
            f"known_at is {moment.isoformat()}, without an offset from UTC; add one, such as +00:00"
        )
    return moment
