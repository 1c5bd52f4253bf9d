"""`Source` to `Document`, and a conformed text to the `Document` that it is."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from conformed.model.document import Document, Party, Path, Provision
from conformed.model.problem import Problem, problem
from conformed.model.source import Source
from conformed.model.text import TracedText
from conformed.structure.beginning import beginning, without_lists
from conformed.structure.candidates import Candidate, candidates
from conformed.structure.containers import container_at
from conformed.structure.dates import find_dates
from conformed.structure.definitions import definitions_of
from conformed.structure.ends import set_ends
from conformed.structure.front import Front, front_of
from conformed.structure.headings import heading_of
from conformed.structure.layout import Line, lines_of
from conformed.structure.outline import Node, Remark, outline
from conformed.structure.parties import find_parties
from conformed.structure.quotations import Quotations
from conformed.structure.redactions import redactions_of
from conformed.structure.references import references_of
from conformed.structure.signatures import signature_regions, signatures_in

__all__ = ["document_of", "restructured"]

_FLAT_PARAGRAPH = 1500
_SIGNED = re.compile(r"\bB[yY]:|/s/|_{5}")


def document_of(source: Source) -> Document:
    r"""The structure of a filed paper.

    >>> from conformed.reading import read_bytes
    >>> paper = document_of(read_bytes(b"LEASE\n\n1. Term. It is (a) long.\n\n2. Rent. It is due.", file="lease.txt"))
    >>> [(provision.path, provision.heading) for provision in paper.provisions]
    [(('title',), None), (('1',), 'Term'), (('2',), 'Rent')]
    """
    document = _structured(
        TracedText.of(source.text, source.id), source.id, source.file, None, filed=source.original
    )
    if source.original.count("\n") == source.text.count("\n"):
        return document
    filed, read = _line_ends(source.original), _line_ends(source.text)
    return replace(document, lost_lines=tuple(sorted(filed - read)), made_lines=tuple(sorted(read - filed)))


def _line_ends(text: str) -> set[int]:
    return {match.start() for match in re.finditer("\n", text)}


def restructured(text: TracedText, *, like: Document) -> Document:
    """The structure of a conformed text, read anew; `like` is the document it came from.

    Title, number and date stay those of `like`.
    """
    return _structured(text, like.id, like.file, like)


def _structured(
    traced: TracedText, id: str, file: str, like: Document | None, *, filed: str | None = None
) -> Document:
    text = traced.string
    lines = lines_of(text)
    quotations = Quotations(text)
    found = candidates(text, lines, quotations)
    first = beginning(text, found)
    front = front_of(text, lines, first)
    found = without_lists(found, first)
    regions = signature_regions(text, lines, front.body)
    regions = _before_attachments(text, found, regions)
    kept = _outside(found, front.body, regions)
    nodes, remarks = outline(text, kept, flattened=_is_flattened(text, lines))
    nodes = _within_own_container(text, front, nodes)
    set_ends(nodes, len(text.rstrip()), text, lines, [start for start, _ in regions])
    del found, kept
    provisions = (
        *_front_provisions(front),
        *_provisions(text, nodes, {one.path: one for one in like.walk()} if like else {}),
        *(_plain("signatures", "signatures", *region) for region in regions),
    )
    provisions = tuple(sorted(provisions, key=lambda one: one.start))
    parties = like.parties if like else _parties(text, front)
    return Document(
        id=id,
        file=file,
        text=traced,
        title=like.title if like else front.name,
        number=like.number if like else front.number,
        date=like.date if like else front.date,
        provisions=provisions,
        definitions=definitions_of(text, lines, provisions),
        parties=parties,
        dates=tuple(find_dates(text)),
        redactions=redactions_of(text, provisions),
        signatures=signatures_in(text, regions, parties),
        references=tuple(references_of(text, _paths(provisions))),
        findings=tuple(_findings(remarks, file, filed or text)),
    )


def _outside(found: Sequence[Candidate], body: int, regions: Sequence[tuple[int, int]]) -> list[Candidate]:
    """The candidates of the body that stand in no signature block."""
    starts = [start for start, _ in regions]
    kept = []
    for candidate in found:
        place = bisect_right(starts, candidate.start) - 1
        if candidate.start >= body and (place < 0 or regions[place][1] <= candidate.start):
            kept.append(candidate)
    return kept


def _before_attachments(
    text: str, found: Sequence[Candidate], regions: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The signature blocks, each ended where behind a line to sign on the heading of an attachment begins."""
    starts = [one.start for one in found if one.container is not None]
    ended = []
    for start, end in regions:
        place = bisect_right(starts, start)
        stop = min(end, starts[place]) if place < len(starts) else end
        signed = stop < end and _SIGNED.search(text, start, stop) is not None
        ended.append((start, start + len(text[start:stop].rstrip())) if signed else (start, end))
    return ended


