"""`relaxtimer voices`, with the engines that there are and one of the person's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.layout import cells
from tests.sound.voice.engines import fake, need_espeak_library, texts_of
from tests.test_layers import HEAVY, modules_loaded_by

NAMES = ["command", "say", "sapi", "espeak-ng", "espeakng-loader"]


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def set_voice(home: Path, **fields: object) -> None:
    (home / "settings.yaml").write_text(json.dumps({"voice": fields}), encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["voices"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def as_json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["voices", "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_people_see_what_speaks_what_does_not_and_why(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    need_espeak_library()
    set_voice(home, engine="espeakng-loader", command=["nonesuch"], language="de")
    lines = told(capsys).splitlines()
    assert lines[0] == "espeakng-loader speaks."
    assert lines[2].startswith("  espeakng-loader  works: eSpeak NG 1.")
    assert "  command          cannot be started: there is no program nonesuch" in lines
    at = lines.index("Voices of espeakng-loader:")
    assert lines[at + 1].split() == ["de", "German"]
    assert any(line.split(maxsplit=1) == ["en-gb", "English (Great Britain)"] for line in lines[at:])
    assert f"{home}/settings.yaml" in " ".join(" ".join(lines[-3:]).split())


def test_a_command_of_ones_own_is_what_speaks(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = tmp_path / "log"
    set_voice(home, command=fake(log=log), pitch=3)
    said = told(capsys)
    assert said.startswith("command speaks.\nThe setting voice.pitch is left out: the command has its own.\n")
    assert "Voices of" not in said
    assert told(capsys) == said
    # Each time it has to show that it works, whatever was kept.
    assert texts_of(log) == ["Ready.\n"] * 2


def test_a_voice_that_is_off_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_voice(home, on=False, command=fake())
    assert told(capsys).startswith("command would speak, but the voice is off in the settings.\n")


def test_the_json_has_these_fields_and_no_others(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_voice(home, command=fake("--do", "silence"))
    found = as_json(capsys)
    assert list(found) == ["on", "engine", "engines"]
    assert found["on"] is True
    assert [each["engine"] for each in found["engines"]] == NAMES
    command = found["engines"][0]
    assert command == {
        "engine": "command",
        "works": False,
        "why_not": "gave nothing but silence",
        "version": None,
        "unheeded": [],
        "voices": [],
    }
    working = [each for each in found["engines"] if each["works"]]
    assert found["engine"] == (working[0]["engine"] if working else None)


@pytest.mark.usefixtures("home")
def test_every_voice_is_in_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    need_espeak_library()
    library = as_json(capsys)["engines"][NAMES.index("espeakng-loader")]
    assert library["why_not"] is None
    assert {"name": "English (Great Britain)", "language": "en-gb"} in library["voices"]


def test_where_nothing_speaks_the_words_are_shown(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_voice(home, language="qq")
    assert told(capsys).startswith("Nothing can speak here: the words are shown.\n")
    assert as_json(capsys)["engine"] is None


def test_a_name_that_no_voice_has_is_told_with_who_speaks_instead(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    need_espeak_library()
    set_voice(home, engine="espeakng-loader", name="Scotlnd")
    said = " ".join(told(capsys).split())
    another = 'No voice is called "Scotlnd": espeakng-loader speaks with another one.'
    assert said.startswith(
        f'espeakng-loader speaks. {another} Is it "English (Scotland)"? `relaxtimer voices` lists all. espeakng-loader '
    )


def test_mistakes_in_the_settings_are_told_all_at_once(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_voice(home, enigne="say", rate=3)
    assert main(["voices"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    first, *others = said.err.splitlines()
    assert first == "relaxtimer: 2 mistakes in the settings"
    assert others[0].startswith(f'{home}/settings.yaml:1:12: "enigne" is not a field of voice')
    assert others[0].endswith("; did you mean engine?")


@pytest.mark.parametrize("columns", [40, 80])
def test_lines_keep_to_the_width(
    columns: int, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    set_voice(home, engine="sapi")
    assert max(cells(line) for line in told(capsys).splitlines() if "/" not in line) <= columns


def test_no_name_steers_the_terminal(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_voice(home, command=["no\xa0such"])
    said = told(capsys)
    assert "there is no program no\\xa0such" in said
    assert not [char for char in said if not char.isprintable() and char != "\n"]


@pytest.mark.usefixtures("home")
def test_neither_the_screen_nor_a_sound_library_is_loaded(tmp_path: Path) -> None:
    loaded = modules_loaded_by(["voices"], tmp_path / "modules.json")
    assert not loaded & {*HEAVY, "miniaudio", "simpleaudio", "numpy"}
