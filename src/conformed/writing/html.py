"""The conformed copy as a plain accessible page: headings follow the contract, each change names its paper."""

from __future__ import annotations

from collections.abc import Iterator

from conformed.model.conformed import Conformed
from conformed.model.document import Document, Provision
from conformed.structure.views import collapsed
from conformed.writing.account import account_table, status_sentence
from conformed.writing.layout import DEEPEST, Block, blocks
from conformed.writing.page import attribute, page, words
from conformed.writing.provenance import Sources, source_note
from conformed.writing.text import kept_lines

__all__ = ["Anchors", "copy_html", "heading_tag"]


def copy_html(conformed: Conformed) -> str:
    """The conformed copy as one HTML file that needs no script."""
    document = conformed.copy
    title = document.title or document.id
    body = [
        f"<header><h1>{words(title)}</h1>",
        f'<p class="status">{words(status_sentence(conformed))}</p></header>',
        '<main id="text">',
        *_text(document, Sources(conformed)),
        "</main>",
        account_table(conformed),
    ]
    return page(f"{title} (conformed copy)", "\n".join(body))


def _text(document: Document, sources: Sources) -> Iterator[str]:
    anchors = Anchors()
    for block in blocks(document):
        opens = f' id="{anchors.of(block.provision)}"' if block.opens and block.provision is not None else ""
        inner = block_words(document, block)
        style = f' class="unit" style="--depth:{min(block.depth, DEEPEST)}"' if block.depth else ""
        if block.kind == "heading":
            tag = heading_tag(block.depth)
            yield f"<{tag}{opens}{style}>{inner}</{tag}>"
        elif block.kind == "lines":
            yield f'<pre{opens} tabindex="0">{inner}</pre>'
        else:
            yield f"<p{opens}{style}>{inner}</p>"
        note = source_note(sources, block)
        if note:
            yield f'<p class="source unit" style="--depth:{min(block.depth, DEEPEST)}">{words(note)}</p>'


def block_words(document: Document, block: Block) -> str:
    """The words of a block, its label marked."""
    if block.kind == "lines":
        return words("\n".join(kept_lines(document, block)))
    provision = block.provision
    if block.opens and provision is not None and provision.label_end > provision.label_start == block.start:
        label = collapsed(document, provision.label_start, provision.label_end)
        rest = collapsed(document, provision.label_end, block.end)
        return f'<span class="label">{words(label)}</span> {words(rest)}'.rstrip()
    return words(collapsed(document, block.start, block.end))


def heading_tag(depth: int) -> str:
    """The heading element of a provision at `depth`: the page's title is the only h1."""
    return f"h{min(depth + 2, 6)}"


class Anchors:
    """Ids for provisions, each used once: a repeated label gets a number behind it."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, provision: Provision) -> str:
        """The id for `provision`, fit for an attribute and an address."""
        path = provision.path or (provision.kind,)
        name = "-".join(
            "".join(c if c.isalnum() or c == "." else "-" for c in label) for label in path[-DEEPEST:]
        )
        self._seen[name] = self._seen.get(name, 0) + 1
        count = self._seen[name]
        return attribute(f"p-{name}" if count == 1 else f"p-{name}--{count}")
