"""`check` with ears: words in the length that a voice takes for them, and the sound files beside a routine."""

from __future__ import annotations

import json
import shutil
from array import array
from pathlib import Path
from typing import Any

import pytest

from relaxtimer.audio.writing import WavWriter
from relaxtimer.cli import main
from tests.conftest import need
from tests.sound.voice.engines import fake

ROUTINE = """
format: 1
name: Bells
steps:
  - name: Reach up
    kind: stretch
    position: standing
    prepare: 10s
    work: 30s
    sounds: {begin: bell.wav}
"""


def checked(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    """Check a file, and give the status with what was told of it."""
    status = main(["check", "--json", str(path)])
    told: dict[str, Any] = json.loads(capsys.readouterr().out)["files"][0]
    return status, told


def bell(path: Path, level: float) -> None:
    """Write a tenth of a second."""
    with WavWriter(path, channels=1) as file:
        file.write(array("f", [level, -level] * 2_400))


@pytest.fixture
def routine(tmp_path: Path) -> Path:
    """A routine with a sound of its own beside it."""
    path = tmp_path / "bells.yaml"
    path.write_text(ROUTINE)
    return path


def test_a_sound_that_is_loud_is_a_doubt(routine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bell(routine.parent / "bell.wav", 1.0)
    status, told = checked(routine, capsys)
    assert status == 0
    assert [doubt["message"] for doubt in told["doubts"]] == ["bell.wav is loud: it is brought down by 24 dB"]
    assert (told["doubts"][0]["line"], told["doubts"][0]["column"]) == (10, 21)


def test_a_sound_as_it_ought_to_be_is_nothing_to_tell(routine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bell(routine.parent / "bell.wav", 0.05)
    assert checked(routine, capsys) == (0, {"file": str(routine), "mistakes": [], "doubts": []})


def test_a_sound_that_is_none_is_a_mistake_where_it_is_named(routine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (routine.parent / "bell.wav").write_bytes(b"RIFF and nothing else")
    status, told = checked(routine, capsys)
    assert status == 2
    assert (told["mistakes"][0]["line"], told["mistakes"][0]["column"]) == (10, 21)
    assert told["mistakes"][0]["message"].startswith("bell.wav cannot be played: ")


def test_a_slow_voice_has_no_time_for_what_fits_at_an_ordinary_speed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    need(shutil.which("espeak-ng"), "espeak-ng speaks")
    monkeypatch.setenv("RELAXTIMER_HOME", str(tmp_path))
    path = tmp_path / "slow.yaml"
    path.write_text(
        "format: 1\nname: Slow\nsteps:\n  - {name: Reach up, kind: stretch, position: standing, prepare: 8s, work: 10s,"
        " say: [Reach up with both hands., Look at your thumbs and let the shoulders hang.]}\n"
    )
    assert checked(path, capsys)[1]["doubts"] == []
    (tmp_path / "settings.yaml").write_text("voice: {engine: espeak-ng, rate: 80}\n")
    assert "of words in" in checked(path, capsys)[1]["doubts"][0]["message"]
    (tmp_path / "settings.yaml").write_text("voice: {on: false}\n")
    assert checked(path, capsys)[1]["doubts"] == []


SAID = (
    "format: 1\nname: Said\nsteps:\n  - {name: Reach up, kind: stretch, position: standing, prepare: 8s, work: 10s,"
    " say: [Reach up., Look at your thumbs., Let the shoulders hang.]}\n"
)


def test_where_a_voice_breaks_another_one_is_listened_to_and_that_is_told(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    need(shutil.which("espeak-ng"), "espeak-ng speaks")
    broken = json.dumps(fake("--fail-on", "h"))
    (home / "settings.yaml").write_text(f"voice: {{command: {broken}}}\n")
    (tmp_path / "said.yaml").write_text(SAID)
    status = main(["check", str(tmp_path / "said.yaml")])
    told = capsys.readouterr()
    assert (status, told.out) == (0, "1 file: no mistakes, no doubts\n")
    assert told.err.startswith("relaxtimer: The voice command is given up. The voice command ended with status 3")
    assert "estimates" not in told.err


def test_a_file_is_checked_though_the_settings_have_mistakes(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "settings.yaml").write_text("voise: {on: false}\n")
    (tmp_path / "said.yaml").write_text(SAID)
    assert main(["check", str(tmp_path / "said.yaml")]) == 0
    told = capsys.readouterr()
    assert told.out == "1 file: no mistakes, no doubts\n"
    assert told.err.startswith("relaxtimer: nothing was listened to: 1 mistake in the settings\n")


def test_a_voice_that_is_not_there_by_its_name_is_told_once(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    need(shutil.which("espeak-ng"), "espeak-ng speaks")
    (home / "settings.yaml").write_text("voice: {engine: espeak-ng, name: Nobody}\n")
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(SAID)
    assert main(["check", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml")]) == 0
    said = 'No voice is called "Nobody": espeak-ng speaks with another one. `relaxtimer voices` lists all.'
    assert capsys.readouterr().err == f"relaxtimer: {said}\n"
