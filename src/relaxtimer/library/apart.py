"""Reading many files for a listing at once, in processes of their own: one for each processor.

A process is told by a line of JSON on its standard input where everything is, and then, line by line, which files to
read; it answers in the same way, and gets the next files when it has. Whatever goes wrong with one of them, its files
are simply not among the answers, and the caller reads them itself. This side of it loads nothing that reads files, so
that the processes are on their way at once: `answering` is the other side.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from relaxtimer.library.index import Stamp
from relaxtimer.library.listing import Found, taken_over

if TYPE_CHECKING:
    from relaxtimer.library.shelves import Shelves

ANSWERING = "relaxtimer.library.answering"
# Below this many, one process is through before others have started.
WORTH_IT = 300
MOST_PROCESSES = 8
# So few that all processes end at nearly the same time, so many that asking for them takes none.
AT_ONCE = 50


def found_apart(shelves: Shelves, paths: Sequence[str], prepare: float = 1) -> Iterator[Found]:
    """Read files in other processes, where there are enough of both for it to be worth it: in any order."""
    count = min(_processors(), MOST_PROCESSES)
    if len(paths) < WORTH_IT or count < 2 or not sys.executable:  # noqa: PLR2004 - two are the least that share work
        return
    chunks: SimpleQueue[Sequence[str]] = SimpleQueue()
    for start in range(0, len(paths), AT_ONCE):
        chunks.put(paths[start : start + AT_ONCE])
    answers: SimpleQueue[bytes] = SimpleQueue()
    # No more processes, no more threads: whatever there is too little of, less is read here.
    with ExitStack() as stack, suppress(OSError, RuntimeError):
        processes = [_started(stack) for _ in range(count)]
        setting = _setting(shelves, prepare)
        for process in processes:
            thread = Thread(target=_converse, args=(process, setting, chunks, answers), daemon=True)
            thread.start()
            stack.callback(thread.join)
            stack.callback(process.kill)
        for _ in processes:
            while answer := answers.get():
                yield from _taken(answer)


def _processors() -> int:
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _started(stack: ExitStack) -> subprocess.Popen[bytes]:
    # -P: nothing is imported from the folder one happens to be in.
    command = [sys.executable, "-P", "-m", ANSWERING]
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=silent)  # noqa: S603 - this very program
    stack.callback(_ended, process)
    return process


def _ended(process: subprocess.Popen[bytes]) -> None:
    """Leave nothing of a process behind; what could not be written to it any more does not matter."""
    process.kill()
    with suppress(OSError):
        process.__exit__(None, None, None)


def _setting(shelves: Shelves, prepare: float) -> bytes:
    """Tell where everything is; the names of all routines are not looked for once more by every process."""
    folders = [str(folder) for folder in shelves.folders]
    names = [*shelves.names]
    return _line({"folders": folders, "bundled": shelves.bundled.folder, "names": names, "prepare": prepare})


def _converse(
    process: subprocess.Popen[bytes],
    setting: bytes,
    chunks: SimpleQueue[Sequence[str]],
    answers: SimpleQueue[bytes],
) -> None:
    """Have files read by one process for as long as there are any and it answers; an empty answer is the end of it."""
    asking, answering = process.stdin, process.stdout
    try:
        with suppress(OSError, Empty):
            while asking and answering:
                asking.write(setting + _line(chunks.get_nowait()))
                asking.flush()
                setting = b""
                answer = answering.readline()
                if not answer:
                    break
                answers.put(answer)
    finally:
        answers.put(b"")


def _line(asked: Any) -> bytes:  # noqa: ANN401 - whatever JSON takes
    return json.dumps(asked).encode() + b"\n"


def _taken(answer: bytes) -> list[Found]:
    with suppress(ValueError, TypeError):
        return [
            Found(path, taken_over(facts), Stamp(*stamp), *others) for path, facts, stamp, *others in json.loads(answer)
        ]
    return []
