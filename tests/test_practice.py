from __future__ import annotations

from fractions import Fraction

from relaxtimer.clock import FakeClock, SystemClock
from relaxtimer.core.choices import LEAVE
from relaxtimer.core.cues import CueKind
from relaxtimer.core.events import Command, WasAway
from relaxtimer.core.states import State
from relaxtimer.core.stop_rules import STOP_RULES
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


def hurting(made: Practice) -> Practice:
    made.do(Command.START)
    made.do(Command.HURTS)
    return made


def test_where_one_is_is_said_and_shown_in_the_same_words() -> None:
    made = practice(FakeClock())
    made.do(Command.START)
    assert made.where() == "Hug. Step 1 of 1. 10 seconds left in this step. 10 seconds left in all."
    assert isinstance(made.player, Silent)
    assert [" ".join(said) for said in made.player.said] == [made.where()]


def test_a_key_breaks_off_what_is_said_unless_it_turns_the_sound() -> None:
    made = practice(FakeClock())
    assert isinstance(made.player, Silent)
    for key in ("up", "down", "m", "v"):
        made.pressed(key)
    assert made.player.hushed == 0
    made.pressed("7")
    assert made.player.hushed == 1


def test_what_is_asked_is_said_and_nothing_where_nothing_is() -> None:
    made = practice(FakeClock())
    made.ask(to_leave=False)
    made.ask(to_leave=True)
    hurting(made).ask(to_leave=False)
    assert isinstance(made.player, Silent)
    assert made.player.said == [LEAVE, ("3, skip this step.", "4, rest.", "5, end here.", "6, go on.")]


def test_the_stop_rules_are_said_and_only_the_first_while_the_session_goes_on() -> None:
    made = practice(FakeClock())
    made.do(Command.START)
    made.tell_rules()
    made.do(Command.PAUSE)
    made.tell_rules()
    made.do(Command.HURTS)
    made.tell_rules()
    assert isinstance(made.player, Silent)
    assert made.player.said == [STOP_RULES[:1], ("Paused.", *STOP_RULES), STOP_RULES]


def test_who_comes_back_hears_for_how_long_that_was_and_how_things_stand() -> None:
    paused, hurts, over = (practice(FakeClock()) for _ in range(3))
    paused.do(Command.START)
    paused.do(Command.PAUSE)
    hurting(hurts)
    over.do(Command.LEAVE)
    for made in (paused, hurts, over):
        made.came_back(65_000)
    told = [made.player.said for made in (paused, hurts, over) if isinstance(made.player, Silent)]
    assert told == [
        [("You were away for 1 minute 5 seconds.", "Paused.", "Step 1 of 1.", "10 seconds left in this step.")],
        [("You were away for 1 minute 5 seconds.", "3, skip this step.", "4, rest.", "5, end here.", "6, go on.")],
        [],
    ]


class Slow(Silent):
    lead = 500


def test_the_lead_of_a_player_is_of_real_time_at_any_speed() -> None:
    made = timeline(step(prepare=0, lasting=hold(3_600)))
    fast = Practice(Plan(timeline=made, clock=SystemClock(Fraction(4)), player=lambda _: Slow()), NOWHERE)
    fast.do(Command.START)
    assert fast.session.lead_in == 3_000 + 4 * 500


def test_the_rest_after_the_end_is_counted_in_real_time_at_any_speed() -> None:
    class Fast(FakeClock):
        def machine_nanoseconds(self, time: int) -> int:
            return super().machine_nanoseconds(time) // 8

    clock = Fast(1_000)
    made = practice(clock)
    made.do(Command.START)
    for _ in range(13):
        clock.move(1_000)
        made.tick()
    assert made.rested == 0
    clock.move(80_000)
    assert made.rested == 10_000
    made.close()
