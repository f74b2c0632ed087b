from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from relaxtimer.library.index import Index, Stamp, digest, stamp_of

OLD = Stamp(10, 1_000, settled=True)


def kept(file: Path, fingerprint: str = "f", stamp: Stamp = OLD) -> Index:
    """Give an index that was saved with one entry."""
    index = Index(file, fingerprint)
    index.notices = ["a notice"]
    index.keep("/a", stamp, digest(b"A"), ["b"], ["Title", 5])
    index.save()
    return index


def status(size: int = 10, changed: int = 1_000) -> os.stat_result:
    """Give the status of a file that changed at so many nanoseconds."""
    times = {"st_atime_ns": 0, "st_mtime_ns": changed, "st_ctime_ns": 0}
    return os.stat_result((0, 0, 0, 0, 0, 0, size, 0, 0, 0), times)


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    kept(tmp_path / "cache" / "index")
    again = Index(tmp_path / "cache" / "index", "f")
    entry = again.unchanged("/a", status())
    assert entry is not None
    assert (entry.needs, entry.facts) == (["b"], ["Title", 5])
    assert again.notices == ["a notice"]
    assert again.knows("/a")
    assert again.unchanged("/b", status()) is None


@pytest.mark.parametrize("now", [status(size=11), status(changed=1_001)])
def test_another_size_or_time_is_another_file(now: os.stat_result, tmp_path: Path) -> None:
    kept(tmp_path / "index")
    assert Index(tmp_path / "index", "f").unchanged("/a", now) is None


def test_a_file_that_changed_just_before_is_known_by_its_content_alone(tmp_path: Path) -> None:
    kept(tmp_path / "index", stamp=OLD._replace(settled=False))
    again = Index(tmp_path / "index", "f")
    assert again.unchanged("/a", status()) is None
    assert again.same("/a", OLD, digest(b"B")) is None
    entry = again.same("/a", OLD, digest(b"A"))
    assert entry is not None
    again.save()
    assert Index(tmp_path / "index", "f").unchanged("/a", status()) is not None


def test_a_stamp_is_settled_once_no_later_change_can_have_the_same_time(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.touch()
    assert not stamp_of(file.stat()).settled
    assert stamp_of(status(changed=time.time_ns() - 3_000_000_000)).settled
    assert not stamp_of(status(changed=time.time_ns() + 3_000_000_000)).settled


def test_setting_the_time_of_a_file_back_does_not_hide_that_it_changed(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.touch()
    before = stamp_of(file.stat())
    os.utime(file, ns=(0, 1))
    assert stamp_of(file.stat()).changed >= before.changed


def test_an_index_of_another_time_is_as_good_as_none(tmp_path: Path) -> None:
    kept(tmp_path / "index")
    other = Index(tmp_path / "index", "another")
    assert other.unchanged("/a", status()) is None
    assert other.notices is None


def test_every_damage_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "index"
    kept(file)
    whole = file.read_bytes()
    for damaged in (
        b"",
        whole[:-1],
        whole[: len(whole) // 2],
        whole.replace(b"Title", b"Titel"),
        b"\xff" + whole,
        b"[]\n[]",
        b"{}\n{}",
        b"[" * 100_000 + b"\n",
        json.dumps({"fingerprint": "f", "checksum": 0}).encode() + b"\n{}",
    ):
        file.write_bytes(damaged)
        assert Index(file, "f").unchanged("/a", status()) is None
    file.unlink()
    file.mkdir()
    assert Index(file, "f").unchanged("/a", status()) is None


def test_what_is_no_longer_asked_for_is_forgotten(tmp_path: Path) -> None:
    kept(tmp_path / "index")
    again = Index(tmp_path / "index", "f")
    again.save()
    assert not Index(tmp_path / "index", "f").knows("/a")


def test_nothing_is_written_where_nothing_is_new(tmp_path: Path) -> None:
    file = tmp_path / "index"
    kept(file)
    before = file.stat()
    again = Index(file, "f")
    again.unchanged("/a", status())
    again.save()
    assert file.stat().st_ino == before.st_ino
    assert file.stat().st_mtime_ns == before.st_mtime_ns


def test_where_nothing_can_be_written_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    kept(tmp_path / "cache" / "index")
    (tmp_path / "folder" / "index").mkdir(parents=True)
    kept(tmp_path / "folder" / "index")
    assert [each.name for each in (tmp_path / "folder").iterdir()] == ["index"]


def test_names_that_are_no_text_are_kept_too(tmp_path: Path) -> None:
    index = Index(tmp_path / "index", "f\udcff")
    index.keep("/a\udcff", OLD, digest(b"A"), [], [])
    index.save()
    assert Index(tmp_path / "index", "f\udcff").unchanged("/a\udcff", status()) is not None
