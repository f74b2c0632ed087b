"""Any command after any wait, against a model of two lines: what was spent running, and what was fired."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from relaxtimer.core.body import Sides
from relaxtimer.core.cues import Cue
from relaxtimer.core.events import Command, CueDue, Event, LengthChanged, Moved, SegmentStarted, SidesSwapped
from relaxtimer.core.lasting import Lasting
from relaxtimer.core.routine import Item
from relaxtimer.core.segment import Phase
from relaxtimer.core.session import LONGEST_UNSEEN, Session
from relaxtimer.core.states import MOVING, TABLE, State
from relaxtimer.core.timeline import Timeline
from tests.core.making import breaths, hold, parts, repeat, reps, routine, step, until_ready

pytestmark = pytest.mark.once

SECONDS = st.integers(0, 40).map(float)
TIMES = st.integers(1, 40).map(float)


def lastings(*, waits: bool = True) -> st.SearchStrategy[Lasting]:
    some: list[st.SearchStrategy[Lasting]] = [
        TIMES.map(hold),
        st.integers(1, 5).map(breaths),
        st.integers(1, 6).map(reps),
        st.lists(TIMES, min_size=1, max_size=3).map(lambda seconds: parts(*seconds, prepare=seconds[0] // 4)),
    ]
    return st.one_of(*some, *([TIMES.map(until_ready)] if waits else []))


def items(*, waits: bool = True) -> st.SearchStrategy[tuple[Item, ...]]:
    steps = st.builds(
        step,
        st.sampled_from(["Hug", "Roll", "Rest"]),
        lastings(waits=waits),
        prepare=SECONDS,
        switch=SECONDS,
        rest=SECONDS,
        sides=st.sampled_from(list(Sides)),
        easier=st.sampled_from(["", "Half as big."]),
        say=st.sampled_from([(), ("Slowly, and as small as you like.", "Stay.")]),
    )
    blocks = st.builds(repeat, st.integers(1, 3), steps, steps, rest=SECONDS)
    return st.lists(st.one_of(steps, blocks), min_size=1, max_size=5).map(tuple)


@given(items())
def test_segments_meet_without_gaps_from_the_start_to_the_total(made: tuple[Item, ...]) -> None:
    timeline = Timeline.of(routine(*made))
    ends = [0, *(segment.end for segment in timeline.segments)]
    assert [segment.start for segment in timeline.segments] == ends[:-1]
    assert timeline.total == ends[-1] == sum(segment.duration for segment in timeline.segments)
    assert all(segment.duration > 0 for segment in timeline.segments)


@given(items())
def test_both_sides_of_a_step_have_the_same_work(made: tuple[Item, ...]) -> None:
    timeline = Timeline.of(routine(*made))
    for occurrence in timeline.occurrences:
        if not occurrence.step.two_sided:
            continue
        own = [each for each in timeline.segments if each.occurrence == occurrence.index and each.phase is Phase.WORK]
        by_side = {side: [each.duration for each in own if each.side is side] for side in {each.side for each in own}}
        assert len(by_side) == 2
        assert len({tuple(durations) for durations in by_side.values()}) == 1


@given(items(waits=False), st.lists(st.integers(250, LONGEST_UNSEEN), min_size=1, max_size=8))
def test_each_cue_fires_once_and_in_order_whatever_the_step_size(made: tuple[Item, ...], sizes: list[int]) -> None:
    timeline = Timeline.of(routine(*made))
    session = Session(timeline)
    fired: list[Cue] = []
    entered: list[int] = []
    now, turn = 0, 0
    events = session.do(Command.START, now)
    while True:
        fired += [each.cue for each in events if isinstance(each, CueDue) and each.cue.kind != "lead-in"]
        entered += [each.index for each in events if isinstance(each, SegmentStarted)]
        if session.over:
            break
        now, turn = now + sizes[turn % len(sizes)], turn + 1
        events = session.advance_to(now)
    assert tuple(fired) == timeline.cues
    assert entered == list(range(len(timeline.segments)))


class AnyCommandAfterAnyWait(RuleBasedStateMachine):
    """Time counts only while running and seen; commands move the position, and never the clock."""

    @initialize(made=items(), now=st.integers(0, 10**9))
    def begin(self, made: tuple[Item, ...], now: int) -> None:
        self.session = Session(Timeline.of(routine(*made)))
        self.now = now
        self.expected = 0
        self.session.do(Command.START, now)

    @rule(passed=st.integers(0, LONGEST_UNSEEN))
    def a_moment_passes(self, passed: int) -> None:
        running = self.session.state is State.RUNNING
        before = self.session.position
        self.now += passed
        self.session.advance_to(self.now)
        if running and self.session.state is State.RUNNING:
            assert self.session.position == before + passed
        self.expected = self.session.position
        assert before <= self.expected <= before + passed

    @rule(passed=st.integers(LONGEST_UNSEEN + 1, 10**8))
    def a_long_time_passes_unseen(self, passed: int) -> None:
        self.now += passed
        moving = self.session.state in MOVING
        self.session.advance_to(self.now)
        assert self.session.position == self.expected
        assert not moving or self.session.state is State.PAUSED

    @rule(command=st.sampled_from(list(Command)))
    def a_command_is_given(self, command: Command) -> None:
        if not self.session.can(command):
            return
        before = self.session.state
        events = self.session.do(command, self.now)
        ended = self.session.state is State.FINISHED
        waits = self.session.state is State.WAITING
        assert ended or waits or self.session.state is TABLE[before][command]
        if not moved(events) and not (before is State.WAITING and command is Command.GO_ON):
            assert self.session.position == self.expected
        self.expected = self.session.position

    @invariant()
    def the_position_is_on_the_timeline(self) -> None:
        if hasattr(self, "session"):
            assert 0 <= self.session.position <= self.session.timeline.total
            assert self.session.moment.segment.start <= self.session.position

    @invariant()
    def there_is_a_deadline_while_time_counts(self) -> None:
        if hasattr(self, "session"):
            deadline = self.session.next_deadline()
            assert (deadline is not None) == (self.session.state in MOVING)
            assert deadline is None or self.now <= deadline <= self.now + LONGEST_UNSEEN // 2


def moved(events: tuple[Event, ...]) -> bool:
    return any(isinstance(each, Moved | LengthChanged | SidesSwapped) for each in events)


TestAnyCommandAfterAnyWait = AnyCommandAfterAnyWait.TestCase
TestAnyCommandAfterAnyWait.settings = settings(max_examples=200, stateful_step_count=40)


def test_a_day_of_session_has_no_drift_at_all() -> None:
    """Four sessions of six hours, each told the time when it asks to be, end at the very millisecond."""
    for _ in range(4):
        session = Session(Timeline.of(routine(repeat(6, step(prepare=0, lasting=hold(3_600))))))
        now = 12_345
        session.do(Command.START, now)
        while (deadline := session.next_deadline()) is not None:
            now = deadline
            session.advance_to(now)
        assert session.state is State.FINISHED
        assert now - 12_345 == session.timeline.total + 3_000 == 6 * 3_600_000 + 3_000
