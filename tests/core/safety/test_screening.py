"""When the signs are asked for, and which routines their answers keep closed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from relaxtimer.core.body import Kind, Position
from relaxtimer.core.lasting import Breaths, Hold
from relaxtimer.core.pattern import Breath, Motion, PatternPhase
from relaxtimer.core.routine import Routine, Step
from relaxtimer.core.safety.levels import stays_open
from relaxtimer.core.safety.red_flags import Level
from relaxtimer.core.safety.screening import Occasion, Screening, blocks, occasion
from relaxtimer.library.library import Library
from relaxtimer.library.listing import listing
from relaxtimer.library.shelves import Shelves
from tests.core.making import BREATH, breaths, hold, routine, step

TODAY = 739_000
BODY = routine(step("Hug"))
BREATHING = routine(step("Breathe", breaths(6), kind=Kind.BREATHING, position=Position.SITTING))


def answered(level: Level, *, days_ago: int = 0) -> Screening:
    return Screening(TODAY - days_ago, level)


@pytest.mark.parametrize(
    ("last", "pain_rose", "id_", "expected"),
    [
        (None, False, "lower-back", Occasion.FIRST),
        (answered(Level.CLEAR), False, "lower-back", None),
        (answered(Level.CLEAR), True, "lower-back", Occasion.PAIN_ROSE),
        (answered(Level.CLEAR), False, "acute-spasm-calm", Occasion.SPASM),
        (answered(Level.CLEAR, days_ago=13), False, "lower-back", None),
        (answered(Level.CLEAR, days_ago=14), False, "lower-back", Occasion.AGAIN),
        (answered(Level.CLEAR, days_ago=-1), False, "lower-back", Occasion.AGAIN),
        (answered(Level.BOOK), False, "lower-back", None),
        (answered(Level.EMERGENCY), False, "lower-back", Occasion.BLOCKED),
        (answered(Level.CLINICIAN_FIRST, days_ago=40), False, "lower-back", Occasion.BLOCKED),
    ],
)
def test_the_signs_are_asked_for(
    last: Screening | None,
    pain_rose: bool,  # noqa: FBT001 - a table
    id_: str,
    expected: Occasion | None,
) -> None:
    assert occasion(last, TODAY, replace(BODY, id=id_), pain_rose=pain_rose) is expected


def test_breathing_that_stays_open_is_not_held_up() -> None:
    assert occasion(answered(Level.EMERGENCY), TODAY, BREATHING, pain_rose=True) is None


def test_of_an_emergency_nothing_is_kept_but_that_it_was_one() -> None:
    assert Screening.of(TODAY, (2, 6, 9), (9,)) == Screening(TODAY, Level.EMERGENCY)


def test_what_a_clinician_has_looked_at_is_kept_with_the_answer() -> None:
    assert Screening.of(TODAY, (9, 6), (6, 7)) == Screening(TODAY, Level.BOOK, (6, 9), (6,))


def test_nothing_is_closed_before_anybody_was_asked() -> None:
    assert not blocks(None, BODY)
    assert blocks(answered(Level.EMERGENCY), BODY)


def open_under(level: Level) -> set[str]:
    library = Library()
    names = [each.routine for each in listing(Shelves()).routines]
    return {name for name in names if stays_open(level, library.routine(name).routine)}


@pytest.mark.usefixtures("home")
def test_of_the_bundled_routines_only_quiet_breathing_stays_open() -> None:
    assert open_under(Level.EMERGENCY) == {"resonance-breathing", "cyclic-sighing"}
    assert open_under(Level.CLINICIAN_FIRST) == {"resonance-breathing", "cyclic-sighing", "body-scan"}
    assert open_under(Level.BOOK) == open_under(Level.CLEAR) == {each.routine for each in listing(Shelves()).routines}


HELD = Breath((PatternPhase(Motion.IN, 4_000), PatternPhase(Motion.HOLD, 4_000), PatternPhase(Motion.OUT, 4_000)))
EMPTY = Breath((PatternPhase(Motion.IN, 4_000), PatternPhase(Motion.OUT, 4_000), PatternPhase(Motion.REST, 4_000)))


@pytest.mark.parametrize(
    "steps",
    [
        (step("Held", Breaths(6, HELD), kind=Kind.BREATHING),),
        (step("Empty", Hold(60_000, breath=EMPTY), kind=Kind.BREATHING),),
        (step("With a ball", breaths(6), kind=Kind.BREATHING, equipment=("tennis ball",)),),
        (step("Only settling", hold(20), kind=Kind.RELAXATION),),
        (step("Breathe", breaths(6), kind=Kind.BREATHING), step("Long", hold(90), kind=Kind.RELAXATION)),
        (step("Breathe", breaths(6), kind=Kind.BREATHING), step("Hug")),
        (step("Scan", hold(90), kind=Kind.MOBILITY, id="body-scan"),),
    ],
)
def test_a_routine_that_calls_itself_breathing_is_looked_at_all_the_same(steps: tuple[Step, ...]) -> None:
    assert not stays_open(Level.CLINICIAN_FIRST, routine(*steps))


def test_one_settles_before_and_after_breathing() -> None:
    settle = step("Settle", hold(20), kind=Kind.RELAXATION)
    made: Routine = routine(settle, step("Breathe", Hold(60_000, breath=BREATH), kind=Kind.BREATHING), settle)
    assert stays_open(Level.EMERGENCY, made)
