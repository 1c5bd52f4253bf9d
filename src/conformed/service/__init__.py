"""The use cases: the one place where the stages meet the store. One file per use case."""

from conformed.service.keeping import Kept, keep, verify
from conformed.service.papers import instructions, outline, undecided_instructions
from conformed.service.settling import Settled, agreement_of, impact, settle, why

__all__ = [
    "Kept",
    "Settled",
    "agreement_of",
    "impact",
    "instructions",
    "keep",
    "outline",
    "settle",
    "undecided_instructions",
    "verify",
    "why",
]
