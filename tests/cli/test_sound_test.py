"""Every sound and a sentence, and whether they were heard."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.settings_file import own_settings
from relaxtimer.cli.sound_test import _EVENTS, _SILENT, SENTENCE
from relaxtimer.core.cues import CueKind
from relaxtimer.sound.profiles import PROFILES, tone_of
from tests.sound.server import RATE, sound_server
from tests.sound.standing import on_time
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


def test_every_event_that_has_a_sound_is_played_and_no_two_are_called_alike() -> None:
    played = [kind for kind, _, _ in _EVENTS]
    assert set(played) == {kind for kind in CueKind if any(tone_of(kind, profile) for profile in PROFILES)}
    assert len(set(played)) == len(played)
    assert len({words for _, words, _ in _EVENTS}) == len(played)


def test_a_hold_is_heard_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RELAXTIMER_HOME", str(tmp_path))
    hold = next(event for event in _EVENTS if event[0] is CueKind.BREATH_HOLD)
    monkeypatch.setattr("relaxtimer.cli.sound_test._EVENTS", (hold,))
    with sound_server() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        with server.recorder() as recorder:
            start = recorder.frames
            assert main(["sound-test", "--no-voice"]) == 0
            assert recorder.hears(start)
    assert "  breath-hold  hold the breath, lungs full\n" in capsys.readouterr().out


def test_the_setting_that_is_advised_is_one_that_there_is(home: Path) -> None:
    (advice,) = [re.findall("`(.*?)`", line) for line in _SILENT if "settings" in line]
    setting, group = advice
    (home / "settings.yaml").write_text(f"{group}\n  {setting}\n")
    assert own_settings().sound.primer == 500


def test_the_sentence_is_heard_by_whatever_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RELAXTIMER_HOME", str(tmp_path))
    (tmp_path / "settings.yaml").write_text(f"voice: {{command: {json.dumps(fake())}}}\n")
    with sound_server() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        with server.recorder() as recorder:

            def late() -> list[int]:
                start = recorder.frames
                assert main(["sound-test", "--profile", "silent"]) == 0
                loud = [frame for frame, sample in enumerate(recorder.samples[start:]) if abs(sample) > 0.02]
                # Seven words of a tenth of a second each, and nothing else.
                return [loud[-1] - loud[0] - 7 * RATE // 10]

            on_time(late, RATE // 10)
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
