"""What was done, step by step, as the record has it."""

from __future__ import annotations

from relaxtimer.core.body import Side
from relaxtimer.core.events import Command
from relaxtimer.core.ledger import Ledger, Outcome, Row
from relaxtimer.core.routine import Item
from relaxtimer.core.segment import Phase
from relaxtimer.core.session import Session
from relaxtimer.core.timeline import Timeline
from relaxtimer.core.variants import eased_from_the_start, easing_told
from tests.core.making import hold, repeat, routine, step, timeline, two_sided, until_ready


class Kept:
    """A session with its ledger."""

    def __init__(self, *items: Item, made: Timeline | None = None, start: int = 0) -> None:
        self.session = Session(timeline(*items) if made is None else made, start=start)
        self.ledger = Ledger(self.session)
        self.now = 0
        self.do(Command.START)
        self.wait(3)

    def do(self, command: Command) -> bool:
        return self.ledger.follow(self.session.do(command, self.now))

    def wait(self, seconds: float) -> bool:
        telling = False
        for _ in range(int(seconds * 2)):
            self.now += 500
            telling = self.ledger.follow(self.session.advance_to(self.now)) or telling
        return telling

    def outcomes(self) -> list[tuple[str, Side | None, Outcome, int]]:
        return [(row.name, row.side, row.outcome, row.worked) for row in self.ledger.rows()]


def test_a_step_is_done_when_its_work_was() -> None:
    kept = Kept(step("A", hold(10), prepare=2), step("B", hold(10)))
    assert kept.wait(12)
    assert kept.outcomes() == [("A", None, Outcome.DONE, 10_000)]


def test_nothing_is_there_before_anything_was_done() -> None:
    kept = Kept(step("A", hold(10), prepare=2))
    kept.wait(1)
    assert kept.outcomes() == []


def test_each_side_is_a_row() -> None:
    kept = Kept(two_sided("A", hold(10), prepare=0, switch=4))
    kept.wait(17)
    assert kept.outcomes() == [("A", Side.LEFT, Outcome.DONE, 10_000), ("A", Side.RIGHT, Outcome.PART, 3_000)]


def test_what_is_passed_over_is_skipped_and_what_was_begun_is_a_part() -> None:
    kept = Kept(step("A", hold(10), prepare=0), step("B", hold(10)), step("C", hold(10)))
    kept.wait(4)
    kept.do(Command.NEXT)
    kept.do(Command.NEXT)
    assert kept.outcomes() == [("A", None, Outcome.PART, 4_000), ("B", None, Outcome.SKIPPED, 0)]


def test_what_lies_before_the_beginning_was_not_skipped_but_counts_where_it_is_done() -> None:
    made = timeline(step("A", hold(10), prepare=0), step("B", hold(10), prepare=0), step("C", hold(10)))
    kept = Kept(made=made, start=10_000)
    kept.wait(4)
    assert kept.outcomes() == [("B", None, Outcome.PART, 4_000)]
    kept.do(Command.BACK)
    kept.do(Command.BACK)
    kept.wait(3)
    assert kept.outcomes() == [("A", None, Outcome.PART, 3_000), ("B", None, Outcome.PART, 4_000)]


def test_a_step_that_waits_is_done_once_it_was_left() -> None:
    kept = Kept(step("A", until_ready(60), prepare=0), step("B", prepare=0))
    kept.wait(5)
    assert kept.outcomes() == [("A", None, Outcome.PART, 5_000)]
    kept.do(Command.GO_ON)
    assert kept.outcomes()[0] == ("A", None, Outcome.DONE, 5_000)


def test_what_hurt_is_told_even_before_any_work() -> None:
    kept = Kept(step("A", hold(10), prepare=8))
    kept.wait(1)
    assert kept.do(Command.HURTS)
    (row,) = kept.ledger.rows()
    assert (row.hurt, row.outcome) == (True, Outcome.SKIPPED)


def test_what_hurts_in_the_rest_after_a_step_is_told_of_its_last_side() -> None:
    kept = Kept(repeat(2, two_sided("A", hold(10), prepare=0, switch=4), rest=10))
    kept.wait(24 + 2)
    assert kept.session.moment.segment.phase is Phase.REST
    assert kept.do(Command.HURTS)
    assert [(row.side, row.hurt) for row in kept.ledger.rows()] == [(Side.LEFT, False), (Side.RIGHT, True)]


def test_only_what_changed_is_written_again() -> None:
    kept = Kept(step("A", hold(10), prepare=0), step("B", hold(10), prepare=0))
    kept.wait(12)
    rows = kept.ledger.changed()
    assert [row.name for row in rows] == ["A", "B"]
    kept.ledger.wrote(rows)
    kept.wait(2)
    assert [row.name for row in kept.ledger.changed()] == ["B"]
    kept.ledger.wrote_nothing()
    assert [row.name for row in kept.ledger.changed()] == ["A", "B"]


def test_time_passing_alone_has_nothing_to_tell() -> None:
    kept = Kept(step("A", hold(60), prepare=0))
    assert not kept.wait(5)


# What hurt last time


def only(kept: Kept) -> Row:
    (row,) = kept.ledger.rows()
    return row


def eased(say: str = "Loose fists.") -> Timeline:
    glide = step("Glide", hold(30), prepare=8, id="glide", easier="Palms only.", say=(say,), show=("Set loose fists.",))
    return eased_from_the_start(Timeline.of(routine(glide)), {"glide"})


def test_a_step_that_hurt_begins_in_its_easier_variant_and_says_so_first() -> None:
    made = eased()
    assert all(segment.easier for segment in made.segments)
    assert [cue.text for cue in made.cues if cue.kind.value == "instruction"] == ["Palms only.", "Loose fists."]
    assert easing_told(made, {"glide"}, "e") == (
        "Last time this hurt: Glide. It starts on its easier variant; e takes the full one again.",
    )


def test_the_way_back_is_one_key() -> None:
    kept = Kept(made=eased())
    assert kept.do(Command.FULL)
    assert not any(segment.easier for segment in kept.session.timeline.segments)
    assert kept.session.moment.segment.step.say == ("Loose fists.",)
    kept.wait(12)
    assert not only(kept).eased


def test_the_easier_variant_can_be_taken_at_any_moment_and_given_back() -> None:
    kept = Kept(step("Glide", hold(30), prepare=0, easier="Palms only.", say=("Loose fists.",)))
    kept.do(Command.EASE)
    kept.wait(5)
    assert only(kept).eased
    kept.do(Command.FULL)
    assert not only(kept).eased


def test_without_an_easier_variant_it_is_told_to_go_gently() -> None:
    made = Timeline.of(routine(step("Own")))
    assert eased_from_the_start(made, {"test/Own"}) == made
    assert easing_told(made, {"test/Own"}, "e") == ("Last time this hurt: Own. Go gently, or skip it.",)


def test_what_did_not_hurt_is_as_it_is_written() -> None:
    made = Timeline.of(routine(step("Own", easier="Less.")))
    assert eased_from_the_start(made, frozenset()) is made
    assert eased_from_the_start(made, {"other"}) == made
    assert easing_told(made, {"other"}, "e") == ()
