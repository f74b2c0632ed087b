"""What the library screen works with: the person's files, and the options it was opened with."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from relaxtimer.cli.failure import Failure
from relaxtimer.cli.going_on import cut_off
from relaxtimer.cli.history import report
from relaxtimer.cli.own_record import own_record
from relaxtimer.cli.planning import plan_for
from relaxtimer.cli.rows import rows
from relaxtimer.cli.settings_file import own_settings, settings_path
from relaxtimer.cli.told_visit import ToldVisit
from relaxtimer.cli.visiting import RoutineVisit
from relaxtimer.core.days import Day
from relaxtimer.folders import folders
from relaxtimer.library.library import Library
from relaxtimer.library.marks import read_marks, write_marks
from relaxtimer.library.opening import reason
from relaxtimer.library.starter import proper_name, starter
from relaxtimer.notation.mistakes import FileMistakes
from relaxtimer.practice import Plan
from relaxtimer.record.clock import day_of, now
from relaxtimer.record.standing import last_days
from relaxtimer.settings.choices import Setting
from relaxtimer.settings.settings import Settings
from relaxtimer.settings.starter import STARTER
from relaxtimer.settings.writing import CannotChangeError, change
from relaxtimer.tui.library.desk import Made, Wish
from relaxtimer.tui.library.row import Row
from relaxtimer.visit import Visit

if TYPE_CHECKING:
    from relaxtimer.tui.screens.history import Report

_EDITORS = ("nano", "micro", "vim", "vi", "notepad")
_MOST_NAMES = 1_000
# So many sessions are shown of the history.
_SHOWN = 200


class LibraryDesk:
    """The person's library; `options` hold for every session that is started from it."""

    def __init__(self, options: argparse.Namespace) -> None:
        """Look at the files when they are asked for."""
        self._options = options
        self._library = Library()
        self._store = own_record()

    def rows(self) -> Sequence[Row]:
        """Give every routine as it is now, in the order in which they are listed."""
        self._library = Library()
        settings = self.settings.read()
        prepare = 1 if isinstance(settings, str) else settings.session.prepare
        done: Mapping[str, Day] = self._store.ask(last_days, {})
        listed = self._library.listing(prepare)
        return rows(listed, read_marks(folders().record), done, day_of(now()), cut_off(self._store))

    def open(self, file: str, wish: Wish) -> Plan | str:
        """Make what it takes to do a routine, or say why it cannot be done."""
        try:
            return plan_for(self._library, file, self._wished(wish), self._store)
        except Failure as failure:
            return failure.message

    def visit(self, file: str, wish: Wish) -> Visit:
        """Make a visit for a routine; what has become impossible since it was opened is told in it."""
        return ToldVisit(lambda: RoutineVisit(self._library, file, self._wished(wish), self._store))

    def _wished(self, wish: Wish) -> argparse.Namespace:
        own: dict[str, object] = {} if wish.minutes is None else {"minutes": wish.minutes}
        own |= {} if wish.speed == 1 else {"speed": wish.speed}
        return argparse.Namespace(**{**vars(self._options), **own})

    def history(self) -> Report:
        """Give what was done and how it felt."""
        return report(self._store, _SHOWN)

    def welcome(self) -> bool:
        """Tell whether this is the very first time, and remember that it was."""
        folder = folders().record
        marks = read_marks(folder)
        if not marks.welcomed:
            write_marks(folder, replace(marks, welcomed=True))
        return not marks.welcomed

    @property
    def settings(self) -> OwnSettings:
        """The person's settings."""
        return OwnSettings(self.editor)

    def stamp(self) -> Hashable:
        """Give something that is another as soon as a file of the person's own has changed."""
        own = folders()
        return tuple(_stamp(folder) for folder in (own.routines, own.exercises, own.settings))

    def favour(self, row: Row) -> str:
        """Make a routine a favourite, or one no more; give what went wrong, if anything did."""
        folder = folders().record
        return write_marks(folder, read_marks(folder).turned(Path(row.id).stem))

    def editor(self, file: str) -> tuple[str, ...]:
        """Give the command that opens a file in the person's editor."""
        for name in ("VISUAL", "EDITOR"):
            with suppress(ValueError):
                if words := shlex.split(os.environ.get(name, ""), posix=os.name == "posix"):
                    return (*words, file)
        found = next((each for each in _EDITORS if shutil.which(each)), None)
        return () if found is None else (found, file)

    def copy(self, row: Row) -> Made:
        """Write a copy of a routine into the person's own folder, under a name that is free."""
        try:
            text = Path(row.file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            return Made(why=f"{row.file} cannot be read: {error}")
        return self._write(f"my-{Path(row.file).stem.removeprefix('my-')}", lambda _: text)

    def new(self) -> Made:
        """Write a file to start a routine of one's own from."""
        return self._write("my-routine", starter)

    def _write(self, name: str, text: Callable[[str], str]) -> Made:
        taken = Library().shelves.names
        base = proper_name(name) or "my-routine"
        names = (base, *(f"{base}-{number}" for number in range(2, _MOST_NAMES)))
        free = next(each for each in names if each not in taken)
        path = folders().routines / f"{free}.yaml"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text(free))
        except OSError as error:
            return Made(why=f"{path} cannot be written: {reason(error)}")
        return Made(str(path))


class OwnSettings:
    """The settings file of the person."""

    def __init__(self, editor: Callable[[str], tuple[str, ...]]) -> None:
        """Open it with this editor, where it is to be opened."""
        self.file = str(settings_path())
        self._editor = editor

    def read(self) -> Settings | str:
        """Read the settings as they are now; every mistake where there are some."""
        try:
            return own_settings()
        except Failure as failure:
            return failure.message

    def change(self, setting: Setting, value: str) -> str:
        """Set one of them; give why that was not possible, or nothing."""
        try:
            change(settings_path(), setting, value)
        except (CannotChangeError, FileMistakes) as error:
            return str(error)
        except OSError as error:
            return f"{self.file} cannot be written: {reason(error)}"
        return ""

    def editor(self) -> tuple[str, ...]:
        """Give the command that opens their file, which is begun where there is none."""
        path = settings_path()
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(STARTER)
        return self._editor(str(path))


def _stamp(folder: Path) -> Hashable:
    with suppress(OSError), os.scandir(folder) as entries:
        return tuple(sorted((entry.name, *_of(entry)) for entry in entries if entry.name.endswith((".yaml", ".yml"))))
    return ()


def _of(entry: os.DirEntry[str]) -> tuple[int, int]:
    try:
        status = entry.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
