"""A visit: what is asked before and after a session, with answers kept in the record as soon as they are given."""

from __future__ import annotations

import argparse
from collections.abc import Generator

from msgspec.structs import replace

from relaxtimer.cli.closing import closed, due_now, short_notice, told
from relaxtimer.cli.conditions import ask_conditions, keeping
from relaxtimer.cli.going_on import going_on, start_again
from relaxtimer.cli.planning import Own, own_routine, plan_of
from relaxtimer.cli.settings_file import own_settings
from relaxtimer.core.asking.choosing import Choosing, telling
from relaxtimer.core.asking.page import Interview, Option, Page
from relaxtimer.core.asking.rating import Rating
from relaxtimer.core.asking.warning_signs import WarningSigns
from relaxtimer.core.conditions import Condition
from relaxtimer.core.done import done_line
from relaxtimer.core.duration import SECOND
from relaxtimer.core.impact import Impact, asks_of_the_week
from relaxtimer.core.ratings import Ratings, Scale, When
from relaxtimer.core.safety.offers import to_offer
from relaxtimer.core.safety.red_flags import BLOCKING
from relaxtimer.core.safety.screening import Occasion, Screening, blocks
from relaxtimer.core.safety.told import changes_told, not_for
from relaxtimer.core.safety.traffic_light import after_words, before_words, rose
from relaxtimer.core.session import Session
from relaxtimer.library.library import Library, LibraryError
from relaxtimer.notation.mistakes import FileMistakes
from relaxtimer.practice import Plan
from relaxtimer.record.answers import (
    impact_due,
    last_screening,
    write_impact,
    write_morning,
)
from relaxtimer.record.clock import day_of, now
from relaxtimer.record.keeper import Keeper
from relaxtimer.record.standing import Unfinished, morning_due
from relaxtimer.record.store import Store, save
from relaxtimer.visit import STOPPED_FOR_SAFETY, After, Before, Refusal

_MOST_OFFERED = 3
# Less work than this, and leaving was a change of mind rather than a session.
_WORTH_RATING = 60 * SECOND


