"""A person's decision about an instruction, kept in agreement.toml and replayed by every build."""

from __future__ import annotations

import datetime as dt
import getpass
import os
import tempfile
from codecs import BOM_UTF8
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from conformed.model.agreement import Decision
from conformed.model.problem import ConformedError, problem
from conformed.reading.agreement import read_agreement
from conformed.service.building import build

if TYPE_CHECKING:
    from conformed.model.conformed import Outcome
    from conformed.model.document import Document
    from conformed.model.problem import Problem
    from conformed.service.building import Built

__all__ = ["decide"]


def decide(
    agreement_file: Path,
    instruction: str,
    *,
    place: int | None = None,
    leave: bool = False,
    text: str | None = None,
    provision: str | None = None,
    why: str | None = None,
    by: str | None = None,
    on: dt.date | None = None,
) -> str:
    """Add a decision about `instruction` (`"amendment-2/2(b)"`) to agreement.toml, in the place of an earlier one.

    Exactly one of `place`, `leave` and `text` is given. The file keeps its comments and layout; it is written whole or
    not at all.

    Args:
        agreement_file: `agreement.toml`.
        instruction: the paper's id and the instruction's; `"amendment-2/line 12"` for a sentence that was listed, and
            the paper's id alone where the paper itself is in question.
        place: the candidate to take, counted from 1.
        leave: leave the text as it is; of one of two papers that state the same number and date: leave it out.
        text: the provision's words, given by hand.
        provision: the provision whose words `text` gives ("7.A"); needed where the paper names none for certain.
        why: the reason.
        by: who decides; else the user of the machine.
        on: when; else today.

    Returns:
        A sentence that says what was recorded.

    Raises:
        ConformedError: where there is no such instruction, it needs no decision, or the decision cannot be followed.
    """
    if sum((place is not None, leave, text is not None)) != 1:
        raise ValueError("give exactly one of place, leave and text")
    if provision is not None and text is None:
        raise ValueError("a provision is given with its text")
    read_agreement(agreement_file)  # whatever its name is, it is no paper
    built = build([agreement_file], ignoring=[instruction])
    question = _question(built, instruction)
    if question is None:
        raise _refused(agreement_file, instruction, _why_none(built, instruction))
    if reason := question.unfit(place=place, text=text, provision=provision):
        raise _refused(agreement_file, instruction, reason)
    decision = Decision(
        instruction,
        place,
        leave,
        text,
        by or getpass.getuser(),
        on or dt.date.today(),
        why or None,
        question.seen,
        provision,
    )
    followed = build([agreement_file], ignoring=[instruction], adding=[decision])
    for one in followed.undecided:
        if one.code == "decision-unfit" and one.where == instruction:
            reason = one.message.partition("does not fit: ")[2].rpartition("; it was not applied")[0]
            raise _refused(agreement_file, instruction, reason)
    _write(agreement_file, decision)
    if place is not None:
        return f"{instruction}: {question.places[place - 1]}"
    return f"{instruction}: {question.left if leave else _given(provision)}"


def _given(provision: str | None) -> str:
    return f"the text given by hand{f' for {provision}' if provision else ''}"


@dataclass(frozen=True, slots=True)
class _Question:
    """What a person is asked.

    Attributes:
        kind: `instruction`, `sentence` (that was listed) or `paper`.
        seen: a digest of what the person saw.
        places: what each place that may be chosen is.
        left: what it means to leave it.
    """

    kind: str
    seen: str
    places: tuple[str, ...]
    left: str = "left as it is"

    def unfit(self, *, place: int | None, text: str | None, provision: str | None) -> str | None:
        """Why this answer is none, or None."""
        if place is not None and not 1 <= place <= len(self.places):
            count = len(self.places)
            if not count:
                return "it has no places to choose from: give --leave" + (
                    "" if self.kind == "paper" else ", or --text"
                )
            return f"it has {count} place{'' if count == 1 else 's'} to choose from, and not {place}"
        if text is not None and self.kind == "paper":
            return "a paper has no text to be given by hand: give --leave"
        if text is not None and self.kind == "sentence" and provision is None:
            return "say with --provision which provision's words these are"
        return None


