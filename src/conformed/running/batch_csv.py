"""The events file as a table of an engine, which reads it once and looks at every row.

Rows that are not plainly good are left to the reader of the events file, which says what is wrong with them, or reads
them: only those rows where they are few, and never more than some thousands in memory at a time.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from conformed.model.event import COLUMNS
from conformed.running.batch_engine import Engine
from conformed.running.batch_rows import DAY, once, plainly_good, typed, write_events

__all__ = ["events_file"]

_MOST = 1_000  # ids that are looked for at a time
_ODD = r"^[\s\p{Z}]|[\s\p{Z}]$|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
_WORDS = ("event_id", "subject", "counterparty", "reference", "note")
_LOG = logging.getLogger(__name__)


def events_file(path: Path, engine: Engine) -> Any:
    """The rows of the events file, each once.

    Raises:
        ConformedError: the file cannot be read, or a row is wrong or repeats another with other content; `others` are
            the further mistakes.
    """
    from conformed.reading.events import stream_events

    table = _by_engine(path, engine)
    if table is None:
        kept = engine.folder / "read.parquet"
        write_events(stream_events(path), kept)
        table = typed(engine.parquet(kept), str(path), checked=True)
    return table if once(table) else _each_once(table, path, engine)


def _by_engine(path: Path, engine: Engine) -> Any | None:
    """The rows as the engine reads them; None where it cannot read them, or some are good but not plainly so."""
    from conformed.reading.events import read_rows

    if not path.is_file() or engine.name not in ("duckdb", "pyspark"):
        return None
    text, doubtful = _text(path, engine, strip=False)
    if text is not None and len(doubtful) >= _MOST:
        text, doubtful = _text(path, engine, strip=True)
    if text is None:
        return None
    if doubtful:
        read_rows(path, doubtful)
        return None
    return typed(text, str(path), checked=True)


def _text(path: Path, engine: Engine, *, strip: bool) -> tuple[Any | None, set[str]]:
    """The fields of the file, and the ids of some rows that are not plainly good; None where the engine cannot read it."""
    options = {"all_varchar": True} if engine.name == "duckdb" else {}
    kept = engine.folder / f"{'stripped' if strip else 'text'}.parquet"
    try:
        text = engine.connection.read_csv(str(path), header=True, **options)
        if set(text.columns) != set(COLUMNS):
            return None, set()
        if strip:
            text = text.mutate(**{column: text[column].strip() for column in COLUMNS})
        text = text.mutate(**{column: text[column].nullif("") for column in COLUMNS})
        engine.connection.to_parquet(text, str(kept))
        text = engine.parquet(kept)
        return text, _doubtful(text, str(path))
    except Exception as error:  # whatever engine it is; the reader of events says what is wrong, or reads it
        _LOG.debug("the engine could not read %s: %s", path, error)
        return None, set()


def _doubtful(text: Any, name: str) -> set[str]:
    table = typed(text, name, also=_WORDS[:1])
    good = (
        plainly_good(table)
        & (table.recorded_on >= table.occurred_on)
        & ((table.kind != "extension-notice") | table.reference.re_search(DAY))
    )
    for column in _WORDS:
        good = good & (table[column].isnull() | ~table[column].re_search(_ODD))
    found = table.filter(~good.fill_null(False)).select("id").limit(_MOST).to_pyarrow()
    return {(id or "").strip() for id in found["id"].to_pylist()}


def _each_once(table: Any, path: Path, engine: Engine) -> Any:
    """The table without the rows that repeat others."""
    from conformed.reading.events import read_rows

    table = table.distinct()
    many = table.group_by("id").aggregate(rows=table.count())
    twice = many.filter(many.rows > 1).select("id").limit(_MOST).to_pyarrow()["id"].to_pylist()
    if twice:
        read_rows(path, set(twice))
        table = table.distinct(on="id", keep="first")  # the same moment, written in two ways
    kept = engine.folder / "once.parquet"
    engine.connection.to_parquet(table, str(kept))
    return engine.parquet(kept)
