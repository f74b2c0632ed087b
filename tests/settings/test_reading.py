"""The settings file: what is read, and how mistakes in it are told."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from relaxtimer.cli.options import FIGURES, PROFILES, SOUND_OUTPUTS
from relaxtimer.notation.mistakes import FileMistakes
from relaxtimer.resources import bundled
from relaxtimer.settings.definition import SETTINGS
from relaxtimer.settings.reading import read_settings
from relaxtimer.settings.settings import ENGINES, OUTPUTS, ScreenSettings, Settings, SoundSettings, VoiceSettings
from relaxtimer.settings.settings import FIGURES as DRAWN
from relaxtimer.settings.starter import STARTER
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice import order
from tests.conftest import need


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.yaml"


def read(path: Path, text: str) -> Settings:
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def mistakes(path: Path, text: str | bytes) -> list[str]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(FileMistakes) as found:
        read_settings(path)
    return [str(mistake).removeprefix(f"{path}:") for mistake in found.value.mistakes]


def test_without_a_file_everything_is_as_it_comes(path: Path) -> None:
    assert read_settings(path) == Settings()
    assert read_settings(path / "below") == Settings()


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# only\n  # notes\n", "\ufeff# a note\r\n", "sound:\nvoice:\n", "sound: {}"]
)
def test_a_file_that_sets_nothing_is_none(path: Path, text: str) -> None:
    assert read(path, text) == Settings()


def test_everything_can_be_set(path: Path) -> None:
    text = """\
sound:
  output: simpleaudio
  volume: 70
  profile: bells
  bed: rain
  bed-volume: 60
  voice-volume: 90
  cue-volume: 0
  primer: 1.5s
voice:
  on: false
  engine: command
  command: [piper, --model, "~/voices/a b.onnx", "", "-", "{side}", 1.0]
  name: English (Scotland)
  language: en-gb-scotland
  rate: 120
  pitch: 35
screen:
  figures: braille
"""
    assert read(path, text) == Settings(
        sound=SoundSettings(
            output="simpleaudio",
            volume=70,
            profile="bells",
            bed="rain",
            bed_volume=60,
            voice_volume=90,
            cue_volume=0,
            primer=1_500,
        ),
        voice=VoiceSettings(
            on=False,
            engine="command",
            command=("piper", "--model", "~/voices/a b.onnx", "", "-", "{side}", "1.0"),
            name="English (Scotland)",
            language="en-gb-scotland",
            rate=120,
            pitch=35,
        ),
        screen=ScreenSettings(figures="braille"),
    )


def test_every_mistake_is_told_at_once_with_its_place_and_what_was_meant(path: Path) -> None:
    text = """\
sond:
  volum: 101
  output: minaudio
  primer: 11s
voice:
  on: yes
  engine: espeak
  language: en_GB.UTF-8
  rate: fast
  pitch: 100.5
  name: ""
