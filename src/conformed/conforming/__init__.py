"""Documents and their amendments to a conformed copy: order, locate, apply, blame, compare."""

from conformed.conforming.blame import blame, sources
from conformed.conforming.chain import conform
from conformed.conforming.compare import Change, changes, unchanged
from conformed.conforming.decisions import digest
from conformed.conforming.fragments import fragments
from conformed.conforming.history import ProvisionState, history
from conformed.conforming.listed import listed_digest
from conformed.conforming.order import in_order, names, rivals
from conformed.conforming.proof import Proof, proof
from conformed.conforming.record import blame_record, build_record

__all__ = [
    "Change",
    "Proof",
    "ProvisionState",
    "blame",
    "blame_record",
    "build_record",
    "changes",
    "conform",
    "digest",
    "fragments",
    "history",
    "in_order",
    "listed_digest",
    "names",
    "proof",
    "rivals",
    "sources",
    "unchanged",
]
