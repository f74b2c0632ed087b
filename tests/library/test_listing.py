from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from relaxtimer.folders import folders
from relaxtimer.library import facts
from relaxtimer.library.library import Library
from relaxtimer.library.listing import BUNDLED, INDEX, YOURS, Facts, Found, Listed, Listing, listing
from relaxtimer.library.shelves import Shelves
from tests.conftest import need
from tests.library.folders import routine_text, write_exercises, write_routine

LONG_AGO = 1_000_000_000


def listed() -> Listing:
    return listing(Shelves())


def facts_of(name: str) -> Facts:
    (found,) = [each for each in listed().routines if each.routine == name]
    return found.facts


def settle(home: Path) -> None:
    """Make an index whose entries are sure: the times of change cannot be set back, so the entries are."""
    listed()
    index = home / "cache" / INDEX
    header, body = index.read_bytes().split(b"\n", 1)
    content = json.loads(body)
    for entry in content["entries"].values():
        entry[2] = True
    body = json.dumps(content).encode()
    known = json.loads(header) | {"checksum": zlib.crc32(body)}
    index.write_bytes(json.dumps(known).encode() + b"\n" + body)


def files_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the list to which every file that is read as YAML is added."""
    read: list[str] = []
    real = facts.found_in

    def noted(library: Library, path: str, prepare: float) -> Found:
        read.append(Path(path).name)
        return real(library, path, prepare)

    monkeypatch.setattr(facts, "found_in", noted)
    return read


@pytest.mark.usefixtures("home")
def test_all_bundled_routines_are_listed_by_name_with_what_to_know() -> None:
    found = listed()
    names = [each.routine for each in found.routines]
    assert names == sorted(names)
    assert len(names) == 20
    assert found.notices == ()
    flagship = facts_of("lower-back")
    assert flagship.total == 720_000
    assert 0 < flagship.shortest < flagship.total
    assert flagship.equipment == ("tennis ball", "wall")
    assert flagship.positions[0] == "standing"
    assert "lower-back" in flagship.tags
    assert all(each.facts.mistake is None and each.origin == BUNDLED for each in found.routines)


def test_a_second_listing_says_the_same_without_reading_a_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_routine(home, "mine.yaml")
    first = listed()
    settle(home)
    read = files_read(monkeypatch)
    assert listed() == first
    assert read == []


def test_a_routine_of_ones_own_overrides_the_bundled_one(home: Path) -> None:
    mine = write_routine(home, "mine.yaml")
    over = write_routine(home, "lower-back.yaml")
    found = {each.routine: each for each in listed().routines}
    assert len(found) == 21
    own = Facts("Mine", "", 28_000, 28_000, (), ("standing",), (), None)
    assert found["mine"] == Listed("mine", YOURS, str(mine), overrides=False, facts=own)
    assert found["lower-back"] == Listed("lower-back", YOURS, str(over), overrides=True, facts=own)


def test_a_file_with_mistakes_is_listed_with_the_first(home: Path) -> None:
    path = write_routine(home, "mine.yaml", "format: 1\nname: A\nsteps:\n  - exercise: nope\n  - exercise: none\n")
    mistake = facts_of("mine").mistake
    assert mistake is not None
    assert mistake.startswith(f"{path}:4:15: ")


def test_what_is_no_file_is_listed_with_the_reason(home: Path) -> None:
    need(hasattr(os, "mkfifo"), "there are no named pipes")
    write_routine(home, "a.yaml")
    folder = home / "routines"
    os.mkfifo(folder / "pipe.yaml")
    (folder / "folder.yaml").mkdir()
    (folder / "link.yaml").symlink_to(folder / "none")
    (folder / "a.yml").write_text(routine_text())
    mistakes = [each.facts.mistake for each in listed().routines if each.origin == YOURS]
    assert mistakes == [
        None,
        f"{folder}/a.yaml has the same name, and counts; rename one of them",
        f"{folder}/folder.yaml is a folder, not a file",
        f"{folder}/link.yaml leads to no file",
        f"{folder}/pipe.yaml is a pipe, not a file",
    ]


def test_a_changed_file_is_read_again_and_no_other(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_routine(home, "a.yaml")
    write_routine(home, "b.yaml")
    settle(home)
    read = files_read(monkeypatch)
    write_routine(home, "a.yaml", routine_text("Other"))
    assert facts_of("a").title == "Other"
    assert read == ["a.yaml"]


def test_a_file_that_changed_back_is_known_by_its_content(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_routine(home, "a.yaml")
    settle(home)
    read = files_read(monkeypatch)
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    assert facts_of("a").title == "Mine"
    assert read == []


def test_a_file_of_the_same_size_that_changed_at_once_is_noticed(home: Path) -> None:
    path = write_routine(home, "a.yaml", routine_text("Good"))
    times = path.stat()
    assert facts_of("a").title == "Good"
    path.write_text(routine_text("Fine"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert facts_of("a").title == "Fine"


def test_another_exercise_file_makes_everything_new(home: Path) -> None:
    write_routine(home, "a.yaml", routine_text(step="{exercise: hip-press}"))
    write_exercises(home, "e.yaml", "hip-press")
    settle(home)
    assert facts_of("a").total == 28_000
    path = write_exercises(home, "e.yaml", "hip-press")
    path.write_text(path.read_text().replace("20s", "45s"))
    assert facts_of("a").total == 53_000
    path.unlink()
    mistake = facts_of("a").mistake
    assert mistake is not None
    assert "there is no exercise" in mistake


def test_notices_about_exercise_files_are_kept_with_the_index(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_exercises(home, "e.yaml", text="format: 1\n")
    settle(home)
    read = files_read(monkeypatch)
    (notice,) = listed().notices
    assert notice.startswith(f"{home}/routines/exercises/e.yaml:1:1: ")
    assert read == []


def test_a_routine_offered_instead_has_to_be_there_still(home: Path) -> None:
    other = write_routine(home, "other.yaml")
    write_routine(home, "a.yaml", routine_text() + "instead: {preg: other}\n")
    settle(home)
    assert facts_of("a").mistake is None
    other.unlink()
    mistake = facts_of("a").mistake
    assert mistake is not None
    assert re.search("there is no routine .other", mistake)
    write_routine(home, "other.yaml")
    assert facts_of("a").mistake is None


def test_a_sound_file_that_comes_and_goes_is_noticed(home: Path) -> None:
    step = "{name: Hug, kind: stretch, position: standing, work: 20s, sounds: {half: gong.wav}}"
    write_routine(home, "a.yaml", routine_text(step=step))
    settle(home)
    assert facts_of("a").mistake is not None
    (home / "routines" / "gong.wav").write_bytes(b"RIFF")
    settle(home)
    assert facts_of("a").mistake is None
    (home / "routines" / "gong.wav").unlink()
    assert facts_of("a").mistake is not None


def test_a_damaged_index_is_made_anew(home: Path) -> None:
    first = listed()
    index = home / "cache" / INDEX
    index.write_bytes(index.read_bytes()[:-10])
    assert listed() == first
    assert index.read_bytes().endswith(b"}")


def test_a_cache_that_cannot_be_written_does_not_matter(home: Path) -> None:
    (home / "cache").touch()
    assert len(listed().routines) == 20


def test_what_was_read_is_kept_when_listing_is_interrupted(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_routine(home, "a.yaml")
    write_routine(home, "b.yaml")
    real = facts.found_in

    def interrupted(library: Library, path: str, prepare: float) -> Found:
        if path.endswith("b.yaml"):
            raise KeyboardInterrupt
        return real(library, path, prepare)

    with monkeypatch.context() as patch:
        patch.setattr(facts, "found_in", interrupted)
        with pytest.raises(KeyboardInterrupt):
            listed()
    read = files_read(monkeypatch)
    assert facts_of("b").title == "Mine"
    assert "a.yaml" not in read


@pytest.mark.usefixtures("home")
def test_a_known_library_is_listed_without_yaml_and_the_routine_core() -> None:
    listed()
    code = (
        "import sys; from relaxtimer.library.listing import listing; from relaxtimer.library.shelves import Shelves;"
        "print(len(listing(Shelves()).routines), sorted({'yaml', 'relaxtimer.core.routine'} & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "20 []"


def test_the_index_is_in_the_cache(home: Path) -> None:
    listed()
    assert folders().cache == home / "cache"
    assert [each.name for each in (home / "cache").iterdir()] == [INDEX]
    assert not (home / "routines").exists()
