"""`relaxtimer remind`: printed; installed and taken away where a platform is told to."""

from __future__ import annotations

import os
import stat
from importlib.util import find_spec
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.values import time_of_day, weekdays
from relaxtimer.core.reminders.reminder import NAME, WORDS
from tests.cli.saying import Said


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("systemd", "OnCalendar=Mon,Wed *-*-* 15:00:00"),
        ("launchd", "<key>Weekday</key>"),
        ("cron", "0 15 * * 1,3 "),
        ("ics", "BYDAY=MO,WE"),
    ],
)
def test_it_is_printed_and_nothing_is_installed(capsys: Said, kind: str, words: str) -> None:
    assert main(["remind", "--as", kind, "--at", "15:00", "--days", "mon,wed"]) == 0
    said = capsys.readouterr()
    assert words in said.out
    assert ("Nothing was installed." in said.err) is (kind != "ics")


def test_what_the_platform_runs_says_it_now(capsys: Said) -> None:
    assert main(["remind", "--now"]) == 0
    assert WORDS in capsys.readouterr().out


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A systemctl that writes down what it is told, and a configuration of its own."""
    told = tmp_path / "told"
    program = tmp_path / "bin" / "systemctl"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$@" >>{told}\ncase "$@" in *"${{REFUSES:-nothing}}"*) exit 1;; esac\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


def test_it_is_installed_on_request_and_taken_away_again(system: Path, capsys: Said) -> None:
    units = system / "config" / "systemd" / "user"
    assert main(["remind", "--as", "systemd", "--install"]) == 0
    said = capsys.readouterr()
    assert "at 12:30 on mon, tue, wed, thu, fri" in said.out
    assert "takes it away" in said.out
    assert ("pip install desktop-notifier" in said.err) is (find_spec("desktop_notifier") is None)
    assert sorted(file.name for file in units.iterdir()) == [f"{NAME}.service", f"{NAME}.timer"]
    begun = [f"--user {words}" for words in ("daemon-reload", f"enable {NAME}.timer", f"restart {NAME}.timer")]
    assert (system / "told").read_text().splitlines() == begun
    assert main(["remind", "--as", "systemd", "--remove"]) == 0
    assert list(units.iterdir()) == []
    assert f"--user disable --now {NAME}.timer" in (system / "told").read_text()
    capsys.readouterr()
    assert main(["remind", "--as", "systemd", "--remove"]) == 0
    assert "There is no reminder" in capsys.readouterr().out


def test_of_a_system_that_refuses_nothing_is_left(system: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    units = system / "config" / "systemd" / "user"
    monkeypatch.setenv("REFUSES", "daemon-reload")
    assert main(["remind", "--as", "systemd", "--install"]) == 1
    said = capsys.readouterr().err
    assert "daemon-reload failed" in said
    assert "Nothing was installed." in said
    assert "--as cron" in said
    assert list(units.iterdir()) == []


def test_what_was_enabled_before_the_system_refused_is_ended_again(
    system: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setenv("REFUSES", "restart")
    assert main(["remind", "--as", "systemd", "--install"]) == 1
    assert "restart" in capsys.readouterr().err
    told = (system / "told").read_text().splitlines()
    assert told[-2:] == [f"--user disable --now {NAME}.timer", "--user daemon-reload"]
    assert list((system / "config" / "systemd" / "user").iterdir()) == []


def test_where_another_time_is_refused_the_one_before_stays(
    system: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    timer = system / "config" / "systemd" / "user" / f"{NAME}.timer"
    main(["remind", "--as", "systemd", "--install", "--at", "7:30"])
    monkeypatch.setenv("REFUSES", "daemon-reload")
    assert main(["remind", "--as", "systemd", "--install", "--at", "8:30"]) == 1
    assert "07:30:00" in timer.read_text()
    assert "failed" in capsys.readouterr().err


def test_what_relaxtimer_does_not_install_is_told(capsys: Said) -> None:
    assert main(["remind", "--as", "cron", "--install"]) == 1
    assert "cron is not installed by relaxtimer" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(system: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    (system / "file").touch()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(system / "file"))
    assert main(["remind", "--as", "systemd", "--install"]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon-fri", (0, 1, 2, 3, 4)),
        ("daily", (0, 1, 2, 3, 4, 5, 6)),
        ("sat-mon", (0, 5, 6)),
        ("Fri", (4,)),
        ("mon, wed", (0, 2)),
    ],
)
def test_days_are_read_as_they_are_written(text: str, days: tuple[int, ...]) -> None:
    assert weekdays(text) == days


def test_times_are_read_as_they_are_written() -> None:
    assert time_of_day("7:05") == (7, 5)


@pytest.mark.parametrize("arguments", [["--at", "25:00"], ["--at", "noon"], ["--at", "7:5x"], ["--days", "someday"]])
def test_what_is_no_time_and_no_day_is_told(arguments: list[str], capsys: Said) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["remind", *arguments])
    assert ended.value.code == 2
    assert "expected" in capsys.readouterr().err
