"""A question with its answers: each with a number, a letter and a line that can be clicked."""

from __future__ import annotations

from typing import NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip

from relaxtimer.tui.asking import Choice, Question
from relaxtimer.tui.cautions import CAUTION, MORE, marked
from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.rows import Piece, cut, row, wrapped
from relaxtimer.tui.widgets.painted import Painted


class Line(NamedTuple):
    """A line as it is drawn, and the answer it stands for."""

    pieces: tuple[Piece, ...] = ()
    choice: Choice | None = None


_EMPTY = Line()
_INDENT = 5
_WAYS = ((True, True), (False, True), (False, False))


class Choices(Painted):
    """Draws the question with its answers."""

    class Chosen(Message):
        """An answer was clicked."""

        def __init__(self, choice: Choice) -> None:
            """Say which."""
            super().__init__()
            self.choice = choice

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Ask nothing."""
        super().__init__(look, id)
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
        """Lay out the lines: what is said first gives way where room is short, what is safe last, the choices never."""
        question = self.question
        if question is None:
            return []
        height = self.size.height
        head, answers = self._heads(question), self._ways(question)
        ways = [*((head[0], each) for each in answers), *((each, answers[-1]) for each in head[1:])]
        fitting = (each for each in ways if len(each[0]) + len(each[1]) <= height)
        said, offered = next(fitting, (self._cut(question, height - len(answers[-1])), answers[-1]))
        spare = height - len(said) - len(offered)
        return [_EMPTY] * (spare // 3) + said + offered

    def _heads(self, question: Question) -> list[list[Line]]:
        """Give what stands above the answers, with less and less of it; cautions are part of each."""
        title, said = self._said((question.title,), bold=True), self._said(question.lines, bold=False)
        care = self._care(question)
        blocks = [block for block in (title, said, care) if block]
        airy = [line for block in blocks for line in (*block, _EMPTY)]
        short = [self._short(text) for text in question.lines]
        return [airy, [*title, *said, *care], *([[*title, *short, *care], [*title, *care]] if care else [])]

    def _cut(self, question: Question, room: int) -> list[Line]:
        """Give as much as there is room for, and in the last row the key that opens all of it."""
        *_, shortest = self._heads(question)
        more = Line(((f"{CAUTION} ", self.ink(Ink.KEY, bold=True)), (MORE, self.ink(Ink.TEXT))))
        return [*shortest[: max(room - 1, 0)], more][: max(room, 0)]

    def _said(self, texts: tuple[str, ...], *, bold: bool) -> list[Line]:
        style = self.ink(Ink.TEXT, bold=bold)
        return [Line(((line, style),)) for text in texts for line in wrapped(text, self.size.width)]

    def _short(self, text: str) -> Line:
        return Line(((cut(text, self.size.width), self.ink(Ink.TEXT)),))

    def _care(self, question: Question) -> list[Line]:
        mark_style, style = self.ink(Ink.KEY, bold=True), self.ink(Ink.TEXT)
        rows = marked(question.cautions, self.size.width)
        return [Line(((mark, mark_style), (line, style))) for mark, line in rows]

    def _ways(self, question: Question) -> list[list[Line]]:
        """Give the answers, with less and less room: set apart, with all that is said of them, and bare."""
        return [self._answers(question, airy=airy, full=full) for airy, full in _WAYS]

    def _answers(self, question: Question, *, airy: bool, full: bool) -> list[Line]:
        found: list[Line] = []
        for choice in question.choices:
            mark = (f" {choice.number} ", self.ink(Ink.KEY, bold=True, reverse=True))
            found.append(Line((mark, (f"  {choice.words}", self.ink(Ink.TEXT))), choice))
            more = wrapped(choice.more, max(self.size.width - _INDENT, 0)) if full else ()
            found += [Line(((" " * _INDENT + line, self.ink(Ink.DIM)),), choice) for line in more]
            if airy:
                found.append(_EMPTY)
        return found
