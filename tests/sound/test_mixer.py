from __future__ import annotations

import threading
from array import array
from itertools import pairwise

import pytest

from relaxtimer.audio.clip import RATE, Clip, frames_in
from relaxtimer.sound.mixer import LATEST, Mixer
from relaxtimer.sound.placed import Bus
from relaxtimer.sound.sounding import FADE
from tests.sound.mixing import heard, left, level, noise


def test_a_clip_sounds_from_its_very_frame_on_both_sides() -> None:
    mixer = Mixer()
    mixer.place(Clip(array("f", [0.25, -0.5, 0.125])), 3, Bus.CUE)
    assert heard(mixer, 8).tolist() == [0, 0, 0, 0, 0, 0, 0.25, 0.25, -0.5, -0.5, 0.125, 0.125, 0, 0, 0, 0]


def test_a_clip_in_stereo_keeps_its_sides() -> None:
    mixer = Mixer()
    mixer.place(Clip(array("f", [0.25, -0.25, 0.5, -0.5]), 2), 1, Bus.VOICE, gain=0.5)
    assert heard(mixer, 4).tolist() == [0, 0, 0.125, -0.125, 0.25, -0.25, 0, 0]


def test_clips_add_up() -> None:
    mixer = Mixer()
    for at, bus in ((0, Bus.CUE), (1, Bus.CUE), (1, Bus.VOICE), (2, Bus.CUE)):
        mixer.place(level(2, 0.125), at, bus)
    mixer.place(level(1, 0.125, 2), 3, Bus.CUE)
    assert left(heard(mixer, 5)) == [0.125, 0.375, 0.375, 0.25, 0]


def test_clips_run_on_from_block_to_block() -> None:
    mixer, clip = Mixer(), noise(100)
    mixer.place(clip, 10, Bus.CUE)
    assert left(heard(mixer, 120, [7, 1, 30])) == [0.0] * 10 + clip.samples.tolist() + [0.0] * 10


def test_the_gain_of_a_clip_and_the_volume_of_its_bus_are_multiplied() -> None:
    mixer = Mixer()
    mixer.set_volume(Bus.CUE, 0.5)
    mixer.place(level(2), 0, Bus.CUE, gain=0.25)
    mixer.place(level(2), 2, Bus.VOICE, gain=0.25)
    assert left(heard(mixer, 4)) == [0.125, 0.125, 0.25, 0.25]


def test_silence_is_none() -> None:
    mixer = Mixer()
    assert mixer.idle
    assert mixer.render(960) is None
    mixer.place(level(10), 3_000, Bus.CUE)
    assert not mixer.idle
    assert mixer.render(960) is None
    assert mixer.render(960) is None
    assert mixer.render(960) is not None
    assert mixer.idle
    assert mixer.render(960) is None
    assert mixer.position == 5 * 960


def test_what_is_turned_down_to_nothing_is_silence_too() -> None:
    mixer = Mixer()
    for bus in Bus:
        mixer.set_volume(bus, 0)
    mixer.place(level(960), 0, Bus.CUE)
    mixer.place(level(960, 0.1, 2), 0, Bus.VOICE)
    mixer.lay_bed(level(100))
    assert mixer.render(960) is None


def test_no_frames_are_no_block() -> None:
    mixer = Mixer()
    mixer.place(level(10), 0, Bus.CUE)
    assert mixer.render(0) is None
    assert mixer.position == 0
    assert left(heard(mixer, 1)) == [pytest.approx(1, abs=0.2)]


def test_an_empty_clip_is_not_heard() -> None:
    mixer = Mixer()
    mixer.place(Clip(array("f")), 0, Bus.VOICE)
    mixer.lay_bed(Clip(array("f")))
    assert mixer.render(100) is None
    assert mixer.idle


@pytest.mark.parametrize("gain", [-0.1, float("nan"), float("inf")])
def test_what_is_no_gain_is_refused_at_once(gain: float) -> None:
    with pytest.raises(ValueError, match="is no gain"):
        Mixer().place(level(1), 0, Bus.CUE, gain)
    with pytest.raises(ValueError, match="is no gain"):
        Mixer().set_volume(Bus.CUE, gain)


