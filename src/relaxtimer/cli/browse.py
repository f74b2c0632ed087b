"""`relaxtimer` on a terminal: the library screen, filled from what is listed."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator

from relaxtimer.cli.failure import Failure
from relaxtimer.cli.opening import theme_of
from relaxtimer.cli.planning import plan_for
from relaxtimer.core.body import Position
from relaxtimer.library.library import Library
from relaxtimer.library.listing import YOURS, Listed, Listing
from relaxtimer.practice import Plan
from relaxtimer.tui import library as screen


def browse(options: argparse.Namespace) -> int:
    """Let the person pick routines and do them; `options` hold for every session. Gives the exit status."""
    library = Library()

    def open_plan(path: str) -> Plan | str:
        try:
            return plan_for(library, path, options)
        except Failure as failure:
            return failure.message

    return screen.run_library(rows(library.listing()), open_plan, theme_of(options))


def rows(listing: Listing) -> list[screen.Row]:
    """Give the rows of the screen: what is wrong around the routines, a person's own, then the bundled ones."""
    own_first = sorted(listing.routines, key=lambda listed: (listed.origin != YOURS, _title(listed).casefold()))
    return [*_notices(listing), *(_row(listed) for listed in own_first)]


def _notices(listing: Listing) -> Iterator[screen.Row]:
    for number, notice in enumerate(listing.notices, 1):
        yield screen.Row(id=f"notice {number}", name="Your exercise files", origin=YOURS, mistake=notice)


def _row(listed: Listed) -> screen.Row:
    facts = listed.facts
    return screen.Row(
        id=listed.path,
        name=_title(listed),
        origin=listed.origin,
        total=facts.total,
        summary=facts.summary,
        tags=facts.tags,
        equipment=facts.equipment,
        positions=tuple(Position(position).words for position in facts.positions),
        also=(listed.routine, *facts.positions),
        mistake=_short(facts.mistake or "", listed.path),
        file=listed.path,
    )


def _short(mistake: str, path: str) -> str:
    """Leave the folder out of what is told in a list of files."""
    return mistake.replace(path, os.path.basename(path))  # noqa: PTH119 - the path is a text here, as it is in the message


def _title(listed: Listed) -> str:
    return listed.facts.title or listed.routine
