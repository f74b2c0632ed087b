from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from relaxtimer.clock import FakeClock
from relaxtimer.core.choices import CALM
from relaxtimer.core.cues import CueKind
from relaxtimer.core.events import Command
from relaxtimer.core.routine import Item
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.core.stop_rules import STOP_RULES
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.messages import Answer, Go, Halt, Hush, Request, Say, Score, Seen
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.transport import LEASE, LEASE_AT_END, Transport
from tests.core.making import hold, step, timeline, two_sided, until_ready


def ns(milliseconds: int) -> int:
    return milliseconds * MILLISECOND


class Told:
    """A session on a clock that is moved by hand, with what its transport tells."""

    def __init__(self, *items: Item, lead: int = 0) -> None:
        self.clock = FakeClock(50_000)
        self.session = Session(timeline(*items), lead=lead)
        self.transport = Transport(self.clock, notes_of)
        self.told: list[Request] = []

    def do(self, command: Command) -> list[Request]:
        return self._told(self.session.do(command, self.clock.time))

    def wait(self, milliseconds: int) -> list[Request]:
        told: list[Request] = []
        while milliseconds > 0:
            self.clock.move(min(milliseconds, 1_000))
            milliseconds -= 1_000
            told += self._told(self.session.advance_to(self.clock.time))
        return told

    def _told(self, events: Iterable[object]) -> list[Request]:
        return self.transport.follow(self.session, self.clock.time, events)  # type: ignore[arg-type] # events

    def started(self) -> Told:
        """Be running, three seconds after the start."""
        self.do(Command.START)
        self.wait(3_000)
        assert self.session.state is State.RUNNING
        return self


def those(told: list[Request], kind: type[Request]) -> list[Request]:
    return [each for each in told if isinstance(each, kind)]


def test_the_start_tells_the_score_the_lease_and_when_it_begins_after_three_counts() -> None:
    told = Told(step())
    score, seen, go = told.do(Command.START)
    assert isinstance(score, Score)
    assert score.notes[0].kind is CueKind.STEP
    assert seen == Seen(ns(50_000) + LEASE)
    assert go == Go(position=0, at=ns(53_000), counts=(ns(50_000), ns(51_000), ns(52_000)))


def test_while_it_runs_only_the_lease_is_renewed() -> None:
    told = Told(step()).started()
    assert told.wait(5_000) == [Seen(ns(53_000 + each * 1_000) + LEASE) for each in range(1, 6)]


def test_a_lease_is_not_renewed_with_every_frame() -> None:
    told = Told(step()).started()
    told.clock.move(33)
    assert told._told(told.session.advance_to(told.clock.time)) == []  # noqa: SLF001 - one tick


def test_a_pause_halts_once_and_going_on_begins_where_it_stood() -> None:
    told = Told(step()).started()
    told.wait(4_000)
    halt, _ = told.do(Command.PAUSE)
    assert halt == Halt()
    assert told.wait(9_000) == []
    _, go = told.do(Command.GO_ON)
    assert isinstance(go, Go)
    assert (go.position, go.at) == (4_000, ns(told.clock.time + 3_000))


def test_a_pause_says_which_step_this_is_and_what_is_left_of_it_in_words() -> None:
    told = Told(step(), step("Other")).started()
    told.wait(4_000)
    _, say = told.do(Command.PAUSE)
    assert say == Say(("Paused.", "Step one of two.", "twenty-four seconds left in this step."))


def test_what_was_asked_for_is_told_in_words() -> None:
    assert Told(step()).transport.answer(("Step 3 of 12.",)) == [Answer(("Step three of twelve.",))]


def test_a_voice_of_another_language_says_numbers_in_its_own_words() -> None:
    transport = Transport(FakeClock(), notes_of, language="de")
    assert transport.answer(("Step 3 of 12.",)) == [Answer(("Step 3 of 12.",))]


def test_the_first_count_comes_after_the_lead_of_a_player() -> None:
    told = Told(step(), lead=500)
    _, _, go = told.do(Command.START)
    assert go == Go(position=0, at=ns(53_500), counts=(ns(50_500), ns(51_500), ns(52_500)))


def test_every_jump_tells_where_it_goes_on() -> None:
    told = Told(step(), step("Other"))
    told.started()
    told.wait(5_000)
    _, go = told.do(Command.NEXT)
    assert go == Go(position=28_000, at=ns(58_000))
    _, back = told.do(Command.AGAIN)
    assert back == Go(position=28_000, at=ns(58_000))


def test_more_time_tells_another_score_and_no_other_time() -> None:
    told = Told(step()).started()
    told.wait(10_000)
    score, *others = told.do(Command.LONGER)
    assert isinstance(score, Score)
    assert those(others, Go) == []
    assert score.notes[-1].at == 38_000


def test_this_hurts_halts_and_says_a_calm_line_and_the_choices_with_their_numbers() -> None:
    told = Told(step()).started()
    told.wait(10_000)
    assert told.do(Command.HURTS) == [
        Halt(),
        Say((CALM, "three, skip this step.", "four, rest.", "five, end here.", "six, go on.")),
    ]


def test_the_easier_variant_is_said_in_the_lead_in_and_not_again() -> None:
    told = Told(step(say=("Draw it in.", "Let go."), easier="Only half way."))
    told.started()
    told.wait(2_000)
    told.do(Command.HURTS)
    score, _, go, say = told.do(Command.EASIER)
    assert say == Say(("Only half way.",))
    assert isinstance(go, Go)
    assert go.at > ns(told.clock.time + 3_000)
    assert len(go.counts) == 3
    assert isinstance(score, Score)
    # How one gets into place goes on.
    assert [note.words for note in score.notes if note.kind is CueKind.INSTRUCTION] == ["Let go."]
    # Once more from the start, everything is said as it is for the easier variant.
    whole, *_ = told.do(Command.AGAIN)
    assert isinstance(whole, Score)
    assert [note.words for note in whole.notes if note.kind is CueKind.INSTRUCTION] == [
        "Only half way.",
        "Draw it in.",
        "Let go.",
    ]


