"""What the guard of a screen does before there is anything to guard."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver

from relaxtimer.tui.guards import Guard, knowing_the_loop


def test_a_signal_before_the_app_runs_ends_the_program_with_its_status() -> None:
    with pytest.raises(SystemExit) as ended:
        Guard(App()).leave(143)
    assert ended.value.code == 143


async def test_a_driver_without_job_control_still_tells_its_loop() -> None:
    app: App[None] = App()
    guard = Guard(app)
    driver = knowing_the_loop(guard, HeadlessDriver)(app, size=(80, 24))
    assert isinstance(driver, HeadlessDriver)
    assert guard.loop is asyncio.get_running_loop()
    guard.leave(143)
    guard.leave(130)
    assert guard.status == 143
