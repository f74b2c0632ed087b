"""What a person marked: favourites."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from relaxtimer.library.marks import FILE, Marks, read_marks, write_marks


def test_what_was_marked_is_there_again(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"
    marks = Marks(welcomed=True).turned("lower-back").turned("desk-reset")
    assert write_marks(folder, marks) == ""
    assert read_marks(folder) == marks
    assert read_marks(folder).turned("lower-back").favourites == {"desk-reset"}


def test_without_a_file_nothing_is_marked(tmp_path: Path) -> None:
    assert read_marks(tmp_path) == Marks()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff", b"[]", b'{"favourites": 1}', b'{"favourites": [1]}', b"[" * 100_000],
)
def test_a_damaged_file_counts_as_empty_and_is_kept_beside_the_new_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert read_marks(tmp_path) == Marks()
    assert write_marks(tmp_path, Marks().turned("a")) == ""
    assert read_marks(tmp_path).favourites == {"a"}
    assert (tmp_path / f"{FILE}.damaged").read_bytes() == content


def test_that_it_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert "cannot be written" in write_marks(blocked / "folder", Marks())
    assert os.listdir(tmp_path) == ["file"]  # noqa: PTH208 - names alone


def test_a_name_that_no_encoding_has_is_marked_like_any_other(tmp_path: Path) -> None:
    marks = Marks().turned("caf\udce9")
    assert write_marks(tmp_path, marks) == ""
    assert read_marks(tmp_path) == marks
    assert os.listdir(tmp_path) == [FILE]  # noqa: PTH208 - names alone
