"""Where the labelled documents are, when they are there."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPUS = SHARED / "corpus"
SEED = SHARED / "seed"

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no labelled documents at {CORPUS}")
