"""Speech of slow engines, kept on disk: a WAV for each text, with a sum of its samples, found by a hash.

Several processes may use the folder at once. A file comes into being under another name and is then put in its place,
so that nobody sees half of one; a file that is damaged all the same is thrown away. What was not used for the longest
time goes first when there is too much.
"""

from __future__ import annotations

import hashlib
import os
import time
import zlib
from contextlib import suppress
from pathlib import Path

from relaxtimer.notation.characters import escaped
from relaxtimer.sound.voice.engine import VoiceError
from relaxtimer.sound.voice.program import MOST_BYTES as LARGEST
from relaxtimer.sound.voice.recording import Recording
from relaxtimer.sound.voice.wav import from_wav, to_pcm, to_wav

FOLDER = "speech"
MOST_BYTES = 64 << 20
ENDING = ".wav"
UNFINISHED = ".new"
# Whoever wrote it was killed: nothing takes this long to write.
ABANDONED = 3_600.0  # seconds
_SUM = b"sum "


class Cache:
    """The recordings in a folder, at most `most` bytes of them. `trouble` says why nothing can be kept, if so."""

    def __init__(self, folder: Path, most: int = MOST_BYTES) -> None:
        self.folder = folder
        self.trouble = ""
        self._most = most

    def get(self, key: str) -> Recording | None:
        """Give a recording, if it is there and whole."""
        path = self._path(key)
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError:
            return None
        recording = _whole(data)
        with suppress(OSError):
            if recording is None:
                path.unlink()
            else:
                os.utime(path)
        return recording

    def put(self, key: str, recording: Recording) -> None:
        """Keep a recording, where that is possible."""
        path = self._path(key)
        beside = path.with_name(f"{path.stem}.{os.getpid()}.{time.monotonic_ns()}{UNFINISHED}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                beside.write_bytes(_with_sum(recording))
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)
            self.trouble = ""
        except OSError as error:
            why = escaped(error.strerror or str(error))
            self.trouble = f"Speech cannot be kept in {escaped(str(self.folder))}: {why}. It is made anew each time."
        self._make_room()

    def _path(self, key: str) -> Path:
        return self.folder / f"{hashlib.sha256(key.encode()).hexdigest()}{ENDING}"

    def _make_room(self) -> None:
        """Delete what was not used for the longest time, where there is too much."""
        found = sorted(self._found())
        total = sum(size for _, size, _ in found)
        for _, size, path in found:
            if total <= self._most:
                return
            _delete(path)
            total -= size

    def _found(self) -> list[tuple[int, int, str]]:
        """Give when each file was used, its size and path; what was never finished is deleted."""
        found = []
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                # Another process may have been faster.
                with suppress(OSError):
                    status = entry.stat()
                    if entry.name.endswith(ENDING):
                        found.append((status.st_mtime_ns, status.st_size, entry.path))
                    elif entry.name.endswith(UNFINISHED) and time.time() - status.st_mtime > ABANDONED:
                        _delete(entry.path)
        return found


def _delete(path: str) -> None:
    # It may be gone already, or open in another process.
    with suppress(OSError):
        Path(path).unlink()


def _with_sum(recording: Recording) -> bytes:
    return to_wav(recording, (_SUM, zlib.crc32(to_pcm(recording)).to_bytes(4, "little")))


def _whole(data: bytes) -> Recording | None:
    """Give the recording in a file exactly as it was written, or nothing."""
    try:
        recording = from_wav(data)
    except VoiceError:
        return None
    return recording if _with_sum(recording) == data else None
