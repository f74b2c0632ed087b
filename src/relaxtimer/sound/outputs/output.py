"""What an output is: something that takes blocks of sound as it needs them, or whole clips when they are due."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Protocol, TypeAlias, TypeGuard

from relaxtimer.audio.clip import Clip
from relaxtimer.sound.outputs.frame_clock import FrameClock

# So many frames -> stereo samples (left, right, left, right), or `None` for silence.
Render: TypeAlias = Callable[[int], "array[float] | None"]


class OutputError(Exception):
    """An output that does not work: why, in a few words, without a full stop."""


class Output(Protocol):
    """A way to be heard. `open`, `start`, `stop` and `close` may hang with the sound server: never wait for them."""

    @property
    def name(self) -> str:
        """What it is called: the value of `--sound-output` that chooses it."""
        ...

    @property
    def limits(self) -> tuple[str, ...]:
        """What it cannot do, each in a few words."""
        ...

    @property
    def device(self) -> str:
        """What it plays to, in the words of the system; known once it is open."""
        ...

    @property
    def failed(self) -> str:
        """Why it has ended by itself; empty while it has not."""
        ...

    def open(self) -> None:
        """Find a device. Raises `OutputError` where there is none."""
        ...

    def close(self) -> None:
        """Let go of the device; more than once does nothing."""
        ...


class Stream(Output, Protocol):
    """An output that asks for one block after another, from a thread of its own."""

    @property
    def clock(self) -> FrameClock:
        """Which frame comes when."""
        ...

    def start(self, render: Render) -> None:
        """Ask for blocks from now on. Raises `OutputError` where the device does not start."""
        ...

    def stop(self) -> None:
        """Ask for no more; can be started again."""
        ...


class Clips(Output, Protocol):
    """An output that plays whole clips at once, as they are."""

    def play(self, clip: Clip, gain: float) -> None:
        """Play a clip now; where that does not work any more, `failed` tells why."""
        ...

    def silence(self) -> None:
        """Stop what plays."""
        ...


def streams(output: Stream | Clips) -> TypeGuard[Stream]:
    """Tell whether an output is a stream."""
    return hasattr(output, "clock")


def plays_clips(output: Stream | Clips) -> TypeGuard[Clips]:
    """Tell whether an output plays clips."""
    return not hasattr(output, "clock")
