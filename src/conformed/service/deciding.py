"""A person's decision about an instruction, kept in agreement.toml and replayed by every build."""

from __future__ import annotations

import datetime as dt
import getpass
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from conformed.model.problem import ConformedError
from conformed.service.building import build

if TYPE_CHECKING:
    from conformed.model.conformed import Outcome
    from conformed.model.problem import Problem


__all__ = ["decide"]


def decide(
    agreement_file: Path,
    instruction: str,
    *,
    place: int | None = None,
    leave: bool = False,
    text: str | None = None,
    why: str | None = None,
    by: str | None = None,
    on: dt.date | None = None,
) -> str:
    """Add a decision about `instruction` (`"amendment-2/2(b)"`) to agreement.toml, in the place of an earlier one.

    Exactly one of `place`, `leave` and `text` is given. The file keeps its comments and layout; it is written whole or
    not at all.

    Args:
        agreement_file: `agreement.toml`.
        instruction: the paper's id and the instruction's.
        place: the candidate to take, counted from 1.
        leave: leave the text as it is.
        text: the provision's words, given by hand.
        why: the reason.
        by: who decides; else the user of the machine.
        on: when; else today.

    Returns:
        A sentence that says what was recorded.

    Raises:
        ConformedError: where there is no such instruction, it needs no decision, or there is no such place.
    """
    from conformed.conforming import digest

    if sum((place is not None, leave, text is not None)) != 1:
        raise ValueError("give exactly one of place, leave and text")
    built = build([agreement_file], ignoring=[instruction])
    outcome = _outcome(built.conformed.outcomes, instruction)
    known = [f"{one.document}/{one.instruction.id}" for one in built.conformed.outcomes]

    if outcome is None and (listed := _listed(built.undecided, instruction)) is not None:
        return _left(agreement_file, instruction, listed, leave=leave, why=why, by=by, on=on)
    if outcome is None:
        near = [name for name in known if name.endswith(f"/{instruction}") or name.startswith(instruction)]
        raise _refused(
            agreement_file, instruction, f"no paper gives it{f'; did you mean {near[0]}?' if near else ''}"
        )
    if outcome.status not in ("ambiguous", "not-found"):
        raise _refused(agreement_file, instruction, f"it is {outcome.status} without a decision")
    count = len(outcome.candidates)
    if place is not None and not 1 <= place <= count:
        places = f"{count} place{'' if count == 1 else 's'}"
        raise _refused(agreement_file, instruction, f"it has {places} to choose from, and not {place}")
    source = next(one for one in built.sources if one.id == outcome.document)
    words = source.text[outcome.instruction.start : outcome.instruction.end]
    table: dict[str, object] = {"instruction": instruction}
    if place is not None:
        table["place"] = place
    elif leave:
        table["leave"] = True
    else:
        table["text"] = text
    table["by"] = by or getpass.getuser()
    table["on"] = on or dt.date.today()
    if why:
        table["why"] = why
    table["fits"] = digest(words, outcome.candidates)
    _write(agreement_file, instruction, table)
    what = f"place {place}" if place is not None else "left as it is" if leave else "the text given by hand"
    shown = f": {outcome.candidates[place - 1].text}" if place is not None else ""
    return f"{instruction}: {what}{shown}"


def _listed(undecided: tuple[Problem, ...], instruction: str) -> Problem | None:
    """The sentence listed under a name such as `amendment-2/line 12`, which gave no instruction."""
    return next(
        (
            one
            for one in undecided
            if one.code == "order-unclaimed"
            and instruction.endswith(f"/{one.where}")
            and f'"{instruction}"' in one.message
        ),
        None,
    )


def _left(
    agreement_file: Path,
    instruction: str,
    listed: Problem,
    *,
    leave: bool,
    why: str | None,
    by: str | None,
    on: dt.date | None,
) -> str:
    """Record that a person read a sentence that gave no instruction, and that it is left as it is."""
    from conformed.conforming import digest

    if not leave:
        raise _refused(agreement_file, instruction, "no instruction was made of it: it can only be left")
    table: dict[str, object] = {"instruction": instruction, "leave": True}
    table["by"] = by or getpass.getuser()
    table["on"] = on or dt.date.today()
    if why:
        table["why"] = why
    table["fits"] = digest(listed.message, ())
    _write(agreement_file, instruction, table)
    return f"{instruction}: left as it is"


def _refused(file: Path, instruction: str, reason: str) -> ConformedError:
    from conformed.model.problem import problem

    return ConformedError(
        problem("decision-refused", document=str(file), instruction=instruction, reason=reason)
    )


def _outcome(outcomes: tuple[Outcome, ...], instruction: str) -> Outcome | None:
    return next((one for one in outcomes if f"{one.document}/{one.instruction.id}" == instruction), None)


def _write(agreement_file: Path, instruction: str, table: dict[str, object]) -> None:
    """The file with the decision added, by a temporary file beside it that is renamed."""
    import tomlkit
    from tomlkit.items import AoT

    parsed = tomlkit.parse(agreement_file.read_bytes().decode("utf-8"))
    decisions = parsed.get("decisions")
    if not isinstance(decisions, AoT):
        decisions = tomlkit.aot()
        parsed.append("decisions", decisions)
    for index in range(len(decisions) - 1, -1, -1):
        if decisions[index].get("instruction") == instruction:
            del decisions[index]
    entry = tomlkit.table()
    for key, value in table.items():
        entry.add(key, value)
    decisions.append(entry)
    written = tomlkit.dumps(parsed)
    handle, name = tempfile.mkstemp(dir=agreement_file.parent, prefix=f".{agreement_file.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(agreement_file.stat().st_mode & 0o777)
        temporary.replace(agreement_file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
