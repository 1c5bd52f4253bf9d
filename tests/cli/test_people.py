"""What people see at a terminal: colour where it can be shown, a word about what takes a while, cut tables."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import typer

from conformed.cli import main, printing
from conformed.cli.options import day, moment
from conformed.cli.settlement_tables import print_settlement
from conformed.examples import example_folder
from conformed.model.register import Breach, Register
from tests.cli.command import call, one_line
from tests.writing.settlements import SETTLEMENT

FOLDER = example_folder()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[str, str]]:
    """Runs the command as at a terminal of 90 columns that can show colour: what came on stdout and on stderr."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "90")

    def run(*arguments: str | Path) -> tuple[str, str]:
        from conformed.cli.exits import run as running

        out, err = Terminal(), Terminal()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            running([str(argument) for argument in arguments])
        return out.getvalue(), err.getvalue()

    return run


def test_a_redline_at_a_terminal_is_coloured(at_a_terminal: Callable[..., tuple[str, str]]) -> None:
    out, _ = at_a_terminal("redline", FOLDER / "agreement.toml")

    assert "\x1b[9;31m" in out and "[-" not in out


def test_and_marked_where_colour_is_not_wanted(
    at_a_terminal: Callable[..., tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    out, _ = at_a_terminal("redline", FOLDER / "agreement.toml")

    assert "\x1b" not in out and "[-forty-two (42)-]" in out


def test_a_dumb_terminal_gets_no_colour_and_a_pipe_gets_it_where_it_is_forced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "dumb")
    assert not printing.colour_wanted(Terminal())
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert printing.colour_wanted(io.StringIO())


def test_json_is_indented_where_a_person_looks_at_it(at_a_terminal: Callable[..., tuple[str, str]]) -> None:
    out, _ = at_a_terminal("explain", "file-absent", "--json")

    assert out.startswith('{\n  "code"')
    assert json.loads(out)["code"] == "file-absent"


def test_what_takes_a_while_says_so_at_a_terminal_on_stderr_only(
    at_a_terminal: Callable[..., tuple[str, str]],
) -> None:
    out, err = at_a_terminal("outline", FOLDER / "agreement.txt", "--json")

    assert "reading" in err
    assert json.loads(out)["title"] == "Media Gateway Services Agreement III"


def test_an_outline_for_people_says_what_was_found_odd(tmp_path: Path) -> None:
    ended = call("outline", FOLDER / "agreement.txt")

    assert "├─ 3. ORDER, INSTALLATION AND ACCEPTANCE" in ended.out
    assert "Redactions (" in ended.out and "Definitions (" in ended.out


def test_instructions_for_people_and_for_programs_are_the_same_ones() -> None:
    shown, said = (call("instructions", FOLDER / "amendment-2.txt", *more) for more in ((), ("--json",)))

    assert all(one["id"] in shown.out for one in said.json["instructions"])
    assert {"title", "number", "date", "amends", "effective", "instructions"} <= set(said.json)


def test_long_tables_are_cut_and_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    register = Register(SETTLEMENT.as_of, (), (Breach("b1", "7.A", "One & Co.", dt.date(2001, 5, 1)),))

    print_settlement(replace(SETTLEMENT, register=register), title="Gateway", most_rows=2)

    out = capsys.readouterr().out
    assert "(1 more units; --json or -o FILE has all)" in out
    assert "(3 more earlier statements; --json or -o FILE has all)" in out
    assert "Breaches that continue" in out and "b1" in out


def test_a_settlement_of_nothing_is_short(capsys: pytest.CaptureFixture[str]) -> None:
    print_settlement(
        replace(SETTLEMENT, units=(), statements=(), agreement_term=None), title="Gateway", most_rows=2
    )

    out = capsys.readouterr().out
    assert "Units" not in out and "Next deadlines" not in out


def test_days_and_moments_as_they_are_written() -> None:
    assert day("2001-03-01") == dt.date(2001, 3, 1)
    assert moment("2001-03-01") == dt.datetime(2001, 3, 1, 23, 59, 59, 999999, dt.UTC)
    for written in ("1 March", "2001-3-1", "2001-02-29"):
        with pytest.raises(typer.BadParameter):
            day(written)


def test_the_commands_entry_point_returns_the_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["conformed", "outline", "absent.txt"])

    assert main() == 2


def test_what_the_system_refuses_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from conformed.cli import explain

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "/tmp/x")

    monkeypatch.setattr(explain, "data", full)

    assert one_line(call("explain", "file-absent"), "/tmp/x: no space left on device")


def test_a_reader_that_goes_away_in_this_process_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    from conformed.cli import exits, explain

    def gone(*_: object) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    dropped: list[bool] = []
    monkeypatch.setattr(explain, "data", gone)
    monkeypatch.setattr(exits, "_drop_stdout", lambda: dropped.append(True))

    ended = call("explain", "file-absent")

    assert (ended.status, ended.err, dropped) == (141, "", [True])
