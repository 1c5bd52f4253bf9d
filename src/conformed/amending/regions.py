"""Where an amendment's operative part begins and ends, and what stands attached behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Region", "attachment", "operative_region"]

_BEGINS = re.compile(
    r"\bNOW,?\s*,?\s*THEREFORE\b|\bIT\s+IS\s+(?:HEREBY\s+)?(?:MUTUALLY\s+)?AGREED\b|^[ \t]*OPERATIVE\s+(?:PROVISIONS|PART)\b"
    r"|\bTHE\s+PARTIES\s+(?:HERETO\s+)?(?:HEREBY\s+)?AGREE\s+AS\s+FOLLOWS\b|^[ \t]*AGREED\s+TERMS\b|\bTHIS\s+DEED\s+WITNESSES\b",
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
    r"\bIN\s+WITNESS\s+(?:WHEREOF|HEREOF|OF\s+WHICH)\b|^[ \t]*(?:EXECUTED\s+(?:AS\s+A\s+DEED|BY|ON|THIS)|SIGNED\s*(?:BY|FOR|:|AS\s+A\s+DEED)"
    r"|\[?SIGNATURE\s+PAGES?|AGREED\s+(?:AND\s+ACCEPTED|TO)|ACCEPTED\s+AND\s+AGREED|ACKNOWLEDGED\s+AND\s+AGREED|Agreed:|Accepted:"
    r"|Yours\s+(?:truly|faithfully|sincerely)|Very\s+truly\s+yours|Sincerely,|(?:By|BY):\s*(?:_{3,}|/s/|-{3,}|\n)|/s/)",
    re.MULTILINE,
)
_ATTACHED = re.compile(
    r"^[ \t*_#|]*(?P<noun>EXHIBIT|SCHEDULE|ANNEXURE|ANNEX|APPENDIX|ATTACHMENT|ADDENDUM)[ \t]+(?P<label>[A-Z0-9][\w.()-]{0,14})[ \t*_:.|]*(?:$|[-–—:(])",
    re.MULTILINE | re.IGNORECASE,
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
    return found, len(text)


def _bare(label: str) -> str:
    return re.sub(r"[\s.:]+", " ", label.lower()).strip()
