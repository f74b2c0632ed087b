from __future__ import annotations

from itertools import pairwise

import pytest

from relaxtimer.core.body import Side
from relaxtimer.core.cues import WORDS, CueKind
from relaxtimer.core.events import (
    Command,
    CueDue,
    Eased,
    Event,
    Finished,
    HoldStopped,
    LeadInStarted,
    Left,
    LengthChanged,
    Moved,
    Paused,
    SegmentStarted,
    SidesSwapped,
    WaitStarted,
    WasAway,
    WentOn,
)
from relaxtimer.core.lasting import Part, Parts
from relaxtimer.core.routine import Item
from relaxtimer.core.session import IllegalCommandError, Session
from relaxtimer.core.speech import speaking_time
from relaxtimer.core.states import MOVING, TABLE, State
from tests.core.making import breaths, hold, repeat, reps, step, timeline, two_sided, until_ready

HOUR = 3_600_000


class Driven:
    """A session with the clock that drives it; `at` is the real time in seconds, starting anywhere."""

    def __init__(self, *items: Item, start: int = 0) -> None:
        self.session = Session(timeline(*items), start=start)
        self.now = 5 * HOUR

    def do(self, command: Command) -> tuple[Event, ...]:
        return self.session.do(command, self.now)

    def wait(self, seconds: float) -> list[Event]:
        """Let time pass, coming back as often as the session asks for."""
        until = self.now + round(seconds * 1_000)
        events: list[Event] = []
        while self.now < until:
            deadline = self.session.next_deadline()
            self.now = until if deadline is None else min(deadline, until)
            events += self.session.advance_to(self.now)
        return events

    def vanish(self, seconds: float) -> tuple[Event, ...]:
        """Let time pass without coming back until it is over."""
        self.now += round(seconds * 1_000)
        return self.session.advance_to(self.now)

    @property
    def position(self) -> float:
        return self.session.position / 1_000


def running(*items: Item) -> Driven:
    """A session at the first moment of its routine."""
    driven = Driven(*items)
    driven.do(Command.START)
    driven.wait(3)
    assert driven.session.state in {State.RUNNING, State.WAITING}
    assert driven.position == 0
    return driven


def kinds(events: list[Event]) -> list[CueKind]:
    return [event.cue.kind for event in events if isinstance(event, CueDue)]


def test_a_session_counts_three_seconds_in_before_it_runs() -> None:
    driven = Driven(step())
    started = driven.do(Command.START)
    counted = driven.wait(3)
    assert started[0] == LeadInStarted(3_000)
    said = [event.cue.text for event in [*started, *counted] if isinstance(event, CueDue)]
    assert said[:3] == ["3", "2", "1"]
    assert WentOn() in counted
    assert driven.position == 0


def test_position_is_the_time_spent_running() -> None:
    driven = running(step(prepare=8, lasting=hold(20)))
    driven.wait(12.345)
    assert driven.position == 12.345


def test_a_segment_starts_before_its_cues_are_due() -> None:
    driven = running(step(prepare=0, lasting=hold(10)), step("B", prepare=0, lasting=hold(10)))
    events = driven.wait(10)
    started = next(index for index, event in enumerate(events) if isinstance(event, SegmentStarted))
    announced = next(
        index for index, event in enumerate(events) if isinstance(event, CueDue) and event.cue.kind is CueKind.STEP
    )
    assert started < announced


def test_a_session_ends_by_itself() -> None:
    driven = running(step(prepare=0, lasting=hold(10)))
    events = driven.wait(10)
    assert events[-1] == Finished()
    assert kinds(events)[-1] is CueKind.END
    assert (driven.session.state, driven.session.remaining, driven.session.over) == (State.FINISHED, 0, True)
    assert driven.session.next_deadline() is None


def test_a_pause_stands_still_at_once_and_is_not_counted() -> None:
    driven = running(step(prepare=0, lasting=hold(60)))
    driven.wait(10)
    assert driven.do(Command.PAUSE) == (Paused(),)
    driven.vanish(3_600)
    assert (driven.position, driven.session.state, driven.session.next_deadline()) == (10, State.PAUSED, None)


