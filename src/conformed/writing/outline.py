"""The structure that was read from a paper: for people as a tree, for programs as a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conformed.model.document import Document, Provision
from conformed.model.problem import problem_record
from conformed.model.source import LineFinder, Source
from conformed.structure.defined_terms import undefined_terms
from conformed.structure.views import collapsed

__all__ = ["outline_record", "outline_text"]

DEEPEST_DRAWN = 12


def outline_record(document: Document, source: Source) -> dict[str, object]:
    """`outline --json`: flat, in reading order; a provision's depth is the length of its path."""
    line_of = LineFinder(source.original)
    return {
        "id": document.id,
        "file": document.file,
        "sha256": source.sha256,
        "title": document.title,
        "number": document.number,
        "date": document.date.isoformat() if document.date else None,
        "provisions": [
            {
                "path": list(provision.path),
                "kind": provision.kind,
                "label": provision.label,
                "heading": provision.heading,
                "start": provision.start,
                "end": provision.end,
                "line": line_of(provision.start),
            }
            for provision in document.walk()
        ],
        "definitions": [
            {
                "term": definition.term,
                "path": list(definition.path),
                "in_place": definition.in_place,
                "start": definition.start,
                "end": definition.end,
            }
            for definition in document.definitions
        ],
        "undefined_terms": [
            {"term": term.term, "uses": term.uses, "start": term.start, "end": term.end}
            for term in undefined_terms(document)
        ],
        "parties": [
            {
                "name": party.name,
                "alias": party.alias,
                "role": party.role,
                "start": party.start,
                "end": party.end,
            }
            for party in document.parties
        ],
        "dates": [
            {"date": mention.date.isoformat(), "start": mention.start, "end": mention.end}
            for mention in document.dates
        ],
        "redactions": [
            {
                "id": redaction.id,
                "marking": redaction.marking,
                "kind": redaction.kind,
                "start": redaction.start,
                "end": redaction.end,
            }
            for redaction in document.redactions
        ],
        "signatures": [
            {
                "party": signature.party,
                "signed_by": signature.signed_by,
                "name": signature.name,
                "title": signature.title,
                "date": signature.date.isoformat() if signature.date else None,
                "start": signature.start,
                "end": signature.end,
            }
            for signature in document.signatures
        ],
        "references": [
            {
                "text": reference.text,
                "path": list(reference.path),
                "start": reference.start,
                "end": reference.end,
            }
            for reference in document.references
        ],
        "findings": [problem_record(finding) for finding in document.findings],
    }


def outline_text(document: Document, source: Source, *, width: int = 80) -> str:
    """The tree of provisions, then what else was found, each with the line of the file it stands in."""
    line_of = LineFinder(source.original)
    named = document.title or document.file
    facts = [
        f"No. {document.number}" if document.number else "",
        document.date.isoformat() if document.date else "",
    ]
    lines = [" · ".join(fact for fact in (named, *facts) if fact)]
    lines.extend(_tree(document, line_of, width))
    lines.extend(_section("Parties", (_party(document, index) for index in range(len(document.parties)))))
    lines.extend(_section("Definitions", _definitions(document, line_of, width)))
    lines.extend(
        _section(
            "Terms used, and not defined here",
            (f"“{_fit(t.term, width - 30)}”  line {line_of(t.start)}" for t in undefined_terms(document)),
        )
    )
    lines.extend(
        _section("Dates", (f"{m.date.isoformat()}  line {line_of(m.start)}" for m in document.dates))
    )
    lines.extend(
        _section(
            "Redactions",
            (
                f"{r.id}  {_fit(r.marking, 30)}  {r.kind}  line {line_of(r.start)}"
                for r in document.redactions
            ),
        )
    )
    lines.extend(
        _section("Signatures", (_signature(document, index) for index in range(len(document.signatures))))
    )
    return "\n".join(lines) + "\n"


def _tree(document: Document, line_of: LineFinder, width: int) -> Iterator[str]:
    stack = [
        (provision, "", index == len(document.provisions) - 1)
        for index, provision in enumerate(document.provisions)
    ]
    stack.reverse()
    while stack:
        provision, indent, is_last = stack.pop()
        branch = f"{indent}{'└─ ' if is_last else '├─ '}"
        place = f"{line_of(provision.start)}"
        words = _fit(_name(document, provision), max(width - len(branch) - len(place) - 2, 20))
        yield f"{branch}{words}".ljust(width - len(place)) + place
        deeper = indent + ("   " if is_last else "│  ")
        if len(deeper) > 3 * DEEPEST_DRAWN:
            deeper = deeper[: 3 * DEEPEST_DRAWN]
        last = len(provision.children) - 1
        stack.extend(
            (child, deeper, index == last) for index, child in reversed(list(enumerate(provision.children)))
        )


def _name(document: Document, provision: Provision) -> str:
    """The label and heading, or the first words where there is no heading."""
    label = " ".join((provision.label or "").split())
    words = " ".join((provision.heading or "").split())
    if not words and provision.kind in ("cover", "title", "preamble", "recital", "signatures"):
        words = collapsed(document, provision.body, min(provision.end, provision.body + 200))
        words = f"({provision.kind}) {words}"
    elif not words:
        first = provision.children[0].start if provision.children else provision.end
        words = collapsed(document, provision.body, min(first, provision.body + 200))
    return f"{label} {words}".strip() or f"({provision.kind})"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield f"{title} ({len(found)})"
        yield from (f"  {line}" for line in found)


def _party(document: Document, index: int) -> str:
    party = document.parties[index]
    notes = ", ".join(note for note in (f"“{party.alias}”" if party.alias else "", party.role or "") if note)
    return f"{party.name} ({notes})" if notes else party.name


def _definitions(document: Document, line_of: LineFinder, width: int) -> Iterator[str]:
    for definition in document.definitions:
        place = " in place" if definition.in_place else ""
        yield f"“{_fit(definition.term, width - 30)}”  line {line_of(definition.start)}{place}"


def _signature(document: Document, index: int) -> str:
    signature = document.signatures[index]
    who = f"signed by {signature.signed_by or signature.name}" if signature.signed_by else "blank"
    when = f" on {signature.date.isoformat()}" if signature.date else ""
    title = f", {signature.title}" if signature.title else ""
    return f"{signature.party or '(no party named)'}: {who}{title}{when}"


def _fit(words: str, room: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= room else words[: max(room - 1, 1)].rstrip() + "…"
