"""`relaxtimer safety`: the warning signs and the conditions, at any time."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Generator, Iterator, Sequence
from typing import TextIO

from relaxtimer.cli.closing import told
from relaxtimer.cli.conditions import ask_conditions, keeping
from relaxtimer.cli.failure import FAILED, WRONG_USAGE, Failure
from relaxtimer.cli.layout import line_of, width_of
from relaxtimer.cli.own_record import answered, keep, own_record
from relaxtimer.cli.settings_file import own_settings
from relaxtimer.core.asking.choosing import telling
from relaxtimer.core.asking.page import Interview
from relaxtimer.core.asking.warning_signs import WarningSigns
from relaxtimer.core.conditions import Condition
from relaxtimer.core.days import ago
from relaxtimer.core.safety.reasons import in_order
from relaxtimer.core.safety.red_flags import BLOCKING, HONESTY, RED_FLAGS
from relaxtimer.core.safety.screening import Screening
from relaxtimer.core.stop_rules import DISCLAIMER
from relaxtimer.notation.suggestion import did_you_mean
from relaxtimer.record.answers import conditions, last_screening, write_conditions
from relaxtimer.record.clock import day_of, now
from relaxtimer.record.store import Store
from relaxtimer.terminal import why_plain
from relaxtimer.visit import STOPPED_FOR_SAFETY

_NONE = "none"


def safety(options: argparse.Namespace, out: TextIO) -> int:
    """Ask for everything; where nobody can answer, tell how things stand. Gives 3 where routines stay closed."""
    store = own_record()
    if options.conditions is not None:
        _set(store, options.conditions)
        # That something was set aside to write them is no failure of what is asked now.
        answered(store)
        return _stand(store, out, questions=False)
    reason = why_plain(os.environ, sys.stdin, sys.stdout, sys.stderr)
    if reason is None and not options.plain:
        from relaxtimer import tui
        from relaxtimer.cli.opening import theme_of

        status = tui.run_interviews(asked(store), theme_of(options))
    else:
        from relaxtimer import plain

        keys = plain.keys_of(sys.stdin)
        if keys is None:
            return _stand(store, out, questions=True)
        status = plain.interviews(asked(store), out=out, keys=keys)
    answered(store)
    return status


def asked(store: Store) -> Generator[Interview, None, int]:
    """Ask for the signs, and where routines are open for the conditions; give the exit status."""
    signs = WarningSigns(numbers=own_settings().session.emergency_number or "", kept=keeping(store, closing_only=True))
    yield signs
    at = now()
    if not signs.later:
        screening = Screening.of(day_of(at), tuple(signs.yes), tuple(signs.checked))
        if screening.level in BLOCKING:
            return STOPPED_FOR_SAFETY
    elif (last := store.ask(last_screening, None)) is not None and last.level in BLOCKING:
        # Put off, the answers before hold.
        yield telling("Closed for now", told(last), then="Close")
        return STOPPED_FOR_SAFETY
    yield from ask_conditions(store, at)
    if not signs.later:
        keeping(store)(signs)
    return 0


def _set(store: Store, wanted: str) -> None:
    """Have these conditions hold. Raises `Failure` for one that there is not, or where it cannot be kept."""
    words = [word for word in wanted.replace(",", " ").split() if word != _NONE]
    known = {each.value: each for each in Condition}
    for word in words:
        if word not in known:
            there = ", ".join(known)
            raise Failure(f"there is no condition {word!r}{did_you_mean(word, known)}: expected {there}", WRONG_USAGE)
    today = day_of(now())
    keep(store, lambda record: write_conditions(record, [known[word] for word in words], today))


def _stand(store: Store, out: TextIO, *, questions: bool) -> int:
    """Tell how things stand, and what is asked."""
    today = day_of(now())
    last = store.ask(last_screening, None)
    held = in_order(store.ask(lambda record: conditions(record, today), frozenset()))
    known, width = answered(store), width_of(out)
    lines = (*(_questions() if questions else ()), *_lines(last, held, today, known=known), DISCLAIMER)
    out.writelines(f"{line_of(line, width)}\n" for line in lines)
    if last is not None and last.level in BLOCKING:
        return STOPPED_FOR_SAFETY
    return 0 if known else FAILED


def _questions() -> Iterator[str]:
    yield "Warning signs. With any of the first five, get help now; with 6 to 8, see a clinician first."
    yield from (f"{each.number}. {each.question}" for each in RED_FLAGS)
    yield HONESTY
    yield ""


def _lines(last: Screening | None, held: Sequence[Condition], today: int, *, known: bool) -> Iterator[str]:
    """Tell what was answered and what holds; that there is nothing only where that is known."""
    if last is not None:
        yield f"Answered {ago(today - last.day)}: {last.level}."
        yield from told(last) if last.level in BLOCKING else ()
    elif known:
        yield "The questions were not answered yet: `relaxtimer safety` asks them on a terminal."
    if held:
        yield "What holds for you:"
        yield from (f"  {each.value:9}{each.words}" for each in held)
    elif known:
        yield "No condition is ticked."
