"""eSpeak NG itself, both ways: the program of the machine, and the library of the extra."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer

import pytest

from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice.engine import Engine, VoiceError, VoiceName
from relaxtimer.sound.voice.espeak_command import EspeakCommand
from relaxtimer.sound.voice.espeak_library import EspeakLibrary
from relaxtimer.sound.voice.espeak_voices import listed, names, wanted
from relaxtimer.sound.voice.program import Programs
from tests.sound.voice.engines import need_espeak_command, need_espeak_library

# Seconds that anything may take on a busy machine before a test gives up.
PATIENCE = 60.0
SENTENCE = "Draw the left knee in, and let the lower back sink to the floor."


def open_command(choice: VoiceChoice | None = None) -> EspeakCommand:
    need_espeak_command()
    return EspeakCommand(choice or VoiceChoice(), Programs(120.0))


def open_library(choice: VoiceChoice | None = None) -> EspeakLibrary:
    need_espeak_library()
    return EspeakLibrary(choice or VoiceChoice(), Programs())


Open = Callable[[VoiceChoice | None], Engine]


@pytest.fixture(params=[open_command, open_library], ids=["command", "library"])
def engine(request: pytest.FixtureRequest) -> Open:
    opening: Open = request.param
    return opening


def length(engine: Engine, words: str = SENTENCE) -> int:
    return engine.record(words).trimmed().duration


def test_it_speaks(engine: Open) -> None:
    found = engine(None).record(SENTENCE).trimmed()
    assert found.rate == 22_050
    assert 3_000 < found.duration < 7_000
    assert max(found.samples) > 5_000


def test_it_speaks_as_fast_and_as_high_as_it_is_set(engine: Open) -> None:
    slow, fast = (length(engine(VoiceChoice(rate=rate))) for rate in (90, 240))
    assert slow > 1.8 * fast
    assert (
        engine(VoiceChoice(pitch=0)).record(SENTENCE).samples != engine(VoiceChoice(pitch=100)).record(SENTENCE).samples
    )


def test_it_speaks_an_unhurried_rate_unless_it_is_told(engine: Open) -> None:
    assert length(engine(None)) == pytest.approx(length(engine(VoiceChoice(rate=140))), abs=60)
    assert length(engine(None)) > 1.1 * length(engine(VoiceChoice(rate=175)))


@pytest.mark.parametrize("language", ["en", "en-us", "EN-GB", "en-gb-london", "en-za", "de", "pt-br", "zh", "nb"])
def test_it_speaks_a_language_or_what_comes_nearest(engine: Open, language: str) -> None:
    assert engine(VoiceChoice(language=language)).record("2 3 4").trimmed().samples


def test_a_language_sounds_like_itself(engine: Open) -> None:
    words = "Atme langsam ein und wieder aus."
    assert length(engine(VoiceChoice(language="de")), words) != length(engine(None), words)


@pytest.mark.parametrize("name", ["English (Scotland)", "english_(scotland)", "en-gb-scotland", "gmw/en-GB-scotland"])
def test_a_voice_is_found_by_any_of_its_names(engine: Open, name: str) -> None:
    assert engine(VoiceChoice(name=name)).identity == engine(VoiceChoice(name="English (Scotland)")).identity


def test_a_variant_makes_another_voice(engine: Open) -> None:
    plain, varied = (engine(VoiceChoice(name=name)) for name in ("German", "German+f3"))
    assert plain.identity != varied.identity
    assert plain.record(SENTENCE).samples != varied.record(SENTENCE).samples


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (
            VoiceChoice(name="Englsh (Scotland)"),
            r"has no voice Englsh \(Scotland\); did you mean English \(Scotland\)\?",
        ),
        (VoiceChoice(name="../../etc/passwd"), "has no voice ../../etc/passwd"),
        (VoiceChoice(name="-w/tmp/x"), "has no voice -w/tmp/x"),
        (VoiceChoice(name="a\x1b[2J"), r"has no voice a\\x1b\[2J"),
        (VoiceChoice(name="German+zzz"), "has no variant zzz of a voice"),
        (VoiceChoice(language="qq"), "has no voice for the language qq"),
    ],
)
def test_a_voice_that_it_has_not_is_told(engine: Open, choice: VoiceChoice, said: str) -> None:
    with pytest.raises(VoiceError, match=f"^{said}"):
        engine(choice)


def test_words_are_never_options_markup_or_commands(
    engine: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    speaks = engine(None)
    for words in ("-w out.wav hello", "--help", '<break time="20s"/> hello', "[[slnc 20000]] hello", "a\x01900Sb"):
        assert 200 < length(speaks, words) < 8_000, words
    # Phonemes are not taken for such: their letters are spelt out.
    assert length(speaks, "[[h@l@U]]") > 2 * length(speaks, "hello")
    assert not list(tmp_path.iterdir())


def test_all_its_voices_are_known(engine: Open) -> None:
    found = engine(None).voices()
    assert VoiceName("English (Great Britain)", "en-gb") in found
    assert VoiceName("German", "de") in found
    assert len(found) > 100
    assert not [each for each in found if "mbrola" in each.name]


def test_what_is_not_installed_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(VoiceError, match=r"^is not installed: the package espeak-ng of the system has it$"):
        EspeakCommand(VoiceChoice(), Programs())


# The table of voices

TABLE = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  cmn             --/M      Chinese_(Mandarin) sit/cmn              (zh-cmn 5)(zh 5)
 5  en-029          --/M      English_(Caribbean) gmw/en-029           (en 10)
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 3  en-uk           --/M      english-mb-en1     mb/mb-en1            (en-gb 1)(en 1)
not a row
"""


