"""Sound files of a routine: real files, inside its own folder, wherever links lead."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from relaxtimer.core.routine import Sounds, Step
from tests.library.reading.source import OWN, mistakes, routine, with_steps


def _with_sounds(sounds: str) -> str:
    return with_steps(f"- {{{OWN}, work: 3s, sounds: {sounds}}}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of a routine, with a sound in it and a sound and another folder beside it."""
    home = tmp_path / "mine"
    (home / "bells").mkdir(parents=True)
    (home / "bells" / "low.WAV").write_bytes(b"RIFF")
    (tmp_path / "outside.wav").write_bytes(b"RIFF")
    return home


def _sounds(folder: Path, written: str) -> Sounds:
    (step,) = routine(_with_sounds(written), folder).routine.items
    assert isinstance(step, Step)
    return step.sounds


def test_a_sound_file_is_given_by_its_absolute_path(folder: Path) -> None:
    found = _sounds(folder, "{half: bells/low.WAV, profile: soft}")
    assert found == Sounds("soft", {"half": str((folder / "bells" / "low.WAV").resolve())})


def test_a_link_within_the_folder_is_followed(folder: Path) -> None:
    (folder / "link.wav").symlink_to(folder / "bells" / "low.WAV")
    assert _sounds(folder, "{half: link.wav}").files["half"].endswith("low.WAV")


@pytest.mark.parametrize(
    "path",
    ["../outside.wav", "bells/../../outside.wav", "/etc/hosts.wav", "'C:\\a.wav'", "'\\\\host\\a.wav'", "'..\\a.wav'"],
)
def test_a_path_out_of_the_folder_is_refused_as_it_is_written(folder: Path, path: str) -> None:
    (told,) = mistakes(_with_sounds(f"{{half: {path}}}"), folder)
    assert "inside the routine's folder" in told


def test_a_link_out_of_the_folder_is_refused(folder: Path) -> None:
    (folder / "link.wav").symlink_to(folder.parent / "outside.wav")
    (folder / "beyond").symlink_to(folder.parent)
    told = mistakes(_with_sounds("{half: link.wav, end: beyond/outside.wav}"), folder)
    assert ["through a link" in mistake for mistake in told] == [True, True]


def test_links_in_a_ring_are_refused(folder: Path) -> None:
    (folder / "a.wav").symlink_to(folder / "b.wav")
    (folder / "b.wav").symlink_to(folder / "a.wav")
    assert len(mistakes(_with_sounds("{half: a.wav}"), folder)) == 1


def test_what_is_no_regular_file_is_refused(folder: Path) -> None:
    (folder / "folder.wav").mkdir()
    os.mkfifo(folder / "pipe.wav")
    told = mistakes(_with_sounds("{half: folder.wav, end: pipe.wav}"), folder)
    assert ["no regular file" in mistake for mistake in told] == [True, True]


def test_a_name_that_no_disk_takes_is_refused(folder: Path) -> None:
    told = mistakes(_with_sounds(f"{{half: {'a' * 300}.wav, end: {'b/' * 120}c.wav}}"), folder)
    assert len(told) == 2


def test_a_routine_that_lies_nowhere_has_no_sound_files() -> None:
    (told,) = mistakes(_with_sounds("{half: a.wav}"))
    assert "lies in no folder" in told


def _with_files(count: int, folder: Path) -> str:
    for number in range(count):
        (folder / f"{number}.wav").write_bytes(b"RIFF")
    pairs = [f"{{half: {number}.wav, end: {number + 1}.wav, step: 0.wav}}" for number in range(0, count, 2)]
    return with_steps("\n".join(f"- {{{OWN}, work: 3s, sounds: {pair}}}" for pair in pairs))


def test_forty_different_sound_files_are_enough_for_a_routine(folder: Path) -> None:
    assert len(routine(_with_files(40, folder), folder).places) == 20
    told = mistakes(_with_files(46, folder), folder)
    assert told == ["24:5: with this step the routine has 42 different sound files; expected at most 40"]
