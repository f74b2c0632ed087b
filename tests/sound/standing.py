"""Whether the machine itself stood still: a virtual one does, for moments, and then nothing on it is on time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

TRIES = 5
# A stream has so much in store; what is shorter nobody hears.
HEARD = 0.02
"""Seconds that a machine stands still for before what it plays can be late."""

# One thread on each processor wakes every two milliseconds, before everything else where that is allowed.
_WATCH = """
import os, sys, threading, time
longest = []
over = threading.Event()

def watch(processor):
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(threading.get_native_id(), {processor})
        try:
            os.sched_setscheduler(threading.get_native_id(), os.SCHED_RR, os.sched_param(1))
        except OSError:
            pass
    found, last = 0.0, time.monotonic()
    while not over.is_set():
        time.sleep(0.002)
        now = time.monotonic()
        found, last = max(found, now - last), now
    longest.append(found)

processors = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else [0]
threads = [threading.Thread(target=watch, args=(each,)) for each in processors]
for each in threads: each.start()
sys.stdin.read()
over.set()
for each in threads: each.join()
print(max(longest))
"""


class Watched:
    """What was seen of a machine: `longest` is for how many seconds it stood still at the most."""

    longest = 0.0


@contextmanager
def watched() -> Iterator[Watched]:
    """Watch the machine for the time of a `with` block; what was seen is known after it."""
    seen = Watched()
    command = (sys.executable, "-c", _WATCH)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield seen
        finally:
            seen.longest = float(process.communicate()[0])


def on_time(attempt: Callable[[], list[int]], limit: int) -> None:
    """Fail where nothing is ever on time; each attempt gives by how much it was off, in the unit of the limit.

    A machine that was held up gets more chances. One that stood still each time says nothing about the program.
    """
    tried = []
    for _ in range(TRIES):
        with watched() as seen:
            off = attempt()
        if max(map(abs, off)) <= limit:
            return
        tried.append((off, round(seen.longest, 3)))
    if all(longest > HEARD for _, longest in tried):
        pytest.skip(f"the machine stood still each time, for so many seconds: {[longest for _, longest in tried]}")
    pytest.fail(f"off by more than {limit} each time; beside it for how many seconds the machine stood still: {tried}")
