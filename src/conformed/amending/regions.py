"""Where an amendment's operative part begins and ends, and what stands attached behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Region", "attachment", "operative_region", "scheduled_amendments", "sets_out_elsewhere"]

_BEGINS = re.compile(
    r"\bNOW,?\s*,?\s*THEREFORE\b|\bIT\s+IS\s+(?:HEREBY\s+)?(?:MUTUALLY\s+)?AGREED\b|^[ \t]*OPERATIVE\s+(?:PROVISIONS|PART)\b"
    r"|\bTHE\s+PARTIES\s+(?:HERETO\s+)?(?:HEREBY\s+)?AGREE\s+AS\s+(?:FOLLOWS|UNDER)\b|^[ \t]*AGREED\s+TERMS\b"
    r"|\bTHIS\s+(?:DEED|AGREEMENT|(?:\w+\s+)?SUPPLEMENT(?:AL|ARY)\s+(?:DEED|AGREEMENT))\s+(?:\w+\s+)?WITNESSE(?:S|TH)\b",
    re.IGNORECASE | re.MULTILINE,
)
_FORM = re.compile(
    r"^[ \t]*(?:\d+[A-Z]?\.\s*)?DESCRIPTION\s+OF\s+(?:AMENDMENT|MODIFICATION|CHANGE)[^\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
_RECITALS = re.compile(
    r"^[ \t]*(?:[A-Z0-9.]{1,3}[ \t]+)?(?:RECITALS?|BACKGROUND|W\s*I\s*T\s*N\s*E\s*S\s*S\s*E\s*T\s*H|WHEREAS|PRELIMINARY\s+STATEMENTS?|INTRODUCTION)\b",
    re.MULTILINE,
)
_ENDS = re.compile(
    r"\bIN\s+WITNESS\s+(?:WHEREOF|HEREOF|OF\s+WHICH)\b|^[ \t]*END[ \t]+OF[ \t]+(?:THE[ \t]+|THIS[ \t]+)?(?:SUPPLEMENTARY[ \t]+CONDITIONS|AMENDMENT|ADDENDUM|ENDORSEMENT|DOCUMENT)\b"
    r"|^[ \t]*(?:EXECUTED\s+(?:AS\s+A\s+DEED|BY|ON|THIS)|SIGNED\s*(?:BY|FOR|:|AS\s+A\s+DEED)"
    r"|\[?SIGNATURE\s+PAGES?|AGREED\s+(?:AND\s+ACCEPTED|TO)|ACCEPTED\s+AND\s+AGREED|ACKNOWLEDGED\s+AND\s+AGREED|Agreed:|Accepted:"
    r"|Yours\s+(?:truly|faithfully|sincerely)|Very\s+truly\s+yours|Sincerely,|(?:By|BY):\s*(?:_{3,}|/s/|-{3,}|\n)|/s/)",
    re.MULTILINE,
)
_EXECUTION = re.compile(
    r"^[ \t]*(?:IN\s+WITNESS\s+(?:WHEREOF|HEREOF|OF\s+WHICH)|(?i:executed|signed)\s+(?:and\s+delivered\s+)?as\s+a\s+deed)\b",
    re.MULTILINE,
)
"""Where a paper is signed behind what is attached to it, and nowhere before."""
_ATTACHED = re.compile(
    r"^[ \t*_#|]*(?P<noun>EXHIBIT|SCHEDULE|ANNEXURE|ANNEX|APPENDIX|ATTACHMENT|ADDENDUM)[ \t]+[\"“'‘]?(?P<label>[A-Z0-9][\w.()-]{0,14})[\"”'’]?[ \t*_:.|]*(?:$|[-–—:(])",
    re.MULTILINE | re.IGNORECASE,
)


_SCHEDULED = re.compile(
    r"\b(?:agreement|lease|contract|deed|licen[cs]e|indenture|plan|policy|note)\)?,?\s+(?:(?:is|are|shall|will|be|hereby|stands?)\s+){1,4}(?:amended|varied|modified)\b[^.;]{0,120}?"
    r"\b(?:set\s+(?:out|forth)|specified|described|provided|contained|shown|listed|detailed|in\s+accordance\s+with|by)\s+(?:in\s+)?(?:the\s+)?(?:attached\s+)?"
    r"(?P<noun>schedule|annex(?:ure)?|appendix|exhibit|attachment)(?:\s+(?P<label>[A-Z0-9]{1,3})\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Region:
    """The operative part of a paper, and the recitals before it (both ends equal where there are none)."""

    start: int
    end: int
    preface: tuple[tuple[int, int], ...] = ()


def operative_region(text: str) -> Region:
    """The operative part of the plain text of a paper.

    Where the paper says where it begins ("NOW, THEREFORE"), from there; else from the first word that is not a
    recital. It ends where the signatures begin.
    """
    form = _FORM.search(text)
    begins = form.end() if form else 0
    preface: tuple[tuple[int, int], ...] = ()
    if form is None:
        match = _BEGINS.search(text)
        if match:
            begins = match.start()
        else:
            recital = _RECITALS.search(text)
            if recital:
                stop = re.compile(
                    r"\bagree[sd]?\b[^.\n]{0,80}(?:as\s+follows|that)|^[ \t]*(?:1\.|SECTION\s+1|ARTICLE\s+I\b)",
                    re.IGNORECASE | re.MULTILINE,
                ).search(text, recital.end())
                if stop:
                    preface = ((0, recital.start()),)
                    begins = stop.start()
    end = _ENDS.search(text, begins + 1)
    return Region(begins, end.start() if end else len(text), preface)


def attachment(text: str, after: int, path: tuple[str, ...]) -> tuple[int, int] | None:
    """The text attached behind `after` under the heading that `path` names ("exhibit a"), or None."""
    if not path:
        return None
    wanted = _bare(path[-1] if " " in path[-1] else " ".join(path))
    found: int | None = None
    heading = after
    for match in _ATTACHED.finditer(text, after):
        here = _bare(f"{match['noun']} {match['label']}")
        if found is not None and here != wanted and text[heading : match.start()].strip():
            return found, match.start()
        if found is not None:
            heading = match.end()
        elif here == wanted:
            found, heading = match.start(), match.end()
    if found is None:
        return None
    signed = None if _ENDS.search(text, after, found) else _EXECUTION.search(text, heading)
    return found, signed.start() if signed else len(text)


def scheduled_amendments(text: str, region: Region) -> tuple[int, int] | None:
    """The schedule in which the paper says that its amendments are set out, its heading left out; or None."""
    match = _SCHEDULED.search(text, region.start, region.end)
    if match is None:
        return None
    label = f"{match['noun']} {match['label'] or ''}".strip().lower()
    span = (
        attachment(text, region.end, (label,)) if match["label"] else _only(text, region.end, match["noun"])
    )
    if span is None:
        return None
    line = text.find("\n", span[0], span[1])
    return (line + 1, span[1]) if line > 0 else None


def sets_out_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether a stretch says that the agreement is amended as a schedule sets out."""
    return _SCHEDULED.search(text, start, end) is not None


def _only(text: str, after: int, noun: str) -> tuple[int, int] | None:
    found = re.compile(rf"^[ \t*_#|]*(?:THE\s+)?{noun}[ \t*_:]*$", re.IGNORECASE | re.MULTILINE).search(
        text, after
    )
    return (found.start(), len(text)) if found else None


def _bare(label: str) -> str:
    return re.sub(r"[\s.:]+", " ", label.lower()).strip()
