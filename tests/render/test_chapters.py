"""What a file says of itself, as other programs read it."""

from __future__ import annotations

import json
import shutil
import struct
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.render import id3
from relaxtimer.render.chapters import Chapter, Contents, contents_of
from relaxtimer.render.comments import add_comments
from relaxtimer.render.cue_sheet import cue_sheet
from tests.conftest import need

CHAPTERS = (Chapter(0, 30_000, "1 Knee rolls – slow"), Chapter(30_000, 61_500, '2 Hug "it"'))
CONTENTS = Contents("Lower back", "Ball on the wall.\n0:00 Knee rolls", CHAPTERS)
SUBTYPES = {".flac": ("FLAC", "PCM_16"), ".ogg": ("OGG", "VORBIS"), ".opus": ("OGG", "OPUS")}


def probed(path: Path) -> dict[str, Any]:
    """Read a file as ffprobe does."""
    need(shutil.which("ffprobe"), "ffprobe reads the chapters")
    command = ["ffprobe", "-v", "error", "-show_chapters", "-show_format", "-show_streams", "-of", "json", str(path)]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def tone(path: Path, kind: str, subtype: str) -> np.ndarray[Any, Any]:
    """Write two seconds of a tone, and give its samples."""
    samples = 0.2 * np.sin(np.arange(96_000) / 20)
    soundfile.write(path, np.stack([samples, samples], axis=1), 48_000, format=kind, subtype=subtype)
    read, _ = soundfile.read(path)
    return np.asarray(read)


@pytest.mark.parametrize("ending", SUBTYPES)
def test_other_programs_see_the_chapters_and_the_title(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{ending}"
    tone(path, *SUBTYPES[ending])
    add_comments(path, CONTENTS)
    found = probed(path)
    assert [chapter["tags"]["title"] for chapter in found["chapters"]] == [each.title for each in CHAPTERS]
    assert [float(chapter["start_time"]) for chapter in found["chapters"]] == [0, 30]
    tags = found["format"].get("tags") or found["streams"][0]["tags"]
    assert {name.lower(): value for name, value in tags.items()}["title"] == "Lower back"


@pytest.mark.parametrize("ending", SUBTYPES)
def test_the_sound_stays_what_it_was(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{ending}"
    before = tone(path, *SUBTYPES[ending])
    add_comments(path, CONTENTS)
    after, _ = soundfile.read(path)
    assert np.array_equal(before, after)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def contents_of_many(steps: int, folder: Path) -> Contents:
    """Give what is in the file of a routine of so many steps, with names and cautions as long as they may be."""
    name = "A step of a name as long as names get ".ljust(93, "–")
    cautions = "\n".join(f"  - {'Stop when it hurts. ' * 24}" for _ in range(30))
    items = "\n".join(
        f"  - {{name: {name} {number}, kind: stretch, position: standing, prepare: 0s, work: 5s}}"
        for number in range(1, steps + 1)
    )
    path = folder / "many.yaml"
    path.write_text(f"format: 1\nname: Many\nsummary: Many.\ncautions:\n{cautions}\nsteps:\n{items}\n")
    timeline = Timeline.of(Library().routine(str(path)).routine)
    return contents_of(timeline, timeline.total)


@pytest.mark.parametrize("ending", SUBTYPES)
def test_a_very_long_routine_keeps_as_many_chapters_as_comments_can_number(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{ending}"
    before = tone(path, *SUBTYPES[ending])
    contents = contents_of_many(1_800, tmp_path)
    assert len(contents.chapters) == 1_800
    add_comments(path, contents)
    found = probed(path)
    assert [each["tags"]["title"] for each in found["chapters"]] == [each.title for each in contents.chapters[:999]]
    tags = found["format"].get("tags") or found["streams"][0]["tags"]
    text = {name.lower(): value for name, value in tags.items()}["comment"]
    assert text == contents.text
    assert "Stop when it hurts." in text
    assert contents.chapters[0].title not in text
    after, _ = soundfile.read(path)
    assert np.array_equal(before, after)


@pytest.mark.parametrize("ending", [".ogg", ".opus"])
def test_pages_are_numbered_on_after_comments_on_several_of_them(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{ending}"
    tone(path, *SUBTYPES[ending])
    add_comments(path, contents_of_many(600, tmp_path))
    data, at, numbers = path.read_bytes(), 0, []
    while at < len(data):
        assert data[at : at + 4] == b"OggS"
        numbers.append(int.from_bytes(data[at + 18 : at + 22], "little"))
        laces = data[at + 26]
        at += 27 + laces + sum(data[at + 27 : at + 27 + laces])
    assert len(numbers) > 5
    assert numbers == list(range(len(numbers)))


def test_an_mp3_holds_the_chapters_that_its_table_can_count_and_no_long_list_of_them(tmp_path: Path) -> None:
    contents = contents_of_many(300, tmp_path)
    made = id3.tag(contents, 60_000)
    assert made.count(b"CHAP") == 255
    assert made.count("A step of a name".encode("utf-16-le")) == 255
    assert "Stop when it hurts.".encode("utf-16-le") in made
    path = tmp_path / "a.mp3"
    tone(path, "MP3", "MPEG_LAYER_III")
    path.write_bytes(made + path.read_bytes())
    assert len(probed(path)["chapters"]) == 255


def test_the_text_lists_the_chapters_where_they_are_not_too_many(tmp_path: Path) -> None:
    contents = contents_of_many(255, tmp_path)
    assert contents.text.splitlines()[-1].endswith(contents.chapters[-1].title)


def test_a_file_of_another_kind_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(b"RIFF and so on")
    with pytest.raises(ValueError, match="neither FLAC nor OGG"):
        add_comments(path, CONTENTS)
    assert path.read_bytes() == b"RIFF and so on"


def test_the_tag_of_an_mp3_says_how_long_it_is_itself() -> None:
    made = id3.tag(CONTENTS, 61_500)
    size = sum(byte << shift for byte, shift in zip(made[6:10], (21, 14, 7, 0), strict=True))
    assert made[:3] == b"ID3"
    assert len(made) == size + 10
    assert struct.pack(">IIII", 30_000, 61_500, 0xFFFFFFFF, 0xFFFFFFFF) in made


def test_a_cue_sheet_counts_in_seventy_fifths_and_writes_no_double_quotes_inside() -> None:
    lines = cue_sheet(CONTENTS, "a.wav").splitlines()
    assert "    TITLE \"2 Hug 'it'\"" in lines
    assert "    INDEX 01 00:30:00" in lines
    assert 'FILE "a.wav" WAVE' in lines


def test_chapters_meet_without_gaps_from_the_start_to_the_end() -> None:
    timeline = Timeline.of(Library().routine("lower-back").routine)
    contents = contents_of(timeline, timeline.total + 5_000)
    chapters = contents.chapters
    assert chapters[0].start == 0
    assert chapters[-1].end == timeline.total + 5_000
    assert all(one.end == other.start for one, other in pairwise(chapters))
    assert len(chapters) == len(timeline.occurrences)
    assert chapters[0].title == "1 Long-exhale breathing"
    assert "12 minutes. You need: tennis ball, wall." in contents.text
