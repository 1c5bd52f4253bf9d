"""The typer application: one group whose commands are imported when they are called."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from conformed.cli.commands import COMMANDS

__all__ = ["command_of", "group"]

HELP = """Show a contract as it stands today, where every word came from, and what it makes due.

\b
Example:
  conformed build agreement.txt amendment-1.txt amendment-2.txt --as-of 2001-03-01

\b
Exit status: 0 done; 3 done, but something needs a person's decision (listed on stderr);
2 the call or an input was wrong; 1 a fault of the program.
"""


def command_of(name: str) -> Any:
    """The click command `name`, from the file of that name."""
    module = import_module(f"conformed.cli.{name}")
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name)(getattr(module, name))
    command = get_command(app)
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            _name_plainly(parameter)
    return command


def _name_plainly(argument: Any) -> None:
    """Show an argument by its name alone: neither its Python type nor braces around it."""
    name = argument.metavar or argument.name.upper()
    shown = name if argument.required or name.startswith("[") else f"[{name}]"
    argument._usage_display_name = lambda: shown
    argument.display_type_rich = lambda **_context: ""


class LazyGroup(TyperGroup):
    """A group that knows its commands' names and sentences without importing them."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands: Any = dict.fromkeys(COMMANDS)  # names alone, for "did you mean"

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return command_of(cmd_name) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"conformed {version('conformed')}")
        raise typer.Exit


def group() -> Any:
    """The click group `conformed`."""
    app = typer.Typer(
        cls=LazyGroup, help=HELP, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=False
    )

    @app.callback(invoke_without_command=True)
    def conformed(
        context: typer.Context,
        version: Annotated[
            bool,
            typer.Option(
                "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
            ),
        ] = False,
    ) -> None:
        if context.invoked_subcommand is None:
            typer.echo(context.get_help())

    return get_command(app)
