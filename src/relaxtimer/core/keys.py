"""What can be pressed during a session, and what it asks for: one table for screen, plain lines and help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Protocol, TypeVar

from msgspec import Struct

from relaxtimer.core.events import Command
from relaxtimer.core.possible import possible
from relaxtimer.core.session import Session
from relaxtimer.core.states import TABLE, State


class Action(StrEnum):
    """Something a key stands for; the value is its name in the settings."""

    PAUSE = "pause"
    NEXT = "next"
    BACK = "back"
    AGAIN = "again"
    LONGER = "longer"
    SHORTER = "shorter"
    SWITCH_SIDES = "switch-sides"
    HURTS = "hurts"
    VARIANT = "variant"
    WHERE = "where"
    MUTE = "mute"
    VOICE = "voice"
    LOUDER = "louder"
    QUIETER = "quieter"
    BIG = "big"
    TURN = "turn"
    HELP = "help"
    LEAVE = "leave"


Some = TypeVar("Some")
Some_co = TypeVar("Some_co", covariant=True)


class Bound(Protocol[Some_co]):
    """A row of a table of keys."""

    @property
    def action(self) -> Some_co:
        """Something that can be done."""
        ...

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that stand for it."""
        ...


class Key(Struct, frozen=True):
    """An action with its keys, by the names terminals give them, and what it does in a few words."""

    action: Action
    keys: tuple[str, ...]
    short: str
    words: str


KEYS = (
    Key(Action.PAUSE, ("space",), "Pause", "Pause; go on; in a step without a clock: ready"),
    Key(Action.NEXT, ("right", "n"), "Next", "Next step"),
    Key(Action.BACK, ("left", "b"), "Back", "Back: this step again, or the step before within 2 seconds of its start"),
    Key(Action.AGAIN, ("r",), "Again", "This step again"),
    Key(Action.LONGER, ("plus", "equals_sign"), "+10 s", "Ten seconds more"),
    Key(Action.SHORTER, ("minus",), "-10 s", "Ten seconds less"),
    Key(Action.SWITCH_SIDES, ("s",), "Side", "Switch sides now; while getting into place: start with the other side"),
    Key(Action.HURTS, ("h",), "This hurts", "This hurts: stop at once, then choose"),
    Key(Action.VARIANT, ("e",), "Easier", "The easier variant of this step; the full one again"),
    Key(Action.WHERE, ("w",), "Where", "Where am I: the step, its side, and the time left, said and shown"),
    Key(Action.MUTE, ("m",), "Mute", "Sound off and on"),
    Key(Action.VOICE, ("v",), "Voice", "Voice off and on"),
    Key(Action.LOUDER, ("up",), "Louder", "Louder"),
    Key(Action.QUIETER, ("down",), "Quieter", "Quieter"),
    Key(Action.BIG, ("f",), "Big", "Big display: digits and one line"),
    Key(Action.TURN, ("t",), "Turn", "Turn the display a quarter, for lying on the side"),
    Key(Action.HELP, ("question_mark",), "Help", "Keys and stop rules"),
    Key(Action.LEAVE, ("q",), "Leave", "Leave; asks first"),
)
# The stop rules are always one key away, and always the same one.
FIXED = {Action.HELP: ("question_mark",)}
# What answers a question, closes, or chooses: no action can have it.
TAKEN = frozenset({"enter", "escape", "tab", "shift+tab", "backspace", *"0123456789"})
_PRINTED = {
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "pageup": "page up",
    "pagedown": "page down",
}
# The keys that can be chosen, by the names terminals give them, with how a person may write them.
NAMED = {
    **{printed: name for name, printed in _PRINTED.items() if printed not in {"→", "←", "↑", "↓"}},
    **{name: name for name in ("space", "right", "left", "up", "down", "home", "end", "insert", "delete")},
    **{f"f{number}": f"f{number}" for number in range(1, 13)},
    ".": "full_stop",
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    "!": "exclamation_mark",
    "/": "slash",
    "*": "asterisk",
    "#": "number_sign",
    "'": "apostrophe",
    **{letter: letter for letter in "abcdefghijklmnopqrstuvwxyz"},
}
_WRITTEN = {name: written for written, name in NAMED.items()}


def printed(key: str) -> str:
    """Give the name of a key as it is printed on it."""
    return _PRINTED.get(key) or _WRITTEN.get(key, key)


def keys_with(changes: Mapping[Action, tuple[str, ...]]) -> tuple[Key, ...]:
    """Give the table with other keys for some actions."""
    return tuple(
        Key(
            key.action,
            tuple(dict.fromkeys((*changes[key.action], *FIXED.get(key.action, ())))),
            key.short,
            key.words,
        )
        if key.action in changes
        else key
        for key in KEYS
    )


def clashes(table: Iterable[Bound[Some]]) -> tuple[tuple[str, Some, Some], ...]:
    """Give each key that stands for two actions, with both."""
    found: list[tuple[str, Some, Some]] = []
    owners: dict[str, Some] = {}
    for key in table:
        for name in key.keys:
            if name in owners:
                found.append((name, owners[name], key.action))
            owners.setdefault(name, key.action)
    return tuple(found)


COMMANDS = {
    Action.NEXT: Command.NEXT,
    Action.BACK: Command.BACK,
    Action.AGAIN: Command.AGAIN,
    Action.LONGER: Command.LONGER,
    Action.SHORTER: Command.SHORTER,
    Action.SWITCH_SIDES: Command.SWITCH_SIDES,
    Action.HURTS: Command.HURTS,
}


def command_for(action: Action, session: Session) -> Command | None:
    """Give the command an action asks for as things stand; `None` where there is nothing to ask."""
    if action is Action.PAUSE:
        return next((each for each in (Command.GO_ON, Command.PAUSE) if session.can(each)), None)
    if action is Action.VARIANT:
        return next((each for each in (Command.FULL, Command.EASE) if session.can(each)), None)
    command = COMMANDS.get(action)
    return command if command is not None and session.can(command) else None


def offered(action: Action, session: Session) -> bool:
    """Tell whether an action asks for something possible: before the start, whether it will once that is made."""
    if session.state is not State.BEFORE:
        return command_for(action, session) is not None
    if action is Action.VARIANT:
        return any(possible(each, session.timeline, session.moment) for each in (Command.EASE, Command.FULL))
    command = Command.PAUSE if action is Action.PAUSE else COMMANDS.get(action)
    if command is None or command not in TABLE[State.LEAD_IN]:
        return False
    return possible(command, session.timeline, session.moment)
