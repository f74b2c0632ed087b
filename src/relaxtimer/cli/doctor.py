"""`relaxtimer doctor`: versions, folders, terminal, sound and voice: what works here, what does not, and the fix."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from msgspec import Struct, to_builtins

from relaxtimer import __version__
from relaxtimer.awake import way
from relaxtimer.cli.failure import Failure
from relaxtimer.cli.hearing import Hearing, hearing_by, hearing_of, opening_of
from relaxtimer.cli.layout import indented, width_of
from relaxtimer.cli.own_record import own_record
from relaxtimer.cli.settings_file import own_settings, settings_path
from relaxtimer.folders import HOME, folders
from relaxtimer.library.library import Library
from relaxtimer.notation.characters import escaped
from relaxtimer.record.opening import FILE
from relaxtimer.record.reports import totals
from relaxtimer.resources import ResourceNotFoundError, bundled
from relaxtimer.settings.settings import Settings
from relaxtimer.sound.trial import Trial
from relaxtimer.terminal import no_colour, why_plain

_NAMES = 10


class Finding(Struct, frozen=True):
    """One thing that was looked at: whether it works, what it is, and what to do where it does not.

    `found` may have several lines, each a thing of its own.
    """

    name: str
    works: bool
    found: str
    fix: str = ""


def doctor(options: argparse.Namespace, out: TextIO) -> int:
    """Look at everything, and tell. Exit status 0 whatever is found: nothing failed in looking."""
    findings = [*_program(), *_files(), *_terminal(), *_awake(), *_sound()]
    if options.json:
        json.dump({"version": __version__, "findings": to_builtins(findings)}, out, indent=2)
        out.write("\n")
        return 0
    width = width_of(out)
    for finding in findings:
        start = f"{'ok ' if finding.works else 'NO '} {finding.name:{_NAMES}} "
        below = " " * len(start)
        first, *others = (escaped(line) for line in (*finding.found.split("\n"), finding.fix) if line)
        out.write(f"{indented(first, width, start, below)}\n")
        out.writelines(f"{indented(line, width, below, below)}\n" for line in others)
    return 0


def _program() -> Iterator[Finding]:
    yield Finding(
        "relaxtimer",
        works=True,
        found=f"{__version__} with Python {platform.python_version()} on {platform.platform(terse=True)}",
    )
    for folder in ("routines", "sounds"):
        try:
            yield Finding(folder, works=True, found=f"relaxtimer's own {folder} in {bundled(folder)}")
        except ResourceNotFoundError as error:
            yield Finding(folder, works=False, found=str(error), fix="Install relaxtimer again.")


def _files() -> Iterator[Finding]:
    own = folders()
    where = f" ({HOME})" if os.environ.get(HOME) else ""
    notices = tuple(Library().notices)
    found = f"your own in {own.routines}{where}{'' if own.routines.is_dir() else ', which is not there yet'}"
    yield Finding(
        "library",
        works=not notices,
        found="\n".join([found, *notices]),
        fix="" if not notices else "`relaxtimer check` tells what is wrong in a file.",
    )
    for name, folder in (("settings", settings_path()), ("record", own.record), ("cache", own.cache)):
        if name == "settings" and (wrong := _wrong_settings()):
            yield Finding(name, works=False, found=wrong, fix="Until that is mended, no session starts.")
        elif _writable(folder if name != "settings" else folder.parent):
            yield _record() if name == "record" else Finding(name, works=True, found=str(folder))
        else:
            yield Finding(
                name,
                works=False,
                found=f"{folder} cannot be written",
                fix="Make the folder yours, or set RELAXTIMER_HOME to one that is.",
            )


def _wrong_settings() -> str:
    """Give what is wrong in the settings, or nothing."""
    try:
        own_settings()
    except Failure as failure:
        return failure.message
    return ""


def _record() -> Finding:
    store = own_record()
    counted = store.ask(totals, None)
    if counted is not None:
        store.usable()
    file, wrong = store.folder / FILE, store.news()
    if wrong:
        return Finding(
            "record",
            works=False,
            found="\n".join((str(file), *wrong)),
            fix="" if counted else "What was set aside is kept.",
        )
    if counted is None:
        return Finding("record", works=True, found=f"{file}, which is not there yet")
    told = f"{counted.sessions:,} session{'' if counted.sessions == 1 else 's'}"
    return Finding("record", works=True, found=f"{file}: {told}, all on this machine")


def _writable(folder: Path) -> bool:
    """Tell whether a folder can be written to, or made."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), None)
    return there is not None and there.is_dir() and os.access(there, os.W_OK)


