"""A file sounds like the session did: the same events at the same samples."""

from __future__ import annotations

import os
import statistics
import subprocess
import wave
from array import array
from pathlib import Path

import pytest

from relaxtimer.audio.clip import RATE
from relaxtimer.cli import main
from tests.sound.server import onsets, sound_server
from tests.sound.standing import on_time
from tests.terminal import relaxtimer

ROUTINE = """
format: 1
name: A short one
steps:
  - {name: Reach up, kind: stretch, position: standing, prepare: 2s, work: 6s}
  - {name: Knee bends, kind: mobility, position: standing, prepare: 2s, reps: 3, tempo: {up: 1s, down: 1s}}
"""
LEVEL = 0.01
WITHIN = 2 * RATE // 1_000


def heard_live(routine: Path, home: Path) -> list[int]:
    """Do a session at its own speed, and give the frames at which sounds began."""
    with sound_server() as server, server.recorder() as recorder:
        command = relaxtimer(str(routine), "--plain", "--no-voice", "--profile", "ticks")
        environment = {**os.environ, **server.environment, "RELAXTIMER_HOME": str(home)}
        subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=120)
        return onsets(recorder.samples, LEVEL)


def heard_in_file(routine: Path, target: Path) -> list[int]:
    """Render it, and give the same."""
    assert main(["render", str(routine), "-o", str(target), "--no-voice", "--profile", "ticks"]) == 0
    with wave.open(str(target)) as file:
        samples = array("h", file.readframes(file.getnframes()))[::2]
    return onsets(array("f", [sample / 32_768 for sample in samples]), LEVEL)


@pytest.mark.once
@pytest.mark.xdist_group("true time")
def test_each_sound_of_a_live_session_is_at_the_same_time_in_the_file(tmp_path: Path) -> None:
    routine = tmp_path / "short.yaml"
    routine.write_text(ROUTINE)
    file = heard_in_file(routine, tmp_path / "a.wav")

    def apart() -> list[int]:
        live = heard_live(routine, tmp_path)
        # A session counts in, which a file has no use for.
        assert len(live) > len(file) > 10
        found = [one - other for one, other in zip(live[-len(file) :], file, strict=True)]
        middle = round(statistics.median(found))
        return [each - middle for each in found]

    on_time(apart, WITHIN)
