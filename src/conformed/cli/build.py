"""`conformed build`: the conformed copy."""

from __future__ import annotations

import typer

from conformed.cli.exits import DECISION_NEEDED
from conformed.cli.options import AsOf, Json, OutFile, Papers
from conformed.cli.output_file import Writer, check_output, write_file
from conformed.cli.printing import as_json_text, data, problems, record, talk, width, working

__all__ = ["build"]


def build(
    papers: Papers,
    *,
    as_of: AsOf = None,
    output: OutFile = None,
    as_json: Json = False,
) -> None:
    """Build the conformed copy of an agreement and its amendments.

    With -o the suffix decides the format: .txt, .md, .html or .json.

    \b
    Example:
      conformed build agreement.txt amendment-1.txt amendment-2.txt -o copy.html
      conformed build agreement.toml --as-of 2001-03-01
    """  # noqa: D301
    from conformed import service
    from conformed.conforming import build_record
    from conformed.writing.account import status_sentence
    from conformed.writing.html import copy_html
    from conformed.writing.markdown import copy_markdown
    from conformed.writing.text import copy_text

    if output is not None:
        check_output(output, (".txt", ".md", ".html", ".json"), inputs=service.files_read(papers))
    with working("building the copy"):
        built = service.build(papers, as_of=as_of)
    conformed = built.conformed
    writers: dict[str, Writer] = {
        ".txt": lambda: copy_text(conformed),
        ".md": lambda: copy_markdown(conformed),
        ".html": lambda: copy_html(conformed),
        ".json": lambda: as_json_text(build_record(conformed)),
    }
    if output is not None:
        write_file(output, writers)
        talk(f"wrote {output}: {status_sentence(conformed)}")
    if as_json:
        record(build_record(conformed))
    elif output is None:
        data(copy_text(conformed, width=width()))
    problems(conformed.warnings)
    if problems(built.undecided, word="decide"):
        raise typer.Exit(DECISION_NEEDED)
