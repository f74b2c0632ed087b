from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from array import array
from pathlib import Path

import pytest

from relaxtimer.sound.voice.cache import ABANDONED, Cache
from relaxtimer.sound.voice.recording import Recording
from relaxtimer.sound.voice.wav import from_wav


def recording(seed: int, length: int = 1_000) -> Recording:
    generator = random.Random(seed)
    return Recording(22_050, array("h", [generator.randrange(-9_000, 9_000) for _ in range(length)]))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache" / "speech")


def files(cache: Cache) -> list[Path]:
    return sorted(cache.folder.iterdir())


def used_at(path: Path, seconds: int) -> None:
    os.utime(path, (seconds, seconds))


def kept(cache: Cache, *keys: int) -> list[bool]:
    return [cache.get(str(key)) is not None for key in keys]


def test_what_was_kept_comes_back_the_same(cache: Cache) -> None:
    assert cache.get("a") is None
    cache.put("a", recording(1))
    cache.put("b", recording(2))
    found = Cache(cache.folder).get("a")
    assert found is not None
    assert (found.rate, found.samples) == (22_050, recording(1).samples)
    assert len(files(cache)) == 2
    assert cache.trouble == ""


def test_a_file_of_it_is_a_wav_that_anyone_can_play(cache: Cache) -> None:
    cache.put("a", recording(1))
    (file,) = files(cache)
    assert file.suffix == ".wav"
    assert len(file.stem) == 64
    assert from_wav(file.read_bytes()).samples == recording(1).samples


@pytest.mark.parametrize("damage", ["cut", "longer", "a sample", "the sum", "empty", "another file"])
def test_a_damaged_file_is_thrown_away(cache: Cache, damage: str) -> None:
    cache.put("a", recording(1))
    (file,) = files(cache)
    data = bytearray(file.read_bytes())
    if damage == "cut":
        del data[-100:]
    elif damage == "longer":
        data += b"\0\0"
    elif damage == "a sample":
        data[-500] ^= 1
    elif damage == "the sum":
        data[data.index(b"sum ") + 8] ^= 1
    elif damage == "empty":
        data.clear()
    else:
        data[:] = b"no WAV at all"
    file.write_bytes(data)
    assert cache.get("a") is None
    assert files(cache) == []
    cache.put("a", recording(1))
    assert cache.get("a") is not None


def test_what_was_not_used_for_the_longest_time_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, most=3 * 2_056 + 100)
    for key in range(3):
        before = set(files(cache))
        cache.put(str(key), recording(key))
        (new,) = set(files(cache)) - before
        used_at(new, 1_000 + key)
    assert cache.get("0") is not None
    cache.put("3", recording(3))
    assert kept(cache, 0, 1, 2, 3) == [True, False, True, True]


def test_files_that_were_never_finished_go_once_nobody_can_be_at_them(cache: Cache) -> None:
    cache.put("a", recording(1))
    old, young, other = (cache.folder / name for name in ("x.1.2.new", "x.1.3.new", "notes.txt"))
    for file in (old, young, other):
        file.write_bytes(b"x")
    used_at(old, int(time.time() - ABANDONED - 60))
    used_at(other, 1_000)
    cache.put("b", recording(2))
    assert [file.exists() for file in (old, young, other)] == [False, True, True]


def test_a_folder_that_cannot_be_is_told_and_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "speech").write_text("a file")
    cache = Cache(tmp_path / "speech")
    assert cache.get("a") is None
    cache.put("a", recording(1))
    assert cache.trouble.startswith(f"Speech cannot be kept in {tmp_path}")
    assert cache.trouble.endswith("It is made anew each time.")
    (tmp_path / "speech").unlink()
    cache.put("a", recording(1))
    assert cache.trouble == ""
    assert cache.get("a") is not None


# Two processes at once

RUSH = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from relaxtimer.sound.voice.cache import Cache
from tests.sound.voice.test_cache import MOST, recording

cache, found = Cache(Path(sys.argv[2]), most=MOST), 0
made = {key: recording(key) for key in range(12)}
for turn in range(400):
    key = (turn * int(sys.argv[3])) % 12
    kept = cache.get(str(key))
    if kept is None:
        cache.put(str(key), made[key])
    else:
        assert kept.samples == made[key].samples, "half a file, or another one"
        found += 1
assert cache.trouble == "", cache.trouble
print(found)
"""
MOST = 8 * 2_056 + 100


def test_processes_that_use_it_at_once_never_see_half_a_file_nor_fail(tmp_path: Path) -> None:
    top = Path(__file__).parents[3]
    commands = [(sys.executable, "-c", RUSH, str(top), str(tmp_path), step) for step in ("1", "5", "7")]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for command in commands]
    ends = [process.communicate(timeout=120) for process in processes]
    assert [error for _, error in ends] == [b""] * 3
    assert sum(int(out) for out, _ in ends) > 0
    left = list(tmp_path.iterdir())
    assert {file.suffix for file in left} == {".wav"}
    # Each may have looked before the others put their last one there.
    assert sum(file.stat().st_size for file in left) <= MOST + 2 * 2_056


def test_a_process_that_is_killed_leaves_nothing_half_done(tmp_path: Path) -> None:
    code = RUSH.replace("range(400)", "range(10**9)").replace("kept = cache", "print(flush=True); kept = cache")
    command = (sys.executable, "-c", code, str(Path(__file__).parents[3]), str(tmp_path), "5")
    for turns in (3, 17, 40):
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout
            for _ in range(turns):
                process.stdout.readline()
            process.kill()
        cache = Cache(tmp_path, most=MOST)
        whole = [file for file in tmp_path.iterdir() if file.suffix == ".wav"]
        assert whole
        for key in range(12):
            found = cache.get(str(key))
            assert found is None or found.samples == recording(key).samples
        # None of them was thrown away as damaged.
        assert [file for file in tmp_path.iterdir() if file.suffix == ".wav"] == whole
