"""From an amendment's words to its instructions.

`amendment_of` reads a paper; `record_of` gives the JSON of what was read. How: `docs/amending-language.md`.
"""

from conformed.amending.amendment import amendment_of, calls_itself_amendment
from conformed.amending.record import record_of

__all__ = ["amendment_of", "calls_itself_amendment", "record_of"]
