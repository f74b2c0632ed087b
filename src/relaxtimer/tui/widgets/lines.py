"""The widgets that say things in words: heading, note, what is done, its words, what comes next."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from relaxtimer.core.states import State
from relaxtimer.sound.controls import NOTE
from relaxtimer.tui.cautions import CAUTION, MORE, marked
from relaxtimer.tui.colours import Ink
from relaxtimer.tui.rows import ELLIPSIS, Piece, cut, row, wrapped
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.painted import Painted

_DOT = " · "
_NEXT = "Next  "
# So much of the name of the routine goes before what sounds, and so much before the news that nothing does.
_WHOLE_NAME = 24
_LEAST_NAME = 10


class Heading(Painted):
    """The routine, how much of it is left, and what is to be known of the sound; the time left is always there."""

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view.routine, view.left, view.sound

    def paint(self, y: int) -> Strip:
        """Draw it."""
        if self.view is None or y:
            return self.blank()
        dim = self.ink(Ink.DIM)
        left = [(self.view.left, self.ink(Ink.TEXT)), (" left", dim)]
        room = self.size.width - sum(cell_len(text) for text, _ in left) - 1
        sound = _beside(self.view.sound, room, cell_len(self.view.routine))
        name = (cut(self.view.routine, room - cell_len(sound)), dim)
        return row([name], self.size.width, self.paper, right=[(sound, dim), *left])


def _beside(sound: str, room: int, name: int) -> str:
    """Give what is to be known of the sound beside a name: that there is none, or as much as leaves the name whole."""
    if not sound.startswith(NOTE):
        return f"{sound}  " if sound and cell_len(sound) + _LEAST_NAME <= room else ""
    room -= min(name, _WHOLE_NAME) + 2
    return next((f"{each}  " for each in (sound, NOTE) if cell_len(each) <= room), "")


class Note(Painted):
    """Something the person is told, for a while."""

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view.note

    def paint(self, y: int) -> Strip:
        """Draw a line of it."""
        lines = wrapped(self.view.note, self.size.width) if self.view else ()
        if y >= len(lines):
            return self.blank()
        more = len(lines) > self.size.height and y == self.size.height - 1
        text = cut(f"{lines[y]} {ELLIPSIS}", self.size.width) if more else lines[y]
        return row([(text, self.ink(Ink.KEY))], self.size.width, self.paper)


class Facts(Painted):
    """What is going on, as a word with its shape; the step's name; round, part and position. One line to three."""

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view.state, view.word, view.name, view.number, view.details, view.position

    def paint(self, y: int) -> Strip:
        """Draw one of the lines."""
        view = self.view
        if view is None:
            return self.blank()
        pieces, right = self._line(view, y)
        return row(pieces, self.size.width, self.paper, right=right)

    def _line(self, view: View, y: int) -> tuple[list[Piece], list[Piece]]:
        """Give what stands at the left and at the right of a line."""
        phase = (f"{view.shape.mark} {view.word}", self._phase(view))
        name = (view.name, self.ink(Ink.TEXT, bold=True))
        position = (f"{_DOT}{view.position}", self.ink(Ink.DIM))
        details = (_DOT.join(view.details), self.ink(Ink.DIM))
        both = (_DOT.join((*view.details, view.position)), self.ink(Ink.DIM))
        step = (view.step, self.ink(Ink.DIM))
        gap = ("  ", self.paper)
        layouts: dict[int, list[tuple[list[Piece], list[Piece]]]] = {
            1: [([phase, gap, name], [(f"{view.number}/{view.steps}", self.ink(Ink.DIM))])],
            2: [([phase, gap, step], [both]), ([name], [])],
            3: [([phase, gap, step], []), ([name], []), ([both], [])],
        }
        if cell_len(both[0]) > self.size.width:
            layouts[3] = [([phase, gap, step, position], []), ([name], []), ([details], [])]
        lines = layouts[min(self.size.height, 3)]
        return lines[y] if y < len(lines) else ([], [])

    def _phase(self, view: View) -> Style:
        stopped = view.state in {State.PAUSED, State.HURTING}
        return self.ink(view.ink, bold=True, reverse=stopped)


class Words(Painted):
    """The words of the step: as many as fit, those that are being said first; cautions before anything else."""

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view.words, view.spoken, view.cautions.preparing

    def paint(self, y: int) -> Strip:
        """Draw a line."""
        lines = self._lines()
        return row(lines[y], self.size.width, self.paper) if y < len(lines) else self.blank()

    def _lines(self) -> list[list[Piece]]:
        """Give the sentences, and below them the cautions: all of them, or the key that opens them."""
        if self.view is None:
            return []
        width, height = self.size
        cautions = marked(self.view.cautions.preparing, width)
        if len(cautions) > height:
            cautions = [*cautions[: height - 1], (f"{CAUTION} ", MORE)]
        told = [[(mark, self.ink(Ink.KEY, bold=True)), (line, self.ink(Ink.TEXT))] for mark, line in cautions]
        return [*([piece] for piece in self._sentences(self.view, width, height - len(told))), *told]

    def _sentences(self, view: View, width: int, height: int) -> list[Piece]:
        """Give the lines that fit: in their order, or from the sentence on that is being said, those before it last."""
        told = [
            [(line, self._ink(view, spoken=place == view.spoken)) for line in wrapped(sentence, width)]
            for place, sentence in enumerate(view.words)
        ]
        if sum(len(each) for each in told) > height and view.spoken is not None:
            told = told[view.spoken :] + told[: view.spoken]
        lines = [line for each in told for line in each]
        shown = lines[: max(height, 0)]
        if len(lines) > height and shown:
            text, style = shown[-1]
            shown[-1] = (
                cut(f"{text} {ELLIPSIS}", width) if cell_len(text) + 2 <= width else text[:-1] + ELLIPSIS,
                style,
            )
        return shown

    def _ink(self, view: View, *, spoken: bool) -> Style:
        if spoken:
            return self.ink(Ink.TEXT, bold=True)
        return self.ink(Ink.TEXT if view.spoken is None else Ink.DIM)


class Next(Painted):
    """What comes next on one line; the position for it and what it needs each whole, or not at all."""

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view.coming

    def paint(self, y: int) -> Strip:
        """Draw it."""
        if self.view is None or y:
            return self.blank()
        what, more = self.view.coming
        room = self.size.width - len(_NEXT)
        ways = (_DOT.join((*what, *more[:count])) for count in range(len(more), 0, -1))
        coming = next((each for each in ways if cell_len(each) <= room), _DOT.join(what))
        return row([(_NEXT, self.ink(Ink.DIM)), (coming, self.ink(Ink.TEXT))], self.size.width, self.paper)
