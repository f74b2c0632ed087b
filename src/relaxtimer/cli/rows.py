"""What is listed -> rows of the library screen."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from relaxtimer.core.body import Position
from relaxtimer.core.days import Day, ago
from relaxtimer.library.groups import FAVOURITES, ORDER, OWN, RECENT, group_of
from relaxtimer.library.listing import YOURS, Listed, Listing
from relaxtimer.library.marks import Marks
from relaxtimer.notation.characters import escaped
from relaxtimer.record.standing import Unfinished
from relaxtimer.tui.library.row import Row

# So many days something counts as recent, and no more than so many routines.
_RECENT_DAYS, _MOST_RECENT = 14, 5


def rows(
    listing: Listing, marks: Marks, done: Mapping[str, Day], today: Day, cut_off: Unfinished | None = None
) -> list[Row]:
    """Give the rows of the screen: what is wrong around the routines, then the routines by their groups.

    `done` are the days on which routines were last done, by their names; `cut_off` is a session to go on with.
    """
    days_ago = {name: today - day for name, day in done.items() if day <= today}
    recent = _recent(listing, days_ago)
    found = [
        _row(listed, marks, _said(listed, days_ago, cut_off), recent=listed.routine in recent)
        for listed in listing.routines
    ]
    place = {listed.path: listed.routine for listed in listing.routines}

    def order(row: Row) -> tuple[int, int, str]:
        name = place[row.id]
        newest = recent.index(name) if row.group == RECENT else 0
        return ORDER.index(row.group), newest, row.name.casefold()

    often = Counter(row.name for row in found)
    told_apart = [replace(row, alias=escaped(place[row.id])) if often[row.name] > 1 else row for row in found]
    return [*_notices(listing), *sorted(told_apart, key=order)]


def _recent(listing: Listing, days_ago: Mapping[str, int]) -> list[str]:
    """Give the names of the routines that were done lately, the latest first."""
    names = {listed.routine for listed in listing.routines if not listed.facts.mistake}
    lately = [name for name, days in sorted(days_ago.items(), key=lambda each: each[1]) if days <= _RECENT_DAYS]
    return [name for name in lately if name in names][:_MOST_RECENT]


def _notices(listing: Listing) -> Iterator[Row]:
    for number, notice in enumerate(listing.notices, 1):
        yield Row(id=f"notice {number}", name="Your exercise files", origin=YOURS, mistake=notice, group=OWN)


def _said(listed: Listed, days_ago: Mapping[str, int], cut_off: Unfinished | None) -> str:
    """Say when a routine was last done, or where it was cut off."""
    if cut_off is not None and cut_off.file == str(Path(listed.path).resolve()):
        return f"cut off at step {cut_off.step} of {cut_off.steps}"
    days = days_ago.get(listed.routine)
    return "" if days is None else f"done {ago(days)}"


def _row(listed: Listed, marks: Marks, done: str, *, recent: bool) -> Row:
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
        group=FAVOURITES if listed.routine in marks.favourites else RECENT if recent else own,
        favourite=listed.routine in marks.favourites,
        done=done,
    )


def _short(mistake: str, path: str) -> str:
    """Leave the folder out of what is told in a list of files."""
    return mistake.replace(path, os.path.basename(path))  # noqa: PTH119 - the path is a text here, as it is in the message
