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
    "instruction-uncertain": ProblemKind(
        "amending",
        "{instruction} needs a person: {reason}; `conformed decide` records what to do",
        "The paper orders a change but does not give what is needed to make it for certain: its words, its place, or one reading. It is left unapplied until a person decides.",
        "Section 4 is amended as needed to reflect the new pricing.",
    ),
    "code-unknown": ProblemKind(
        "calling",
        'no problem code "{asked}"; {way_out}',
        "`conformed explain` takes a code as a message prints it, in brackets at its end. Without a code it lists them all.",
        "conformed explain not-fuond",
    ),
    "output-format": ProblemKind(
        "calling",
        'cannot write "{suffix}" here; name a file that ends in {supported}',
        "The suffix of the file decides the format, and this command does not write that one.",
        "conformed build agreement.txt amendment-1.txt -o copy.xyz",
    ),
    "output-is-input": ProblemKind(
        "calling",
        "this file is one of the papers read; name another for the output",
        "A paper as filed is never written over.",
        "conformed build agreement.txt amendment-1.txt -o agreement.txt",
    ),
    "output-refused": ProblemKind(
        "calling",
        "cannot be written: {reason}; name a folder that exists and may be written to",
        "The output is written to a temporary file in the same folder and then renamed, so a failure leaves no half-written file.",
        "conformed build agreement.txt amendment-1.txt -o /no/such/folder/copy.txt",
    ),
}
