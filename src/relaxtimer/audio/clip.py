"""A sound in memory."""

from __future__ import annotations

from array import array

from msgspec import Struct

from relaxtimer.core.duration import SECOND, Milliseconds

# Frames a second, everywhere: most devices run at it, and Opus allows no 44,100.
RATE = 48_000


class Clip(Struct, frozen=True, eq=False, weakref=True):
    """Samples at `RATE` as 32-bit floats, full scale 1.0; stereo ones lie left, right, left, right.

    Raises `ValueError` where there is not the same number of samples for each channel.
    """

    samples: array[float]
    channels: int = 1

    def __post_init__(self) -> None:
        """Refuse what could not be played."""
        if self.samples.typecode != "f" or self.channels not in {1, 2} or len(self.samples) % self.channels:
            message = f"{len(self.samples)} samples of type {self.samples.typecode} are no {self.channels} channels"
            raise ValueError(message)

    @property
    def frames(self) -> int:
        """How many samples each channel has."""
        return len(self.samples) // self.channels

    @property
    def duration(self) -> Milliseconds:
        """How long it lasts, rounded up."""
        return -(-self.frames * SECOND // RATE)


def frames_in(duration: Milliseconds) -> int:
    """Give how many frames a duration has: exact, a millisecond is 48 of them."""
    return duration * RATE // SECOND
