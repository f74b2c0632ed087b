"""How long it takes to read one routine, and to list ten thousand, beside the fastest YAML loader on the same files."""

from __future__ import annotations

import gc
import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from measure import Report, in_turn, medians, ms, python, relaxtimer, seconds, times

from relaxtimer.folders import Folders
from relaxtimer.library.library import Library
from relaxtimer.library.shelves import Shelves
from relaxtimer.resources import bundled

ROUNDS = 31
ONE_LIMIT = 0.005
FILES = 10_000
LIST_ROUNDS = 3
# Loading these files with PyYAML's C loader, which is less than reading a routine, takes longer than two seconds: so
# the first listing is held against that loader, and every later one against the clock.
COLD_LIMIT = 1.0
WARM_LIMIT = 2.0
# Files that have just been written are read again, in case they change once more within one tick of the clock.
AN_HOUR = 3_600

_LOAD_ALL = (
    "import pathlib, sys, yaml\n"
    "for file in pathlib.Path(sys.argv[1]).iterdir(): yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)"
)


def main() -> int:
    """Measure, print, judge."""
    return _one() | _many()


def _one() -> int:
    folder = bundled("routines")
    routine = folder / "lower-back.yaml"
    everything = [routine, *(folder / "exercises").glob("*.yaml")]
    # As the command does, before anything else; for the peer too.
    gc.disable()
    with TemporaryDirectory() as home:
        shelves = _shelves(Path(home))

        def read() -> None:
            assert Library(shelves).routine("lower-back").routine.steps

        named = {
            "relaxtimer: lower-back with its exercises": _timed(read),
            "yaml.CSafeLoader: the same files": _timed(lambda: _load(everything)),
            "yaml.CSafeLoader: lower-back alone": _timed(lambda: _load([routine])),
        }
        taken = in_turn(named, ROUNDS)
    gc.enable()
    median = medians(taken)
    ours, peer, _ = named
    report = Report(f"reading one routine, median of {ROUNDS}", ("median", "fastest", "x CSafeLoader"))
    for name in named:
        values = (ms(median[name]), ms(min(taken[name])), times(median[name], median[peer]))
        if name == ours:
            report.gate(name, *values, limit="<= 5 ms", met=median[name] <= ONE_LIMIT)
        else:
            report.row(name, *values)
    return report.end()


def _many() -> int:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        _write(home / "routines")
        env = {"RELAXTIMER_HOME": folder}
        cold: list[float] = []
        warm: list[float] = []
        peer: list[float] = []
        for _ in range(LIST_ROUNDS):
            shutil.rmtree(home / "cache", ignore_errors=True)
            cold.append(seconds(relaxtimer("list", "--json"), env))
            warm.append(seconds(relaxtimer("list", "--json"), env))
            peer.append(seconds(python("-c", _LOAD_ALL, home / "routines"), env))
    report = Report(f"listing {FILES:,} routine files, median of {LIST_ROUNDS}", ("median", "fastest", "x CSafeLoader"))
    beside = statistics.median(peer)

    def row(taken: list[float]) -> tuple[str, str, str]:
        median = statistics.median(taken)
        return f"{median:.2f} s", f"{min(taken):.2f} s", times(median, beside)

    first, again = statistics.median(cold), statistics.median(warm)
    report.gate("cold: read for the first time", *row(cold), limit="<= 1x", met=first <= COLD_LIMIT * beside)
    report.gate("warm: nothing has changed", *row(warm), limit="<= 2 s", met=again <= WARM_LIMIT)
    report.row("yaml.CSafeLoader: loading the same files", *row(peer))
    report.row(f"(processors: {_processors()})")
    return report.end()


def _processors() -> int:
    """Give how many there are for this process; not every system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shelves(home: Path) -> Shelves:
    return Shelves(Folders(home / "routines", home, home, home / "cache"))


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def take() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return take


def _load(files: list[Path]) -> None:
    for file in files:
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


def _write(folder: Path) -> None:
    """Write the bundled routines over and over, each with another name, so that no two files are the same."""
    folder.mkdir()
    texts = [file.read_text() for file in sorted(bundled("routines").glob("*.yaml"))]
    before = time.time() - AN_HOUR
    for number in range(FILES):
        file = folder / f"routine-{number}.yaml"
        file.write_text(f"{texts[number % len(texts)]}\nauthor: Writer {number}\n")
        os.utime(file, (before, before))


if __name__ == "__main__":
    sys.exit(main())
