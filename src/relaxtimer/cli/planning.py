"""The plan of a session, from a routine's name, the options, and what is known of the person."""

from __future__ import annotations

import argparse
from fractions import Fraction
from uuid import uuid4

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.awake import Awake
from relaxtimer.cli.fitting import fitted, start_of
from relaxtimer.cli.loading import loaded
from relaxtimer.cli.seating import seated
from relaxtimer.cli.settings_file import own_settings
from relaxtimer.cli.sounds import choose
from relaxtimer.clock import SystemClock
from relaxtimer.core.body import Side
from relaxtimer.core.conditions import Condition
from relaxtimer.core.keys import Action, printed
from relaxtimer.core.last_day import notice_of_last_day
from relaxtimer.core.preparing import prepared
from relaxtimer.core.routine import Routine
from relaxtimer.core.safety.morning import is_morning, minutes_of
from relaxtimer.core.safety.reasons import Today
from relaxtimer.core.safety.suiting import Suited, suited
from relaxtimer.core.safety.told import changes_told
from relaxtimer.core.timeline import Timeline
from relaxtimer.core.variants import eased_from_the_start, easing_told, key_of
from relaxtimer.library.library import Library, Loaded
from relaxtimer.practice import Plan
from relaxtimer.record.clock import now
from relaxtimer.record.keeper import Keeper
from relaxtimer.record.personal import Personal, personal
from relaxtimer.record.sessions import Began
from relaxtimer.record.store import Store
from relaxtimer.settings.settings import CALM, Settings
from relaxtimer.today import today


class Own(Struct, frozen=True):
    """A routine as it suits the person: `suited` says what was changed, `notes` say it in sentences."""

    loaded: Loaded
    suited: Suited
    personal: Personal
    notes: tuple[str, ...]

    @property
    def routine(self) -> Routine:
        """The routine."""
        return self.suited.routine


def own_routine(
    library: Library, name: str, store: Store, settings: Settings, told: frozenset[Condition] | None = None
) -> Own:
    """Read a routine and make it suit the person. Raises `Failure` where there is none.

    `told` are conditions that were just told, and hold whatever the record could keep of them.
    """
    found = loaded(library, name)
    known = personal(store, now(), found.routine.id, _keys(found.routine))
    if told is not None:
        known = replace(known, conditions=told, asked=True)
    moment = now()
    morning = is_morning(minutes_of(f"{moment:%H:%M}"), settings.session.get_up)
    made = suited(found.routine, Today(known.conditions, morning, known.no_tools), library.step)
    if made.changes:
        # What took the place of a step may have hurt, too.
        known = replace(known, hurting=personal(store, now(), found.routine.id, _keys(made.routine)).hurting)
    return Own(found, made, known, changes_told(made.changes))


def as_written(library: Library, name: str) -> Own:
    """Read a routine as everybody has it, whatever is known of the person. Raises `Failure` where there is none."""
    found = loaded(library, name)
    return Own(found, Suited(found.routine), Personal(), ())


def _keys(routine: Routine) -> list[str]:
    return [key_of(step, routine) for step in routine.steps]


def plan_for(library: Library, name: str, options: argparse.Namespace, store: Store) -> Plan:
    """Make the plan of a session from a routine's name or path. Raises `Failure` where there is none."""
    settings = own_settings()
    return plan_of(own_routine(library, name, store, settings), library, options, settings, store)


def plan_of(own: Own, library: Library, options: argparse.Namespace, settings: Settings, store: Store) -> Plan:
    """Make the plan of a session from a routine as it suits the person. Raises `Failure` where it cannot be fitted."""
    routine = prepared(own.routine, settings.session.prepare)
    if own.personal.asked:
        # Whom it is not for was asked, and what that changes is told: it needs no list to find oneself in.
        routine = replace(routine, avoid=frozenset(), instead={})
    notes = [each for each in (notice_of_last_day(routine, today()), *own.notes) if each]
    if options.minutes is not None:
        routine, note = fitted(routine, options.minutes)
        notes.append(note)
    clock = SystemClock(Fraction(options.speed))
    player, said = choose(options, clock)
    side = first_side(options, own.personal)
    hurt = own.personal.hurting
    timeline = eased_from_the_start(Timeline.of(routine, side), hurt)
    start = start_of(timeline, options.from_step)
    full = next(printed(key.keys[0]) for key in settings.keys if key.action is Action.VARIANT)
    return Plan(
        timeline=timeline,
        clock=clock,
        player=player,
        start=start,
        notes=(*library.notices, *notes, *easing_told(timeline, hurt, full, start), *said),
        figure=seated(own.loaded.figures.of, settings.screen.seat),
        figures=options.figures or settings.screen.figures,
        keys=settings.keys,
        keeper=Keeper(store, _began(own, options, side, timeline)),
        awake=Awake() if settings.session.keep_awake else None,
        calm=options.calm or settings.screen.motion == CALM,
    )


def first_side(options: argparse.Namespace, known: Personal) -> Side:
    """Give the side to start with: as asked, else the one that did not go first the last time."""
    return known.first_side if options.first_side is None else Side(options.first_side)


def _began(own: Own, options: argparse.Namespace, side: Side, timeline: Timeline) -> Began:
    return Began(
        uid=uuid4().hex,
        routine=own.routine.id,
        title=own.routine.name,
        file=str(own.loaded.path.resolve()),
        at=now(),
        speed=float(options.speed),
        first_side=side.value,
        minutes=None if options.minutes is None else float(options.minutes),
        steps=timeline.steps,
    )
