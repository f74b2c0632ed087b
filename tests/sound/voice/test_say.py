"""The voices of macOS, against a stand-in for its program that takes the same options."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice.engine import AbsentError, VoiceError, VoiceName
from relaxtimer.sound.voice.program import Programs
from relaxtimer.sound.voice.say import Say, listed, wanted
from tests.sound.voice.engines import FAKE, program
from tests.sound.voice.fake_engine import RATE

TABLE = """\
Albert              en_US    # Hello! My name is Albert.
Bad News            en_US    # Hello! My name is Bad News.
Daniel              en_GB    # Hello! My name is Daniel.
Samantha            en_US    # Hello! My name is Samantha.
Ava (Premium)       en_US    # Hello! My name is Ava.
Eddy (English (UK)) en_GB    # Hello! My name is Eddy.
Anna                de_DE    # Hallo! Ich heisse Anna.
Fiona               en-scotland # Hello, my name is Fiona.
Tingting            zh_CN    # a # b
"""
STAND_IN = f"""
import runpy, sys
from pathlib import Path
arguments = sys.argv[1:]
if arguments == ["--voice=?"]:
    sys.stdout.write({TABLE!r})
    sys.exit()
options = dict(each.split("=", 1) for each in arguments)
Path(__file__).with_name("options").write_text(repr(sorted(options)) + options["--voice"] + " " + options["--rate"])
if options["--input-file"] != "-" or options["--file-format"] != "WAVE" or options["--data-format"] != "LEI16@22050":
    sys.exit("Opening output file failed: fmt?")
engine = runpy.run_path({str(FAKE)!r})
text = sys.stdin.buffer.read().decode()
Path(__file__).with_name("text").write_text(text)
if "unsaid" not in text:
    Path(options["--output-file"]).write_bytes(engine["wav"](engine["speech"](text)))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path with the stand-in."""
    program(tmp_path / "bin", "say", STAND_IN)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path / "bin"


def say(choice: VoiceChoice | None = None) -> Say:
    return Say(choice or VoiceChoice(), Programs(120.0))


def test_it_speaks_into_a_file_what_it_reads_from_its_input(folder: Path) -> None:
    engine = say()
    assert engine.record("-o x [[rate 9]] Breathe in.").rate == RATE
    assert (folder / "text").read_text() == "-o x (rate 9) Breathe in.\n"
    assert (folder / "options").read_text().endswith("Daniel 150")


def test_voice_and_speed_are_as_they_are_set(folder: Path) -> None:
    say(VoiceChoice(name="ava (premium)", rate=120)).record("Hello.")
    assert (folder / "options").read_text().endswith("Ava (Premium) 120")


@pytest.mark.usefixtures("folder")
def test_its_voices_and_speeds_are_told_apart_and_its_voices_known() -> None:
    one = say()
    assert len({one.identity, say(VoiceChoice(rate=99)).identity, say(VoiceChoice(name="Anna")).identity}) == 3
    assert VoiceName("Bad News", "en-US") in one.voices()
    assert one.unheeded == ()
    assert say(VoiceChoice(pitch=3)).unheeded == ("The setting voice.pitch is left out: say has no such option.",)


@pytest.mark.usefixtures("folder")
def test_a_file_that_never_came_is_told() -> None:
    with pytest.raises(VoiceError, match=r"^gave no sound$"):
        say().record("This stays unsaid.")


def test_elsewhere_nobody_misses_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AbsentError, match=r"it comes with macOS alone"):
        say()


def test_names_with_spaces_and_brackets_are_read() -> None:
    found = listed(TABLE)
    assert [each.name for each in found[4:6]] == ["Ava (Premium)", "Eddy (English (UK))"]
    assert found[-1] == VoiceName("Tingting", "zh-CN")
    assert len(found) == 9


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en-gb", "Daniel"),
        ("en-us", "Ava (Premium)"),
        ("en-AU", "Ava (Premium)"),
        ("en-scotland", "Fiona"),
        ("de", "Anna"),
        ("zh-tw", "Tingting"),
    ],
)
def test_for_a_language_the_best_voice_is_taken_and_none_that_is_for_fun(language: str, name: str) -> None:
    assert wanted(VoiceChoice(language=language), listed(TABLE)) == name


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (VoiceChoice(name="Danel"), "has no voice Danel; did you mean Daniel?"),
        (VoiceChoice(language="fi"), "has no voice for the language fi"),
    ],
)
def test_a_voice_that_there_is_not_is_told(choice: VoiceChoice, said: str) -> None:
    with pytest.raises(VoiceError) as error:
        wanted(choice, listed(TABLE))
    assert str(error.value) == said
