"""Keeps a session in the record while it goes on: each step as it ends, before anybody is shown that it has."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.events import Event
from relaxtimer.core.ledger import Ledger
from relaxtimer.core.ratings import Ratings, When
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.record.alive import Alive
from relaxtimer.record.answers import write_ratings
from relaxtimer.record.clock import now
from relaxtimer.record.opening import PATIENCE
from relaxtimer.record.sessions import Began, Ending, Stand, write_session
from relaxtimer.record.store import NotSavedError, Store

# What is lost at the most of a step that is under way when the program is killed, in seconds of the session.
_EVERY: Milliseconds = 10 * SECOND
# What could not be written is tried again as often; a file that others hold is not waited for longer than this.
_AGAIN: Milliseconds = 5 * SECOND
_PATIENCE = 0.25
_ENDINGS = {State.FINISHED: Ending.FINISHED, State.LEFT: Ending.LEFT}


class Keeper:
    """Writes one session into a store."""

    def __init__(self, store: Store, began: Began) -> None:
        """Write nothing yet."""
        self.before = Ratings()
        """What was rated before the session; it is written with its beginning."""
        self._store = store
        self._began = began
        self._ledger: Ledger | None = None
        self._alive: Alive | None = None
        self._tried: Milliseconds = 0
        self._ending = Ending.OPEN
        self._generation = store.generation
        self._missing = False
        self._rated = False
        self._after: tuple[Ratings, datetime] | None = None

    @property
    def kept(self) -> bool:
        """Whether everything that was to be written is on the disk."""
        return self._ledger is not None and not self._missing

    @property
    def hurt(self) -> bool:
        """Whether anything hurt in the session."""
        return self._ledger is not None and self._ledger.hurt

    def follow(self, session: Session, events: Iterable[Event]) -> None:
        """Write what changed, where something did."""
        if self._ledger is None:
            if session.state is State.BEFORE:
                return
            self._begin(session)
        if self._ledger is None:
            return
        telling = self._ledger.follow(events)
        if telling or session.spent - self._tried >= (_AGAIN if self._missing else _EVERY):
            self._write(session, _ENDINGS.get(session.state, Ending.OPEN))

    def news(self) -> tuple[str, ...]:
        """Give what is to be told of the record."""
        return self._store.news()

    def rate(self, session: Session, ratings: Ratings, at: datetime) -> bool:
        """Write what was rated after the session; tell whether it is on the disk. That it is not is told."""
        self._after = ratings, at
        self._ledger = self._ledger or Ledger(session)
        # The session may never have been written, or been forgotten meanwhile: it goes with what is rated, whole.
        self._wrote_nothing(self._ledger)
        self._write(session, _ENDINGS.get(session.state, Ending.INTERRUPTED), PATIENCE)
        self._let_go()
        return not self._missing

    def close(self, session: Session) -> None:
        """Write how it ended; one that did not come to its end was interrupted."""
        if self._ledger is not None and self._ending is Ending.OPEN:
            self._write(session, _ENDINGS.get(session.state, Ending.INTERRUPTED))
        self._let_go()

    def _let_go(self) -> None:
        if self._alive is not None:
            self._alive.close()
            self._alive = None

    def _begin(self, session: Session) -> None:
        self._ledger = Ledger(session)
        self._write(session, Ending.OPEN)

    def _wrote_nothing(self, ledger: Ledger) -> None:
        ledger.wrote_nothing()
        self._rated = False

    def _write(self, session: Session, ending: Ending, patience: float = _PATIENCE) -> None:
        ledger = self._ledger
        if ledger is None:
            return
        self._tried = session.spent
        if not self._store.usable(patience):
            self._missing = True
            return
        if self._generation != self._store.generation:
            # Another file took the place of one that was damaged or forgotten: it is given the whole session.
            self._let_go()
            self._generation = self._store.generation
            self._wrote_nothing(ledger)
        # Held before the session can be found in the record, so that nobody takes it for one that was killed.
        if self._alive is None:
            with suppress(OSError):
                self._alive = Alive(self._store.folder, self._began.uid)
        rows = ledger.changed()
        try:
            with self._store.writing(patience) as connection:
                write_session(connection, self._began, self._stand(session, ending, now()), rows)
                if not self._rated:
                    write_ratings(connection, self._began.uid, self.before, When.BEFORE, self._began.at)
                if self._after is not None:
                    ratings, at = self._after
                    write_ratings(connection, self._began.uid, ratings, When.AFTER, at)
        except NotSavedError as error:
            self._missing = True
            if not error.told:
                self._store.tell(f"This session is not being saved now: {error}")
            return
        if self._missing:
            self._missing = False
            self._store.tell_again("This session is being saved again, with all that was done.")
        ledger.wrote(rows)
        self._rated = True
        self._ending = ending

    def _stand(self, session: Session, ending: Ending, at: datetime) -> Stand:
        return Stand(
            at=at,
            ending=ending,
            position=session.position,
            total=session.timeline.total,
            step=session.moment.segment.number,
            spent=session.spent,
        )
