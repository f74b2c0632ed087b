"""Which routines the last answers to the warning signs keep closed, and what is said then."""

from __future__ import annotations

from relaxtimer.cli.settings_file import own_settings
from relaxtimer.core.routine import Routine
from relaxtimer.core.safety.levels import consequence
from relaxtimer.core.safety.red_flags import Level
from relaxtimer.core.safety.screening import Screening, blocks
from relaxtimer.record.answers import last_screening
from relaxtimer.record.store import Store

_BREATHING = ("resonance-breathing", "cyclic-sighing")
_SCAN = "body-scan"


def closed(store: Store, routine: Routine) -> tuple[str, ...]:
    """Say why a routine may not be done now, what stays open, and how to answer again; nothing where it may be."""
    last = store.ask(last_screening, None)
    if last is None or not blocks(last, routine):
        return ()
    return (*told(last), "To answer the questions again: relaxtimer safety")


def told(last: Screening) -> tuple[str, ...]:
    """Say what answers come to, and what stays open with them."""
    applies = tuple(each for each in last.yes if each not in last.checked)
    scan = (_SCAN,) if last.level is Level.CLINICIAN_FIRST else ()
    number = own_settings().session.emergency_number or ""
    return (*consequence(last.level, applies, number), f"Open now: {', '.join((*_BREATHING, *scan))}.")
