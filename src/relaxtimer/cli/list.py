"""`relaxtimer list`: the routines there are, with what to know before choosing one."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TextIO

from relaxtimer.cli.failure import WRONG_USAGE, Failure
from relaxtimer.cli.layout import cells, indented, padded, width_of
from relaxtimer.core.body import Position
from relaxtimer.core.duration import MINUTE, clock, seconds
from relaxtimer.library.listing import YOURS, Facts, Listed, Listing, listing
from relaxtimer.library.shelves import Shelves

NOTHING = "none"
# From this width on, the title stands beside name and length.
SIDE_BY_SIDE = 66
LONGEST_NAME = 30
INDENT = "    "


def list_routines(options: argparse.Namespace, out: TextIO) -> int:
    """List the routines that are wanted. Raises `Failure` for a position, equipment or tag that there is none of.

    With `--exercises` it lists what a routine can name.
    """
    if getattr(options, "exercises", False):
        from relaxtimer.cli.exercise_list import list_exercises

        if options.minutes is not None or options.position or options.equipment or options.tag:
            raise Failure("--exercises goes with --json alone: what filters is for routines", WRONG_USAGE)
        return list_exercises(out, as_json=options.json)
    shelves = Shelves()
    found = listing(shelves)
    wanted = _wanted(found.routines, options)
    chosen = [routine for routine in found.routines if wanted(routine)]
    if options.json:
        json.dump([_as_json(routine) for routine in chosen], out, indent=2)
        out.write("\n")
        return 0
    width = width_of(out)
    out.writelines(f"{text}\n" for text in (*_rows(chosen, width), "", *_ending(found, chosen, shelves, width)))
    return 0


# What is wanted


def _wanted(routines: Sequence[Listed], options: argparse.Namespace) -> Callable[[Listed], bool]:
    """Give the test that routines have to pass; one with mistakes passes only where nothing is asked for."""
    positions = _known("position", options.position, (position.value for position in Position))
    equipment = _known("equipment", options.equipment, (NOTHING, *_all(each.facts.equipment for each in routines)))
    tags = _known("tag", options.tag, _all(each.facts.tags for each in routines))
    asked = options.minutes is not None or positions or equipment or tags

    def wanted(routine: Listed) -> bool:
        facts = routine.facts
        if facts.mistake is not None:
            return not asked
        return (
            (options.minutes is None or min(facts.shortest, facts.total) <= options.minutes * MINUTE)
            and (not positions or positions.issuperset(facts.positions))
            and (not equipment or equipment.issuperset(facts.equipment))
            and tags.issubset(facts.tags)
        )

    return wanted


def _all(words: Iterable[Iterable[str]]) -> list[str]:
    return sorted({word for each in words for word in each})


def _known(what: str, asked: Sequence[str] | None, known: Iterable[str]) -> frozenset[str]:
    names = list(known)
    by_letters = {name.casefold(): name for name in names}
    found = {each: by_letters.get(each.strip().casefold()) for each in asked or ()}
    for each, name in found.items():
        if name is None:
            raise Failure(
                f"there is no {what} '{_safe(each)}'; known are: {_safe(', '.join(names)) or 'none'}", WRONG_USAGE
            )
    return frozenset(name for name in found.values() if name)


# For programs


def _as_json(routine: Listed) -> dict[str, Any]:
    facts = routine.facts
    right = facts.mistake is None
    return {
        "routine": routine.routine,
        "title": facts.title if right else None,
        "summary": facts.summary,
        "total_seconds": seconds(facts.total) if right else None,
        "equipment": list(facts.equipment),
        "positions": list(facts.positions),
        "tags": list(facts.tags),
        "from": routine.origin,
        "path": routine.path,
        "mistake": facts.mistake,
    }


# For people


def _rows(routines: Sequence[Listed], width: int) -> Iterator[str]:
    names = min(max((cells(_safe(each.routine)) for each in routines), default=0), LONGEST_NAME)
    lengths = max((len(_length(each)) for each in routines), default=0)
    for routine in routines:
        title, *texts = _texts(routine)
        start = f"{padded(_safe(routine.routine), names)}  {_length(routine):>{lengths}}"
        if width < SIDE_BY_SIDE:
            yield start if cells(start) <= width else indented(start, width, others="  ")
            yield indented(title, width, "  ", "  ")
        else:
            yield indented(title, width, f"{start}  ", " " * (cells(start) + 2))
        yield from (indented(text, width, INDENT, INDENT) for text in texts)


def _length(routine: Listed) -> str:
    return clock(routine.facts.total) if routine.facts.mistake is None else "-"


def _texts(routine: Listed) -> list[str]:
    """Give what is said of a routine: title and origin, and what it takes."""
    facts = routine.facts
    if facts.mistake is not None:
        name = _safe(routine.routine)
        return ["cannot be used", f"{_safe(facts.mistake)} (`relaxtimer check {name}` tells all)"]
    origin = ""
    if routine.origin == YOURS:
        origin = " (yours, in place of the bundled one)" if routine.overrides else " (yours)"
    needs = [", ".join(facts.positions), ", ".join(facts.equipment) or "no equipment", *_tags(facts)]
    return [f"{facts.title}{origin}", " · ".join(needs)]


def _tags(facts: Facts) -> list[str]:
    return [f"tags: {', '.join(facts.tags)}"] if facts.tags else []


def _ending(found: Listing, chosen: Sequence[Listed], shelves: Shelves, width: int) -> Iterator[str]:
    usable = sum(each.facts.mistake is None for each in chosen)
    broken = sum(each.facts.mistake is not None for each in found.routines)
    said = f"{_count(usable, 'routine')}."
    if broken:
        said += f" {_count(broken, 'file')} with mistakes{'' if len(chosen) > usable else ' left out'}."
    yield indented(said, width)
    yield from (indented(f"mistake: {_safe(notice)}", width, "", "  ") for notice in found.notices)
    folders = shelves.folders
    yield indented(f"Your own routines: {_safe(str(folders.routines))}", width, "", "  ")
    yield indented(f"Your own exercises: {_safe(str(folders.exercises))}", width, "", "  ")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _safe(text: str) -> str:
    """Escape what cannot be seen or steers a terminal; the tables for that are loaded only where there may be any."""
    if text.isascii() and text.isprintable():
        return text
    from relaxtimer.notation.characters import escaped

    return escaped(text)