def test_going_on_after_a_pause_restores_the_remaining_time_after_a_lead_in() -> None:
    driven = running(step(prepare=0, lasting=hold(60)))
    driven.wait(10)
    driven.do(Command.PAUSE)
    driven.vanish(100)
    driven.do(Command.GO_ON)
    assert driven.session.state is State.LEAD_IN
    driven.wait(3)
    assert (driven.session.state, driven.session.moment.remaining) == (State.RUNNING, 50_000)


def test_cues_given_before_a_pause_are_not_given_again() -> None:
    driven = running(step(prepare=0, lasting=hold(60)))
    driven.wait(30)
    driven.do(Command.PAUSE)
    driven.do(Command.GO_ON)
    assert CueKind.HALF not in kinds(driven.wait(33))


def test_more_than_two_seconds_unseen_is_a_pause_where_it_was() -> None:
    driven = running(step(prepare=0, lasting=hold(60)))
    driven.wait(10)
    assert driven.vanish(3_600) == (WasAway(HOUR), Paused())
    assert (driven.position, driven.session.state) == (10, State.PAUSED)


def test_two_seconds_unseen_are_counted() -> None:
    driven = running(step(prepare=0, lasting=hold(60)))
    driven.vanish(2)
    assert (driven.position, driven.session.state) == (2, State.RUNNING)


def test_an_absence_during_the_lead_in_counts_it_in_again() -> None:
    driven = Driven(step())
    driven.do(Command.START)
    driven.vanish(10)
    assert (driven.session.state, driven.position) == (State.PAUSED, 0)


def test_a_clock_that_goes_back_moves_nothing() -> None:
    driven = running(step(prepare=0, lasting=hold(60)))
    driven.wait(10)
    assert driven.session.advance_to(driven.now - 5_000) == ()
    assert driven.position == 10


def test_whoever_comes_when_told_is_never_taken_for_away() -> None:
    driven = running(step(prepare=0, lasting=hold(3_600)))
    events = driven.wait(3_600)
    assert not [event for event in events if isinstance(event, WasAway)]
    assert driven.session.state is State.FINISHED


def test_next_goes_to_the_next_step_and_from_the_last_to_the_end() -> None:
    driven = running(step("A", lasting=hold(20)), step("B", lasting=hold(20)))
    driven.wait(5)
    events = driven.do(Command.NEXT)
    assert events[0] == Moved(5_000, 28_000)
    assert driven.session.moment.segment.step.name == "B"
    assert driven.do(Command.NEXT)[-1] == Finished()


def test_next_at_the_last_step_of_a_paused_session_finishes_it() -> None:
    driven = running(step())
    driven.do(Command.PAUSE)
    assert driven.do(Command.NEXT)[-1] == Finished()


def test_next_during_a_rest_goes_to_the_step_after_it() -> None:
    driven = running(step("A", prepare=0, rest=10, lasting=hold(10)), step("B"))
    driven.wait(12)
    driven.do(Command.NEXT)
    assert driven.position == 20


def test_moving_while_paused_stays_paused() -> None:
    driven = running(step("A"), step("B"))
    driven.do(Command.PAUSE)
    driven.do(Command.NEXT)
    assert (driven.session.state, driven.session.moment.segment.step.name) == (State.PAUSED, "B")


def test_moving_during_the_lead_in_counts_in_anew() -> None:
    driven = Driven(step("A"), step("B"))
    driven.do(Command.START)
    driven.wait(2)
    driven.do(Command.NEXT)
    assert (driven.session.state, driven.session.lead_in) == (State.LEAD_IN, 3_000)


def test_back_within_two_seconds_of_a_start_means_the_step_before() -> None:
    driven = running(step("A", prepare=0), step("B", prepare=0))
    driven.wait(22)
    driven.do(Command.BACK)
    assert driven.position == 0


def test_back_later_means_this_step_again() -> None:
    driven = running(step("A", prepare=0), step("B", prepare=0))
    driven.wait(22.1)
    driven.do(Command.BACK)
    assert driven.position == 20


def test_back_at_the_first_step_is_its_start() -> None:
    driven = running(step("A"))
    driven.wait(1)
    driven.do(Command.BACK)
    assert driven.position == 0


def test_again_starts_this_step_anew_with_its_announcement() -> None:
    driven = running(step("A", prepare=0), step("B", prepare=0))
    driven.wait(30)
    events = list(driven.do(Command.AGAIN))
    assert driven.position == 20
    assert kinds(events)[0] is CueKind.STEP


