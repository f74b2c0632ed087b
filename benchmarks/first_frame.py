"""How long until the first frame is seen, beside a bare Textual app."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import PEERS, Report, in_turn, medians, ms, python, relaxtimer, times, window

ROUNDS = 15
LIMIT = 1.15
SESSION, LIBRARY, BARE = "relaxtimer lower-back", "relaxtimer (the library)", "bare Textual app"


def main() -> int:
    """Measure, print, judge."""
    with TemporaryDirectory() as folder:
        home = {"RELAXTIMER_HOME": str(Path(folder))}
        taken = in_turn(
            {
                BARE: lambda: _first(python(PEERS / "bare.py"), "the first frame", home),
                SESSION: lambda: _first(relaxtimer("lower-back"), "Lower back: the full release", home),
                LIBRARY: lambda: _first(relaxtimer(), "Lower back: the full release", home),
            },
            ROUNDS,
        )
    median = medians(taken)
    report = Report(f"first frame, median of {ROUNDS}", ("median", "fastest", "x bare"))
    bare = median[BARE]
    report.row(BARE, ms(bare), ms(min(taken[BARE])), "1.00x")
    values = (ms(median[SESSION]), ms(min(taken[SESSION])), times(median[SESSION], bare))
    report.gate(SESSION, *values, limit=f"<= {LIMIT}x", met=median[SESSION] <= LIMIT * bare)
    report.row(LIBRARY, ms(median[LIBRARY]), ms(min(taken[LIBRARY])), times(median[LIBRARY], bare))
    return report.end()


def _first(command: list[str], marker: str, env: dict[str, str]) -> float:
    with window(command, env) as opened:
        return opened.until(marker)


if __name__ == "__main__":
    sys.exit(main())