def _terminal() -> Iterator[Finding]:
    reason = why_plain(os.environ, sys.stdin, sys.stdout, sys.stderr)
    if reason is not None:
        yield Finding(
            "terminal",
            works=False,
            found=f"lines instead of the screen: {reason}",
            fix="Run it in a terminal of its own.",
        )
        return
    size = os.get_terminal_size(sys.stdout.fileno())
    colours = (
        "no colours (NO_COLOR)" if no_colour(os.environ) else os.environ.get("COLORTERM") or "256 colours or fewer"
    )
    yield Finding("terminal", works=True, found=f"{os.environ.get('TERM', '')}, {size.columns}x{size.lines}, {colours}")


def _awake() -> Iterator[Finding]:
    found = way()
    if found:
        yield Finding("awake", works=True, found=f"kept awake while a session runs, by {found}")
        return
    yield Finding(
        "awake",
        works=False,
        found="nothing here can keep the machine and its screen awake while a session runs",
        fix="Have the system switch its screen off later; a session that slept comes back paused.",
    )


def _sound() -> Iterator[Finding]:
    nothing = argparse.Namespace(sound_output=None, volume=None, profile=None, bed=None, voice=None)
    try:
        hearing = hearing_of(nothing)
    except Failure as failure:
        if not _wrong_settings():
            yield Finding("sound", works=False, found=failure.message)
            return
        # What is wrong there is told above: what the machine can do is still worth knowing.
        hearing = hearing_by(Settings())
    if hearing.output in {"bell", "none"}:
        yield Finding("sound", works=True, found=f"{hearing.output}, as the settings have it")
        return
    try:
        with Trial(opening_of(hearing, muted=True)) as trial:
            trial.examine()
            if not trial.knows_voice:
                sys.stderr.write("relaxtimer: the voice takes its time: half a minute at most\n")
                trial.examine_voice()
    except OSError as error:
        yield Finding(
            "sound",
            works=False,
            found=f"no process can be started: {error.strerror}",
            fix="The bell rings and the screen flashes instead.",
        )
        return
    yield _output(trial)
    yield _voice(trial, hearing)


def _output(trial: Trial) -> Finding:
    if trial.opened is None:
        why = trial.lost.why if trial.lost else "the player process does not answer"
        fix = "Turn a device on, or start the sound server: a session finds it, and rings and flashes until then."
        return Finding("sound", works=False, found=f"nothing to play to: {why}", fix=fix)
    found = f"{trial.opened.output}, to {trial.opened.device or 'the device of the system'}"
    return Finding(
        "sound", works=True, found="\n".join([found, *trial.opened.missed]), fix="`relaxtimer sound-test` plays it."
    )


def _voice(trial: Trial, hearing: Hearing) -> Finding:
    if trial.voice is None or not trial.voice.engine:
        missed = trial.voice.missed if trial.voice else ("none has answered in half a minute",)
        fix = "Install espeak-ng, or `pip install espeakng-loader`. Until then the words are shown."
        return Finding("voice", works=False, found="\n".join(missed) or "none was found", fix=fix)
    off = "" if hearing.speaking else ", off in the settings"
    return Finding(
        "voice",
        works=True,
        found="\n".join([f"{trial.voice.engine}{off}", *trial.voice.missed]),
        fix="`relaxtimer voices` lists all.",
    )
