"""`relaxtimer export`: the record as JSON, whole, or its sessions as CSV."""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from relaxtimer.cli.failure import FAILED, WRONG_USAGE, Failure
from relaxtimer.cli.own_record import answered, own_record
from relaxtimer.core.duration import seconds
from relaxtimer.notation.characters import escaped
from relaxtimer.record.clock import day_written
from relaxtimer.record.exchange import SessionData, sessions, written
from relaxtimer.record.opening import is_ours, make_private

COLUMNS = (
    *("started", "day", "routine", "title", "outcome", "speed", "seconds", "steps", "steps_done", "steps_skipped"),
    *("hurt", "pain_before", "stiffness_before", "stress_before", "pain_after", "stiffness_after", "stress_after"),
)
# A spreadsheet takes a text that begins with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LISTS = ("sessions", "mornings", "screenings", "conditions", "plans", "impacts")
_EMPTY = json.dumps({"relaxtimer_record": 1, **{name: [] for name in _LISTS}}).encode() + b"\n"


def export(options: argparse.Namespace, out: TextIO) -> int:
    """Write the record out; an empty one is no failure. Raises `Failure` where that is not possible."""
    store = own_record()
    as_csv = options.format == "csv"
    # Asked for here, so that what cannot be read is told before a file is begun.
    there = store.ask(lambda record: record, None)
    if not answered(store):
        return FAILED
    pieces = _csv(there) if as_csv else _json(there)
    target = None if options.output is None else Path(options.output)
    if target is not None and is_ours(store.folder, target):
        raise Failure(f"{escaped(options.output)} is the record itself: name another file", WRONG_USAGE)
    before = target is not None and target.exists()
    try:
        if target is None:
            out.writelines(piece.decode() for piece in pieces)
            return 0
        _write(target, pieces)
    except sqlite3.Error as error:
        raise Failure(f"the record cannot be read to its end: {error}", FAILED) from None
    out.write(f"Written: {escaped(str(target))}{' (in place of the one before)' if before else ''}.\n")
    return 0


def _json(record: sqlite3.Connection | None) -> Iterator[bytes]:
    return iter([_EMPTY]) if record is None else written(record)


def _csv(record: sqlite3.Connection | None) -> Iterator[bytes]:
    yield _line(COLUMNS)
    for session in () if record is None else sessions(record):
        yield _line(_values(session))


def _values(session: SessionData) -> tuple[object, ...]:
    numbers = {
        outcome: {row.number for row in session.rows if row.outcome == outcome} for outcome in ("done", "skipped")
    }
    return (
        session.started,
        day_written(session.day),
        _safe(session.routine),
        _safe(session.title),
        session.outcome,
        session.speed,
        seconds(session.spent),
        session.steps,
        len(numbers["done"]),
        len(numbers["skipped"]),
        sum(row.hurt for row in session.rows),
        session.pain_before,
        session.stiffness_before,
        session.stress_before,
        session.pain_after,
        session.stiffness_after,
        session.stress_after,
    )


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _line(values: tuple[object, ...]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(["" if value is None else value for value in values])
    return line.getvalue().encode()


def _write(target: Path, pieces: Iterator[bytes]) -> None:
    """Write a file whole, and put it in its place at once. Raises `Failure`."""
    beside = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        make_private(beside)
        with beside.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Failure(f"{escaped(str(target))} cannot be written: {error.strerror or error}", FAILED) from None
