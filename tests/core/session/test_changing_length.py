"""Ten seconds more or less: of holds, repetitions, parts, and what is still said then."""

from __future__ import annotations

from itertools import pairwise

import pytest

from relaxtimer.core.cues import WORDS, CueKind
from relaxtimer.core.events import (
    Command,
    CueDue,
    LengthChanged,
)
from relaxtimer.core.lasting import Part, Parts
from relaxtimer.core.speech import speaking_time
from tests.core.making import hold, repeat, reps, step, two_sided
from tests.core.session.driven import running


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
