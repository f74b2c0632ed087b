"""What the command refuses, and what it tells."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from relaxtimer.cli import main
from tests.render.routines import ENDINGS
from tests.terminal import relaxtimer
from tests.visits import screened


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.aiff", "expected .wav, .flac, .ogg, .opus, .mp3"),
        ("nowhere/a.wav", "there is no folder"),
        ("folder.wav", "is a folder"),
        ("sheet.wav", "sheet.cue, the cue sheet of sheet.wav, cannot be written: what has that name is no file"),
        ("sheet.d/a.wav", "there is no folder"),
        ("link.mp3", "there is no folder"),
        ("circle.flac", "its symbolic links lead in a circle"),
        ("a\nb.wav", "without line breaks and the like, not a\\nb.wav"),
        ("a\x1b.mp3", "without line breaks and the like, not a\\x1b.mp3"),
        (os.fsdecode(b"a\xff.wav"), "in UTF-8"),
        (os.fsdecode(b"a\xff.flac"), "in UTF-8"),
        ('a".wav', "without double quotes"),
    ],
)
def test_a_name_that_cannot_be_is_refused_before_anything_is_done(
    name: str, told: str, routine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.wav").mkdir()
    (tmp_path / "sheet.cue").mkdir()
    (tmp_path / "link.mp3").symlink_to(tmp_path / "nowhere" / "a.mp3")
    (tmp_path / "circle.flac").symlink_to(tmp_path / "circle.flac")
    before = sorted(tmp_path.iterdir())
    assert main(["render", str(routine), "-o", str(tmp_path / name)]) == 2
    assert told in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.once
def test_bytes_that_are_no_text_are_refused_as_a_name_and_do_as_a_folder(
    routine: Path, tmp_path: Path, home: Path
) -> None:
    screened(home)
    folder = tmp_path / os.fsdecode(b"folder\xff")
    folder.mkdir()
    for ending in ENDINGS:
        command = relaxtimer("render", str(routine), "--no-voice", "-o", os.fsdecode(b"a\xff" + ending.encode()))
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        assert done.returncode == 2
        assert b"expected the name of a file in UTF-8" in done.stderr
        command[-1] = f"a{ending}"
        assert subprocess.run(command, cwd=folder, check=False, capture_output=True).stderr == b""
    assert sorted(each.name for each in folder.iterdir()) == sorted(["a.cue", *(f"a{ending}" for ending in ENDINGS)])


def test_a_tilde_before_a_name_that_nobody_has_is_a_letter_like_any_other(
    routine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["render", str(routine), "-o", "~nobody-has-this/a.wav", "--no-voice"]) == 2
    assert capsys.readouterr().err == "relaxtimer: there is no folder ~nobody-has-this to write a.wav to\n"
    assert main(["render", str(routine), "-o", "~nobody-has-this.mp3", "--no-voice"]) == 0
    assert (tmp_path / "~nobody-has-this.mp3").is_file()


def test_a_folder_that_cannot_be_written_is_told(routine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", str(routine), "-o", "/proc/a.wav", "--no-voice"]) == 1
    assert "/proc/a.wav cannot be written: " in capsys.readouterr().err


def test_what_the_extra_brings_is_named_where_it_is_missing(
    routine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relaxtimer.render.encoders.encoder.find_spec", lambda _: None)
    assert main(["render", str(routine), "-o", str(tmp_path / "a.mp3")]) == 1
    assert "takes lameenc: pip install lameenc, or write .wav" in capsys.readouterr().err


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_how_far_it_is_and_a_pipe_does_not(
    routine: Path, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screened(home)
    command = ["render", str(routine), "-o", str(tmp_path / "a.wav"), "--no-voice"]
    assert main(command) == 0
    assert capsys.readouterr().err == ""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(command) == 0
    assert "Mixing" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
