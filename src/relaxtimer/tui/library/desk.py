"""What the library screen may ask for: routines, plans, and what is done with files. Whoever opens it provides that."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from relaxtimer.practice import Plan
from relaxtimer.tui.library.row import Row
from relaxtimer.tui.library.settings_desk import SettingsDesk
from relaxtimer.visit import Visit

if TYPE_CHECKING:
    from relaxtimer.tui.screens.history import Report


class Wish(Struct, frozen=True):
    """How a routine is to be done: fitted to `minutes` where there are some, and at a `speed`."""

    minutes: int | None = None
    speed: int = 1


class Made(Struct, frozen=True):
    """A file of one's own that was written: `file` is its path; without one, `why` there is none."""

    file: str = ""
    why: str = ""


class Desk(Protocol):
    """The routines of a person. `file` is the path of a routine, which is also the id of its row."""

    def rows(self) -> Sequence[Row]:
        """Give every routine as it is now, in the order in which they are listed."""
        ...

    def open(self, file: str, wish: Wish) -> Plan | str:
        """Make what it takes to do a routine, or say why it cannot be done: every mistake, with its line."""
        ...

    def visit(self, file: str, wish: Wish) -> Visit:
        """Make a visit for a routine that can be opened."""
        ...

    def history(self) -> Report:
        """Give what was done and how it felt."""
        ...

    def welcome(self) -> bool:
        """Tell whether this is the very first time, and remember that it was."""
        ...

    @property
    def settings(self) -> SettingsDesk:
        """The person's settings."""
        ...

    def stamp(self) -> Hashable:
        """Give something that is another as soon as a file has changed."""
        ...

    def favour(self, row: Row) -> str:
        """Make a routine a favourite, or one no more; give what went wrong, if anything did."""
        ...

    def editor(self, file: str) -> tuple[str, ...]:
        """Give the command that opens a file in the person's editor; nothing where there is none."""
        ...

    def copy(self, row: Row) -> Made:
        """Write a copy of a routine into the person's own folder."""
        ...

    def new(self) -> Made:
        """Write a file to start a routine of one's own from."""
        ...
