"""What was worked out once and may be needed again, in bounded room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Values for things that are told apart by identity, which costs nothing, and by whatever else makes a difference.

    The things are held, so that no other can take the identity of one. What was not asked for the longest goes first.
    """

    def __init__(self, most: int) -> None:
        """Keep so many values at most."""
        self._most = most
        self._values: OrderedDict[Hashable, tuple[tuple[object, ...], Value]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._values)

    def find(self, things: tuple[object, ...], rest: Hashable = None) -> Value | None:
        """Give what was kept, if it still is."""
        key = _key(things, rest)
        found = self._values.get(key)
        if found is None:
            return None
        self._values.move_to_end(key)
        return found[1]

    def keep(self, value: Value, things: tuple[object, ...], rest: Hashable = None) -> Value:
        """Keep a value, and give it."""
        key = _key(things, rest)
        self._values[key] = things, value
        self._values.move_to_end(key)
        if len(self._values) > self._most:
            self._values.popitem(last=False)
        return value


def _key(things: tuple[object, ...], rest: Hashable) -> Hashable:
    return *map(id, things), rest
