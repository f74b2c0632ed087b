"""Goes through interviews on the screen, one screen after another over the one that is there."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar

from textual.app import App

from relaxtimer.core.asking.page import Interview
from relaxtimer.tui.colours import Look

_Result = TypeVar("_Result")


def go_through(
    app: App[None], asking: Generator[Interview, None, _Result], look: Look, ended: Callable[[_Result | None], None]
) -> None:
    """Go through interviews; `ended` is given what they come to, `None` where the person left them."""
    try:
        interview = next(asking)
    except StopIteration as end:
        ended(end.value)
        return
    from relaxtimer.tui.screens.interview import InterviewScreen  # noqa: PLC0415 - only where there is something to ask

    def answered(done: bool | None) -> None:  # noqa: FBT001 - as Textual calls it
        if done:
            go_through(app, asking, look, ended)
        else:
            asking.close()
            ended(None)

    app.push_screen(InterviewScreen(interview, look), answered)