class RoutineVisit:
    """One visit for one routine, which may become another one that suits better."""

    def __init__(self, library: Library, name: str, options: argparse.Namespace, store: Store) -> None:
        """Read nothing yet."""
        self._library = library
        self._name = name
        self._options = argparse.Namespace(**vars(options))
        self._store = store
        self._settings = own_settings()
        self._before = Ratings()
        self._own: Own | None = None
        self._told: frozenset[Condition] | None = None
        self._keeper: Keeper | None = None
        self._cut_off: Unfinished | None = None

    def check(self) -> str:
        """Read the routine and make its plan, as things stand; give its name. Raises `Failure` where it cannot be."""
        self._own = self._routine()
        self._plan(self._own, ())
        return self._own.routine.name

    def before(self, *, asking: bool) -> Before:
        """Ask what there is to ask, and give the plan, or why there is none. Raises `Failure` as `check` does."""
        own = self._routine() if self._own is None else self._own
        if asking:
            self._cut_off = yield from going_on(self._store, own.loaded.path, self._options)
            # How the morning was decides what is asked and what is left out in this very session.
            yield from self._asked_of_the_morning(own)
            refusal = yield from self._screened(own)
        else:
            refusal = self._refusal(own)
        if refusal is not None:
            return refusal
        suiting = yield from self._suiting(self._routine(), asking=asking)
        if isinstance(suiting, Refusal):
            return suiting
        notes = self._notes(suiting, asking=asking)
        if asking and self._checks_in:
            yield from self._rated_before()
        return self._plan(suiting, (*notes, *before_words(self._before)))

    def after(self, session: Session, *, asking: bool) -> After:
        """Ask how it was; where pain rose, ask for the warning signs at once."""
        if not asking or not self._checks_in or not self._worth_rating(session):
            return 0
        rating = Rating(When.AFTER, text=(done_line(session),))
        yield rating
        saved = self._keeper is not None and self._keeper.rate(session, rating.ratings, now())
        # Nobody asks the session for news any more; what was told while it went on is not told again.
        if news := self._store.news():
            yield telling("Saved" if saved else "Not saved", news, then="Close")
        words = after_words(self._before, rating.ratings)
        if words:
            yield telling("What it means", words, then="Close")
        if not rose(self._before.pain, rating.ratings.pain):
            return 0
        answered = yield from self._signs(Occasion.PAIN_ROSE)
        return STOPPED_FOR_SAFETY if answered is not None and answered.level in BLOCKING else 0

    def _worth_rating(self, session: Session) -> bool:
        """Tell whether enough was done to ask about; what hurt is always worth it."""
        hurt = self._keeper is not None and self._keeper.hurt
        return hurt or sum(session.worked.values()) >= min(_WORTH_RATING, session.timeline.total // 2)

    # The routine and its plan

    def _routine(self) -> Own:
        return own_routine(self._library, self._name, self._store, self._settings, self._told)

    def _plan(self, own: Own, notes: tuple[str, ...]) -> Plan:
        plan = plan_of(own, self._library, self._options, self._settings, self._store)
        if isinstance(plan.keeper, Keeper):
            plan.keeper.before = self._before
            self._keeper = plan.keeper
        start = plan.start
        if self._cut_off is not None:
            start = start_again(self._cut_off, plan.timeline)
        return replace(plan, notes=(*plan.notes, *notes), start=start)

    @property
    def _checks_in(self) -> bool:
        options = self._options
        return not options.no_checkin and options.speed == 1 and self._settings.session.check_in

    # Warning signs and conditions

    def _refusal(self, own: Own) -> Refusal | None:
        """Give why a routine may not be done as the last answers are, where nobody can be asked."""
        words = closed(self._store, own.loaded.routine)
        return Refusal(words) if words else None

    def _screened(self, own: Own) -> Generator[Interview, None, Refusal | None]:
        """Ask for the warning signs where that is due."""
        last = self._store.ask(last_screening, None)
        why = due_now(self._store, own.loaded.routine)
        if why is None:
            return None
        if why is Occasion.BLOCKED and last is not None:
            words = told(last)
            options = (Option("1", "Answer the questions again"), Option("enter", "Close"))
            page = Page(title="Closed for now", text=words, options=options, alarm=True)
            choice = Choosing(page, escape="enter")
            yield choice
            if choice.chosen != "1":
                return Refusal()
        # What was answered counts also where it could not be saved; put off, the answers before it do.
        answered = yield from self._signs(why)
        return Refusal() if blocks(answered or last, own.loaded.routine) else None

    def _signs(self, why: Occasion) -> Generator[Interview, None, Screening | None]:
        """Ask for the signs, and where they are answered and leave routines open, for the conditions."""
        with_conditions = why in {Occasion.FIRST, Occasion.AGAIN, Occasion.BLOCKED}
        kept = keeping(self._store, closing_only=with_conditions)
        signs = WarningSigns(why.value, self._settings.session.emergency_number or "", kept)
        yield signs
        if signs.later:
            return None
        at = now()
        screening = Screening.of(day_of(at), tuple(signs.yes), tuple(signs.checked))
        if screening.level not in BLOCKING and with_conditions:
            self._told = yield from ask_conditions(self._store, at)
            keeping(self._store)(signs)
        return screening

    def _suiting(self, own: Own, *, asking: bool) -> Generator[Interview, None, Own | Refusal]:
        """Say what was changed, and offer another routine where too little of this one is left.

        Gives the routine to be done, or why there is none: it was left, or warning signs keep the other one closed.
        """
        suited = own.suited
        if suited.mostly_left or not asking:
            if asking and suited.changes:
                yield telling("Changed for you", changes_told(suited.changes))
            return own
        offered = self._offered(own)
        options = tuple(Option(str(number), name) for number, (_, name) in enumerate(offered, 1))
        page = Page(
            title="Another routine",
            text=(not_for(suited, own.loaded.routine), *changes_told(suited.changes)),
            options=(*options, Option("a", "This one, changed as it says above"), Option("escape", "Leave")),
        )
        choice = Choosing(page, escape="escape")
        yield choice
        if choice.chosen == "escape":
            return Refusal(status=0)
        if choice.chosen == "a":
            return own
        self._name, self._own, self._cut_off = offered[int(choice.chosen) - 1][0], None, None
        # What was asked of the other routine says nothing about this one.
        self._options.minutes = self._options.from_step = None
        other = self._routine()
        refusal = yield from self._screened(other)
        if refusal is not None:
            return refusal
        return (yield from self._suiting(self._routine(), asking=asking))

    def _offered(self, own: Own) -> list[tuple[str, str]]:
        """Give names and titles of routines that suit."""
        found: list[tuple[str, str]] = []
        for name in to_offer(own.loaded.routine, own.personal.conditions):
            try:
                other = own_routine(self._library, name, self._store, self._settings, self._told)
            except (LibraryError, FileMistakes, ValueError):
                continue
            if other.suited.mostly_left and len(found) < _MOST_OFFERED:
                found.append((name, other.routine.name))
        return found

    def _notes(self, own: Own, *, asking: bool) -> tuple[str, ...]:
        if asking:
            return ()
        told = (not_for(own.suited, own.loaded.routine), short_notice(self._store, own.loaded.routine))
        return tuple(filter(None, told))

    # Ratings

    def _asked_of_the_morning(self, own: Own) -> Generator[Interview, None, None]:
        """Ask how the morning after a session is, unless the routine is closed and that is to be told at once."""
        at = now()
        due = self._store.ask(lambda record: morning_due(record, at), otherwise=False)
        if not due or not self._checks_in or blocks(self._store.ask(last_screening, None), own.loaded.routine):
            return
        morning = Rating(When.MORNING, (Scale.PAIN,), ("On waking, the day after a session.",))
        yield morning
        if (pain := morning.ratings.pain) is not None:
            save(self._store, lambda record: write_morning(record, pain, at))

    def _rated_before(self) -> Generator[Interview, None, None]:
        at = now()
        if self._store.ask(lambda record: impact_due(record, day_of(at)), otherwise=False):
            week = asks_of_the_week()
            yield week
            impact = Impact(day_of(at), *week.given)
            save(self._store, lambda record: write_impact(record, impact, at))
        rating = Rating(When.BEFORE)
        yield rating
        self._before = rating.ratings
