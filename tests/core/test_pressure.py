"""How hard to press is spoken and shown at every step of massage, bundled or one's own."""

from __future__ import annotations

import pytest

from relaxtimer.core.body import Kind
from relaxtimer.core.cues import WORDS, CueKind
from relaxtimer.core.lasting import Part, Parts
from relaxtimer.core.pressure import CEILING, with_ceiling
from relaxtimer.core.routine import Routine
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.library.listing import listing
from relaxtimer.library.shelves import Shelves
from tests.core.making import hold

LIBRARY = Library()
ROUTINES = [LIBRARY.routine(each.path).routine for each in listing(Shelves()).routines]


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
def test_no_bundled_step_of_massage_is_without_it(routine: Routine) -> None:
    timeline = Timeline.of(routine)
    massage = {each.number: each.step for each in timeline.segments if each.step.kind is Kind.SELF_MASSAGE}
    for number, step in massage.items():
        spoken = [
            cue.text or ""
            for cue in timeline.cues
            if cue.kind in {*WORDS, CueKind.PART} and timeline.segments[cue.segment].number == number
        ]
        assert any("five out of ten" in words.lower() for words in spoken), step.name
        assert any("five out of ten" in words.lower() for words in step.shown), step.name


@pytest.mark.parametrize(
    ("say", "show", "expected"),
    [
        ((), (), ((CEILING,), ())),
        (("Press.",), ("Press here.",), (("Press.", CEILING), ("Press here.", CEILING))),
        (("Press, 3 out of 10.",), (), (("Press, 3 out of 10.",), ())),
        (("Press.",), ("To four out of ten.",), (("Press.", CEILING), ("To four out of ten.",))),
        (("Press hard, nine out of ten.",), (), (("Press hard, nine out of ten.", CEILING), ())),
        (("One side out of ten.",), (), (("One side out of ten.", CEILING), ())),
    ],
)
def test_words_that_do_not_tell_get_it_last(
    say: tuple[str, ...], show: tuple[str, ...], expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    assert with_ceiling(Kind.SELF_MASSAGE, hold(30), say, show) == expected
    assert with_ceiling(Kind.STRETCH, hold(30), say, show) == (say, show)


def test_a_part_may_tell_it() -> None:
    parts = Parts((Part(name="Low", lasting=hold(15), say="Rest on it, at most five out of ten."),))
    assert with_ceiling(Kind.SELF_MASSAGE, parts, ("Press.",), ()) == (("Press.",), ())
