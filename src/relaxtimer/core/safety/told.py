"""What was changed in a routine for a person, in sentences: what has the same reason stands together."""

from __future__ import annotations

from collections.abc import Iterable

from relaxtimer.core.contraindications import numbered
from relaxtimer.core.routine import Routine
from relaxtimer.core.safety.suiting import Change, Suited


def changes_told(changes: Iterable[Change]) -> tuple[str, ...]:
    """Say what is done otherwise, a line for each reason, in the order in which the first change for it comes."""
    reasons: dict[tuple[str, ...], dict[tuple[str, tuple[str, ...]], list[int]]] = {}
    for change in changes:
        what = (change.instead, change.ways if not change.instead else ())
        reasons.setdefault(change.reasons, {}).setdefault(what, []).append(change.number)
    return tuple(
        " ".join(
            [
                f"{_capital('; '.join(reason))}:",
                *(_what(*what, numbered(tuple(steps))) for what, steps in found.items()),
            ]
        )
        for reason, found in reasons.items()
    )


def not_for(suited: Suited, routine: Routine) -> str:
    """Say why another routine is better; nothing where this one suits."""
    if suited.against:
        return f"{routine.name} is not for: {'; '.join(each.words for each in suited.against)}."
    if suited.mostly_left:
        return ""
    return f"Less than half of {routine.name} is left with what holds for you today."


def _what(instead: str, ways: tuple[str, ...], steps: str) -> str:
    return f"{instead} in place of {steps}." if instead else f"{_capital(steps)}: {' '.join(ways)}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
