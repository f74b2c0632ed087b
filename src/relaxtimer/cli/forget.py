"""`relaxtimer forget`: one session, or everything, taken away for good."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from relaxtimer.cli.failure import FAILED, WRONG_USAGE, Failure
from relaxtimer.cli.own_record import answered, own_record
from relaxtimer.folders import folders
from relaxtimer.notation.characters import escaped
from relaxtimer.record.opening import FILE
from relaxtimer.record.store import NotSavedError, Store


def forget(options: argparse.Namespace, out: TextIO) -> int:
    """Take away what is named, after asking. Raises `Failure` where there is no such thing, or nobody to ask."""
    if options.all == (options.session is not None):
        raise Failure("expected the number of a session (`relaxtimer history` shows them), or --all", WRONG_USAGE)
    if options.all:
        return _all(options, out)
    store = own_record()
    found = store.ask(
        lambda record: record.execute("SELECT title, started FROM session WHERE id = ?", (options.session,)).fetchone(),
        None,
    )
    if found is None:
        if not answered(store):
            return FAILED
        raise Failure(f"there is no session {options.session}; `relaxtimer history` shows them", WRONG_USAGE)
    title, started = found
    if not _sure(f"Forget {escaped(title)} of {started[:16].replace('T', ' ')}?", options):
        out.write("Nothing was forgotten.\n")
        return 0
    _one(store, options.session)
    out.write("Forgotten.\n")
    return 0


def _one(store: Store, number: int) -> None:
    try:
        with store.writing() as record:
            record.execute("DELETE FROM session WHERE id = ?", (number,))
        # What was written stands in the journal until that is taken over.
        store.ask(lambda record: record.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall(), None)
    except NotSavedError as error:
        raise Failure(f"nothing was forgotten: {error}", FAILED) from None


def _all(options: argparse.Namespace, out: TextIO) -> int:
    folder = folders().record
    files = list(_files(folder))
    if not files:
        out.write("Nothing is recorded.\n")
        return 0
    if not _sure(f"Forget every session, rating and answer in {escaped(str(folder))}?", options):
        out.write("Nothing was forgotten.\n")
        return 0
    try:
        for file in files:
            with suppress(FileNotFoundError):
                file.unlink()
    except OSError as error:
        raise Failure(f"{escaped(str(error.filename))} cannot be taken away: {error.strerror}", FAILED) from None
    out.write(f"Forgotten: {', '.join(escaped(file.name) for file in files)}. Your routines and settings stay.\n")
    return 0


def _files(folder: Path) -> Iterator[Path]:
    """Yield the record with all that belongs to it, also what was set aside or copied before an update."""
    if folder.is_dir():
        for file in sorted(folder.iterdir()):
            ours = file.name.startswith((FILE, "record.damaged-", "record.before-version-", "record.backup-"))
            if file.is_file() and (ours or (file.name.startswith("session-") and file.suffix == ".lock")):
                yield file


def _sure(question: str, options: argparse.Namespace) -> bool:
    """Ask; where nobody can answer, `--yes` has to be given. Raises `Failure` without it."""
    if options.yes:
        return True
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise Failure("nobody is there to ask whether you are sure: add --yes", WRONG_USAGE)
    sys.stderr.write(f"{question} There is no way back. [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
