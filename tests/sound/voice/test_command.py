from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice.command import Command
from relaxtimer.sound.voice.engine import AbsentError, VoiceError
from relaxtimer.sound.voice.program import Programs
from tests.sound.voice.engines import FAKE, chosen, fake, texts_of
from tests.sound.voice.fake_engine import AROUND, RATE, WORD


def command(choice: VoiceChoice) -> Command:
    return Command(choice, Programs(120.0))


@pytest.mark.parametrize("do", ["speak", "speak into a pipe"])
def test_a_program_of_the_persons_own_speaks(do: str) -> None:
    found = command(chosen("--do", do)).record("One two three.")
    assert (found.rate, len(found.samples)) == (RATE, 2 * AROUND + 3 * WORD)
    assert abs(found.trimmed().duration - 365) < 20


def test_it_is_given_one_line_whatever_the_words_are(tmp_path: Path) -> None:
    log = tmp_path / "log"
    engine = command(chosen(log=log))
    for words in ("-w out.wav", "Atme\nlangsam `ein`; $(x)", "[[slnc 9]]"):
        engine.record(words)
    assert texts_of(log) == ["-w out.wav\n", "Atme langsam `ein`; $(x)\n", "(slnc 9)\n"]


@pytest.mark.parametrize(
    ("do", "said"),
    [("nothing", "gave no sound"), ("samples", "gave no WAV, but something that begins with ")],
)
def test_what_it_gives_instead_of_speech_is_told(do: str, said: str) -> None:
    with pytest.raises(VoiceError, match=said):
        command(chosen("--do", do)).record("Hello.")


def test_a_program_that_is_not_there_is_known_before_anything_is_said() -> None:
    with pytest.raises(AbsentError, match=r"is not set: voice.command in the settings names none"):
        command(VoiceChoice())
    with pytest.raises(VoiceError, match=r"there is no program nonesuch") as error:
        command(VoiceChoice(command=("nonesuch", "-x")))
    assert not isinstance(error.value, AbsentError)


def test_a_tilde_is_the_persons_own_folder_as_in_a_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    shutil.copy(FAKE, tmp_path / "engine.py")
    python = fake()[0]
    assert command(VoiceChoice(command=(python, "~/engine.py"))).record("Hello.").samples


def test_it_is_another_voice_with_other_arguments_or_another_file_behind_them(tmp_path: Path) -> None:
    model = tmp_path / "voice.onnx"
    model.write_text("one")
    one = command(VoiceChoice(command=(*fake(), str(model)))).identity
    assert command(VoiceChoice(command=(*fake(), str(model)))).identity == one
    assert command(VoiceChoice(command=(*fake(), "--slow", str(model)))).identity != one
    os.utime(model, ns=(1, 1))
    assert command(VoiceChoice(command=(*fake(), str(model)))).identity != one


def test_settings_that_are_not_for_it_are_told() -> None:
    choice = VoiceChoice(command=fake(), name="Amy", rate=120)
    assert command(choice).unheeded == (
        "The setting voice.name is left out: the command has its own.",
        "The setting voice.rate is left out: the command has its own.",
    )
    assert command(chosen()).unheeded == ()
