"""`conformed demo`: the whole story on the shipped example."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from conformed.cli.output_file import write_file
from conformed.cli.printing import as_json_text, bold, colour_wanted, data, readable, width
from conformed.model.problem import ConformedError, problem

if TYPE_CHECKING:
    from conformed.model.agreement import Agreement
    from conformed.model.conformed import Conformed
    from conformed.model.statement import Settlement

__all__ = ["demo"]

AS_OF = dt.date(2001, 12, 31)
AMENDMENT = "amendment-2"
INTRODUCTION = """\
An illustrative Media Gateway Services Agreement III with its amendments, events and
sealed values; all of them are made up, and none binds anybody."""
CREDIT, CLAW_BACK = "credit-2001-Q2", "claw-back-f2"


def demo(
    folder: Annotated[
        Path, typer.Option("--folder", metavar="FOLDER", help="Where the outputs are written.")
    ] = Path("conformed-demo"),
) -> None:
    """Tell the whole story on the shipped example.

    The example is illustrative: its papers, events and sealed values are made up. Outputs are written to
    ./conformed-demo/.

    \b
    Example:
      conformed demo
    """  # noqa: D301
    from conformed.examples import example_folder

    story = _Story(_workplace(example_folder(), folder))
    data(INTRODUCTION)
    for number, (title, tell) in enumerate(story.chapters, 1):
        data(bold(f"\n{number}. {title}\n", sys.stdout), coloured=True)
        tell()
    data(bold("\nWritten", sys.stdout), coloured=True)
    for file in story.written:
        data(f"  {folder / file.name}")


def _workplace(example: Path, folder: Path) -> Path:
    """The demo's folder, with the example's files in it.

    Raises:
        ConformedError: `output-exists` where the folder holds a file of that name and other content.
    """
    files = [file for file in example.iterdir() if file.is_file()]
    for file in files:
        there = folder / file.name
        if there.exists() and there.read_bytes() != file.read_bytes():
            raise ConformedError(problem("demo-folder", document=str(there)))
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        write_file(folder / file.name, {file.suffix: file.read_bytes})
    return folder


class _Story:
    """The chapters of the demo: each prints its part and writes its files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.agreement_file = folder / "agreement.toml"
        self.events_file = folder / "events.csv"
        self.written: list[Path] = []
        self.chapters: tuple[tuple[str, Callable[[], None]], ...] = (
            ("The papers: a base of 2000 and three amendments, as filed", self.papers),
            ("The conformed copy: every amending instruction applied, or listed with the reason", self.copy),
            (f"What {AMENDMENT} changed, struck and inserted", self.redline),
            ("Who wrote each word of Section 7.A", self.blame),
            ("The term sheet, each value with the words it was read from", self.terms),
            ("The next deadlines: plan by the safe day", self.deadlines),
            (f"A credit statement: {CREDIT}, opened to its events and its clause", self.credit),
            (f"A claw-back against its cap: {CLAW_BACK}", self.claw_back),
            ("A drift caught: a clause that was never brought up to date", self.drift),
            (f"The impact of {AMENDMENT}: the same events with it and without it", self.impact),
        )

    def _built(self) -> Conformed:
        from conformed import service

        if not hasattr(self, "_conformed"):
            self._conformed = service.build([self.agreement_file]).conformed
        return self._conformed

    def _settled(self) -> tuple[Agreement, Settlement]:
        from conformed import service

        if not hasattr(self, "_settlement"):
            settled = service.settle(self.agreement_file, self.events_file, as_of=AS_OF)
            self._agreement, self._settlement = settled.agreement, settled.settlement
        return self._agreement, self._settlement

    def _write(self, name: str, content: Callable[[], str | bytes]) -> None:
        file = self.folder / name
        write_file(file, {file.suffix: content})
        self.written.append(file)

    def papers(self) -> None:
        for paper in self._built().papers:
            data(f"  {Path(paper.file).name:<18} {paper.date}  {paper.title or paper.id}")

    def copy(self) -> None:
        from conformed.conforming import build_record
        from conformed.writing.account import outcome_line, status_sentence
        from conformed.writing.html import copy_html
        from conformed.writing.markdown import copy_markdown
        from conformed.writing.text import copy_text

        conformed = self._built()
        data(status_sentence(conformed))
        for outcome in conformed.outcomes:
            data(f"  {outcome_line(outcome)}")
        self._write("conformed-copy.txt", lambda: copy_text(conformed))
        self._write("conformed-copy.md", lambda: copy_markdown(conformed))
        self._write("conformed-copy.html", lambda: copy_html(conformed))
        self._write("conformed-copy.json", lambda: as_json_text(build_record(conformed)))

    def redline(self) -> None:
        from conformed.writing.redline_html import redline_html
        from conformed.writing.terminal import redline_text

        conformed = self._built()
        at = next(index for index, state in enumerate(conformed.states) if state.paper == AMENDMENT)
        before, after = conformed.states[at - 1].copy, conformed.states[at].copy
        colour = colour_wanted(sys.stdout)
        text = redline_text(conformed, before, after, colour=colour, width=width(), clean=readable)
        data(text.split("\n\n", 1)[-1], coloured=True)
        base = conformed.states[0].copy
        self._write("redline.html", lambda: redline_html(conformed, base, conformed.copy))

    def blame(self) -> None:
        from conformed import service
        from conformed.writing.blame import blame_text

        conformed = self._built()
        data(blame_text(conformed, only=service.provision_of(conformed, "7.A"), width=max(width(), 100)))

    def terms(self) -> None:
        from conformed.terms import terms_of
        from conformed.writing.terms import terms_text

        data(terms_text(terms_of(self._built().copy), width=width()))

    def deadlines(self) -> None:
        from conformed.cli.settlement_tables import print_deadlines
        from conformed.writing.deadlines import deadlines_ics

        agreement, settlement = self._settled()
        print_deadlines(settlement, most_rows=8)
        self._write("deadlines.ics", lambda: deadlines_ics(settlement, title=agreement.title or ""))

    def credit(self) -> None:
        from conformed import service
        from conformed.writing.beancount import ledger_beancount
        from conformed.writing.spreadsheet import settlement_xlsx
        from conformed.writing.statement_html import settlement_html
        from conformed.writing.why import why_text

        agreement, settlement = self._settled()
        found = service.why(self.agreement_file, self.events_file, CREDIT, as_of=AS_OF)
        data(why_text(found, width=width(), law=False))
        title = agreement.title or ""
        self._write(
            "settlement.html", lambda: settlement_html(settlement, title=title, parties=agreement.parties)
        )
        self._write("settlement.xlsx", lambda: settlement_xlsx(settlement, title=title))
        self._write("ledger.beancount", lambda: ledger_beancount(settlement, title=title))

    def claw_back(self) -> None:
        from conformed import service
        from conformed.writing.why import why_text

        found = service.why(self.agreement_file, self.events_file, CLAW_BACK, as_of=AS_OF)
        data(why_text(found, width=width(), law=False))

    def drift(self) -> None:
        from conformed import service

        stale = self.folder / "agreement-not-updated.toml"
        self._write(stale.name, lambda: _without_update(self.agreement_file.read_text(encoding="utf-8")))
        for found in service.check(stale).problems:
            for line in wrap(found.message, width(), initial_indent="- ", subsequent_indent="  "):
                data(line)

    def impact(self) -> None:
        from conformed import service
        from conformed.cli.impact_tables import print_impact

        found = service.impact(self.agreement_file, self.events_file, amendment=AMENDMENT, as_of=AS_OF)
        print_impact(found, most_rows=6)


def _without_update(agreement: str) -> str:
    """`agreement.toml` as somebody left it who forgot that Amendment 2 made 42 months into 51."""
    return agreement.replace("months = 51", "months = 42")
