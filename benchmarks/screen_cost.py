"""What the session screen costs while nothing is pressed: processor time, memory, and what it sends to the terminal."""

from __future__ import annotations

import statistics
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import PEERS, Report, answered, in_turn, python, relaxtimer, window

ROUNDS = 3
# Until pacer and figure have been through a whole breath.
SETTLE = 25.0
# A whole breath.
TAKE = 10.0
PACED_LIMIT = 10.0
STILL_LIMIT = 1.0
FIGURED_LIMIT, FIGURED_KILOBYTES, FIGURED_MEGABYTES = 12.0, 450.0, 60.0
# Output that comes closer together than this belongs to one frame.
ONE_FRAME = 0.008

_ROUTINE = """
format: 1
name: The first frame
steps:
  - {{name: Something, kind: breathing, position: supine, prepare: 1s, {lasts}, say: Let the floor carry you.}}
"""
_FIGURED = """
format: 1
name: The first frame
steps:
  - {exercise: long-exhale-breathing, prepare: 1s, breaths: 60, breath: 4-0-6-0, longest: 60}
"""
FIGURED, FIRST = "session, figure at 15 and pacer at 30", "the same, its first breath"
PACED, STILL = "session, pacer at 30 frames a second", "session, no pacer"
LABEL, WIDGETS = "bare Textual app, one text a second", "Textual's ProgressBar and Digits at 30"


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one core in per cent, frames a second, bytes a second, bytes of memory."""

    cpu: float
    frames: float
    bytes: float
    memory: float


def main() -> int:
    """Measure, print, judge."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        paced, still = home / "paced.yaml", home / "still.yaml"
        paced.write_text(_ROUTINE.format(lasts="breaths: 60, breath: 4-0-6-0"))
        still.write_text(_ROUTINE.format(lasts="work: 10m"))
        figured = home / "figured.yaml"
        figured.write_text(_FIGURED)
        commands = {
            FIGURED: relaxtimer(str(figured), "--sound-output", "none", "--no-checkin"),
            FIRST: relaxtimer(str(figured), "--sound-output", "none", "--no-checkin"),
            PACED: relaxtimer(str(paced), "--sound-output", "none", "--no-checkin"),
            STILL: relaxtimer(str(still), "--sound-output", "none", "--no-checkin"),
            LABEL: python(PEERS / "label.py"),
            WIDGETS: python(PEERS / "widgets.py"),
        }
        env = {"RELAXTIMER_HOME": folder}
        costs: dict[str, list[Cost]] = {name: [] for name in commands}

        def take(name: str) -> float:
            # The session before was closed in its midst, and would be offered again.
            answered(home)
            cost = _cost(commands[name], env, 5.0 if name == FIRST else SETTLE)
            costs[name].append(cost)
            return cost.cpu

        in_turn({name: (lambda name=name: take(name)) for name in commands}, ROUNDS)
    return _report({name: taken[1:] for name, taken in costs.items()})


def _report(costs: dict[str, list[Cost]]) -> int:
    report = Report(f"{TAKE:g} s at 100x30, median of {ROUNDS}", ("of one core", "frames/s", "kB/s", "MB"))
    for name, taken in costs.items():
        cpu = statistics.median(cost.cpu for cost in taken)
        frames = statistics.median(cost.frames for cost in taken)
        sent = statistics.median(cost.bytes for cost in taken) / 1_000
        memory = statistics.median(cost.memory for cost in taken) / 1_000_000
        values = (f"{cpu:.1f} %", f"{frames:.1f}", f"{sent:.1f}", f"{memory:.1f}")
        limit = {PACED: PACED_LIMIT, STILL: STILL_LIMIT}.get(name)
        if name == FIGURED:
            told = f"<= {FIGURED_LIMIT:g} %, {FIGURED_KILOBYTES:g} kB/s, {FIGURED_MEGABYTES:g} MB"
            met = cpu <= FIGURED_LIMIT and sent <= FIGURED_KILOBYTES and memory <= FIGURED_MEGABYTES
            report.gate(name, *values, limit=told, met=met)
        elif limit is None:
            report.row(name, *values)
        else:
            report.gate(name, *values, limit=f"<= {limit:g} %", met=cpu <= limit)
    return report.end()


def _cost(command: list[str], env: dict[str, str], settle: float) -> Cost:
    """Let a program show its first frame and settle, then watch it."""
    with window(command, env) as opened:
        opened.until("The first frame" if "relaxtimer" in command[0] else "the first frame")
        opened.drain(settle)
        before = opened.cpu()
        came = opened.drain(TAKE)
        cpu = opened.cpu() - before
        memory = opened.memory()
    starts = [at for (at, _), (last, _) in zip(came[1:], came, strict=False) if at - last > ONE_FRAME]
    return Cost(100 * cpu / TAKE, (len(starts) + bool(came)) / TAKE, sum(count for _, count in came) / TAKE, memory)


if __name__ == "__main__":
    sys.exit(main())
