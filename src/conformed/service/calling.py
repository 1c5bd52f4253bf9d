"""The conformed copy for those who call from Python, with paths or papers already read."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from conformed.conforming.copy import ConformedCopy
    from conformed.model.source import Source

__all__ = ["Paper", "conform"]

Paper: TypeAlias = "str | os.PathLike[str] | Source"


def conform(base: Paper, amendments: Iterable[Paper] = (), *, as_of: dt.date | None = None) -> ConformedCopy:
    """The conformed copy of `base` with `amendments` written into it.

    Args:
        base: the agreement as first signed: a path, or what `conformed.read` gave.
        amendments: in any order; they are taken as executed on their dates.
        as_of: the day asked for; None for the text after every paper has taken effect, before any expiry.

    Returns:
        A copy whose provisions are found by name. Instructions that could not be carried out for certain changed
        nothing and are listed in `copy.instructions` with their reason.

    Raises:
        ConformedError: where a file cannot be read.

    >>> import conformed
    >>> papers = conformed.example_folder()
    >>> copy = conformed.conform(papers / "agreement.txt", sorted(papers.glob("amendment-[12].txt")))
    >>> copy["7.A"].text[:75]
    'A. This Agreement begins on the Effective Date and its initial term ends fi'
    >>> copy["7.A"].sources
    ('agreement', 'amendment-2/2(c)#1', 'amendment-2/2(c)#2')
    >>> [state.paper for state in copy["7.A"].history]
    ['amendment-2', 'agreement']
    """
    from conformed.conforming.copy import ConformedCopy
    from conformed.service.building import conformed_from

    return ConformedCopy(conformed_from([_source(base), *map(_source, amendments)], as_of=as_of))


def _source(paper: Paper) -> Source:
    from conformed.model.source import Source
    from conformed.reading import read

    return paper if isinstance(paper, Source) else read(Path(paper))
