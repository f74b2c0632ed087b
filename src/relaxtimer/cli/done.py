"""What is remembered of a session: the day on which its routine was done."""

from __future__ import annotations

from pathlib import Path

from relaxtimer.core.session import Session
from relaxtimer.folders import folders
from relaxtimer.library.marks import read_marks, write_marks
from relaxtimer.today import today


def mark_done(path: str, session: Session) -> None:
    """Remember the day of a routine of which something was done; that it cannot be is not worth a message."""
    if any(session.worked.values()):
        folder = folders().record
        write_marks(folder, read_marks(folder).after(Path(path).stem, today()))
