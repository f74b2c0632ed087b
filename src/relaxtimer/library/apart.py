"""Reading many files for a listing at once, in processes of their own: one for each processor.

A process is told by JSON on its standard input which files to read, and answers in the same way. Whatever goes wrong
with one of them, its files are simply not among the answers, and the caller reads them itself.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from relaxtimer.folders import Folders
from relaxtimer.library.facts import Found, found_in
from relaxtimer.library.index import Stamp
from relaxtimer.library.library import Library
from relaxtimer.library.listing import taken_over
from relaxtimer.library.shelves import Shelves

# Below this many, one process is through before others have started.
WORTH_IT = 300
MOST_PROCESSES = 8


def found_apart(shelves: Shelves, paths: Sequence[str]) -> Iterator[Found]:
    """Read files in other processes, where there are enough of both for it to be worth it."""
    count = min(_processors(), MOST_PROCESSES)
    if len(paths) < WORTH_IT or count < 2 or not sys.executable:  # noqa: PLR2004 - two are the least that share work
        return
    with ExitStack() as stack, suppress(OSError):
        processes = [_started(stack) for _ in range(count)]
        for at, process in enumerate(processes):
            _ask(process, shelves, paths[at::count])
        for process in processes:
            yield from _answer(process)


def main() -> None:
    """Read what standard input asks for, and answer on standard output."""
    asked = json.load(sys.stdin)
    own = Folders(*map(Path, asked["folders"]))
    library = Library(Shelves(own, Path(asked["bundled"]) if asked["bundled"] else None))
    json.dump([found_in(library, path) for path in asked["paths"]], sys.stdout)


def _processors() -> int:
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _started(stack: ExitStack) -> subprocess.Popen[bytes]:
    # -P: nothing is imported from the folder one happens to be in.
    command = [sys.executable, "-P", "-m", __name__]
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=silent)  # noqa: S603 - this very program
    stack.enter_context(process)
    stack.callback(process.kill)
    return process


def _ask(process: subprocess.Popen[bytes], shelves: Shelves, paths: Sequence[str]) -> None:
    asked = {"folders": [str(folder) for folder in shelves.folders], "bundled": shelves.bundled.folder, "paths": paths}
    if process.stdin:
        with suppress(OSError), process.stdin:
            process.stdin.write(json.dumps(asked).encode())


def _answer(process: subprocess.Popen[bytes]) -> Iterator[Found]:
    if process.stdout is None:
        return
    with suppress(ValueError, TypeError):
        for path, facts, stamp, *others in json.loads(process.stdout.read()):
            yield Found(path, taken_over(facts), Stamp(*stamp), *others)


if __name__ == "__main__":
    main()
