"""How the command is called: help, version, mistakes in the call, and how a fault ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conformed.cli import exits, explain
from conformed.cli.commands import COMMANDS
from conformed.model.problem_table import PROBLEMS
from tests.cli.command import call, one_line, process


def test_help_lists_every_command_with_its_sentence() -> None:
    ended = call("--help")

    assert ended.status == 0 and not ended.err
    for name, sentence in COMMANDS.items():
        assert name in ended.out and sentence in " ".join(ended.out.split())


def test_without_arguments_the_help_is_printed() -> None:
    assert call().out == call("--help").out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_commands_help_has_its_sentence_an_example_and_its_options(name: str) -> None:
    ended = call(name, "--help")

    assert ended.status == 0
    assert COMMANDS[name] in " ".join(ended.out.split())
    assert f"Example:\n    conformed {name}" in ended.out
    assert max(len(line) for line in ended.out.splitlines()) <= 100


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_file_of_its_name(name: str) -> None:
    assert (Path(exits.__file__).parent / f"{name}.py").is_file()


def test_the_version_is_printed() -> None:
    ended = call("--version")

    assert ended.status == 0 and ended.out.startswith("conformed ")


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["outlin"], "did you mean 'outline'"),
        (["outline"], "missing argument 'file'"),
        (["outline", "--jsn", "x.txt"], "--jsn"),
        (["explain", "a", "b"], "unexpected extra argument"),
    ],
)
def test_a_mistake_in_the_call_is_one_line_that_names_the_help(arguments: list[str], wanted: str) -> None:
    ended = call(*arguments)

    assert one_line(ended, "--help"), ended
    assert wanted in ended.err.lower()


def test_importing_the_command_does_not_import_what_it_may_not_need() -> None:
    heavy = "rich,ibis,duckdb,lark,sqlalchemy,icalendar,xlsxwriter,holidays,nupunkt,pyarrow"
    code = (
        "import sys; from conformed.cli.exits import run; run(['--help']); "
        f"print([name for name in '{heavy}'.split(',') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


def test_explain_lists_every_code() -> None:
    ended = call("explain")

    assert ended.status == 0
    assert all(code in ended.out for code in PROBLEMS)


def test_explain_says_what_a_code_means_with_an_example_also_as_printed_in_brackets() -> None:
    ended = call("explain", "[file-absent]")

    assert PROBLEMS["file-absent"].meaning in ended.out
    assert PROBLEMS["file-absent"].example in ended.out
    assert call("explain", "file-absent", "--json").json["meaning"] == PROBLEMS["file-absent"].meaning
    assert set(call("explain", "--json").json) == set(PROBLEMS)


def test_an_unknown_code_is_refused_with_the_nearest_one() -> None:
    assert one_line(call("explain", "file-absnt"), "code-unknown", "did you mean file-absent?")


def test_a_fault_of_the_program_is_one_line_with_status_1(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret words of the paper")

    monkeypatch.setattr(explain, "data", broken)
    monkeypatch.delenv("CONFORMED_DEBUG", raising=False)

    ended = call("explain", "file-absent")

    assert (ended.status, ended.out) == (1, "")
    assert len(ended.err.splitlines()) == 1 and "CONFORMED_DEBUG=1" in ended.err
    assert "secret" not in ended.err


def test_a_fault_shows_its_traceback_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(explain, "data", broken)
    monkeypatch.setenv("CONFORMED_DEBUG", "1")

    with pytest.raises(ZeroDivisionError):
        call("explain", "file-absent")


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(explain, "data", stopped)

    assert (call("explain", "file-absent").status, call("explain", "file-absent").err) == (130, "")


def test_a_reader_that_goes_away_is_no_fault() -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m conformed explain --json | true; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stderr == ""
    assert done.stdout.endswith("141\n")


def test_nothing_is_coloured_where_nobody_looks_or_colour_is_not_wanted() -> None:
    assert "\x1b" not in process("explain").out
    assert "\x1b" not in process("explain", FORCE_COLOR="1", NO_COLOR="1").out


def test_output_is_utf_8_whatever_the_locale() -> None:
    assert "─" in process("explain", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii").out


def test_shell_completion_knows_the_commands() -> None:
    ended = process(_CONFORMED_COMPLETE="complete_bash", COMP_WORDS="conformed ou", COMP_CWORD="1")

    assert "outline" in ended.out.split()
