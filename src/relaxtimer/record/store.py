"""The record as everybody else sees it: it can always be asked and told, and says once what is not being saved.

It is closed with the last one who holds it; nothing waits for that, since every commit is on the disk.

Where the file cannot be used, nothing is known and nothing is kept, and the program goes on. A file that turns out to
be damaged while it is used is set aside, and a new one is begun.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from relaxtimer.record.opening import FILE, PATIENCE, UnusableError, opened, set_aside

_Value = TypeVar("_Value")


class NotSavedError(Exception):
    """Something could not be written: the message says why."""


class Store:
    """One connection to the record of a folder."""

    def __init__(self, folder: Path) -> None:
        """Open it when it is first asked, and begin it when something is first written."""
        self._connection: sqlite3.Connection | None = None
        self.folder = folder
        self.generation = 0
        """Counts the files: another one took the place of one that was damaged."""
        self._unusable = ""
        self._told: list[str] = []
        self._was_told: set[str] = set()

    def news(self) -> tuple[str, ...]:
        """Give what is to be told to the person, since this was last asked; each thing is told once."""
        told, self._told = tuple(self._told), []
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

    @property
    def usable(self) -> bool:
        """Whether there is a file to write to."""
        return self._open() is not None

    def ask(self, question: Callable[[sqlite3.Connection], _Value], otherwise: _Value) -> _Value:
        """Read something; give `otherwise` where that is not possible, which is told."""
        if self._connection is None and not (self.folder / FILE).exists():
            return otherwise
        connection = self._open()
        if connection is None:
            return otherwise
        try:
            return question(connection)
        except sqlite3.OperationalError as error:
            self.tell(f"The record cannot be read now: {error}.")
        except sqlite3.DatabaseError as error:
            self._damaged(error)
        return otherwise

    @contextmanager
    def writing(self, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
        """Write in one transaction, which is on the disk when this ends. Raises `NotSavedError`; then nothing is.

        `patience` is for how many seconds a file that others write to is waited for.
        """
        connection = self._open()
        if connection is None:
            raise NotSavedError(self._unusable)
        try:
            connection.execute(f"PRAGMA busy_timeout={round(patience * 1_000)}")
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            _roll_back(connection)
            raise NotSavedError(str(error)) from None
        except sqlite3.IntegrityError as error:
            _roll_back(connection)
            raise NotSavedError(str(error)) from None
        except sqlite3.DatabaseError as error:
            self._damaged(error)
            raise NotSavedError(str(error)) from None
        except BaseException:
            _roll_back(connection)
            raise

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __del__(self) -> None:
        self.close()

    def _open(self) -> sqlite3.Connection | None:
        if self._connection is None and not self._unusable:
            try:
                self._connection, told = opened(self.folder)
            except UnusableError as error:
                self._unusable = str(error)
                self.tell(f"Nothing is being saved. {error}")
            else:
                self.generation += bool(told)
                for words in told:
                    self.tell(words)
        return self._connection

    def _damaged(self, error: sqlite3.DatabaseError) -> None:
        """Set a file aside that turned out to be damaged; the next thing that is written begins another."""
        self.close()
        self.generation += 1
        try:
            self.tell(f"The record is damaged ({error}). {set_aside(self.folder)}")
        except OSError as problem:
            self._unusable = str(problem)
            self.tell(f"The record is damaged ({error}), and nothing is being saved: {problem.strerror}.")


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def save(store: Store, write: Callable[[sqlite3.Connection], object]) -> bool:
    """Write something in one transaction; tell whether it is on the disk. That it is not is told to the person."""
    try:
        with store.writing() as connection:
            write(connection)
    except NotSavedError as error:
        store.tell(f"This is not being saved: {error}")
        return False
    return True
