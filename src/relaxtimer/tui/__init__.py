"""The screen: a session, and the library to choose one from. Only this package knows Textual; it imports it to run."""

from __future__ import annotations

import gc

from relaxtimer.practice import Plan


def run_session(plan: Plan) -> int:
    """Run a session on the screen; give the exit status."""
    gc.disable()
    from relaxtimer.tui import guards  # noqa: PLC0415 - Textual is imported when a screen is run
    from relaxtimer.tui.app import ScreenApp  # noqa: PLC0415 - the same
    from relaxtimer.tui.screens.session import SessionScreen  # noqa: PLC0415 - the same

    return guards.run(ScreenApp(lambda depth: SessionScreen(plan, depth)))
