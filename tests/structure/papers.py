"""Small papers for the tests of structure."""

from __future__ import annotations

from conformed.model.document import Document, Provision
from conformed.reading import read_bytes
from conformed.structure import document_of


def paper(text: str, file: str = "paper.txt") -> Document:
    """The structure of `text`, as if read from `file`."""
    return document_of(read_bytes(text.encode(), file=file))


def at(document: Document, *path: str) -> Provision:
    """The one provision at `path`."""
    (found,) = (provision for provision in document.walk() if provision.path == path)
    return found


def paths(document: Document) -> list[str]:
    """The paths of all labelled provisions, their parts joined with "/"."""
    return ["/".join(provision.path) for provision in document.walk() if provision.label]
