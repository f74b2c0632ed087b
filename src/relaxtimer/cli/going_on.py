"""A session that was cut off is offered again: from the step at which it was."""

from __future__ import annotations

import argparse
from collections.abc import Generator
from pathlib import Path

from relaxtimer.core.asking.choosing import Choosing
from relaxtimer.core.asking.page import Interview, Option, Page
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.timeline import Timeline
from relaxtimer.record.alive import is_alive
from relaxtimer.record.clock import day_of, now, read
from relaxtimer.record.standing import Unfinished, give_up, unfinished
from relaxtimer.record.store import Store, save

_MINUTE, _HOUR = 60, 3600


def cut_off(store: Store) -> Unfinished | None:
    """Give the session that was cut off last, where nobody goes on with it elsewhere."""
    found = store.ask(lambda record: unfinished(record, day_of(now())), None)
    return None if found is None or is_alive(store.folder, found.uid) else found


def going_on(store: Store, path: Path, options: argparse.Namespace) -> Generator[Interview, None, Unfinished | None]:
    """Offer to go on; give the session to go on with, and have the options be its own; `None` for not."""
    asked_for = options.from_step is not None or options.minutes is not None or options.speed != 1
    found = None if asked_for else cut_off(store)
    if found is None or found.file != str(path.resolve()):
        return None
    choice = Choosing(
        Page(
            title="Go on?",
            text=(f"{found.title}: you were at step {found.step} of {found.steps}, {_ago(found.seen)}.",),
            options=(Option("enter", "Go on from this step"), Option("n", "Begin anew")),
        )
    )
    yield choice
    if choice.chosen != "enter":
        save(store, lambda record: give_up(record, found.uid))
        return None
    # Until the session that goes on with it has begun, it can be gone on with: only the last one is offered.
    if found.minutes is not None:
        options.minutes = found.minutes
    options.first_side = found.first_side
    return found


def start_again(found: Unfinished, timeline: Timeline) -> Milliseconds:
    """Give where the step begins at which a session was cut off, in milliseconds.

    On another timeline, for it was made longer, or what it is made from has changed, it is the step of that number:
    the first of its rounds of which not all was done.
    """
    there = timeline.occurrence_at(min(found.position, timeline.total - 1))
    if there.number == found.step and timeline.total == found.total:
        return there.start
    own = [each for each in timeline.occurrences if each.number == found.step]
    left = [each for each in own if found.reached is None or each.index >= found.reached + found.whole]
    return (left or own[-1:] or [timeline.occurrences[0]])[0].start


def _ago(seen: str) -> str:
    """Say how long ago a moment was."""
    moment, at = read(seen), now()
    # The clock may have been put back since.
    seconds = -1 if moment is None else int((at - moment).total_seconds())
    if moment is None or seconds < 0:
        return "a while ago"
    if seconds < _MINUTE:
        return "just now"
    if seconds < _HOUR:
        minutes = seconds // _MINUTE
        return f"{minutes} minute{'s' if minutes > 1 else ''} ago"
    local = moment.astimezone()
    return f"{'' if day_of(local) == day_of(at) else 'yesterday '}at {local:%H:%M}"
