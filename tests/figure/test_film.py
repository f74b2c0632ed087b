"""Which moment of a figure is shown when."""

from __future__ import annotations

from relaxtimer.core.pattern import Breath, Motion, PatternPhase, Tempo
from relaxtimer.figure.figure import Figure, Keyframe, Plays
from relaxtimer.figure.film import FRAMES, STEPS, Film, Shot, motions_of
from relaxtimer.figure.stances import STANCES

POSE = STANCES["standing"]


def figure(*frames: Keyframe, plays: Plays | None = None) -> Figure:
    return Figure(frames, plays=plays)


TWO = figure(Keyframe(POSE), Keyframe(STANCES["sitting"]))
TEMPO = Tempo((PatternPhase(Motion.UP, 2_000), PatternPhase(Motion.HOLD, 1_000), PatternPhase(Motion.DOWN, 2_000)))
BREATH = Breath((PatternPhase(Motion.IN, 4_000), PatternPhase(Motion.OUT, 6_000)))


def ends(shot: Shot) -> tuple[int, int]:
    return shot.before, shot.after


def test_one_goes_up_to_the_second_frame_and_down_to_the_first() -> None:
    film = Film.of(TWO, still=False)
    shots = [film.paced(TEMPO, at) for at in (0, 1_000, 2_500, 3_000, 4_999, 5_000)]
    assert [ends(shot) for shot in shots] == [(0, 1), (0, 1), (1, 1), (1, 0), (1, 0), (0, 1)]
    assert shots[1].share == STEPS // 2
    assert [shot.motion for shot in shots[:4]] == [Motion.UP, Motion.UP, Motion.HOLD, Motion.DOWN]


def test_the_movement_comes_on_the_out_breath() -> None:
    film = Film.of(TWO, still=True)
    assert [ends(film.paced(BREATH, at)) for at in (2_000, 5_000, 12_000)] == [(1, 0), (0, 1), (1, 0)]


def test_frames_say_on_which_phase_one_moves_there() -> None:
    film = Film.of(figure(Keyframe(POSE, frozenset({Motion.IN})), Keyframe(POSE, frozenset({Motion.OUT}))), still=True)
    assert [ends(film.paced(BREATH, at)) for at in (2_000, 5_000)] == [(1, 0), (0, 1)]


def test_frames_of_one_phase_take_turns_cycle_by_cycle() -> None:
    up, down = frozenset({Motion.UP}), frozenset({Motion.DOWN})
    film = Film.of(figure(Keyframe(POSE, down), Keyframe(POSE, up), Keyframe(POSE, up)), still=False)
    assert [ends(film.paced(TEMPO, cycle * 5_000 + 500)) for cycle in range(3)] == [(0, 1), (0, 2), (0, 1)]
    assert ends(film.paced(TEMPO, 5_000 + 4_000)) == (2, 0)


def test_frames_of_one_phase_take_turns_within_a_cycle_too() -> None:
    sigh = Breath((PatternPhase(Motion.IN, 3_000), PatternPhase(Motion.IN, 1_000), PatternPhase(Motion.OUT, 6_000)))
    breathed_in, out = frozenset({Motion.IN}), frozenset({Motion.OUT})
    film = Film.of(figure(Keyframe(POSE, breathed_in), Keyframe(POSE, breathed_in), Keyframe(POSE, out)), still=True)
    for cycle in (0, 10_000):
        assert [ends(film.paced(sigh, cycle + at)) for at in (1_000, 3_500, 7_000)] == [(2, 0), (0, 1), (1, 2)]


def test_a_pattern_of_one_phase_is_shown_in_its_frame_from_the_beginning() -> None:
    hold = frozenset({Motion.HOLD})
    film = Film.of(figure(Keyframe(POSE), Keyframe(POSE, hold)), still=False)
    assert ends(film.paced(Tempo((PatternPhase(Motion.HOLD, 20_000),)), 5_000)) == (1, 1)


def test_a_movement_that_comes_again_is_of_the_very_same_moments() -> None:
    film = Film.of(TWO, still=False)
    once = {film.paced(TEMPO, at) for at in range(0, 5_000, 7)}
    assert {film.paced(TEMPO, at) for at in range(5_000, 15_000, 11)} == once
    assert len(once) <= 5 * FRAMES


