"""`relaxtimer figure EXERCISE`: how an exercise is done, played in the terminal or drawn into files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from relaxtimer.cli.failure import FAILED, WRONG_USAGE, Failure
from relaxtimer.cli.settings_file import own_settings
from relaxtimer.core.routine import Exercise
from relaxtimer.library.library import Library
from relaxtimer.library.reading.step import exercise_of
from relaxtimer.notation.characters import escaped
from relaxtimer.notation.mistakes import FileMistakes, Reading
from relaxtimer.notation.suggestion import did_you_mean
from relaxtimer.settings.settings import WHEELCHAIR
from relaxtimer.terminal import why_plain

if TYPE_CHECKING:
    from relaxtimer.figure.shown import Shown


def figure(options: argparse.Namespace, out: TextIO) -> int:
    """Play a figure, or draw one or many into files.

    Raises `Failure` where there is no such exercise or it has no figure, and where a file cannot be written.
    """
    library = Library()
    for notice in library.notices:
        sys.stderr.write(f"relaxtimer: {escaped(notice)}\n")
    if options.sheet is not None:
        out.write(f"{escaped(str(_sheet(library, options)))}\n")
        return 0
    if len(options.exercises) != 1:
        message = "figure takes one exercise, --sheet FILE none, one or many; `relaxtimer list --exercises` tells all"
        raise Failure(message, WRONG_USAGE)
    shown = _shown(library, options.exercises[0])
    if options.svg is None and options.png is None:
        return _play(shown, library, options, out)
    for name in (options.svg, options.png):
        if name is not None:
            out.writelines(f"{escaped(str(file))}\n" for file in _frames(shown, Path(name), options))
    return 0


def _play(shown: Shown, library: Library, options: argparse.Namespace, out: TextIO) -> int:
    """Play it until a key is pressed; where there is no terminal, give it in words, and its last moment as text."""
    if why_plain(os.environ, sys.stdin, sys.stdout, sys.stderr) is None:
        from relaxtimer import tui

        figures = options.figures or own_settings().screen.figures
        theme = options.theme or own_settings().screen.theme
        return tui.run_figure(shown, mirrored=options.left, figures=figures, theme=theme)
    from relaxtimer.cli.figure_text import as_text

    exercise = _exercise(library, options.exercises[0])
    if exercise is not None:
        out.writelines(f"{line}\n" for line in as_text(shown, exercise, mirrored=options.left))
    return 0


def _sheet(library: Library, options: argparse.Namespace) -> Path:
    from relaxtimer.cli.figure_files import write_sheet

    return write_sheet(list(_many(library, options.exercises)), Path(options.sheet), light=options.light)


def _frames(shown: Shown, path: Path, options: argparse.Namespace) -> list[Path]:
    from relaxtimer.cli.figure_files import write_frames

    return write_frames(shown, path, light=options.light, mirrored=options.left)


def _many(library: Library, ids: Sequence[str]) -> Iterator[Shown]:
    """Give the exercises that were named, or all that have a figure, in the order of their ids."""
    for id_ in ids or sorted(library.exercises.ids()):
        if ids or library.exercises.figure(id_) is not None:
            yield _shown(library, id_)


def _shown(library: Library, id_: str) -> Shown:
    from relaxtimer.figure.seats import in_wheelchair
    from relaxtimer.figure.shown import Shown

    exercises = library.exercises
    try:
        found = exercises.figure(id_)
        exercise = _exercise(library, id_)
    except FileMistakes as error:
        raise Failure(str(error), WRONG_USAGE) from None
    if exercise is None:
        near = did_you_mean(id_, exercises.ids())
        message = f"there is no exercise '{escaped(id_)}'{near}; `relaxtimer list --exercises` tells all there are"
        raise Failure(message, WRONG_USAGE)
    if found is None:
        raise Failure(f"the exercise {id_} has no figure; docs/format.md tells how one is written", FAILED)
    if own_settings().screen.seat == WHEELCHAIR:
        found = in_wheelchair(found)
    return Shown.of(exercise, found)


def _exercise(library: Library, id_: str) -> Exercise | None:
    draft = library.exercises.find(id_)
    return None if draft is None else exercise_of(draft, library.exercises, Reading(draft.file, None))
