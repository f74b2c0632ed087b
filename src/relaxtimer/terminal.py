"""What kind of terminal this is: decisions from the environment and the standard streams, and nothing else."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from typing import Protocol


class Stream(Protocol):
    """A standard stream, as far as it matters here."""

    @property
    def encoding(self) -> str:
        """How its text becomes bytes."""
        ...

    def isatty(self) -> bool:
        """Tell whether it is a terminal."""
        ...


def why_plain(
    environment: Mapping[str, str], stdin: Stream | None, stdout: Stream | None, stderr: Stream | None
) -> str | None:
    """Give the reason, as the rest of a sentence, why nothing can be drawn here; `None` where a screen can be drawn.

    A screen needs a terminal for its keys, for its picture (on standard error) and for what is printed before and
    after it, one that moves the cursor, and characters beyond letters.
    """
    for name, stream in (("input", stdin), ("output", stdout), ("error", stderr)):
        if stream is None or not stream.isatty():
            return f"standard {name} is no terminal"
    if environment.get("TERM") in {"dumb", "unknown"}:
        return f"the terminal calls itself {environment['TERM']}"
    if stderr is not None and not _is_utf8(stderr.encoding):
        return f"the encoding is {stderr.encoding}"
    return None


def no_colour(environment: Mapping[str, str]) -> bool:
    """Tell whether the person wants no colour: `NO_COLOR` with any value that is not empty (no-color.org)."""
    return bool(environment.get("NO_COLOR"))


def is_remote(environment: Mapping[str, str]) -> bool:
    """Tell whether the terminal is at the other end of a network, where every frame costs."""
    return bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))


def _is_utf8(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name == "utf-8"
    except LookupError:
        return False
