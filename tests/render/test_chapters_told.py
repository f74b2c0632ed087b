"""Chapters beside a file, or without room, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.audio.clip import frames_in
from relaxtimer.cli import main
from relaxtimer.render.rendering import Rendering
from tests.render.routines import QUIET, nothing_said, samples_of, timeline_of


def test_the_cue_sheet_beside_a_wav_is_named_and_other_kinds_have_none(routine: Path, tmp_path: Path) -> None:
    timeline = timeline_of(routine)
    rendered = Rendering(timeline, QUIET, nothing_said).write(tmp_path / "a.wav")
    assert rendered.sheet == tmp_path / "a.cue"
    assert 'FILE "a.wav" WAVE' in rendered.sheet.read_text()
    assert Rendering(timeline, QUIET, nothing_said).write(tmp_path / "a.flac").sheet is None


def test_a_cue_sheet_that_cannot_be_written_is_told_and_the_sound_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.cue").mkdir()
    rendered = Rendering(timeline_of(many_steps(tmp_path)), QUIET, nothing_said).write(tmp_path / "a.wav")
    assert rendered.sheet is None
    told = "a.wav has no chapters: its cue sheet a.cue cannot be written: what has that name is no file."
    assert rendered.notes == (told,)
    assert len(samples_of(tmp_path / "a.wav")) == frames_in(rendered.duration)


def many_steps(folder: Path) -> Path:
    """Write a routine of a hundred steps."""
    items = "\n".join(
        f"  - {{name: Step {number}, kind: stretch, position: standing, prepare: 0s, work: 1s}}"
        for number in range(100)
    )
    path = folder / "many.yaml"
    path.write_text(f"format: 1\nname: Many\nsummary: Many.\nsteps:\n{items}\n")
    return path


def test_chapters_that_have_no_room_are_told(tmp_path: Path) -> None:
    timeline = timeline_of(many_steps(tmp_path))
    rendered = Rendering(timeline, QUIET, nothing_said).write(tmp_path / "a.wav")
    assert rendered.notes == ("The file has chapters for the first 99 of 100 steps.",)
    assert (tmp_path / "a.cue").read_text().count("TRACK") == 99
    assert Rendering(timeline, QUIET, nothing_said).write(tmp_path / "a.flac").notes == ()


def test_rounds_are_counted_where_chapters_have_no_room(tmp_path: Path) -> None:
    path = tmp_path / "rounds.yaml"
    path.write_text(
        "format: 1\nname: Many\nsummary: Many.\nsteps:\n  - repeat: 50\n    steps:\n"
        "      - {name: One, kind: stretch, position: standing, prepare: 0s, work: 1s}\n"
        "      - {name: Two, kind: stretch, position: standing, prepare: 0s, work: 1s}\n"
    )
    rendered = Rendering(timeline_of(path), QUIET, nothing_said).write(tmp_path / "a.wav")
    assert rendered.notes == ("The file has chapters for the first 99 of 100 steps, each round counted.",)


def test_a_cue_sheet_of_somebody_elses_is_never_written_over(
    routine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "a.cue"
    sheet.write_bytes(b'PERFORMER "Somebody"\r\nFILE "a.wav" WAVE\r\nREM PERFORMER "relaxtimer"\r\n')
    before = sheet.read_bytes()
    assert main(["render", str(routine), "-o", str(tmp_path / "a.wav"), "--no-voice"]) == 2
    told = capsys.readouterr().err
    assert told.startswith(
        f"relaxtimer: {sheet} is there, and is no cue sheet of relaxtimer's: a.wav gets one in its place; "
    )
    assert sheet.read_bytes() == before
    assert not (tmp_path / "a.wav").exists()
    # Other kinds of files have their chapters in them.
    assert main(["render", str(routine), "-o", str(tmp_path / "a.flac"), "--no-voice"]) == 0
    assert sheet.read_bytes() == before


def test_what_is_written_over_is_told(routine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wave_file, sheet = tmp_path / "a.wav", tmp_path / "a.cue"
    command = ["render", str(routine), "-o", str(wave_file), "--no-voice"]
    assert main(command) == 0
    assert capsys.readouterr().out.startswith(f"Written: {wave_file} and {sheet}, ")
    first = sheet.read_text()
    sheet.write_text(first.replace("Reach", "Retch"))
    assert main(command) == 0
    one_before = "(in place of the one before)"
    assert capsys.readouterr().out.startswith(f"Written: {wave_file} {one_before} and {sheet} {one_before}, ")
    assert sheet.read_text() == first
