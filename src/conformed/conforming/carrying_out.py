"""One instruction: which rule finds its place."""

from __future__ import annotations

from collections.abc import Sequence

from conformed.conforming.defining import change_definition
from conformed.conforming.earlier import Earlier, change_earlier, is_of_amendment
from conformed.conforming.ground import Finding, Ground, Order, ambiguous, done, not_found
from conformed.conforming.naming import is_titled
from conformed.conforming.placing import insert_provision
from conformed.conforming.renumbering import renumber
from conformed.conforming.sentencing import change_sentences
from conformed.conforming.tables import change_line, change_row
from conformed.conforming.whole import change_heading, change_provision
from conformed.conforming.wording import change_words
from conformed.structure.finding import HEADED

__all__ = ["carry_out"]


def carry_out(order: Order, ground: Ground, chain: Sequence[Earlier]) -> Finding:
    """Where the instruction is to be carried out, and by which edits.

    Args:
        order: the instruction.
        ground: the agreement that it changes.
        chain: the amendments before its paper.
    """
    found = _found(order, ground, chain)
    path = order.instruction.target.path
    if found.places and any(part.startswith(HEADED) for part in path):
        return done(found.places, found.note, "only a heading tells the place")
    return found


def _found(order: Order, ground: Ground, chain: Sequence[Earlier]) -> Finding:
    instruction = order.instruction
    target = instruction.target
    if instruction.agreement is not None and not is_titled(ground.document, instruction.agreement):
        return not_found(
            f"it changes another agreement, {instruction.agreement}, which is not among the papers"
        )
    if instruction.uncertain is not None:
        return ambiguous(instruction.uncertain)
    if is_of_amendment(target.path):
        return change_earlier(order, ground, chain)
    if instruction.action == "renumbering":
        return renumber(order, ground)
    match target.unit:
        case "words":
            return change_words(order, ground)
        case "sentence":
            return change_sentences(order, ground)
        case "heading":
            return change_heading(order, ground)
        case "definition":
            return change_definition(order, ground)
        case "row":
            return change_row(order, ground)
        case "line":
            if (
                instruction.action != "insertion"
                and instruction.old is not None
                and instruction.new is not None
            ):
                return change_words(order, ground)
            return change_line(order, ground)
        case "provision":
            if instruction.action == "insertion":
                return insert_provision(order, ground)
            return change_provision(order, ground)
        case _:
            return ambiguous("the instruction restates the agreement as a whole")
