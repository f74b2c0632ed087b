"""How long the record takes with 100,000 sessions in it, beside the same commands with an empty one.

python benchmarks/record.py
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from sqlite3 import Connection
from statistics import median
from time import perf_counter

from relaxtimer.record.store import Store, save

SESSIONS, STEPS, YEARS = 100_000, 11, 10
TIMES = 5
GATE = 0.3
COMMANDS = (("stats",), ("history",), ("today", "--show"), ("show", "lower-back"))


def fill(record: Connection) -> None:
    """Write ten years of practice."""
    today = dt.datetime.now().astimezone().date().toordinal()
    names = ("lower-back", "desk-reset", "lower-back-quick", "micro-break", "box-breathing")
    sessions: list[tuple[object, ...]] = []
    steps: list[tuple[object, ...]] = []
    for number in range(1, SESSIONS + 1):
        day = today - (SESSIONS - number) * YEARS * 365 // SESSIONS
        at = f"{dt.date.fromordinal(day).isoformat()}T07:30:00+00:00"
        name, pain = names[number % len(names)], number * 7 % 11
        began = (number, f"session {number}", name, name, f"/x/{name}.yaml", day, at, at, "finished", 1.0, "left", None)
        stood = (720_000, 720_000, STEPS, STEPS, 720_000, at)
        sessions.append((*began, *stood, pain, pain, pain, max(pain - 1, 0), pain, pain))
        for step in range(STEPS):
            side = ("left", "right")[step % 2]
            steps.append((number, step, side, step + 1, f"step {step}", f"Step {step}", "done", 0, 0, 30_000))
    for table, rows in (("session", sessions), ("step", steps)):
        marks = ", ".join("?" * len(rows[0]))
        record.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - the words are ours


def seconds(home: Path, *arguments: str) -> float:
    """Give the median time of a command."""
    environment = {**os.environ, "RELAXTIMER_HOME": str(home)}
    taken = []
    for _ in range(TIMES):
        begun = perf_counter()
        subprocess.run(
            [sys.executable, "-m", "relaxtimer", *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        taken.append(perf_counter() - begun)
    return median(taken)


def main() -> int:
    """Print the table, and judge."""
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder) / "full", Path(folder) / "empty"
        store = Store(full)
        assert save(store, fill), store.news()
        store.close()
        print(f"{SESSIONS:,} sessions of {STEPS} steps, median of {TIMES}; stats is to take {GATE} s at the most\n")
        print("| command | seconds | beside an empty record |")
        print("| --- | --- | --- |")
        missed = 0
        for command in COMMANDS:
            taken, alone = seconds(full, *command), seconds(empty, *command)
            print(f"| {' '.join(command)} | {taken:.2f} | {taken / alone:.2f}x |")
            missed |= command == ("stats",) and taken > GATE
        return int(missed)


if __name__ == "__main__":
    sys.exit(main())
