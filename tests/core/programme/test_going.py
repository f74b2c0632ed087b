"""How a plan goes from week to week, and what today holds."""

from __future__ import annotations

import pytest

from relaxtimer.core.days import monday_of
from relaxtimer.core.programme.back_off import Dose
from relaxtimer.core.programme.going import SHORT_ROUTINE, Stand, Told, Went, answers_changed, days_done, holds, went
from relaxtimer.core.programme.plan import Plan, PlanDay, PlanWeek
from relaxtimer.core.programme.readings import Reading
from relaxtimer.core.programme.spasm import SPASM_REASON
from relaxtimer.core.safety.red_flags import Level
from relaxtimer.core.safety.screening import Screening

MONDAY = monday_of(739_000)
REST = PlanDay()


def week(name: str, *routines: str) -> PlanWeek:
    days = tuple(PlanDay((routine,)) for routine in routines)
    return PlanWeek(name, (*days, *[REST] * (7 - len(days))))


PLAN = Plan(id="p", name="P", weeks=(week("One", *["a"] * 7), week("Two", *["b"] * 7)))
BEGUN = Stand(1, MONDAY)


def done(*days: int, routine: str = "a") -> dict[int, set[str]]:
    return {MONDAY + day: {routine} for day in days}


def test_four_days_move_on_and_swapped_days_count() -> None:
    found = went(PLAN, BEGUN, Told(done(0, 2, 5, 6), []), MONDAY + 7)
    assert found.stand == Stand(2, MONDAY + 7)
    assert found.told == ("Week 1 went well: on to week 2.",)


def test_three_days_repeat_the_week_and_say_why() -> None:
    found = went(PLAN, BEGUN, Told(done(0, 2, 5), []), MONDAY + 7)
    assert found.stand == Stand(1, MONDAY + 7)
    assert found.told == ("3 of the planned days were done; 4 are enough to move on.", "Week 1 once more.")


def test_within_a_week_nothing_moves() -> None:
    assert went(PLAN, BEGUN, Told({}, []), MONDAY + 6).stand == BEGUN


def test_a_long_absence_repeats_the_week_and_skips_none() -> None:
    assert went(PLAN, BEGUN, Told({}, []), MONDAY + 30).stand == Stand(1, MONDAY + 28)


def test_the_last_week_goes_on() -> None:
    found = went(PLAN, Stand(2, MONDAY), Told(done(0, 1, 2, 3, routine="b"), []), MONDAY + 7)
    assert (found.stand, found.told) == (Stand(2, MONDAY + 7), ())
    assert PLAN.week(9).name == "Two"


def test_a_plan_with_fewer_days_asks_for_no_more_than_it_has() -> None:
    short = Plan(id="s", name="S", weeks=(week("One", "a", "a"), week("Two", "b")))
    assert went(short, BEGUN, Told(done(0, 1)), MONDAY + 7).stand.week == 2


def test_what_was_not_planned_counts_for_nothing() -> None:
    assert days_done(PLAN, BEGUN, done(0, 1, routine="other")) == 0


def flares(*days: int) -> list[Reading]:
    return [Reading(MONDAY + day, 3, 5) for day in days]


def test_two_flare_ups_go_back_a_week() -> None:
    told = [*flares(4, 6), Reading(MONDAY + 7, 3)]
    found = went(PLAN, Stand(2, MONDAY), Told(done(*range(7), routine="b"), told), MONDAY + 7)
    assert found.stand.week == 1
    assert found.told == ("Two flare-ups in 7 days: back to week 1.",)


def test_in_the_first_week_they_repeat_it() -> None:
    told = [*flares(2, 4), Reading(MONDAY + 5, 9, 3)]
    found = went(PLAN, BEGUN, Told(done(*range(7)), told), MONDAY + 7)
    assert found.stand == Stand(1, MONDAY + 7)
    assert found.told == ("Two flare-ups in 7 days.", "Week 1 once more.")


