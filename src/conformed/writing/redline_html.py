"""A redline as a plain accessible page: `ins` and `del`, underlined and struck, each saying which paper did it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from conformed.model.conformed import Conformed
from conformed.model.document import Document
from conformed.writing.account import account_table, count_words, status_sentence
from conformed.writing.html import Anchors, heading_tag
from conformed.writing.layout import DEEPEST
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
)

__all__ = ["redline_html"]

_PARAGRAPHS = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def redline_html(conformed: Conformed, before: Document, after: Document) -> str:
    """What leads from `before` to `after`, within the whole text, as one HTML file that needs no script."""
    title = after.title or after.id
    entries = list(redline_blocks(before, after))
    changed = sum(entry.changed for entry in entries)
    body = [
        f"<header><h1>{words(title)}</h1>",
        f'<p class="status">{words(status_sentence(conformed))} {count_words(changed, "paragraph")} changed.</p>',
        "<p>Inserted words are <ins>underlined</ins>, struck words are <del>struck through</del>.</p></header>",
        '<main id="text">',
        *_text(entries, Sources(conformed)),
        "</main>",
        account_table(conformed),
    ]
    return page(f"{title} (redline)", "\n".join(body))


def _text(entries: Sequence[RedlineBlock], sources: Sources) -> Iterator[str]:
    anchors = Anchors()
    number = 0
    for entry in entries:
        block = entry.block
        if block is None:
            for part in _struck_paragraphs(entry):
                yield f"<p>{_marked(collapse_segments(part), sources)}</p>"
            continue
        identity = (
            f' id="{anchors.of(block.provision)}"' if block.opens and block.provision is not None else ""
        )
        if entry.changed:
            number += 1
            identity = identity or f' id="change-{number}"'
        if block.kind == "lines":
            yield f'<pre{identity} tabindex="0">{_marked(entry.segments, sources)}</pre>'
            continue
        inner = _marked(collapse_segments(entry.segments), sources)
        tag = heading_tag(block.depth) if block.kind == "heading" else "p"
        style = f' class="unit" style="--depth:{min(block.depth, DEEPEST)}"' if block.depth else ""
        yield f"<{tag}{identity}{style}>{inner}</{tag}>"


def _struck_paragraphs(entry: RedlineBlock) -> Iterator[list[Segment]]:
    """Words struck between two blocks, paragraph by paragraph."""
    for segment in entry.segments:
        for text in _PARAGRAPHS.split(segment.text):
            if text.strip():
                yield [Segment(segment.kind, text, segment.at, segment.document, segment.instruction)]


def _marked(found: Sequence[Segment], sources: Sources) -> str:
    out: list[str] = []
    for segment in found:
        text = words(segment.text)
        if segment.kind == KEPT or not segment.text.strip():
            out.append(text)
        elif segment.kind == INSERTED:
            by = sources.words(segment.document, segment.instruction)
            out.append(
                _element("ins", text, f"inserted by {by}" if segment.instruction else f"restored from {by}")
            )
        elif segment.kind == STRUCK:
            out.append(
                _element("del", text, f"struck; from {sources.words(segment.document, segment.instruction)}")
            )
    return "".join(out)


def _element(tag: str, text: str, said: str) -> str:
    return (
        f'<{tag} title="{attribute(said)}"><span class="spoken">[{words(said)}: </span>{text}'
        f'<span class="spoken">]</span></{tag}>'
    )
