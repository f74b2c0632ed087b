"""A page: something asked or told, and the keys that answer it. An interview is pages that follow from the answers."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct


class Option(Struct, frozen=True):
    """A key, by its name, and what it stands for; `marked` where it is ticked or not."""

    key: str
    words: str
    marked: bool | None = None


class Page(Struct, frozen=True, kw_only=True):
    """What is shown at once: `alarm` where it tells to stop.

    Where a number from 0 to 10 is asked for, `scale` is what its ends mean.
    """

    title: str
    text: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    scale: tuple[str, str] | None = None
    alarm: bool = False


class Interview(Protocol):
    """Pages, one after another."""

    @property
    def page(self) -> Page | None:
        """What is asked now; `None` when nothing is left to ask."""
        ...

    def press(self, key: str) -> bool:
        """Take a key by its name; tell whether it meant something."""
        ...
