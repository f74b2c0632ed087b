"""The comments of FLAC, OGG and Opus files: title, text and chapters, put in after the sound was written.

libsndfile writes titles but no chapters. Only the block or page that holds the comments is made anew: everything after
it is copied as it is.
"""

from __future__ import annotations

import shutil
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from relaxtimer.core.duration import HOUR, MINUTE, SECOND, Milliseconds
from relaxtimer.render.chapters import Contents

_FLAC_COMMENT = 4
_FLAC_LAST = 0x80
_VORBIS, _OPUS = b"\x03vorbis", b"OpusTags"
_LACING = 255
# What a page holds: 255 laces of 255 bytes. The setup of a Vorbis stream takes about 4,000 of them.
_PAGE = 255 * _LACING
_ROOM = 50_000
_HEADER = struct.Struct("<4sBBqIIIB")


def add_comments(path: Path, contents: Contents) -> None:
    """Put title, text and chapters into a file that libsndfile has just written. Raises `ValueError` for any other."""
    whole = path.with_name(f"{path.name}.tagged")
    try:
        with path.open("rb") as source, whole.open("wb") as target:
            begins = source.read(4)
            source.seek(0)
            if begins == b"fLaC":
                _flac(source, target, _fitting(contents))
            elif begins == b"OggS":
                _ogg(source, target, _fitting(contents))
            else:
                raise ValueError(f"{path.name} is neither FLAC nor OGG")
            shutil.copyfileobj(source, target, 1 << 20)
        whole.replace(path)
    finally:
        whole.unlink(missing_ok=True)


def comments_of(contents: Contents) -> list[str]:
    """Give the comments, `NAME=value` each."""
    comments = [f"TITLE={contents.title}", "ARTIST=relaxtimer", f"DESCRIPTION={contents.text}"]
    for number, chapter in enumerate(contents.chapters, start=1):
        comments += [f"CHAPTER{number:03d}={_time(chapter.start)}", f"CHAPTER{number:03d}NAME={chapter.title}"]
    return comments


def _fitting(contents: Contents) -> list[str]:
    """Leave out the last chapters of a very long routine: the comments stay on one page."""
    comments = comments_of(contents)
    while sum(len(comment.encode()) + 4 for comment in comments) > _ROOM:
        comments = comments[:-2]
    return comments


def _time(at: Milliseconds) -> str:
    return f"{at // HOUR:02d}:{at % HOUR // MINUTE:02d}:{at % MINUTE // SECOND:02d}.{at % SECOND:03d}"


def _block(vendor: bytes, comments: Iterable[str]) -> bytes:
    encoded = [comment.encode() for comment in comments]
    parts = [struct.pack("<I", len(vendor)), vendor, struct.pack("<I", len(encoded))]
    return b"".join([*parts, *(struct.pack("<I", len(each)) + each for each in encoded)])


def _vendor(block: bytes) -> bytes:
    (length,) = struct.unpack_from("<I", block)
    return block[4 : 4 + length]


# FLAC: blocks with a length, the comments in one of them


def _flac(source: BinaryIO, target: BinaryIO, comments: list[str]) -> None:
    target.write(source.read(4))
    blocks: list[tuple[int, bytes]] = []
    last = 0
    while not last:
        kind = source.read(1)[0]
        last, kind = kind & _FLAC_LAST, kind & ~_FLAC_LAST
        blocks.append((kind, source.read(int.from_bytes(source.read(3), "big"))))
    vendor = next((_vendor(body) for kind, body in blocks if kind == _FLAC_COMMENT), b"relaxtimer")
    kept = [block for block in blocks if block[0] != _FLAC_COMMENT]
    kept.insert(1, (_FLAC_COMMENT, _block(vendor, comments)))
    for place, (kind, body) in enumerate(kept):
        ends = _FLAC_LAST if place == len(kept) - 1 else 0
        target.write(bytes([kind | ends]) + len(body).to_bytes(3, "big") + body)


# OGG: pages with a checksum, the comments at the start of the second


def _ogg(source: BinaryIO, target: BinaryIO, comments: list[str]) -> None:
    target.write(b"".join(_page(source)))
    header, laces, body = _page(source)
    packets = _packets(laces, body)
    for mark, end in ((_OPUS, b""), (_VORBIS, b"\x01")):
        if packets[0].startswith(mark):
            packets[0] = mark + _block(_vendor(packets[0][len(mark) :]), comments) + end
            break
    else:
        raise ValueError("the comments are not where OGG has them")
    target.write(_made(header, packets))


def _page(source: BinaryIO) -> tuple[bytes, bytes, bytes]:
    """Read a page: its header, how its packets are laced, and what it holds."""
    header = source.read(_HEADER.size)
    laces = source.read(header[-1])
    return header, laces, source.read(sum(laces))


def _packets(laces: bytes, body: bytes) -> list[bytes]:
    packets, start, end = [], 0, 0
    for lace in laces:
        end += lace
        if lace < _LACING:
            packets.append(body[start:end])
            start = end
    if start < end:
        raise ValueError("the comments go on over more than a page")
    return packets


def _made(header: bytes, packets: list[bytes]) -> bytes:
    """Put packets into a page with the header of another, with lacing and checksum made anew."""
    laces = b"".join(bytes([_LACING] * (len(packet) // _LACING)) + bytes([len(packet) % _LACING]) for packet in packets)
    if len(laces) > _LACING:
        raise ValueError(f"the comments take more than the {_PAGE} bytes of a page")
    fields = list(_HEADER.unpack(header))
    fields[-2], fields[-1] = 0, len(laces)
    page = _HEADER.pack(*fields) + laces + b"".join(packets)
    fields[-2] = _checksum(page)
    return _HEADER.pack(*fields) + laces + b"".join(packets)


def _checksum(page: bytes) -> int:
    """Sum up a page as OGG does: CRC-32 with the polynomial 0x04c11db7, from 0, nothing reflected."""
    value = 0
    for byte in page:
        value = (value << 8 & 0xFFFF_FFFF) ^ _TABLE[value >> 24 ^ byte]
    return value


def _table() -> tuple[int, ...]:
    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1 ^ (0x04C1_1DB7 if value >> 31 else 0)) & 0xFFFF_FFFF
        table.append(value)
    return tuple(table)


_TABLE = _table()
