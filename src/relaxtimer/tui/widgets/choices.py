"""A question with its answers: each with a number, a letter and a line that can be clicked."""

from __future__ import annotations

from typing import NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip

from relaxtimer.tui.asking import Choice, Question
from relaxtimer.tui.colours import Depth, Ink
from relaxtimer.tui.rows import Piece, row, wrapped
from relaxtimer.tui.widgets.painted import Painted


class Line(NamedTuple):
    """A line as it is drawn, and the answer it stands for."""

    pieces: tuple[Piece, ...] = ()
    choice: Choice | None = None


_EMPTY = Line()
_INDENT = 5


class Choices(Painted):
    """Draws the question with its answers."""

    class Chosen(Message):
        """An answer was clicked."""

        def __init__(self, choice: Choice) -> None:
            """Say which."""
            super().__init__()
            self.choice = choice

    def __init__(self, depth: Depth, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Ask nothing."""
        super().__init__(depth, id)
        self.question: Question | None = None

    def ask(self, question: Question | None) -> None:
        """Ask this from now on."""
        if question != self.question:
            self.question = question
            self.refresh()

    def paint(self, y: int) -> Strip:
        """Draw a line."""
        lines = self._lines()
        return row(lines[y].pieces if y < len(lines) else (), self.size.width, self.paper)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        lines = self._lines()
        choice = lines[event.y].choice if event.y < len(lines) else None
        if choice is not None:
            event.stop()
            self.post_message(self.Chosen(choice))

    def _lines(self) -> list[Line]:
        """Lay out the lines: what is said first gives way where room is short, the choices never."""
        question = self.question
        if question is None:
            return []
        height = self.size.height
        title, said = self._said((question.title,), bold=True), self._said(question.lines, bold=False)
        head = [*title, _EMPTY, *said, _EMPTY] if said else [*title, _EMPTY]
        ways = (self._answers(question, airy=airy, full=full) for airy, full in ((True, True), (False, True)))
        answers = next((way for way in ways if len(head) + len(way) <= height), None)
        if answers is None:
            answers = self._answers(question, airy=False, full=False)
        if len(head) + len(answers) > height:
            head = [*title, *said][: max(height - len(answers), 0)]
        spare = height - len(head) - len(answers)
        return [_EMPTY] * (spare // 3) + head + answers

    def _said(self, texts: tuple[str, ...], *, bold: bool) -> list[Line]:
        style = self.ink(Ink.TEXT, bold=bold)
        return [Line(((line, style),)) for text in texts for line in wrapped(text, self.size.width)]

    def _answers(self, question: Question, *, airy: bool, full: bool) -> list[Line]:
        found: list[Line] = []
        for number, choice in enumerate(question.choices, start=1):
            mark = (f" {number} ", self.ink(Ink.KEY, bold=True, reverse=True))
            found.append(Line((mark, (f"  {choice.words}", self.ink(Ink.TEXT))), choice))
            more = wrapped(choice.more, max(self.size.width - _INDENT, 0)) if full else ()
            found += [Line(((" " * _INDENT + line, self.ink(Ink.DIM)),), choice) for line in more]
            if airy:
                found.append(_EMPTY)
        return found