def test_longer_adds_ten_seconds_to_this_side_and_the_one_to_come() -> None:
    driven = running(two_sided(prepare=0, lasting=hold(20)))
    driven.wait(5)
    assert driven.do(Command.LONGER) == (LengthChanged(10_000),)
    assert [each.duration for each in driven.session.timeline.segments] == [30_000, 5_000, 30_000]


def test_longer_on_the_second_side_leaves_the_first_as_it_was_done() -> None:
    driven = running(two_sided(prepare=0, lasting=hold(20)))
    driven.wait(30)
    driven.do(Command.LONGER)
    assert [each.duration for each in driven.session.timeline.segments] == [20_000, 5_000, 30_000]


def test_longer_adds_whole_repetitions() -> None:
    driven = running(step(prepare=0, lasting=reps(4)))
    driven.do(Command.LONGER)
    assert driven.session.moment.segment.cycles == 7
    assert driven.session.timeline.total == 28_000


def test_longer_during_prepare_gives_more_time_to_get_into_place() -> None:
    driven = running(step(prepare=8, lasting=hold(20)))
    driven.do(Command.LONGER)
    assert [each.duration for each in driven.session.timeline.segments] == [18_000, 20_000]


def test_shorter_leaves_three_seconds_so_that_the_end_is_heard() -> None:
    driven = running(step(prepare=0, lasting=hold(20)))
    driven.wait(12)
    assert driven.do(Command.SHORTER) == (LengthChanged(-5_000),)
    assert driven.session.moment.remaining == 3_000
    assert not driven.session.can(Command.SHORTER)


def test_shorter_never_cuts_the_repetition_that_goes_on() -> None:
    driven = running(step(prepare=0, lasting=reps(4)))
    driven.wait(9)
    driven.do(Command.SHORTER)
    assert driven.session.moment.segment.cycles == 3


def test_a_hold_never_grows_past_an_hour_nor_a_session_past_six() -> None:
    assert not running(step(prepare=0, lasting=hold(3_595))).session.can(Command.LONGER)
    assert not running(repeat(6, step(prepare=0, lasting=hold(3_590))), step(prepare=0, lasting=hold(50))).session.can(
        Command.LONGER
    )


def test_half_time_follows_a_changed_length() -> None:
    driven = running(step(prepare=0, lasting=hold(20)))
    driven.wait(5)
    driven.do(Command.LONGER)
    halves = [event.cue.at for event in driven.wait(25) if isinstance(event, CueDue) and event.cue.kind is CueKind.HALF]
    assert halves == [15_000]


def test_longer_gives_the_same_spot_of_the_other_side_the_same_time() -> None:
    spots = Parts(tuple(Part(name=name, lasting=hold(10)) for name in ("A", "B", "A")))
    driven = running(two_sided(prepare=0, switch=0, lasting=spots))
    driven.wait(25)
    driven.do(Command.LONGER)
    assert [each.duration for each in driven.session.timeline.segments] == [10_000, 10_000, 20_000] * 2


SENTENCES = ("Make loose fists beside the spine.", "Slide slowly down, lightly back.", "Stay off the spine.")


@pytest.mark.parametrize("pressed_at", [0.0, 3.0, 6.5, 7.9, 9.0, 11.0])
@pytest.mark.parametrize("command", [Command.LONGER, Command.SHORTER])
def test_every_sentence_is_said_once_whenever_the_time_is_changed(pressed_at: float, command: Command) -> None:
    driven = running(step(prepare=8, lasting=hold(40), say=SENTENCES, breath_cue="Out going down."))
    first = driven.wait(pressed_at)
    if driven.session.can(command):
        driven.do(command)
    said = [event.cue for event in [*first, *driven.wait(60)] if isinstance(event, CueDue) and event.cue.kind in WORDS]
    assert [cue.text for cue in said] == [*SENTENCES, "Out going down."]


def test_sentences_said_late_do_not_run_into_each_other() -> None:
    driven = running(step(prepare=8, lasting=hold(40), say=SENTENCES))
    first = driven.wait(7.9)
    driven.do(Command.LONGER)
    said = [event.cue for event in [*first, *driven.wait(60)] if isinstance(event, CueDue) and event.cue.kind in WORDS]
    for before, after in pairwise(said):
        assert after.at >= before.at + speaking_time(before.text or "")


