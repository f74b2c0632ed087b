"""When cues are heard: recorded from a sound server and held against the timeline; and what the player process costs.

`sound_timing.py --drift 30` also records that many minutes, and tells how far the last cue has drifted from the first.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from measure import PEERS, Report, Window, answered, python, relaxtimer, window

from relaxtimer.audio.clip import RATE
from relaxtimer.audio.writing import WavWriter
from tests.sound.server import Server, onsets, sound_server

CLICKS = 30
LOUD = 0.02
LIMIT_MS, DRIFT_MS, CPU_LIMIT = 1.0, 2.0, 2.5
SETTLE, TAKE = 12.0, 20.0
# Per cent of a core, within the grain of the clock that is read.
NOTHING = 0.1
MOST_REPETITIONS = 1_000

_ROUTINE = """
format: 1
name: Clicks
steps:
  - name: Click
    kind: mobility
    position: standing
    prepare: 1s
    reps: {count}
    tempo: {{up: 1s}}
    sounds: {{profile: silent, tempo-up: click.wav}}
"""
_BREATHS = """
format: 1
name: Breathing
steps:
  - name: Quiet breathing
    kind: breathing
    position: supine
    prepare: 1s
    breath: [{in: 4s, say: "Breathe in, softly, through the nose"}, {out: 6s, say: "and let it go, all the way"}]
    breaths: 60
