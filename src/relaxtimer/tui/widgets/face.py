"""All widgets of a session: told together what there is to show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.widget import Widget

from relaxtimer.core.session import Session
from relaxtimer.practice import Plan
from relaxtimer.tui.arrangement import Place
from relaxtimer.tui.asking import Question
from relaxtimer.tui.colours import Look
from relaxtimer.tui.screens.display import Figures
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.before import Before
from relaxtimer.tui.widgets.chapters import Chapters
from relaxtimer.tui.widgets.clock import Clock
from relaxtimer.tui.widgets.coming import Coming
from relaxtimer.tui.widgets.figure import FigureStage
from relaxtimer.tui.widgets.keybar import KeyBar, Pressable
from relaxtimer.tui.widgets.lines import Facts, Heading, Next, Note, Words
from relaxtimer.tui.widgets.painted import Painted
from relaxtimer.tui.widgets.sign import Edge, Sign
from relaxtimer.tui.widgets.stage import Stage

if TYPE_CHECKING:
    from relaxtimer.tui.paging import Paragraph
    from relaxtimer.tui.widgets.choices import Choices
    from relaxtimer.tui.widgets.help import Help
    from relaxtimer.tui.widgets.turned import Turned


_TURNING = "Up, down: more. Esc: close."


class Face:
    """The widgets: those of the first frame are made at once, the others when they are first needed."""

    def __init__(self, look: Look, plan: Plan) -> None:
        """Make them for so many colours."""
        self._look = look
        self.clock = Clock(look, Place.CLOCK)
        self.stage = Stage(look, Place.STAGE, calm=plan.calm)
        self.figure = FigureStage(look, Place.FIGURE, plan)
        self.coming = Coming(look, Place.COMING, plan)
        self.sign = Sign(look, Place.SIGN)
        self.chapters = Chapters(look, Place.CHAPTERS)
        self.keys = KeyBar(look, Place.KEYS)
        self._table = plan.keys
        self.choices: Choices | None = None
        self.turned: Turned | None = None
        self.help: Help | None = None
        self._viewing: list[Painted] = [
            Heading(look, Place.HEADING),
            Note(look, Place.NOTE),
            Facts(look, Place.FACTS),
            Words(look, Place.WORDS),
            Before(look, Place.BEFORE),
            Next(look, Place.NEXT),
            Edge(look, Place.EDGE),
            self.clock,
            self.stage,
            self.figure,
            self.coming,
            self.sign,
        ]

    @property
    def widgets(self) -> tuple[Widget, ...]:
        """Those of the first frame."""
        return (*self._viewing, self.chapters, self.keys)

    def show(self, view: View, session: Session) -> None:
        """Show a moment."""
        for widget in self._viewing:
            widget.show(view)
        self.pace(session)
        self.chapters.reach(session.timeline, session.position)

    def figures(self, session: Session) -> Figures:
        """Tell which figures there are to be shown, once they can be."""
        ready = self.figure.projector is not None
        return Figures(now=self.figure.has_figure(session), coming=ready and self.coming.has_figure(session))

    def pace(self, session: Session) -> None:
        """Show what moves."""
        self.stage.pace(session)
        self.figure.pace(session)
        if self.turned is not None:
            self.turned.pace(session)

    def press(self, keys: tuple[Pressable, ...], *, big: bool) -> None:
        """Show what can be pressed, and the clock as large as can be or not."""
        self.keys.offer(keys)
        for widget in (self.clock, self.sign):
            widget.stand(centred=big)

    def ask(self, question: Question | None) -> Iterator[Widget]:
        """Show what can be answered; yields a widget to be mounted, the first time."""
        if self.choices is None and question is not None:
            from relaxtimer.tui.widgets.choices import Choices  # noqa: PLC0415 - not needed for the first frame

            self.choices = Choices(self._look, Place.CHOICES)
            yield self.choices
        if self.choices is not None:
            self.choices.ask(question)
        if self.turned is not None:
            self.turned.ask(question)

    def turn(self, quarters: int) -> Iterator[Widget]:
        """Show the display turned clockwise; yields a widget to be mounted, the first time."""
        if self.turned is None and quarters:
            from relaxtimer.tui.widgets.turned import Turned  # noqa: PLC0415 - the same

            self.turned = Turned(self._look, Place.TURNED)
            self._viewing.append(self.turned)
            yield self.turned
        if self.turned is not None:
            self.turned.turn(quarters)

    def open_help(self, view: View, first: str, question: Question | None, *, on_its_side: bool) -> Help:
        """Make the help for a moment, to be mounted; it follows what is shown, and begins with what is said first.

        Where the display is turned it can be read there too, `on_its_side`.
        """
        from relaxtimer.tui.widgets.help import Help  # noqa: PLC0415 - the same

        self.help = Help(self._look, Place.HELP, self._table)
        # On its side a page holds little: what matters most comes first, also where it has no room there.
        self.help.tell(first, question, rules_first=on_its_side)
        self.help.show(view)
        self._viewing.append(self.help)
        if on_its_side and self.turned is not None:
            from relaxtimer.tui.help_text import as_paragraphs, sections_of  # noqa: PLC0415 - the same

            first = f"{first} {_TURNING}".strip()
            sections = sections_of(view, first, question, self._table, rules_first=True)
            self.turned.read(tuple(as_paragraphs(sections)))
        return self.help

    @property
    def reading(self) -> tuple[Paragraph, ...]:
        """What is read on a display that is turned."""
        return () if self.turned is None else self.turned.reading

    def scroll_help(self, key: str) -> bool:
        """Move in the help with a key, on its side or upright as it is seen; tell whether it did."""
        if self.turned is not None and self.turned.pages:
            return self.turned.scroll(key)
        return self.help is not None and self.help.scroll(key)

    def close_help(self) -> None:
        """Take the help away."""
        if self.help is not None:
            self._viewing.remove(self.help)
            self.help.remove()
            self.help = None
        if self.turned is not None:
            self.turned.read(())
