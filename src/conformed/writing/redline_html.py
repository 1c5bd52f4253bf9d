"""A redline as a plain accessible page: `ins` and `del`, underlined and struck, each saying which paper did it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conformed.model.conformed import Conformed
from conformed.model.document import Document
from conformed.writing.account import account_table, count_words, instruction_anchor, status_sentence
from conformed.writing.html import Anchors, heading_tag
from conformed.writing.layout import DEEPEST, describe_path
from conformed.writing.page import attribute, page, words
from conformed.writing.provenance import Sources
from conformed.writing.redline import (
    INSERTED,
    KEPT,
    STRUCK,
    RedlineBlock,
    Segment,
    collapse_segments,
    redline_blocks,
    segments,
)

__all__ = ["redline_html"]

_PARAGRAPHS = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


_REDACTED = re.compile("\ue000([^\ue000\ue001]*)\ue001")
_LONGEST_EXCERPT = 60


def redline_html(conformed: Conformed, before: Document, after: Document) -> str:
    """What leads from `before` to `after`, within the whole text, as one HTML file that needs no script.

    A list of the changes comes first, each linked to its place; each place names the instruction, linked to what
    became of it.
    """
    title = after.title or after.id
    entries = list(redline_blocks(before, after))
    changed = sum(entry.changed for entry in entries)
    marks = _Marks(conformed, before, after)
    text = list(_text(entries, marks))
    body = [
        f"<header><h1>{words(title)}</h1>",
        f'<p class="status">{words(status_sentence(conformed))} {count_words(changed, "paragraph")} changed.</p>',
        "<p>Inserted words are <ins>underlined</ins>, struck words are <del>struck through</del>.</p></header>",
        *_changes(marks),
        '<main id="text">',
        *text,
        "</main>",
        account_table(conformed),
    ]
    return page(f"{title} (redline)", "\n".join(body))


class _Marks:
    """Who changed what: the marker behind each change, and the list of them."""

    def __init__(self, conformed: Conformed, before: Document, after: Document) -> None:
        self.sources = Sources(conformed)
        self.after = after
        self.listed: list[tuple[str, str, str]] = []  # the anchor, the place, and what is said of it
        self._rows = {(one.document, one.instruction.id) for one in conformed.outcomes}
        self._strikers: dict[str, list[tuple[str, str]]] = {}
        for one in conformed.outcomes:
            if one.status in ("applied", "noted") and one.instruction.old is not None:
                old = " ".join(one.instruction.old.text.split())
                self._strikers.setdefault(old, []).append((one.document, one.instruction.id))
        self._hidden = self._redacted(before, after)

    def _redacted(self, before: Document, after: Document) -> dict[tuple[str, int, str], str]:
        """The struck and inserted segments with the ids of the redactions in them put behind each."""
        found: dict[tuple[str, int, str], str] = {}
        old = new = 0
        for segment in segments(before.text, after.text):
            size = len(segment.text)
            if segment.kind != KEPT:
                document, at = (before, old) if segment.kind == STRUCK else (after, new)
                pieces, last = [], 0
                for one in document.redactions:
                    if at <= one.start and one.end <= at + size:
                        pieces += [segment.text[last : one.end - at], f"\ue000{one.id}\ue001"]
                        last = one.end - at
                if pieces:
                    found[segment.kind, segment.at, segment.text] = "".join([*pieces, segment.text[last:]])
            old += size if segment.kind != INSERTED else 0
            new += size if segment.kind != STRUCK else 0
        return found

    def shown(self, found: Sequence[Segment]) -> list[Segment]:
        """The segments with the ids of their redactions, where a redaction was struck or inserted."""
        return [replace(one, text=self._hidden.get((one.kind, one.at, one.text), one.text)) for one in found]

    def add(self, place: str, found: Sequence[Segment]) -> str:
        """A new change in the list: its anchor."""
        anchor = f"change-{len(self.listed) + 1}"
        made = [one for one in found if one.kind != KEPT and one.text.strip()]
        by = dict.fromkeys(name for one in made if (name := self._name(one)))
        said = [f"{_DONE[one.kind]} “{_excerpt(one.text)}”" for one in made[:2]]
        named = f" [{'; '.join(by)}]" if by else ""
        more = f" and {len(made) - 2} more" if len(made) > 2 else ""
        self.listed.append((anchor, place, f"{', '.join(said)}{more}{named}"))
        return anchor

    def _by(self, segment: Segment) -> tuple[str, str] | None:
        if segment.kind == INSERTED:
            return (segment.document, segment.instruction) if segment.instruction else None
        named = self._strikers.get(" ".join(_REDACTED.sub("", segment.text).split()), [])
        return named[0] if len(named) == 1 else None

    def _name(self, segment: Segment) -> str | None:
        by = self._by(segment)
        return self.sources.marker(*by) if by is not None else None

    def behind(self, segment: Segment, following: Segment | None) -> str:
        """The marker behind a change; words that others take the place of are marked behind those."""
        if following is not None and segment.kind == STRUCK and following.kind == INSERTED:
            return ""
        by = self._by(segment)
        if by is None:
            return ""
        said = words(f"[{self.sources.marker(*by)}]")
        if by in self._rows:
            said = f'<a href="#{instruction_anchor(*by)}">{said}</a>'
        return f'<span class="by">{said}</span>'


_DONE = {INSERTED: "inserted", STRUCK: "struck"}


def _excerpt(text: str) -> str:
    text = " ".join(_REDACTED.sub(r" (\1)", text).split())
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 4].rstrip() + " ..."


def _changes(marks: _Marks) -> Iterator[str]:
    if not marks.listed:
        return
    yield '<nav class="changes" aria-label="Changes"><h2>Changes</h2><ol>'
    for anchor, place, said in marks.listed:
        yield f'<li><a href="#{anchor}">{words(place)}</a>: {words(said)}</li>'
    yield "</ol></nav>"


def _text(entries: Sequence[RedlineBlock], marks: _Marks) -> Iterator[str]:
    anchors = Anchors()
    for entry in entries:
        block = entry.block
        found = marks.shown(entry.segments)
        if block is None:
            for number, part in enumerate(_struck_paragraphs(found)):
                at = f' id="{marks.add("between provisions", found)}"' if number == 0 else ""
                yield f"<p{at}>{_marked(collapse_segments(part), marks)}</p>"
            continue
        provision = block.provision
        identity = f' id="{anchors.of(provision)}"' if block.opens and provision is not None else ""
        target = ""
        if entry.changed:
            path = provision.path or (provision.kind,) if provision is not None else ("between provisions",)
            anchor = marks.add(describe_path(path), found)
            target = f'<span id="{anchor}"></span>' if identity else ""
            identity = identity or f' id="{anchor}"'
        if block.kind == "lines":
            indent = _indent(marks.after.text.string, block.start)
            yield f'<pre{identity} tabindex="0">{target}{indent}{_marked(found, marks)}</pre>'
            continue
        inner = target + _marked(collapse_segments(found), marks)
        tag = heading_tag(block.depth) if block.kind == "heading" else "p"
        style = f' class="unit" style="--depth:{min(block.depth, DEEPEST)}"' if block.depth else ""
        yield f"<{tag}{identity}{style}>{inner}</{tag}>"


def _indent(string: str, start: int) -> str:
    """The blanks before the first line of a block whose lines are kept."""
    before = string[string.rfind("\n", 0, start) + 1 : start]
    return before.expandtabs() if not before.strip() else ""


def _struck_paragraphs(found: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Words struck between two blocks, paragraph by paragraph."""
    for segment in found:
        for text in _PARAGRAPHS.split(segment.text):
            if text.strip():
                yield [Segment(segment.kind, text, segment.at, segment.document, segment.instruction)]


def _marked(found: Sequence[Segment], marks: _Marks) -> str:
    out: list[str] = []
    sources = marks.sources
    for index, segment in enumerate(found):
        text = _REDACTED.sub(r'<span class="by">(\1)</span>', words(segment.text))
        if segment.kind == KEPT or not segment.text.strip():
            out.append(text)
            continue
        by = sources.words(segment.document, segment.instruction)
        if segment.kind == STRUCK:
            out.append(_element("del", text, f"struck; from {by}"))
        else:
            out.append(
                _element("ins", text, f"inserted by {by}" if segment.instruction else f"restored from {by}")
            )
        following = next((one for one in found[index + 1 :] if one.text.strip()), None)
        out.append(marks.behind(segment, following))
    return "".join(out)


def _element(tag: str, text: str, said: str) -> str:
    return (
        f'<{tag} title="{attribute(said)}"><span class="spoken">[{words(said)}: </span>{text}'
        f'<span class="spoken">]</span></{tag}>'
    )