"""


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drift", type=int, default=0, metavar="MINUTES", help="record so long, too")
    options = parser.parse_args()
    with TemporaryDirectory() as folder, sound_server() as server:
        home = Path(folder)
        os.environ.update(server.environment, RELAXTIMER_HOME=folder)
        answered(home)
        _click(home / "click.wav")
        timing = _timing(home, server)
        if options.drift:
            timing |= _drift(home, server, options.drift)
        return timing | _cost(home)


# Onsets


def _timing(home: Path, server: Server) -> int:
    report = Report(f"{CLICKS} clicks, one a second", ("p95", "worst", "heard"))
    routine = _written(home, CLICKS)
    session = relaxtimer(str(routine), "--no-voice", "--profile", "silent", "--no-checkin")
    peers = {
        name: python(PEERS / "clicks.py", name, home / "click.wav", str(CLICKS)) for name in ("simpleaudio", "paplay")
    }
    for words, load in (("", 0), (", all cores busy", os.cpu_count() or 2)):
        with _busy(load):
            off = _off(server, lambda: window(session))
            report.gate(
                f"relaxtimer, the screen animating{words}",
                *_told(off),
                limit=f"p95 <= {LIMIT_MS:g} ms",
                met=_p95(off) <= LIMIT_MS,
            )
            for name, command in peers.items():
                if _there(name):
                    report.row(
                        f"{name}, by a timer{words}", *_told(_off(server, lambda command=command: _running(command)))
                    )
    return report.end()


def _drift(home: Path, server: Server, minutes: int) -> int:
    count = minutes * 60
    session = relaxtimer(str(_written(home, count)), "--no-voice", "--profile", "silent", "--no-checkin")
    heard = _heard(server, lambda: window(session), count)
    # A click that is missing is told by the number of those heard: it is no drift.
    off = [1_000 * ((at - heard[0]) / RATE - round((at - heard[0]) / RATE)) for at in heard]
    drift = off[-1]
    report = Report(f"drift over {minutes} minutes", ("at the end", "at most", "heard"))
    told = f"{drift:.3f} ms", f"{max(map(abs, off)):.3f} ms", str(len(heard))
    report.gate("relaxtimer", *told, limit=f"<= {DRIFT_MS:g} ms", met=abs(drift) <= DRIFT_MS)
    return report.end()


def _off(server: Server, start: Callable[[], object]) -> list[float]:
    """Give how far each click is from where it belongs, in milliseconds, without what all have in common."""
    heard = _heard(server, start, CLICKS)
    raw = [1_000 * (at / RATE - number) for number, at in enumerate(heard)]
    middle = statistics.median(raw)
    return [each - middle for each in raw]


def _heard(server: Server, start: Callable[[], object], count: int) -> list[int]:
    with server.recorder() as recorder, start() as opened:  # type: ignore[attr-defined]
        end = time.monotonic() + count + 12
        while time.monotonic() < end:
            if isinstance(opened, Window):
                opened.drain(0.5)
            else:
                time.sleep(0.5)
        found = onsets(recorder.samples, LOUD)
    if len(found) < count // 2:
        sys.exit(f"only {len(found)} of {count} clicks were heard")
    return found[:count]


@contextmanager
def _running(command: list[str]) -> Iterator[None]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        yield
        process.kill()


@contextmanager
def _busy(cores: int) -> Iterator[None]:
    hogs = [subprocess.Popen(python("-c", "while True: pass")) for _ in range(cores)]
    try:
        yield
    finally:
        for hog in hogs:
            hog.send_signal(signal.SIGKILL)
            hog.wait()


def _told(off: list[float]) -> tuple[str, str, str]:
    return f"{_p95(off):.2f} ms", f"{max(map(abs, off)):.2f} ms", str(len(off))


def _p95(off: list[float]) -> float:
    return sorted(map(abs, off))[max(-(-len(off) * 95 // 100) - 1, 0)]


def _there(name: str) -> bool:
    if name == "paplay":
        return shutil.which("paplay") is not None
    return not subprocess.run(python("-c", "import simpleaudio"), check=False, capture_output=True).returncode


# What it costs


def _cost(home: Path) -> int:
    routine = home / "breathing.yaml"
    routine.write_text(_BREATHS)
    report = Report(f"the player process, {TAKE:g} s", ("of one core",))
    with window(relaxtimer(str(routine), "--bed", "brown", "--no-checkin")) as opened:
        opened.drain(SETTLE)
        playing = _share(opened)
        opened.press(" ")
        opened.drain(SETTLE)
        paused = _share(opened)
    report.gate("ambience, breath and voice", f"{playing:.2f} %", limit=f"<= {CPU_LIMIT:g} %", met=playing <= CPU_LIMIT)
    report.gate("paused for over 10 s", f"{paused:.2f} %", limit="nothing", met=paused < NOTHING)
    return report.end()


def _share(opened: Window) -> float:
    player = _player_of(opened.process)
    before = _cpu(player)
    opened.drain(TAKE)
    return 100 * (_cpu(player) - before) / TAKE


def _player_of(session: int) -> int:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and b"relaxtimer.sound" in _read(folder / "cmdline"):
            fields = _read(folder / "stat").rpartition(b")")[2].split()
            if fields and int(fields[1]) == session:
                return int(folder.name)
    sys.exit("there is no player process")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _cpu(process: int) -> float:
    fields = _read(Path(f"/proc/{process}/stat")).rpartition(b")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _written(home: Path, count: int) -> Path:
    routine = home / f"clicks{count}.yaml"
    routine.write_text(_ROUTINE.format(count=count) if count <= MOST_REPETITIONS else _long(count))
    return routine


def _long(count: int) -> str:
    """Write more repetitions than a step may have as rounds of a block."""
    step = _ROUTINE.format(count=60).partition("steps:\n")[2]
    inner = "\n".join(f"    {line}" for line in step.splitlines()).replace("prepare: 1s", "prepare: 0s")
    return f"format: 1\nname: Clicks\nsteps:\n  - repeat: {count // 60}\n    steps:\n{inner}\n"


def _click(path: Path) -> None:
    """Write a click that begins with its first sample."""
    with WavWriter(path, channels=1) as file:
        file.write(array("f", [0.4 if number // 24 % 2 == 0 else -0.4 for number in range(480)]))


if __name__ == "__main__":
    sys.exit(main())
