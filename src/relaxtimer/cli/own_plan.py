"""The plan that a person follows, brought up to today."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.cli.closing import told
from relaxtimer.cli.failure import FAILED, WRONG_USAGE, Failure
from relaxtimer.core.averages import course
from relaxtimer.core.days import Day
from relaxtimer.core.last_day import notice_of_last_day
from relaxtimer.core.programme.back_off import Advice, Dose
from relaxtimer.core.programme.clinician import clinician
from relaxtimer.core.programme.going import Holds, Stand, Told, holds, went
from relaxtimer.core.programme.plan import Plan, PlanDay
from relaxtimer.core.programme.readings import Reading
from relaxtimer.core.ratings import Scale
from relaxtimer.core.safety.levels import stays_open
from relaxtimer.core.safety.red_flags import BLOCKING
from relaxtimer.core.safety.screening import Screening
from relaxtimer.library.library import Library, LibraryError
from relaxtimer.library.plans import Plans
from relaxtimer.library.shelves import Shelves
from relaxtimer.notation.mistakes import FileMistakes
from relaxtimer.record.answers import last_screening, screenings, spasm_since
from relaxtimer.record.clock import day_written
from relaxtimer.record.plans import Following, done_by_day, following, move, readings
from relaxtimer.record.reports import first_day, ratings_before
from relaxtimer.record.store import Store, save

FIRST = "four-weeks"
"""The plan that is shown where none is followed."""
_BACK: Day = 400


class OwnPlan(Struct, frozen=True):
    """A plan with where it is. `begun` is false where none is followed, and it is only shown."""

    plan: Plan
    stand: Stand
    holds: Holds
    done: dict[Day, set[str]]
    told: tuple[str, ...]
    begun: bool


def read_plan(name: str) -> Plan:
    """Read a plan. Raises `Failure` where there is none, it cannot be read, or has mistakes."""
    try:
        return Plans(Shelves()).plan(name)
    except LibraryError as error:
        raise Failure(str(error), WRONG_USAGE if error.missing else FAILED) from None
    except FileMistakes as error:
        raise Failure("\n".join(["there are mistakes in the plan", *map(str, error.mistakes)]), WRONG_USAGE) from None


def own_plan(store: Store, today: Day) -> OwnPlan:
    """Bring the plan up to today, and keep where it is now. Raises `Failure` where its file cannot be read."""
    found: Following | None = store.ask(following, None)
    followed = Following(FIRST, Stand(1, today)) if found is None else found
    plan = read_plan(followed.name) if found is None else _followed(found.name)
    nothing: dict[Day, set[str]] = {}
    told_nothing: list[Reading] = []
    done = store.ask(lambda record: done_by_day(record, today - _BACK), nothing)
    pain = store.ask(lambda record: readings(record, today - _BACK), told_nothing)
    no_answers: list[Screening] = []
    answers = store.ask(lambda record: screenings(record, today - _BACK), no_answers)
    now = went(plan, followed.stand, Told(done, pain, answers), today)
    if found is not None and now.stand != found.stand:
        save(store, lambda record: move(record, followed.name, now.stand))
    spasm = store.ask(spasm_since, None)
    held = _open(holds(plan, now.stand, done.get(today, ()), pain, today, spasm=spasm), store.ask(last_screening, None))
    reasons = (
        *_closed(store),
        notice_of_last_day(plan, day_written(today)),
        *now.told,
        held.advice.reason,
        _clinician(store, today, len(done)),
    )
    return OwnPlan(plan, now.stand, held, done, tuple(filter(None, reasons)), found is not None)


def _open(held: Holds, last: Screening | None) -> Holds:
    """Keep of a day what the last answers to the warning signs leave open: no walk, and quiet breathing at the most."""
    if last is None or last.level not in BLOCKING:
        return held
    library = Library()

    def stays(name: str) -> bool:
        try:
            return stays_open(last.level, library.routine(name).routine)
        except (LibraryError, FileMistakes):
            return False

    left = tuple(name for name in held.left if stays(name))
    day = PlanDay((*held.done, *left))
    return replace(held, day=day, left=left, advice=Advice(Dose.STOP, "", held.advice.back_a_week))


def _closed(store: Store) -> tuple[str, ...]:
    """Say what the last answers to the warning signs keep closed."""
    last = store.ask(last_screening, None)
    return told(last) if last is not None and last.level in BLOCKING else ()


def _followed(name: str) -> Plan:
    """Read the plan that is followed. Raises `Failure`, which says how to follow it no more."""
    try:
        return read_plan(name)
    except Failure as failure:
        ways = "You follow this plan: relaxtimer plan --stop ends that, relaxtimer plan --begin PLAN begins another."
        raise Failure(f"{failure.message}\n{ways}", failure.status) from None


def _clinician(store: Store, today: Day, days: int) -> str:
    first = store.ask(first_day, None)
    if first is None:
        return ""
    pain = store.ask(lambda record: course(ratings_before(record, Scale.PAIN, first, today), today), None)
    return clinician(first, today, days, pain)
