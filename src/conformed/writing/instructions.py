"""The instructions of an amendment, for people: one block each, with the words struck and inserted."""

from __future__ import annotations

from textwrap import shorten, wrap

from conformed.model.instruction import Amendment, Instruction, Target

__all__ = ["instructions_text", "target_words"]

_VERB = {"insertion": "insert", "repeal": "strike", "substitution": "replace", "renumbering": "renumber"}
_ORDINAL = {-1: "last", -2: "last but one"}


def instructions_text(amendment: Amendment, *, width: int = 80) -> str:
    """What the amendment says of itself, then each instruction as it was understood."""
    document = amendment.document
    lines = [document.title or document.file]
    if document.date:
        lines.append(f"dated {document.date.isoformat()}")
    amends = amendment.amends
    if amends.title or amends.date:
        dated = f" of {amends.date.isoformat()}" if amends.date else ""
        lines.append(f"amends {amends.title or 'the agreement'}{dated}")
    lines.extend(f"  as amended by {earlier}" for earlier in amends.as_amended_by)
    effective = amendment.effective
    if effective.date or effective.conditions:
        since = effective.date.isoformat() if effective.date else "a day it does not give"
        lines.append(f"effective {since}")
    lines.extend(f"  on condition: {shorten(condition, width - 16)}" for condition in effective.conditions)
    if effective.expires:
        lines.append(f"ceases to have effect {effective.expires.isoformat()}")
    for instruction in amendment.instructions:
        lines.append("")
        lines.extend(_block(instruction, width))
    if not amendment.instructions:
        lines.extend(["", "no amending instruction was found"])
    return "\n".join(lines) + "\n"


def _block(instruction: Instruction, width: int) -> list[str]:
    verb = _VERB.get(instruction.action, instruction.action)
    lines = wrap(
        f"{instruction.id}  {verb} {target_words(instruction.target)}", width, subsequent_indent="    "
    )
    if instruction.effective:
        lines.append(f"    from {instruction.effective.isoformat()}")
    for mark, words in (("-", instruction.old), ("+", instruction.new)):
        if words is not None:
            lines.extend(wrap(words.text, width, initial_indent=f"  {mark} ", subsequent_indent="    "))
    if instruction.uncertain:
        lines.extend(
            wrap(
                f"needs a person: {instruction.uncertain}",
                width,
                initial_indent="    ",
                subsequent_indent="    ",
            )
        )
    return lines


def target_words(target: Target) -> str:
    """The place an instruction changes, in words.

    >>> from conformed.model.instruction import Scope
    >>> target_words(Target(("7", "a"), "words", scope=Scope("line", (10,))))
    'words in line 10 of 7.a'
    >>> target_words(Target((), "definition", term="Qwest", position="alphabetical"))
    'the definition of “Qwest” in alphabetical order in the agreement'
    >>> target_words(Target((), "words", occurrence="all", excepted=(Target(("9",), "provision"),)))
    'all words in the agreement except in 9'
    """
    what = {"words": "words", "sentence": "", "provision": "", "document": ""}.get(
        target.unit, f"the {target.unit}"
    )
    if target.term is not None:
        what = (
            f"the definition of “{target.term}”"
            if target.unit == "definition"
            else f"{what} in the definition of “{target.term}”"
        )
    parts = [what]
    if target.scope is not None:
        ordinals = ", ".join(_ORDINAL.get(number, str(number)) for number in target.scope.ordinals)
        parts.append(f"{'in ' if what else ''}{target.scope.unit} {ordinals}")
    if target.position is not None:
        parts.append(_position(target))
    path = ".".join(target.path) if target.path else "the agreement"
    if any(" " in label for label in target.path):
        path = ", ".join(target.path)
    words = " ".join(part for part in parts if part)
    if target.position in ("after", "before") and target.anchor is None:
        return f"{words} {path}"
    joint = "of" if target.scope is not None else "in"
    words = f"{words} {joint} {path}" if words else path
    if target.excepted:
        words += " except " + " and ".join(f"in {target_words(excepted)}" for excepted in target.excepted)
    return f"all {words}" if target.occurrence == "all" else words


def _position(target: Target) -> str:
    if target.position in ("after", "before"):
        return f"{target.position} “{target.anchor}”" if target.anchor is not None else target.position
    return {"end": "at the end", "start": "at the start", "alphabetical": "in alphabetical order"}.get(
        target.position or "", str(target.position)
    )
