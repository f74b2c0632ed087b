"""Which routines the last answers to the warning signs keep closed, when they are due, and what is said then."""

from __future__ import annotations

from relaxtimer.cli.settings_file import own_settings
from relaxtimer.core.routine import Routine
from relaxtimer.core.safety.levels import consequence
from relaxtimer.core.safety.red_flags import BLOCKING, Level
from relaxtimer.core.safety.screening import Occasion, Screening, blocks, occasion
from relaxtimer.record.answers import last_screening, screened_at
from relaxtimer.record.clock import day_of, now
from relaxtimer.record.standing import pain_rose_since
from relaxtimer.record.store import Store

SHORT_NOTICE = (
    "New numbness between the legs, weak legs, bladder or bowel trouble, chest pain, a bad fall: no exercise, get help."
    " `relaxtimer safety` asks in full."
)
_BREATHING = ("resonance-breathing", "cyclic-sighing")
_SCAN = "body-scan"
_AGAIN = "To answer the questions again: relaxtimer safety"


def closed(store: Store, routine: Routine) -> tuple[str, ...]:
    """Say why a routine may not be done now, what stays open, and how to answer again; nothing where it may be."""
    last = store.ask(last_screening, None)
    if last is None or not blocks(last, routine):
        return ()
    return (*told(last), _AGAIN)


def standing(store: Store) -> tuple[str, ...]:
    """Say what the last answers come to, where they keep routines closed, and how to answer again."""
    last = store.ask(last_screening, None)
    return () if last is None or last.level not in BLOCKING else (*told(last), _AGAIN)


def told(last: Screening) -> tuple[str, ...]:
    """Say what answers come to, and what stays open with them."""
    applies = tuple(each for each in last.yes if each not in last.checked)
    scan = (_SCAN,) if last.level is Level.CLINICIAN_FIRST else ()
    number = own_settings().session.emergency_number or ""
    return (*consequence(last.level, applies, number), f"Open now: {', '.join((*_BREATHING, *scan))}.")


def due_now(store: Store, routine: Routine) -> Occasion | None:
    """Tell why the warning signs are to be asked for before a routine; `None` where the last answers hold."""
    last, since = store.ask(last_screening, None), store.ask(screened_at, "")
    pain_rose = bool(since) and store.ask(lambda record: pain_rose_since(record, since), otherwise=False)
    return occasion(last, day_of(now()), routine, pain_rose=pain_rose)


def short_notice(store: Store, routine: Routine) -> str:
    """Say what is told where the signs are due and nobody can answer; nothing where they are not."""
    return "" if due_now(store, routine) is None else SHORT_NOTICE
