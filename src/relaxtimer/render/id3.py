"""The ID3v2.3 tag of an MP3 file, with chapters (frames CHAP and CTOC). It stands before the sound."""

from __future__ import annotations

import struct

from relaxtimer.core.duration import Milliseconds
from relaxtimer.render.chapters import Chapter, Contents

_TOP_LEVEL_AND_ORDERED = 3
_UTF_16 = b"\x01"
_NO_OFFSET = 0xFFFF_FFFF
# A table of contents counts its chapters in one byte; players show no more of them.
MOST_CHAPTERS = 255


def tag(contents: Contents, duration: Milliseconds) -> bytes:
    """Make the tag; `duration` is that of the sound."""
    chapters = contents.chapters[:MOST_CHAPTERS]
    frames = [
        _text("TIT2", contents.title),
        _text("TPE1", "relaxtimer"),
        _text("TLEN", str(duration)),
        _comment(contents.text),
        _contents(len(chapters)),
        *(_chapter(index, chapter) for index, chapter in enumerate(chapters)),
    ]
    body = b"".join(frames)
    return b"ID3\x03\x00\x00" + _synchsafe(len(body)) + body


def _frame(name: str, body: bytes) -> bytes:
    return name.encode() + struct.pack(">IH", len(body), 0) + body


def _text(name: str, words: str) -> bytes:
    return _frame(name, _UTF_16 + words.encode("utf-16"))


def _comment(words: str) -> bytes:
    return _frame("COMM", _UTF_16 + b"eng" + "".encode("utf-16") + b"\x00\x00" + words.encode("utf-16"))


def _contents(chapters: int) -> bytes:
    names = b"".join(_name(index) for index in range(chapters))
    return _frame("CTOC", b"contents\x00" + bytes([_TOP_LEVEL_AND_ORDERED, chapters]) + names)


def _chapter(index: int, chapter: Chapter) -> bytes:
    times = struct.pack(">IIII", chapter.start, chapter.end, _NO_OFFSET, _NO_OFFSET)
    return _frame("CHAP", _name(index) + times + _text("TIT2", chapter.title))


def _name(index: int) -> bytes:
    return f"chapter{index}".encode() + b"\x00"


def _synchsafe(size: int) -> bytes:
    """Write a number in four bytes of seven bits."""
    return bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))