def test_sentences_that_come_too_late_for_their_step_are_not_said_after_it() -> None:
    say = (" ".join(["Slowly"] * 50), " ".join(["Softly"] * 22))
    driven = running(step(prepare=20, lasting=hold(5), say=say))
    first = driven.wait(19.9)
    driven.do(Command.LONGER)
    said = [event.cue for event in [*first, *driven.wait(40)] if isinstance(event, CueDue) and event.cue.kind in WORDS]
    assert [cue.text for cue in said] == [say[0]]


def test_sentences_that_a_shorter_hold_has_no_time_for_are_not_said_after_it() -> None:
    driven = running(step(prepare=0, lasting=hold(30), say=tuple(f"One two three {n}." for n in range(9))), step("B"))
    driven.wait(5)
    driven.do(Command.SHORTER)
    driven.do(Command.SHORTER)
    said = [event.cue for event in driven.wait(60) if isinstance(event, CueDue) and event.cue.kind in WORDS]
    assert 0 < len(said) < 8
    assert all(cue.at < 10_000 for cue in said)


def test_an_easier_way_taken_while_waiting_says_nothing_twice() -> None:
    driven = running(step(prepare=0, lasting=until_ready(60), easier="Small.", say=("Big.",), breath_cue="Breathe."))
    driven.wait(20)
    driven.do(Command.HURTS)
    events = [*driven.do(Command.EASIER), *driven.wait(30)]
    assert not [kind for kind in kinds(events) if kind in WORDS]


def test_the_end_is_not_another_start_of_the_last_step() -> None:
    driven = running(step("A"))
    events = driven.do(Command.NEXT)
    assert not [event for event in events if isinstance(event, SegmentStarted)]


def test_switching_sides_goes_to_the_other_side() -> None:
    driven = running(two_sided(prepare=0, switch=5, lasting=hold(20)))
    driven.wait(7)
    driven.do(Command.SWITCH_SIDES)
    assert (driven.position, driven.session.moment.segment.side) == (20, Side.RIGHT)


def test_switching_sides_while_getting_into_place_swaps_them() -> None:
    driven = running(two_sided(prepare=8))
    driven.wait(4)
    events = driven.do(Command.SWITCH_SIDES)
    assert isinstance(events[0], SidesSwapped)
    assert driven.position == 0
    assert [each.side for each in driven.session.timeline.segments] == [Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT]


def test_there_is_no_switching_on_the_second_side_nor_without_sides() -> None:
    driven = running(two_sided(prepare=0, switch=0, lasting=hold(20)))
    driven.wait(25)
    assert not driven.session.can(Command.SWITCH_SIDES)
    assert not running(step(prepare=8)).session.can(Command.SWITCH_SIDES)


def test_a_step_until_ready_waits_and_counts_up_without_moving_the_position() -> None:
    driven = running(step("A", prepare=0, lasting=hold(10)), step("B", prepare=0, lasting=until_ready(60)))
    events = driven.wait(40)
    assert [event for event in events if isinstance(event, WaitStarted)]
    assert (driven.session.state, driven.position, driven.session.waited) == (State.WAITING, 10, 30_000)


def test_being_ready_goes_on_to_what_follows() -> None:
    driven = running(step("A", prepare=0, lasting=until_ready(60)), step("B", prepare=0))
    driven.wait(30)
    driven.do(Command.GO_ON)
    assert (driven.session.state, driven.position) == (State.RUNNING, 60)


def test_words_of_a_step_until_ready_are_said_while_it_waits() -> None:
    driven = running(step(prepare=0, lasting=until_ready(60), say=("Lie down.", "Settle.")))
    assert kinds(driven.wait(10)).count(CueKind.INSTRUCTION) == 2


def test_waiting_is_paused_by_an_absence_and_not_counted() -> None:
    driven = running(step(prepare=0, lasting=until_ready(60)))
    driven.wait(10)
    driven.vanish(100)
    assert (driven.session.state, driven.session.waited) == (State.PAUSED, 10_000)
    driven.do(Command.GO_ON)
    driven.wait(5)
    assert (driven.session.state, driven.session.waited) == (State.WAITING, 12_000)


