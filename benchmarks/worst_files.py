"""How long the worst routine files take to be refused, beside what YAML's own safe loaders make of them."""

from __future__ import annotations

import signal
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hostile import files
from measure import Report, python, relaxtimer

ROUNDS = 3
LIMIT = 1.0
PATIENCE = 10.0
WRONG_FILE = 2
_LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], 'rb').read(), Loader=yaml.{})"
_LOADERS = ("CSafeLoader", "SafeLoader")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a program made of a file, in a word or two, and how many seconds it took."""

    word: str
    took: float


def main() -> int:
    """Measure, print, judge."""
    report = Report(f"refusing files, median of {ROUNDS}", ("relaxtimer check", "", *_LOADERS))
    worst = 0.0
    with TemporaryDirectory() as folder:
        for name, content in files().items():
            file = Path(folder) / "hostile.yaml"
            file.write_bytes(content)
            ours = [_checked(file, folder) for _ in range(ROUNDS)]
            took = statistics.median(outcome.took for outcome in ours)
            words = sorted({outcome.word for outcome in ours})
            worst = max(worst, took)
            peers = [_loaded(file, loader) for loader in _LOADERS]
            values = (f"{took:.2f} s", ", ".join(words), *(f"{peer.word} {peer.took:.2f} s" for peer in peers))
            report.gate(name, *values, limit=f"< {LIMIT:g} s", met=took < LIMIT and words == ["refused"])
    report.row("the worst of them", f"{worst:.2f} s")
    return report.end()


def _checked(file: Path, home: str) -> Outcome:
    """Let it be checked: refused is status 2, with words that name the file and no traceback."""
    start = time.perf_counter()
    try:
        done = subprocess.run(
            relaxtimer("check", str(file)),
            capture_output=True,
            check=False,
            timeout=PATIENCE,
            env={"RELAXTIMER_HOME": home},
        )
    except subprocess.TimeoutExpired:
        return Outcome("gave up waiting", PATIENCE)
    took = time.perf_counter() - start
    said = (done.stdout + done.stderr).decode()
    if "Traceback" in said:
        return Outcome("traceback", took)
    if done.returncode != WRONG_FILE or file.name not in said:
        return Outcome(f"status {done.returncode}", took)
    return Outcome("refused", took)


def _loaded(file: Path, loader: str) -> Outcome:
    start = time.perf_counter()
    try:
        done = subprocess.run(
            python("-c", _LOAD.format(loader), file), capture_output=True, check=False, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        return Outcome("gave up waiting", PATIENCE)
    took = time.perf_counter() - start
    if done.returncode < 0:
        return Outcome(f"killed by {signal.Signals(-done.returncode).name}", took)
    if done.returncode:
        return Outcome("recursion" if b"RecursionError" in done.stderr else "refused", took)
    return Outcome("accepted", took)


if __name__ == "__main__":
    sys.exit(main())
