"""Keys for the plain face: what can be pressed while lines are written, and who waits between them."""

from __future__ import annotations

import codecs
import re
import select
import sys
import time
from typing import Protocol, TextIO

from relaxtimer.core.keys import NAMED
from relaxtimer.plain.sequences import SEQUENCES

_NAMES = {
    " ": "space", "+": "plus", "=": "equals_sign", "-": "minus", "?": "question_mark",
    "\r": "enter", "\n": "enter", "\x1b": "escape",
    **SEQUENCES,
}  # fmt: skip
_KEY = re.compile(r"\x1b\[\[[A-E]|\x1b\[[0-?]*[ -/]*[@-~]|\x1bO[@-~]|[^\x1b]|\x1b")
_UNFINISHED = re.compile(r"\x1b(?:\[\[|\[[0-?]*[ -/]*|O)?\Z")


class Keys(Protocol):
    """Where keys come from."""

    @property
    def listening(self) -> bool:
        """Whether there is somebody to press a key; in the background, once the session is fetched from there."""
        ...

    def open(self) -> None:
        """Take the terminal for single keys, or take it again after it was used by others."""
        ...

    def close(self) -> None:
        """Give the terminal back as it was."""
        ...

    def wait(self, seconds: float | None, wake: int | None) -> tuple[str, ...]:
        """Wait so long (`None`: without end), for keys, or for something to read from `wake`; give the keys."""
        ...


class NoKeys:
    """Nobody presses anything."""

    listening = False

    def open(self) -> None:
        """Take nothing."""

    def close(self) -> None:
        """Give nothing back."""

    def wait(self, seconds: float | None, wake: int | None) -> tuple[str, ...]:
        """Wait, for `wake` too."""
        if wake is not None:
            select.select([wake], [], [], seconds)
        elif seconds is not None:
            time.sleep(seconds)
        return ()


class Decoder:
    """Bytes of a terminal -> names of keys. What it cannot name, it leaves out; letters are small letters."""

    def __init__(self) -> None:
        """Have read nothing."""
        self._text = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._unfinished = ""

    @property
    def undecided(self) -> bool:
        """Whether the last key may be escape, or the beginning of another one."""
        return self._unfinished == "\x1b"

    def settle(self) -> tuple[str, ...]:
        """Take it that nothing follows: give escape, where that is what was pressed."""
        pressed, self._unfinished = self.undecided, ""
        return ("escape",) if pressed else ()

    def decode(self, data: bytes) -> tuple[str, ...]:
        """Give the keys that are complete; the beginning of a sequence waits for its end."""
        text = self._unfinished + self._text.decode(data)
        unfinished = _UNFINISHED.search(text)
        end = unfinished.start() if unfinished else len(text)
        self._unfinished = text[end:]
        return tuple(name for each in _KEY.findall(text[:end]) if (name := name_of(each)))


def name_of(key: str) -> str | None:
    """Give the name of a key as it is typed: `space`, `right`, `n`; `None` for one without a name."""
    if key in _NAMES:
        return _NAMES[key]
    letter = key.lower()
    return NAMED.get(letter, letter) if len(key) == 1 and key.isprintable() else None


def keys_of(stdin: TextIO | None) -> Keys | None:
    """Give the keys of a terminal; `None` where standard input is none."""
    if stdin is None or stdin.closed or not stdin.isatty():
        return None
    if sys.platform == "win32":
        from relaxtimer.plain.windows_keys import console  # noqa: PLC0415 - there is no such module elsewhere

        return console()
    from relaxtimer.plain.terminal_keys import TerminalKeys  # noqa: PLC0415 - needs termios, which Windows lacks

    return TerminalKeys(stdin.fileno())
