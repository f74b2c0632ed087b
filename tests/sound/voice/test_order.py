"""Which voice speaks, and what is said of those that do not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from relaxtimer.audio.clip import RATE
from relaxtimer.audio.levelling import TARGET
from relaxtimer.audio.speech import gated_loudness, hop_energies
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice import VoiceError, find_voice
from relaxtimer.sound.voice.order import ENGINES, TRIAL, examine, names_here
from tests.sound.voice.engines import chosen, fake, need_espeak_command, need_espeak_library, program, texts_of

ANOTHER = 'No voice is called "Nobody": espeakng-loader speaks with another one. `relaxtimer voices` lists all.'


def found_name(choice: VoiceChoice, cache: Path, *without: str) -> str | None:
    voice = find_voice(choice, cache, without).voice
    return voice.name if voice else None


@pytest.fixture
def no_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which no engine is on the path."""
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))


def test_the_persons_own_command_goes_before_all_others(tmp_path: Path) -> None:
    found = find_voice(chosen(), tmp_path)
    assert found.voice is not None
    assert (found.voice.name, found.missed, found.unheeded) == ("command", (), ())
    assert next(iter(ENGINES)) == "command"


def test_words_come_out_as_a_clip_without_silence_and_as_loud_as_all_speech(tmp_path: Path) -> None:
    voice = find_voice(chosen(), tmp_path).voice
    assert voice is not None
    clip = voice.speak("One two three four five six seven eight.")
    assert clip.channels == 1
    assert abs(clip.duration - (15 + 800 + 50)) < 20
    assert gated_loudness(hop_energies(clip.samples, RATE)) == pytest.approx(TARGET, abs=0.5)


def test_words_that_cannot_be_said_take_no_time(tmp_path: Path) -> None:
    log = tmp_path / "log"
    voice = find_voice(chosen(log=log), tmp_path).voice
    assert voice is not None
    assert voice.speak("… - !").duration == 0
    assert texts_of(log) == [f"{TRIAL}\n"]


def test_the_system_speaks_where_nothing_better_does(tmp_path: Path) -> None:
    need_espeak_command()
    assert found_name(VoiceChoice(), tmp_path) not in {None, "command", "espeakng-loader"}


@pytest.mark.usefixtures("no_programs")
def test_the_library_speaks_where_the_system_has_nothing(tmp_path: Path) -> None:
    need_espeak_library()
    found = find_voice(VoiceChoice(), tmp_path)
    assert found.voice is not None
    assert found.voice.name == "espeakng-loader"
    assert found.missed == ("The voice espeak-ng is not installed: the package espeak-ng of the system has it.",)


def test_the_engine_that_was_chosen_goes_before_the_command(tmp_path: Path) -> None:
    need_espeak_library()
    assert found_name(VoiceChoice(engine="espeakng-loader", command=fake()), tmp_path) == "espeakng-loader"


def test_a_command_that_does_not_work_is_told_and_the_next_one_speaks(tmp_path: Path) -> None:
    need_espeak_library()
    found = find_voice(chosen("--fail-on", TRIAL), tmp_path)
    assert found.voice is not None
    assert found.voice.name != "command"
    assert found.missed[0] == rf"The voice command ended with status 3: no model \x1b[31mfor '{TRIAL}\n'."


def test_one_that_says_nothing_is_not_believed_to_work(tmp_path: Path) -> None:
    missed = find_voice(chosen("--do", "silence"), tmp_path).missed
    assert missed[0] == "The voice command gave nothing but silence."


def test_an_engine_that_was_chosen_and_is_elsewhere_is_missed(tmp_path: Path) -> None:
    need_espeak_library()
    elsewhere = "say" if sys.platform == "win32" else "sapi"
    missed = find_voice(VoiceChoice(engine=elsewhere), tmp_path).missed
    assert any(sentence.startswith(f"The voice {elsewhere} is not there") for sentence in missed)


def test_engines_that_were_given_up_are_left_out(tmp_path: Path) -> None:
    need_espeak_library()
    assert found_name(chosen(), tmp_path, "command", "say", "sapi", "espeak-ng") == "espeakng-loader"
    assert find_voice(chosen(), tmp_path, tuple(ENGINES)) == (None, (), ())


def test_a_name_that_no_engine_knows_is_told_and_another_voice_speaks(tmp_path: Path) -> None:
    need_espeak_library()
    found = find_voice(VoiceChoice(engine="espeakng-loader", name="Nobody", language="de"), tmp_path)
    assert found.voice is not None
    assert found.voice.name == "espeakng-loader"
    assert "The voice espeakng-loader has no voice Nobody." in found.missed
    assert found.unheeded == (ANOTHER,)


def test_the_names_that_come_near_are_told(tmp_path: Path) -> None:
    need_espeak_library()
    (told,) = find_voice(VoiceChoice(engine="espeakng-loader", name="Scotlnd"), tmp_path).unheeded
    assert told == ANOTHER.replace("Nobody", "Scotlnd").replace("one. ", 'one. Is it "English (Scotland)"? ')


