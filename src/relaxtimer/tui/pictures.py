"""How figure and pacer share their room: in breathing the pacer is large, in all else the figure is."""

from __future__ import annotations

from textual.geometry import Region

from relaxtimer.tui.places import Needs, Place

# From this size on a stage stands beside the column of words; below, the pace is a bar within it.
WIDE, HIGH = 66, 10
# From this height on figure and pacer stand above each other; each has at least so many rows.
_WITH_BOTH, _LEAST_PACED, _LEAST_FIGURE = 20, 8, 9


def beside_stage(places: dict[Place, Region], main: Region, needs: Needs | None = None) -> Region:
    """Put the stage at the right where there is room for it, or a figure; give what is left."""
    if main.width < WIDE or main.height < HIGH:
        return main
    needs = needs if needs is not None else Needs()
    # A body that lies is wide; a ring is round.
    lies = needs.figured and not _pacer_alone(needs, main.height)
    across = min((3 if lies else 2) * main.height, main.width * 44 // 100)
    pictures(places, Region(main.right - across, main.y, across, main.height), needs)
    return Region(main.x, main.y, main.width - across - 3, main.height)


def pictures(places: dict[Place, Region], room: Region, needs: Needs) -> None:
    """Put a figure into a room, and below it the pacer where both fit; else the pace of a movement has no place here.

    Where only one of both fits, breath is followed by the pacer.
    """
    if not needs.figured or _pacer_alone(needs, room.height):
        places[Place.STAGE] = room
        return
    rows = _paced(room, breath=needs.breath) if needs.paced and room.height >= _WITH_BOTH else 0
    places[Place.FIGURE] = Region(room.x, room.y, room.width, room.height - rows)
    if rows:
        places[Place.STAGE] = Region(room.x, room.bottom - rows, room.width, rows)


def _pacer_alone(needs: Needs, height: int) -> bool:
    return needs.paced and needs.breath and height < _WITH_BOTH


def _paced(room: Region, *, breath: bool) -> int:
    """Give the rows of a pacer that has a figure above it: no more than a disc as wide as the room."""
    figure = max(room.height * 2 // 5, _LEAST_FIGURE)
    return min(room.height - figure if breath else max(room.height * 2 // 5, _LEAST_PACED), room.width // 2)
