"""Sound files that `check` listens to: what is wrong is told where they are named, and each file is read once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from relaxtimer.library.checking import Checked, PlacedDoubt, check_file
from relaxtimer.library.definition import MOST_SOUND_FILES
from relaxtimer.library.library import Library
from relaxtimer.library.shelves import Shelves
from relaxtimer.notation.mistakes import Mistake, Place
from tests.audio.making import shorts, sine, wav
from tests.library.folders import write_exercises, write_routine

STEP = "  - {{name: Stand, kind: stretch, position: standing, work: 20s, sounds: {{step: {}}}}}\n"
GOOD = wav(shorts(sine(500, 0.1, 0.05)))
LOUD = wav(shorts(sine(500, 0.1, 0.9)))
# Where the name of the file is, in the line of its step.
COLUMN = STEP.format("").index("step: }") + len("step: ") + 1
MINUTE = wav(bytes([128]) * 8_000 * 60, rate=8_000, bits=8)


def routine(home: Path, **sounds: bytes) -> Path:
    """Write a routine with a step for each sound; the first stands in line 4."""
    steps = "".join(STEP.format(f"{name}.wav") for name in sounds)
    path = write_routine(home, "a.yaml", f"format: 1\nname: Mine\nsteps:\n{steps}")
    for name, data in sounds.items():
        (path.parent / f"{name}.wav").write_bytes(data)
    return path


def checked(path: Path) -> Checked:
    return check_file(Library(Shelves()), str(path), "2026-03-01")


def test_what_cannot_be_played_is_a_mistake_where_it_is_named(home: Path) -> None:
    path = routine(home, good=GOOD, loud=LOUD, bad=b"noise", worse=b"")
    told = checked(path)
    expected = "a sound file that can be played"
    playable = "The file is no sound that is known: WAV, FLAC, OGG Vorbis or MP3 is expected."
    assert told.mistakes == (
        Mistake(str(path), 6, COLUMN, f"bad.wav cannot be played: {playable}", expected),
        Mistake(str(path), 7, COLUMN, "worse.wav cannot be played: The file is empty.", expected),
    )
    assert told.doubts == ()


def test_what_cannot_be_played_is_told_together_with_all_other_mistakes(home: Path) -> None:
    path = routine(home, good=GOOD, bad=b"noise", worse=b"")
    path.write_text(
        path.read_text().replace(
            "kind: stretch, position: standing, work: 20s, sounds: {step: bad",
            "kind: stretch, position: standing, wrok: 20s, sounds: {step: bad",
        )
    )
    told = checked(path)
    places = [(mistake.line, mistake.column) for mistake in told.mistakes]
    assert (5, COLUMN) in places
    assert (6, COLUMN) in places
    assert [mistake.suggestion for mistake in told.mistakes if mistake.suggestion] == ["work"]
    assert places == sorted(places)


def test_a_sound_for_all_steps_is_told_once_where_it_is_named(home: Path) -> None:
    path = routine(home, good=GOOD)
    (path.parent / "bad.wav").write_bytes(b"noise")
    text = path.read_text().replace("steps:", "defaults: {sounds: {half: bad.wav}}\nsteps:")
    path.write_text(text + STEP.format("good.wav").replace(", sounds: {step: good.wav}", "") * 2)
    (mistake,) = checked(path).mistakes
    assert (mistake.line, mistake.column) == (3, 27)


def test_a_sound_that_comes_with_an_exercise_is_told_at_the_step_that_plays_it(home: Path) -> None:
    exercises = write_exercises(home, "e.yaml", "hip-press")
    exercises.write_text(exercises.read_text() + "    sounds: {step: bad.wav}\n")
    (exercises.parent / "bad.wav").write_bytes(b"noise")
    path = write_routine(home, "a.yaml", "format: 1\nname: Mine\nsteps:\n  - exercise: hip-press\n")
    (mistake,) = checked(path).mistakes
    assert (mistake.line, mistake.column) == (4, 5)
    assert mistake.message.startswith("bad.wav cannot be played: ")


def test_of_a_file_with_mistakes_no_more_sounds_are_listened_to_than_a_routine_may_have(home: Path) -> None:
    path = routine(home, **{f"bad-{number}": b"noise" for number in range(MOST_SOUND_FILES + 5)})
    told = checked(path).mistakes
    assert sum("cannot be played" in mistake.message for mistake in told) == MOST_SOUND_FILES
    assert any("different sound files" in mistake.message for mistake in told)


def test_what_is_loud_is_a_doubt_where_it_is_named(home: Path) -> None:
    told = checked(routine(home, good=GOOD, loud=LOUD))
    assert told.mistakes == ()
    assert told.doubts == (PlacedDoubt(Place(5, COLUMN), "loud.wav is loud: it is brought down by 16 dB"),)


@pytest.mark.once
def test_ten_minutes_of_sound_files_are_enough_for_a_routine(home: Path) -> None:
    minutes = {f"minute-{number}": MINUTE for number in range(1, 11)}
    path = routine(home, **minutes, short=LOUD, unheard=b"noise")
    message = "short.wav brings the sound files to 10 min 1 s; those after it were not listened to"
    assert checked(path).mistakes == (Mistake(str(path), 14, COLUMN, message, "at most 10 minutes together"),)


def test_a_file_that_many_steps_have_counts_once(home: Path) -> None:
    path = routine(home, minute=MINUTE)
    path.write_text(path.read_text() + STEP.format("minute.wav") * 11)
    assert checked(path).mistakes == ()


READS = """
import sys
from pathlib import Path
from relaxtimer.library.checking import check_file
from relaxtimer.library.library import Library

opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
checked = check_file(Library(), sys.argv[1], "2026-03-01")
print(len(checked.doubts), len([name for name in opened if name.endswith("loud.wav")]))
"""


def test_each_file_is_read_once(home: Path) -> None:
    """What happens to a file between two readings could not be told."""
    command = (sys.executable, "-c", READS, str(routine(home, loud=LOUD)))
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout == "1 1\n"


def test_a_name_that_steers_a_terminal_is_told_in_escapes(home: Path) -> None:
    path = routine(home, link=b"")
    (path.parent / "link.wav").unlink()
    (path.parent / "a\x1b[2J.wav").write_bytes(b"noise")
    (path.parent / "link.wav").symlink_to("a\x1b[2J.wav")
    (mistake,) = checked(path).mistakes
    assert mistake.message.startswith("a\\x1b[2J.wav cannot be played: ")
