"""The command line: arguments in, parts built, one of the faces run. The only place that knows everyone.

Each command imports what it alone needs, when it runs.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

FAILED = 1
INTERRUPTED = 130
# What runs programs or writes files of some size takes them away when it is asked to end.
_WORKS_LONG = frozenset({"render", "check", "voices", "sound-test", "doctor"})
# What may end up on the screen says itself when it has started.
_MAY_DRAW = frozenset({"", "run"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit status.

    0 done, 1 something failed, 2 wrong usage or a file with mistakes, 130 interrupted.
    """
    # Nothing made at start-up is garbage: the collector only costs time until `started`, or until the first frame,
    # after which the screen turns it on again.
    gc.disable()
    try:
        from relaxtimer.cli import streams

        streams.prepare()
        return _run([*(sys.argv[1:] if arguments is None else arguments)])
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_gone()
    except OSError as error:
        return _failed(f"{error.strerror or error}{f': {error.filename!a}' if error.filename else ''}")
    except Exception as error:  # noqa: BLE001 - whatever went wrong, a person is told in words
        return _defect(error)


def started() -> None:
    """Collect garbage from now on, without ever looking at what start-up has made."""
    gc.freeze()
    gc.enable()


def _run(arguments: list[str]) -> int:
    from relaxtimer.cli.arguments import COMMANDS, parse
    from relaxtimer.cli.failure import Failure
    from relaxtimer.cli.streams import Held, complain

    # What is wrong with an argument is told with the argument as it was typed.
    with Held():
        options = parse(arguments)
    module, function = COMMANDS[options.command].runs.split(":")
    command = getattr(import_module(module), function)
    if options.command not in _MAY_DRAW:
        started()
    try:
        if options.command in _WORKS_LONG:
            status: int = _ended_in_order(command, options)
        else:
            status = command(options, sys.stdout)
        sys.stdout.flush()
    except Failure as failure:
        sys.stdout.flush()
        complain(f"relaxtimer: {failure}\n")
        return failure.status
    return status


def _ended_in_order(command: Callable[..., int], options: Namespace) -> int:
    """Run a command; a signal that asks to end ends it like Ctrl-C, with a status of its own."""
    from relaxtimer.cli.ending import in_order
    from relaxtimer.plain.signals import Ended

    try:
        with in_order():
            return command(options, sys.stdout)
    except Ended as ended:
        return ended.status


def _reader_gone() -> int:
    """End quietly when whoever read the output has gone, as in `relaxtimer list | head -1`."""
    from relaxtimer.cli.streams import silence

    silence(sys.stdout.fileno())
    return 0


def _failed(message: str) -> int:
    from relaxtimer.cli.streams import complain

    complain(f"relaxtimer: {message}\n")
    return FAILED


def _defect(error: Exception) -> int:
    """Say that the program itself is at fault, where, and how to see the whole of it."""
    import os
    import traceback

    if os.environ.get("RELAXTIMER_TRACEBACK"):
        from relaxtimer.cli.streams import complain

        complain("".join(traceback.format_exception(error)))
        return FAILED
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{place.filename.replace(os.sep, '/').rpartition('/')[2]}:{place.lineno}"
    return _failed(
        f"a defect of the program, not of yours: {type(error).__name__} in {where}: {ascii(str(error))[1:-1]}\n"
        "Please report it, with what you did; RELAXTIMER_TRACEBACK=1 shows the details."
    )
