"""`Source` to `Document`: provisions, definitions, parties, dates, redactions, signatures."""

from conformed.structure.document import document_of, restructured
from conformed.structure.views import collapsed, find_provisions, lines, paragraphs, rows, sentences

__all__ = [
    "collapsed",
    "document_of",
    "find_provisions",
    "lines",
    "paragraphs",
    "restructured",
    "rows",
    "sentences",
]
