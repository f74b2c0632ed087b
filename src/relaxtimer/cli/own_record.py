"""The record of the person who runs a command."""

from __future__ import annotations

from relaxtimer.folders import folders
from relaxtimer.record.store import Store


def own_record() -> Store:
    """Give the record; it is opened when it is first asked, and begun when something is first written."""
    return Store(folders().record)
