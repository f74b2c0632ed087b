"""A guarded app in which something fails when its key is pressed: run it as a program, in a terminal."""

from __future__ import annotations

import sys
import threading
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from relaxtimer.tui import guards


class FailingApp(App[None]):
    """`h` fails in a handler, `t` in a thread, `b` blocks the loop until ten megabytes are written."""

    BINDINGS: ClassVar[list[BindingType]] = [("h", "fail", ""), ("t", "fail_in_thread", ""), ("b", "write_much", "")]

    def compose(self) -> ComposeResult:
        yield Static("ready to fail")

    def action_fail(self) -> None:
        raise ValueError("no such knee [left]")

    def action_fail_in_thread(self) -> None:
        threading.Thread(target=self.action_fail, name="the sound").start()

    def action_write_much(self) -> None:
        assert self._driver is not None
        for _ in range(10_000):
            self._driver.write("." * 1_000)


try:
    sys.exit(guards.run(FailingApp()))
except ValueError as error:
    sys.exit(f"raised: {error}")
