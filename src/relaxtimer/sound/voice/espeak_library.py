"""eSpeak NG as a library that comes with the extra `voice`: nothing of the system's is needed, 5 ms for a sentence.

The library is one for the whole process, with one voice at a time: everything that touches it holds `_LOCK`.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
import threading
from _thread import allocate_lock, start_new_thread
from atexit import register
from collections.abc import Callable
from pathlib import Path
from typing import Any

from relaxtimer.core.duration import SECOND
from relaxtimer.notation.characters import escaped
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice.engine import VoiceError, VoiceName, plain
from relaxtimer.sound.voice.espeak_voices import VARIANT, EspeakVoice, names, pitch_of, rate_of, varied, wanted
from relaxtimer.sound.voice.program import Programs
from relaxtimer.sound.voice.recording import Recording
from relaxtimer.sound.voice.wav import LONGEST, from_pcm

NAME = "espeakng-loader"

# From the header `speak_lib.h` of eSpeak NG.
_SYNCHRONOUS = 2  # five times as fast as to retrieve what another thread has made, which sleeps 20 ms a clip
_DO_NOT_EXIT = 0x8000  # what is wrong is returned, where it would end this process
_UTF_8 = 1  # and no flag for SSML or phonemes: the words are nothing but words
_CHARACTERS = 1
_RATE, _PITCH = 1, 3
# Longer paths to its data do not fit into its buffers, on some systems by a hundred characters more.
_LONGEST_PATH = 120

# In seconds; on Windows nothing but this ends a wait for a thread when somebody interrupts it.
_LOOK = 0.1
# Told to end, the library does so within milliseconds; nobody leaves under it.
_TIME_TO_END = 1.0

_LOCK = threading.Lock()
_MANY_SAMPLES = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),  # each a number in one byte and a text that ends in a zero; a zero at the end
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("unused", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


class _Library:
    """The library, opened once and for all."""

    opened: _Library | None = None

    def __init__(self) -> None:
        library, data = _paths()
        try:
            self.functions: Any = ctypes.CDLL(str(library))
        except OSError as error:
            raise VoiceError(f"cannot be loaded: {escaped(str(error))}") from None
        _declare(self.functions)
        self.rate: int = self.functions.espeak_Initialize(_SYNCHRONOUS, 0, _short(data), _DO_NOT_EXIT)
        if self.rate <= 0:
            raise VoiceError(f"cannot be loaded: it does not take its data in {escaped(str(data))}")
        self.set_to: tuple[str, int, int] | None = None
        self._pcm = bytearray()
        self._stops: tuple[threading.Event, ...] = ()
        # Kept: what is called back must live as long as the library.
        self._callback = _MANY_SAMPLES(self._take)
        self.functions.espeak_SetSynthCallback(self._callback)

    @classmethod
    def get(cls) -> _Library:
        """Give the library, opened now or before; `_LOCK` is held."""
        if cls.opened is None:
            cls.opened = _Library()
        return cls.opened

    def voices(self, kind: bytes | None = None) -> list[EspeakVoice]:
        """Give its voices, or those of another kind."""
        tag = ctypes.create_string_buffer(kind or b"")
        asked = _Voice(languages=ctypes.cast(tag, ctypes.c_void_p))
        found = self.functions.espeak_ListVoices(ctypes.byref(asked) if kind else None)
        voices = []
        for each in found:
            if not each:
                break
            voice = each.contents
            voices.append(EspeakVoice(_text(voice.name), _text(voice.identifier), _languages(voice.languages)))
        return voices

    def set(self, voice: str, rate: int, pitch: int) -> None:
        """Speak with this voice from now on."""
        if self.set_to == (voice, rate, pitch):
            return
        self.set_to = None
        if self.functions.espeak_SetVoiceByName(voice.encode()) and not self._set_by_language(voice):
            raise VoiceError(f"has no voice {escaped(voice)}")
        self.functions.espeak_SetParameter(_RATE, rate, 0)
        self.functions.espeak_SetParameter(_PITCH, pitch, 0)
        self.set_to = (voice, rate, pitch)

    def say(self, words: str, stops: tuple[threading.Event, ...]) -> bytes:
        """Give the samples of words, or those made before one of the events stopped it. Not for the main thread."""
        text = words.encode() + b"\0"
        self._pcm, self._stops = bytearray(), stops
        failed = self.functions.espeak_Synth(text, len(text), 0, _CHARACTERS, 0, _UTF_8, None, None)
        if failed or self.functions.espeak_Synchronize():
            raise VoiceError(f"failed with the number {failed}")
        return bytes(self._pcm)

    def _set_by_language(self, voice: str) -> bool:
        """Set a voice that has no name of its own by its language."""
        tag = ctypes.create_string_buffer(voice.encode())
        asked = _Voice(languages=ctypes.cast(tag, ctypes.c_void_p))
        return not self.functions.espeak_SetVoiceByProperties(ctypes.byref(asked))

    def _take(self, samples: Any, count: int, _events: int | None) -> int:  # noqa: ANN401 - a pointer has no type
        if samples and count > 0:
            self._pcm += ctypes.string_at(samples, count * 2)
        # Anything but 0 ends the speech.
        return int(any(stop.is_set() for stop in self._stops) or len(self._pcm) > 2 * self.rate * LONGEST // SECOND)


class EspeakLibrary:
    """Calls the library for each text. Raises `VoiceError` where it is not there, or cannot speak."""

    name = NAME
    slow = False
    unheeded: tuple[str, ...] = ()

    def __init__(self, choice: VoiceChoice, programs: Programs) -> None:
        with _LOCK:
            library = _Library.get()
            self._voices = library.voices()
            variants = library.voices(VARIANT) if varied(choice) else ()
            self._set = wanted(choice, self._voices, variants), rate_of(choice), pitch_of(choice)
            library.set(*self._set)
            self.version = f"eSpeak NG {_text(library.functions.espeak_Info(None)).split()[0]}"
        self.identity = "\n".join((self.version, *map(str, self._set)))
        self._library = library
        self._stopped = programs.stopped

    def voices(self) -> tuple[VoiceName, ...]:
        """Give the voices that there are."""
        return names(self._voices)

    def record(self, words: str) -> Recording:
        """Call the library."""
        pcm = _out_of_the_main_thread(lambda given_up: self._say(words, given_up))
        if self._stopped.is_set():
            raise VoiceError("was stopped")
        return from_pcm(_swapped(pcm), self._library.rate)

    def _say(self, words: str, given_up: threading.Event) -> bytes:
        with _LOCK:
            self._library.set(*self._set)
            return self._library.say(plain(words), (self._stopped, given_up))


def _out_of_the_main_thread(work: Callable[[threading.Event], bytes]) -> bytes:
    """Do work where nobody interrupts it: what is raised while the library calls back is lost.

    It is told to end by an event as soon as the main thread, which waits for it, is interrupted.
    """
    given_up = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        return work(given_up)
    made: list[bytes | BaseException] = []
    # Nothing of `threading` that is written in Python: interrupted, it may keep a lock for ever.
    done = allocate_lock()
    done.acquire()

    def do() -> None:
        try:
            made.append(work(given_up))
        except BaseException as error:  # noqa: BLE001 - it is raised where the result is waited for
            made.append(error)
        done.release()

    try:
        start_new_thread(do, ())
        while not done.acquire(timeout=_LOOK):
            pass
    except BaseException:
        given_up.set()
        done.acquire(timeout=_TIME_TO_END)
        raise
    (found,) = made
    if isinstance(found, BaseException):
        raise found
    return found


def _paths() -> tuple[Path, Path]:
    """Give where the library is, and its data."""
    try:
        import espeakng_loader  # noqa: PLC0415 - an extra, which may not be there
    except ImportError:
        raise VoiceError("is not installed: it comes with `pip install espeakng-loader`") from None
    try:
        return Path(espeakng_loader.get_library_path()), Path(espeakng_loader.get_data_path())
    except (RuntimeError, OSError) as error:
        raise VoiceError(f"is damaged: {escaped(str(error))}") from None


def _declare(functions: Any) -> None:  # noqa: ANN401 - the functions of a library have no types
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    functions.espeak_Initialize.argtypes = (number, number, text, number)
    functions.espeak_SetSynthCallback.argtypes = (_MANY_SAMPLES,)
    functions.espeak_Synth.argtypes = (
        *(text, ctypes.c_size_t, ctypes.c_uint, number, ctypes.c_uint, ctypes.c_uint),
        *(pointer, pointer),
    )
    functions.espeak_ListVoices.argtypes = (pointer,)
    functions.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
    functions.espeak_SetVoiceByName.argtypes = (text,)
    functions.espeak_SetVoiceByProperties.argtypes = (pointer,)
    functions.espeak_Info.argtypes = (pointer,)
    functions.espeak_Info.restype = text


def _short(data: Path) -> bytes:
    """Give the path of the data as the library takes it; in place of a long one, that of a link that leads there."""
    encoding = "mbcs" if sys.platform == "win32" else sys.getfilesystemencoding()
    try:
        if len(path := str(data).encode(encoding, "strict")) <= _LONGEST_PATH:
            return path
        folder = tempfile.mkdtemp(prefix="relaxtimer-")
        register(shutil.rmtree, folder, ignore_errors=True)
        link = Path(folder, "data")
        link.symlink_to(data, target_is_directory=True)
        return os.fsencode(link)
    except (OSError, UnicodeError):
        raise VoiceError(f"cannot be loaded: the path of its data is too long: {escaped(str(data))}") from None


def _languages(at: int | None) -> tuple[tuple[int, str], ...]:
    found = []
    while at and (number := ctypes.string_at(at, 1)[0]):
        text = ctypes.string_at(at + 1)
        found.append((number, text.decode(errors="replace")))
        at += len(text) + 2
    return tuple(found) or ((0, ""),)


def _text(encoded: bytes | None) -> str:
    return (encoded or b"").decode(errors="replace")


def _swapped(pcm: bytes) -> bytes:
    """Put samples of this machine into little endian."""
    if sys.byteorder == "little":
        return pcm
    swapped = bytearray(pcm)
    swapped[::2], swapped[1::2] = pcm[1::2], pcm[::2]
    return bytes(swapped)
