"""How a plan goes: which week it is, whether to move on, and what today holds, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from relaxtimer.core.days import WEEK, Day, weekday
from relaxtimer.core.programme.back_off import Advice, Dose, advice
from relaxtimer.core.programme.plan import Plan, PlanDay
from relaxtimer.core.programme.progression import ENOUGH_DAYS, Progress, Week, progress
from relaxtimer.core.programme.readings import Reading, flare_ups, usual
from relaxtimer.core.programme.spasm import SPASM_REASON, in_spasm
from relaxtimer.core.safety.red_flags import Level
from relaxtimer.core.safety.screening import SPASM_ROUTINE, Screening

SHORT_ROUTINE = "lower-back-quick"

Done = Mapping[Day, Collection[str]]
"""The routines done on each day."""


class Stand(Struct, frozen=True):
    """Where a plan is: the number of its week from 1, and the day on which that began."""

    week: int
    begun: Day


class Told(Struct, frozen=True):
    """What is known of the weeks: routines and pain by day, and the answers to the warning signs in their order."""

    done: Done = {}
    readings: Sequence[Reading] = ()
    answers: Sequence[Screening] = ()


class Went(Struct, frozen=True):
    """What became of the weeks that are over: where the plan is now, and why, a sentence each."""

    stand: Stand
    told: tuple[str, ...] = ()


def went(plan: Plan, stand: Stand, known: Told, today: Day) -> Went:
    """Take the weeks that are over since: each is followed by the next where its rules are met, or repeated."""
    last = max((day for day in flare_ups(known.readings) if day <= today), default=0)
    if stand.week > 1 and last >= stand.begun and advice(known.readings, today).back_a_week:
        # It begins after the flare-up that it is for, so that this one does not count once more.
        back = Stand(stand.week - 1, max(today, last + 1))
        return Went(back, (f"Two flare-ups in 7 days: back to week {back.week}.",))
    told: list[str] = []
    while today >= stand.begun + WEEK:
        found = _judged(plan, stand, known)
        following = min(stand.week + 1, len(plan.weeks))
        told = list(_said(stand.week, following, found))
        stand = Stand(following if found.moves_on else stand.week, stand.begun + WEEK)
    return Went(stand, tuple(told))


def days_done(plan: Plan, stand: Stand, done: Done) -> int:
    """Count the days of a week on which something of it was done; swapped days count."""
    wanted = plan.week(stand.week).routines
    return sum(1 for day in range(stand.begun, stand.begun + WEEK) if wanted & set(done.get(day, ())))


def _judged(plan: Plan, stand: Stand, known: Told) -> Progress:
    end = stand.begun + WEEK
    within = tuple(each for each in known.readings if stand.begun <= each.day < end)
    count = days_done(plan, stand, known.done)
    enough = min(ENOUGH_DAYS, plan.week(stand.week).planned)
    week = Week(
        # A plan that has fewer days than are enough asks for no more than it has.
        ENOUGH_DAYS if count >= enough else count,
        within,
        usual(known.readings, stand.begun),
        answers_changed(known.answers, stand.begun, end),
        sum(1 for day in flare_ups(known.readings) if stand.begun <= day < end),
    )
    return progress(week)


def answers_changed(answers: Sequence[Screening], begun: Day, end: Day) -> bool:
    """Tell whether an answer to the warning signs from one day up to another is not as it was before.

    What a clinician has looked at since is no other answer.
    """
    before: tuple[bool, tuple[int, ...]] | None = None
    for each in answers:
        now = (each.level is Level.EMERGENCY, each.yes)
        if begun <= each.day < end and before is not None and now != before:
            return True
        before = now
    return False


def _said(week: int, following: int, found: Progress) -> tuple[str, ...]:
    if not found.moves_on:
        return (*found.reasons, f"Week {week} once more.")
    return (f"Week {week} went well: on to week {following}.",) if following > week else ()


class Holds(Struct, frozen=True):
    """What today holds: the routines still to do and those done, the walk, how much, and why."""

    week: int
    name: str
    day: PlanDay
    left: tuple[str, ...]
    done: tuple[str, ...]
    advice: Advice


def holds(  # noqa: PLR0913 - what is known of today
    plan: Plan,
    stand: Stand,
    done: Collection[str],
    readings: Sequence[Reading],
    today: Day,
    *,
    spasm: Day | None = None,
) -> Holds:
    """Tell what today holds; after more pain that is the short routine, or nothing at all, in a spasm the calm one.

    `spasm` is the day on which a spasm was told.
    """
    week = plan.week(stand.week)
    day = week.days[weekday(today)]
    held = advice(readings, today)
    if held.dose is Dose.STOP:
        day = PlanDay()
    elif in_spasm(spasm, readings, today) and day.routines:
        day, held = PlanDay((SPASM_ROUTINE,), day.walk), Advice(Dose.FULL, SPASM_REASON, held.back_a_week)
    elif held.dose is Dose.SHORT and day.routines:
        day = PlanDay((SHORT_ROUTINE,), day.walk)
    return Holds(
        stand.week,
        week.name,
        day,
        tuple(name for name in day.routines if name not in done),
        tuple(name for name in day.routines if name in done),
        held,
    )
