from __future__ import annotations

import pytest
from msgspec.structs import replace

from relaxtimer.core.body import Sides
from relaxtimer.core.conditions import Condition
from relaxtimer.core.lasting import Breaths, Hold, Part, Parts, Repetitions
from relaxtimer.core.pattern import Breath, Motion, Pattern, PatternPhase
from relaxtimer.core.routine import Routine, Step
from relaxtimer.core.timeline import Timeline
from relaxtimer.plain.words import left, length_line, opening, part_line, pattern_words, sentences, spoken
from tests.plain.steps import BREATHE, GET_UP, HUG, SLOW, SPOTS, STAND, TIDE, TILT

SIGH = Breath(
    (
        PatternPhase(Motion.IN, 3000),
        PatternPhase(Motion.IN, 1000, "And a little more."),
        PatternPhase(Motion.OUT, 7000),
        PatternPhase(Motion.REST, 500),
    )
)


def timeline(step: Step) -> Timeline:
    return Timeline.of(Routine(id="x", name="X", items=(step,)))


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (SLOW, "Breathe in 4, out 6"),
        (SIGH, "Breathe in 3, and a little more 1, out 7, rest 0.5"),
        (TIDE, "Flatten 2, hold 1.5, down 2"),
    ],
)
def test_a_pattern_is_told_in_its_own_words(pattern: Pattern, words: str) -> None:
    assert pattern_words(pattern) == words


@pytest.mark.parametrize(
    ("step", "line"),
    [
        (HUG, "30 seconds each side."),
        (STAND, "20 seconds."),
        (BREATHE, "Breathe in 4, out 6: 6 breaths."),
        (replace(BREATHE, lasting=Breaths(1, SLOW)), "Breathe in 4, out 6: 1 breath."),
        (replace(TILT, lasting=Repetitions(1, TIDE)), "Flatten 2, hold 1.5, down 2: 1 time."),
        (replace(TILT, sides=Sides.EACH), "Flatten 2, hold 1.5, down 2: 2 times each side."),
        (replace(STAND, lasting=Hold(60_000, breath=SLOW)), "1 minute. Breathe in 4, out 6."),
        (GET_UP, "About 30 seconds, or as long as you need."),
        (SPOTS, "2 parts, 40 seconds."),
        (replace(SPOTS, sides=Sides.EACH), "2 parts, 40 seconds each side."),
        (replace(SPOTS, lasting=Parts((Part(name="Low", lasting=Hold(9000), prepare=1000),))), "1 part, 10 seconds."),
    ],
)
def test_a_step_tells_how_long_it_lasts_in_the_measure_it_is_done_by(step: Step, line: str) -> None:
    whole = timeline(step)
    assert length_line(whole, whole.segments[0]) == line


def test_a_part_that_is_paced_tells_its_pace() -> None:
    step = replace(SPOTS, lasting=Parts((Part(name="Belly", lasting=Breaths(3, SLOW)),)))
    segment = timeline(step).segments[0]
    assert part_line(segment, "Belly.") == "Belly. Breathe in 4, out 6: 3 breaths."


def test_times_are_spoken_in_whole_seconds() -> None:
    assert [spoken(time) for time in (499, 500, 1_499, 61_000)] == [
        "0 seconds",
        "1 second",
        "1 second",
        "1 minute 1 second",
    ]


def test_nothing_is_left_only_at_the_end() -> None:
    assert [left(time) for time in (1, 1_000, 1_001, 0)] == [
        "1 second left",
        "1 second left",
        "2 seconds left",
        "0 seconds left",
    ]


def test_each_sentence_is_taken_apart() -> None:
    assert sentences(["Roll over. Sit up!  Wait?", "Stand."]) == ["Roll over.", "Sit up!", "Wait?", "Stand."]


def test_the_opening_says_whom_the_routine_is_not_for_after_the_cautions() -> None:
    routine = Routine(
        id="x", name="X", items=(STAND,), cautions=("Slowly.",), avoid=frozenset({Condition.FEVER, Condition.KNEE})
    )
    assert opening(routine, Timeline.of(routine), 0)[2:] == [
        "Slowly.",
        "Leave it for now if this fits you: feverish or acutely unwell; a sore knee.",
    ]
