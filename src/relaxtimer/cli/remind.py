"""`relaxtimer remind`: a reminder as this platform keeps it, printed, or installed and taken away on request."""

from __future__ import annotations

import argparse
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TextIO

from relaxtimer.cli.installing import install, remove, units
from relaxtimer.core.reminders.reminder import WORDS, Reminder
from relaxtimer.core.reminders.texts import calendar_event, cron, launchd, systemd_service, systemd_timer
from relaxtimer.notation.characters import escaped
from relaxtimer.record.clock import now

_UNSEEN = (
    "A notification on the desktop takes one more package: pip install desktop-notifier. "
    "Without it the reminder is a line where the system keeps what such programs say."
)


def remind(options: argparse.Namespace, out: TextIO) -> int:
    """Print a reminder, install it, take it away, or tell it now. Raises `Failure` where that is not possible."""
    if options.now:
        return _tell(out)
    kind = options.kind or _own_kind()
    if options.remove:
        return _removed(kind, out)
    hour, minute = options.at
    reminder = Reminder(hour, minute, options.days, (*_program(), "remind", "--now"))
    if options.install:
        return _installed(kind, reminder, out)
    out.write(_text(kind, reminder))
    if kind != "ics":
        sys.stderr.write(f"Nothing was installed. {_HOW[kind]}\n")
        _say_what_is_seen()
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
            service, timer = (escaped(str(path)) for path in units())
            return f"# {service}\n{systemd_service(reminder)}\n# {timer}\n{systemd_timer(reminder)}"
        case "launchd":
            return launchd(reminder)
        case "cron":
            return cron(reminder)
        case _:
            return calendar_event(reminder, f"{now():%Y%m%d}")


def _installed(kind: str, reminder: Reminder, out: TextIO) -> int:
    files = install(kind, reminder)
    out.write(f"Installed: {', '.join(escaped(str(path)) for path in files)}.\n")
    out.write(f"It reminds you {reminder.when}; it never starts anything.\n")
    out.write("`relaxtimer remind --remove` takes it away.\n")
    _say_what_is_seen()
    return 0


def _removed(kind: str, out: TextIO) -> int:
    files = remove(kind)
    if not files:
        out.write("There is no reminder that relaxtimer has installed.\n")
    else:
        out.write(f"Taken away: {', '.join(escaped(str(path)) for path in files)}.\n")
    return 0


def _say_what_is_seen() -> None:
    if find_spec("desktop_notifier") is None:
        sys.stderr.write(f"{_UNSEEN}\n")


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
