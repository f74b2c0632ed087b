"""Pictures that are made ahead of their time, a slice at a time, and kept in bounded room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Generator, Hashable, Iterable
from typing import Generic, TypeAlias, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Work: TypeAlias = Generator[None, None, Value]


class Reel(Generic[Key, Value]):
    """What was made, as long as there is room for it, and what is to be made, what is needed first before all else.

    It has no clock: whoever has time to spare does a slice of the work, and another. Work that was begun and is no
    longer wished for is thrown away.
    """

    def __init__(self, room: int, weigh: Callable[[Value], int], make: Callable[[Key], Work[Value]]) -> None:
        """Keep values that weigh so much in all at most, but the one that was made last in any case."""
        self._room = room
        self._weigh = weigh
        self._make = make
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._weight = 0
        self._begun: dict[Key, Work[Value]] = {}
        self._wished: list[Key] = []

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def weight(self) -> int:
        """How much all that is kept weighs."""
        return self._weight

    def find(self, key: Key) -> Value | None:
        """Give what was made, if it is kept."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def wish(self, keys: Iterable[Key]) -> None:
        """Have these made, in this order, and nothing that was wished for before."""
        self._wished = [key for key in dict.fromkeys(keys) if key not in self._kept]
        self._wished.reverse()
        self._begun = {key: work for key, work in self._begun.items() if key in self._wished}

    def work(self) -> bool:
        """Do a slice of the work; tell whether there is more."""
        if not self._wished:
            return False
        key = self._wished[-1]
        try:
            if key not in self._begun:
                self._begun[key] = self._make(key)
            next(self._begun[key])
        except StopIteration as end:
            self._done(key, end.value)
        return bool(self._wished)

    def _done(self, key: Key, value: Value) -> None:
        self._wished.pop()
        self._begun.pop(key, None)
        self._kept[key] = value
        self._weight += self._weigh(value)
        while self._weight > self._room and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._weight -= self._weigh(gone)
