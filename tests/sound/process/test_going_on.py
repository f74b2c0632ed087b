"""What is heard again where a session goes on, and what is said beside it: by the ear alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxtimer.core.choices import CALM
from relaxtimer.core.events import Command
from relaxtimer.core.lasting import Part, Parts
from relaxtimer.core.routine import Step
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.messages import Hush, Seen
from tests.core.making import breaths, hold, step, two_sided
from tests.sound.process.listener import Listener, Spoken

NAME = "Wall ball roll. On your back."
ONE, TWO, THREE = "Make loose fists beside the spine.", "Slide slowly down, lightly back.", "Stay off the spine."
ROLL = step("Wall ball roll", hold(40), prepare=10, say=(ONE, TWO, THREE), easier="Smaller moves.")
HUG = two_sided("Hug", hold(20), prepare=6, switch=6, say=("Draw it in.",))


def paused_at(seconds: float, *items: Step) -> Listener:
    """Pause there for twelve seconds, and hear what the going on brings."""
    listener = Listener(*(items or (ROLL,))).started()
    listener.wait(seconds)
    listener.do(Command.PAUSE)
    listener.wait(12)
    return listener


def going_on(listener: Listener, seconds: float = 15) -> list[str]:
    since = listener.now
    listener.do(Command.GO_ON)
    listener.wait(3 + seconds)
    return listener.heard(since)


def test_a_step_whose_name_was_cut_is_announced_again_and_its_words_follow() -> None:
    assert going_on(paused_at(1)) == [NAME, ONE, TWO, THREE]


def test_a_sentence_that_was_cut_is_said_again_from_its_beginning_after_the_name_of_the_step() -> None:
    assert going_on(paused_at(4.5)) == [NAME, ONE, TWO, THREE]
    assert going_on(paused_at(7)) == [NAME, TWO, THREE]


def test_a_sentence_that_is_cut_in_the_work_is_said_again_alone() -> None:
    # The third is said from 9 seconds on, a second after the work has begun.
    assert going_on(paused_at(10, step("Roll", hold(40), prepare=8, say=(ONE, TWO, THREE)))) == [THREE]


def test_whoever_pauses_in_the_midst_of_a_hold_hears_the_counts_and_nothing_else() -> None:
    listener = paused_at(20)
    assert listener.room is not None
    listener.room.sounds.clear()
    at = listener.now
    assert going_on(listener, 3) == []
    assert [each - at for each in listener.room.sounds] == [0, 1_000, 2_000]


def test_a_sentence_that_is_cut_again_is_said_again_again() -> None:
    listener = paused_at(4.5)
    assert going_on(listener, 3.5) == [NAME, ONE]
    listener.do(Command.PAUSE)
    # The whole name has no time any more.
    assert going_on(listener) == ["Wall ball roll.", ONE, TWO, THREE]


def test_words_of_which_a_breath_was_left_were_heard() -> None:
    # The first sentence is over at 5.47 seconds.
    assert going_on(paused_at(5.2)) == [NAME, ONE, TWO, THREE]
    assert going_on(paused_at(5.4)) == [NAME, TWO, THREE]


def test_time_added_in_a_pause_leaves_a_cut_sentence_to_be_said_again() -> None:
    listener = paused_at(4.5)
    listener.do(Command.LONGER)
    assert going_on(listener) == [NAME, ONE, TWO, THREE]


def test_what_hurt_is_not_said_again_before_the_easier_variant() -> None:
    listener = Listener(ROLL).started()
    listener.wait(4.5)
    listener.do(Command.HURTS)
    listener.wait(20)
    since = listener.now
    listener.do(Command.EASIER)
    listener.wait(20)
    assert listener.heard(since) == ["Smaller moves.", NAME]


def test_pressed_by_mistake_goes_on_with_the_sentence_that_was_cut() -> None:
    listener = Listener(ROLL).started()
    listener.wait(7)
    listener.do(Command.HURTS)
    listener.wait(1)
    assert going_on(listener) == [NAME, TWO, THREE]


@pytest.mark.parametrize("command", [Command.AGAIN, Command.NEXT])
def test_a_jump_is_followed_by_the_words_of_the_place(command: Command) -> None:
    listener = paused_at(4.5, ROLL, ROLL)
    listener.do(command)
    expected = [NAME] if command is Command.AGAIN else ["Wall ball roll."]
    assert going_on(listener) == [*expected, ONE, TWO, THREE]


def test_going_back_says_everything_again_though_it_was_cut_before_and_the_step_before_too() -> None:
    listener = paused_at(4.5, ROLL, ROLL)
    going_on(listener, 45.5 + 4.5)
    listener.do(Command.PAUSE)
    listener.wait(5)
    assert going_on(listener, 1) == ["Wall ball roll."]
    listener.do(Command.AGAIN)
    since = listener.now
    listener.wait(15)
    assert listener.heard(since) == ["Wall ball roll.", ONE, TWO, THREE]


def test_a_sentence_that_is_said_while_the_time_is_changed_is_said_to_its_end_and_again_where_that_is_cut() -> None:
    listener = Listener(ROLL).started()
    listener.wait(4.5)
    listener.do(Command.LONGER)
    listener.wait(0.2)
    listener.do(Command.SHORTER)
    listener.wait(15)
    assert listener.heard() == [NAME, ONE, TWO, THREE]
    listener = Listener(ROLL).started()
    listener.wait(4.5)
    listener.do(Command.LONGER)
    listener.wait(0.2)
    listener.do(Command.PAUSE)
    listener.wait(1)
    assert going_on(listener) == [NAME, ONE, TWO, THREE]


def test_a_change_of_sides_that_was_heard_is_heard_again_while_the_sides_are_changed() -> None:
    assert going_on(paused_at(6 + 20 + 3.5, HUG), 5) == ["Change sides. Now the right."]
    assert going_on(paused_at(6 + 20 + 6 + 1, HUG), 5) == []


def test_the_name_of_a_part_that_was_cut_is_said_again_with_what_belongs_to_it() -> None:
    spots = Parts((Part(name="Low", lasting=hold(12), say="Above the belt."), Part(name="High", lasting=hold(12))))
    assert going_on(paused_at(5.3, step("Ball", spots, prepare=5)), 5) == ["Low.", "Above the belt."]
    assert going_on(paused_at(6.5, step("Ball", spots, prepare=5)), 5) == ["Above the belt."]


def test_a_step_without_time_to_get_into_place_is_announced_again_in_its_first_moments() -> None:
    bare = step("Wall ball roll", hold(40), prepare=0)
    assert going_on(paused_at(2.9, bare)) == [NAME]
    assert going_on(paused_at(3.1, bare)) == []


def test_the_words_of_a_breath_that_was_cut_are_not_said_again() -> None:
    breathing = step("Breathe", breaths(4), prepare=5)
    assert going_on(paused_at(5.7, breathing), 2) == []


def test_a_bell_is_not_struck_again_with_the_words_that_are() -> None:
    listener = paused_at(1)
    asked = listener.sounds.asked.count("ticks-step")
    going_on(listener)
    assert listener.sounds.asked.count("ticks-step") == asked


# The loss of the sound


def lost_at(seconds: float, lasts: float) -> Listener:
    listener = Listener(ROLL).started()
    listener.wait(seconds)
    listener.lose_the_sound()
    listener.wait(lasts)
    listener.find_the_sound()
    return listener


def test_words_that_were_missed_while_there_was_no_sound_are_said_when_it_is_back() -> None:
    listener = lost_at(4.5, 3)
    since = listener.now
    listener.wait(15)
    # For the whole name there is no time any more.
    assert listener.heard(since) == ["Wall ball roll.", ONE, TWO, THREE]


def test_what_was_missed_for_long_is_told_no_more() -> None:
    listener = lost_at(4.5, 20)
    since = listener.now
    listener.wait(15)
    assert listener.heard(since) == []


def test_another_process_says_the_words_again_that_the_one_before_was_about_to() -> None:
    listener = Listener(ROLL).started()
    listener.wait(6.5)
    since = listener.now
    listener.new_process()
    listener.wait(15)
    assert listener.heard(since)[:1] == [NAME]
    assert listener.heard(since)[-2:] == [TWO, THREE]


def test_another_process_in_the_midst_of_a_hold_says_nothing() -> None:
    listener = Listener(ROLL).started()
    listener.wait(25)
    since = listener.now
    listener.new_process()
    listener.wait(5)
    assert listener.heard(since) == []


def test_a_session_that_is_seen_again_hears_what_it_missed() -> None:
    listener = Listener(ROLL).started()
    listener.wait(4.5)
    listener.told([Seen(0)])
    assert listener.heard()[-1] == f"{ONE} --"
    since = listener.now
    listener.told([Seen(10**18)])
    listener.wait(5)
    assert listener.heard(since) == [NAME, ONE]


# Beside the score


def test_a_pause_says_which_step_this_is_and_what_is_left_of_it() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    since = listener.now
    listener.do(Command.PAUSE)
    listener.wait(10)
    assert listener.heard(since) == ["Paused.", "Step one of one.", "thirty seconds left in this step."]


def test_a_quiet_pause_says_nothing() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    since = listener.now
    listener.do(Command.PAUSE, quietly=True)
    listener.wait(10)
    assert listener.heard(since) == []


def test_this_hurts_says_what_can_be_chosen_with_its_numbers_until_a_key_is_pressed() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    since = listener.now
    listener.do(Command.HURTS)
    listener.wait(30)
    ways = ["one, easier.", "three, skip this step.", "four, rest.", "five, end here.", "six, go on."]
    assert listener.heard(since) == [CALM, *ways]
    listener.do(Command.REST)
    listener.do(Command.HURTS)
    listener.wait(4)
    listener.told([Hush()])
    cut = listener.now
    listener.wait(10)
    assert listener.heard(cut) == []
    assert listener.spoken[-1].end == cut


def test_a_choice_breaks_off_what_is_said() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    listener.do(Command.HURTS)
    listener.wait(4)
    chosen = listener.now
    listener.do(Command.END_HERE)
    listener.wait(10)
    assert listener.heard(chosen) == []


def test_a_hush_is_for_what_stands_still_alone() -> None:
    listener = Listener(ROLL).started()
    listener.wait(1)
    listener.told([Hush()])
    listener.wait(15)
    assert listener.heard() == [NAME, ONE, TWO, THREE]


WHERE = ("Wall ball roll.", "Step 1 of 1.", "40 seconds left.")
WHERE_HEARD = ["Wall ball roll.", "Step one of one.", "forty seconds left."]


def test_what_is_asked_for_in_a_pause_is_said_at_once() -> None:
    listener = paused_at(20)
    since = listener.now
    listener.ask(*WHERE)
    listener.wait(10)
    assert listener.heard(since) == WHERE_HEARD
    assert [each.start for each in listener.spoken if each.words == WHERE_HEARD[0]] == [since]


def test_what_is_asked_for_while_it_moves_comes_after_the_words_that_are_said_and_before_the_next() -> None:
    listener = Listener(ROLL).started()
    listener.wait(4)
    listener.ask(*WHERE)
    listener.wait(20)
    assert listener.heard() == [NAME, ONE, *WHERE_HEARD, TWO, THREE]


def test_what_is_asked_for_in_a_hold_is_said_at_once_and_no_sound_is_lost() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    since = listener.now
    listener.ask(*WHERE)
    listener.wait(10)
    assert listener.heard(since) == WHERE_HEARD
    assert listener.spoken[-3].start < since + 400
    assert "ticks-half" in listener.sounds.asked


def test_what_is_asked_for_in_a_lead_in_is_said_where_it_begins() -> None:
    listener = paused_at(20)
    listener.do(Command.GO_ON)
    listener.wait(1)
    since = listener.now
    listener.ask(*WHERE)
    listener.wait(10)
    assert listener.heard(since) == WHERE_HEARD
    assert listener.spoken[-3].start == since + 2_000


def test_an_answer_that_is_cut_is_not_said_again() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    listener.ask(*WHERE)
    listener.wait(1)
    listener.do(Command.PAUSE)
    assert going_on(listener) == []


def test_asking_twice_says_it_twice_and_cuts_nothing() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    since = listener.now
    listener.ask(*WHERE)
    listener.wait(1)
    listener.ask(*WHERE)
    listener.wait(15)
    assert sorted(listener.heard(since)) == sorted(2 * WHERE_HEARD)


# Whatever happens

ITEMS = (
    step("Wall ball roll", hold(40), prepare=10, say=(ONE, TWO, THREE), breath_cue="Out going down.", easier="Less."),
    two_sided("Hug", hold(20), prepare=6, switch=5, say=(ONE, TWO), rest=8),
    step("Breathe", breaths(4), prepare=8, say=(ONE,)),
    step("Ball", Parts((Part(name="Low", lasting=hold(12), say="Above.", prepare=4_000),)), prepare=6, say=(ONE,)),
)
NEVER = {Command.END_HERE, Command.LEAVE}
HAPPENS = st.sampled_from(["pause", "pause", "command", "command", "ask", "lose", "process"])


@pytest.mark.once
@given(data=st.data(), slower=st.sampled_from([0.7, 1.0, 1.3]), lead=st.sampled_from([0, 500]))
def test_words_never_meet_whatever_happens(data: st.DataObject, slower: float, lead: int) -> None:
    listener = Listener(*ITEMS, slower=slower, lead=lead).started()
    for _ in range(data.draw(st.integers(1, 8))):
        listener.wait(data.draw(st.floats(0.05, 9)))
        match data.draw(HAPPENS):
            case "ask":
                listener.ask(*WHERE)
            case "lose":
                listener.lose_the_sound()
                listener.wait(data.draw(st.floats(0.1, 6)))
                listener.find_the_sound()
            case "process":
                listener.new_process()
            case what:
                wanted = {Command.PAUSE, Command.GO_ON} if what == "pause" else set(Command) - NEVER
                possible = [each for each in Command if each in wanted and listener.session.can(each)]
                if possible:
                    listener.do(data.draw(st.sampled_from(possible)))
    listener.wait(15)
    for before, after in pairwise(listener.spoken):
        assert before.end <= after.start


@pytest.mark.once
@given(pauses=st.lists(st.floats(0.1, 6), max_size=4), slower=st.sampled_from([0.7, 1.0, 1.3]))
def test_every_sentence_of_a_step_is_heard_to_its_end_however_often_it_is_paused(
    pauses: list[float], slower: float
) -> None:
    listener = Listener(ROLL, slower=slower, lead=500).started()
    for each in pauses:
        listener.wait(each)
        listener.do(Command.PAUSE)
        listener.wait(0.5)
        listener.do(Command.GO_ON)
        listener.wait(3.5)
    listener.wait(30)
    whole = {each.words for each in listener.spoken if not _cut_short(listener, each)}
    assert whole >= {ONE, TWO, THREE}
    assert whole & {NAME, "Wall ball roll."}


def _cut_short(listener: Listener, each: Spoken) -> bool:
    """Whether more than a breath of it was left."""
    return each.cut and each.start + listener.words.length(each.words) > each.end + 250


def test_the_time_of_the_machine_is_that_of_the_stage() -> None:
    listener = Listener(ROLL)
    assert listener.clock.machine_nanoseconds(listener.now) == listener.now * MILLISECOND