def test_the_table_is_read_with_names_as_they_are_spoken_of() -> None:
    found = listed(TABLE)
    assert [each.name for each in found][:2] == ["Chinese (Mandarin)", "English (Caribbean)"]
    assert found[0].languages == ((5, "cmn"), (5, "zh-cmn"), (5, "zh"))
    assert names(found)[1] == VoiceName("English (Caribbean)", "en-029")
    assert len(names(found)) == 4


@pytest.mark.parametrize(
    ("language", "file"),
    [("en", "gmw/en"), ("en-us", "gmw/en-US"), ("en-GB", "gmw/en"), ("en-nz", "gmw/en"), ("zh-tw", "sit/cmn")],
)
def test_the_best_voice_for_a_language_is_one_that_is_there(language: str, file: str) -> None:
    assert wanted(VoiceChoice(language=language), listed(TABLE)) == file


def test_a_voice_that_may_be_missing_is_taken_when_asked_for() -> None:
    assert wanted(VoiceChoice(name="english-mb-en1"), listed(TABLE)) == "mb/mb-en1"


# The library, which is one for the whole process


def test_two_voices_of_one_library_do_not_get_into_each_others_way() -> None:
    slow, fast = open_library(VoiceChoice(rate=90)), open_library(VoiceChoice(rate=300))
    with ThreadPoolExecutor(8) as threads:
        lengths = list(threads.map(length, [slow, fast] * 40))
    assert min(lengths[::2]) > 1.8 * max(lengths[1::2])


def test_the_library_can_be_stopped() -> None:
    need_espeak_library()
    programs = Programs()
    engine = EspeakLibrary(VoiceChoice(), programs)
    programs.stop()
    with pytest.raises(VoiceError, match=r"^was stopped$"):
        engine.record(SENTENCE)
    assert open_library().record(SENTENCE).samples


INTERRUPTED = """
import sys
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice.espeak_library import EspeakLibrary
from relaxtimer.sound.voice.program import Programs

engine = EspeakLibrary(VoiceChoice(), Programs())
words = "Draw the left knee in, and let the lower back sink to the floor. " * 20
for _ in range(int(sys.argv[1])):
    try:
        print("speaking", flush=True)
        while True:
            engine.record(words)
    except KeyboardInterrupt:
        pass
print(len(engine.record("Hello.").samples) > 1_000, flush=True)
"""


def test_control_c_ends_the_speech_of_the_main_thread_each_time_and_says_nothing_itself() -> None:
    need_espeak_library()
    times = 30
    command = (sys.executable, "-c", INTERRUPTED, str(times))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as speaking:
        assert speaking.stdout is not None
        # A lost signal leaves it speaking: it is ended then, and there are too few lines.
        end = Timer(PATIENCE, speaking.kill)
        end.start()
        for _ in range(times):
            assert speaking.stdout.readline() == "speaking\n"
            speaking.send_signal(signal.SIGINT)
        left, errors = speaking.communicate()
        end.cancel()
    assert (left, errors, speaking.returncode) == ("True\n", "", 0)


def test_what_the_library_cannot_say_is_told_in_the_main_thread_too() -> None:
    engine = open_library()
    engine._set = ("no such voice", 140, 50)  # noqa: SLF001 - no words make it fail
    with pytest.raises(VoiceError, match=r"^has no voice no such voice$"):
        engine.record("Hello.")


FAR_AWAY = """
import sys
from pathlib import Path
import espeakng_loader
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice import espeak_library
from relaxtimer.sound.voice.engine import VoiceError
from relaxtimer.sound.voice.program import Programs

data = Path(sys.argv[1])
data.parent.mkdir(parents=True)
data.symlink_to(espeakng_loader.get_data_path())
espeakng_loader.get_data_path = lambda: str(data)
espeak_library._LONGEST_PATH = int(sys.argv[2])
try:
    print(len(espeak_library.EspeakLibrary(VoiceChoice(), Programs()).record("Hello.").samples) > 1_000)
except VoiceError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("longest", "said"), [("120", "True"), ("1000", "cannot be loaded: it does not take its data in")]
)
def test_data_far_down_in_folders_is_reached_through_a_short_link(tmp_path: Path, longest: str, said: str) -> None:
    """The second case shows that it would not be reached without."""
    need_espeak_library()
    data = tmp_path / "/".join(["a-long-way-down"] * 16) / "espeak-ng-data"
    command = (sys.executable, "-c", FAR_AWAY, str(data), longest)
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.startswith(said)


def test_without_the_extra_the_library_says_how_to_get_it() -> None:
    code = (
        "import sys; sys.modules['espeakng_loader'] = None\n"
        "from relaxtimer.sound.messages import VoiceChoice\n"
        "from relaxtimer.sound.voice.espeak_library import EspeakLibrary\n"
        "from relaxtimer.sound.voice.program import Programs\n"
        "try:\n    EspeakLibrary(VoiceChoice(), Programs())\n"
        "except Exception as error:\n    print(type(error).__name__, error)\n"
    )
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout == "VoiceError is not installed: it comes with `pip install espeakng-loader`\n"
