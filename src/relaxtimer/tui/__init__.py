"""The screen: a session, and the library to choose one from. Only this package knows Textual; it imports it to run."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

from relaxtimer.tui.offline import load_asyncio

if TYPE_CHECKING:
    from relaxtimer.core.asking.page import Interview
    from relaxtimer.figure.shown import Shown
    from relaxtimer.practice import Plan
    from relaxtimer.tui.screens.history import Report
    from relaxtimer.tui.screens.preview import Source
    from relaxtimer.visit import Visit


def run_session(plan: Plan, theme: str) -> int:
    """Run a session on the screen; give the exit status."""
    gc.disable()
    load_asyncio()
    from relaxtimer.tui import guards  # noqa: PLC0415 - Textual is imported when a screen is run
    from relaxtimer.tui.app import ScreenApp  # noqa: PLC0415 - the same
    from relaxtimer.tui.screens.session import SessionScreen  # noqa: PLC0415 - the same

    return guards.run(ScreenApp(lambda look: SessionScreen(plan, look), theme))


def open_visit(title: str, make_visit: Callable[[], Visit], theme: str) -> int:
    """Show a title at once, then go through a visit; give the exit status.

    Raises what `make_visit` and the visit raise.
    """
    gc.disable()
    load_asyncio()
    from relaxtimer.tui import guards  # noqa: PLC0415 - Textual is imported when a screen is run
    from relaxtimer.tui.app import ScreenApp  # noqa: PLC0415 - the same
    from relaxtimer.tui.screens.opening import OpeningScreen  # noqa: PLC0415 - the same

    return guards.run(ScreenApp(lambda look: OpeningScreen(title, make_visit, look), theme))


def run_interviews(asking: Generator[Interview, None, int], theme: str) -> int:
    """Go through interviews; give what they come to, the exit status."""
    load_asyncio()
    from relaxtimer.tui import guards  # noqa: PLC0415 - Textual is imported when a screen is run
    from relaxtimer.tui.app import ScreenApp  # noqa: PLC0415 - the same
    from relaxtimer.tui.screens.interviews import InterviewsScreen  # noqa: PLC0415 - the same

    return guards.run(ScreenApp(lambda look: InterviewsScreen(asking, look), theme))


def run_history(report: Report, theme: str) -> int:
    """Show what was done; give the exit status."""
    load_asyncio()
    from relaxtimer.tui import guards  # noqa: PLC0415 - Textual is imported when a screen is run
    from relaxtimer.tui.app import ScreenApp  # noqa: PLC0415 - the same
    from relaxtimer.tui.screens.history import HistoryScreen  # noqa: PLC0415 - the same

    return guards.run(ScreenApp(lambda look: HistoryScreen(report, look), theme))


def run_preview(source: Source, *, figures: str, calm: bool, theme: str) -> int:
    """Follow a file that is being written; give the exit status."""
    load_asyncio()
    from relaxtimer.tui import guards  # noqa: PLC0415 - Textual is imported when a screen is run
    from relaxtimer.tui.app import ScreenApp  # noqa: PLC0415 - the same
    from relaxtimer.tui.screens.preview import PreviewScreen  # noqa: PLC0415 - the same

    return guards.run(ScreenApp(lambda look: PreviewScreen(source, look, figures=figures, calm=calm), theme))


def run_figure(shown: Shown, *, mirrored: bool, figures: str, theme: str) -> int:
    """Play a figure by itself; give the exit status."""
    load_asyncio()
    from relaxtimer.tui import guards  # noqa: PLC0415 - Textual is imported when a screen is run
    from relaxtimer.tui.app import ScreenApp  # noqa: PLC0415 - the same
    from relaxtimer.tui.screens.figure import FigureScreen  # noqa: PLC0415 - the same

    return guards.run(ScreenApp(lambda look: FigureScreen(shown, look, mirrored=mirrored, figures=figures), theme))