"""
    found = mistakes(path, text)
    assert [re.match(r"(\d+:\d+): .*", each)[1] for each in found] == [  # type: ignore[index]
        *("1:1", "2:3", "2:10", "3:11", "4:11", "6:7", "7:11", "8:13", "9:9", "10:10", "11:9")
    ]
    said = "\n".join(found)
    for words in (
        '"sond" is not a field of the settings; expected one of sound, voice, screen, session, keys, library-keys; ',
        "did you mean sound?",
        '"volum" is not a field of sound',
        'volume is "101"; expected a whole number from 0 to 100',
        'output is "minaudio"; expected one of auto, miniaudio, simpleaudio, bell, none; did you mean miniaudio?',
        'primer is "11s"; expected a time of at most 10s',
        'on is "yes"; expected true or false; did you mean true?',
        'engine is "espeak"; expected one of auto, command, say, sapi, espeak-ng, espeakng-loader;',
        "did you mean espeak-ng?",
        'language is "en_GB.UTF-8"; expected a language such as en-gb, en-us or de; did you mean en-gb?',
        'rate is "fast"; expected a whole number from 80 to 400',
        "name is empty",
    ):
        assert words in said


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (
            "piper -m x -f -",
            'expected a list: the program, then each of its arguments; did you mean [piper, -m, x, -f, "-"]?',
        ),
        ("[]", "command has 0 items"),
        ('[""]', "command names no program"),
        ("[piper, ]", ""),
        ("[piper, [x]]", "an item of command is no text"),
        ("[piper, ~]", "an item of command is no text"),
        (f"[piper, {'x' * 4_097}]", "has 4,097 characters"),
        ("{piper: x}", "command is a group of fields"),
    ],
)
def test_a_command_is_a_list_and_never_a_line_for_a_shell(path: Path, command: str, said: str) -> None:
    text = f"voice:\n  command: {command}\n"
    if said:
        (found,) = mistakes(path, text)
        assert said in found
        assert found.startswith("2:")
    else:
        assert read(path, text).voice.command == ("piper",)


def test_the_engine_command_needs_a_command(path: Path) -> None:
    (found,) = mistakes(path, "voice:\n  engine: command\n")
    assert found.startswith("2:11: engine is command, and there is no command; expected the field command")
    (found,) = mistakes(path, "voice:\n  engine: command\n  command: piper\n")
    assert found.startswith("3:12: ")


def test_the_beds_are_those_that_there_are(path: Path) -> None:
    beds = {file.stem.removeprefix("ambience-") for file in bundled("sounds").glob("ambience-*")}
    assert {"brown", "pink", "rain"} <= beds
    for bed in beds:
        assert read(path, f"sound: {{bed: {bed}}}").sound.bed == bed
    assert read(path, "sound: {bed: none}").sound.bed is None
    (found,) = mistakes(path, "sound: {bed: rian}")
    assert found.endswith("; did you mean rain?")
    assert all(bed in found for bed in (*beds, "none"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"x" * ((1 << 20) + 1), "at most 1 MiB"),
        (b"sound: \xff", "0xFF is not UTF-8"),
        ("voice: {name: a\u202eb}".encode(), "a character that changes the direction"),
        (b"sound: {volume: 1, volume: 2}", "is here twice"),
        (b"sound: &a {volume: 1}\nvoice: *a", "no anchors"),
        (b"- sound", "the file is a list"),
        (b"sound: 3", 'sound is "3"'),
    ],
)
def test_the_file_is_read_as_strictly_as_a_routine(path: Path, data: bytes, said: str) -> None:
    assert any(said in each for each in mistakes(path, data))


def test_what_is_no_file_is_told_and_never_waited_for(path: Path) -> None:
    need(hasattr(os, "mkfifo"), "this system has no named pipes")
    os.mkfifo(path)
    with pytest.raises(FileMistakes, match="the file cannot be read: it is no regular file"):
        read_settings(path)
    with pytest.raises(FileMistakes, match="no regular file"):
        read_settings(path.parent)


def test_options_go_before_the_settings(path: Path) -> None:
    settings = read(path, "sound: {volume: 30, bed: rain, output: bell}\nvoice: {on: false, rate: 99}")
    assert settings.overridden() == settings
    asked = settings.overridden(output="none", volume=0, profile="clear", bed="none", voice=True)
    assert (asked.sound.output, asked.sound.volume, asked.sound.profile, asked.sound.bed) == ("none", 0, "clear", None)
    assert (asked.voice.on, asked.voice.rate) == (True, 99)
    assert settings.overridden(bed="pink").sound == SoundSettings(volume=30, bed="pink", output="bell")


# The file that is written to begin with


def test_the_starter_sets_nothing(path: Path) -> None:
    assert read(path, STARTER) == Settings()


def test_every_line_of_the_starter_can_be_taken_as_it_stands(path: Path) -> None:
    settings = read(path, re.sub(r"^  # (?=[a-z-]+: )", "  ", STARTER, flags=re.MULTILINE))
    assert settings.sound == SoundSettings()
    assert (settings.voice.on, settings.voice.engine, settings.voice.language) == (True, "auto", "en-gb")
    assert settings.voice.command[:2] == ("piper", "--model")
    for name in (
        *SoundSettings.__struct_fields__,
        *VoiceSettings.__struct_fields__,
        *ScreenSettings.__struct_fields__,
    ):
        assert f"  # {name.replace('_', '-')}: " in STARTER


# The same names everywhere


def test_the_names_are_those_of_the_command_line_and_of_the_engines() -> None:
    assert OUTPUTS == SOUND_OUTPUTS
    assert DRAWN == FIGURES
    assert ("auto", *order.ENGINES) == ENGINES
    assert Settings().sound.profile in PROFILES


def test_a_voice_that_is_set_is_a_voice_that_is_chosen() -> None:
    assert VoiceSettings.__struct_fields__ == ("on", *VoiceChoice.__struct_fields__)
    chosen, default = VoiceChoice(), VoiceSettings()
    assert all(getattr(chosen, name) == getattr(default, name) for name in VoiceChoice.__struct_fields__)


def test_the_shapes_write_a_schema_that_says_the_same() -> None:
    validator = Draft202012Validator(SETTINGS.schema())
    validator.check_schema(validator.schema)
    right = {"sound": {"bed": "rain", "primer": "1s"}, "voice": {"command": ["piper", "-"], "language": "en-gb"}}
    assert validator.is_valid(right)
    assert validator.is_valid({"sound": None})
    for wrong in ({"voice": {"command": "piper -"}}, {"sound": {"bed": "rian"}}, {"voice": {"language": "en_GB"}}):
        assert not validator.is_valid(wrong)
