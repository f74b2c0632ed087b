"""The voices of Windows: what is handed over and what is taken back, against a stand-in for PowerShell."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice import sapi
from relaxtimer.sound.voice.engine import AbsentError, VoiceError, VoiceName
from relaxtimer.sound.voice.program import Programs
from relaxtimer.sound.voice.sapi import LIST_SCRIPT, SPEAK_SCRIPT, Sapi, rate_of, wanted
from tests.sound.voice.engines import FAKE, program
from tests.sound.voice.fake_engine import RATE

VOICES = (
    VoiceName("Microsoft Zira Desktop", "en-US"),
    VoiceName("Microsoft Hazel Desktop", "en-GB"),
    VoiceName("Microsoft Hedda Desktop", "de-DE"),
)
STAND_IN = f"""
import json, os, runpy, sys
from pathlib import Path
with Path(__file__).with_name("arguments").open("a") as log:
    log.write(repr(sys.argv[1:]) + "\\n")
folder = Path(os.environ["RELAXTIMER_SPEECH"])
if not (folder / "words.json").exists():
    voices = [dict(name=name, language=language) for name, language in {[*map(tuple, VOICES)]!r}]
    (folder / "voices.json").write_text(json.dumps(voices), encoding="utf-8-sig")
    sys.exit()
wanted = json.loads((folder / "words.json").read_text(encoding="utf-8"))
Path(__file__).with_name("wanted").write_text(json.dumps(wanted), encoding="utf-8")
if "unsaid" in wanted["words"]:
    sys.exit("SpeakCompleted: the voice broke")
engine = runpy.run_path({str(FAKE)!r})
(folder / "speech.wav").write_bytes(engine["wav"](engine["speech"](wanted["words"])))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the stand-in, which is taken for PowerShell."""
    path = program(tmp_path / "bin", "powershell", STAND_IN)
    monkeypatch.setattr(sapi, "_powershell", lambda: str(path))
    return path.parent


def engine(choice: VoiceChoice | None = None) -> Sapi:
    return Sapi(choice or VoiceChoice(), Programs(120.0))


WORDS = '\'); Remove-Item x; "$(y)" -Command Atme übers Öhr.'


def test_nothing_of_the_words_is_ever_in_a_command_line_or_a_script(folder: Path) -> None:
    assert engine().record(WORDS).rate == RATE
    lines = (folder / "arguments").read_text().splitlines()
    options = ["-NoLogo", "-NoProfile", "-NonInteractive", "-Command"]
    assert lines == [repr([*options, LIST_SCRIPT]), repr([*options, SPEAK_SCRIPT])]
    assert '"' not in LIST_SCRIPT + SPEAK_SCRIPT
    found = json.loads((folder / "wanted").read_text(encoding="utf-8"))
    assert found == {"voice": "Microsoft Hazel Desktop", "rate": -2, "words": WORDS}


@pytest.mark.usefixtures("folder")
def test_its_voices_are_known_and_told_apart() -> None:
    assert engine().voices() == VOICES
    assert engine().identity != engine(VoiceChoice(rate=300)).identity
    assert engine(VoiceChoice(pitch=1)).unheeded == ("The setting voice.pitch is left out: sapi has no such thing.",)


@pytest.mark.usefixtures("folder")
def test_a_failure_is_told() -> None:
    with pytest.raises(VoiceError, match=r"^ended with status 1: SpeakCompleted: the voice broke$"):
        engine().record("This stays unsaid.")


def test_an_answer_that_is_none_is_told(folder: Path) -> None:
    (folder / "powershell").write_text(f"#!{sys.executable}\n")
    with pytest.raises(VoiceError, match=r"^did not tell its voices$"):
        engine()


if sys.platform == "win32":

    def test_the_real_thing_speaks() -> None:
        assert engine(VoiceChoice(language="en")).record("Hello.").trimmed().samples

else:

    def test_elsewhere_nobody_misses_it() -> None:
        with pytest.raises(AbsentError, match=r"it comes with Windows alone"):
            engine()


@pytest.mark.parametrize(("rate", "found"), [(None, -2), (190, 0), (570, 10), (63, -10), (400, 7), (80, -8)])
def test_words_a_minute_become_its_own_measure(rate: int | None, found: int) -> None:
    assert rate_of(VoiceChoice(rate=rate)) == found


@pytest.mark.parametrize(
    ("choice", "name"),
    [
        (VoiceChoice(), "Microsoft Hazel Desktop"),
        (VoiceChoice(language="en-au"), "Microsoft Zira Desktop"),
        (VoiceChoice(language="de"), "Microsoft Hedda Desktop"),
        (VoiceChoice(name="zira desktop"), "Microsoft Zira Desktop"),
    ],
)
def test_a_voice_is_found_by_language_or_name(choice: VoiceChoice, name: str) -> None:
    assert wanted(choice, VOICES) == name


@pytest.mark.parametrize("choice", [VoiceChoice(name="Amy"), VoiceChoice(language="fi")])
def test_a_voice_that_there_is_not_is_told(choice: VoiceChoice) -> None:
    with pytest.raises(VoiceError, match=r"^has no voice "):
        wanted(choice, VOICES)