def test_what_fails_for_another_reason_than_its_name_is_tried_once(tmp_path: Path) -> None:
    need_espeak_library()
    log = tmp_path / "log"
    found = find_voice(VoiceChoice(command=fake("--fail-on", TRIAL, log=log), name="Nobody"), tmp_path)
    assert found.voice is not None
    assert texts_of(log) == [f"{TRIAL}\n"]
    failed, another = found.unheeded
    assert failed.startswith("The voice command ended with status 3")
    assert another.startswith('No voice is called "Nobody": ')
    assert found.told == (*found.missed, another)


def test_the_names_that_may_be_set_are_those_of_what_would_speak() -> None:
    need_espeak_library()
    names = {voice.name for voice in names_here(VoiceChoice(engine="espeakng-loader", command=fake(), name="Nobody"))}
    assert "English (Scotland)" in names


def test_what_was_set_to_no_effect_is_told(tmp_path: Path) -> None:
    choice = VoiceChoice(command=fake(), pitch=3)
    assert find_voice(choice, tmp_path).unheeded == ("The setting voice.pitch is left out: the command has its own.",)


# What slow engines said is kept


def test_a_slow_engine_says_each_thing_once(tmp_path: Path) -> None:
    log = tmp_path / "log"
    for _ in range(3):
        voice = find_voice(chosen(log=log), tmp_path).voice
        assert voice is not None
        assert voice.speak("Breathe in.").duration == voice.speak(" Breathe  in. ").duration
        assert voice.trouble == ""
    assert texts_of(log) == [f"{TRIAL}\n", "Breathe in.\n"]
    assert len(list((tmp_path / "speech").iterdir())) == 2


def test_a_kept_file_that_is_damaged_is_made_again(tmp_path: Path) -> None:
    log = tmp_path / "log"
    find_voice(chosen(log=log), tmp_path)
    (file,) = (tmp_path / "speech").iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:-40])
    find_voice(chosen(log=log), tmp_path)
    assert file.read_bytes() == whole
    assert texts_of(log) == [f"{TRIAL}\n"] * 2


def test_another_voice_says_it_anew(tmp_path: Path) -> None:
    log = tmp_path / "log"
    find_voice(chosen(log=log), tmp_path)
    find_voice(chosen("--do", "speak into a pipe", log=log), tmp_path)
    assert len(texts_of(log)) == 2


def test_nothing_of_a_fast_engine_is_kept(tmp_path: Path) -> None:
    need_espeak_library()
    voice = find_voice(VoiceChoice(engine="espeakng-loader"), tmp_path).voice
    assert voice is not None
    assert voice.speak("Breathe in.").duration > 0
    assert voice.trouble == ""
    assert not list(tmp_path.iterdir())


def test_where_nothing_can_be_kept_it_speaks_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "speech").write_text("a file")
    voice = find_voice(chosen(), tmp_path).voice
    assert voice is not None
    assert voice.speak("Hello.").duration > 0
    assert voice.trouble.startswith("Speech cannot be kept in ")


def test_processes_that_speak_at_once_say_the_same(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from relaxtimer.sound.messages import VoiceChoice\n"
        "from relaxtimer.sound.voice import find_voice\n"
        "voice = find_voice(VoiceChoice(command=tuple(sys.argv[2:])), Path(sys.argv[1])).voice\n"
        "print([voice.speak(f'Number {n}.').duration for n in range(6)])\n"
    )
    command = (sys.executable, "-c", code, str(tmp_path), *fake())
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
    said = {process.communicate(timeout=120)[0] for process in processes}
    assert len(said) == 1
    assert len(list((tmp_path / "speech").iterdir())) == 7


def test_what_fails_later_is_a_sentence_that_names_the_voice(tmp_path: Path) -> None:
    voice = find_voice(chosen("--fail-on", "pain"), tmp_path).voice
    assert voice is not None
    with pytest.raises(VoiceError, match=r"^The voice command ended with status 3: no model .*\.$"):
        voice.speak("No pain.")


# All of them, for people


def test_all_engines_are_examined_the_chosen_one_first() -> None:
    found = examine(VoiceChoice(engine="espeakng-loader", command=fake()))
    assert [each.name for each in found] == [
        "espeakng-loader",
        *[name for name in ENGINES if name != "espeakng-loader"],
    ]
    command = next(each for each in found if each.name == "command")
    assert (command.works, command.version, command.voices) == (True, Path(os.path.realpath(command.version)).name, ())
    assert all(each.why_not for each in found if not each.works)


def test_an_engine_has_to_speak_now_whatever_it_said_before(tmp_path: Path) -> None:
    engine = program(tmp_path / "bin", "engine", "import runpy; runpy.run_path('x')\n")
    assert not examine(VoiceChoice(command=(str(engine),)))[0].works


def test_a_name_that_no_engine_knows_does_not_stop_them_from_working() -> None:
    need_espeak_library()
    found = {each.name: each for each in examine(VoiceChoice(name="Nobody"))}
    library = found["espeakng-loader"]
    assert library.works
    assert library.unheeded == (ANOTHER,)
    assert found["command"].why_not.startswith("is not set")