def _within_own_container(text: str, front: Front, nodes: list[Node]) -> list[Node]:
    """Where the paper itself is a schedule or an annex, its provisions stand under that name."""
    if front.title is None or not nodes:
        return nodes
    line_end = text.find("\n", front.title[0], front.title[1])
    own = container_at(text, front.title[0], front.title[1] if line_end < 0 else line_end)
    if own is None or own.kind in ("exhibit", "addendum"):
        return nodes
    inner = [node for node in nodes if not node.container]
    if not inner:
        return nodes
    start = inner[0].start
    whole = Node((own.name,), True, own.kind, start, start, start, container=True, children=inner)
    return [whole, *(node for node in nodes if node.container)]


def _parties(text: str, front: Front) -> tuple[Party, ...]:
    for span in (front.preamble, front.cover):
        parties = find_parties(text, start=span[0], end=span[1]) if span else ()
        if parties:
            return parties
    return ()


def _paths(provisions: Sequence[Provision]) -> dict[Path, Path]:
    """The paths in use, each by itself, so that equal ones are held once."""
    return {provision.path: provision.path for root in provisions for provision in root.walk()}


def _is_flattened(text: str, lines: Sequence[Line]) -> bool:
    return bool(lines) and sum(line.end - line.start for line in lines) / len(lines) > _FLAT_PARAGRAPH


def _front_provisions(front: Front) -> list[Provision]:
    spans = (
        ("cover", front.cover),
        ("title", front.title),
        ("preamble", front.preamble),
        ("recital", front.recitals),
    )
    names = {"recital": "recitals"}
    return [_plain(names.get(kind, kind), kind, *span) for kind, span in spans if span]


def _plain(name: str, kind: str, start: int, end: int) -> Provision:
    return Provision((name,), kind, None, start, start, None, start, start, start, end, start)


def _provisions(text: str, roots: list[Node], known: Mapping[Path, Provision]) -> list[Provision]:
    """The nodes as provisions, the innermost first made; what is as in `known`, an earlier state, is shared with it."""
    order: list[tuple[Node, Path, Path]] = []
    stack: list[tuple[Node, Path, Path]] = [(node, (), ()) for node in reversed(roots)]
    while stack:
        node, base, above = stack.pop()
        path = _path(node, base, above)
        path = known[path].path if path in known else path
        order.append((node, path, base))
        inner = path if node.container else base
        stack.extend((child, inner, path) for child in reversed(node.children))
    made: dict[int, Provision] = {}
    for node, path, _ in reversed(order):
        children = tuple(made.pop(id(child)) for child in node.children)
        provision = _provision(text, node, path, children)
        earlier = known.get(path)
        made[id(node)] = earlier if earlier is not None and earlier == provision else provision
    return [made[id(node)] for node in roots]


def _path(node: Node, base: Path, above: Path) -> Path:
    if node.container:
        outer = (node.outer,) if node.outer and (not above or above[-1] != node.outer) else ()
        return (*above, *outer, *node.parts) if above else (*outer, *node.parts)
    if node.absolute:
        return (*base, *node.parts)
    return (*above, *node.parts)


def _provision(text: str, node: Node, path: Path, children: tuple[Provision, ...]) -> Provision:
    limit = children[0].start if children else node.end
    start, end, body = heading_of(
        text, node.label_end, limit, node.end, container=node.container, worded=node.word is not None
    )
    return Provision(
        path=path,
        kind=node.kind,
        label=sys.intern(text[node.label_start : node.label_end]) or None,
        label_start=node.label_start,
        label_end=node.label_end,
        heading=sys.intern(" ".join(text[start:end].split())) or None,
        heading_start=start,
        heading_end=end,
        start=node.start,
        end=node.end,
        body=body,
        children=children,
    )


def _findings(remarks: Sequence[Remark], file: str, text: str) -> list[Problem]:
    findings, at, line = [], 0, 1
    for remark in remarks:
        line += text.count("\n", at, remark.offset)
        at = remark.offset
        findings.append(
            problem(remark.code, document=file, line=line, where=remark.label, label=remark.label)
        )
    return findings