def test_back_while_waiting_for_long_means_this_step_again() -> None:
    driven = running(step("A", prepare=0), step("B", prepare=0, lasting=until_ready(60)))
    driven.wait(30)
    driven.do(Command.BACK)
    assert (driven.position, driven.session.state) == (20, State.WAITING)


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
    driven.do(Command.HURTS)
    driven.do(Command.EASIER)
    driven.do(Command.AGAIN)
    said = [event.cue.text for event in driven.wait(10) if isinstance(event, CueDue)]
    assert "Small." in said
    assert "Big." not in said


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


def test_the_work_done_is_counted_by_side_without_prepare_and_switch() -> None:
    driven = running(two_sided(prepare=8, switch=5, lasting=hold(20)))
    driven.wait(40)
    assert driven.session.worked == {(0, Side.LEFT): 20_000, (0, Side.RIGHT): 7_000}


def test_a_session_can_start_at_a_later_step() -> None:
    driven = Driven(step("A", prepare=0), step("B", prepare=0), start=20_000)
    driven.do(Command.START)
    events = driven.wait(3)
    assert driven.position == 20
    assert kinds(events)[-2:] == [CueKind.STEP, CueKind.BEGIN]
    assert driven.session.moment.segment.step.name == "B"


@pytest.mark.parametrize(
    ("state", "command"), [(state, command) for state in State for command in Command if command not in TABLE[state]]
)
def test_what_is_not_in_the_table_raises_and_changes_nothing(state: State, command: Command) -> None:
    driven = in_state(state)
    before = (driven.session.position, driven.session.timeline, driven.session.worked)
    with pytest.raises(IllegalCommandError, match=command.value):
        driven.do(command)
    assert (driven.session.position, driven.session.timeline, driven.session.worked) == before
    assert driven.session.state is state


@pytest.mark.parametrize(("state", "command"), [(state, command) for state in State for command in TABLE[state]])
def test_what_is_in_the_table_leads_to_the_state_it_names(state: State, command: Command) -> None:
    driven = in_state(state)
    if command is Command.FULL:
        driven.do(Command.EASE)
    driven.do(command)
    assert driven.session.state is TABLE[state][command]


def test_only_states_in_which_time_counts_have_a_deadline() -> None:
    for state in State:
        assert (in_state(state).session.next_deadline() is not None) == (state in MOVING), state


def in_state(state: State) -> Driven:
    """A session in a state, in which every command of the table is possible."""
    driven = Driven(
        step("A"),
        two_sided("B", easier="Small.", lasting=until_ready(60) if state is State.WAITING else breaths(6)),
        step("C"),
    )
    if state is State.BEFORE:
        return driven
    driven.do(Command.START)
    if state is not State.LEAD_IN:
        driven.wait(3)
    driven.do(Command.NEXT)
    driven.wait(2 if state is State.LEAD_IN else 9)
    if state in {State.PAUSED, State.HURTING, State.LEFT}:
        driven.do({State.PAUSED: Command.PAUSE, State.HURTING: Command.HURTS}.get(state, Command.LEAVE))
    if state is State.FINISHED:
        driven.do(Command.NEXT)
        driven.do(Command.NEXT)
    assert driven.session.state is state
    return driven


def test_going_to_a_step_is_a_jump_from_wherever_one_is() -> None:
    session = Session(timeline(step("One", hold(20)), step("Two", hold(20)), step("Three", hold(20))))
    with pytest.raises(IllegalCommandError):
        session.go_to(1, 0)
    session.do(Command.START, 0)
    assert Moved(0, session.timeline.occurrences[2].start) in session.go_to(2, 500)
    assert session.state is State.LEAD_IN
    for now in range(1_000, 6_000, 1_000):
        session.advance_to(now)
    assert session.moment.segment.step.name == "Three"
    session.do(Command.PAUSE, 6_000)
    session.go_to(0, 7_000)
    assert (session.state, session.position) == (State.PAUSED, 0)
    with pytest.raises(IndexError):
        session.go_to(3, 8_000)
    session.do(Command.HURTS, 9_000)
    with pytest.raises(IllegalCommandError):
        session.go_to(1, 10_000)
