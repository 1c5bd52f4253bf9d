"""Files are written whole or not at all, never over a paper, and what is printed cannot steer a terminal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conformed.cli.output_file import check_output, write_file
from conformed.cli.printing import readable
from conformed.model.problem import ConformedError


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    file.write_text("old")
    file.chmod(0o600)

    write_file(file, {".txt": lambda: "new"})

    assert file.read_text() == "new"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_new_file_has_the_permissions_that_the_user_asks_for(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "copy.txt", {".txt": lambda: b"new"})
    finally:
        os.umask(before)

    assert (tmp_path / "copy.txt").stat().st_mode & 0o777 == 0o640


def test_a_writer_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    file.write_text("old")

    def broken() -> str:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_file(file, {".txt": broken})

    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_in_the_files_place_is_refused_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "copy.txt").mkdir()

    with pytest.raises(ConformedError, match="output-refused"):
        write_file(tmp_path / "copy.txt", {".txt": lambda: "new"})

    assert [path.name for path in tmp_path.iterdir()] == ["copy.txt"]


def test_a_link_to_a_paper_is_known_as_the_paper(tmp_path: Path) -> None:
    paper, link = tmp_path / "paper.txt", tmp_path / "link.txt"
    paper.write_text("words")
    link.symlink_to(paper)

    with pytest.raises(ConformedError, match="output-is-input"):
        check_output(link, (".txt",), inputs=[paper])


def test_a_suffix_that_is_not_written_names_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(ConformedError, match=r"ends in \.html or \.txt .*output-format"):
        check_output(tmp_path / "copy.docx", (".txt", ".html"))
    with pytest.raises(ConformedError, match=r'"copy".*ends in \.txt '):
        check_output(tmp_path / "copy", (".txt",))


def test_characters_that_steer_a_terminal_are_replaced() -> None:
    assert readable("a\x1b[31mb\x07\r\x9b\u202ec\td\n") == "a�[31mb����c\td\n"
