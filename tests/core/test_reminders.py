"""Reminders as each platform keeps them."""

from __future__ import annotations

import plistlib
import shlex

import pytest

from relaxtimer.core.reminders.reminder import WORDS, Reminder
from relaxtimer.core.reminders.texts import calendar_event, cron, launchd, systemd_service, systemd_timer

COMMAND = ('/home/an na/100%/$x/it\'s "it" & <co>', "remind", "--now")
WEEKDAYS = Reminder(7, 5, (0, 1, 2, 3, 4), COMMAND)
DAILY = Reminder(23, 59, tuple(range(7)), ("relaxtimer", "remind", "--now"))


def test_a_systemd_timer_says_when_and_its_service_what() -> None:
    assert "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 07:05:00\n" in systemd_timer(WEEKDAYS)
    assert "OnCalendar=*-*-* 23:59:00\n" in systemd_timer(DAILY)
    assert r'ExecStart="/home/an na/100%%/$$x/it' in systemd_service(WEEKDAYS)
    assert r'\"it\" & <co>" "remind" "--now"' in systemd_service(WEEKDAYS)


def test_a_launchd_agent_has_the_very_words_and_times() -> None:
    agent = plistlib.loads(launchd(WEEKDAYS).encode())
    assert tuple(agent["ProgramArguments"]) == COMMAND
    assert agent["StartCalendarInterval"][0] == {"Weekday": 1, "Hour": 7, "Minute": 5}
    assert len(agent["StartCalendarInterval"]) == 5


def test_a_cron_line_is_one_line_that_a_shell_reads_as_it_was_meant() -> None:
    minute, hour, _, _, days, command = cron(WEEKDAYS).rstrip("\n").split(" ", 5)
    assert (minute, hour, days) == ("5", "7", "1,2,3,4,5")
    assert tuple(shlex.split(command.replace("\\%", "%"))) == COMMAND
    assert cron(DAILY).split(" ", 5)[4] == "*"


def test_an_event_repeats_with_an_alarm() -> None:
    event = calendar_event(WEEKDAYS, "20261123")
    assert "DTSTART:20261123T070500\r\n" in event
    assert "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\r\n" in event
    assert event.count(WORDS) == 2
    assert all(len(line) <= 75 for line in event.splitlines())


@pytest.mark.parametrize(
    ("hour", "minute", "days"), [(24, 0, (0,)), (0, 60, (0,)), (0, 0, ()), (0, 0, (7,)), (-1, 0, (0,))]
)
def test_what_no_clock_shows_is_refused(hour: int, minute: int, days: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="time of the day"):
        Reminder(hour, minute, days, ("x",))
