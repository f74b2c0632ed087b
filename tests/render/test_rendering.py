"""A session as a file: whole or not at all, the sounds where the timeline has them."""

from __future__ import annotations

import fcntl
import io
import os
import subprocess
import sys
import wave
from array import array
from fractions import Fraction
from pathlib import Path

import pytest
import soundfile

from relaxtimer.audio.clip import RATE, Clip, frames_in
from relaxtimer.cli import main
from relaxtimer.core.cues import CueKind
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.render.arithmetic import InBlocks
from relaxtimer.render.blocks import blocks
from relaxtimer.render.rendering import Heard, Rendering
from relaxtimer.render.whole import whole
from relaxtimer.sound.bed import RISE
from relaxtimer.sound.mixer import Mixer
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.placed import Arrangement, Bus, Placed
from tests.terminal import relaxtimer
from tests.visits import screened

QUIET = Heard(profile="ticks", bed=None, gains=dict.fromkeys(Bus, 1.0), voice=None)
ROUTINE = """
format: 1
name: A short one
summary: For a file.
steps:
  - {name: Reach up, kind: stretch, position: standing, prepare: 3s, work: 12s, say: Reach for the ceiling.}
  - {name: Quiet breathing, kind: breathing, position: standing, prepare: 3s, breath: 2-0-3-0, breaths: 2}
"""


@pytest.fixture
def routine(tmp_path: Path) -> Path:
    """A routine of half a minute."""
    path = tmp_path / "short.yaml"
    path.write_text(ROUTINE)
    return path


ENDINGS = (".wav", ".flac", ".ogg", ".opus", ".mp3")
# Renders with the arguments after the first, which is how many bytes a file may have.
BOUNDED = """
import resource, sys
bound = resource.RLIMIT_FSIZE
soft, hard = resource.getrlimit(bound)
resource.setrlimit(bound, (int(sys.argv[1]), hard))
from relaxtimer.cli import main
status = main(["render", *sys.argv[2:]])
# Whoever counts the lines that ran writes that down at the end.
resource.setrlimit(bound, (soft, hard))
sys.exit(status)
"""


def timeline_of(path: Path) -> Timeline:
    return Timeline.of(Library().routine(str(path)).routine)


def nothing_said(_what: str, _share: float) -> None:
    """Show no progress."""


def samples_of(path: Path) -> array[int]:
    """Give the left channel of a WAV file."""
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 2, 2)
        return array("h", file.readframes(file.getnframes()))[::2]


def test_each_sound_begins_at_the_sample_of_its_cue(routine: Path, tmp_path: Path) -> None:
    timeline = timeline_of(routine)
    rendered = Rendering(timeline, QUIET, nothing_said).write(tmp_path / "a.wav")
    samples = samples_of(tmp_path / "a.wav")
    assert len(samples) == frames_in(rendered.duration)
    for note in notes_of(timeline, speed=Fraction(1)):
        if note.kind in {CueKind.STEP, CueKind.HALF, CueKind.ENDING, CueKind.BREATH_IN, CueKind.END}:
            first = frames_in(note.at)
            assert not any(samples[max(first - 480, 0) : first])
            assert any(samples[first : first + 480])


def test_with_numpy_and_without_it_is_the_same_sound() -> None:
    arrangement = Arrangement(
        tuple(
            Placed(at=at, bus=bus, name="x", gain=0.5) for at, bus in ((0, Bus.CUE), (130, Bus.VOICE), (455, Bus.CUE))
        )
    )
    clip = Clip(array("f", [(place % 97 - 48) / 100 for place in range(20_000)]))
    bed = Clip(array("f", [(place % 31 - 15) / 100 for place in range(9_000)]), 2)

    def mixed(mixer: Mixer) -> array[float]:
        mixer.lay_bed(bed)
        made = array("f")
        for block in blocks(arrangement, lambda _: clip, mixer, 3 * RATE):
            made.extend(block if isinstance(block, array) else array("f", bytes(8 * block)))
        return made

    plain, fast = mixed(Mixer()), mixed(Mixer(InBlocks()))
    assert len(plain) == len(fast) == 6 * RATE
    assert max(abs(one - other) for one, other in zip(plain, fast, strict=True)) < 1e-6
    assert max(plain) > 0.1