def test_a_pattern_of_holds_alone_comes_to_the_last_frame_and_back() -> None:
    squeeze = Tempo((PatternPhase(Motion.HOLD, 5_000), PatternPhase(Motion.REST, 5_000)))
    frames = (Keyframe(POSE, frozenset({Motion.REST})), Keyframe(POSE, frozenset({Motion.HOLD})))
    film = Film.of(figure(*frames), still=False)
    assert [ends(film.paced(squeeze, at)) for at in (1_000, 6_000, 11_000)] == [(0, 1), (1, 0), (0, 1)]
    film = Film.of(TWO, still=False)
    assert [ends(film.paced(squeeze, at)) for at in (1_000, 6_000, 11_000)] == [(0, 1), (1, 0), (0, 1)]


def test_what_is_held_breathes_calmly_in_its_last_frame() -> None:
    film = Film.of(TWO, still=True)
    breaths = {film.resting(at).breath for at in range(0, 5_500, 100)}
    assert {ends(film.resting(at)) for at in range(0, 60_000, 500)} == {(1, 1)}
    assert breaths == set(range(9))


def test_what_moves_goes_round_with_its_own_times() -> None:
    film = Film.of(figure(Keyframe(POSE, move=1_000, stay=500), Keyframe(POSE, move=2_000, stay=0)), still=False)
    assert [ends(film.resting(at)) for at in (0, 499, 500, 2_499, 2_500, 3_499, 3_500)] == [
        (0, 0),
        (0, 0),
        (0, 1),
        (0, 1),
        (1, 0),
        (1, 0),
        (0, 0),
    ]
    assert film.way_in() == 0


def test_the_way_into_place_is_shown_again_and_again() -> None:
    film = Film.of(figure(Keyframe(POSE, stay=0), Keyframe(POSE, move=2_000, stay=1_000)), still=True)
    assert ends(film.entering(1_000)) == (0, 1)
    assert ends(film.entering(2_500)) == (1, 1)
    assert film.way_in() == 2_000


def test_a_position_is_left_the_way_it_was_come_to() -> None:
    frames = [Keyframe(POSE, move=1_000, stay=0) for _ in range(3)]
    held = Film.of(figure(*frames), still=True)
    assert [ends(held.entering(at)) for at in (500, 1_500, 2_500, 3_500)] == [(0, 1), (1, 2), (2, 1), (1, 0)]
    moved = Film.of(figure(*frames), still=False)
    assert [ends(moved.entering(at)) for at in (500, 1_500, 2_500, 3_500)] == [(0, 1), (1, 2), (2, 0), (0, 1)]


def test_what_nothing_paces_has_the_motion_of_its_keyframe() -> None:
    named = figure(Keyframe(POSE, frozenset({Motion.DOWN, Motion.REST})), Keyframe(POSE, frozenset({Motion.UP})))
    assert motions_of(named, Shot(0, 0)) == {Motion.DOWN, Motion.REST}
    assert motions_of(named, Shot(0, 1, STEPS - 1)) == {Motion.UP}
    assert motions_of(named, Shot(0, 1, 1, motion=Motion.UP)) == {Motion.UP}
    assert Motion.IN in motions_of(TWO, Shot(0, 0))
    assert Motion.OUT in motions_of(TWO, Shot(1, 1))


def test_a_part_has_frames_of_its_own_or_those_of_all() -> None:
    film = Film.of(figure(Keyframe(POSE), Keyframe(POSE, part=2)), still=True)
    assert [film.indices(part) for part in (None, 1, 2)] == [(0,), (0,), (1,)]


def test_a_figure_may_say_itself_how_it_plays() -> None:
    assert Film.of(figure(Keyframe(POSE), plays=Plays.ROUND), still=True).moving
    assert not Film.of(figure(Keyframe(POSE), plays=Plays.HOLD), still=False).moving


def test_one_frame_alone_breathes_whatever_paces_it() -> None:
    film = Film.of(figure(Keyframe(POSE)), still=False)
    assert ends(film.paced(TEMPO, 700)) == (0, 0)
    assert film.paced(TEMPO, 2_500).motion is Motion.HOLD
    assert {film.entering(at).breath for at in range(0, 5_500, 100)} == set(range(9))
