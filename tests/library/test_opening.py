from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import pytest

from relaxtimer.library.opening import MOST_BYTES, UnreadableError, read
from tests.conftest import need


def refusal(path: str | Path) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read(path)
    return caught.value


def test_a_file_is_read_whole_with_its_status(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"name: A\n" * 40_000)
    data, status = read(file)
    assert data == b"name: A\n" * 40_000
    assert status.st_size == len(data)


def test_an_empty_file_is_nothing_wrong(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.touch()
    assert read(file)[0] == b""


def test_of_a_huge_file_no_more_is_read_than_shows_that_it_is_too_big(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    with file.open("wb") as stream:
        stream.truncate(1 << 40)
    assert len(read(file)[0]) == MOST_BYTES + 1


def test_a_file_that_says_it_is_empty_and_is_not_is_read() -> None:
    file = Path("/proc/self/status")
    need(file.exists(), "there is no /proc")
    assert b"Name:" in read(file)[0][:5]


def test_a_missing_file_is_told_from_one_that_cannot_be_read(tmp_path: Path) -> None:
    missing = refusal(tmp_path / "none.yaml")
    assert str(missing) == f"{tmp_path}/none.yaml does not exist"
    assert missing.missing
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "none.yaml").missing


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert str(refusal(tmp_path)) == f"{tmp_path} is a folder, not a file"


def test_a_pipe_that_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    need(hasattr(os, "mkfifo"), "there are no named pipes")
    os.mkfifo(tmp_path / "pipe.yaml")
    assert refusal(tmp_path / "pipe.yaml").why == "is a pipe, not a file"


def test_a_device_is_refused_before_it_is_opened() -> None:
    need(Path("/dev/zero").exists(), "there is no /dev/zero")
    assert refusal("/dev/zero").why == "is a device, not a file"


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need(hasattr(socket, "AF_UNIX"), "there are no sockets in the file system")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s.yaml")
        assert refusal("s.yaml").why == "is a socket, not a file"


def test_a_link_that_leads_to_itself_cannot_be_read(tmp_path: Path) -> None:
    link = tmp_path / "a.yaml"
    link.symlink_to(link)
    assert refusal(link).why == f"cannot be read: {os.strerror(errno.ELOOP)}"
    assert not refusal(link).missing


def test_control_characters_in_a_name_do_not_reach_the_terminal(tmp_path: Path) -> None:
    assert str(refusal(tmp_path / "a\x1b[2J\n.yaml")).endswith("a\\x1b[2J\\n.yaml does not exist")
    assert str(refusal("a\0b")) == "a\\x00b is no name that a file can have"
