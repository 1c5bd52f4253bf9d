"""The labelled documents: every place that a label names is found, with the words that it holds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from conformed.model.document import Document
from conformed.reading import read
from conformed.structure import collapsed, document_of, find_provisions
from tests.corpus import CORPUS, SEED, needs_corpus

pytestmark = [pytest.mark.corpus, needs_corpus]

CHAINS = sorted(CORPUS.glob("*/*.chain.json"))
LABELLED = sorted(CORPUS.glob("*/*.gold.json"))
NO_DATE_OF_ITS_OWN = {"hosting-amendment-1.txt"}  # only the day on which it takes effect


def plain(words: str) -> str:
    words = (
        words.replace("**", "")
        .replace("_", " ")
        .replace("|", " ")
        .replace("“", '"')
        .replace("”", '"')
        .replace("’", "'")
    )
    words = re.sub(r"-{3,}", " ", words)
    return (
        re.sub(r"([(\"]) ", r"\1", re.sub(r"\s+([,.;:)\"])", r"\1", re.sub(r"\s+", " ", words)))
        .strip(" \"'.,;:")
        .casefold()
    )


def held(document: Document, path: list[str]) -> list[str]:
    return [plain(collapsed(document, one.start, one.end)) for one in find_provisions(document, tuple(path))]


@pytest.mark.parametrize("chain", CHAINS, ids=lambda path: path.stem)
def test_every_place_in_a_base_is_found_with_its_words(chain: Path) -> None:
    record = json.loads(chain.read_text())
    document = document_of(read(chain.parent / record["base"]))
    checks = [(check["path"], words) for check in record["untouched"] for words in check["contains"]]
    checks += [(check["path"], words) for check in record["expect"] for words in check["lacks"]]
    assert checks
    missed = [
        (path, words)
        for path, words in checks
        if not any(plain(words) in text for text in held(document, path))
    ]
    assert missed == []


@pytest.mark.parametrize("label", LABELLED, ids=lambda path: path.stem)
def test_an_amendment_s_own_paragraphs_number_and_date(label: Path) -> None:
    record = json.loads(label.read_text())
    document = document_of(read(label.parent / record["file"]))
    missed = []
    for instruction in record["instructions"]:
        printed = instruction["id"].split("#")[0].lower()
        flat = tuple(re.findall(r"[a-z]+|\d+(?:\.\d+)*[a-z]?", re.sub(r"^([ivx]+)\.", r"\1 ", printed)))
        ways = (flat, (printed,), (".".join(flat[:2]), *flat[2:]), (f"part {flat[0]}", *flat[1:]))
        if not any(find_provisions(document, way) for way in ways):
            missed.append(instruction["id"])
    assert missed == []
    assert document.number == record.get("number")
    if record["file"] not in NO_DATE_OF_ITS_OWN and "date" in record:
        assert (document.date.isoformat() if document.date else None) == record["date"]


def test_the_seed() -> None:
    (path,) = SEED.glob("*.txt")
    document = document_of(read(path))
    assert (document.title, document.number, str(document.date)) == ("Amendment No. 2", 2, "2000-11-01")
    assert [provision.path for provision in document.walk() if provision.path[0] == "2"] == [
        ("2",), ("2", "a"), ("2", "b"), ("2", "c"), ("2", "c"), ("2", "d"), ("2", "e"),
    ]  # fmt: skip
    assert [problem.code for problem in document.findings] == ["label-repeated"]
    assert len(document.redactions) == 8
    assert len(document.parties) == len(document.signatures) == 3
    assert len({signature.signed_by for signature in document.signatures}) == 2


def test_every_contract_has_an_outline() -> None:
    contracts = sorted(CORPUS.glob("cuad/*.txt"))
    titled = with_provisions = 0
    for path in contracts[::4]:
        document = document_of(read(path))
        titled += document.title is not None
        with_provisions += sum(1 for provision in document.walk() if provision.label) >= 3
    assert titled > 0.85 * len(contracts[::4])
    assert with_provisions > 0.9 * len(contracts[::4])
