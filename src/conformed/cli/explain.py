"""`conformed explain`: what a problem code means and what to do about it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer

from conformed.cli.options import Json
from conformed.cli.printing import data, hint, record, table
from conformed.model.problem import ConformedError, problem
from conformed.model.problem_table import PROBLEMS

__all__ = ["explain"]


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="The code, as printed in [brackets].")
    ] = None,
    *,
    as_json: Json = False,
) -> None:
    """Explain a problem code, or list them all.

    \b
    Example:
      conformed explain not-found
    """  # noqa: D301
    if code is None:
        if as_json:
            record({name: _as_record(name) for name in PROBLEMS})
            return
        table(
            "",
            ("code", "stage", "message"),
            ((name, kind.stage, kind.template) for name, kind in PROBLEMS.items()),
        )
        hint("`conformed explain CODE` says what a code means, with an example")
        return
    name = code.strip("[] ").lower()
    if name not in PROBLEMS:
        near = get_close_matches(name, PROBLEMS, 1)
        raise ConformedError(
            problem(
                "code-unknown",
                asked=code,
                way_out=f"did you mean {near[0]}?" if near else "`conformed explain` lists them",
            )
        )
    if as_json:
        record(_as_record(name))
        return
    kind = PROBLEMS[name]
    data(
        f"{name} ({kind.stage})\n\n  {kind.template}\n\n{kind.meaning}\n\nExample:\n  "
        + kind.example.replace("\n", "\n  ")
    )


def _as_record(name: str) -> dict[str, str]:
    kind = PROBLEMS[name]
    return {
        "code": name,
        "stage": kind.stage,
        "message": kind.template,
        "meaning": kind.meaning,
        "example": kind.example,
    }
