"""The language of the settings reaches all that is said: a voice that is not English gets numbers as written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.arguments import parse
from relaxtimer.cli.sounds import choose
from relaxtimer.clock import FakeClock
from relaxtimer.core.events import Command
from relaxtimer.core.session import Session
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.sound.messages import Score
from relaxtimer.sound.performer import Performer
from relaxtimer.sound.player import Outlet
from tests.sound.voice.engines import fake, texts_of

SENTENCE = "Halte 30 Sekunden, max. 5x."
ROUTINE = f"""
format: 1
name: Abend
steps:
  - {{name: Knie heben, kind: stretch, position: standing, prepare: 14s, work: 20s, say: ["{SENTENCE}"]}}
"""


@pytest.fixture
def log(home: Path, tmp_path: Path) -> Path:
    """Where the texts go that a German voice is given."""
    log = tmp_path / "noted" / "log"
    log.parent.mkdir()
    command = json.dumps(fake(log=log))
    (home / "settings.yaml").write_text(f"voice: {{language: de, command: {command}}}\n")
    return log


@pytest.fixture
def routine(tmp_path: Path) -> Path:
    path = tmp_path / "abend.yaml"
    path.write_text(ROUTINE, encoding="utf-8")
    return path


def test_a_file_has_the_numbers_of_its_voice(routine: Path, log: Path, tmp_path: Path) -> None:
    assert main(["render", str(routine), "-o", str(tmp_path / "abend.wav")]) == 0
    assert f"{SENTENCE}\n" in texts_of(log)


def test_a_check_measures_the_numbers_of_its_voice(routine: Path, log: Path) -> None:
    assert main(["check", str(routine)]) == 0
    assert f"{SENTENCE}\n" in texts_of(log)


@pytest.mark.usefixtures("log")
def test_a_session_is_told_in_the_numbers_of_its_voice(routine: Path) -> None:
    make, _ = choose(parse([str(routine), "--sound-output", "simpleaudio"]), FakeClock())
    player = make(Outlet(lambda _times: None, lambda: None, lambda: None))
    assert isinstance(player, Performer)
    session = Session(Timeline.of(Library().routine(str(routine)).routine))
    try:
        player.follow(session, 0, session.do(Command.START, 0))
        scores = [request for request in player.greeting() if isinstance(request, Score)]
    finally:
        player.close()
    assert SENTENCE in {note.words for note in scores[0].notes}
