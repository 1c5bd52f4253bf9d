"""`Source` to `Document`: provisions, definitions, parties, dates, redactions, signatures."""

from conformed.structure.document import document_of, restructured
from conformed.structure.finding import find_provisions, inline_items
from conformed.structure.views import collapsed, lines, paragraphs, rows, sentences

__all__ = [
    "collapsed",
    "document_of",
    "find_provisions",
    "inline_items",
    "lines",
    "paragraphs",
    "restructured",
    "rows",
    "sentences",
]
