from __future__ import annotations

import errno
import fcntl
import io
import os
import pty
import struct
import termios
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from relaxtimer.plain.writer import NobodyReadsError, Writer, readable
from tests.conftest import need


@pytest.fixture
def pipe() -> Iterator[tuple[int, io.TextIOWrapper]]:
    """The reading end, and the other as a text file."""
    reading, writing = os.pipe()
    with open(writing, "w", encoding="utf-8") as out:  # noqa: PTH123 - there is no path to a pipe
        yield reading, out
        Writer(out).abandon()


@pytest.mark.parametrize(
    ("encoding", "line"),
    [
        ("utf-8", "“Café” – 2 × ½ … 痛 →"),
        ("latin-1", '"Café" - 2 × ½ ... ? ->'),
        ("ascii", '"Cafe" - 2 x 1/2 ... ? ->'),
    ],
)
def test_what_an_encoding_lacks_is_written_in_plainer_characters(encoding: str, line: str) -> None:
    assert readable("“Café” – 2 × ½ … 痛 →", encoding) == line


def test_control_characters_never_reach_the_terminal() -> None:
    assert readable("a\x1b[31mb\nc\x9bd\u202ee\u2028f", "utf-8") == "a [31mb c d e f"


def test_a_half_of_a_character_is_replaced() -> None:
    assert readable("knee \ud83d", "utf-8").startswith("knee ")
    assert "\ud83d" not in readable("knee \ud83d", "utf-8")


def test_each_line_is_there_at_once(pipe: tuple[int, io.TextIOWrapper]) -> None:
    reading, out = pipe
    writer = Writer(out)
    writer.lines("One.")
    assert os.read(reading, 100) == b"One.\n"
    writer.lines("Two.", "Three.")
    assert os.read(reading, 100) == b"Two.\nThree.\n"
    assert not writer.stuck


def test_a_reader_that_has_gone_is_noticed(pipe: tuple[int, io.TextIOWrapper]) -> None:
    reading, out = pipe
    os.close(reading)
    with pytest.raises(NobodyReadsError) as noticed:
        Writer(out).lines("One.")
    assert not noticed.value.terminal


def test_after_it_is_abandoned_nothing_fails_any_more(pipe: tuple[int, io.TextIOWrapper]) -> None:
    reading, out = pipe
    writer = Writer(out)
    os.close(reading)
    with pytest.raises(NobodyReadsError):
        writer.lines("One.")
    writer.abandon()
    writer.lines("Two.")


def test_a_last_line_does_not_wait_for_a_reader_that_stands_still(pipe: tuple[int, io.TextIOWrapper]) -> None:
    reading, out = pipe
    fill(out.fileno())
    Writer(out).last("The end.")
    os.set_blocking(reading, False)
    assert b"The end" not in b"".join(iter(lambda: _read(reading), b""))


def test_a_last_line_to_a_reader_that_has_gone_is_dropped(pipe: tuple[int, io.TextIOWrapper]) -> None:
    reading, out = pipe
    os.close(reading)
    Writer(out).last("The end.")


def test_a_last_line_is_written_where_there_is_no_file_of_the_system() -> None:
    paper = io.StringIO()
    writer = Writer(paper)
    writer.last("The end.")
    writer.abandon()
    assert paper.getvalue() == "The end.\n"


def test_a_pipe_that_does_not_block_gets_every_line(pipe: tuple[int, io.TextIOWrapper]) -> None:
    """Some programs hand on pipes that refuse instead of waiting."""
    reading, out = pipe
    os.set_blocking(out.fileno(), False)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.extend(iter(lambda: os.read(reading, 65536), b"")))
    reader.start()
    writer = Writer(out)
    for number in range(20_000):
        writer.lines(f"Line {number}.")
    writer.abandon()
    reader.join()
    assert b"".join(read).decode().splitlines() == [f"Line {number}." for number in range(20_000)]


def test_a_full_disk_is_not_taken_for_a_reader_that_has_gone() -> None:
    need(Path("/dev/full").exists(), "needs /dev/full")
    with Path("/dev/full").open("w", encoding="utf-8") as out:
        writer = Writer(out)
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            writer.lines("One.")
        assert writer.stuck
        writer.abandon()


def fill(writing: int) -> None:
    """Write into a pipe until it takes no more."""
    os.set_blocking(writing, False)
    try:
        while os.write(writing, b"x" * 4096):
            pass
    except BlockingIOError:
        os.set_blocking(writing, True)


def _read(reading: int) -> bytes:
    try:
        return os.read(reading, 65536)
    except BlockingIOError:
        return b""


def test_in_a_terminal_lines_break_between_words_and_elsewhere_they_stay_whole(tmp_path: Path) -> None:
    line = "New numbness, weakness, pins and needles, electric pain down a leg: stop at once."
    master, slave = pty.openpty()
    try:
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
        with open(slave, "w", encoding="utf-8", closefd=False) as out:
            Writer(out).lines(line, "")
        rows = os.read(master, 1_000).decode().split("\r\n")
    finally:
        os.close(master)
        os.close(slave)
    assert max(map(len, rows)) <= 40
    assert " ".join(rows).split() == line.split()
    file = tmp_path / "lines.txt"
    with file.open("w", encoding="utf-8") as out:
        Writer(out).lines(line)
    assert file.read_text(encoding="utf-8") == f"{line}\n"
