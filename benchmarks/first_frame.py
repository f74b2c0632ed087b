"""How long until the first frame is seen, and the first with something to do in it, beside a bare Textual app.

The first frame of a bundled routine has its title alone, and is seen while the routine is still being read.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import PEERS, Report, answered, in_turn, medians, ms, python, relaxtimer, times, window

ROUNDS = 15
LIMIT = 1.15
SESSION, STEP = "relaxtimer lower-back: its title", "relaxtimer lower-back: its first step"
LIBRARY, BARE = "relaxtimer: the library", "bare Textual app"
TITLE, FIRST_STEP = "Lower back: the full release", "Long-exhale breathing"


def main() -> int:
    """Measure, print, judge."""
    with TemporaryDirectory() as folder:
        answered(Path(folder))
        home = {"RELAXTIMER_HOME": folder}
        taken = in_turn(
            {
                BARE: lambda: _first(python(PEERS / "bare.py"), "the first frame", home),
                SESSION: lambda: _first(relaxtimer("lower-back", "--no-checkin"), TITLE, home),
                STEP: lambda: _first(relaxtimer("lower-back", "--no-checkin"), FIRST_STEP, home),
                LIBRARY: lambda: _first(relaxtimer(), TITLE, home),
            },
            ROUNDS,
        )
    median = medians(taken)
    report = Report(f"first frame, median of {ROUNDS}", ("median", "fastest", "x bare"))
    bare = median[BARE]
    report.row(BARE, ms(bare), ms(min(taken[BARE])), "1.00x")
    values = (ms(median[SESSION]), ms(min(taken[SESSION])), times(median[SESSION], bare))
    report.gate(SESSION, *values, limit=f"<= {LIMIT}x", met=median[SESSION] <= LIMIT * bare)
    for name in (STEP, LIBRARY):
        report.row(name, ms(median[name]), ms(min(taken[name])), times(median[name], bare))
    return report.end()


def _first(command: list[str], marker: str, env: dict[str, str]) -> float:
    with window(command, env) as opened:
        return opened.until(marker)


if __name__ == "__main__":
    sys.exit(main())
