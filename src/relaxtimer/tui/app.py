"""The app: a bare frame for a screen, with the terminal's colours found out and ctrl+c as a shell expects it."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.console import Console
from textual import constants
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme as TextualTheme
from textual.widget import Widget

from relaxtimer.terminal import no_colour
from relaxtimer.tui.colours import Depth, Ink, Look, can_change, look_of
from relaxtimer.tui.themes import CALM, Theme

_INTERRUPTED = 130


def _textual(theme: Theme) -> TextualTheme:
    """Give a theme as Textual wants it, for what is not drawn but styled."""

    def written(ink: Ink) -> str:
        return "#{:02x}{:02x}{:02x}".format(*theme.inks[ink])

    return TextualTheme(
        name=theme.name,
        dark=theme.dark,
        primary=written(Ink.WORK),
        secondary=written(Ink.PREPARE),
        accent=written(Ink.SIDE),
        foreground=written(Ink.TEXT),
        background=written(Ink.PAPER),
        surface=written(Ink.PAPER),
        panel=written(Ink.TRACK),
    )


def _color_system() -> str | None:
    """Ask Rich, which looks at the environment, as Textual does; a wish that Textual was given counts for both."""
    wish = constants.COLOR_SYSTEM
    return Console(force_terminal=True).color_system if wish in {None, "auto"} else wish


class RelaxApp(App[None]):
    """Shows the screen it is given; ends when that screen is left."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "relaxtimer"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
    ]

    def __init__(self, theme: str = CALM.name) -> None:
        """Find out how many colours there are; where there are few, the terminal's own are used."""
        self._depth = Depth.named(_color_system(), no_color=no_colour(os.environ))
        self.look = look_of(self._depth, theme)
        super().__init__(ansi_color=None if self.look.own_paper else True)
        self.register_theme(_textual(self.look.theme))
        self.theme = self.look.theme.name

    def wear(self, theme: str) -> None:
        """Show everything in another theme; whose paper is the terminal's own is worn from the next start on."""
        if not can_change(self.look, theme):
            return
        look = self.look = look_of(self._depth, theme)
        if look.theme.name not in self.available_themes:
            self.register_theme(_textual(look.theme))
        self.theme = look.theme.name
        for screen in self.screen_stack:
            for widget in screen.walk_children(Widget):
                if hasattr(widget, "wear"):
                    widget.wear(look)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Give none where the program brings its own colours: there is nothing to filter, and every line would be."""
        return () if self.look.own_paper else super().get_line_filters()

    def action_interrupt(self) -> None:
        """End as a program does that ctrl+c ends."""
        self.exit(return_code=_INTERRUPTED)

    def on_ready(self) -> None:
        """Let the garbage of starting up be: it is never looked at again."""
        gc.freeze()
        gc.enable()


class ScreenApp(RelaxApp):
    """Runs one screen, and ends with it."""

    def __init__(self, first: Callable[[Look], Screen[None]], theme: str = CALM.name) -> None:
        """Make a screen for the colours there are, and show it from the first frame on."""
        super().__init__(theme)
        self._first = first(self.look)

    def get_default_screen(self) -> Screen[None]:
        """Give the screen, in place of an empty one."""
        return self._first
