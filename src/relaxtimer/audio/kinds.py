"""What kind of file it is, by its first bytes: a name proves nothing."""

from __future__ import annotations

from relaxtimer.audio.errors import PLAYABLE, SoundFileError

_FAR_ENOUGH = 512
_SYNC, _SYNC_BITS, _LAYER_BITS = 0xFF, 0xE0, 0x06
_OTHERS = (
    (4, b"ftyp", "AAC or ALAC (M4A)"),
    (0, b"FORM", "AIFF"),
    (0, b".snd", "AU"),
    (0, b"caff", "CAF"),
    (0, b"\x30\x26\xb2\x75", "WMA"),
    (0, b"\x1aE\xdf\xa3", "Matroska or WebM"),
    (0, b"RF64", "RF64"),
    (0, b"MThd", "MIDI"),
)


def kind_of(data: bytes) -> str:
    """Give "WAV", "FLAC", "OGG" or "MP3"; raises `SoundFileError`, which names other kinds that are known."""
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "WAV"
    if data[:4] == b"fLaC":
        return "FLAC"
    if data[:4] == b"OggS":
        return _in_ogg(data[:_FAR_ENOUGH])
    if data[:3] == b"ID3" or _is_frame(data):
        return "MP3"
    found = next((name for at, mark, name in _OTHERS if data[at : at + len(mark)] == mark), None)
    what = f"The file is {found}" if found else "The file is no sound that is known"
    raise SoundFileError(f"{what}: {PLAYABLE} is expected.")


def _in_ogg(start: bytes) -> str:
    """Tell what an OGG file holds: the first packet names it."""
    if b"\x01vorbis" in start:
        return "OGG"
    found = "Opus" if b"OpusHead" in start else "FLAC in OGG" if b"\x7fFLAC" in start else "OGG without Vorbis"
    raise SoundFileError(f"The file is {found}: {PLAYABLE} is expected.")


def _is_frame(data: bytes) -> bool:
    """Tell whether a frame of MPEG audio begins here: eleven bits set, then a layer that exists."""
    return len(data) > 1 and data[0] == _SYNC and data[1] & _SYNC_BITS == _SYNC_BITS and data[1] & _LAYER_BITS != 0
