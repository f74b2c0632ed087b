"""All widgets of a session: told together what there is to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from relaxtimer.core.session import Session
from relaxtimer.tui.arrangement import Place
from relaxtimer.tui.colours import Depth
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.chapters import Chapters
from relaxtimer.tui.widgets.choices import Choices, Question
from relaxtimer.tui.widgets.clock import Clock
from relaxtimer.tui.widgets.keybar import KeyBar, Pressable
from relaxtimer.tui.widgets.lines import Facts, Heading, Next, Note, Words
from relaxtimer.tui.widgets.painted import Painted
from relaxtimer.tui.widgets.sign import Edge, Sign
from relaxtimer.tui.widgets.stage import Stage
from relaxtimer.tui.widgets.turned import Turned

if TYPE_CHECKING:
    from relaxtimer.tui.widgets.help import Help


class Face:
    """The widgets, made once; the help when it is opened."""

    def __init__(self, depth: Depth) -> None:
        """Make them for so many colours."""
        self._depth = depth
        self.clock = Clock(depth, Place.CLOCK)
        self.stage = Stage(depth, Place.STAGE)
        self.sign = Sign(depth, Place.SIGN)
        self.chapters = Chapters(depth, Place.CHAPTERS)
        self.keys = KeyBar(depth, Place.KEYS)
        self.choices = Choices(depth, Place.CHOICES)
        self.turned = Turned(depth, Place.TURNED)
        self.help: Help | None = None
        self._viewing: tuple[Painted, ...] = (
            Heading(depth, Place.HEADING),
            Note(depth, Place.NOTE),
            Facts(depth, Place.FACTS),
            Words(depth, Place.WORDS),
            Next(depth, Place.NEXT),
            Edge(depth, Place.EDGE),
            self.clock,
            self.stage,
            self.sign,
            self.turned,
        )

    @property
    def widgets(self) -> tuple[Widget, ...]:
        """All of them, except the help."""
        return (*self._viewing, self.chapters, self.keys, self.choices)

    def show(self, view: View, session: Session) -> None:
        """Show a moment."""
        for widget in self._viewing:
            widget.show(view)
        self.stage.pace(session)
        self.chapters.reach(session.timeline, session.position)

    def ask(self, question: Question | None, keys: tuple[Pressable, ...], turn: int, *, big: bool) -> None:
        """Show what can be answered and pressed, and how the display is turned."""
        self.choices.ask(question)
        self.keys.offer(keys)
        self.turned.turn(turn)
        for widget in (self.clock, self.sign):
            widget.stand(centred=big)

    def open_help(self) -> Help:
        """Make the help, to be mounted."""
        from relaxtimer.tui.widgets.help import Help  # noqa: PLC0415 - made when it is opened, not for the first frame

        self.help = Help(self._depth, Place.HELP)
        return self.help

    def close_help(self) -> None:
        """Take the help away."""
        if self.help is not None:
            self.help.remove()
            self.help = None