def test_what_has_been_said_before_a_hold_is_made_longer_keeps_its_place_and_what_has_not_follows() -> None:
    told = Told(step(say=("One, and so on.", "Two, and so on.", "Three, and so on."), lasting=hold(30)))
    told.started()
    before = [note for note in notes_of(told.session.timeline) if note.kind is CueKind.INSTRUCTION]
    told.wait(before[0].at + 100)
    now = told.session.position
    score, *_ = told.do(Command.LONGER)
    assert isinstance(score, Score)
    said, *left = [note for note in score.notes if note.kind is CueKind.INSTRUCTION]
    assert (said.at, said.words) == (before[0].at, before[0].words)
    assert [note.words for note in left] == [note.words for note in before[1:]]
    assert all(note.at > now for note in left)


def test_nothing_is_played_past_the_end_of_a_wait_until_the_person_is_ready() -> None:
    told = Told(step("Settle", until_ready(10), prepare=2), step("After")).started()
    told.wait(7_000)
    assert told.session.state is State.WAITING
    seen = told.wait(8_000)
    assert {each.held for each in seen if isinstance(each, Seen)} == {ns(53_000 + 12_000)}
    assert seen[-1] == Seen(ns(told.clock.time) + LEASE, ns(53_000 + 12_000))
    assert those(seen, Halt) == []
    renewed, go = told.do(Command.GO_ON)
    assert renewed == Seen(ns(told.clock.time) + LEASE)
    assert go == Go(position=12_000, at=ns(told.clock.time))


def test_a_score_has_its_end_and_what_may_be_said_beside_it() -> None:
    easier = two_sided(prepare=3, lasting=hold(5), switch=4, easier="Bend the {side} knee less.")
    score, *_ = Told(easier).do(Command.START)
    assert isinstance(score, Score)
    assert score.end == 3_000 + 5_000 + 4_000 + 5_000
    easier_words = ("Bend the left knee less.", "Bend the right knee less.", "The full one again.")
    assert score.asides[:5] == (CALM, *easier_words, "one, easier.")
    assert score.asides[-4:] == ("Paused.", "Leave?", "Press Y to leave, space to stay.", STOP_RULES[0])


def test_the_end_rings_out_though_nobody_looks_any_more() -> None:
    told = Told(step(prepare=0, lasting=hold(5))).started()
    told.wait(4_000)
    ended = told.wait(1_000)
    assert told.session.state is State.FINISHED
    assert ended == [Seen(ns(58_000) + LEASE_AT_END)]


def test_skipping_the_last_step_goes_to_the_end() -> None:
    told = Told(step()).started()
    _, go = told.do(Command.NEXT)
    assert go == Go(position=28_000, at=ns(53_000))


def test_leaving_halts_and_whatever_is_said_then_is_broken_off() -> None:
    assert Told(step()).started().do(Command.LEAVE) == [Halt(), Hush()]


def test_a_session_that_was_away_halts_and_says_for_how_long() -> None:
    told = Told(step()).started()
    told.clock.move(60_000)
    halt, say = told.wait(1)
    assert halt == Halt()
    assert isinstance(say, Say)
    assert say.sentences[:3] == ("You were away for one minute.", "Paused.", "Step one of one.")


def test_changing_sides_in_the_prepare_tells_the_other_score_and_the_start_again() -> None:
    told = Told(two_sided()).started()
    told.wait(2_000)
    score, _, go = told.do(Command.SWITCH_SIDES)
    assert isinstance(score, Score)
    assert "Right side" in score.notes[0].words
    assert go == Go(position=0, at=ns(55_000))


def test_a_new_process_is_told_everything_that_counts_now() -> None:
    told = Told(step())
    assert told.transport.again() == []
    told.started()
    told.wait(4_000)
    score, seen, go = told.transport.again()
    assert isinstance(score, Score)
    assert seen == Seen(ns(57_000) + LEASE)
    assert isinstance(go, Go)
    assert go.at - ns(go.position) == ns(53_000)
    told.do(Command.PAUSE)
    assert told.transport.again() == [score]


def test_a_timeline_in_which_only_what_was_said_is_left_says_nothing_twice() -> None:
    told = Told(step(say=("Draw it in.",), lasting=hold(30))).started()
    told.wait(20_000)
    score, *_ = told.do(Command.LONGER)
    assert isinstance(score, Score)
    assert [note.at for note in score.notes if note.kind is CueKind.INSTRUCTION] == [
        cue.at for cue in told.session.said
    ]


def test_no_score_is_written_where_nobody_listens() -> None:
    clock = FakeClock()
    session = Session(timeline(step()))
    written: list[object] = []

    def write(line: object) -> tuple[()]:
        written.append(line)
        return ()

    transport = Transport(clock, write)
    transport.follow(session, 0, session.do(Command.START, 0), listened=False)
    assert written == []
    transport.again()
    assert written == [session.timeline]


def test_a_faster_session_is_told_in_real_time() -> None:
    clock = FakeClock()
    session = Session(timeline(step(), step("Other")))
    transport = Transport(clock, lambda line: notes_of(line, speed=Fraction(2)), Fraction(2))
    transport.follow(session, 0, session.do(Command.START, 0))
    session.advance_to(1_500)
    session.advance_to(3_000)
    *_, go = transport.follow(session, 3_000, session.do(Command.NEXT, 3_000))
    assert isinstance(go, Go)
    assert go.position == 14_000
