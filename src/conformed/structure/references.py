"""Cross-references: words that point at a provision."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator

from conformed.model.document import CrossReference, Path

__all__ = ["path_in", "references_of"]

_CONTAINER = r"Schedules?|Exhibits?|Appendix|Appendices|Annex(?:es|ures?)?|Attachments?|SCHEDULE|EXHIBIT|APPENDIX|ANNEXURE|ANNEX|ATTACHMENT"
_WORD = (
    r"[AaCcESsPp§](?:(?<=S)(?:chedules?|CHEDULE|ections?|ECTIONS?|ubsections?)|(?<=s)(?:ections?|ubsections?)|(?<=E)(?:xhibits?|XHIBIT)"
    r"|(?<=A)(?:ppendix|ppendices|PPENDIX|nnexures?|nnex(?:es)?|NNEXURE|NNEX|ttachments?|TTACHMENT|rticles?|RTICLES?)|(?<=C)lauses?|(?<=c)lauses?"
    r"|(?<=P)(?:aragraphs?|arts?)|(?<=p)aragraphs?|(?<=§)§?)"
)
_LABEL = r"(?:\d{1,3}(?:\.\d{1,3}){0,4}(?:[.]?[A-Z](?![A-Za-z]))?|[A-Z]{1,2}(?:[-.]\d{1,3})*(?![A-Za-z])|[IVXL]{1,6}(?![A-Za-z]))"
_SUBS = r"(?:[ ]?\((?:[A-Za-z]{1,5}|\d{1,3})\)){0,5}"
_REFERENCE = re.compile(
    rf"(?P<word>{_WORD})\s{{1,12}}(?P<label>{_LABEL}(?:-\d{{1,2}})?)(?P<subs>{_SUBS})"
    rf"(?:\s{{1,12}}(?:of|to)\s{{1,12}}(?:the\s{{1,12}})?(?P<outer>{_CONTAINER})\s{{1,12}}(?P<outer_label>{_LABEL}(?:-\d{{1,2}})?))?"
)
_KEEP = {"schedule", "exhibit", "appendix", "annexure", "annex", "attachment", "article", "part"}
_SINGULAR = {
    "appendices": "appendix",
    "annexes": "annex",
    "annexures": "annexure",
    "schedules": "schedule",
    "exhibits": "exhibit",
    "attachments": "attachment",
    "articles": "article",
    "parts": "part",
}


def references_of(text: str, known: Collection[Path]) -> Iterator[CrossReference]:
    """The references in `text`, in order; where a path of `known` is meant, its form is used.

    >>> [(one.text, one.path) for one in references_of("see Section 14.2(a)(2) and Appendix A to Schedule 1", ())]
    [('Section 14.2(a)(2)', ('14.2', 'a', '2')), ('Appendix A to Schedule 1', ('schedule 1', 'appendix a'))]
    """
    held = {path: path for path in known}
    for match in _REFERENCE.finditer(text):
        if text[match.start() - 1 : match.start()].isalnum():
            continue
        path = path_in(match)
        if path not in known:
            head = path[0].split(" ")
            other = (
                (head[1], *path[1:])
                if len(head) == 2 and head[0] in ("article", "part")
                else (f"article {path[0]}", *path[1:])
            )
            path = other if other in known else path
        path = held.setdefault(path, path)
        yield CrossReference(sys.intern(" ".join(match[0].split())), path, match.start(), match.end())


def path_in(match: re.Match[str]) -> Path:
    """The path that a reference names."""
    word = match["word"].lower()
    word = _SINGULAR.get(word, word)
    label = match["label"].lower()
    pair = re.fullmatch(r"(\d+)\.?([a-z])", label)
    parts: tuple[str, ...]
    if word in _KEEP:
        parts = (f"{word} {label}",)
    elif pair and "." in label:
        parts = (pair[1], pair[2])
    else:
        parts = (label,)
    subs = tuple(re.findall(r"\(([A-Za-z0-9]+)\)", match["subs"] or ""))
    path = (*parts, *(sub.lower() for sub in subs))
    if match["outer"]:
        outer = match["outer"].lower()
        path = (f"{_SINGULAR.get(outer, outer)} {match['outer_label'].lower()}", *path)
    return path
