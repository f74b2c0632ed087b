"""The keys of the plain face, and the stop rules, as lines."""

from __future__ import annotations

from relaxtimer.core.keys import KEYS, Action
from relaxtimer.core.stop_rules import DISCLAIMER, STOP_RULES

ON_SCREEN_ONLY = frozenset({Action.BIG, Action.TURN})
ACTIONS = {name: key.action for key in KEYS for name in key.keys if key.action not in ON_SCREEN_ONLY}

_SPOKEN = {"right": "right arrow", "left": "left arrow", "equals_sign": "equals sign", "question_mark": "question mark"}


def help_lines() -> list[str]:
    """Give every key with what it does, then the rules for when to stop."""
    keys = [
        f"{_capital(' or '.join(_SPOKEN.get(name, name) for name in key.keys))}: {key.words}."
        for key in KEYS
        if key.action in ACTIONS.values()
    ]
    return ["Keys.", *keys, "When to stop.", *STOP_RULES, DISCLAIMER]


def _capital(words: str) -> str:
    return words if len(words.split(maxsplit=1)[0]) == 1 else words[0].upper() + words[1:]
