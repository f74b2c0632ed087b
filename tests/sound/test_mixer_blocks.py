from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relaxtimer.audio.clip import Clip
from relaxtimer.sound.mixer import Mixer
from relaxtimer.sound.placed import Bus
from tests.sound.mixing import Script, heard, level, noise, performed

pytestmark = pytest.mark.once

FRAMES = 96_000
CLIPS = (noise(2_400), noise(60_000, seed=2), noise(30_000, channels=2, seed=3), level(20_000, 0.4))
LOOPS = (noise(30_011, 0.02, 2, seed=4), noise(7_001, 0.02, seed=5))


def a_bit_of_everything() -> Script:
    return [
        (0, lambda mixer: mixer.lay_bed(LOOPS[0])),
        (0, lambda mixer: mixer.place(CLIPS[1], 100, Bus.CUE, 0.7)),
        (0, lambda mixer: mixer.place(CLIPS[0], 20_001, Bus.VOICE)),
        (0, lambda mixer: mixer.place(CLIPS[3], 33_333, Bus.VOICE, 0.9)),
        (7_000, lambda mixer: mixer.place(CLIPS[2], 6_500, Bus.CUE)),
        (30_000, lambda mixer: mixer.set_volume(Bus.BED, 0.4)),
        (31_000, lambda mixer: mixer.set_volume(Bus.CUE, 0.8)),
        (50_000, lambda mixer: mixer.lay_bed(LOOPS[1])),
        (60_000, lambda mixer: mixer.place(CLIPS[0], 60_100, Bus.VOICE)),
        (61_000, lambda mixer: mixer.drop(bed=False)),
        (70_000, lambda mixer: mixer.place(CLIPS[1], 70_500, Bus.CUE)),
        (80_000, lambda mixer: mixer.drop()),
    ]


def assert_same(found: array[float], expected: array[float]) -> None:
    assert len(found) == len(expected)
    assert float(np.abs(np.frombuffer(found, "f") - np.frombuffer(expected, "f")).max()) < 2e-6


@pytest.mark.parametrize("block", [1, 480, 959, 960, 4_096, 7_919])
def test_blocks_of_any_size_give_the_same_samples(block: int) -> None:
    script = a_bit_of_everything()
    frames = FRAMES if block > 1 else 24_000
    script = [(at, command) for at, command in script if at < frames]
    assert_same(performed(script, frames, block), performed(script, frames, frames))


COMMANDS = st.one_of(
    st.builds(
        lambda clip, ahead, bus, gain: lambda mixer: mixer.place(clip, mixer.position + ahead, bus, gain),
        st.sampled_from(CLIPS),
        st.integers(-1_200, 30_000),
        st.sampled_from([Bus.CUE, Bus.VOICE]),
        st.sampled_from([0.0, 0.3, 1.0]),
    ),
    st.builds(lambda bus, gain: lambda mixer: mixer.set_volume(bus, gain), st.sampled_from(Bus), st.floats(0, 1)),
    st.builds(lambda clip: lambda mixer: mixer.lay_bed(clip), st.sampled_from([None, *LOOPS])),
    st.builds(lambda bed: lambda mixer: mixer.drop(bed=bed), st.booleans()),
)
SCRIPTS = st.lists(st.tuples(st.integers(0, 60_000), COMMANDS), max_size=12).map(
    lambda script: sorted(script, key=lambda one: one[0])
)


@settings(max_examples=60)
@given(SCRIPTS, st.integers(61, 9_000))
def test_whatever_happens_blocks_do_not_matter(script: Script, block: int) -> None:
    assert_same(performed(script, FRAMES, block), performed(script, FRAMES, FRAMES))


@settings(max_examples=60)
@given(SCRIPTS)
def test_whatever_happens_nothing_clicks(script: Script) -> None:
    flat = {id(clip): level(clip.frames, 0.01, clip.channels) for clip in (*CLIPS, *LOOPS)}

    class Flat(Mixer):
        """Every clip a steady level that begins and ends at once, so that jumps are those of the clips alone."""

        edges = 0

        def place(self, clip: Clip, at: int, bus: Bus, gain: float = 1.0) -> None:
            self.edges += 2
            super().place(flat[id(clip)], at, bus, gain)

        def lay_bed(self, clip: Clip | None) -> None:
            super().lay_bed(clip and flat[id(clip)])

    mixer, samples = Flat(), array("f")
    for at, command in [*script, (FRAMES, lambda _mixer: None)]:
        samples += heard(mixer, at - mixer.position, [960]) if at > mixer.position else array("f")
        command(mixer)
    steps = np.abs(np.diff(np.frombuffer(samples, "f")[::2]))
    # Twelve levels on their way at once move by less than this from frame to frame.
    assert np.count_nonzero(steps > 12 * 0.01 / 240) <= mixer.edges


def test_all_of_it_is_what_addition_says() -> None:
    mixer = Mixer()
    placed: Sequence[tuple[Clip, int]] = [(CLIPS[0], 5), (CLIPS[0], 1_700), (CLIPS[3], 2_001), (CLIPS[2], 40)]
    for clip, at in placed:
        mixer.place(clip, at, Bus.VOICE, 0.25)
    expected = np.zeros((10_000, 2))
    for clip, at in placed:
        samples = np.frombuffer(clip.samples, "f").reshape(-1, clip.channels)[: 10_000 - at]
        expected[at : at + len(samples)] += 0.25 * samples
    found = np.frombuffer(heard(mixer, 10_000, [333]), "f").reshape(-1, 2)
    assert np.abs(found - expected).max() < 1e-6


def test_a_clip_that_is_heard_often_is_the_same_each_time() -> None:
    mixer = Mixer()
    mixer.set_volume(Bus.CUE, 0.37)
    for number in range(5):
        mixer.place(CLIPS[0], 10_000 * number + 13 * number, Bus.CUE, 0.9)
    found = heard(mixer, 60_000, [1_111])
    starts = [2 * (10_000 * number + 13 * number) for number in range(5)]
    times = {found[start : start + 4_800].tobytes() for start in starts}
    assert len(times) == 1
    assert_same(found[:4_800], array("f", [0.9 * 0.37 * one for one in CLIPS[0].samples for _ in range(2)]))
