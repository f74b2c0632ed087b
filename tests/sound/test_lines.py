from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from relaxtimer.sound.lines import Reporter, lines
from relaxtimer.sound.messages import Alive, Lost


def reading(*parts: bytes) -> Callable[[], bytes]:
    left = list(parts)
    return lambda: left.pop(0) if left else b""


@pytest.mark.parametrize(
    "parts",
    [(b"one\ntwo\nthree\n",), (b"o", b"ne\ntw", b"o\nthree", b"\n"), (b"one\n", b"two\n", b"three\n", b"unfinished")],
)
def test_lines_come_whole_however_they_are_cut(parts: tuple[bytes, ...]) -> None:
    assert list(lines(reading(*parts))) == [b"one", b"two", b"three"]


def test_a_line_without_an_end_is_not_kept() -> None:
    with pytest.raises(OSError, match="more than 10 bytes"):
        list(lines(reading(b"12345\n123456", b"78901"), 10))


def test_reports_are_lines_until_nobody_reads_them() -> None:
    reads, writes = os.pipe()
    reporter = Reporter(writes)
    reporter.say(Alive())
    reporter.say(Lost("gone", "no sound"))
    assert os.read(reads, 1_000) == b'{"type":"Alive"}\n{"type":"Lost","why":"gone","brief":"no sound"}\n'
    assert not reporter.unheard
    os.close(reads)
    reporter.say(Alive())
    os.close(writes)
    assert reporter.unheard
