"""Writes reference.md from the code: every command, every form of JSON, every problem code."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from conformed.cli.app import command_of, group
from conformed.cli.commands import COMMANDS
from conformed.model.event import COLUMNS, EVENT_KINDS
from conformed.model.problem_table import PROBLEMS
from conformed.running.registry import clause_kinds
from conformed.running.terms_in_force import COMMON_KEYS
from docs.console import printed, workplace

__all__ = ["reference"]

AMENDED = "agreement.txt amendment-1.txt amendment-2.txt amendment-3.txt"
SETTLED = "agreement.toml events.csv"
# Each command that has --json, with the call on the example whose answer shows its form.
JSON_CALLS = {
    "outline": "outline amendment-2.txt",
    "instructions": "instructions amendment-2.txt",
    "build": f"build {AMENDED}",
    "blame": f"blame {AMENDED} --provision 7.A",
    "redline": f"redline {AMENDED}",
    "history": "history agreement.toml 7.A",
    "terms": "terms agreement.toml",
    "settle": f"settle {SETTLED} --as-of 2001-12-31",
    "impact": f"impact {SETTLED} --amendment amendment-2 --as-of 2001-12-31",
    "check": "check agreement.toml",
    "why": f"why {SETTLED} credit-2001-Q2 --as-of 2001-12-31",
    "explain": "explain label-repeated",
}


def reference() -> str:
    """The whole page."""
    return "\n".join((_HEAD, *_commands(), *_json(), *_inputs(), *_problems())).rstrip("\n") + "\n"


_HEAD = """\
# Reference

Written from the code by `make docs`; a test fails when it is out of date. Do not edit it by hand.

- [Commands](#commands)
- [JSON](#json)
- [Clauses and events](#clauses-and-events)
- [Problem codes](#problem-codes)
"""


def _commands() -> Iterator[str]:
    import typer

    yield "## Commands\n"
    main = group()
    with typer.Context(main, info_name="conformed", terminal_width=80, max_content_width=80) as context:
        yield f"```text\n{_tidy(main.get_help(context))}```\n"
    for name in COMMANDS:
        command = command_of(name)
        with typer.Context(
            command, info_name=f"conformed {name}", terminal_width=80, max_content_width=80
        ) as context:
            yield f"### `conformed {name}`\n\n```text\n{_tidy(command.get_help(context))}```\n"


def _tidy(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.strip().splitlines())


def _json() -> Iterator[str]:
    yield (
        "## JSON\n\n"
        "What each command prints with `--json`, and nothing else on stdout. The forms below are read off its answer\n"
        "on the [illustrative agreement](../examples/media-gateway/README.md): `[]` is each entry of a list, `{}` each\n"
        "value of a table whose keys are names. Dates are ISO 8601, amounts are decimal strings, offsets count\n"
        "characters from 0.\n"
    )
    with TemporaryDirectory() as folder:
        place = workplace(Path(folder))
        for call in JSON_CALLS.values():
            answer = json.loads(printed(f"conformed {call} --json 2>/dev/null", place))
            yield f"### `conformed {call} --json`\n\n| key | value | for example |\n|---|---|---|"
            for key, (kinds, example) in shape_of(answer).items():
                yield f"| `{key}` | {' or '.join(sorted(kinds))} | {_cell(example)} |"
            yield ""


def shape_of(answer: object) -> dict[str, tuple[set[str], object]]:
    """Each key of `answer`, in the order of first appearance, with the kinds of its values and a first example.

    >>> [(key, sorted(kinds)) for key, (kinds, _) in shape_of({"lines": [{"id": 1}, {"id": None}]}).items()]
    [('lines[].id', ['integer', 'null'])]
    """
    shape: dict[str, tuple[set[str], object]] = {}

    def walk(value: object, key: str) -> None:
        if isinstance(value, dict) and value:
            named = not all(isinstance(name, str) and name.isidentifier() for name in value)
            for name, entry in value.items():
                walk(entry, f"{key}{{}}" if named else f"{key}.{name}" if key else name)
        elif isinstance(value, list) and value:
            for entry in value:
                walk(entry, f"{key}[]")
        else:
            kinds, example = shape.setdefault(key or "(all)", (set(), value))
            kinds.add(_kind(value))
            if example in (None, [], {}, "") and value not in (None, [], {}, ""):
                shape[key or "(all)"] = (kinds, value)

    walk(answer, "")
    for key, (kinds, _) in shape.items():
        # A list that is empty in one place and filled in another is described by its entries.
        if any(other.startswith((f"{key}[", f"{key}.", f"{key}{{")) for other in shape):
            kinds.discard("list")
    return {key: found for key, found in shape.items() if found[0]}


def _kind(value: object) -> str:
    kinds: tuple[tuple[type, str], ...] = (
        (bool, "true or false"),
        (int, "integer"),
        (str, "text"),
        (list, "list"),
        (dict, "table"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), "null")


def _cell(value: object) -> str:
    if value in (None, [], {}):
        return ""
    text = json.dumps(value, ensure_ascii=False)
    text = text if len(text) <= 60 else text[:56] + '..."'
    return "`" + text.replace("|", "\\|").replace("`", "'") + "`"


def _inputs() -> Iterator[str]:
    yield (
        "## Clauses and events\n\n"
        "The kinds of `[[clauses]]` in `agreement.toml`; [how a clause is run](clauses.md) says what each does. Every one\n"
        f"also takes {_listed(('source', 'effective', *COMMON_KEYS))}.\n\n| kind | needs | takes |\n|---|---|---|"
    )
    for name, kind in clause_kinds().items():
        yield f"| `{name}` | {_listed(kind.needs)} | {_listed(kind.takes)} |"
    yield (
        f"\nThe columns of the events are {_listed(COLUMNS)}. Each kind fills some of them, and the events of one day are\n"
        "taken in the order of the last column.\n\n| kind | needs | takes | order |\n|---|---|---|---|"
    )
    for name, event in EVENT_KINDS.items():
        yield f"| `{name}` | {_listed(event.needs)} | {_listed(event.takes)} | {event.order} |"
    yield ""


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _problems() -> Iterator[str]:
    yield (
        "## Problem codes\n\n"
        "Every problem has a stable code, printed in brackets at the end of its line. `conformed explain CODE` prints\n"
        "what stands here.\n"
    )
    stages = dict.fromkeys(kind.stage for kind in PROBLEMS.values())
    for stage in stages:
        yield f"### {stage.capitalize()}\n"
        for code, kind in PROBLEMS.items():
            if kind.stage == stage:
                yield f"**`{code}`** — {_escaped(kind.template)}\n\n{_escaped(kind.meaning)}"
                yield "\n```text\n" + kind.example.strip("\n") + "\n```\n"


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")
