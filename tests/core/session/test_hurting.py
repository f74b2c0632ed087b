"""This hurts: what stops, and what can be done then."""

from __future__ import annotations

import pytest

from relaxtimer.core.cues import CueKind
from relaxtimer.core.events import (
    Command,
    CueDue,
    Eased,
    Finished,
    HoldStopped,
    Left,
    Paused,
)
from relaxtimer.core.states import State
from tests.core.making import breaths, hold, repeat, step, two_sided
from tests.core.session.driven import kinds, running


def test_this_hurts_stops_at_once() -> None:
    driven = running(step(prepare=0))
    driven.wait(5)
    events = driven.do(Command.HURTS)
    assert events == (HoldStopped(driven.session.moment.segment),)
    driven.vanish(600)
    assert (driven.position, driven.session.state) == (5, State.HURTING)


def test_the_easier_variant_goes_on_with_the_remaining_time_and_its_words() -> None:
    driven = running(step(prepare=0, easier="Half as big.", say=("Full.",)))
    driven.wait(5)
    driven.do(Command.HURTS)
    events = driven.do(Command.EASIER)
    assert events[0] == Eased("Half as big.")
    assert driven.session.moment.segment.easier
    assert driven.session.lead_in == 5_000
    driven.wait(5)
    assert (driven.session.state, driven.session.moment.remaining) == (State.RUNNING, 15_000)


def test_later_rounds_of_an_eased_step_are_eased_too() -> None:
    driven = running(repeat(2, step("A", prepare=0, easier="Small.")), step("B", prepare=0))
    driven.do(Command.HURTS)
    driven.do(Command.EASIER)
    assert [each.easier for each in driven.session.timeline.segments] == [True, True, False]


def test_there_is_no_easier_variant_of_a_step_that_has_none_or_is_eased() -> None:
    plain = running(step(prepare=0))
    plain.do(Command.HURTS)
    assert not plain.session.can(Command.EASIER)
    eased = running(step(prepare=0, easier="Small."))
    eased.do(Command.HURTS)
    eased.do(Command.EASIER)
    eased.do(Command.HURTS)
    assert not eased.session.can(Command.EASIER)


def test_an_eased_step_done_again_says_the_easier_words() -> None:
    driven = running(step(prepare=8, easier="Small.", say=("Big.",)))
    driven.wait(9)
    driven.do(Command.HURTS)
    driven.do(Command.EASIER)
    driven.do(Command.AGAIN)
    said = [event.cue.text for event in driven.wait(10) if isinstance(event, CueDue)]
    assert "Small." in said
    assert "Big." not in said


def test_who_takes_it_easier_on_the_way_into_place_is_still_told_how_to_get_there() -> None:
    driven = running(step(prepare=20, easier="Small.", say=("Come down.", "Knees bent.", "Draw it in.")))
    before = [event.cue.text for event in driven.wait(2.5) if isinstance(event, CueDue)]
    driven.do(Command.EASE)
    after = [event.cue.text for event in driven.wait(20) if isinstance(event, CueDue)]
    assert after.count("Draw it in.") == 1
    assert [words for words in (*before, *after) if words in {"Come down.", "Knees bent.", "Draw it in."}] == [
        "Come down.",
        "Knees bent.",
        "Draw it in.",
    ]
    driven.do(Command.AGAIN)
    heard = [event.cue.text for event in driven.wait(20) if isinstance(event, CueDue)]
    assert [words for words in heard if words and words.endswith(".")][-4:] == [
        "Small.",
        "Come down.",
        "Knees bent.",
        "Draw it in.",
    ]
    driven.do(Command.FULL)
    driven.do(Command.AGAIN)
    heard = [event.cue.text for event in driven.wait(20) if isinstance(event, CueDue)]
    assert "Small." not in heard


def test_an_easier_variant_at_ones_own_pace_paces_nothing_and_counts_nothing() -> None:
    free = step(
        "Breathe", breaths(6), prepare=2, easier="As it comes.", easier_paced=False, breath_cue="Four in, six out."
    )
    driven = running(free, step("Hug", hold(10), prepare=0))
    total = driven.session.timeline.total
    driven.wait(2 + 12)
    assert driven.session.moment.pace is not None
    driven.do(Command.EASE)
    assert driven.session.moment.pace is None
    assert not {CueKind.BREATH_IN, CueKind.BREATH_OUT, CueKind.BREATH_CUE} & set(kinds(driven.wait(11)))
    assert driven.session.timeline.total == total
    driven.do(Command.FULL)
    assert driven.session.moment.pace is not None
    assert CueKind.BREATH_IN in kinds(driven.wait(11))


def test_what_hurts_can_be_skipped_by_side_or_whole() -> None:
    driven = running(two_sided("A", prepare=0, switch=5), step("B", prepare=0))
    driven.wait(5)
    driven.do(Command.HURTS)
    driven.do(Command.SKIP_SIDE)
    assert (driven.session.state, driven.position) == (State.LEAD_IN, 20)
    driven.do(Command.HURTS)
    driven.do(Command.SKIP_STEP)
    assert (driven.session.state, driven.position) == (State.LEAD_IN, 45)


def test_a_side_is_not_offered_for_skipping_where_no_other_follows() -> None:
    driven = running(step(prepare=0))
    driven.do(Command.HURTS)
    assert not driven.session.can(Command.SKIP_SIDE)


def test_skipping_the_last_step_because_it_hurts_finishes() -> None:
    driven = running(step(prepare=0))
    driven.do(Command.HURTS)
    assert driven.do(Command.SKIP_STEP)[-1] == Finished()


def test_resting_after_a_hurt_is_a_pause_as_long_as_one_likes() -> None:
    driven = running(step(prepare=0))
    driven.do(Command.HURTS)
    assert driven.do(Command.REST) == (Paused(),)
    driven.vanish(600)
    assert driven.session.can(Command.GO_ON)


@pytest.mark.parametrize("command", [Command.END_HERE, Command.LEAVE])
def test_ending_here_leaves_the_session(command: Command) -> None:
    driven = running(step(prepare=0))
    driven.do(Command.HURTS)
    assert driven.do(command) == (Left(),)
    assert driven.session.over
