"""A question with its answers: each with a number, a letter and a line that can be clicked."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from relaxtimer.tui.colours import Depth, Ink
from relaxtimer.tui.rows import Piece, row, wrapped
from relaxtimer.tui.widgets.painted import Painted


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer: `keys` choose it besides its number; `more` is said below it where there is room."""

    name: str
    keys: tuple[str, ...]
    words: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what can be answered."""

    title: str
    lines: tuple[str, ...]
    choices: tuple[Choice, ...]

    def chosen(self, key: str) -> Choice | None:
        """Give what a key answers."""
        if key.isdigit() and 0 < int(key) <= len(self.choices):
            return self.choices[int(key) - 1]
        return next((choice for choice in self.choices if key in choice.keys), None)


class Choices(Painted):
    """Draws the question; answers leave no more than fits, the choices first."""

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
        pieces = lines[y][0] if y < len(lines) else []
        return row(pieces, self.size.width, self.paper)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        lines = self._lines()
        choice = lines[event.y][1] if event.y < len(lines) else None
        if choice is not None:
            event.stop()
            self.post_message(self.Chosen(choice))

    def _lines(self) -> list[tuple[list[Piece], Choice | None]]:
        """Lay out the lines: those said first are dropped where room is short, the choices never."""
        question = self.question
        if question is None:
            return []
        width, height = self.size
        answers = self._answers(question, roomy=height >= 3 * len(question.choices) + 4)
        title: list[tuple[list[Piece], Choice | None]] = [([(question.title, self.ink(Ink.TEXT, bold=True))], None)]
        said: list[tuple[list[Piece], Choice | None]] = [
            ([(line, self.ink(Ink.TEXT))], None) for each in question.lines for line in wrapped(each, width)
        ]
        space: list[tuple[list[Piece], Choice | None]] = [([], None)]
        room = height - len(answers)
        head = (title + said)[: max(room, 0)]
        if room >= len(title + said) + 2:
            head = [*title, *space, *said, *(space if said else [])] if room > len(title + said) + 2 else head + space
        lines = head + answers
        return space * (max(height - len(lines), 0) // 3) + lines

    def _answers(self, question: Question, *, roomy: bool) -> list[tuple[list[Piece], Choice | None]]:
        found: list[tuple[list[Piece], Choice | None]] = []
        for number, choice in enumerate(question.choices, start=1):
            pieces = [(f" {number} ", self.ink(Ink.KEY, bold=True, reverse=True)), ("  ", self.paper)]
            found.append(([*pieces, (choice.words, self.ink(Ink.TEXT))], choice))
            if roomy:
                more = wrapped(choice.more, max(self.size.width - 5, 0))[:1]
                found += [([("     ", self.paper), (line, self.ink(Ink.DIM))], choice) for line in more]
                found.append(([], None))
        return found
