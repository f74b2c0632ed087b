"""`relaxtimer remind`: a reminder as this platform keeps it, printed, or installed and taken away on request."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TextIO

from relaxtimer.cli.failure import FAILED, Failure
from relaxtimer.core.reminders.reminder import NAME, WORDS, Reminder
from relaxtimer.core.reminders.texts import calendar_event, cron, launchd, systemd_service, systemd_timer
from relaxtimer.notation.characters import escaped
from relaxtimer.record.clock import now

# Seconds that the system's own command may take.
_PATIENCE = 20


def remind(options: argparse.Namespace, out: TextIO) -> int:
    """Print a reminder, install it, take it away, or tell it now. Raises `Failure` where that is not possible."""
    if options.now:
        return _tell(out)
    kind = options.kind or _own_kind()
    if options.remove:
        return _remove(kind, out)
    hour, minute = options.at
    reminder = Reminder(hour, minute, options.days, (*_program(), "remind", "--now"))
    if options.install:
        return _install(kind, reminder, out)
    out.write(_text(kind, reminder))
    if kind != "ics":
        sys.stderr.write(f"Nothing was installed. {_HOW[kind]}\n")
    return 0


_HOW = {
    "systemd": "`relaxtimer remind --install` does it, and `relaxtimer remind --remove` takes it away.",
    "launchd": "`relaxtimer remind --install` does it, and `relaxtimer remind --remove` takes it away.",
    "cron": "Put the line into `crontab -e`; take it out there too.",
}


def _own_kind() -> str:
    if sys.platform == "darwin":
        return "launchd"
    if sys.platform == "win32":
        return "ics"
    return "systemd" if shutil.which("systemctl") else "cron"


def _program() -> tuple[str, ...]:
    beside = Path(sys.executable).with_name("relaxtimer")
    return (str(beside),) if beside.exists() else (sys.executable, "-m", "relaxtimer")


def _text(kind: str, reminder: Reminder) -> str:
    match kind:
        case "systemd":
            service, timer = (escaped(str(path)) for path in _units())
            return f"# {service}\n{systemd_service(reminder)}\n# {timer}\n{systemd_timer(reminder)}"
        case "launchd":
            return launchd(reminder)
        case "cron":
            return cron(reminder)
        case _:
            return calendar_event(reminder, f"{now():%Y%m%d}")


def _units() -> tuple[Path, Path]:
    """Give where the units of a user are: the service and its timer."""
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"
    return folder / f"{NAME}.service", folder / f"{NAME}.timer"


def _agent() -> Path:
    return Path.home() / "Library" / "LaunchAgents" / f"{NAME}.plist"


def _install(kind: str, reminder: Reminder, out: TextIO) -> int:
    match kind:
        case "systemd":
            service, timer = _units()
            files = {service: systemd_service(reminder), timer: systemd_timer(reminder)}
            commands = [
                ["systemctl", "--user", "daemon-reload"],
                ["systemctl", "--user", "enable", "--now", timer.name],
            ]
        case "launchd":
            files = {_agent(): launchd(reminder)}
            commands = [["launchctl", "load", "-w", str(_agent())]]
        case _:
            raise Failure(f"{kind} is not installed by relaxtimer: without --install it is printed", FAILED)
    for path, text in files.items():
        _write(path, text)
    for command in commands:
        _run(command)
    out.write(f"Installed: {', '.join(escaped(str(path)) for path in files)}.\n")
    out.write("It reminds you; it never starts anything. relaxtimer remind --remove takes it away.\n")
    return 0


def _remove(kind: str, out: TextIO) -> int:
    files = _units() if kind == "systemd" else (_agent(),) if kind == "launchd" else ()
    there = [path for path in files if path.exists()]
    if not there:
        out.write("There is no reminder that relaxtimer has installed.\n")
        return 0
    if kind == "systemd":
        _run(["systemctl", "--user", "disable", "--now", f"{NAME}.timer"], must=False)
    else:
        _run(["launchctl", "unload", "-w", str(_agent())], must=False)
    for path in there:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise Failure(f"{escaped(str(path))} cannot be taken away: {error.strerror}", FAILED) from None
    out.write(f"Taken away: {', '.join(escaped(str(path)) for path in there)}.\n")
    return 0


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Failure(f"{escaped(str(path))} cannot be written: {error.strerror}", FAILED) from None


def _run(command: list[str], *, must: bool = True) -> None:
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


def _tell(out: TextIO) -> int:
    """Show a notification on the desktop, where the extra for that is installed; else a line."""
    try:
        from desktop_notifier.sync import DesktopNotifierSync
    except ImportError:
        out.write(f"{WORDS}\n")
        return 0
    try:
        DesktopNotifierSync(app_name="relaxtimer").send(title="relaxtimer", message=WORDS)
    except Exception as error:  # noqa: BLE001 - whatever a desktop has against it, the line is there
        sys.stderr.write(f"relaxtimer: no notification could be shown: {escaped(str(error))}\n")
        out.write(f"{WORDS}\n")
    return 0
