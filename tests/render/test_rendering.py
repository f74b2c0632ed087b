"""A session as a file: whole or not at all, the sounds where the timeline has them."""

from __future__ import annotations

import io
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
from relaxtimer.sound.mixer import Mixer
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.placed import Arrangement, Bus, Placed

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


@pytest.mark.parametrize("ending", [".wav", ".flac", ".ogg", ".opus", ".mp3"])
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


def test_an_interrupted_rendering_leaves_nothing(routine: Path, tmp_path: Path) -> None:
    def interrupted(_what: str, share: float) -> None:
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Rendering(timeline_of(routine), QUIET, interrupted).write(tmp_path / "a.wav")
    assert [each.name for each in tmp_path.iterdir()] == ["short.yaml"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.aiff", "expected .wav, .flac, .ogg, .opus, .mp3"),
        ("nowhere/a.wav", "there is no folder"),
        ("folder.wav", "is a folder"),
    ],
)
def test_a_name_that_cannot_be_is_refused_before_anything_is_done(
    name: str, told: str, routine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.wav").mkdir()
    assert main(["render", str(routine), "-o", str(tmp_path / name)]) == 2
    assert told in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(routine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", str(routine), "-o", "/proc/a.wav", "--no-voice"]) == 1
    assert "/proc/a.wav cannot be written: " in capsys.readouterr().err


def test_what_the_extra_brings_is_named_where_it_is_missing(
    routine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relaxtimer.render.encoders.encoder.find_spec", lambda _: None)
    assert main(["render", str(routine), "-o", str(tmp_path / "a.mp3")]) == 1
    assert "pip install 'relaxtimer[export]'" in capsys.readouterr().err


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_how_far_it_is_and_a_pipe_does_not(
    routine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["render", str(routine), "-o", str(tmp_path / "a.wav"), "--no-voice"]
    assert main(command) == 0
    assert capsys.readouterr().err == ""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(command) == 0
    assert "Mixing" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
