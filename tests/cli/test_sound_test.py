"""Every sound and a sentence, and whether they were heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.sound_test import SENTENCE
from relaxtimer.core.cues import CueKind
from tests.sound.server import sound_server
from tests.terminal import Terminal, relaxtimer

FEW = ((CueKind.LEAD_IN, "counting in", 0.6), (CueKind.STEP, "a new step", 0.6), (CueKind.BREATH_IN, "in", 0.6))
NOWHERE = {"PULSE_SERVER": "unix:/nonexistent", "ALSA_CONFIG_PATH": "/nonexistent", "JACK_NO_START_SERVER": "1"}


def test_each_sound_is_named_and_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RELAXTIMER_HOME", str(tmp_path))
    monkeypatch.setattr("relaxtimer.cli.sound_test._EVENTS", FEW)
    monkeypatch.setattr("relaxtimer.cli.sound_test._FOR_THE_VOICE", 2.0)
    with sound_server() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        with server.recorder() as recorder:
            start = recorder.frames
            assert main(["sound-test"]) == 0
            assert recorder.hears(start)
    told = capsys.readouterr().out
    assert "Sound by miniaudio, to PulseAudio: Null Output." in told
    assert all(kind.value in told for kind, _, _ in FEW)
    assert SENTENCE in told


def test_without_a_device_it_fails_and_says_who_knows_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in (*NOWHERE.items(), ("RELAXTIMER_HOME", str(tmp_path))):
        monkeypatch.setenv(name, value)
    assert main(["sound-test"]) == 1
    assert "No sound: miniaudio" in capsys.readouterr().out


@pytest.mark.parametrize(("key", "status", "told"), [("y", 0, "close your eyes"), ("n", 1, "relaxtimer doctor")])
def test_it_asks_whether_the_bell_was_heard(key: str, status: int, told: str) -> None:
    with Terminal(relaxtimer("sound-test", "--sound-output", "bell")) as terminal:
        terminal.until("Did you hear it?")
        terminal.press(key)
        assert told in terminal.until(told)
        assert terminal.wait() == status
