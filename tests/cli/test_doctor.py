"""What is told of a machine: what works, what does not, and the fix."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from relaxtimer.cli import main
from tests.record.people import did
from tests.sound.server import sound_server
from tests.sound.voice.engines import fake, need_espeak_library

NOWHERE = {"PULSE_SERVER": "unix:/nonexistent", "ALSA_CONFIG_PATH": "/nonexistent", "JACK_NO_START_SERVER": "1"}


def findings(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, Any]]:
    """Have it looked at, and give what was found by name."""
    assert main(["doctor", "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return {each["name"]: each for each in told["findings"]}


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAXTIMER_HOME", str(tmp_path))


def test_without_a_device_it_says_so_and_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in NOWHERE.items():
        monkeypatch.setenv(name, value)
    found = findings(capsys)
    assert not found["sound"]["works"]
    assert found["sound"]["found"].startswith("nothing to play to: miniaudio")
    assert "Turn a device on" in found["sound"]["fix"]
    assert found["routines"]["works"]


def test_with_a_device_it_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with sound_server() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        found = findings(capsys)
    assert found["sound"] == {
        "name": "sound",
        "works": True,
        "found": "miniaudio, to PulseAudio: Null Output",
        "fix": "`relaxtimer sound-test` plays it.",
    }


def test_mistakes_in_the_settings_are_a_finding_not_an_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "settings.yaml").write_text("sound: {outptu: bell}\n")
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    assert "NO  settings" in told
    assert "ok  settings" not in told, "it is said once"
    assert "did you mean output?" in " ".join(told.split())
    assert " sound " in told, "what the machine can play is told all the same"


def test_each_mistake_of_the_settings_has_a_line_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "settings.yaml").write_text("sound: {outptu: bell}\nvoice: {rate: 3}\n")
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "NO  settings   2 mistakes in the settings" in lines
    below = " " * len("NO  settings   ")
    for place in ("1:9", "2:15"):
        assert len([line for line in lines if line.startswith(f"{below}{tmp_path}/settings.yaml:{place}:")]) == 1
    assert f"{below}Until that is mended, no session starts." in lines
    assert not [line for line in lines if "\\n" in line]


def test_the_mistakes_of_the_settings_are_lines_in_the_json_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.yaml").write_text("sound: {outptu: bell}\nvoice: {rate: 3}\n")
    assert len(findings(capsys)["settings"]["found"].splitlines()) == 3


def test_every_reason_is_a_sentence_on_its_own_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    need_espeak_library()
    for name, value in NOWHERE.items():
        monkeypatch.setenv(name, value)
    command = json.dumps(fake("--do", "silence"))
    (tmp_path / "settings.yaml").write_text(f"voice: {{command: {command}, name: Nobody}}\n")
    assert main(["doctor", "--json"]) == 0
    told = capsys.readouterr().out
    assert ".;" not in told
    voice = next(each for each in json.loads(told)["findings"] if each["name"] == "voice")
    speaks, *others = voice["found"].splitlines()
    assert speaks.startswith("espeak")
    assert others[0] == "The voice command gave nothing but silence."
    assert others[-1].startswith(f'No voice is called "Nobody": {speaks} speaks with another one.')
    assert len(set(others)) == len(others)


def test_a_bell_that_was_chosen_is_nothing_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "settings.yaml").write_text("sound: {output: bell}\n")
    assert findings(capsys)["sound"]["found"] == "bell, as the settings have it"


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RELAXTIMER_HOME", str(tmp_path / "file" / "home"))
    assert not findings(capsys)["record"]["works"]


def test_the_record_is_told_with_how_much_is_in_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def told() -> str:
        assert main(["doctor", "--json"]) == 0
        found = json.loads(capsys.readouterr().out)["findings"]
        return str(next(each["found"] for each in found if each["name"] == "record"))

    assert told() == f"{home / 'record.sqlite3'}, which is not there yet"
    did(home)
    assert told() == f"{home / 'record.sqlite3'}: 1 session, all on this machine"
    (home / "record.sqlite3").write_bytes(b"nothing of ours" * 99)
    assert "is kept as record.damaged-" in told()
