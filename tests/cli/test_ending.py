"""Commands that work for long, asked to end by the system: nothing is left of what they had begun."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import need
from tests.sound.server import PATIENCE, until
from tests.sound.voice.engines import fake

ROUTINE = """
format: 1
name: Gate
steps:
  - {name: Reach up, kind: stretch, position: standing, prepare: 8s, work: 20s, say: Wait at the gate.}
"""


def is_broken(pipe: int) -> bool:
    """Whether nobody is left who reads."""
    try:
        os.write(pipe, b"\0")
    except BrokenPipeError:
        return True
    return False


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize("command", [("render", "-o", "gate.wav"), ("check",)])
def test_what_a_command_runs_and_writes_ends_with_it(home: Path, tmp_path: Path, name: str, command: list[str]) -> None:
    need(hasattr(os, "mkfifo"), "this system has no named pipes")
    gate, folder = tmp_path / "gate", tmp_path / "folder"
    os.mkfifo(gate)
    folder.mkdir()
    voice = fake("--gate-on", "gate", "--gate", gate)
    (home / "settings.yaml").write_text(f"voice: {{command: {json.dumps(voice)}}}\n")
    (tmp_path / "gate.yaml").write_text(ROUTINE)
    verb, *options = command
    running = subprocess.Popen(
        [sys.executable, "-m", "relaxtimer", verb, str(tmp_path / "gate.yaml"), *options],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    # It opens once the voice is there and waits; and breaks once nobody is left who reads.
    writing = os.open(gate, os.O_WRONLY)
    try:
        running.send_signal(getattr(signal, name))
        _, said = running.communicate(timeout=PATIENCE)
        assert running.returncode == 128 + getattr(signal, name)
        until(lambda: is_broken(writing), "the voice to end")
    finally:
        os.close(writing)
    assert list(folder.iterdir()) == []
    assert said == ("relaxtimer: stopped: no part of a file was left.\n" if verb == "render" else "")


def test_signals_that_are_ignored_stay_so(home: Path, tmp_path: Path) -> None:
    need(hasattr(signal, "SIGHUP"), "this system has no SIGHUP")
    (home / "settings.yaml").write_text("voice: {on: false}\n")
    (tmp_path / "gate.yaml").write_text(ROUTINE)
    code = (
        "import os, signal, sys\nfrom relaxtimer.cli import main, render\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "write = render.render_routine\n"
        "def hung_up(*given):\n    os.kill(os.getpid(), signal.SIGHUP)\n    return write(*given)\n"
        "render.render_routine = hung_up\n"
        "sys.exit(main(['render', 'gate.yaml', '-o', 'gate.wav']))\n"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False, capture_output=True).returncode == 0
    assert (tmp_path / "gate.wav").exists()
