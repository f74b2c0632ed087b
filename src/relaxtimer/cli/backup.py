"""`relaxtimer backup`: a copy of the record, whole and consistent also while a session is being written."""

from __future__ import annotations

import argparse
import sqlite3
from pathlib import Path
from typing import TextIO

from relaxtimer.cli.failure import FAILED, WRONG_USAGE, Failure
from relaxtimer.cli.own_record import answered, own_record
from relaxtimer.notation.characters import escaped
from relaxtimer.record.clock import now
from relaxtimer.record.opening import FILE, DamagedError, backed_up, is_damage, is_ours, why


def backup(options: argparse.Namespace, out: TextIO) -> int:
    """Copy the record. Raises `Failure` where there is none, or the copy cannot be written."""
    store = own_record()
    record = store.ask(lambda connection: connection, None)
    if not answered(store):
        return FAILED
    if record is None:
        raise Failure("there is nothing to copy: nothing was recorded yet", FAILED)
    name = f"record.backup-{now():%Y%m%d-%H%M%S}.sqlite3"
    target = store.folder / name if options.output is None else Path(options.output)
    if is_ours(store.folder, target):
        raise Failure(f"{escaped(str(target))} is the record itself: name another file", WRONG_USAGE)
    if target.is_dir():
        raise Failure(f"{escaped(str(target))} is a folder: name a file in it", WRONG_USAGE)
    before = target.exists()
    try:
        backed_up(record, target, checked=True)
    except OSError as error:
        raise Failure(f"{escaped(str(target))} cannot be written: {error.strerror or error}", FAILED) from None
    except DamagedError as error:
        raise _damaged(store.folder / FILE, error) from None
    except sqlite3.Error as error:
        if is_damage(error):
            raise _damaged(store.folder / FILE, error) from None
        reason = why(error, target.parent, copy=True)
        raise Failure(f"{escaped(str(target))} cannot be written: {reason}", FAILED) from None
    replaced = " (in place of the one before)" if before else ""
    out.write(f"Written: {escaped(str(target))}{replaced}. `relaxtimer import` reads it into a record.\n")
    return 0


def _damaged(file: Path, error: Exception) -> Failure:
    kept = "No copy was made, and a copy of before stays as it is"
    return Failure(f"{escaped(str(file))} is damaged: {escaped(str(error))}. {kept}.", FAILED)
