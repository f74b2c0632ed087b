"""A session with sound files of its own, as a file."""

from __future__ import annotations

import wave
from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from relaxtimer.audio.clip import frames_in
from relaxtimer.core.duration import MINUTE
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.render.rendering import Heard, Rendering
from relaxtimer.sound.placed import Bus
from relaxtimer.sound.process import own_sounds
from tests.audio.making import shorts, sine, wav

QUIET = Heard(profile="silent", bed=None, gains=dict.fromkeys(Bus, 1.0), voice=None)
HEAD = "format: 1\nname: With sounds of its own\nsteps:\n"
STEP = "  - {{name: Up, kind: stretch, position: standing, prepare: 3s, work: 10s, sounds: {{{}}}}}\n"


def rendered(folder: Path, *sounds: str) -> tuple[tuple[str, ...], array[int]]:
    """Render a step for each mapping of sounds; give what was said, and the left channel."""
    path = folder / "own.yaml"
    path.write_text(HEAD + "".join(map(STEP.format, sounds)))
    timeline = Timeline.of(Library().routine(str(path)).routine)
    notes = Rendering(timeline, QUIET, lambda _what, _share: None).write(folder / "a.wav").notes
    with wave.open(str(folder / "a.wav")) as file:
        return notes, array("h", file.readframes(file.getnframes()))[::2]


def test_sounds_of_ones_own_are_in_the_file_each_time_and_what_is_left_out_is_said(tmp_path: Path) -> None:
    (tmp_path / "gong.wav").write_bytes(wav(shorts(sine(500, 0.5, 0.9))))
    (tmp_path / "broken.wav").write_bytes(b"noise")
    notes, samples = rendered(tmp_path, "step: gong.wav, half: broken.wav", "step: gong.wav")
    broken = "broken.wav cannot be played and is left out: "
    assert [note.startswith(broken) for note in notes] == [False, True]
    assert notes[0] == "gong.wav is loud: it is brought down by 16 dB."
    for at in (0, 13_000):
        heard = samples[frames_in(at) : frames_in(at + 500)]
        assert sum(one < 0 <= other for one, other in pairwise(heard)) == pytest.approx(250, abs=5)
        assert not any(samples[frames_in(at + 600) : frames_in(at + 12_900)])


def test_of_more_sound_files_than_may_be_the_rest_is_not_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_sounds, "LONGEST_TOGETHER", 2 * MINUTE)
    short = wav(shorts(sine(50, 12, 0.1, rate=8_000)), rate=8_000)
    for number in range(12):
        (tmp_path / f"{number}.wav").write_bytes(short)
    notes, _ = rendered(tmp_path, *(f"step: {number}.wav" for number in range(12)))
    (left_out,) = notes
    assert left_out.endswith(
        " is left out, with every sound file read after it: at most 2 minutes together are played."
    )
