"""The command line: arguments in, parts built, one of the faces run. The only place that knows everyone.

Each command imports what it alone needs, when it runs.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

FAILED = 1
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit status.

    0 done, 1 something failed, 2 wrong usage or a file with mistakes, 130 interrupted.
    """
    # Nothing made at start-up is garbage: the collector only costs time until the first frame, after which the
    # screen turns it on again.
    gc.disable()
    # What a terminal's encoding cannot show is shown by its number.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run([*(sys.argv[1:] if arguments is None else arguments)])
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_gone()
    except OSError as error:
        return _failed(f"{error.strerror or error}{f': {error.filename!a}' if error.filename else ''}")
    except Exception as error:  # noqa: BLE001 - whatever went wrong, a person is told in words
        return _defect(error)


def _run(arguments: list[str]) -> int:
    from relaxtimer.cli.arguments import COMMANDS, parse
    from relaxtimer.cli.failure import Failure

    options = parse(arguments)
    module, function = COMMANDS[options.command].runs.split(":")
    try:
        status: int = getattr(import_module(module), function)(options, sys.stdout)
        sys.stdout.flush()
    except Failure as failure:
        sys.stdout.flush()
        sys.stderr.write(f"relaxtimer: {failure}\n")
        return failure.status
    return status


def _reader_gone() -> int:
    """End quietly when whoever read the output has gone, as in `relaxtimer list | head -1`."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _failed(message: str) -> int:
    sys.stderr.write(f"relaxtimer: {message}\n")
    return FAILED


def _defect(error: Exception) -> int:
    """Say that the program itself is at fault, where, and how to see the whole of it."""
    import os
    import traceback

    if os.environ.get("RELAXTIMER_TRACEBACK"):
        traceback.print_exception(error)
        return FAILED
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{place.filename.replace(os.sep, '/').rpartition('/')[2]}:{place.lineno}"
    return _failed(
        f"a defect of the program, not of yours: {type(error).__name__} in {where}: {ascii(str(error))[1:-1]}\n"
        "Please report it, with what you did; RELAXTIMER_TRACEBACK=1 shows the details."
    )
