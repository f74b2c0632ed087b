"""A reminder as a systemd user timer, a launchd agent, a line of cron, or an event of a calendar."""

from __future__ import annotations

from xml.sax.saxutils import escape

from relaxtimer.core.reminders.reminder import DAYS, NAME, WORDS, Reminder

_CALENDAR_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def systemd_service(reminder: Reminder) -> str:
    """Give the unit that tells it once."""
    command = " ".join(_systemd_word(word) for word in reminder.command)
    return f"[Unit]\nDescription=Remind of relaxtimer\n\n[Service]\nType=oneshot\nExecStart={command}\n"


def systemd_timer(reminder: Reminder) -> str:
    """Give the unit that says when; what was missed while the machine was off is not made up for."""
    days = "" if reminder.every_day else f"{','.join(DAYS[day].capitalize() for day in reminder.days)} "
    return (
        f"[Unit]\nDescription=When to remind of relaxtimer\n\n[Timer]\nOnCalendar={days}*-*-* {reminder.time}:00\n"
        "\n[Install]\nWantedBy=timers.target\n"
    )


def _systemd_word(word: str) -> str:
    """Quote a word for ExecStart, in which % and $ mean something too."""
    quoted = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{quoted}"'


def launchd(reminder: Reminder) -> str:
    """Give the property list of an agent."""
    words = "\n".join(f"    <string>{escape(word)}</string>" for word in reminder.command)
    times = "\n".join(
        f"    <dict><key>Weekday</key><integer>{day + 1}</integer>"
        f"<key>Hour</key><integer>{reminder.hour}</integer><key>Minute</key><integer>{reminder.minute}</integer></dict>"
        for day in reminder.days
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n'
        '<plist version="1.0">\n<dict>\n'
        f"  <key>Label</key><string>{NAME}</string>\n"
        f"  <key>ProgramArguments</key>\n  <array>\n{words}\n  </array>\n"
        f"  <key>StartCalendarInterval</key>\n  <array>\n{times}\n  </array>\n"
        "</dict>\n</plist>\n"
    )


def cron(reminder: Reminder) -> str:
    """Give a line for `crontab -e`; a percent sign in it would end the command."""
    days = "*" if reminder.every_day else ",".join(str(day + 1) for day in reminder.days)
    command = " ".join(_shell_word(word) for word in reminder.command).replace("%", "\\%")
    return f"{reminder.minute} {reminder.hour} * * {days} {command}\n"


def _shell_word(word: str) -> str:
    return "'" + word.replace("'", "'\\''") + "'"


def calendar_event(reminder: Reminder, first: str) -> str:
    """Give an event that repeats, with an alarm, for any calendar; `first` is the first day, such as 20261123."""
    days = ",".join(_CALENDAR_DAYS[day] for day in reminder.days)
    start = f"{first}T{reminder.hour:02}{reminder.minute:02}00"
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//relaxtimer//reminder//EN", "BEGIN:VEVENT"),
        *(f"UID:{NAME}@localhost", f"DTSTAMP:{start}Z", f"DTSTART:{start}", "DURATION:PT15M"),
        *(f"RRULE:FREQ=WEEKLY;BYDAY={days}", f"SUMMARY:{WORDS}"),
        *("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{WORDS}", "TRIGGER:PT0M", "END:VALARM"),
        *("END:VEVENT", "END:VCALENDAR"),
    )
    return "".join(f"{line}\r\n" for line in lines)
