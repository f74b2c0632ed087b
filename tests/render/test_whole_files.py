"""A file is there whole or not at all, and nothing else is touched."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.render.rendering import Rendering
from relaxtimer.render.whole import whole
from tests.render.routines import BOUNDED, ENDINGS, QUIET, timeline_of


def test_what_fails_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "a.wav"
    target.write_text("before")

    def fail() -> None:
        with whole(target) as path:
            path.write_text("half")
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        fail()
    assert target.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["a.wav"]


def test_what_is_brought_to_the_disk_is_open_for_writing_as_windows_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []
    sync = os.fsync

    def noted(handle: int) -> None:
        modes.append(fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE)
        sync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    with whole(tmp_path / "a.wav") as path:
        path.write_text("whole")
    assert modes == [os.O_RDWR]
    assert (tmp_path / "a.wav").read_text() == "whole"


def test_a_name_may_be_as_long_as_names_get(tmp_path: Path) -> None:
    target = tmp_path / f"{'😀' * 62}.wav"
    with whole(target) as path:
        path.write_text("whole")
    assert target.read_text() == "whole"


@pytest.mark.parametrize("there", [True, False])
def test_a_symbolic_link_stays_and_what_it_leads_to_is_written(there: bool, tmp_path: Path) -> None:  # noqa: FBT001
    place = tmp_path / "elsewhere" / "b.wav"
    place.parent.mkdir()
    if there:
        place.write_text("before")
    link = tmp_path / "a.wav"
    link.symlink_to(Path("elsewhere", "b.wav"))
    with whole(link) as path:
        path.write_text("whole")
    assert link.is_symlink()
    assert [each.name for each in place.parent.iterdir()] == ["b.wav"]
    assert place.read_text() == "whole"


def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    pipe, link, circle = tmp_path / "pipe", tmp_path / "a.wav", tmp_path / "b.wav"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    circle.symlink_to(circle)
    with pytest.raises(OSError, match="no file"), whole(link):
        pass
    with pytest.raises(OSError, match="circle"), whole(circle):
        pass
    assert pipe.is_fifo()
    assert {each.name for each in tmp_path.iterdir()} == {"pipe", "a.wav", "b.wav"}


@pytest.mark.once
@pytest.mark.parametrize("ending", ENDINGS)
# The last is where an encoder has said already that all is well.
@pytest.mark.parametrize("share", [0.3, 0.999])
def test_a_disk_that_takes_no_more_is_told_and_nothing_half_written_is_left(
    ending: str, share: float, routine: Path, tmp_path: Path
) -> None:
    target = tmp_path / f"a{ending}"
    arguments = [str(routine), "-o", str(target), "--no-voice", "--bed", "brown"]
    assert main(["render", *arguments]) == 0
    most = int(target.stat().st_size * share)
    target.unlink()
    target.with_suffix(".cue").unlink(missing_ok=True)
    command = [sys.executable, "-c", BOUNDED, str(most), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"relaxtimer: {target} cannot be written: File too large\n"
    assert [each.name for each in tmp_path.iterdir()] == ["short.yaml"]


def interrupted(_what: str, share: float) -> None:
    if share > 0.5:
        raise KeyboardInterrupt


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_interrupted_rendering_leaves_nothing(ending: str, routine: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        Rendering(timeline_of(routine), QUIET, interrupted).write(tmp_path / f"a{ending}")
    assert [each.name for each in tmp_path.iterdir()] == ["short.yaml"]


# Tells whether a file is opened under the name in which chapters are put into it. Given: a routine and an ending.
TAGGED = """
import sys
from pathlib import Path
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
from relaxtimer.render.rendering import Rendering
from tests.render.routines import QUIET, nothing_said, timeline_of
from tests.render.test_whole_files import interrupted
timeline, folder = timeline_of(Path(sys.argv[1])), Path(sys.argv[1]).parent
try:
    Rendering(timeline, QUIET, interrupted if sys.argv[3:] else nothing_said).write(folder / f"a{sys.argv[2]}")
except KeyboardInterrupt:
    pass
print(any(name.endswith(".tagged") for name in opened))
"""


@pytest.mark.once
@pytest.mark.parametrize("ending", [".flac", ".ogg", ".opus"])
def test_a_file_that_is_thrown_away_gets_no_chapters(ending: str, routine: Path) -> None:
    def tagged(*more: str) -> bool:
        command = [sys.executable, "-c", TAGGED, str(routine), ending, *more]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout == "True\n"

    assert tagged()
    assert not tagged("interrupted")
