"""The record of the person who runs a command."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable

from relaxtimer.cli.failure import FAILED, Failure
from relaxtimer.folders import folders
from relaxtimer.record.store import NotSavedError, Store


def own_record() -> Store:
    """Give the record; it is opened when it is first asked, and begun when something is first written."""
    return Store(folders().record)


def keep(store: Store, write: Callable[[sqlite3.Connection], object]) -> None:
    """Write what was asked for. Raises `Failure` where it cannot be kept."""
    try:
        with store.writing() as record:
            write(record)
    except NotSavedError as error:
        raise Failure(" ".join(store.news()) or f"This is not being saved: {error}", FAILED) from None


def answered(store: Store) -> bool:
    """Tell the person the news of the record on standard error; give whether all that was asked could be read."""
    for words in store.news():
        sys.stderr.write(f"relaxtimer: {words}\n")
    return store.answered
