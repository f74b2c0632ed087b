from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxtimer.audio.clip import RATE, frames_in
from relaxtimer.audio.gain import linear
from relaxtimer.sound.ducking import ATTACK, RELEASE, SHORTEST_ATTACK, depths
from relaxtimer.sound.fader import Fader
from relaxtimer.sound.mixer import Mixer
from relaxtimer.sound.placed import Bus
from tests.sound.mixing import heard, left, level

pytestmark = pytest.mark.once

BED = 0.01
LOW = BED * linear(-9)
SECOND = RATE


def under_words(*words: tuple[int, int], frames: int = 4 * SECOND, block: int = 960) -> list[float]:
    """The ambience alone, beneath words that make no sound of their own."""
    mixer = Mixer()
    mixer.lay_bed(level(1_000, BED, 2))
    heard(mixer, 2 * SECOND)
    for start, end in words:
        mixer.place(level(end - start, 0.0), mixer.position + start, Bus.VOICE)
    return left(heard(mixer, frames, [block]))


def test_the_ambience_is_out_of_the_way_when_words_begin_and_comes_back_after_them() -> None:
    found = under_words((SECOND, 2 * SECOND))
    begun = SECOND - ATTACK
    assert found[: begun + 1] == pytest.approx([BED] * (begun + 1))
    assert found[begun + ATTACK // 2] == pytest.approx((BED + LOW) / 2, rel=1e-3)
    assert found[SECOND : 2 * SECOND + 1] == pytest.approx([LOW] * (SECOND + 1))
    assert found[2 * SECOND + RELEASE // 2] == pytest.approx((BED + LOW) / 2, rel=1e-3)
    assert found[2 * SECOND + RELEASE :] == pytest.approx([BED] * (2 * SECOND - RELEASE))


def test_it_never_jumps() -> None:
    found = under_words((SECOND, 2 * SECOND), (frames_in(2_300), frames_in(2_700)), (frames_in(2_650), 3 * SECOND))
    steepest = (BED - LOW) / SHORTEST_ATTACK
    assert max(abs(b - a) for a, b in pairwise(found)) <= steepest * 1.01


def test_between_words_that_follow_closely_it_comes_back_a_part_of_the_way() -> None:
    found = under_words((SECOND, frames_in(1_500)), (frames_in(2_000), frames_in(2_500)))
    between = found[frames_in(1_500) : frames_in(2_000)]
    assert LOW * 1.1 < max(between) < BED * 0.9
    assert found[frames_in(2_000)] == pytest.approx(LOW)


def test_words_placed_without_warning_are_made_room_for_quickly_and_without_a_click() -> None:
    found = under_words((100, SECOND))
    assert found[0] == pytest.approx(BED)
    assert found[SHORTEST_ATTACK] == pytest.approx(LOW)
    assert max(abs(b - a) for a, b in pairwise(found)) <= (BED - LOW) / SHORTEST_ATTACK * 1.01


def test_words_that_are_dropped_give_the_ambience_back() -> None:
    mixer = Mixer()
    mixer.lay_bed(level(1_000, BED, 2))
    heard(mixer, 2 * SECOND)
    mixer.place(level(5 * SECOND, 0.0), 3 * SECOND, Bus.VOICE)
    heard(mixer, SECOND - ATTACK // 2)
    mixer.drop(bed=False)
    found = left(heard(mixer, SECOND))
    assert found[0] == pytest.approx((BED + LOW) / 2, rel=1e-3)
    assert found[RELEASE:] == pytest.approx([BED] * (SECOND - RELEASE))
    assert max(abs(b - a) for a, b in pairwise(found)) <= (BED - LOW) / RELEASE * 1.01


@pytest.mark.parametrize("silent", ["the words", "their bus"])
def test_words_that_are_not_heard_duck_nothing(silent: str) -> None:
    mixer = Mixer()
    mixer.lay_bed(level(1_000, BED, 2))
    mixer.set_volume(Bus.VOICE, 0 if silent == "their bus" else 1)
    heard(mixer, 2 * SECOND)
    mixer.place(level(SECOND), 3 * SECOND, Bus.VOICE, gain=0 if silent == "the words" else 1)
    assert left(heard(mixer, 3 * SECOND)) == pytest.approx([BED] * 3 * SECOND)


def test_words_turned_up_again_duck_again() -> None:
    mixer = Mixer()
    mixer.lay_bed(level(1_000, BED, 2))
    heard(mixer, 2 * SECOND)
    mixer.place(level(3 * SECOND, 0.0), 2 * SECOND + ATTACK, Bus.VOICE)
    heard(mixer, SECOND)
    mixer.set_volume(Bus.VOICE, 0)
    assert left(heard(mixer, SECOND))[RELEASE + 1] == pytest.approx(BED)
    mixer.set_volume(Bus.VOICE, 1)
    assert left(heard(mixer, SECOND))[SHORTEST_ATTACK + 1] == pytest.approx(LOW)


@pytest.mark.parametrize(("long", "gain"), [(True, linear(-6)), (False, 1.0)])
def test_long_sounds_step_back_behind_words_and_short_ones_do_not(long: bool, gain: float) -> None:  # noqa: FBT001 - a case
    mixer = Mixer()
    mixer.place(level(SECOND + (1 if long else -1), 0.1), 0, Bus.CUE)
    mixer.place(level(SECOND, 0.0), SECOND // 2, Bus.VOICE)
    found = left(heard(mixer, SECOND - 1))
    assert found[0] == pytest.approx(0.1)
    assert found[SECOND // 2 :] == pytest.approx([0.1 * gain] * (SECOND // 2 - 1))


def test_words_do_not_duck_words() -> None:
    mixer = Mixer()
    mixer.place(level(2 * SECOND, 0.1), 0, Bus.VOICE)
    mixer.place(level(2 * SECOND, 0.1), SECOND, Bus.VOICE)
    assert left(heard(mixer, 3 * SECOND)) == pytest.approx([0.1] * SECOND + [0.2] * SECOND + [0.1] * SECOND)


SPANS = st.lists(
    st.tuples(st.integers(-5_000, 200_000), st.integers(1, 60_000)).map(lambda one: (one[0], one[0] + one[1])),
    max_size=6,
)


@given(st.floats(0, 1), SPANS)
def test_the_depth_is_all_the_way_under_words_and_never_jumps(depth: float, words: list[tuple[int, int]]) -> None:
    fader = Fader(0)
    fader.follow(depths(0, depth, words))
    assert fader.at(0) == pytest.approx(depth if not any(start <= 0 < end for start, end in words) else fader.at(0))
    for start, end in words:
        for frame in (start, (start + end) // 2, end - 1):
            if frame >= SHORTEST_ATTACK:
                assert fader.at(frame) == pytest.approx(1)
    levels = [fader.at(frame) for frame in range(0, 320_000, 400)]
    assert all(0 <= one <= 1 for one in levels)
    assert max(abs(b - a) for a, b in pairwise(levels)) <= 400 / SHORTEST_ATTACK * 1.01
    assert levels[-1] == 0


@given(SPANS.map(lambda words: [one for one in words if one[0] >= SHORTEST_ATTACK]), st.integers(0, 200_000))
def test_looking_again_at_the_same_words_changes_nothing(words: list[tuple[int, int]], later: int) -> None:
    fader, again = Fader(0), Fader(0)
    fader.follow(depths(0, 0.0, words))
    left_over = [(start, end) for start, end in words if end > later]
    again.follow(depths(later, fader.at(later), left_over))
    for frame in range(later, later + 120_000, 997):
        assert again.at(frame) == pytest.approx(fader.at(frame), abs=1e-6)
