"""The use cases: the one place where the stages meet the store. One file per use case.

These are what the commands call, each with all that its command shows. The verbs for Python, which give results alone, are in
`calling.py` and exported by `conformed`.
"""

from conformed.service.beginning import Drafted, init
from conformed.service.building import Built, build, history, provision_of, redline
from conformed.service.deciding import decide
from conformed.service.deriving import impact, why
from conformed.service.keeping import Kept, keep, verify
from conformed.service.papers import files_read, instructions, outline, undecided_instructions
from conformed.service.settling import Settled, agreement_of, settle
from conformed.service.terming import Checked, ReadTerms, check, mistakes, terms

__all__ = [
    "Built",
    "Checked",
    "Drafted",
    "Kept",
    "ReadTerms",
    "Settled",
    "agreement_of",
    "build",
    "check",
    "decide",
    "files_read",
    "history",
    "impact",
    "init",
    "instructions",
    "keep",
    "mistakes",
    "outline",
    "provision_of",
    "redline",
    "settle",
    "terms",
    "undecided_instructions",
    "verify",
    "why",
]
