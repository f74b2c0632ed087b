"""What terminals send for keys that are no characters: xterm and those after it, rxvt, and the Linux console."""

from __future__ import annotations

from collections.abc import Iterator

_LETTERS = {"A": "up", "B": "down", "C": "right", "D": "left", "H": "home", "F": "end"}
_NUMBERS = {
    1: "home", 2: "insert", 3: "delete", 4: "end", 5: "pageup", 6: "pagedown", 7: "home", 8: "end",
    11: "f1", 12: "f2", 13: "f3", 14: "f4", 15: "f5", 17: "f6", 18: "f7", 19: "f8", 20: "f9", 21: "f10",
    23: "f11", 24: "f12",
}  # fmt: skip


def _all() -> Iterator[tuple[str, str]]:
    for letter, name in _LETTERS.items():
        yield f"\x1b[{letter}", name
        yield f"\x1bO{letter}", name
    for number, name in _NUMBERS.items():
        yield f"\x1b[{number}~", name
    for place, letter in enumerate("PQRS", 1):
        yield f"\x1bO{letter}", f"f{place}"
    for place, letter in enumerate("ABCDE", 1):
        yield f"\x1b[[{letter}", f"f{place}"


SEQUENCES = dict(_all())
"""Names of keys, as they stand in the settings, by what is sent for them."""