@pytest.mark.parametrize("again", [3, 5, 6])
def test_in_the_midst_of_a_week_they_go_back_at_once_and_only_once(again: int) -> None:
    told = [Reading(MONDAY - 7, 3), *flares(1, 3)]
    begun = Stand(2, MONDAY)
    assert went(PLAN, begun, Told(done(), flares(1)), MONDAY + 2) == Went(begun)
    found = went(PLAN, begun, Told(done(), told), MONDAY + 3)
    assert found.stand == Stand(1, MONDAY + 4)
    assert found.told == ("Two flare-ups in 7 days: back to week 1.",)
    assert went(PLAN, found.stand, Told(done(), told), MONDAY + again) == Went(found.stand)


CLEAR, SIGN_9 = Screening(MONDAY - 9, Level.CLEAR), (9,)


@pytest.mark.parametrize(
    ("answers", "changed"),
    [
        ((), False),
        ((CLEAR,), False),
        ((Screening(MONDAY + 3, Level.BOOK, SIGN_9),), False),
        ((CLEAR, Screening(MONDAY + 3, Level.CLEAR)), False),
        ((CLEAR, Screening(MONDAY, Level.BOOK, SIGN_9)), True),
        ((CLEAR, Screening(MONDAY + 6, Level.EMERGENCY)), True),
        ((CLEAR, Screening(MONDAY + 7, Level.BOOK, SIGN_9)), False),
        ((CLEAR, Screening(MONDAY - 1, Level.BOOK, SIGN_9)), False),
        ((Screening(MONDAY - 1, Level.BOOK, SIGN_9), Screening(MONDAY + 1, Level.CLEAR, SIGN_9, SIGN_9)), False),
    ],
)
def test_an_answer_that_changed_in_a_week_is_known(answers: tuple[Screening, ...], *, changed: bool) -> None:
    assert answers_changed(answers, MONDAY, MONDAY + 7) is changed


def test_a_week_in_which_an_answer_changed_is_repeated() -> None:
    answers = (CLEAR, Screening(MONDAY + 3, Level.BOOK, SIGN_9))
    found = went(PLAN, BEGUN, Told(done(*range(7)), [], answers), MONDAY + 7)
    assert found.stand == Stand(1, MONDAY + 7)
    assert found.told[0] == "An answer to the warning signs has changed."


def test_today_holds_what_its_weekday_has() -> None:
    found = holds(PLAN, BEGUN, {"a"}, [], MONDAY + 2)
    assert (found.week, found.name, found.left, found.done) == (1, "One", (), ("a",))


@pytest.mark.parametrize(("day", "left", "dose"), [(1, (SHORT_ROUTINE,), Dose.SHORT), (20, ("a",), Dose.FULL)])
def test_after_more_pain_it_is_the_short_one(day: int, left: tuple[str, ...], dose: Dose) -> None:
    told = [Reading(MONDAY + day - 7, 3), *flares(day - 1)] if dose is Dose.SHORT else []
    found = holds(PLAN, BEGUN, (), told, MONDAY + day)
    assert (found.left, found.advice.dose) == (left, dose)


def test_a_plan_that_stops_holds_nothing() -> None:
    found = holds(PLAN, BEGUN, (), flares(0, 2, 4), MONDAY + 5)
    assert (found.day, found.advice.dose) == (REST, Dose.STOP)


def test_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="seven days"):
        PlanWeek("Six", (REST,) * 6)
    with pytest.raises(ValueError, match="at least one week"):
        Plan(id="p", name="P", weeks=())


def test_in_a_spasm_the_calm_routine_comes_before_the_weeks() -> None:
    found = holds(PLAN, BEGUN, (), [], MONDAY + 1, spasm=MONDAY)
    assert (found.left, found.advice.dose, found.advice.reason) == (("acute-spasm-calm",), Dose.FULL, SPASM_REASON)
    low = [Reading(MONDAY, before=4), Reading(MONDAY + 1, before=3)]
    assert holds(PLAN, BEGUN, (), low, MONDAY + 2, spasm=MONDAY).left == ("a",)


def test_what_stops_the_plan_stops_it_in_a_spasm_too() -> None:
    assert holds(PLAN, BEGUN, (), flares(0, 2, 4), MONDAY + 5, spasm=MONDAY + 5).left == ()
