"""The record as everybody else sees it: it can always be asked and told, and says once what is not being saved.

It is closed with the last one who holds it; nothing waits for that, since every commit is on the disk.

Where the file cannot be written, what is in it still holds and nothing is kept; writing is tried again each time. Where
it cannot be read either, nothing is known; the program goes on. A file that turns out to be damaged while it is used is
set aside, and a new one is begun.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from relaxtimer.record.aside import identity, set_aside
from relaxtimer.record.opening import FILE, PATIENCE, UnusableError, is_damage, opened, why
from relaxtimer.record.reading import opened_to_read

_Value = TypeVar("_Value")


class NotSavedError(Exception):
    """Something could not be written: the message says why; `told` where the person was told that already."""

    def __init__(self, why: str, *, told: bool = False) -> None:
        """Say why."""
        super().__init__(why)
        self.told = told


class Store:
    """One connection to the record of a folder."""

    def __init__(self, folder: Path) -> None:
        """Open it when it is first asked, and begin it when something is first written."""
        self._connection: sqlite3.Connection | None = None
        self._to_read: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self.folder = folder
        self.generation = 0
        """Counts the files: another one took the place of one that was damaged."""
        self.answered = True
        """Whether what was asked could be answered with what is there: not from a failure on until it is told."""
        self._failed = False
        self._unusable = ""
        self._told: list[str] = []
        self._was_told: set[str] = set()

    def news(self) -> tuple[str, ...]:
        """Give what is to be told to the person, since this was last asked; each thing is told once."""
        told, self._told = tuple(self._told), []
        self._failed = False
        return told

    def tell(self, words: str) -> None:
        """Have something told to the person, once."""
        if words not in self._was_told:
            self._was_told.add(words)
            self._told.append(words)

    def tell_again(self, words: str) -> None:
        """Have something told that takes back what was told before, which may then be told once more."""
        self._was_told.clear()
        self._told.append(words)

    def usable(self, patience: float = PATIENCE) -> bool:
        """Tell whether there is a file to write to, and tell the person where there is none."""
        return self._to_write(patience) is not None

    def ask(self, question: Callable[[sqlite3.Connection], _Value], otherwise: _Value) -> _Value:
        """Read something; give `otherwise` where that is not possible, which is told."""
        # Where the first of several questions has a damaged file set aside, the others find nothing.
        self.answered = not self._failed
        self._let_go_of_another()
        if self._connection is None and not _there(self.folder / FILE):
            return otherwise
        connection = self._open() or self._open_to_read()
        if connection is None:
            self._fail()
            return otherwise
        try:
            return question(connection)
        except sqlite3.DatabaseError as error:
            if is_damage(error) and connection is self._connection:
                self._damaged(error)
            else:
                self.tell(f"The record cannot be read now: {error}.")
        self._fail()
        return otherwise

    @contextmanager
    def writing(self, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
        """Write in one transaction, which is on the disk when this ends. Raises `NotSavedError`; then nothing is.

        `patience` is for how many seconds a file that others write to is waited for.
        """
        connection = self._to_write(patience)
        if connection is None:
            raise NotSavedError(self._unusable, told=True)
        try:
            connection.execute(f"PRAGMA busy_timeout={round(patience * 1_000)}")
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                self._damaged(error)
            else:
                _roll_back(connection)
            raise NotSavedError(why(error, self.folder)) from None
        except BaseException:
            _roll_back(connection)
            raise

    def close(self) -> None:
        """Close the file."""
        for connection in (self._connection, self._to_read):
            if connection is not None:
                connection.close()
        self._connection = self._to_read = None

    def __del__(self) -> None:
        self.close()

    def _open(self, patience: float = PATIENCE, *, again: bool = False) -> sqlite3.Connection | None:
        """Open the file to write; one that could not be written is tried `again` only where that is wanted."""
        if self._connection is None and (again or not self._unusable):
            try:
                connection, told = opened(self.folder, patience)
            except UnusableError as error:
                self._unusable = str(error)
            else:
                self.close()
                self._connection, self._unusable = connection, ""
                self._identity = identity(self.folder / FILE)
                self.generation += bool(told)
                for words in told:
                    self._fail()
                    self.tell(words)
        return self._connection

    def _fail(self) -> None:
        self.answered, self._failed = False, True

    def _to_write(self, patience: float) -> sqlite3.Connection | None:
        """Give the file that is in its place now; that there is none to write to is told."""
        self._let_go_of_another()
        connection = self._open(patience, again=True)
        if connection is None:
            self.tell(f"Nothing is being saved. {self._unusable}")
        return connection

    def _let_go_of_another(self) -> None:
        """Close a file that is not in its place any more: what is in it is forgotten, what is written there lost."""
        opened = self._connection is not None or self._to_read is not None
        if opened and identity(self.folder / FILE) != self._identity:
            self.close()
            self.generation += 1

    def _open_to_read(self) -> sqlite3.Connection | None:
        """Open a file that cannot be written; that it cannot be read either is told."""
        if self._to_read is None:
            self._to_read = opened_to_read(self.folder / FILE)
            self._identity = identity(self.folder / FILE)
        if self._to_read is None:
            self.tell(f"Nothing is being saved. {self._unusable}")
        return self._to_read

    def _damaged(self, error: sqlite3.DatabaseError) -> None:
        """Set a file aside that turned out to be damaged; the next thing that is written begins another."""
        self.close()
        self.generation += 1
        try:
            self.tell(f"The record is damaged ({error}). {set_aside(self.folder / FILE, self._identity)}")
        except OSError as problem:
            self._unusable = str(problem)
            self.tell(f"The record is damaged ({error}), and nothing is being saved: {problem.strerror}.")


def _there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:
        # A folder that may not be looked into: that is told when it is opened.
        return True


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def save(store: Store, write: Callable[[sqlite3.Connection], object]) -> bool:
    """Write something in one transaction; tell whether it is on the disk. That it is not is told to the person."""
    try:
        with store.writing() as connection:
            write(connection)
    except NotSavedError as error:
        if not error.told:
            store.tell(f"This is not being saved: {error}")
        return False
    return True
