"""The comments of FLAC, OGG and Opus files: title, text and chapters, put in after the sound was written.

libsndfile writes titles but no chapters. Only the block or pages that hold the comments are made anew: everything after
them is copied as it is, with other numbers on the pages where there are more of them now.
"""

from __future__ import annotations

import shutil
import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from relaxtimer.core.duration import HOUR, MINUTE, SECOND, Milliseconds
from relaxtimer.render.chapters import Contents

_FLAC_COMMENT = 4
_FLAC_LAST = 0x80
_VORBIS, _OPUS = b"\x03vorbis", b"OpusTags"
_LACING = 255
_MOST_LACES = 255
_HEADER = struct.Struct("<4sBBqIIIB")
_KIND, _GRANULE, _NUMBER, _SUM, _LACES = 2, 3, 5, 6, 7
_GOES_ON = 1
_NO_PACKET_ENDS = -1
# Comments number chapters in three digits.
MOST_CHAPTERS = 999


def add_comments(path: Path, contents: Contents) -> None:
    """Put title, text and chapters into a file that libsndfile has just written. Raises `ValueError` for any other."""
    whole = path.with_name(f"{path.name}.tagged")
    try:
        with path.open("rb") as source, whole.open("wb") as target:
            begins = source.read(4)
            source.seek(0)
            if begins == b"fLaC":
                _flac(source, target, comments_of(contents))
            elif begins == b"OggS":
                _ogg(source, target, comments_of(contents))
            else:
                raise ValueError(f"{path.name} is neither FLAC nor OGG")
            shutil.copyfileobj(source, target, 1 << 20)
        whole.replace(path)
    finally:
        whole.unlink(missing_ok=True)


def comments_of(contents: Contents) -> list[str]:
    """Give the comments, `NAME=value` each. There is no number for more than 999 chapters."""
    comments = [f"TITLE={contents.title}", "ARTIST=relaxtimer", f"DESCRIPTION={contents.text}"]
    for number, chapter in enumerate(contents.chapters[:MOST_CHAPTERS], start=1):
        comments += [f"CHAPTER{number:03d}={_time(chapter.start)}", f"CHAPTER{number:03d}NAME={chapter.title}"]
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


# OGG: numbered pages with a checksum, the comments at the start of the second


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
    pages = list(_pages(header, packets))
    target.write(b"".join(pages))
    if len(pages) > 1:
        _renumber(source, target, len(pages) - 1)


def _page(source: BinaryIO) -> tuple[bytes, bytes, bytes]:
    """Read a page: its header, how its packets are laced, and what it holds; nothing at the end of the file."""
    header = source.read(_HEADER.size)
    laces = source.read(header[_HEADER.size - 1]) if header else b""
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


def _pages(header: bytes, packets: list[bytes]) -> Iterator[bytes]:
    """Put packets into as many pages as they take; the first has the header of another, but for lacing and checksum."""
    laces = b"".join(bytes([_LACING] * (len(packet) // _LACING)) + bytes([len(packet) % _LACING]) for packet in packets)
    body = b"".join(packets)
    fields = list(_HEADER.unpack(header))
    granule = fields[_GRANULE]
    while laces:
        taken, laces = laces[:_MOST_LACES], laces[_MOST_LACES:]
        fields[_GRANULE] = granule if min(taken) < _LACING else _NO_PACKET_ENDS
        yield _made(fields, taken, body[: sum(taken)])
        body = body[sum(taken) :]
        fields[_KIND] = _GOES_ON if taken[-1] == _LACING else 0
        fields[_NUMBER] += 1


def _renumber(source: BinaryIO, target: BinaryIO, by: int) -> None:
    """Copy all other pages with a number that is so much higher."""
    while (page := _page(source))[0]:
        fields = list(_HEADER.unpack(page[0]))
        fields[_NUMBER] += by
        target.write(_made(fields, *page[1:]))


def _made(fields: list[Any], laces: bytes, body: bytes) -> bytes:
    """Make a page, with its checksum: CRC-32 with the polynomial 0x04c11db7, from 0, nothing reflected."""
    fields[_SUM], fields[_LACES] = 0, len(laces)
    reflected = zlib.crc32((_HEADER.pack(*fields) + laces + body).translate(_REFLECTED), _ALL) ^ _ALL
    fields[_SUM] = int.from_bytes(reflected.to_bytes(4, "little").translate(_REFLECTED), "big")
    return _HEADER.pack(*fields) + laces + body


# zlib sums up with the same polynomial from all ones, everything reflected, and turns over all bits at both ends.
_ALL = 0xFFFF_FFFF
_REFLECTED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
