"""Routines that are rendered by tests, and what is read of their files."""

from __future__ import annotations

import wave
from array import array
from pathlib import Path

from relaxtimer.audio.clip import RATE
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.render.rendering import Heard
from relaxtimer.sound.placed import Bus

QUIET = Heard(profile="ticks", bed=None, gains=dict.fromkeys(Bus, 1.0), voice=None)
ROUTINE = """
format: 1
name: A short one
summary: For a file.
steps:
  - {name: Reach up, kind: stretch, position: standing, prepare: 3s, work: 12s, say: Reach for the ceiling.}
  - {name: Quiet breathing, kind: breathing, position: standing, prepare: 3s, breath: 2-0-3-0, breaths: 2}
"""


ENDINGS = (".wav", ".flac", ".ogg", ".opus", ".mp3")
# Renders with the arguments after the first, which is how many bytes a file may have.
BOUNDED = """
import resource, sys
bound = resource.RLIMIT_FSIZE
soft, hard = resource.getrlimit(bound)
resource.setrlimit(bound, (int(sys.argv[1]), hard))
from relaxtimer.cli import main
status = main(["render", *sys.argv[2:]])
# Whoever counts the lines that ran writes that down at the end.
resource.setrlimit(bound, (soft, hard))
sys.exit(status)
"""


def timeline_of(path: Path) -> Timeline:
    return Timeline.of(Library().routine(str(path)).routine)


def nothing_said(_what: str, _share: float) -> None:
    """Show no progress."""


def samples_of(path: Path) -> array[int]:
    """Give the left channel of a WAV file."""
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 2, 2)
        return array("h", file.readframes(file.getnframes()))[::2]
