"""Keeping the machine and its screen awake, by whichever way the system has; none is needed for a session to run."""

from __future__ import annotations

from contextlib import suppress
from queue import SimpleQueue
from threading import Thread

# In seconds: a system that does not answer keeps nobody from leaving.
_PATIENCE = 2.0


class Awake:
    """Keeps the machine awake while it is told to; asking the system may take its time, and happens in a thread."""

    def __init__(self) -> None:
        """Let it sleep."""
        self._wishes: SimpleQueue[bool | None] = SimpleQueue()
        self._thread: Thread | None = None

    def keep(self, *, on: bool) -> None:
        """Keep it awake from now on, or let it sleep."""
        if self._thread is None:
            if not on:
                return
            self._thread = Thread(target=_serve, args=(self._wishes,), daemon=True, name="awake")
            self._thread.start()
        self._wishes.put(on)

    def close(self) -> None:
        """Let it sleep, and be done."""
        if self._thread is not None:
            self._wishes.put(None)
            self._thread.join(_PATIENCE)
            self._thread = None


def way() -> str:
    """Give the name of the way in which this machine can be kept awake; nothing where there is none."""
    from wakepy import keep  # noqa: PLC0415 - a session is seen before this is loaded

    name = ""
    # Letting go can fail where keeping succeeded, with whatever error the system's way has.
    with suppress(Exception), keep.presenting(on_fail="pass") as mode:
        if mode.active and mode.method is not None:
            name = mode.method.name
    return name


def _serve(wishes: SimpleQueue[bool | None]) -> None:
    """Carry out wishes, one after another, until the last."""
    from wakepy import keep  # noqa: PLC0415 - as above

    wish = wishes.get()
    while wish is not None:
        if not wish:
            wish = wishes.get()
            continue
        with suppress(Exception), keep.presenting(on_fail="pass"):  # as above
            while wish:
                wish = wishes.get()
        while wish:
            wish = wishes.get()