def _question(built: Built, name: str) -> _Question | None:
    """What is asked under `name`, or None where nothing is."""
    from conformed.conforming import digest, listed_digest

    outcome = _outcome(built.conformed.outcomes, name)
    sources = {source.id: source for source in built.sources}
    if outcome is not None and outcome.status in ("ambiguous", "not-found"):
        words = sources[outcome.document].text[outcome.instruction.start : outcome.instruction.end]
        places = tuple(f"place {at}: {one.text}" for at, one in enumerate(outcome.candidates, 1))
        return _Question("instruction", digest(words, outcome.candidates), places)
    for listed in built.undecided:
        if listed.code == "order-unclaimed" and (paper := _paper_of(built, listed, name)) is not None:
            return _Question("sentence", listed_digest(paper, listed), ())
        if listed.where == name and listed.code in ("amendment-silent", "paper-base-amends", "paper-rival"):
            beside = ("carried out beside the other",) if listed.code == "paper-rival" else ()
            left = "left out" if beside else "left as it is"
            return _Question("paper", sources[name].sha256[:16], beside, left)
    return None


def _paper_of(built: Built, listed: Problem, name: str) -> Document | None:
    """The paper of the sentence that is listed under `name`."""
    from conformed.structure import document_of

    for source in built.sources:
        if name == f"{source.id}/{listed.where}" and f'"{name}"' in listed.message:
            return document_of(source)
    return None


def _why_none(built: Built, name: str) -> str:
    """Why nothing is asked under `name`, and what is, nearest first."""
    outcome = _outcome(built.conformed.outcomes, name)
    if outcome is not None:
        return f"it is {outcome.status} without a decision"
    given = [f"{one.document}/{one.instruction.id}" for one in built.conformed.outcomes]
    asked = [
        listed
        for one in built.undecided
        for listed in (_listed_name(built, one),)
        if listed is not None and listed not in given
    ]
    document = name.partition("/")[0]
    tail = name.rpartition("/")[2]
    ends = [one for one in given if one.rpartition("/")[2] == tail]
    begins = [one for one in (*asked, *given) if one.startswith(document + "/") or one == document]
    alike = get_close_matches(name, [*asked, *given], 3, 0.5)
    near = list(dict.fromkeys((*ends, *(one for one in alike if one in begins), *begins, *alike, *asked)))[:3]
    shown = " or ".join(f'"{one}"' for one in near)
    return f"no paper gives it{f'; did you mean {shown}?' if near else ''}"


def _listed_name(built: Built, listed: Problem) -> str | None:
    if listed.code != "order-unclaimed":
        return listed.where
    names = (f"{source.id}/{listed.where}" for source in built.sources)
    return next((name for name in names if f'"{name}"' in listed.message), None)


def _refused(file: Path, instruction: str, reason: str) -> ConformedError:
    from conformed.model.problem import problem

    return ConformedError(
        problem("decision-refused", document=str(file), instruction=instruction, reason=reason)
    )


def _outcome(outcomes: tuple[Outcome, ...], instruction: str) -> Outcome | None:
    return next((one for one in outcomes if f"{one.document}/{one.instruction.id}" == instruction), None)


def _write(agreement_file: Path, decision: Decision) -> None:
    """The file with the decision added, by a temporary file beside it that is renamed."""
    import tomlkit
    from tomlkit.items import AoT

    data = agreement_file.read_bytes()
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    parsed = tomlkit.parse(data.removeprefix(mark).decode("utf-8"))
    decisions = parsed.get("decisions")
    if not isinstance(decisions, AoT):
        decisions = tomlkit.aot()
        parsed.append("decisions", decisions)
    for index in range(len(decisions) - 1, -1, -1):
        if decisions[index].get("instruction") == decision.instruction:
            del decisions[index]
    entry = tomlkit.table()
    for key in ("instruction", "place", "leave", "text", "provision", "by", "on", "why", "fits"):
        value = getattr(decision, key)
        if value not in (None, False):
            entry.add(key, value)
    decisions.append(entry)
    try:
        _replace(agreement_file, mark + tomlkit.dumps(parsed).encode("utf-8"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConformedError(problem("output-refused", document=str(agreement_file), reason=reason)) from None


def _replace(file: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        temporary.chmod(file.stat().st_mode & 0o777)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
