"""The public verbs, for those who call from Python: with paths, with papers already read, or with values.

What is given is checked at the door (`given.py`): a wrong type is a `TypeError` that says what is wanted, a day that is none a
`ValueError`, and a file that is absent or cannot be read a `ConformedError`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from conformed.model.agreement import Agreement
from conformed.model.conformed import Conformed
from conformed.model.document import Document
from conformed.model.event import Event
from conformed.model.source import Source
from conformed.service.given import (
    A_PAPER,
    AN_ID,
    Day,
    File,
    Paper,
    agreement_given,
    check_id,
    day_given,
    day_needed,
    events_given,
    moment_given,
    papers_given,
    path_given,
    refuse,
    source_given,
    toml_given,
)

if TYPE_CHECKING:
    from conformed.model.instruction import Amendment
    from conformed.model.problem import Problem
    from conformed.model.statement import Settlement
    from conformed.model.term import Terms
    from conformed.running import Why
    from conformed.service.copy import ConformedCopy

__all__ = [
    "Day",
    "EventFile",
    "Paper",
    "conform",
    "instructions",
    "outline",
    "read",
    "read_agreement",
    "read_bytes",
    "read_events",
    "read_text",
    "settle",
    "terms_of",
    "why",
]


@dataclass(frozen=True, slots=True)
class EventFile:
    """The events of a file, in the order in which they are taken; iterating gives the events.

    Attributes:
        problems: what is worth knowing about the file: a row that repeats an earlier one.
    """

    events: tuple[Event, ...]
    problems: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)

    def __repr__(self) -> str:
        return f"<EventFile of {len(self.events)} events>"


# ---- reading


def read(path: File, *, id: str | None = None) -> Source:
    """The paper in a file.

    Args:
        path: a text file, `.txt` or `.md`.
        id: the paper's id; by default the file's name without suffix.

    Raises:
        ConformedError: where the file is absent or cannot be read.
    """
    from conformed.reading import read

    check_id(id)
    return read(
        path_given(
            path, "a paper is read from a path; its text from `read_text`, its bytes from `read_bytes`"
        ),
        id=id,
    )


def read_bytes(data: bytes | bytearray | memoryview, *, file: str, id: str | None = None) -> Source:
    """The paper in `data`, as if read from `file`.

    Args:
        data: a text file's content: UTF-8, else the encoding that its bytes show.
        file: the name that messages give; its suffix tells Markdown (`.md`) from text.
        id: the paper's id; by default the file's name without suffix.

    Raises:
        ConformedError: where the bytes are no text.
    """
    from conformed.reading import read_bytes

    if not isinstance(data, bytes | bytearray | memoryview):
        refuse(data, "data is a file's content as bytes; text goes through `read_text`")
    if not isinstance(file, str):
        refuse(file, "file is a name, such as 'amendment-1.txt'")
    check_id(id)
    return read_bytes(bytes(data), file=file, id=id)


def read_text(text: str, *, id: str) -> Source:
    r"""The paper in `text`, for words that stand in no file.

    Args:
        text: the whole paper.
        id: the paper's id, which sources and messages name.

    Raises:
        ConformedError: where the text is empty or holds characters that no text has.
        ValueError: it holds half of a surrogate pair, which no file could.

    >>> import conformed
    >>> base = conformed.read_text("LEASE\n\n1. Rent. The rent is $10.", id="lease")
    >>> first = conformed.read_text(
    ...     'AMENDMENT NO. 1 TO LEASE\n\n1. Section 1 is amended by replacing "$10" with "$12".', id="first"
    ... )
    >>> print(conformed.conform(base, first)["1"])
    1. Rent. The rent is $12.
    """
    from conformed.reading import read_bytes

    if not isinstance(text, str):
        refuse(text, "text is a str; a file's bytes go through `read_bytes`")
    if id is None:
        refuse(id, AN_ID)
    check_id(id)
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError(f"text holds half of a surrogate pair at {error.start}: no file could") from None
    return read_bytes(data, file=id, id=id)


def read_agreement(path: File, *, confidential: File | None = None, public: bool = False) -> Agreement:
    """What an `agreement.toml` says.

    Args:
        path: the file.
        confidential: the file of sealed values; without it `confidential.toml` beside `path`, if there is one.
        public: leave the sealed values out.

    Raises:
        ConformedError: where a file is absent, or says what it must not.
    """
    from conformed.service.settling import agreement_of

    sealed = None if confidential is None else Path(path_given(confidential, "confidential is a path"))
    file = Path(path_given(path, "an agreement is read from the path of its agreement.toml"))
    return agreement_of(file, confidential=sealed, public=public)


def read_events(path: File) -> EventFile:
    """The events of an `EVENTS.csv`.

    Raises:
        ConformedError: the file is absent, or a row is wrong; `others` holds the further mistakes.
    """
    from conformed.reading.events import read_events

    events, problems = read_events(Path(path_given(path, "events are read from the path of their file")))
    return EventFile(events, problems)


# ---- one paper


def outline(paper: Paper) -> Document:
    """The structure of a paper: provisions, definitions, parties, dates, words left out, signatures.

    Raises:
        ConformedError: where the file cannot be read.

    >>> import conformed
    >>> document = conformed.outline(conformed.example_folder() / "agreement.txt")
    >>> document.date.isoformat(), [party.alias for party in document.parties]
    ('2000-06-30', ['KMC', 'QWEST'])
    """
    from conformed.structure import document_of

    return document_of(source_given(paper))


def instructions(paper: Paper) -> Amendment:
    """What an amending paper orders: its instructions, when it takes effect, and what was not understood.

    Raises:
        ConformedError: where the file cannot be read.

    >>> import conformed
    >>> amendment = conformed.instructions(conformed.example_folder() / "amendment-2.txt")
    >>> amendment.instructions[0].id, amendment.instructions[0].action
    ('2(a)', 'insertion')
    """
    from conformed.amending import amendment_of

    return amendment_of(outline(paper))


# ---- a chain


def conform(
    base: Paper, amendments: Paper | Iterable[Paper] = (), *, as_of: Day | None = None
) -> ConformedCopy:
    """The conformed copy of `base` with `amendments` written into it.

    Args:
        base: the agreement as first signed: a path, or what `read`, `read_bytes` or `read_text` gave. Or the path of an
            `agreement.toml`, which names the papers, when each was executed, and the decisions taken.
        amendments: one paper or several, in any order; they are taken as executed on their dates.
        as_of: the day asked for, also as "2001-03-01"; None for the text after every paper has taken effect, before any
            expiry.

    Returns:
        A copy whose provisions are found by name. Instructions that could not be carried out for certain changed
        nothing; they are listed in `copy.undecided`, each with its reason.

    Raises:
        ConformedError: where a file cannot be read.
        TypeError: what is given is no paper.
        ValueError: `as_of` is no day.

    >>> import conformed
    >>> papers = conformed.example_folder()
    >>> copy = conformed.conform(papers / "agreement.txt", sorted(papers.glob("amendment-[12].txt")))
    >>> copy["7.A"].text[:75]
    'A. This Agreement begins on the Effective Date and its initial term ends fi'
    >>> copy["7.A"].sources
    ('agreement', 'amendment-2/2(c)#1', 'amendment-2/2(c)#2')
    >>> [state.paper for state in copy["7.A"].history]
    ['amendment-2', 'agreement']
    """
    from conformed.service.building import build, built_from
    from conformed.service.copy import ConformedCopy

    day = day_given(as_of)
    others = papers_given(amendments)
    if not isinstance(base, Source) and (file := Path(path_given(base, A_PAPER))).suffix.lower() == ".toml":
        if others:
            raise TypeError("an agreement.toml names its amendments itself; give it alone")
        built = build([file], as_of=day)
    else:
        built = built_from([source_given(paper) for paper in (base, *others)], as_of=day)
    return ConformedCopy(built.conformed, built.undecided)


def terms_of(text: ConformedCopy | Conformed | Document | Paper) -> Terms:
    """The terms of a conformed copy, of a paper as filed, or of what an `agreement.toml` describes.

    Args:
        text: what `conform`, `outline` or a reader gave, or a path.

    Returns:
        The terms by name (`terms["governing_law"].value`), each with the words it was read from. What cannot be read
        for certain is not among them.

    Raises:
        ConformedError: where a file cannot be read.

    >>> import conformed
    >>> terms = conformed.terms_of(conformed.example_folder() / "agreement.toml")
    >>> terms["expiration_date"].value.isoformat(), terms["expiration_date"].how
    ('2005-08-01', 'P51M after 2001-05-01')
    """
    from conformed.service.copy import ConformedCopy
    from conformed.structure import document_of
    from conformed.terms import terms_of

    if isinstance(text, ConformedCopy):
        return terms_of(text.document)
    if isinstance(text, Conformed):
        return terms_of(text.copy)
    if isinstance(text, Document):
        return terms_of(text)
    if isinstance(text, Source):
        return terms_of(document_of(text))
    file = Path(path_given(text, "terms are read from a copy, a paper, or the path of one"))
    if file.suffix.lower() == ".toml":
        return terms_of(conform(file).document)
    return terms_of(document_of(source_given(file)))


# ---- running the terms


def settle(
    agreement: Agreement | File,
    events: Iterable[Event] | File = (),
    *,
    as_of: Day,
    known_at: dt.datetime | str | None = None,
) -> Settlement:
    """Run an agreement's clauses over events: units, statements, rights and the ledger.

    Args:
        agreement: the path of an `agreement.toml`, or what `read_agreement` gave.
        events: the path of an `EVENTS.csv`, or events.
        as_of: events that occurred by this day, statements whose period began by it; also as "2001-12-31".
        known_at: only events recorded by this moment, which has an offset from UTC; None: all.

    Raises:
        ConformedError: where a file cannot be read, or a clause or an event is wrong.
        TypeError: what is given is neither a path nor such a value.
        ValueError: a day or a moment is none.

    >>> import conformed
    >>> papers = conformed.example_folder()
    >>> run = conformed.settle(papers / "agreement.toml", papers / "events.csv", as_of="2001-12-31")
    >>> str(run.statement("credit-2001-Q2").amount)
    '3286.19'
    """
    from conformed.service.settling import settlement_of

    return settlement_of(
        agreement_given(agreement),
        events_given(events),
        as_of=day_needed(as_of),
        known_at=moment_given(known_at),
    )


def why(
    agreement: Agreement | File,
    events: Iterable[Event] | File,
    id: str,
    *,
    as_of: Day,
    known_at: dt.datetime | str | None = None,
) -> Why:
    """How a statement, or a unit's term, came about; `id` is its id, or "agreement" for the agreement's own term.

    The other arguments are those of `settle`. Where the agreement is a path, the words that its clause rests on are
    shown too, from its papers.

    Raises:
        ConformedError: as `settle`, or there is no such statement or unit on that day; the nearest are named.

    >>> import conformed
    >>> papers = conformed.example_folder()
    >>> found = conformed.why(papers / "agreement.toml", papers / "events.csv", "credit-2001-Q2", as_of="2001-12-31")
    >>> [(step.what, step.formula) for step in found.steps][1]
    ('amount', '1083.33 + 327.56 + 1753.95 + 245.10 + -123.75')
    """
    from conformed import running, service

    if not isinstance(id, str):
        refuse(id, "id names a statement, such as 'credit-2001-Q2', or a unit")
    day, moment, given = day_needed(as_of), moment_given(known_at), events_given(events)
    if not isinstance(agreement, Agreement) and isinstance(given, Path):
        return service.why(toml_given(agreement), given, id, as_of=day, known_at=moment)
    found = read_events(given).events if isinstance(given, Path) else given
    return running.why(agreement_given(agreement), found, id, as_of=day, known_at=moment)
