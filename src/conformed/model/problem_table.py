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
    "file-absent": ProblemKind(
        "reading",
        "no such file; check the path",
        "The path names no file. Nothing was read or written.",
        "conformed outline missing.txt",
    ),
}
