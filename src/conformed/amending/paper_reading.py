"""The state of the reading of one amending paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from conformed.amending.drafts import Draft
from conformed.amending.exceptions import LeftOut
from conformed.amending.paper import (
    amends_of,
    other_agreements,
)
from conformed.amending.paragraphs import Paragraph, own_paragraphs
from conformed.amending.references import Place
from conformed.amending.regions import Region, operative_region, scheduled_amendments
from conformed.amending.voice import plain
from conformed.model.document import Document, Path
from conformed.model.problem import Problem

__all__ = ["Found", "PaperReading"]


@dataclass(slots=True)
class Found:
    """A draft with the paragraph it stands in."""

    draft: Draft
    id: str
    paragraph: int


class PaperReading:
    """The paper as far as it was read: its paragraphs, the drafts found, the sentences listed, what is quoted."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = plain(document.text.string)
        self.region: Region = operative_region(self.text)
        self.paragraphs: list[Paragraph] = [
            paragraph
            for start, end in (*self.region.preface, (self.region.start, self.region.end))
            for paragraph in own_paragraphs(self.text, start, end)
            if not _is_recital(self.text, paragraph)
        ]
        self.scheduled = scheduled_amendments(self.text, self.region)
        if self.scheduled is not None:
            self.paragraphs.extend(own_paragraphs(self.text, *self.scheduled))
        self.amends = amends_of(document)
        self.others = other_agreements(document, self.amends)
        self.found: list[Found] = []

        self.unclaimed: list[Problem] = []
        self.listed: list[tuple[int, int]] = []

        self.around: dict[int, list[Place]] = {}
        self.leads: list[tuple[int, int]] = []
        self.amending = True
        self.definition_paths: set[Path] = set()
        self.said: dict[int, tuple[dt.date | None, dt.date | None, tuple[str, ...]]] = {}
        self.limits: list[str | None] = []
        self.quoted: list[tuple[int, int]] = []

        self.masked: str | None = None
        self.spans: dict[int, list[tuple[int, int]]] = {}
        self.left_out: dict[int, list[LeftOut]] = {}
        self.provisos: dict[tuple[int, int], int | None] = {}

    def voice(self) -> str:
        """The paper's text with what it quotes or sets off as new text blanked, character for character."""
        if self.masked is None:
            pieces, at = [], 0
            for start, end in sorted(self.quoted):
                if start >= at:
                    pieces.append(self.text[at:start])
                    pieces.append(" " * (end - start))
                    at = end
            pieces.append(self.text[at:])
            self.masked = "".join(pieces)
        return self.masked


def _is_recital(text: str, paragraph: Paragraph) -> bool:
    words = text[paragraph.start : paragraph.start + 40]
    return words.lstrip(" ()\n").startswith("WHEREAS")
