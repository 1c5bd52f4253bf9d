"""`conformed settle`: runs the terms over the events."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from conformed.cli.exits import DECISION_NEEDED
from conformed.cli.options import (
    AgreementFile,
    AsOf,
    Confidential,
    Json,
    KeptStore,
    KnownAt,
    MaybeEventsFile,
    OutFile,
    Public,
    events_or_store,
)
from conformed.cli.output_file import Writer, check_output, write_file
from conformed.cli.printing import as_json_text, hint, problems, record, talk, working
from conformed.model.problem import ConformedError, problem

if TYPE_CHECKING:
    from conformed.service import Settled

__all__ = ["settle"]

FORMATS = (".beancount", ".csv", ".html", ".ics", ".json", ".parquet", ".xlsx")
MOST_ROWS = 40


def settle(
    agreement: AgreementFile,
    events: MaybeEventsFile = None,
    *,
    store: KeptStore = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    statement: Annotated[
        str | None, typer.Option("--statement", metavar="ID", help="Write only this statement (.html).")
    ] = None,
    which: Annotated[
        str, typer.Option("--table", help="For .csv and .parquet: statements, lines, units or postings.")
    ] = "statements",
    confidential: Confidential = None,
    public: Public = False,
    output: OutFile = None,
    as_json: Json = False,
) -> None:
    """Run the terms over the events: dates, statements, ledger.

    With -o the suffix decides what is written: .html a page to print, .xlsx a workbook with live formulas, .ics the
    deadlines, .csv or .parquet a table, .beancount the ledger, .json everything.

    The events are a CSV file, or for very many a Parquet file or a folder of them. From 50,000 rows on DuckDB counts and
    adds them: charges then show units by number, and credits receipts.

    \b
    Example:
      conformed settle agreement.toml events.csv --as-of 2001-12-31 -o settlement.xlsx
      conformed settle agreement.toml --store conformed.db --known-at 2001-09-10
    """  # noqa: D301
    from conformed import service
    from conformed.running import settle_record

    events, store = events_or_store(events, store)
    if output is not None:
        check_output(output, FORMATS, inputs=service.files_read((agreement, events, confidential)))
    with working("running the terms") as say:
        settled = service.settle(
            agreement,
            events,
            store=store,
            as_of=as_of,
            known_at=known_at,
            confidential=confidential,
            public=public,
            progress=say,
        )
    if output is not None:
        write_file(output, _writers(settled, statement, which))
        talk(f"wrote {output}")
    if as_json:
        record(settle_record(settled.settlement))
    elif output is None:
        _print(settled)
    if settled.engine is not None:
        talk(f"note: very many events, settled by {settled.engine}; charge lines show units by number")
    problems(settled.notes, word="note")
    withheld = settled.settlement.ledger.withheld
    if withheld:
        talk(f"note: figures are withheld, waiting for {', '.join(withheld)}")
    if settled.unread is not None:
        talk(f"note: the clauses were not compared with the papers: {settled.unread}")
    problems((one for one in settled.drift if one.code != "clause-drift"), word="note")
    drifted = [one for one in settled.drift if one.code == "clause-drift"]
    if problems((*drifted, *settled.settlement.problems), word="decide"):
        if not as_json:
            hint("`conformed explain CODE` says what each of these means")
        raise typer.Exit(DECISION_NEEDED)


def _writers(settled: Settled, statement: str | None, which: str) -> dict[str, Writer]:
    from conformed.running import settle_record
    from conformed.writing.beancount import ledger_beancount
    from conformed.writing.deadlines import deadlines_ics
    from conformed.writing.spreadsheet import settlement_xlsx
    from conformed.writing.statement_html import settlement_html
    from conformed.writing.tables import TABLES, table_csv, table_parquet

    if which not in TABLES:
        raise typer.BadParameter(f"there is no table {which!r}; there are {', '.join(TABLES)}")
    agreement, settlement = settled.agreement, settled.settlement
    if statement is not None and statement not in {found.id for found in settlement.statements}:
        raise no_statement(statement, settled)
    title = agreement.title or Path(agreement.file).stem
    return {
        ".beancount": lambda: ledger_beancount(settlement, title=title),
        ".csv": lambda: table_csv(settlement, which),
        ".html": lambda: settlement_html(settlement, title=title, parties=agreement.parties, only=statement),
        ".ics": lambda: deadlines_ics(settlement, title=title),
        ".json": lambda: as_json_text(settle_record(settlement)),
        ".parquet": lambda: table_parquet(settlement, which),
        ".xlsx": lambda: settlement_xlsx(settlement, title=title),
    }


def _print(settled: Settled) -> None:
    from conformed.cli.settlement_tables import print_settlement

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
