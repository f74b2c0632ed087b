"""Sound as clips that are played when they are due, by way of simpleaudio: no ambience, no ducking, no schedule."""

from __future__ import annotations

import sys
from array import array
from importlib import import_module, metadata
from typing import Any

from relaxtimer.audio.clip import RATE, Clip, frames_in
from relaxtimer.core.duration import SECOND
from relaxtimer.machine import MILLISECOND, nanoseconds
from relaxtimer.sound.outputs.output import OutputError

# The plain distribution crashes the interpreter at the end of a sound from this Python on; the patched one does not.
_CRASHES_FROM = (3, 12)
_CRASHING = "1.0.4"
_FULL_SCALE = 32_767
_SAMPLE_BYTES = 2
# A sound that plays so much longer than it is, plays to a device that stands still.
_LATE = 1_000 * MILLISECOND
_TRIAL = array("f", bytes(4 * frames_in(SECOND // 20)))


class SimpleaudioOutput:
    """The default ALSA, Core Audio or WinMM device, one clip at a time or several at once."""

    name = "simpleaudio"
    device = ""
    limits = ("simpleaudio: no ambience, and sounds end without a fade",)

    def __init__(self) -> None:
        """Be closed."""
        self._library: Any = None
        self._playing: list[tuple[Any, int]] = []
        self._refused = ""

    @property
    def failed(self) -> str:
        """Why nothing is heard: a sound that was refused, or never ends."""
        if self._refused:
            return self._refused
        now = nanoseconds()
        self._playing = [(sound, end) for sound, end in self._playing if sound.is_playing()]
        return "a sound never ended" if any(now > end + _LATE for _, end in self._playing) else ""

    def open(self) -> None:
        """Load the library and try the device. Raises `OutputError` where either does not work."""
        if reason := unusable(sys.version_info[:2], _distributions()):
            raise OutputError(reason)
        try:
            self._library = import_module("simpleaudio")
        except ImportError as error:
            raise OutputError(f"it cannot be loaded: {error}") from error
        self._begin(Clip(_TRIAL), 0.0)

    def play(self, clip: Clip, gain: float) -> None:
        """Play a clip now; the first that is refused is the last."""
        if self._refused:
            return
        try:
            self._begin(clip, gain)
        except OutputError as error:
            self._refused = str(error)

    def _begin(self, clip: Clip, gain: float) -> None:
        if self._library is None:
            raise OutputError("the device is not open")
        try:
            sound = self._library.play_buffer(_whole_numbers(clip, gain), clip.channels, _SAMPLE_BYTES, RATE)
        except Exception as error:
            raise OutputError(str(error) or type(error).__name__) from error
        self._playing.append((sound, nanoseconds() + clip.duration * MILLISECOND))

    def silence(self) -> None:
        """Stop what plays: at once, this output has no fade."""
        for sound, _ in self._playing:
            sound.stop()
        self._playing.clear()

    def close(self) -> None:
        """Stop what plays."""
        self.silence()
        self._library = None


def unusable(python: tuple[int, ...], installed: dict[str, str]) -> str:
    """Say why this Python may not load what is installed (distribution -> version); empty where it may."""
    if not installed:
        return "it is not installed"
    if python >= _CRASHES_FROM and installed.get("simpleaudio") == _CRASHING:
        return (
            f"simpleaudio {_CRASHING} crashes Python {python[0]}.{python[1]}: install simpleaudio-patched in its place"
        )
    return ""


def _distributions() -> dict[str, str]:
    found = {}
    for name in ("simpleaudio", "simpleaudio-patched"):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def _whole_numbers(clip: Clip, gain: float) -> array[int]:
    scale = _FULL_SCALE * gain
    return array("h", [min(max(int(each * scale), -_FULL_SCALE), _FULL_SCALE) for each in clip.samples])
