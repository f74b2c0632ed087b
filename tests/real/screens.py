"""What a screen leaves behind in its terminal, and a shell to run one in."""

from __future__ import annotations

import shlex

from tests.conftest import StartTerminal
from tests.real.processes import processes_of
from tests.terminal import Terminal, relaxtimer

ENTERED, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"
AWAY = r"(?i)away for"


def left_behind_clean(window: Terminal) -> bool:
    """Whether the terminal is a shell's again, and no process is left."""
    assert window.raw.rfind(LEFT) > window.raw.rfind(ENTERED) >= 0
    return window.sane() and processes_of(window.pid) == {}


def shell(terminal: StartTerminal, *arguments: str) -> Terminal:
    window = terminal(["bash", "--norc", "--noediting", "-i"], cols=120, rows=30, env={"PS1": "ready> "})
    window.until("ready>")
    window.send(shlex.join(relaxtimer(*arguments)) + "\n")
    return window
