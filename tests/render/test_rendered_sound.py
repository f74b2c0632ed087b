"""The sound of a file: each sound where the timeline has it, to the silence at its end."""

from __future__ import annotations

from array import array
from fractions import Fraction
from pathlib import Path

import pytest
import soundfile

from relaxtimer.audio.clip import RATE, Clip, frames_in
from relaxtimer.cli import main
from relaxtimer.core.cues import CueKind
from relaxtimer.render.arithmetic import InBlocks
from relaxtimer.render.blocks import blocks
from relaxtimer.render.rendering import Rendering
from relaxtimer.sound.bed import RISE
from relaxtimer.sound.mixer import Mixer
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.placed import Arrangement, Bus, Placed
from tests.render.routines import ENDINGS, QUIET, nothing_said, samples_of, timeline_of


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
