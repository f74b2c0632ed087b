from __future__ import annotations

from relaxtimer.core.choices import WAYS_ON, spoken_ways, ways_on
from relaxtimer.core.events import Command
from relaxtimer.core.routine import Step
from relaxtimer.core.session import Session
from tests.core.making import step, timeline, two_sided


def hurting(of: Step) -> Session:
    session = Session(timeline(of))
    session.do(Command.START, 0)
    session.do(Command.HURTS, 0)
    return session


def test_a_choice_has_its_number_and_letter_whether_others_are_offered_or_not() -> None:
    full, bare = hurting(two_sided(easier="Less.", prepare=0)), hurting(step())
    assert [(way.number, way.letter) for way in WAYS_ON] == list(zip(range(1, 7), "esnrxg", strict=True))
    assert [way.number for way in ways_on(full)] == [1, 2, 3, 4, 5, 6]
    assert [way.number for way in ways_on(bare)] == [3, 4, 5, 6]


def test_what_is_offered_is_spoken_with_its_numbers() -> None:
    assert spoken_ways(hurting(two_sided(easier="Less.", prepare=0))) == (
        "1, easier.",
        "2, skip this side.",
        "3, skip this step.",
        "4, rest.",
        "5, end here.",
        "6, go on.",
    )
    assert spoken_ways(hurting(step()))[0] == "3, skip this step."
