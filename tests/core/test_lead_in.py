from __future__ import annotations

from relaxtimer.core.events import Command, CueDue, Event, LeadInStarted
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from tests.core.making import step, timeline

LEAD = 500


def begun(lead: int = LEAD) -> tuple[Session, list[Event]]:
    session = Session(timeline(step(easier="Only half as far.")), lead=lead)
    return session, list(session.do(Command.START, 0))


def counts(session: Session, events: list[Event], until: int) -> list[tuple[int, str | None]]:
    """Give when each count was due, up to a time."""
    found = [(0, event.cue.text) for event in events if isinstance(event, CueDue)]
    for now in range(100, until + 1, 100):
        found += [(now, event.cue.text) for event in session.advance_to(now) if isinstance(event, CueDue)]
    return found


def test_the_counts_begin_after_the_lead_and_are_a_second_apart() -> None:
    session, events = begun()
    assert events == [LeadInStarted(3_000)]
    assert counts(session, events, 3_400) == [(500, "3"), (1_500, "2"), (2_500, "1")]
    assert session.state is State.LEAD_IN
    session.advance_to(3_500)
    assert (session.state, session.position) == (State.RUNNING, 0)


def test_a_lead_of_whole_seconds_has_no_counts_of_its_own() -> None:
    session, events = begun(2_000)
    assert counts(session, events, 4_900) == [(2_000, "3"), (3_000, "2"), (4_000, "1")]


def test_the_count_that_stands_is_the_first_one_before_anything_is_counted() -> None:
    session = Session(timeline(step()), lead=LEAD)
    assert session.count == 3
    session.do(Command.START, 0)
    seen = []
    for now in (0, 499, 500, 1_499, 1_500, 2_499, 2_500, 3_499):
        session.advance_to(now)
        seen.append(session.count)
    assert seen == [3, 3, 3, 3, 2, 2, 1, 1]


def test_who_goes_on_is_given_the_lead_again() -> None:
    session, _ = begun()
    for now in range(0, 5_000, 1_000):
        session.advance_to(now)
    session.do(Command.PAUSE, 5_000)
    session.do(Command.GO_ON, 9_000)
    assert session.next_deadline() == 9_500
    assert session.lead_in == 3_500
    session.do(Command.NEXT, 9_100)


def test_the_words_of_an_easier_variant_come_before_the_counts_and_the_lead_too() -> None:
    session, _ = begun()
    session.do(Command.HURTS, 1_000)
    session.do(Command.EASIER, 2_000)
    assert (session.lead_in, session.count) == (5_500, 5)
