"""What is wrong with a sound file."""

from __future__ import annotations

PLAYABLE = "WAV, FLAC, OGG Vorbis or MP3"


class SoundFileError(Exception):
    """A sound file that cannot be read or written.

    Its words are one sentence without the file's name, which is for the caller to show, and quote nothing from it.
    """


def damaged(kind: str) -> SoundFileError:
    """Make the error for a file that is of a known kind, and broken."""
    return SoundFileError(f"The file is {kind}, and damaged: save it again, as {PLAYABLE}.")
