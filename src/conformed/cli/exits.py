"""How a run ends: the exit statuses, and the one line that says why.

* 0: done. 3: done, but something needs a person's decision; each is a line on stderr.
* 2: the call or an input was wrong: one line that says what, where and how to mend it.
* 1: a fault of the program: one line and how to report it; the traceback only with `CONFORMED_DEBUG=1`.
* 130: stopped by Ctrl-C. 141: the reader of our output went away, as with any Unix filter.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from conformed.cli.printing import ready_streams, talk

__all__ = ["DECISION_NEEDED", "FAULT", "WRONG", "run"]

FAULT, WRONG, DECISION_NEEDED, STOPPED, READER_GONE = 1, 2, 3, 130, 141


def run(arguments: Sequence[str]) -> int:
    """Run `conformed ARGUMENTS` and return the exit status; nothing but it and the streams tells how it went."""
    if not ready_streams():
        talk("error: the standard output is closed; give it a file or a pipe")
        return WRONG
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_stdout()
        return READER_GONE
    except KeyboardInterrupt:
        return STOPPED
    return status


def _run(arguments: Sequence[str]) -> int:
    import typer

    from conformed.cli.app import group
    from conformed.model.problem import ConformedError

    try:
        status = group().main(list(arguments), prog_name="conformed", standalone_mode=False)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):  # typer's own answer to it would be status 1
            raise ended.__context__ from None
        raise
    except typer.Abort:
        return STOPPED
    except typer.TyperException as error:
        return _wrong_call(error)
    except ConformedError as error:
        for mistake in (error.problem, *error.others):
            talk(f"error: {mistake}")
        return WRONG
    except OSError as error:
        subject = error.filename or "the output"
        talk(
            f"error: {subject}: {(error.strerror or str(error)).lower()}; check the path and its permissions"
        )
        return WRONG
    except Exception as error:  # the last door: whatever it is, the user sees one line
        return _fault(error)
    return status if isinstance(status, int) else 0


def _wrong_call(error: Exception) -> int:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "conformed"
    message = getattr(error, "format_message", lambda: str(error))()
    message = " ".join(message.split()).rstrip(".")
    see = " See" if message.endswith("?") else "; see"
    talk(f"error: {message[:1].lower()}{message[1:]}{see} `{command} --help`")
    return WRONG


def _fault(error: Exception) -> int:
    if os.environ.get("CONFORMED_DEBUG") == "1":
        raise error
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = ""
    if place is not None:
        where = f" at {os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno}"  # noqa: PTH119
    talk(
        f"fault: {type(error).__name__}{where}: this is a fault of the program, not of your papers; "
        f"run again with CONFORMED_DEBUG=1 and report what it prints"
    )
    return FAULT


def _drop_stdout() -> None:
    """Keep the interpreter from complaining, as it closes, about what could not be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
