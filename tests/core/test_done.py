from __future__ import annotations

from relaxtimer.core.done import done_line
from relaxtimer.core.events import Command
from relaxtimer.core.session import Session
from tests.core.making import hold, step, timeline


def session_after(seconds: int) -> Session:
    session = Session(timeline(step(lasting=hold(20), prepare=4), step(lasting=hold(20), prepare=4)))
    session.do(Command.START, 0)
    for second in range(1, seconds + 1):
        session.advance_to(second * 1_000)
    return session


def test_only_work_counts_as_done() -> None:
    assert done_line(session_after(3 + 4)) == "Nothing was done."
    assert done_line(session_after(3 + 4 + 12)) == "You did 12 seconds of work."


def test_a_step_is_counted_once_it_is_done_as_the_history_does() -> None:
    assert done_line(session_after(3 + 24 + 4 + 12)) == "You did 1 of 2 steps: 32 seconds of work."
    assert done_line(session_after(3 + 24 + 24)) == "You did 2 of 2 steps: 40 seconds of work."