@pytest.mark.parametrize("frames", [5 * RATE, 5 * RATE + 12_345])
def test_the_ambience_fades_out_in_a_second_and_the_file_ends_in_silence(frames: int) -> None:
    mixer = Mixer(InBlocks())
    mixer.lay_bed(Clip(array("f", [0.5] * 9_000)))
    made = array("f")
    for block in blocks(Arrangement(()), lambda _: None, mixer, frames):
        assert isinstance(block, array)
        made.extend(block)
    left = made[::2]
    assert len(left) == frames
    assert set(left[RISE : frames - RISE + 1]) == {0.5}
    assert left[frames - RISE + 1] < 0.5
    assert left[frames - RISE // 2] == pytest.approx(0.25)
    assert left[-1] == pytest.approx(0, abs=1e-4)


def test_an_ambience_as_short_as_its_fades_is_not_heard() -> None:
    mixer = Mixer(InBlocks())
    mixer.lay_bed(Clip(array("f", [0.5] * 9_000)))
    assert list(blocks(Arrangement(()), lambda _: None, mixer, 100)) == [100]


def test_a_file_with_rain_is_silent_at_its_end(routine: Path, tmp_path: Path) -> None:
    command = ["render", str(routine), "-o", str(tmp_path / "a.wav"), "--no-voice", "--profile", "silent"]
    assert main([*command, "--bed", "rain"]) == 0
    samples = samples_of(tmp_path / "a.wav")
    assert max(map(abs, samples[-RATE // 100 :])) < 20
    assert max(map(abs, samples[-3 * RATE : -2 * RATE])) > 200


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_command_writes_every_kind_with_the_whole_length(
    ending: str, routine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"a{ending}"
    assert main(["render", str(routine), "-o", str(target), "--no-voice", "--bed", "brown"]) == 0
    assert soundfile.info(target).duration == pytest.approx(timeline_of(routine).total / 1000, abs=8)
    assert "2 steps" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        {"short.yaml", target.name, *(["a.cue"] if ending == ".wav" else [])}
    )


def test_what_fails_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "a.wav"
    target.write_text("before")

    def fail() -> None:
        with whole(target) as path:
            path.write_text("half")
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        fail()
    assert target.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["a.wav"]


def test_what_is_brought_to_the_disk_is_open_for_writing_as_windows_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []
    sync = os.fsync

    def noted(handle: int) -> None:
        modes.append(fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE)
        sync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    with whole(tmp_path / "a.wav") as path:
        path.write_text("whole")
    assert modes == [os.O_RDWR]
    assert (tmp_path / "a.wav").read_text() == "whole"


def test_a_name_may_be_as_long_as_names_get(tmp_path: Path) -> None:
    target = tmp_path / f"{'😀' * 62}.wav"
    with whole(target) as path:
        path.write_text("whole")
    assert target.read_text() == "whole"


@pytest.mark.parametrize("there", [True, False])
def test_a_symbolic_link_stays_and_what_it_leads_to_is_written(there: bool, tmp_path: Path) -> None:  # noqa: FBT001
    place = tmp_path / "elsewhere" / "b.wav"
    place.parent.mkdir()
    if there:
        place.write_text("before")
    link = tmp_path / "a.wav"
    link.symlink_to(Path("elsewhere", "b.wav"))
    with whole(link) as path:
        path.write_text("whole")
    assert link.is_symlink()
    assert [each.name for each in place.parent.iterdir()] == ["b.wav"]
    assert place.read_text() == "whole"


def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    pipe, link, circle = tmp_path / "pipe", tmp_path / "a.wav", tmp_path / "b.wav"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    circle.symlink_to(circle)
    with pytest.raises(OSError, match="no file"), whole(link):
        pass
    with pytest.raises(OSError, match="circle"), whole(circle):
        pass
    assert pipe.is_fifo()
    assert {each.name for each in tmp_path.iterdir()} == {"pipe", "a.wav", "b.wav"}


@pytest.mark.once
@pytest.mark.parametrize("ending", ENDINGS)
# The last is where an encoder has said already that all is well.
@pytest.mark.parametrize("share", [0.3, 0.999])
def test_a_disk_that_takes_no_more_is_told_and_nothing_half_written_is_left(
    ending: str, share: float, routine: Path, tmp_path: Path
) -> None:
    target = tmp_path / f"a{ending}"
    arguments = [str(routine), "-o", str(target), "--no-voice", "--bed", "brown"]
    assert main(["render", *arguments]) == 0
    most = int(target.stat().st_size * share)
    target.unlink()
    target.with_suffix(".cue").unlink(missing_ok=True)
    command = [sys.executable, "-c", BOUNDED, str(most), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"relaxtimer: {target} cannot be written: File too large\n"
    assert [each.name for each in tmp_path.iterdir()] == ["short.yaml"]


def test_the_cue_sheet_beside_a_wav_is_named_and_other_kinds_have_none(routine: Path, tmp_path: Path) -> None:
    timeline = timeline_of(routine)
    rendered = Rendering(timeline, QUIET, nothing_said).write(tmp_path / "a.wav")
    assert rendered.sheet == tmp_path / "a.cue"
    assert 'FILE "a.wav" WAVE' in rendered.sheet.read_text()
    assert Rendering(timeline, QUIET, nothing_said).write(tmp_path / "a.flac").sheet is None


def test_a_cue_sheet_that_cannot_be_written_is_told_and_the_sound_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.cue").mkdir()
    rendered = Rendering(timeline_of(many_steps(tmp_path)), QUIET, nothing_said).write(tmp_path / "a.wav")
    assert rendered.sheet is None
    told = "a.wav has no chapters: its cue sheet a.cue cannot be written: what has that name is no file."
    assert rendered.notes == (told,)
    assert len(samples_of(tmp_path / "a.wav")) == frames_in(rendered.duration)


def many_steps(folder: Path) -> Path:
    """Write a routine of a hundred steps."""
    items = "\n".join(
        f"  - {{name: Step {number}, kind: stretch, position: standing, prepare: 0s, work: 1s}}"
        for number in range(100)
    )
    path = folder / "many.yaml"
    path.write_text(f"format: 1\nname: Many\nsummary: Many.\nsteps:\n{items}\n")
    return path


def test_chapters_that_have_no_room_are_told(tmp_path: Path) -> None:
    timeline = timeline_of(many_steps(tmp_path))
    rendered = Rendering(timeline, QUIET, nothing_said).write(tmp_path / "a.wav")
    assert rendered.notes == ("The file has chapters for the first 99 of 100 steps.",)
    assert (tmp_path / "a.cue").read_text().count("TRACK") == 99
    assert Rendering(timeline, QUIET, nothing_said).write(tmp_path / "a.flac").notes == ()


def test_rounds_are_counted_where_chapters_have_no_room(tmp_path: Path) -> None:
    path = tmp_path / "rounds.yaml"
    path.write_text(
        "format: 1\nname: Many\nsummary: Many.\nsteps:\n  - repeat: 50\n    steps:\n"
        "      - {name: One, kind: stretch, position: standing, prepare: 0s, work: 1s}\n"
        "      - {name: Two, kind: stretch, position: standing, prepare: 0s, work: 1s}\n"
    )
    rendered = Rendering(timeline_of(path), QUIET, nothing_said).write(tmp_path / "a.wav")
    assert rendered.notes == ("The file has chapters for the first 99 of 100 steps, each round counted.",)


def interrupted(_what: str, share: float) -> None:
    if share > 0.5:
        raise KeyboardInterrupt


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_interrupted_rendering_leaves_nothing(ending: str, routine: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        Rendering(timeline_of(routine), QUIET, interrupted).write(tmp_path / f"a{ending}")
    assert [each.name for each in tmp_path.iterdir()] == ["short.yaml"]


# Tells whether a file is opened under the name in which chapters are put into it. Given: a routine and an ending.
TAGGED = """
import sys
from pathlib import Path
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
from relaxtimer.render.rendering import Rendering
from tests.render.test_rendering import QUIET, interrupted, nothing_said, timeline_of
timeline, folder = timeline_of(Path(sys.argv[1])), Path(sys.argv[1]).parent
try:
    Rendering(timeline, QUIET, interrupted if sys.argv[3:] else nothing_said).write(folder / f"a{sys.argv[2]}")
except KeyboardInterrupt:
    pass
print(any(name.endswith(".tagged") for name in opened))
"""


@pytest.mark.once
@pytest.mark.parametrize("ending", [".flac", ".ogg", ".opus"])
def test_a_file_that_is_thrown_away_gets_no_chapters(ending: str, routine: Path) -> None:
    def tagged(*more: str) -> bool:
        command = [sys.executable, "-c", TAGGED, str(routine), ending, *more]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout == "True\n"

    assert tagged()
    assert not tagged("interrupted")


def test_a_cue_sheet_of_somebody_elses_is_never_written_over(
    routine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "a.cue"
    sheet.write_bytes(b'PERFORMER "Somebody"\r\nFILE "a.wav" WAVE\r\nREM PERFORMER "relaxtimer"\r\n')
    before = sheet.read_bytes()
    assert main(["render", str(routine), "-o", str(tmp_path / "a.wav"), "--no-voice"]) == 2
    told = capsys.readouterr().err
    assert told.startswith(
        f"relaxtimer: {sheet} is there, and is no cue sheet of relaxtimer's: a.wav gets one in its place; "
    )
    assert sheet.read_bytes() == before
    assert not (tmp_path / "a.wav").exists()
    # Other kinds of files have their chapters in them.
    assert main(["render", str(routine), "-o", str(tmp_path / "a.flac"), "--no-voice"]) == 0
    assert sheet.read_bytes() == before


def test_what_is_written_over_is_told(routine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wave_file, sheet = tmp_path / "a.wav", tmp_path / "a.cue"
    command = ["render", str(routine), "-o", str(wave_file), "--no-voice"]
    assert main(command) == 0
    assert capsys.readouterr().out.startswith(f"Written: {wave_file} and {sheet}, ")
    first = sheet.read_text()
    sheet.write_text(first.replace("Reach", "Retch"))
    assert main(command) == 0
    one_before = "(in place of the one before)"
    assert capsys.readouterr().out.startswith(f"Written: {wave_file} {one_before} and {sheet} {one_before}, ")
    assert sheet.read_text() == first


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.aiff", "expected .wav, .flac, .ogg, .opus, .mp3"),
        ("nowhere/a.wav", "there is no folder"),
        ("folder.wav", "is a folder"),
        ("sheet.wav", "sheet.cue, the cue sheet of sheet.wav, cannot be written: what has that name is no file"),
        ("sheet.d/a.wav", "there is no folder"),
        ("link.mp3", "there is no folder"),
        ("circle.flac", "its symbolic links lead in a circle"),
        ("a\nb.wav", "without line breaks and the like, not a\\nb.wav"),
        ("a\x1b.mp3", "without line breaks and the like, not a\\x1b.mp3"),
        (os.fsdecode(b"a\xff.wav"), "in UTF-8"),
        (os.fsdecode(b"a\xff.flac"), "in UTF-8"),
        ('a".wav', "without double quotes"),
    ],
)
def test_a_name_that_cannot_be_is_refused_before_anything_is_done(
    name: str, told: str, routine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.wav").mkdir()
    (tmp_path / "sheet.cue").mkdir()
    (tmp_path / "link.mp3").symlink_to(tmp_path / "nowhere" / "a.mp3")
    (tmp_path / "circle.flac").symlink_to(tmp_path / "circle.flac")
    before = sorted(tmp_path.iterdir())
    assert main(["render", str(routine), "-o", str(tmp_path / name)]) == 2
    assert told in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.once
def test_bytes_that_are_no_text_are_refused_as_a_name_and_do_as_a_folder(
    routine: Path, tmp_path: Path, home: Path
) -> None:
    screened(home)
    folder = tmp_path / os.fsdecode(b"folder\xff")
    folder.mkdir()
    for ending in ENDINGS:
        command = relaxtimer("render", str(routine), "--no-voice", "-o", os.fsdecode(b"a\xff" + ending.encode()))
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        assert done.returncode == 2
        assert b"expected the name of a file in UTF-8" in done.stderr
        command[-1] = f"a{ending}"
        assert subprocess.run(command, cwd=folder, check=False, capture_output=True).stderr == b""
    assert sorted(each.name for each in folder.iterdir()) == sorted(["a.cue", *(f"a{ending}" for ending in ENDINGS)])


def test_a_tilde_before_a_name_that_nobody_has_is_a_letter_like_any_other(
    routine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["render", str(routine), "-o", "~nobody-has-this/a.wav", "--no-voice"]) == 2
    assert capsys.readouterr().err == "relaxtimer: there is no folder ~nobody-has-this to write a.wav to\n"
    assert main(["render", str(routine), "-o", "~nobody-has-this.mp3", "--no-voice"]) == 0
    assert (tmp_path / "~nobody-has-this.mp3").is_file()


def test_a_folder_that_cannot_be_written_is_told(routine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", str(routine), "-o", "/proc/a.wav", "--no-voice"]) == 1
    assert "/proc/a.wav cannot be written: " in capsys.readouterr().err


def test_what_the_extra_brings_is_named_where_it_is_missing(
    routine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relaxtimer.render.encoders.encoder.find_spec", lambda _: None)
    assert main(["render", str(routine), "-o", str(tmp_path / "a.mp3")]) == 1
    assert "takes lameenc: pip install lameenc, or write .wav" in capsys.readouterr().err


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_how_far_it_is_and_a_pipe_does_not(
    routine: Path, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screened(home)
    command = ["render", str(routine), "-o", str(tmp_path / "a.wav"), "--no-voice"]
    assert main(command) == 0
    assert capsys.readouterr().err == ""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(command) == 0
    assert "Mixing" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
