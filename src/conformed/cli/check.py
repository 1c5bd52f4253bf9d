"""`conformed check`: drift between the clauses that run and the words in force."""

from __future__ import annotations

import typer

from conformed.cli.exits import DECISION_NEEDED
from conformed.cli.options import AgreementFile, Confidential, Json, Public, seals_or_public
from conformed.cli.printing import data, problems, record, working
from conformed.model.problem import problem_record

__all__ = ["check"]


def check(
    agreement: AgreementFile,
    *,
    confidential: Confidential = None,
    public: Public = False,
    as_json: Json = False,
) -> None:
    """List clause values that disagree with the words in force.

    Also every clause in the words that the file does not run, or runs on though an amendment struck it, the governing law,
    the parties, and every value whose seal is missing. Every day is compared on which the words or the file change.

    \b
    Example:
      conformed check agreement.toml
    """  # noqa: D301
    from conformed import service

    seals_or_public(confidential, public)
    with working("comparing clauses with words"):
        checked = service.check(agreement, confidential=confidential, public=public)
    found, unread = checked.problems, checked.not_compared
    if as_json:
        record(
            {
                "agreement": str(agreement),
                "agrees": not found,
                "problems": [problem_record(one) for one in found],
                "not_compared": [problem_record(one) for one in unread],
            }
        )
    elif not found and not unread:
        data(f"{agreement}: every clause agrees with the words in force")
    elif not found:
        data(
            f"{agreement}: no clause disagrees with the words in force; what was compared with nothing is noted"
        )
    problems(unread, word="note")
    if problems(found, word="decide"):
        raise typer.Exit(DECISION_NEEDED)
