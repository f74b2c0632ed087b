"""A step keeps the time its words need."""

from __future__ import annotations

import pytest

from relaxtimer.core.fit import CannotFitError, fit, possible
from relaxtimer.core.lasting import Breaths, Part, Parts
from relaxtimer.core.speech import speaking_time
from relaxtimer.core.timeline import Timeline
from tests.core.making import BREATH, hold, ms, repeat, routine, step

SENTENCES = ("Sit tall and let both shoulders sink.", "Reach as far as it is easy.", "Let the head hang and wait.")


def test_a_hold_never_shrinks_below_the_end_of_its_last_sentence() -> None:
    made = routine(step("Reach", hold(60, 5, 60), prepare=0, say=SENTENCES), step("Hug", hold(60, 5, 60), prepare=0))
    reach, hug = fit(made, ms(40)).routine.steps
    assert hug.lasting.duration < 20_000
    last = [cue for cue in Timeline.of(routine(reach)).cues if cue.text == SENTENCES[-1]]
    assert last[0].at + speaking_time(SENTENCES[-1]) + ms(3) < reach.lasting.duration
    shortest, _ = possible(made)
    assert shortest > ms(20)
    with pytest.raises(CannotFitError) as error:
        fit(made, ms(20))
    assert error.value.shortest == shortest


def test_words_that_are_said_while_one_gets_into_place_keep_no_hold_long() -> None:
    made = routine(step("Reach", hold(60, 10, 60), prepare=20, say=SENTENCES[:2]))
    assert fit(made, ms(30)).routine.steps[0].lasting.duration == 10_000


def test_each_part_keeps_time_for_what_is_said_of_it() -> None:
    say = "Press into the thick muscle beside the spine and wait."
    spots = Parts((Part(name="Low", lasting=hold(40)), Part(name="High", lasting=hold(10), say=say)), ms(10), ms(50))
    made = routine(step("Ball", spots, prepare=8), step("Rest", hold(60, 5, 60), prepare=0))
    kept = fit(made, possible(made)[0]).routine.steps[0].lasting
    assert isinstance(kept, Parts)
    assert kept.parts[1].duration > speaking_time(f"High. {say}")


def test_a_step_whose_words_have_no_time_as_it_is_stays_as_it_is() -> None:
    much = step("Reach", hold(10, 5, 20), prepare=0, say=SENTENCES)
    made = routine(much, step("Hug", hold(60, 5, 60), prepare=0))
    assert fit(made, ms(40)).routine.steps[0] == much


def test_only_the_first_round_needs_the_time_for_words_and_all_rounds_are_alike() -> None:
    made = routine(repeat(3, step("Reach", hold(60, 5, 60), prepare=0, say=SENTENCES)))
    least = possible(routine(*made.steps))[0]
    assert possible(made)[0] >= 3 * least


def test_breaths_keep_one_that_is_clear_of_words_to_be_named() -> None:
    breathe = step("Breathe", Breaths(9, BREATH, 1, 9), prepare=0, say=SENTENCES)
    made = routine(breathe, step("Hug", hold(60, 5, 60), prepare=0))
    kept = fit(made, possible(made)[0]).routine.steps[0]
    last = next(cue for cue in Timeline.of(routine(kept)).cues if cue.text == SENTENCES[-1])
    assert last.at + speaking_time(SENTENCES[-1]) <= kept.lasting.duration - BREATH.duration
    before = step("Breathe", Breaths(9, BREATH, 1, 9), prepare=20, say=SENTENCES)
    assert fit(routine(before), possible(routine(before))[0]).routine.steps[0].lasting.duration == BREATH.duration


def test_a_sentence_about_one_phase_keeps_the_time_to_wait_for_it() -> None:
    said, waits = (
        possible(routine(step("Breathe", Breaths(9, BREATH, 1, 9), prepare=0, say=(words,))))[0]
        for words in ("Loose, slow and quiet.", "Out, slow and quiet.")
    )
    assert waits == said + BREATH.duration


def test_a_sentence_that_has_to_wait_for_the_next_part_keeps_its_time_there() -> None:
    spots = Parts((Part(name="Low", lasting=hold(4)), Part(name="High", lasting=hold(30))), ms(8), ms(34))
    shortest = possible(routine(step("Ball", spots, prepare=0, say=SENTENCES)))[0]
    assert ms(15) < shortest < ms(34)
