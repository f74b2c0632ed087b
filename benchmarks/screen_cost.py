"""What the session screen costs while nothing is pressed: processor time, and what it sends to the terminal."""

from __future__ import annotations

import statistics
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import PEERS, Report, in_turn, python, relaxtimer, window

ROUNDS = 3
# Until the pacer has been through a whole breath.
SETTLE = 15.0
TAKE = 6.0
PACED_LIMIT = 10.0
STILL_LIMIT = 1.0
# Output that comes closer together than this belongs to one frame.
ONE_FRAME = 0.008

_ROUTINE = """
format: 1
name: The first frame
steps:
  - {{name: Something, kind: breathing, position: supine, prepare: 1s, {lasts}, say: Let the floor carry you.}}
"""
PACED, STILL = "session, pacer at 30 frames a second", "session, no pacer"
LABEL, WIDGETS = "bare Textual app, one text a second", "Textual's ProgressBar and Digits at 30"


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one core in per cent, frames a second, bytes a second."""

    cpu: float
    frames: float
    bytes: float


def main() -> int:
    """Measure, print, judge."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        paced, still = home / "paced.yaml", home / "still.yaml"
        paced.write_text(_ROUTINE.format(lasts="breaths: 60, breath: 4-0-6-0"))
        still.write_text(_ROUTINE.format(lasts="work: 10m"))
        commands = {
            PACED: relaxtimer(str(paced), "--sound-output", "none"),
            STILL: relaxtimer(str(still), "--sound-output", "none"),
            LABEL: python(PEERS / "label.py"),
            WIDGETS: python(PEERS / "widgets.py"),
        }
        env = {"RELAXTIMER_HOME": folder}
        costs: dict[str, list[Cost]] = {name: [] for name in commands}

        def take(name: str) -> float:
            cost = _cost(commands[name], env)
            costs[name].append(cost)
            return cost.cpu

        in_turn({name: (lambda name=name: take(name)) for name in commands}, ROUNDS)
    return _report({name: taken[1:] for name, taken in costs.items()})


def _report(costs: dict[str, list[Cost]]) -> int:
    report = Report(f"{TAKE:g} s at 100x30, median of {ROUNDS}", ("of one core", "frames/s", "kB/s"))
    for name, taken in costs.items():
        cpu = statistics.median(cost.cpu for cost in taken)
        frames = statistics.median(cost.frames for cost in taken)
        sent = statistics.median(cost.bytes for cost in taken) / 1_000
        values = (f"{cpu:.1f} %", f"{frames:.1f}", f"{sent:.1f}")
        limit = {PACED: PACED_LIMIT, STILL: STILL_LIMIT}.get(name)
        if limit is None:
            report.row(name, *values)
        else:
            report.gate(name, *values, limit=f"<= {limit:g} %", met=cpu <= limit)
    return report.end()


def _cost(command: list[str], env: dict[str, str]) -> Cost:
    """Let a program show its first frame and settle, then watch it."""
    with window(command, env) as opened:
        opened.until("The first frame" if "relaxtimer" in command[0] else "the first frame")
        opened.drain(SETTLE)
        before = opened.cpu()
        came = opened.drain(TAKE)
        cpu = opened.cpu() - before
    starts = [at for (at, _), (last, _) in zip(came[1:], came, strict=False) if at - last > ONE_FRAME]
    return Cost(100 * cpu / TAKE, (len(starts) + bool(came)) / TAKE, sum(count for _, count in came) / TAKE)


if __name__ == "__main__":
    sys.exit(main())
