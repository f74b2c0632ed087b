"""Every sound and a sentence, and whether they were heard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.sound_test import SENTENCE
from relaxtimer.core.cues import CueKind
from tests.sound.server import RATE, sound_server
from tests.sound.voice.engines import fake
from tests.terminal import Terminal, relaxtimer

FEW = ((CueKind.LEAD_IN, "counting in", 0.6), (CueKind.STEP, "a new step", 0.6), (CueKind.BREATH_IN, "in", 0.6))
NOWHERE = {"PULSE_SERVER": "unix:/nonexistent", "ALSA_CONFIG_PATH": "/nonexistent", "JACK_NO_START_SERVER": "1"}


def test_each_sound_is_named_and_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RELAXTIMER_HOME", str(tmp_path))
    monkeypatch.setattr("relaxtimer.cli.sound_test._EVENTS", FEW)
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


def test_the_sentence_is_heard_by_whatever_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RELAXTIMER_HOME", str(tmp_path))
    (tmp_path / "settings.yaml").write_text(f"voice: {{command: {json.dumps(fake())}}}\n")
    with sound_server() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        with server.recorder() as recorder:
            start = recorder.frames
            assert main(["sound-test", "--profile", "silent"]) == 0
            # Seven words of a tenth of a second each, and nothing else.
            loud = [frame for frame, sample in enumerate(recorder.samples[start:]) if abs(sample) > 0.02]
    assert (loud[-1] - loud[0]) / RATE == pytest.approx(0.7, abs=0.1)
    assert "Voice: command." in capsys.readouterr().out


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