def test_a_clip_that_is_a_little_late_is_on_time_without_its_beginning() -> None:
    mixer, clip = Mixer(), noise(4_000)
    mixer.render(1_000)
    mixer.place(clip, 1_000 - LATEST, Bus.CUE)
    found = left(heard(mixer, 3_500))
    risen = frames_in(5)
    assert found[0] == 0
    assert found[risen // 2] == pytest.approx(clip.samples[LATEST + risen // 2] / 2, abs=1e-4)
    assert found[risen:] == [*clip.samples[LATEST + risen :].tolist(), *[0.0] * (3_500 - 4_000 + LATEST)]
    assert mixer.refused == 0


def test_a_clip_that_is_over_already_is_refused_too() -> None:
    mixer = Mixer()
    mixer.render(1_000)
    mixer.place(level(100), 900, Bus.CUE)
    assert mixer.render(1_000) is None
    assert (mixer.refused, mixer.idle) == (1, True)


def test_a_clip_that_is_later_is_refused_and_counted() -> None:
    mixer = Mixer()
    mixer.render(1_000)
    mixer.place(level(4_000), 1_000 - LATEST - 1, Bus.CUE)
    mixer.place(level(4_000), -5_000, Bus.VOICE)
    assert mixer.render(1_000) is None
    assert mixer.refused == 2


def test_a_volume_moves_within_50_milliseconds_and_never_jumps() -> None:
    mixer = Mixer()
    mixer.place(level(RATE, 0.5), 0, Bus.CUE)
    heard(mixer, 1_000)
    mixer.set_volume(Bus.CUE, 0.2)
    found = left(heard(mixer, FADE + 10))
    assert found[0] == 0.5
    assert found[FADE // 2] == pytest.approx(0.3, abs=1e-4)
    assert found[FADE:] == pytest.approx([0.1] * 10)
    assert max(abs(b - a) for a, b in pairwise(found)) < 0.001


def test_a_volume_set_while_nothing_sounds_holds_from_the_first_frame() -> None:
    mixer = Mixer()
    mixer.set_volume(Bus.CUE, 0.5)
    mixer.place(level(10), 0, Bus.CUE)
    assert left(heard(mixer, 3)) == [0.5, 0.5, 0.5]


def test_a_volume_that_is_changed_on_its_way_goes_on_from_where_it_is() -> None:
    mixer = Mixer()
    mixer.place(level(RATE, 0.5), 0, Bus.CUE)
    heard(mixer, 100)
    mixer.set_volume(Bus.CUE, 0)
    first = left(heard(mixer, FADE // 2))
    mixer.set_volume(Bus.CUE, 1)
    found = first + left(heard(mixer, FADE + 1))
    assert max(abs(b - a) for a, b in pairwise(found)) < 0.001
    assert found[-1] == 0.5


def test_dropping_fades_out_and_forgets_what_is_ahead() -> None:
    mixer = Mixer()
    mixer.place(level(RATE, 0.5), 0, Bus.CUE)
    mixer.place(level(RATE, 0.5), 3_000, Bus.VOICE)
    mixer.place(level(RATE, 0.5), 90_000, Bus.CUE)
    heard(mixer, 960)
    mixer.drop()
    found = left(heard(mixer, 2 * FADE))
    assert found[0] == 0.5
    assert found[FADE // 2] == pytest.approx(0.25, abs=1e-4)
    assert found[FADE:] == [0.0] * FADE
    assert max(abs(b - a) for a, b in pairwise(found)) < 0.001
    assert mixer.idle
    assert mixer.render(RATE * 3) is None


def test_dropping_twice_does_not_hold_up_the_first_fade() -> None:
    mixer = Mixer()
    mixer.place(level(RATE, 0.5), 0, Bus.CUE)
    heard(mixer, 960)
    mixer.drop()
    found = left(heard(mixer, FADE // 2))
    mixer.drop()
    found += left(heard(mixer, FADE))
    assert found[FADE:] == [0.0] * (FADE // 2)
    assert max(abs(b - a) for a, b in pairwise(found)) < 0.001


def test_taking_back_forgets_what_is_ahead_fades_what_has_just_begun_and_leaves_the_rest() -> None:
    mixer = Mixer()
    for start in (0, 900, 2_000):
        mixer.place(level(9_000, 0.25), start, Bus.CUE)
    heard(mixer, 1_000)
    mixer.take_back(900)
    after = left(heard(mixer, 5_000))
    assert after[0] == pytest.approx(0.5, abs=0.01)
    assert after[FADE:] == [0.25] * (5_000 - FADE)
    assert sorted(after, reverse=True) == after


def test_what_is_placed_after_a_drop_sounds() -> None:
    mixer = Mixer()
    mixer.place(level(10_000, 0.25), 0, Bus.CUE)
    heard(mixer, 100)
    mixer.drop()
    mixer.place(level(100, 0.5), 5_000, Bus.CUE)
    found = left(heard(mixer, 10_000))
    assert found[4_900:5_100] == [0.5] * 100 + [0.0] * 100 or found[4_900:5_000] == [0.5] * 100


def test_the_ambience_rises_goes_round_and_stays_under_everything() -> None:
    mixer, loop = Mixer(), noise(10_007, channels=2)
    mixer.lay_bed(loop)
    heard(mixer, RATE)
    mixer.place(level(10, 0.25), RATE, Bus.CUE)
    found = heard(mixer, 3 * 10_007, [960, 1, 4_096])
    expected = [loop.samples[2 * ((RATE + frame) % 10_007)] for frame in range(3 * 10_007)]
    assert left(found)[10:] == expected[10:]
    assert left(found)[:10] == pytest.approx([sample + 0.25 for sample in expected[:10]], abs=1e-6)


def test_the_ambience_may_have_one_channel() -> None:
    mixer = Mixer()
    mixer.lay_bed(level(777, 0.1))
    heard(mixer, RATE)
    assert heard(mixer, 2_000).tolist() == pytest.approx([0.1] * 4_000)


def test_the_ambience_comes_and_goes_slowly_and_changes_without_a_gap() -> None:
    mixer = Mixer()
    mixer.lay_bed(level(1_000, 0.1, 2))
    found = left(heard(mixer, 2 * RATE, [960]))
    assert found[0] == 0
    assert found[RATE // 2] == pytest.approx(0.05, abs=1e-4)
    mixer.lay_bed(level(1_000, 0.1, 2))
    found += left(heard(mixer, 2 * RATE, [960]))
    assert found[2 * RATE + RATE // 2] == pytest.approx(0.1, abs=1e-4)
    mixer.lay_bed(None)
    found += left(heard(mixer, 2 * RATE, [960]))
    assert max(abs(b - a) for a, b in pairwise(found)) < 1e-5
    assert found[-RATE // 2 :] == [0.0] * (RATE // 2)
    assert mixer.idle


def test_the_ambience_that_is_laid_already_goes_on() -> None:
    mixer, loop = Mixer(), noise(5_000, channels=2)
    mixer.lay_bed(loop)
    heard(mixer, RATE)
    mixer.lay_bed(loop)
    assert left(heard(mixer, 100)) == [loop.samples[2 * ((RATE + frame) % 5_000)] for frame in range(100)]


def test_dropping_takes_the_ambience_along_unless_it_may_stay() -> None:
    mixer = Mixer()
    mixer.lay_bed(level(1_000, 0.1))
    heard(mixer, RATE)
    mixer.drop(bed=False)
    assert left(heard(mixer, 2 * FADE)) == pytest.approx([0.1] * 2 * FADE)
    mixer.lay_bed(None)
    heard(mixer, 960)
    mixer.drop()
    found = left(heard(mixer, 2 * FADE))
    assert found[FADE:] == [0.0] * FADE
    assert mixer.idle


def test_too_many_loud_sounds_are_bent_and_never_cut_and_quiet_ones_are_left_alone() -> None:
    mixer = Mixer()
    for number in range(2):
        mixer.place(noise(2_000, 0.9, seed=number), 0, Bus.CUE)
    mixer.place(level(2_000, 0.7), 3_000, Bus.CUE)
    found = left(heard(mixer, 5_000))
    assert max(map(abs, found)) < 10 ** (-1 / 20)
    assert len({abs(sample) for sample in found[:2_000]}) > 1_500
    assert found[3_000:] == pytest.approx([0.7] * 2_000)


def test_commands_of_many_threads_are_all_carried_out() -> None:
    mixer, clip = Mixer(), level(1, 0.5)
    count = 400

    def place(number: int) -> None:
        for at in range(count):
            mixer.place(clip, 10_000 + number + 8 * at, Bus.CUE)

    threads = [threading.Thread(target=place, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    found = array("f")
    while any(thread.is_alive() for thread in threads) and mixer.position < 9_000:
        found += heard(mixer, 10)
    for thread in threads:
        thread.join()
    found += heard(mixer, 20_000 - mixer.position)
    assert left(found)[10_000 : 10_000 + 8 * count] == [0.5] * (8 * count)
    assert mixer.refused == 0
