"""The plain face between pipes, files and terminals of all kinds."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import StartTerminal
from tests.terminal import relaxtimer

FAST = ("--speed", "1000")


def test_nothing_but_text_reaches_the_terminal(terminal: StartTerminal, long_hold: str) -> None:
    window = terminal(relaxtimer(long_hold, "--plain", *FAST))
    assert window.wait() == 0
    assert b"\x1b" not in window.raw
    assert (
        window.text().splitlines()[-3:]
        == [
            "Half-time.",
            "Ten seconds.",
            "Finished.",
            "You did 1 of 1 steps: 20 minutes of work.",
        ][-3:]
    )


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"PYTHONIOENCODING": "latin-1"}])
def test_a_terminal_that_cannot_draw_gets_lines_and_keys(
    terminal: StartTerminal, long_hold: str, environment: dict[str, str]
) -> None:
    window = terminal(relaxtimer(long_hold, "--speed", "10"), env=environment)
    window.until("Begin")
    window.press("q", "y")
    assert window.wait() == 0
    assert window.sane()
    assert b"\x1b" not in window.raw


@pytest.mark.parametrize("redirected", ["< /dev/null", "| cat", "2> /dev/null"])
def test_without_a_terminal_on_every_stream_there_are_lines(
    terminal: StartTerminal, long_hold: str, redirected: str
) -> None:
    window = terminal(["bash", "-c", f'"$@" {redirected}', "bash", *relaxtimer(long_hold, *FAST)])
    assert window.wait() == 0
    assert "\nFinished." in window.text()
    assert b"\x1b" not in window.raw


def test_keys_work_while_the_lines_go_into_a_pipe(terminal: StartTerminal, long_hold: str) -> None:
    window = terminal(
        ["bash", "-c", '"$@" | cat; exit ${PIPESTATUS[0]}', "bash", *relaxtimer(long_hold, "--speed", "10")]
    )
    window.until("Begin")
    window.press("space")
    window.until("Paused")
    window.press("q", "y")
    assert window.wait() == 0
    assert window.sane()


def test_the_bell_rings_in_a_terminal_and_never_in_a_file(
    terminal: StartTerminal, long_hold: str, tmp_path: Path
) -> None:
    window = terminal(relaxtimer(long_hold, "--plain", *FAST))
    window.wait()
    assert b"\a" in window.raw
    lines = tmp_path / "lines.txt"
    window = terminal(["sh", "-c", f'exec "$@" > {lines}', "sh", *relaxtimer(long_hold, "--plain", *FAST)])
    window.wait()
    assert b"\a" not in lines.read_bytes()
    assert b"\a" in window.raw


@pytest.mark.usefixtures("home")
def test_a_reader_that_leaves_early_ends_it_quietly(long_hold: str) -> None:
    command = ["bash", "-c", '"$@" | head -1; exit ${PIPESTATUS[0]}', "bash", *relaxtimer(long_hold, *FAST)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Long hold.\n", "")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"PYTHONIOENCODING": "latin-1"}, 'Let the shoulders hang - "?" no more.'),
        ({"PYTHONIOENCODING": "ascii"}, 'Let the shoulders hang - "?" no more.'),
        ({"LC_ALL": "C"}, "Let the shoulders hang – “痛” no more."),
        ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, 'Let the shoulders hang - "?" no more.'),
    ],
)
def test_what_the_output_cannot_take_is_replaced_readably(
    long_hold: str, environment: dict[str, str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    done = subprocess.run(
        relaxtimer(long_hold, *FAST), stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert words in done.stdout.splitlines()


@pytest.mark.usefixtures("home")
def test_a_full_disk_is_one_clear_line(long_hold: str) -> None:
    command = ["bash", "-c", '"$@" > /dev/full', "bash", *relaxtimer(long_hold, *FAST)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (
        1,
        "relaxtimer: the lines cannot be written: No space left on device\n",
    )
