"""Installing a reminder where the platform keeps it, and taking it away again: nothing is left of what failed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from relaxtimer.cli.failure import FAILED, Failure
from relaxtimer.core.reminders.reminder import NAME, Reminder
from relaxtimer.core.reminders.texts import launchd, systemd_service, systemd_timer
from relaxtimer.notation.characters import escaped

# Seconds that the system's own command may take.
_PATIENCE = 20
_TIMER = f"{NAME}.timer"
_OTHERWISE = "`relaxtimer remind --as cron` prints a line for cron instead, `--as ics` an event for a calendar."


def units() -> tuple[Path, Path]:
    """Give where the units of a user are: the service and its timer."""
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"
    return folder / f"{NAME}.service", folder / _TIMER


def _agent() -> Path:
    return Path.home() / "Library" / "LaunchAgents" / f"{NAME}.plist"


def install(kind: str, reminder: Reminder) -> tuple[Path, ...]:
    """Install a reminder, in place of the one before; give its files. Raises `Failure`, and nothing is changed then."""
    match kind:
        case "systemd":
            service, timer = units()
            files = {service: systemd_service(reminder), timer: systemd_timer(reminder)}
            # One that runs already goes by its new times only once it is begun again.
            commands = (["daemon-reload"], ["enable", _TIMER], ["restart", _TIMER])
            begin: Sequence[list[str]] = [["systemctl", "--user", *words] for words in commands]
        case "launchd":
            files = {_agent(): launchd(reminder)}
            begin = [["launchctl", "load", "-w", str(_agent())]]
        case _:
            raise Failure(f"{kind} is not installed by relaxtimer: without --install it is printed", FAILED)
    before = {path: _content(path) for path in files}
    if kind == "launchd" and any(before.values()):
        _end(kind)
    try:
        for path, text in files.items():
            _write(path, text.encode())
        for command in begin:
            _run(command)
    except Failure as failure:
        # What was begun is ended while its files are still there.
        if not any(before.values()):
            _end(kind)
        for path, content in before.items():
            _restore(path, content)
        for command in begin if any(before.values()) else _FORGET[kind]:
            _run(command, must=False)
        raise Failure(f"{failure.message}\nNothing was installed. {_OTHERWISE}", failure.status) from None
    return tuple(files)


def remove(kind: str) -> tuple[Path, ...]:
    """Take away what was installed; give its files, none where there was nothing. Raises `Failure`."""
    files = units() if kind == "systemd" else (_agent(),) if kind == "launchd" else ()
    there = tuple(path for path in files if path.exists())
    if not there:
        return ()
    _end(kind)
    for path in there:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise Failure(f"{escaped(str(path))} cannot be taken away: {error.strerror}", FAILED) from None
    for command in _FORGET[kind]:
        _run(command, must=False)
    return there


# What has the system forget files that are gone.
_FORGET: dict[str, tuple[list[str], ...]] = {"systemd": (["systemctl", "--user", "daemon-reload"],), "launchd": ()}


def _end(kind: str) -> None:
    """End the reminder that is installed, whose files are still there."""
    if kind == "systemd":
        _run(["systemctl", "--user", "disable", "--now", _TIMER], must=False)
    else:
        _run(["launchctl", "unload", "-w", str(_agent())], must=False)


def _content(path: Path) -> bytes | None:
    """Give what a file holds; `None` where there is none. Raises `Failure` where it cannot be read."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise Failure(f"{escaped(str(path))} cannot be read: {error.strerror}", FAILED) from None


def _restore(path: Path, content: bytes | None) -> None:
    try:
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)
    except OSError:
        # What could not be written is told already, and was not changed then.
        return


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise Failure(f"{escaped(str(path))} cannot be written: {error.strerror}", FAILED) from None


def _run(command: Sequence[str], *, must: bool = True) -> None:
    """Run a command of the system. Raises `Failure` where it fails and `must` not."""
    try:
        done = subprocess.run(  # noqa: S603 - the words are ours
            command, check=False, capture_output=True, encoding="utf-8", errors="replace", timeout=_PATIENCE
        )
        why = done.stderr.strip() if done.returncode else ""
        failed = done.returncode != 0
    except (OSError, subprocess.TimeoutExpired) as error:
        failed, why = True, str(error)
    if failed and must:
        raise Failure(f"{' '.join(command)} failed: {escaped(why)}", FAILED)
