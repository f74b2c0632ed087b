"""An editor that is opened from the library has the terminal and its keys; the library goes on when it has ended."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.conftest import StartTerminal
from tests.real.processes import is_stopped, processes_of, until
from tests.real.screens import left_behind_clean
from tests.terminal import Terminal, relaxtimer

# Counts what is pressed, as an editor does: ctrl+c does not end it, ctrl+z stops the whole job.
EDITOR = """
import os, signal, sys
signal.signal(signal.SIGINT, lambda *_: print("interrupted", flush=True))
print("editing", os.path.basename(sys.argv[1]), flush=True)
while True:
    line = sys.stdin.readline()
    if line.strip() == "stop":
        os.kill(0, signal.SIGTSTP)
        print("back", flush=True)
    if line.strip() == "end":
        break
"""


@pytest.fixture
def editor(tmp_path: Path, home: Path) -> dict[str, str]:
    script = tmp_path / "editor.py"
    script.write_text(EDITOR)
    (home / "routines").mkdir()
    (home / "routines" / "mine.yaml").write_text("format: 1\nname: Mine\nsteps:\n  - exercise: cat-camel\n")
    return {"EDITOR": f"{sys.executable} {script}"}


def opened(window: Terminal) -> Terminal:
    window.until("Mine")
    window.press("f6")
    window.until("editing mine.yaml")
    return window


def test_control_c_is_the_editors_own(terminal: StartTerminal, editor: dict[str, str]) -> None:
    window = opened(terminal(relaxtimer(), env=editor, cols=100))
    window.press("ctrl+c")
    window.until("interrupted")
    window.send("end\r")
    window.until("No mistakes in it")
    window.press("q")
    assert window.wait() == 0
    assert left_behind_clean(window)


def test_an_editor_that_stops_stops_the_library_with_it_and_both_go_on(
    terminal: StartTerminal, editor: dict[str, str]
) -> None:
    window = terminal(["bash", "--norc", "--noediting", "-i"], cols=100, rows=30, env={"PS1": "ready> ", **editor})
    window.until("ready>")
    window.send(" ".join(relaxtimer()) + "\n")
    opened(window)
    window.send("stop\r")
    window.until("Stopped")
    assert any(is_stopped(pid) for pid in processes_of(window.pid))
    window.send("fg\r")
    window.until("back")
    window.send("end\r")
    window.until("No mistakes in it")
    window.press("q")
    window.until_gone("No mistakes in it")


def test_what_ends_the_library_ends_its_editor_too(terminal: StartTerminal, editor: dict[str, str]) -> None:
    window = opened(terminal(relaxtimer(), env=editor, cols=100))
    window.signal(signal.SIGTERM)
    assert window.wait() == 128 + signal.SIGTERM
    until(window, lambda: processes_of(window.pid) == {}, "the editor to end")


@pytest.mark.parametrize("editor_variable", ["no-such-editor --wait", "/etc/hostname"])
def test_an_editor_that_cannot_be_run_is_told_and_the_library_keeps_its_keys(
    terminal: StartTerminal, editor: dict[str, str], editor_variable: str
) -> None:
    window = terminal(relaxtimer(), env={**editor, "EDITOR": editor_variable}, cols=100)
    window.until("Mine")
    window.press("f6")
    window.until("cannot be run")
    window.press("?")
    window.until("Stop rules")
    window.press("escape")
    window.until("Mine")
    window.press("q")
    assert window.wait() == 0
    assert left_behind_clean(window)
