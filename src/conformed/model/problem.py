"""Findings and errors: every kind has a stable code, a template and an example, all in one table.

A `Problem` is a value that is returned beside a result. `ConformedError` is raised for misuse or an unreadable
input, and carries the one-line problem that the command line prints before it exits with status 2.
"""

from __future__ import annotations

from dataclasses import dataclass

from conformed.model.problem_table import PROBLEMS

__all__ = ["ConformedError", "Problem", "problem", "problem_record"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should know or decide.

    Attributes:
        code: a key of `PROBLEMS`.
        message: one line: the place, the cause and the way out.
        document: id or file of the paper concerned, or None.
        line: line of that file, counted from 1, or None.
        where: the instruction, provision, clause, event or statement concerned, or None.
    """

    code: str
    message: str
    document: str | None = None
    line: int | None = None
    where: str | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.document, self.line) if part is not None)
        return f"{place}: {self.message} [{self.code}]" if place else f"{self.message} [{self.code}]"


def problem_record(found: Problem) -> dict[str, str | int | None]:
    """The problem as JSON holds it, with the same keys wherever one is listed.

    >>> problem_record(Problem("file-absent", "no such file; check the path", document="a.txt"))["document"]
    'a.txt'
    """
    return {
        "code": found.code,
        "message": found.message,
        "document": found.document,
        "line": found.line,
        "where": found.where,
    }


def problem(
    code: str,
    *,
    document: str | None = None,
    line: int | None = None,
    where: str | None = None,
    **facts: object,
) -> Problem:
    """The problem `code` with its template filled in from `facts`.

    Raises:
        KeyError: for a code that is not in the table, or a fact that its template asks for and is not given.
    """
    message = " ".join(PROBLEMS[code].template.format(**facts).split())
    return Problem(code, message, document, line, where)


class ConformedError(Exception):
    """The call or an input was wrong: exit status 2. `others` are further mistakes of the same input."""

    def __init__(self, problem: Problem, others: tuple[Problem, ...] = ()) -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.others = others
