"""A sound server of a test's own: a null sink whose sound is recorded, and everything that can happen to a server.

Needs Debian's pulseaudio, pulseaudio-utils and, for programs that use ALSA, libasound2-plugins. Without them the tests
skip with that reason; in CI they fail.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Self

import numpy as np

from relaxtimer.machine import SECOND, nanoseconds
from tests.conftest import need

RATE = 48_000
SINK = "ear"
PATIENCE = 20.0
"""Seconds that anything may take on a busy machine before a test gives up."""

_PROGRAMS = ("pulseaudio", "pactl", "parec")
_LOOK = 0.02
_BYTES = 4


def until(reached: Callable[[], object], what: str, within: float = PATIENCE) -> None:
    """Look again and again until something is so; fail where it is not in time."""
    deadline = time.monotonic() + within
    while not reached():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(_LOOK)


class Server:
    """A private PulseAudio. `environment` leads programs to it, those that use ALSA too."""

    def __init__(self, folder: Path) -> None:
        """Have a folder of its own (short: its sockets' paths are bounded); not running yet."""
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        alsa = folder / "alsa.conf"
        alsa.write_text("</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n")
        self.environment = {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_SERVER": f"unix:{folder}/native",
            "ALSA_CONFIG_PATH": str(alsa),
        }

    @property
    def _all(self) -> dict[str, str]:
        return {**os.environ, **self.environment}

    def start(self, *, sink: bool = True) -> None:
        """Run, with a null sink unless told otherwise, and wait until it answers."""
        command = [
            "pulseaudio",
            "-n",
            "--exit-idle-time=-1",
            "--use-pid-file=no",
            "--daemonize=no",
            "--log-level=error",
        ]
        command += ["-L", f"module-native-protocol-unix socket={self._folder}/native auth-anonymous=1"]
        if sink:
            command += ["-L", _SINK_MODULE]
        nowhere = subprocess.DEVNULL
        self._process = subprocess.Popen(command, env=self._all, stdin=nowhere, stdout=nowhere, stderr=nowhere)
        until(lambda: self.asked("info"), "the sound server to answer")

    def asked(self, *command: str) -> bool:
        """Have `pactl` do something; tell whether it could."""
        command = ("pactl", *command)
        done = subprocess.run(command, env=self._all, capture_output=True, check=False, timeout=PATIENCE)
        return done.returncode == 0

    def plays(self) -> bool:
        """Tell whether anybody plays to it: a stream of a device that rests is corked."""
        command = ("pactl", "list", "sink-inputs")
        plain = {**self._all, "LC_ALL": "C"}
        done = subprocess.run(command, env=plain, capture_output=True, check=True, timeout=PATIENCE)
        return b"Corked: no" in done.stdout

    def kill(self) -> None:
        """End it at once."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Stop it, so that it holds every connection and answers nothing."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def suspend(self, *, on: bool) -> None:
        """Suspend the sink, as a system does with a device that was put away; or take it up again."""
        assert self.asked("suspend-sink", SINK, "1" if on else "0")

    def remove_sink(self) -> None:
        """Unplug the only device."""
        assert self.asked("unload-module", "module-null-sink")

    def add_sink(self) -> None:
        """Plug it in again."""
        assert self.asked("load-module", *_SINK_MODULE.split())

    @contextmanager
    def recorder(self) -> Iterator[Recorder]:
        """Record what the sink plays for the time of a `with` block."""
        with Recorder(self._all) as recorder:
            yield recorder


# Without `norewinds` a null sink asks for nothing in its first two seconds.
_SINK_MODULE = f"module-null-sink sink_name={SINK} rate={RATE} channels=2 norewinds=1"


class Recorder:
    """Keeps what a sink plays, as one channel; the sum of left and right, halved."""

    def __init__(self, environment: dict[str, str]) -> None:
        """Listen, and wait for the first samples: what is played from now on is heard."""
        self._data = bytearray()
        self._stamps: list[tuple[int, int]] = []
        command = ["parec", "-d", f"{SINK}.monitor", "--format=float32le", f"--rate={RATE}", "--channels=1"]
        command += ["--latency-msec=10", "--raw"]
        self._process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
        self._thread = Thread(target=self._record, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        # The sink renders two seconds ahead until somebody listens.
        until(lambda: len(self._data) > RATE * _BYTES // 2, "the recorder to hear the sink")
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._thread.join(PATIENCE)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _record(self) -> None:
        assert self._process.stdout is not None
        while part := os.read(self._process.stdout.fileno(), 4096):
            self._data += part
            self._stamps.append((len(self._data) // _BYTES, nanoseconds()))

    def time_of(self, frame: int) -> int:
        """Tell when the sink played a frame, in nanoseconds of the machine, as near as its blocks let one tell."""
        # At first a recorder is handed what was kept for it; later on nothing comes early, and the least late is right.
        later = self._stamps[len(self._stamps) // 4 :]
        origin = min(at - frames * SECOND // RATE for frames, at in later)
        return origin + frame * SECOND // RATE

    @property
    def samples(self) -> array[float]:
        """Everything so far."""
        heard = array("f", bytes(self._data[: len(self._data) // _BYTES * _BYTES]))
        if sys.byteorder == "big":
            heard.byteswap()
        return heard

    @property
    def frames(self) -> int:
        """How much there is so far."""
        return len(self._data) // _BYTES

    def peak(self, since: int = 0) -> float:
        """Give the loudest sample from a frame on."""
        heard = np.asarray(self.samples, dtype=np.float32)[since:]
        return float(np.abs(heard).max(initial=0.0))

    def hears(self, since: int = 0, level: float = 0.003) -> bool:
        """Tell whether anything is heard from a frame on."""
        return self.peak(since) > level


def onsets(samples: array[float], level: float, apart: float = 0.2) -> list[int]:
    """Give the frames at which sounds begin: the first sample over a level, after so many seconds without one."""
    loud = np.flatnonzero(np.abs(np.asarray(samples, dtype=np.float32)) > level)
    if not len(loud):
        return []
    begins = np.flatnonzero(np.diff(loud) > apart * RATE) + 1
    return [int(loud[0]), *(int(frame) for frame in loud[begins])]


@contextmanager
def sound_server(*, sink: bool = True, running: bool = True) -> Iterator[Server]:
    """A server for the time of a `with` block; skips the test where this machine has none."""
    missing = [program for program in _PROGRAMS if shutil.which(program) is None]
    need(not missing, f"needs a sound server: {', '.join(missing)} not found")
    folder = Path(tempfile.mkdtemp(prefix="ear-"))
    folder.chmod(0o700)
    server = Server(folder)
    try:
        if running:
            server.start(sink=sink)
        yield server
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)
