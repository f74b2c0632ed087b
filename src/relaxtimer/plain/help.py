"""The keys of the plain face, and the stop rules, as lines."""

from __future__ import annotations

from collections.abc import Iterable

from relaxtimer.core.keys import Action, Key
from relaxtimer.core.stop_rules import DISCLAIMER, STOP_RULES

ON_SCREEN_ONLY = frozenset({Action.BIG, Action.TURN})
_SPOKEN = {"right": "right arrow", "left": "left arrow", "up": "up arrow", "down": "down arrow"}
# What is told at the start: what a key does, in two words.
_FIRST = {
    Action.PAUSE: "pause",
    Action.HURTS: "this hurts",
    Action.HELP: "keys and stop rules",
    Action.LEAVE: "leave",
}


def actions_of(table: Iterable[Key]) -> dict[str, Action]:
    """Give what each key stands for."""
    return {name: key.action for key in table for name in key.keys if key.action not in ON_SCREEN_ONLY}


def help_lines(table: Iterable[Key]) -> list[str]:
    """Give every key with what it does, then the rules for when to stop."""
    keys = [
        f"{_capital(' or '.join(spoken_key(name) for name in key.keys))}: {key.words}."
        for key in table
        if key.action not in ON_SCREEN_ONLY
    ]
    return ["Keys.", *keys, "When to stop.", *STOP_RULES, DISCLAIMER]


def first_keys(table: Iterable[Key]) -> str:
    """Say the keys that matter most."""
    keys = {key.action: key.keys[0] for key in table}
    return " ".join(f"{named(keys[action])}: {words}." for action, words in _FIRST.items())


def key_of(action: Action, table: Iterable[Key]) -> str:
    """Name the first key of an action."""
    return named(next(key.keys[0] for key in table if key.action is action))


def named(name: str) -> str:
    """Name a key at the beginning of a line."""
    spoken = spoken_key(name)
    return spoken[0].upper() + spoken[1:]


def spoken_key(name: str) -> str:
    """Name a key in words."""
    return _SPOKEN.get(name, name.replace("_", " "))


def _capital(words: str) -> str:
    return words if len(words.split(maxsplit=1)[0]) == 1 else words[0].upper() + words[1:]
