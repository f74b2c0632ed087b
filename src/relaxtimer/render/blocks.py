"""An arrangement -> blocks of samples, as they would be heard live."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Iterator

from relaxtimer.audio.clip import RATE, Clip, frames_in
from relaxtimer.sound.bed import RISE
from relaxtimer.sound.mixer import Mixer
from relaxtimer.sound.placed import Arrangement, Placed

# A third of a second: long enough to be quick, short enough that nothing has to be kept.
BLOCK = RATE // 3
# Words duck what lies under them before they begin, so that the mixer has to know of them ahead of time.
_AHEAD = RATE


def blocks(
    arrangement: Arrangement, clip_of: Callable[[Placed], Clip | None], mixer: Mixer, frames: int
) -> Iterator[array[float] | int]:
    """Yield so many frames of interleaved stereo, or of silence as the number of its frames.

    A clip is asked for a second before it sounds, and let go when it has: memory does not grow with the routine. The
    ambience has faded out at the last frame.
    """
    waiting = deque(arrangement.placed)
    fades = max(frames - RISE, 0)
    while mixer.position < frames:
        while waiting and frames_in(waiting[0].at) < mixer.position + _AHEAD:
            placed = waiting.popleft()
            clip = clip_of(placed)
            if clip is not None:
                mixer.place(clip, frames_in(placed.at), placed.bus, placed.gain)
        if mixer.position == fades:
            mixer.lay_bed(None)
        length = min(BLOCK, (fades if mixer.position < fades else frames) - mixer.position)
        samples = mixer.render(length)
        yield length if samples is None else samples
