"""A conformed copy for those who call from Python: its provisions by name, with their words, origin and history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Any

from conformed.conforming import ProvisionState
from conformed.conforming.blame import blame, sources
from conformed.conforming.history import history
from conformed.conforming.naming import provision_named
from conformed.conforming.record import build_record
from conformed.model.conformed import Conformed, Outcome, PaperRecord
from conformed.model.document import Path, Provision
from conformed.model.problem import Problem
from conformed.model.text import Run
from conformed.structure import collapsed

if TYPE_CHECKING:
    from conformed.model.document import Document

__all__ = ["ConformedCopy", "CopyProvision"]

MOST_SHOWN = 60  # characters of a provision's words in its `repr`
MOST_NAMED = 8  # provisions named in an error


@dataclass(frozen=True, repr=False)
class CopyProvision:
    """A provision of a conformed copy. `str` of it is its text."""

    conformed: Conformed
    provision: Provision

    @property
    def path(self) -> Path:
        """Where it stands: `("7", "a")`."""
        return self.provision.path

    @property
    def kind(self) -> str:
        """What it is: `section`, `recital`, `schedule`, `signatures` and so on."""
        return self.provision.kind

    @property
    def label(self) -> str | None:
        """Its label as printed."""
        return self.provision.label

    @property
    def heading(self) -> str | None:
        """Its heading's words."""
        return self.provision.heading

    @cached_property
    def text(self) -> str:
        """Its words, label and sub-provisions included, white space collapsed."""
        return collapsed(self.conformed.copy, self.provision.start, self.provision.end)

    @cached_property
    def origin(self) -> tuple[Run, ...]:
        """Its words as runs, each a slice of one paper with the instruction that placed it."""
        return blame(self.conformed.copy, self.provision.start, self.provision.end)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The papers and instructions that its words come from: `("agreement", "amendment-2/2(c)#1")`.

        A paper is named by its id: in `agreement.toml` the one given there, else its file's name without suffix.
        """
        return sources(self.conformed.copy, self.provision.start, self.provision.end)

    @cached_property
    def history(self) -> tuple[ProvisionState, ...]:
        """What it said after each paper that changed it, newest first."""
        return history(self.conformed, self.provision.path)

    @property
    def provisions(self) -> tuple[CopyProvision, ...]:
        """The provisions directly below."""
        return tuple(CopyProvision(self.conformed, child) for child in self.provision.children)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        name = _name(self.provision)
        text = self.text if len(self.text) <= MOST_SHOWN else f"{self.text[: MOST_SHOWN - 1]}…"
        return f"<CopyProvision {name}: {text!r}>"

    def _repr_html_(self) -> str:
        """Its words for a notebook, those of an amendment underlined, with their source to hover over."""
        from conformed.writing.page import attribute, words

        pieces = []
        for run in self.origin:
            text = words(run.text)
            if run.instruction is not None and run.text.strip():
                source = attribute(f"{run.document}/{run.instruction}")
                text = f'<ins title="{source}">{text}</ins>'
            pieces.append(text)
        return f'<p style="white-space: pre-wrap">{"".join(pieces)}</p>'


@dataclass(frozen=True, repr=False)
class ConformedCopy:
    """A conformed copy: `copy["7.A"]` is a provision, `for provision in copy` gives the outermost ones.

    Attributes:
        conformed: everything: the papers, the state after each, what became of each instruction.
        undecided: what a person must decide, each with the file, the line and the way out.
    """

    conformed: Conformed
    undecided: tuple[Problem, ...] = ()

    @property
    def title(self) -> str | None:
        """The agreement's title."""
        return self.conformed.copy.title

    @property
    def as_of(self) -> dt.date | None:
        """The day asked for; None for the text after every paper."""
        return self.conformed.as_of

    @property
    def text(self) -> str:
        """The whole text, laid out as the papers are."""
        return self.conformed.copy.text.string

    @property
    def document(self) -> Document:
        """The copy with its structure: provisions, definitions, parties, dates, words left out."""
        return self.conformed.copy

    @property
    def papers(self) -> tuple[PaperRecord, ...]:
        """The chain, in the order applied."""
        return self.conformed.papers

    @property
    def instructions(self) -> tuple[Outcome, ...]:
        """What became of each amending instruction."""
        return self.conformed.outcomes

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What should be known about the papers."""
        return self.conformed.warnings

    @property
    def provisions(self) -> tuple[CopyProvision, ...]:
        """The outermost provisions, in order."""
        return tuple(CopyProvision(self.conformed, one) for one in self.conformed.copy.provisions)

    @property
    def status(self) -> str:
        """One sentence: through which paper it is conformed, and how many instructions are carried out."""
        from conformed.writing.account import status_sentence

        return status_sentence(self.conformed)

    def walk(self) -> Iterator[CopyProvision]:
        """Every provision, those below others too, in reading order."""
        for one in self.conformed.copy.walk():
            yield CopyProvision(self.conformed, one)

    def redline(self, *, width: int = 80) -> str:
        """The paragraphs that the amendments changed, `[-struck-]` and `{+inserted+}`."""
        from conformed.writing.terminal import redline_text

        return redline_text(self.conformed, self._base, self.conformed.copy, width=width)

    def redline_html(self) -> str:
        """The whole text with what was struck and inserted, as one page that needs no script."""
        from conformed.writing.redline_html import redline_html

        return redline_html(self.conformed, self._base, self.conformed.copy)

    def record(self) -> dict[str, Any]:
        """What `conformed build --json` prints."""
        return build_record(self.conformed)

    @property
    def _base(self) -> Document:
        return self.conformed.states[0].copy

    def __iter__(self) -> Iterator[CopyProvision]:
        return iter(self.provisions)

    def __len__(self) -> int:
        return len(self.conformed.copy.provisions)

    def __bool__(self) -> bool:
        """A copy is true though it had no provision."""
        return True

    def __getitem__(self, place: str) -> CopyProvision:
        """The provision that `place` names: "7.A", "Section 14.2(a)", "Appendix A to Schedule 1, paragraph 5".

        Raises:
            KeyError: there is none, or more than one; the nearest are named.
            TypeError: `place` is no string.
        """
        if not isinstance(place, str):
            raise TypeError(
                f'a provision is asked for by its name, such as copy["7.A"], not by {type(place).__name__}; '
                "copy.provisions lists them"
            )
        found = provision_named(self.conformed.copy, place)
        if len(found) > 1:
            named = " and ".join(_name(one) for one in found[:MOST_NAMED])
            raise KeyError(f"{len(found)} provisions are named {place!r}: {named}")
        if not found:
            raise KeyError(f"there is no {place!r}; {self._near(place)}")
        return CopyProvision(self.conformed, found[0])

    def __contains__(self, place: object) -> bool:
        return isinstance(place, str) and len(provision_named(self.conformed.copy, place)) == 1

    def __repr__(self) -> str:
        return f"<ConformedCopy {self.status}>"

    def _repr_html_(self) -> str:
        """The redline for a notebook, in a frame of its own so that its style touches nothing else."""
        from conformed.writing.page import attribute

        frame = "width: 100%; height: 32em; border: 1px solid #ccc"
        return (
            f'<iframe sandbox title="{attribute(self.status)}" style="{frame}" '
            f'srcdoc="{attribute(self.redline_html())}"></iframe>'
        )

    def _near(self, place: str) -> str:
        names = list(
            dict.fromkeys(_name(one) for one in self.conformed.copy.walk() if one.path and one.label)
        )
        asked = place.lower()
        near = get_close_matches(asked, names, n=3, cutoff=0.5)
        if near:
            return f"did you mean {' or '.join(sorted(near, key=names.index))}?"
        outermost = [_name(one) for one in self.conformed.copy.provisions if one.path and one.label]
        more = " ..." if len(outermost) > MOST_NAMED else ""
        return f"there are {', '.join(outermost[:MOST_NAMED])}{more}" if outermost else "it has none"


def _name(provision: Provision) -> str:
    from conformed.writing.layout import describe_path

    return describe_path(provision.path) if provision.path else f"({provision.kind})"
