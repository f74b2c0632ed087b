"""Decoding where a crash costs nothing: in a process of its own, bounded in memory and time."""

from __future__ import annotations

import subprocess
import sys
from array import array

from relaxtimer.audio.decoding import Decoded
from relaxtimer.audio.errors import SoundFileError, damaged
from relaxtimer.core.duration import Milliseconds

# Decoding a minute takes half a second; a machine that is busy with other things gets ample time.
PATIENCE = 30

# `-P` keeps the folder one happens to be in from the places where modules are looked for: a `miniaudio.py` that lies
# beside a stranger's routine is never run.
_COMMAND = (sys.executable, "-P", "-m", "relaxtimer.audio.decoding")
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def decode_apart(data: bytes, kind: str, channels: int | None, longest: Milliseconds) -> Decoded:
    """Do what `decoding.decode` does, and survive it; raises `SoundFileError`."""
    command = (*_COMMAND, kind, str(channels or 0), str(longest))
    try:
        done = subprocess.run(  # noqa: S603 - this very program, and nothing from the file is an argument
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
            creationflags=_NO_WINDOW,
        )
    except subprocess.SubprocessError as error:
        raise damaged(kind) from error
    except OSError as error:
        raise SoundFileError(f"No process could be started to read the file: {error.strerror}.") from error
    return _understood(done.stdout, kind)


def _understood(answer: bytes, kind: str) -> Decoded:
    line, _, pcm = answer.partition(b"\n")
    verdict, _, words = line.decode().partition(" ")
    if verdict == "wrong":
        raise SoundFileError(words)
    if verdict != "right":
        raise damaged(kind)
    samples = array("f")
    samples.frombytes(pcm)
    return Decoded(samples, *map(int, words.split()))
