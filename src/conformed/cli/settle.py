"""`conformed settle`: runs the terms over the events."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, nullcontext
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from conformed.cli.exits import DECISION_NEEDED
from conformed.cli.options import (
    AgreementFile,
    Confidential,
    Json,
    KeptStore,
    KnownAt,
    MaybeEventsFile,
    OutFile,
    Public,
    RunAsOf,
    events_or_store,
    seals_or_public,
)
from conformed.cli.output_file import Writer, check_output, write_file
from conformed.cli.printing import (
    as_json_text,
    hint,
    problems,
    record,
    record_parts,
    say_today,
    talk,
    working,
)
from conformed.model.problem import ConformedError, problem

if TYPE_CHECKING:
    from conformed.service import Settled

__all__ = ["settle"]

FORMATS = (".beancount", ".csv", ".html", ".ics", ".json", ".parquet", ".xlsx")
MOST_ROWS = 40
WRONG_FIGURES = (
    "clause-drift",
    "clause-gone",
    "clause-struck",
    "law-drift",
)  # what makes a settlement one that the words do not give


def settle(
    agreement: AgreementFile,
    events: MaybeEventsFile = None,
    *,
    store: KeptStore = None,
    as_of: RunAsOf = None,
    known_at: KnownAt = None,
    statement: Annotated[
        str | None,
        typer.Option("--statement", metavar="ID", help="Only this statement: printed, or with -o FILE.html."),
    ] = None,
    which: Annotated[
        str | None,
        typer.Option(
            "--table",
            metavar="TABLE",
            help="For .csv and .parquet: statements, lines, units or postings [default: statements].",
        ),
    ] = None,
    summed: Annotated[
        bool,
        typer.Option(
            "--summed", help="Of very many events: one line for all units or receipts that are alike."
        ),
    ] = False,
    confidential: Confidential = None,
    public: Public = False,
    output: OutFile = None,
    as_json: Json = False,
) -> None:
    """Run the terms over the events: dates, statements, ledger.

    With -o the suffix decides what is written: .html a page to print, .xlsx a workbook with live formulas, .ics the
    deadlines, .csv or .parquet a table, .beancount the ledger, .json everything.

    The events are a CSV file, or for very many a Parquet file or a folder of them. From 50,000 rows on DuckDB counts and
    adds them: charges then show units by number, and credits receipts, but where --json or a table names each: --json
    however many there are, a part at a time; a table or a workbook up to a million events.

    \b
    Example:
      conformed settle agreement.toml events.csv --as-of 2001-12-31 -o settlement.xlsx
      conformed settle agreement.toml --store conformed.db --known-at 2001-09-10
    """  # noqa: D301
    from conformed import service

    events, store = events_or_store(events, store)
    if output is not None:
        kept = Path(store) if store is not None and "://" not in store else None
        check_output(output, FORMATS, inputs=service.files_read((agreement, events, confidential, kept)))
    _fitting(output, statement, which)
    seals_or_public(confidential, public)
    in_full = not summed and _names_events(output, which, as_json=as_json)
    with working("running the terms") as say:
        settled = service.settle(
            agreement,
            events,
            store=store,
            as_of=as_of,
            known_at=known_at,
            confidential=confidential,
            public=public,
            in_full=in_full,
            in_parts=in_full and (output is None or output.suffix.lower() == ".json"),
            progress=say,
        )
    with closing(settled.parts) if settled.parts is not None else nullcontext():
        if statement is not None:
            try:
                statement = settled.settlement.statement(statement).id
            except KeyError:
                raise no_statement(statement, settled) from None
        if output is not None:
            write_file(output, _writers(settled, statement, which or "statements"))
        say_today(as_of, settled.settlement.as_of)
        if output is not None:
            talk(f"wrote {output}")
        if as_json:
            _print_json(settled, statement)
        elif output is None:
            _print(settled, statement)
    if _say_notes(settled):
        if not as_json:
            hint("`conformed explain CODE` says what each of these means")
        raise typer.Exit(DECISION_NEEDED)


def _say_notes(settled: Settled) -> int:
    """Say what should be known about the settlement, and return how much of it a person must decide."""
    if settled.engine is not None:
        by_number = "" if settled.parts is not None else "; lines show units and receipts by number"
        talk(f"note: very many events, settled by {settled.engine}{by_number}")
    problems(settled.notes, word="note")
    withheld = settled.settlement.ledger.withheld
    if withheld:
        talk(f"note: figures are withheld, waiting for {', '.join(withheld)}")
    if settled.unread is not None:
        talk(f"note: the clauses were not compared with the papers: {settled.unread}")
    problems((one for one in settled.drift if one.code not in WRONG_FIGURES), word="note")
    drifted = [one for one in settled.drift if one.code in WRONG_FIGURES]
    return problems((*drifted, *settled.settlement.problems), word="decide")


def _print_json(settled: Settled, statement: str | None) -> None:
    from conformed.running import settle_record

    if settled.parts is not None:
        record_parts(settled.parts.json(only=statement))
        return
    shown = settle_record(settled.settlement)
    if statement is not None:
        shown["statements"] = [one for one in shown["statements"] if one["id"] == statement]
    record(shown)


def _names_events(output: Path | None, which: str | None, *, as_json: bool) -> bool:
    """Whether what is asked for names each unit and event, which people at a terminal or a page are spared."""
    suffix = output.suffix.lower() if output is not None else None
    tables = suffix in (".csv", ".parquet") and which in ("lines", "postings")
    return as_json or tables or suffix in (".json", ".xlsx")


def _fitting(output: Path | None, statement: str | None, which: str | None) -> None:
    """Refuse, before any work is done, an option that would have no effect on what is asked for."""
    from conformed.writing.tables import TABLES

    suffix = output.suffix.lower() if output is not None else None
    if which is not None and which not in TABLES:
        raise typer.BadParameter(f"there is no table {which!r}; there are {', '.join(TABLES)}")
    if which is not None and suffix not in (".csv", ".parquet"):
        raise typer.BadParameter("--table goes with -o FILE.csv or -o FILE.parquet")
    if statement is not None and suffix not in (None, ".html"):
        raise typer.BadParameter("--statement goes with -o FILE.html; without -o it is printed")


def _writers(settled: Settled, statement: str | None, which: str) -> dict[str, Writer]:
    from conformed.writing.beancount import ledger_beancount
    from conformed.writing.deadlines import deadlines_ics
    from conformed.writing.spreadsheet import settlement_xlsx
    from conformed.writing.statement_html import settlement_html
    from conformed.writing.tables import table_csv, table_parquet

    agreement, settlement = settled.agreement, settled.settlement
    title = agreement.title or Path(agreement.file).stem
    return {
        ".beancount": lambda: ledger_beancount(settlement, title=title),
        ".csv": lambda: table_csv(settlement, which),
        ".html": lambda: settlement_html(settlement, title=title, parties=agreement.parties, only=statement),
        ".ics": lambda: deadlines_ics(settlement, title=title),
        ".json": lambda: _json(settled),
        ".parquet": lambda: table_parquet(settlement, which),
        ".xlsx": lambda: settlement_xlsx(settlement, title=title),
    }


def _json(settled: Settled) -> str | Iterator[str]:
    from conformed.running import settle_record

    if settled.parts is not None:
        return chain(settled.parts.json(), "\n")
    return as_json_text(settle_record(settled.settlement))


def _print(settled: Settled, statement: str | None) -> None:
    from conformed.cli.settlement_tables import print_settlement, print_statement

    if statement is not None:
        print_statement(settled.settlement, settled.settlement.statement(statement), most_rows=MOST_ROWS)
        return
    print_settlement(settled.settlement, title=settled.agreement.title or "", most_rows=MOST_ROWS)


def no_statement(asked: str, settled: Settled) -> ConformedError:
    """The error that names the statements there are nearest to the one `asked` for."""
    ids = [statement.id for statement in settled.settlement.statements]
    near = get_close_matches(asked, ids, 1) or ids[-1:]
    way_out = f"did you mean {near[0]}?" if near else "no statement's period has begun"
    on = settled.settlement.as_of
    file = settled.agreement.file
    return ConformedError(
        problem("statement-unknown", document=file, where=asked, asked=asked, as_of=on, way_out=way_out)
    )
