"""Sound as a stream, by way of miniaudio: PulseAudio and PipeWire, ALSA, Core Audio, WASAPI."""

from __future__ import annotations

import atexit
import ctypes
import sys
from array import array
from collections.abc import Generator
from contextlib import suppress

import miniaudio
from miniaudio import Backend, MiniaudioError, PlaybackDevice, SampleFormat, ffi, lib

from relaxtimer.audio.clip import RATE
from relaxtimer.machine import nanoseconds
from relaxtimer.sound.outputs.frame_clock import FrameClock
from relaxtimer.sound.outputs.output import OutputError, Render

CHANNELS = 2
# So long may anything else keep the interpreter without a gap in the sound.
BUFFER_MILLISECONDS = 100

# Never the library's own list: it has `NULL` in it, a device that nobody hears.
_BACKENDS = {
    "linux": (Backend.PULSEAUDIO, Backend.ALSA, Backend.JACK),
    "darwin": (Backend.COREAUDIO,),
    "win32": (Backend.WASAPI, Backend.DSOUND, Backend.WINMM),
}
_OTHER_BACKENDS = (Backend.SNDIO, Backend.AUDIO4, Backend.OSS, Backend.PULSEAUDIO, Backend.JACK)


class MiniaudioOutput:
    """The default device of the system, asked for by blocks of 48 kHz stereo."""

    name = "miniaudio"
    limits: tuple[str, ...] = ()

    def __init__(self, backends: tuple[Backend, ...] = ()) -> None:
        """Be closed; `backends` are tried in their order, those of the platform where none are given."""
        self.device = ""
        self.clock = FrameClock()
        self.failed = ""
        self._backends = backends or _BACKENDS.get(sys.platform, _OTHER_BACKENDS)
        self._device: _Device | None = None
        self._stopping = False
        self._frame = 0

    def open(self) -> None:
        """Open the first backend that has a device. Raises `OutputError` with the reason of each that has none."""
        _silence_alsa()
        reasons = []
        for backend in self._backends:
            try:
                self._device = _Device(backend)
            except MiniaudioError as error:
                reasons.append(f"{backend.name}: {_reason(error)}")
                continue
            self.device = (
                f"{self._device.backend}: {self._device.label}" if self._device.label else self._device.backend
            )
            # The interpreter would wait forever for the thread of a device that is still open when it ends.
            atexit.register(self.close)
            return
        raise OutputError("; ".join(reasons))

    def start(self, render: Render) -> None:
        """Ask for blocks from now on."""
        if self._device is None:
            raise OutputError("the device is not open")
        self._stopping = False
        # Whoever renders now counts its frames from the first one, too.
        self._frame = 0
        self.clock.forget()
        blocks = self._blocks(render)
        next(blocks)
        self._device.stop_callback = self._stopped
        try:
            self._device.start(blocks)
        except MiniaudioError as error:
            raise OutputError(_reason(error)) from error

    def stop(self) -> None:
        """Ask for no more."""
        self._stopping = True
        if self._device is not None:
            try:
                self._device.stop()
            except MiniaudioError as error:
                raise OutputError(_reason(error)) from error

    def close(self) -> None:
        """Let go of the device and of what belongs to it."""
        self._stopping = True
        device, self._device = self._device, None
        if device is not None:
            device.release()
            atexit.unregister(self.close)

    def _stopped(self) -> None:
        if not self._stopping:
            self.failed = "the device was stopped"

    def _blocks(self, render: Render) -> Generator[array[float] | bytes, int, None]:
        """Give a block for each number of frames asked for; an exception here would be printed, and end the sound."""
        block: array[float] | bytes = b""
        while True:
            frames = yield block
            self.clock.asked(self._frame, nanoseconds())
            self._frame += frames
            try:
                block = render(frames) or b""
            except Exception as error:  # noqa: BLE001 - whatever it is: it is told, and the device is opened again
                self.failed = f"mixing failed: {error!r}"
                block = b""


class _Device(PlaybackDevice):  # type: ignore[misc] # miniaudio has no types
    """A device that lets go of its context too: the library never does, five file descriptors a time."""

    def __init__(self, backend: Backend) -> None:
        self._context = None
        try:
            super().__init__(
                SampleFormat.FLOAT32, CHANNELS, RATE, BUFFER_MILLISECONDS, backends=[backend], app_name="relaxtimer"
            )
        except MiniaudioError:
            self.release()
            raise
        self.label = _label(self._context)

    def release(self) -> None:
        """Close the device, then its context."""
        self.close()
        context, self._context = self._context, None
        if context is not None:
            lib.ma_context_uninit(context)


def _label(context: object) -> str:
    """Give the name that the system has for its default device; empty where it has none."""
    with suppress(MiniaudioError, UnicodeDecodeError), ffi.new("ma_device_info**") as found:
        count = ffi.new("ma_uint32*")
        if lib.ma_context_get_devices(context, found, count, ffi.NULL, ffi.NULL) == lib.MA_SUCCESS:
            devices = [found[0][place] for place in range(count[0])]
            chosen = next((each for each in devices if each.isDefault), devices[0] if devices else None)
            return str(ffi.string(chosen.name).decode()) if chosen is not None else ""
    return ""


def _reason(error: MiniaudioError) -> str:
    """Give the words and the number of an error of the library."""
    return " ".join(str(each) for each in error.args)


_HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)
# Takes what ALSA has to say. The library keeps only a pointer to this: it stays alive with the module.
_say_nothing = _HANDLER(lambda *_: None)


def _silence_alsa() -> None:
    """Keep ALSA from writing over the screen, for as long as this process lives."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_say_nothing)


def version() -> str:
    """Give the version of the library."""
    return str(miniaudio.lib_version())
