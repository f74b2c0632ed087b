"""Keys of the Windows console."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from relaxtimer.plain.keys import name_of

# The console cannot be waited for together with a time: it is asked this often.
EVERY = 0.05
# What follows a prefix: https://learn.microsoft.com/windows/console/ knows them as scan codes.
_EXTENDED = {
    "H": "up", "P": "down", "M": "right", "K": "left",
    "G": "home", "O": "end", "R": "insert", "S": "delete", "I": "pageup", "Q": "pagedown",
    **{chr(0x3B + place): f"f{place + 1}" for place in range(10)},
    "\x85": "f11", "\x86": "f12",
}  # fmt: skip
_PREFIXES = frozenset({"\x00", "\xe0"})
_INTERRUPT = "\x03"


class ConsoleKeys:
    """The keyboard of a console, by its functions `pressed` (is there a key?) and `read` (take one)."""

    listening = True

    def __init__(self, pressed: Callable[[], bool], read: Callable[[], str], sleep: Callable[[float], None]) -> None:
        """Ask these."""
        self._pressed = pressed
        self._read = read
        self._sleep = sleep

    def open(self) -> None:
        """Need nothing: the console gives single keys as it is."""

    def close(self) -> None:
        """Change nothing."""

    def wait(self, seconds: float | None, wake: int | None) -> tuple[str, ...]:  # noqa: ARG002 - POSIX alone has it
        """Wait for keys, at most so long; give them. Raises `KeyboardInterrupt` for ctrl+c."""
        while not self._pressed() and (seconds is None or seconds > 0):
            moment = EVERY if seconds is None else min(EVERY, seconds)
            self._sleep(moment)
            seconds = None if seconds is None else seconds - moment
        return tuple(self._take())

    def _take(self) -> list[str]:
        names: list[str | None] = []
        while self._pressed():
            key = self._read()
            if key == _INTERRUPT:
                raise KeyboardInterrupt
            names.append(_EXTENDED.get(self._read()) if key in _PREFIXES else name_of(key))
        return [name for name in names if name is not None]


if sys.platform == "win32":
    import msvcrt

    def console() -> ConsoleKeys:
        """Give the keys of this process's console."""
        return ConsoleKeys(msvcrt.kbhit, msvcrt.getwch, time.sleep)
