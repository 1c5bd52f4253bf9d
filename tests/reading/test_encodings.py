"""Bytes of every kind: read without loss, or refused in one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.model.problem import ConformedError
from conformed.model.source import Source
from conformed.reading import read, read_bytes
from tests.corpus import CORPUS, SEED, needs_corpus

TEXT = "§ 1. Fee. The fee is £10 – “net” – for Société Générale."


def source_of(data: bytes, file: str = "lease.txt") -> Source:
    return read_bytes(data, file=file)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be"])
def test_text_is_read_in_the_encoding_it_was_written_in(encoding: str) -> None:
    words = TEXT + " The rest of this paper is plain English." * 4
    mark = "\ufeff" if encoding.startswith("utf-16") else ""
    source = source_of((mark + words).encode(encoding))
    assert source.encoding == encoding
    assert source.original == mark + words
    assert source.text.strip() == words


def test_utf_16_without_a_mark_is_known_by_its_zero_bytes() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert source_of(("A plain agreement. " * 20).encode(encoding)).encoding == encoding


def test_bytes_that_windows_1252_does_not_know_are_latin_1() -> None:
    data = b"caf\xe9 \x81 bar"
    assert (source_of(data).encoding, source_of(data).original.encode("latin-1")) == ("latin-1", data)


def test_a_byte_order_mark_is_kept_and_blanked() -> None:
    source = source_of(b"\xef\xbb\xbf1. Term.")
    assert source.original.encode(source.encoding) == b"\xef\xbb\xbf1. Term."
    assert source.text == " 1. Term."


def test_an_accent_at_the_end_of_a_latin_1_file_is_no_truncated_character() -> None:
    assert source_of(b"The parties meet at the caf\xe9").encoding == "cp1252"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (b" \r\n\t\n", "file-empty"),
        ("\ufeff ".encode(), "file-empty"),
        (b"text with a zero \x00 in it", "file-binary"),
        (b"\x01\x02\x03\x04\x05\x06" * 40, "file-binary"),
        (b"%PDF-1.7 ...", "file-kind"),
        (b"PK\x03\x04 docx", "file-kind"),
        (b"\n<!DOCTYPE html>\n<p>1. Term.</p>", "file-kind"),
        (b"<!-- filed --><HTML><body>1. Term.</body></HTML>", "file-kind"),
        (b"<DOCUMENT>\n<TYPE>EX-10.1\n<TEXT>\n<html>1. Term.</html>", "file-kind"),
        ("Soci\u00e9t\u00e9 caf\u00e9".encode()[:-1], "file-truncated"),
        ("\ufeffa plain text".encode("utf-16-le")[:-1], "file-truncated"),
        ("\ufeffab".encode("utf-16-le") + b"\x00\xd8", "file-truncated"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, code: str) -> None:
    with pytest.raises(ConformedError) as raised:
        source_of(data, "paper.txt")
    assert raised.value.problem.code == code
    assert raised.value.problem.document == "paper.txt"
    assert "\n" not in str(raised.value)


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conformed.reading.decoding.MOST_BYTES", 10)
    with pytest.raises(ConformedError, match="file-too-large"):
        source_of(b"more than ten bytes")


def test_paths_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path / "absent.txt", "file-absent"),
        (tmp_path, "file-directory"),
        ("a\0b", "file-unreadable"),
    ):
        with pytest.raises(ConformedError) as raised:
            read(path)
        assert raised.value.problem.code == code


def test_a_paper_takes_its_id_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "amendment-2.txt"
    path.write_bytes(b"1. Term.")
    assert (read(path).id, read(path, id="second").id, read(path).file) == (
        "amendment-2",
        "second",
        str(path),
    )


_PIECES = st.lists(
    st.sampled_from(
        [
            "The Tenant shall pay",
            " ",
            "\n",
            "\r\n",
            "\r",
            "\x0c",
            "\t",
            "\n\n\n\n\n\n",
            "<PAGE>",
            "- 2 -",
            "3",
            "Page 4 of 9",
            "[***]",
            "* * *",
            "**bold**",
            "_it_",
            "# ",
            "| a | b |",
            "|---|---|",
            "1. ",
            "(a) ",
            "“",
            '"',
            "\xa0",
            "\u2028",
            "\ufeff",
            "é",
            "\x0b",
            "\x85",
            " " * 14,
        ]
    ),
    max_size=60,
)


@given(_PIECES, st.sampled_from(["utf-8", "utf-16-le"]), st.sampled_from(["a.txt", "a.md"]))
def test_reading_is_reversible_and_keeps_every_offset(pieces: list[str], encoding: str, file: str) -> None:
    words = "x" * 16 + "".join(pieces)
    source = source_of((("\ufeff" if encoding != "utf-8" else "") + words).encode(encoding), file)
    assert source.original.encode(source.encoding) == source.data
    assert len(source.text) == len(source.original)
    for before, after in zip(source.original, source.text, strict=True):
        assert after == before or after in " \n"
    for piece in source.furniture:
        assert not source.text[piece.start : piece.end].strip()


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source = source_of(data)
    except ConformedError:
        return
    assert source.original.encode(source.encoding) == data


@pytest.mark.corpus
@needs_corpus
def test_every_paper_of_the_corpus_prints_back_identical() -> None:
    paths = [*CORPUS.glob("*/*.txt"), *CORPUS.glob("*/*.md"), *SEED.glob("*.txt")]
    assert len(paths) > 200
    for path in paths:
        source = read(path)
        assert source.original.encode(source.encoding) == path.read_bytes()
        assert len(source.text) == len(source.original)
