"""A first agreement.toml: the papers, the parties, the law, and drafts of the clauses that run."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from conformed.service.building import build
from conformed.service.chaining import only_papers

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import AoT

    from conformed.model.conformed import Conformed
    from conformed.model.document import Document
    from conformed.model.problem import Problem
    from conformed.service.building import Built

__all__ = ["Drafted", "init"]

_HEAD = """\
# Written by `conformed init` from the papers named below. Read it through: what is wrong here is wrong in every run.
# executed: the day on which every party had signed; leave it out for a paper that is not executed.
# conditions_met: the day on which every other condition of a paper was met.
"""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The text of a first agreement.toml, and what should be looked at."""

    text: str
    warnings: tuple[Problem, ...]


def init(papers: Sequence[Path], output: Path) -> Drafted:
    """Draft the agreement.toml of a base and its amendments; nothing is written.

    Args:
        papers: the base, then its amendments in any order.
        output: where it is to be written: the papers' paths are relative to its folder.

    Raises:
        ConformedError: where a file cannot be read.
    """
    import tomlkit

    only_papers(papers, way_out="give the papers")
    built = build(papers)
    conformed = built.conformed
    draft = tomlkit.document()
    for line in _HEAD.splitlines():
        draft.add(tomlkit.comment(line.removeprefix("# ")))
    draft.add(tomlkit.nl())
    draft.add("id", _id(built))
    draft.add("title", conformed.copy.title or papers[0].stem)
    _add_terms(draft, conformed, _documents(built, output))
    return Drafted(tomlkit.dumps(draft) + _unread(conformed), conformed.warnings)


def _id(built: Built) -> str:
    """What a store calls the agreement: its title in plain letters, and a piece of its base paper's digest."""
    base = built.sources[0]
    title = built.conformed.copy.title or base.id
    letters = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60].rstrip("-") or "agreement"
    return f"{letters}-{base.sha256[:8]}"


def _documents(built: Built, output: Path) -> AoT:
    """The papers in the order of the chain, each with the day on which it was executed."""
    import tomlkit

    from conformed.structure import document_of

    sources = {source.id: source for source in built.sources}
    base = built.conformed.papers[0].id
    folder = output.resolve().parent
    tables = tomlkit.aot()
    for paper in built.conformed.papers:
        source = sources[paper.id]
        table = tomlkit.table()
        table.add("id", paper.id)
        table.add("file", Path(os.path.relpath(Path(source.file).resolve(), folder)).as_posix())
        document = document_of(source)
        day, why = _executed(document, paper.date)
        if day is not None:
            item = tomlkit.item(day)
            item.comment(why)
            table.add("executed", item)
        else:
            table.add(tomlkit.comment(f"executed = ... {why}"))
        for words in _conditions(document) if paper.id != base else ():
            table.add(
                tomlkit.comment(
                    f'conditions_met = ... is needed, the day on which this was met: "{_short(words)}"'
                )
            )
            table.add(
                tomlkit.comment(
                    "until then nothing of this paper holds, and no clause below that is read from it"
                )
            )
        tables.append(table)
    return tables


def _conditions(document: Document) -> tuple[str, ...]:
    """The first condition of an amending paper other than its execution; none where it has none."""
    from conformed.amending import amendment_of
    from conformed.conforming.effect import conditions_of

    return conditions_of(amendment_of(document))[:1]


def _executed(document: Document, date: dt.date | None) -> tuple[dt.date | None, str]:
    """The day on which a paper was executed, and how that is known."""
    blocks = document.signatures
    signed = [block for block in blocks if block.signed_by]
    dates = [block.date for block in signed if block.date is not None]
    if blocks and len(signed) == len(blocks) and len(dates) == len(blocks):
        return max(dates), "the last signature"
    if date is None:
        return None, "the paper states no date"
    if blocks and len(signed) == len(blocks):
        return date, "signed by every party; the paper's date"
    return (
        date,
        "the paper's date; its signature blocks are blank, so confirm it" if blocks else "the paper's date",
    )


def _add_terms(draft: TOMLDocument, conformed: Conformed, documents: AoT) -> None:
    import tomlkit

    from conformed.running.daycount import known_laws
    from conformed.terms import draft_clauses, draft_governing_law, draft_parties, terms_over

    states = terms_over(conformed)
    law = draft_governing_law(states)
    if law is not None:
        item = tomlkit.item(law)
        if law not in known_laws():
            item.comment(
                f"nothing is known of how {law} counts days: settle counts by the default, and moves none"
            )
        draft.add("governing_law", item)
    draft.add("currency", _currency(conformed))
    draft.append("documents", documents)
    parties = draft_parties(states)
    if parties:
        table = tomlkit.table()
        for role, names in parties.items():
            table.add(role, names[0] if len(names) == 1 else list(names))
        draft.add("parties", table)
    clauses = tomlkit.aot()
    for clause in draft_clauses(conformed, states):
        entry = tomlkit.table()
        entry.add(tomlkit.comment(f'read from {clause.source} ({clause.paper}): "{_short(clause.text)}"'))
        entry.add("kind", clause.kind)
        for key, value in clause.values.items():
            entry.add(key, _item(value))
        for key in clause.missing:
            entry.add(tomlkit.comment(f"{key} = ... is needed, and not in the words"))
        if clause.source:
            entry.add("source", clause.source)
        if clause.effective is not None:
            entry.add("effective", clause.effective)
        clauses.append(entry)
    if len(clauses):
        draft.append("clauses", clauses)


def _currency(conformed: Conformed) -> object:
    """The currency of the copy's sums; where they are in several or there are none, what should be looked at is said."""
    import tomlkit

    from conformed.terms import currencies

    found = currencies([conformed.copy.text.string])
    item = tomlkit.item(found[0] if found else "USD")
    if not found:
        item.comment("the papers name no sum: confirm it")
    elif len(found) > 1:
        item.comment(f"there are sums in {', '.join(found[1:])} too: confirm it")
    return item


def _unread(conformed: Conformed) -> str:
    """Comments that list what the copy says of a matter that runs and that no clause was read from."""
    from conformed.terms import citation, terms_of, terms_over, undrafted, unread

    copy = conformed.copy
    found = (*undrafted(terms_over(conformed)), *unread(copy, terms_of(copy)))
    if not found:
        return ""
    lines = ["", "# Seen in the words, and not read for certain. Add a clause for what should run:"]
    for sentence in found:
        where = citation(copy, sentence.provision)
        why = f" ({sentence.why})" if sentence.why else ""
        lines.append(f'# {sentence.kind}? {where or "no provision"}: "{_short(sentence.text)}"{why}')
    return "\n".join(lines) + "\n"


def _item(value: object) -> object:
    import tomlkit

    if isinstance(value, dict):
        table = tomlkit.inline_table()
        for key, inner in value.items():
            table.append(key, inner)
        return table
    return list(value) if isinstance(value, tuple) else value


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 90 else words[:60] + " ... " + words[-20:]
