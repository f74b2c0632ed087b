"""An exercise by itself: where it begins, what says most of it, and how it goes on."""

from __future__ import annotations

from relaxtimer.core.pattern import Motion, PatternPhase, Tempo
from relaxtimer.figure.figure import Figure, Keyframe, Plays
from relaxtimer.figure.film import Film
from relaxtimer.figure.shown import CYCLES, HOLD, Shown
from relaxtimer.figure.stances import STANCES

STANDING, SITTING, KNEELING = (STANCES[name] for name in ("standing", "sitting", "kneeling"))
TEMPO = Tempo((PatternPhase(Motion.UP, 2_000), PatternPhase(Motion.DOWN, 2_000)))


def test_what_is_held_says_most_at_its_end() -> None:
    figure = Figure((Keyframe(STANDING), Keyframe(SITTING), Keyframe(STANDING)), plays=Plays.HOLD)
    shown = Shown("Sit", Film.of(figure, still=True))
    assert (shown.first.before, shown.last.before) == (0, 2)


def test_what_moves_says_most_where_it_is_farthest() -> None:
    figure = Figure((Keyframe(STANDING), Keyframe(KNEELING), Keyframe(STANDING)), plays=Plays.ROUND)
    assert Shown("Kneel", Film.of(figure, still=False)).last.before == 1
    assert Shown("Kneel", Film.of(figure, still=False), TEMPO).last.before == 1


def test_a_hold_shows_the_way_in_and_then_breathes_and_begins_again() -> None:
    figure = Figure((Keyframe(STANDING, move=2_000, stay=500), Keyframe(SITTING, move=2_000, stay=500)))
    shown = Shown("Sit", Film.of(figure, still=True))
    assert (shown.at(1_500).before, shown.at(1_500).after) == (0, 1)
    assert (shown.at(2_500 + 2_750).before, shown.at(2_500 + 2_750).breath) == (1, 8)
    assert shown.at(2_500 + HOLD) == shown.at(0)


def test_parts_come_one_after_another() -> None:
    figure = Figure((Keyframe(STANDING, part=1), Keyframe(SITTING, part=2)))
    shown = Shown("Spots", Film.of(figure, still=True), parts=2)
    assert [shown.at(at).part for at in (0, HOLD - 1, HOLD, 2 * HOLD)] == [1, 1, 2, 1]
    assert (shown.first.part, shown.last.part) == (1, 2)


def test_a_paced_movement_is_shown_for_some_cycles_of_each_part() -> None:
    figure = Figure((Keyframe(STANDING, part=1), Keyframe(SITTING, part=1), Keyframe(KNEELING, part=2)))
    shown = Shown("Move", Film.of(figure, still=False), TEMPO, parts=2)
    assert [shown.at(at * 4_000 + 1).part for at in range(2 * CYCLES)] == [1] * CYCLES + [2] * CYCLES
