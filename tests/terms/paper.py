"""A paper from its words, and the terms read from it."""

from conformed.model.document import Document
from conformed.model.term import Terms
from conformed.reading import read_bytes
from conformed.structure import document_of
from conformed.terms import terms_of

OPENING = (
    "SUPPLY AGREEMENT\n\n"
    'THIS SUPPLY AGREEMENT (this "Agreement") is made as of {date} by and between Alder Wire, Inc., a Nevada corporation '
    '("Alder"), and Birch Networks LLC, an Ohio limited liability company (the "Customer").\n\n'
)


def paper(text: str, *, id: str = "base") -> Document:
    """The document that `text` is."""
    return document_of(read_bytes(text.encode(), file=f"{id}.txt", id=id))


def agreement(*sections: str, date: str = "May 1, 2001") -> Document:
    """An agreement of `date` with numbered `sections`, each "Heading. Words"."""
    numbered = "\n\n".join(f"{number}. {words}" for number, words in enumerate(sections, start=1))
    return paper(OPENING.format(date=date) + numbered + "\n")


def terms_in(*sections: str, date: str = "May 1, 2001") -> Terms:
    """The terms of an agreement of `date` with these sections."""
    return terms_of(agreement(*sections, date=date))


def value(name: str, *sections: str, date: str = "May 1, 2001") -> object:
    """One term's value, or None."""
    term = terms_in(*sections, date=date).get(name)
    return term.value if term is not None else None
