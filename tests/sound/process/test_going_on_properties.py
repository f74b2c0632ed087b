"""Whatever happens: words never meet, and every sentence is heard to its end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxtimer.core.events import Command
from relaxtimer.core.lasting import Part, Parts
from tests.core.making import breaths, hold, step, two_sided
from tests.sound.process.going_on import NAME, ONE, ROLL, THREE, TWO, WHERE
from tests.sound.process.listener import Listener, Spoken

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
