"""The keys that do something now, to be seen and clicked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from relaxtimer.core.events import Command
from relaxtimer.core.keys import Action, Key, command_for, printed
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.tui.arrangement import inset
from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.rows import Piece, row
from relaxtimer.tui.widgets.painted import Painted

# In this order, so that what matters most is there when there is room for a few only.
_ORDER = (
    Action.PAUSE,
    Action.HURTS,
    Action.NEXT,
    Action.BACK,
    Action.HELP,
    Action.LEAVE,
    Action.AGAIN,
    Action.SWITCH_SIDES,
    Action.LONGER,
    Action.SHORTER,
    Action.BIG,
    Action.TURN,
    Action.MUTE,
    Action.VOICE,
    Action.LOUDER,
    Action.QUIETER,
    Action.WHERE,
)


# The first of them, pause and "this hurts", are there in however little room.
_ALWAYS = 2
_GAP = 2
# Less wide than this, the bar begins at the very edge.
_ROOMY = 24


class Pressable(NamedTuple):
    """A key on the bar: what it is called and what it does in a word or two."""

    action: Action
    key: str
    short: str

    @property
    def width(self) -> int:
        """How many cells it takes, without what sets it apart."""
        return cell_len(self.text)

    @property
    def text(self) -> str:
        """Key and words."""
        return f"{printed(self.key)} {self.short}".rstrip()


class KeyBar(Painted):
    """One line of keys."""

    class Pressed(Message):
        """A key on the bar was clicked."""

        def __init__(self, action: Action) -> None:
            """Say which."""
            super().__init__()
            self.action = action

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Have no keys."""
        super().__init__(look, id)
        self._keys: tuple[Pressable, ...] = ()

    def offer(self, keys: tuple[Pressable, ...]) -> None:
        """Show these keys: the first matter most, and what does not fit is left out."""
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def paint(self, y: int) -> Strip:
        """Draw the line."""
        if y:
            return self.blank()
        pieces: list[Piece] = [(" " * self._start, self.paper)]
        for _, key in self._placed():
            pieces += self._piece(key)
        return row(pieces[:-1], self.size.width, self.paper)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        for start, key in self._placed():
            if start <= event.x < start + key.width:
                event.stop()
                self.post_message(self.Pressed(key.action))

    @property
    def _start(self) -> int:
        return max(inset(self.size.width), int(self.size.width >= _ROOMY))

    def _piece(self, key: Pressable) -> list[Piece]:
        strong: Style = self.ink(Ink.KEY, bold=True)
        name = printed(key.key)
        return [(name, strong), (key.text.removeprefix(name), self.ink(Ink.DIM)), (" " * _GAP, self.paper)]

    def _placed(self) -> list[tuple[int, Pressable]]:
        """Give the keys that fit, with where they start."""
        x = self._start
        found: list[tuple[int, Pressable]] = []
        always, others = self._keys[:_ALWAYS], self._keys[_ALWAYS:]
        for key in (*fitting(always, self.size.width - x), *others):
            if x + key.width <= self.size.width:
                found.append((x, key))
                x += key.width + _GAP
        return found


def fitting(keys: tuple[Pressable, ...], width: int) -> tuple[Pressable, ...]:
    """Give the keys in so few words that all of them fit; where not even that helps, the first without the last."""
    for way in _shorter(keys):
        if sum(key.width + _GAP for key in way) - _GAP <= width:
            return way
    return fitting(keys[:-1], width) if keys else ()


def _shorter(keys: tuple[Pressable, ...]) -> Iterator[tuple[Pressable, ...]]:
    """Yield the keys in fewer and fewer words, those of the last key first; no words at all at the end."""
    yield keys
    for place in reversed(range(len(keys))):
        for short in (keys[place].short.removeprefix("This ").capitalize(), ""):
            keys = (*keys[:place], keys[place]._replace(short=short), *keys[place + 1 :])
            yield keys


def pressables(table: Iterable[Key], can: Callable[[Action], bool], session: Session) -> tuple[Pressable, ...]:
    """Give the keys that do something now, the most important first."""
    keys = {key.action: key for key in table}
    possible = (keys[action] for action in _ORDER if can(action))
    return tuple(Pressable(key.action, key.keys[0], _short(key.action, key.short, session)) for key in possible)


def _short(action: Action, short: str, session: Session) -> str:
    if action is Action.PAUSE and command_for(action, session) is Command.GO_ON:
        return "Ready" if session.state is State.WAITING else "Go on"
    return short.lstrip("+-")
