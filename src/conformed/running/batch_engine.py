"""The engine that counts and adds: whatever Ibis speaks to, with what one of them needs that another does not."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

from conformed.model.problem import ConformedError, problem

__all__ = ["Engine"]

MEMORY = "2GB"  # for DuckDB; beyond it, it uses the temporary folder
ROWS = 50_000  # in memory at once
_FILLERS = {
    "string": "",
    "int32": 0,
    "date32[day]": dt.date(1970, 1, 1),
    "decimal128(18, 2)": Decimal(0),
    "decimal128(18, 6)": Decimal(0),
}


class Engine:
    """An engine, the tables that were worked out in it, and a temporary folder.

    Args:
        connection: a backend of Ibis; None: DuckDB in this process.

    Raises:
        ConformedError: `batch-missing`: the engine is not installed.
    """

    def __init__(self, connection: Any = None) -> None:
        self._own = connection is None
        self._kept: list[str] = []
        self._small: dict[str, tuple[Any, Any]] = {}
        self._helper: ThreadPoolExecutor | None = None
        self._beside: Any = None
        self.folder = Path(tempfile.mkdtemp(prefix="conformed-"))
        try:
            self.connection: Any = connection if connection is not None else _duckdb(self.folder)
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    @property
    def name(self) -> str:
        """Such as `duckdb` or `pyspark`."""
        return str(self.connection.name)

    def parquet(self, path: Path) -> Any:
        """The rows of a Parquet file, or of all those in a folder.

        Raises:
            ConformedError: `file-absent`: there is none.
        """
        files = _files(path)
        if not self._own:
            return self.connection.read_parquet(files if path.is_dir() else str(path))
        # A view that other connections to the same engine see too, for `ahead`.
        return self._view(files, "union_by_name = true")

    def parquet_by_row(self, path: Path) -> Any | None:
        """As `parquet`, with the `filename` of each row and its `file_row_number`, from nought; None without DuckDB."""
        if not self._own:
            return None
        return self._view(_files(path), "union_by_name = true, filename = true, file_row_number = true")

    def _view(self, files: Sequence[str], options: str) -> Any:
        name = f"conformed_{uuid4().hex}"
        listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
        view = f'CREATE VIEW "{name}" AS SELECT * FROM read_parquet([{listed}], {options})'  # noqa: S608 (quoted)
        self.connection.raw_sql(view)
        return self.connection.table(name)

    def named(self, table: Any) -> Any:
        """The same table under a name of its own: what is made of it is shorter, and quicker to put to the engine."""
        if not self._own:
            return table
        name = f"conformed_{uuid4().hex}"
        self.connection.create_view(name, table)
        return self.connection.table(name)

    def ahead(self, table: Any) -> Callable[[], list[tuple[Any, ...]]]:
        """Begin to work out a small table; the function given back waits for its rows.

        DuckDB works beside Python, which goes on meanwhile; other engines work when they are waited for.
        """
        if not self._own:
            return lambda: _tuples(table.to_pyarrow())
        if self._beside is None:
            self._beside = self.connection.con.cursor()
            self._beside.execute("SET TimeZone = 'UTC'")  # as Ibis sets it for its own
            self._helper = ThreadPoolExecutor(1, "conformed-batch")
        sql, beside = self.connection.compile(table), self._beside
        needed = {name: rows for name, (_, rows) in self._small.items() if name in sql}

        def work_out() -> list[tuple[Any, ...]]:
            for name, rows in needed.items():
                beside.register(name, rows)
            found: list[tuple[Any, ...]] = beside.execute(sql).fetchall()
            return found

        assert self._helper is not None
        return self._helper.submit(work_out).result

    def keep(self, table: Any) -> Any:
        """What `table` gives, worked out once."""
        if self.name == "pyspark":
            return table.cache()
        name = f"conformed_{uuid4().hex}"
        if self._own:  # Ibis would create the table first and then insert
            self.connection.raw_sql(f'CREATE TEMP TABLE "{name}" AS {self.connection.compile(table)}')
            return self.connection.table(name, database=("temp", "main"))
        self._kept.append(name)
        return self.connection.create_table(name, table, temp=True)

    def small(self, columns: Mapping[str, Sequence[Any]], types: Mapping[str, Any]) -> Any:
        """A small table of Python values; `types` are those of PyArrow, days where a column is not named."""
        import ibis
        import pyarrow as pa

        arrays: dict[str, Any] = {}
        absent: list[str] = []
        for name, found in columns.items():
            array = pa.array(found, types.get(name, pa.date32()))
            if array.null_count:
                # On the way to Spark by pandas an absent text would become the text "NaN".
                absent.append(name)
                arrays[f"{name}_absent"] = array.is_null()
                array = array.fill_null(_FILLERS[str(array.type)])
            arrays[name] = array
        rows = pa.table(arrays)
        if self._own:
            name = f"conformed_{uuid4().hex}"
            self.connection.con.register(name, rows)
            table = self.connection.table(name, database=("temp", "main"))
        else:
            table = ibis.memtable(rows)
            name = table.get_name()
        self._small[name] = table, rows  # it is gone from the engine as soon as nobody holds it here
        if self.name == "pyspark":
            # Ibis 12 hands small tables to Spark when a query is run, but not when one is cached.
            self.connection.execute(table.limit(0))
        if absent:
            shown = {name: ibis.ifelse(table[f"{name}_absent"], ibis.null(), table[name]) for name in absent}
            table = table.mutate(**shown).drop(*(f"{name}_absent" for name in absent))
        return table

    def few(self, table: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a table that is most likely small; of one that is not, as `rows` gives them."""
        found = table.limit(ROWS + 1).to_pyarrow()
        if found.num_rows > ROWS:
            yield from self.rows(table)
        else:
            yield from _tuples(found)

    def rows(self, table: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a table of any size, some thousands in memory at a time."""
        import pyarrow.parquet as pq

        if self.name != "duckdb":
            for batch in table.to_pyarrow_batches():
                yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
            return
        # Ibis 12 reads batches by a method that DuckDB 2 no longer has; by way of a file it works with every version.
        path = self.folder / f"{uuid4().hex}.parquet"
        table.to_parquet(str(path))
        try:
            with pq.ParquetFile(path) as file:
                for batch in file.iter_batches(ROWS):
                    yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
        finally:
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the engine, of what was worked out in it and of the temporary folder."""
        if self._helper is not None:
            self._beside.interrupt()
            self._helper.shutdown(cancel_futures=True)
            self._beside.close()
        if self._own:
            self.connection.disconnect()
        else:
            for name in self._kept:
                self.connection.raw_sql(f'DROP TABLE IF EXISTS "{name}"')
        self._kept.clear()
        self._small.clear()
        shutil.rmtree(self.folder, ignore_errors=True)


def _files(path: Path) -> list[str]:
    files = sorted(path.rglob("*.parquet")) if path.is_dir() else [path] if path.exists() else []
    if not files:
        raise ConformedError(problem("file-absent", document=str(path)))
    return [str(file) for file in files]


def _tuples(found: Any) -> list[tuple[Any, ...]]:
    return list(zip(*(column.to_pylist() for column in found.columns), strict=True))


def _duckdb(folder: Path) -> Any:
    try:
        import ibis

        connection = ibis.duckdb.connect(
            memory_limit=MEMORY,
            temp_directory=str(folder / "spilled"),
            preserve_insertion_order=False,
        )
        connection.raw_sql("SET enable_progress_bar = false")  # else it writes over what is printed
        return connection
    except ModuleNotFoundError as error:
        raise ConformedError(problem("batch-missing", cause=str(error.name))) from None
