"""What is listed -> rows of the library screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date

from relaxtimer.core.body import Position
from relaxtimer.library.groups import FAVOURITES, ORDER, OWN, RECENT, group_of
from relaxtimer.library.listing import YOURS, Listed, Listing
from relaxtimer.library.marks import Marks
from relaxtimer.tui.library.row import Row

# So many days something counts as recent, and no more than so many routines.
_RECENT_DAYS, _MOST_RECENT = 14, 5


def rows(listing: Listing, marks: Marks, today: str) -> list[Row]:
    """Give the rows of the screen: what is wrong around the routines, then the routines by their groups."""
    recent = _recent(listing, marks, today)
    found = [_row(listed, marks, today, recent=listed.routine in recent) for listed in listing.routines]
    place = {listed.path: listed.routine for listed in listing.routines}

    def order(row: Row) -> tuple[int, int, str]:
        name = place[row.id]
        newest = recent.index(name) if row.group == RECENT else 0
        return ORDER.index(row.group), newest, row.name.casefold()

    return [*_notices(listing), *sorted(found, key=order)]


def _recent(listing: Listing, marks: Marks, today: str) -> list[str]:
    """Give the names of the routines that were done lately, the latest first."""
    days = {name: ago for name, day in marks.done.items() if (ago := _ago(day, today)) is not None}
    names = {listed.routine for listed in listing.routines if not listed.facts.mistake}
    lately = [name for name, ago in sorted(days.items(), key=lambda each: each[1]) if ago <= _RECENT_DAYS]
    return [name for name in lately if name in names][:_MOST_RECENT]


def _ago(day: str, today: str) -> int | None:
    """Give how many days ago a day was; `None` for what is no day, or still to come."""
    try:
        ago = (date.fromisoformat(today) - date.fromisoformat(day)).days
    except ValueError:
        return None
    return ago if ago >= 0 else None


def _when(day: str | None, today: str) -> str:
    ago = None if day is None else _ago(day, today)
    if ago is None:
        return ""
    return {0: "done today", 1: "done yesterday"}.get(ago, f"done {ago} days ago")


def _notices(listing: Listing) -> Iterator[Row]:
    for number, notice in enumerate(listing.notices, 1):
        yield Row(id=f"notice {number}", name="Your exercise files", origin=YOURS, mistake=notice, group=OWN)


def _row(listed: Listed, marks: Marks, today: str, *, recent: bool) -> Row:
    facts = listed.facts
    own = OWN if listed.origin == YOURS else group_of(facts.tags)
    return Row(
        id=listed.path,
        name=facts.title or listed.routine,
        origin=listed.origin,
        total=facts.total,
        shortest=facts.shortest,
        summary=facts.summary,
        tags=facts.tags,
        equipment=facts.equipment,
        positions=tuple(Position(position).words for position in facts.positions),
        also=(listed.routine, *facts.positions),
        mistake=_short(facts.mistake or "", listed.path),
        file=listed.path,
        group=RECENT if recent else FAVOURITES if listed.routine in marks.favourites else own,
        favourite=listed.routine in marks.favourites,
        done=_when(marks.done.get(listed.routine), today),
    )


def _short(mistake: str, path: str) -> str:
    """Leave the folder out of what is told in a list of files."""
    return mistake.replace(path, os.path.basename(path))  # noqa: PTH119 - the path is a text here, as it is in the message
