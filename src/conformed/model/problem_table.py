"""The one table of problem codes: what `conformed explain CODE` prints and the reference lists.

Keep the entries in the order of the stages, and alphabetical within a stage.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PROBLEMS", "ProblemKind"]


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem.

    Attributes:
        stage: `reading`, `structure`, `amending`, `conforming`, `terms`, `running`, `store` or `calling`.
        template: the one-line message, a format string.
        meaning: what it says about the papers, and what to do, for `conformed explain`.
        example: an input, in words or as text, that causes it.
    """

    stage: str
    template: str
    meaning: str
    example: str


PROBLEMS: dict[str, ProblemKind] = {
    "agreement-id-twice": ProblemKind(
        "reading",
        'the id "{id}" is already used in line {first}; give each its own',
        "Two tables of agreement.toml carry the same id, so that whatever names it would mean either.",
        'two [[documents]] with id = "amendment-1"',
    ),
    "agreement-key": ProblemKind(
        "reading",
        'unknown key "{key}"; {hint}',
        "agreement.toml holds a key that means nothing there; a misspelt key would otherwise be passed over in silence.",
        "[[documents]] with exectued = 2000-11-01",
    ),
    "agreement-missing": ProblemKind(
        "reading",
        "this [[{table}]] lacks the key {key}; add it",
        "A table of agreement.toml lacks a key that it cannot do without.",
        "[[clauses]] without a kind",
    ),
    "agreement-syntax": ProblemKind(
        "reading",
        "not valid TOML: {cause}; mend it (see https://toml.io)",
        "The file cannot be read as TOML. Nothing of it was used.",
        "months = forty-two",
    ),
    "agreement-too-large": ProblemKind(
        "reading",
        "larger than {limit} bytes; agreement.toml names the papers, it does not hold them",
        "The file is far larger than any agreement.toml; most likely another file was named by mistake.",
        "a log file given as agreement.toml",
    ),
    "agreement-unreadable": ProblemKind(
        "reading",
        "cannot be read: {cause}; give a TOML file in UTF-8",
        "The path names a directory, a file without permission to read, or one that is not UTF-8 text.",
        "conformed settle examples/ EVENTS.csv",
    ),
    "agreement-value": ProblemKind(
        "reading",
        "{key} is {value}; write {wanted}",
        "A key of agreement.toml has a value of the wrong kind.",
        'executed = "last autumn"',
    ),
    "decision-unclear": ProblemKind(
        "reading",
        "the decision on {instruction} must give exactly one of place, leave = true and text",
        "A [[decisions]] table says either which candidate to take, or to leave the text, or the text itself.",
        '[[decisions]] instruction = "amendment-2/2(b)" with both place = 1 and leave = true',
    ),
    "file-absent": ProblemKind(
        "reading",
        "no such file; check the path",
        "The path names no file. Nothing was read or written.",
        "conformed outline missing.txt",
    ),
    "sealed-value": ProblemKind(
        "reading",
        'the value of "{seal}" is not in quotation marks; write it as text, such as "0.25"',
        "Sealed values are given as text, so that a rate never passes through a binary fraction. The value is not shown.",
        '"appendix-a/r3" = 0.25',
    ),
}
