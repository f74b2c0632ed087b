from __future__ import annotations

from fractions import Fraction

from relaxtimer.clock import FakeClock, SystemClock
from relaxtimer.core.cues import CueKind
from relaxtimer.core.events import Command, WasAway
from relaxtimer.core.states import State
from relaxtimer.practice import Plan, Practice, silent
from relaxtimer.sound.player import Outlet, Silent
from tests.core.making import hold, step, timeline


def nothing(*_: object) -> None:
    raise AssertionError("nothing rings, flashes or wakes here")


NOWHERE = Outlet(nothing, nothing, nothing)


def practice(clock: FakeClock) -> Practice:
    made = timeline(step(prepare=0, lasting=hold(10)))
    return Practice(Plan(timeline=made, clock=clock, player=silent), NOWHERE)


def test_the_session_follows_the_clock_and_the_player_hears_it() -> None:
    clock = FakeClock(1_000)
    made = practice(clock)
    assert made.seconds_to_deadline() is None
    made.do(Command.START)
    assert made.seconds_to_deadline() == 1.0
    for _ in range(13):
        clock.move(1_000)
        made.tick()
    assert made.session.state is State.FINISHED
    assert isinstance(made.player, Silent)
    assert made.player.heard[-1] is CueKind.END
    made.close()


def test_news_of_the_sound_come_from_the_player() -> None:
    assert practice(FakeClock()).news() == ()


def test_two_real_seconds_are_what_may_pass_unseen_at_any_speed() -> None:
    made = timeline(step(prepare=0, lasting=hold(3_600)))
    clock = SystemClock(Fraction(100))
    fast = Practice(Plan(timeline=made, clock=clock, player=silent), NOWHERE)
    fast.do(Command.START)
    assert not [event for event in fast.session.advance_to(clock.now() + 190_000) if isinstance(event, WasAway)]
    assert [event for event in fast.session.advance_to(clock.now() + 600_000) if isinstance(event, WasAway)]
