from __future__ import annotations

import gc
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from relaxtimer import cli
from relaxtimer.cli import main
from relaxtimer.resources import bundled
from tests.conftest import need
from tests.library.folders import routine_text, write_routine


def relaxtimer(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "relaxtimer", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        cwd=home,
        timeout=60,
    )


def test_a_failure_is_one_message_on_standard_error(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "lower-bck"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("relaxtimer: there is no routine 'lower-bck'; did you mean lower-back?")
    assert home.exists()


def test_a_routine_runs_to_its_end_in_a_pipe(home: Path) -> None:
    done = relaxtimer("lower-back", "--speed", "1000", home=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Lines of text instead of the screen: standard input is no terminal." in done.stdout
    assert "Step 11 of 11: Constructive rest." in done.stdout


def test_asking_for_plain_lines_needs_no_reason(home: Path) -> None:
    done = relaxtimer("lower-back", "--plain", "--speed", "1000", "--from", "11", home=home)
    assert "instead of the screen" not in done.stdout
    assert "Step 10" not in done.stdout


def test_a_session_can_start_at_a_step_and_be_fitted(home: Path) -> None:
    done = relaxtimer("lower-back", "--plain", "--speed", "1000", "--minutes", "6", "--from", "pelvic-tilt", home=home)
    assert "Fitted to 6 minutes" in done.stdout
    assert "knuckle glide." not in done.stdout


def test_the_right_side_can_come_first(home: Path) -> None:
    done = relaxtimer("lower-back-quick", "--plain", "--speed", "1000", "--first-side", "right", home=home)
    assert "Right side first." in done.stdout


def test_nothing_but_the_name_lists_the_routines_where_no_screen_can_be(home: Path) -> None:
    done = relaxtimer(home=home)
    assert done.returncode == 0
    assert "lower-back" in done.stdout


def test_a_reader_that_leaves_early_is_no_fault(home: Path) -> None:
    done = subprocess.run(
        ["/bin/bash", "-c", 'set -o pipefail; "$0" -m relaxtimer schema | head -n 1', sys.executable],
        capture_output=True,
        text=True,
        check=False,
        cwd=home,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_defect_is_told_in_words_and_not_as_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_arguments: list[str]) -> int:
        raise ValueError("odd \x1b[2J")

    monkeypatch.setattr(cli, "_run", broken)
    monkeypatch.delenv("RELAXTIMER_TRACEBACK", raising=False)
    assert main(["list"]) == 1
    said = capsys.readouterr().err
    assert "a defect of the program" in said
    assert "Traceback" not in said
    assert "\x1b" not in said
    monkeypatch.setenv("RELAXTIMER_TRACEBACK", "1")
    assert main(["list"]) == 1
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (OSError(28, "No space left on device", "file"), 1, "relaxtimer: No space left on device: 'file'\n"),
        (OSError("strange"), 1, "relaxtimer: strange\n"),
    ],
)
def test_what_the_system_refuses_is_said_and_an_interruption_has_its_status(
    error: BaseException, status: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_arguments: list[str]) -> int:
        raise error

    monkeypatch.setattr(cli, "_run", broken)
    assert main(["list"]) == status
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("show", "a\x1b[31mb.yaml", "--minutes", "1"), "a\\x1b[31mb cannot be done in 1 minute"),
        (("show", "a\x9b31mb"), "a\\x9b31mb"),
        (("list", "--foo\x1b[31m"), "--foo\\x1b[31m"),
        (("lower-back", "--speed", "1", "--first-side", "\x1b]0;x\x07"), "\\x1b]0;x\\x07"),
    ],
)
def test_what_was_typed_steers_no_terminal_when_it_is_told(arguments: tuple[str, ...], named: str, home: Path) -> None:
    shutil.copy(bundled("routines") / "lower-back.yaml", home / "a\x1b[31mb.yaml")
    done = relaxtimer(*arguments, home=home)
    assert done.returncode != 0
    assert named in done.stderr
    assert done.stderr.replace("\n", "").isprintable()


def test_a_file_with_mistakes_and_an_odd_name_steers_no_terminal(home: Path) -> None:
    (home / "routines/exercises").mkdir(parents=True)
    (home / "routines/exercises/odd\x1b[31m.yaml").write_text("steps: 1\n", encoding="utf-8")
    (home / "odd\x1b[31m.yaml").write_text("format: 1\n", encoding="utf-8")
    for command in ("show", "check"):
        done = relaxtimer(command, "odd\x1b[31m.yaml", home=home)
        assert done.returncode == 2
        assert "odd\\x1b[31m.yaml" in done.stderr
        assert (done.stdout + done.stderr).replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("command", "closed", "status"),
    [
        ("list", ">&-", 0),
        ("list", "<&- >&- 2>&-", 0),
        ("lower-back --plain --speed 1000", "<&-", 0),
        ("lower-back --speed 1000", ">&-", 0),
        ("nosuch", "2>&-", 2),
        ("list --nosuch", "2>&-", 2),
        ("nosuch", "2>/dev/full", 2),
        ("list --nosuch", "2>/dev/full", 2),
    ],
)
def test_a_closed_stream_changes_nothing_but_what_is_seen(command: str, closed: str, status: int, home: Path) -> None:
    need(Path("/dev/full").exists() and Path("/bin/sh").exists(), "needs a POSIX shell and /dev/full")
    line = f"{shlex.quote(sys.executable)} -m relaxtimer {command} {closed}"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False, cwd=home, timeout=60)
    assert (done.returncode, done.stderr) == (status, "")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "arguments",
    [("list",), ("show", "lower-back"), ("lower-back", "--plain", "--speed", "1000")],
    ids=lambda arguments: arguments[0],
)
def test_garbage_is_collected_once_a_command_has_started(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 0
    assert gc.isenabled()
    assert capsys.readouterr().out


def test_whom_it_is_not_for_and_that_it_is_over_is_told_before_the_start(home: Path) -> None:
    write_routine(home, "old.yaml", routine_text() + "until: 2020-12-31\navoid: [fever]\n")
    done = relaxtimer("old", "--plain", "--speed", "1000", "--mute", home=home)
    before = done.stdout.partition("Step 1")[0].splitlines()
    assert "Leave it for now if this fits you: feverish or acutely unwell." in before
    assert "This was meant until 31 December 2020." in before
