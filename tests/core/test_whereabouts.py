from __future__ import annotations

import pytest

from relaxtimer.core.events import Command
from relaxtimer.core.routine import Item
from relaxtimer.core.session import Session
from relaxtimer.core.whereabouts import paused, whereabouts
from tests.core.making import hold, parts, repeat, step, timeline, two_sided, until_ready

HUG = two_sided("Hug", hold(20), prepare=8, switch=5, rest=10)


def at(seconds: float, *items: Item) -> Session:
    """A session that has run for so long."""
    session = Session(timeline(*items))
    session.do(Command.START, 0)
    for now in range(0, 3_000 + round(seconds * 1_000), 500):
        session.advance_to(now)
    session.advance_to(3_000 + round(seconds * 1_000))
    return session


@pytest.mark.parametrize(
    ("seconds", "sentences"),
    [
        (2, ("Hug. Left side.", "Step 1 of 2.", "26 seconds left on this side.", "1 minute 29 seconds left in all.")),
        (8.1, ("Hug. Left side.", "Step 1 of 2.", "20 seconds left on this side.", "1 minute 23 seconds left in all.")),
        (29, ("Hug. Right side.", "Step 1 of 2.", "24 seconds left in this step.", "1 minute 2 seconds left in all.")),
        (40, ("Hug. Right side.", "Step 1 of 2.", "13 seconds left in this step.", "51 seconds left in all.")),
        (55, ("Rest. Next: Last.", "Step 1 of 2.", "8 seconds left of the rest.", "36 seconds left in all.")),
        (90, ("Last.", "Step 2 of 2.", "1 second left in this step.", "1 second left in all.")),
    ],
)
def test_one_hears_the_step_its_side_and_what_is_left(seconds: float, sentences: tuple[str, ...]) -> None:
    assert whereabouts(at(seconds, HUG, step("Last"))) == sentences


def test_a_round_and_a_part_are_named() -> None:
    session = at(12, repeat(2, step("Ball", parts(10, 10), prepare=0)))
    assert whereabouts(session)[:3] == (
        "Ball. Round 1 of 2. Spot 2.",
        "Step 1 of 1.",
        "8 seconds left in this step.",
    )


def test_a_step_that_waits_has_no_end_and_the_whole_is_about_so_long() -> None:
    steps = step("Settle", until_ready(30), prepare=5), step("After", hold(20), prepare=0)
    assert whereabouts(at(2, *steps))[2:] == ("3 seconds left to get into place.", "About 53 seconds left in all.")
    assert whereabouts(at(9, *steps))[2:] == ("It lasts until you are ready.", "About 50 seconds left in all.")


def test_a_pause_is_told_with_the_step_and_what_is_left_of_it() -> None:
    session = at(12, HUG, step("Last"))
    session.do(Command.PAUSE, 15_000)
    assert paused(session) == ("Paused.", "Step 1 of 2.", "16 seconds left on this side.")
    assert whereabouts(session)[:2] == ("Paused.", "Hug. Left side.")
