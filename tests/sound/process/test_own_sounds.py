"""The sound files of a routine as clips: real files, read once, kept small, and bounded together."""

from __future__ import annotations

from pathlib import Path
from weakref import ref

import pytest

from relaxtimer.audio.clip import RATE
from relaxtimer.audio.levels import peak, peak_of
from relaxtimer.audio.too_loud import too_loud
from relaxtimer.core.duration import MINUTE
from relaxtimer.sound.messages import Report, Trouble
from relaxtimer.sound.process import own_sounds
from relaxtimer.sound.process.own_sounds import OwnSounds
from tests.audio.making import shorts, sine, wav


class Own:
    """Sounds of one's own, and what is said of them."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.sounds = OwnSounds(self.reports.append)

    @property
    def said(self) -> list[str]:
        return [report.words for report in self.reports if isinstance(report, Trouble)]


@pytest.fixture
def own() -> Own:
    return Own()


def file(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def test_a_file_is_a_clip_once_it_was_read(own: Own, tmp_path: Path) -> None:
    path = file(tmp_path / "tone.wav", wav(shorts(sine(500, 0.1, 0.1))))
    assert own.sounds.clip(path) is None
    own.sounds.read(path)
    clip = own.sounds.clip(path)
    assert clip is not None
    assert clip.samples.tolist() == pytest.approx(sine(500, 0.1, 0.1).tolist(), abs=0.0001)
    assert peak_of(clip) == pytest.approx(0.1, abs=0.0001)
    assert peak_of(clip) >= peak(clip.samples)
    assert own.said == []


def test_a_loud_file_is_brought_down_as_a_whole_and_that_is_said_once(own: Own, tmp_path: Path) -> None:
    loud = sine(500, 0.1, 0.9)
    path = file(tmp_path / "gong.wav", wav(shorts(loud)))
    own.sounds.read(path)
    own.sounds.read(path)
    clip = own.sounds.clip(path)
    assert clip is not None
    lower = 10 ** (-too_loud(loud) / 20)
    assert too_loud(clip.samples) < 0.01
    assert peak(clip.samples) == pytest.approx(0.9 * lower, abs=0.0001)
    assert clip.samples[10] / loud[10] == pytest.approx(lower, abs=0.001)
    assert own.said == ["gong.wav is loud: it is brought down by 16 dB."]


def test_what_is_heard_many_times_at_once_is_in_memory_once_and_then_no_more(own: Own, tmp_path: Path) -> None:
    path = file(tmp_path / "tone.wav", wav(shorts(sine(500, 0.1))))
    own.sounds.read(path)
    clip = own.sounds.clip(path)
    assert clip is not None
    assert own.sounds.clip(path) is clip
    gone = ref(clip)
    del clip
    assert gone() is None
    assert own.sounds.clip(path) is not None


def test_of_more_than_may_be_the_rest_is_left_out_unread_and_that_is_said_once(
    own: Own, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Of what is heard where a routine is checked as long as it may be: tests/library/test_own_sounds.py.
    monkeypatch.setattr(own_sounds, "LONGEST_TOGETHER", 2 * MINUTE)
    short = wav(bytes([128]) * 8_000 * 12, rate=8_000, bits=8)
    paths = [file(tmp_path / f"{number}.wav", short) for number in range(1, 13)]
    # It would be told that it is not there if it were looked for.
    paths.append(str(tmp_path / "gone.wav"))
    for path in paths:
        own.sounds.read(path)
    clips = [own.sounds.clip(path) for path in paths]
    assert [clip is not None for clip in clips] == [True] * 10 + [False] * 3
    assert all(clip.frames == 12 * RATE for clip in clips[:10] if clip)
    said = "11.wav is left out, with every sound file read after it: at most 2 minutes together are played."
    assert own.said == [said]


def test_a_name_that_steers_a_terminal_is_told_in_escapes(own: Own, tmp_path: Path) -> None:
    own.sounds.read(file(tmp_path / "a\x1b[2J.wav", b"noise"))
    (said,) = own.said
    assert said.startswith("a\\x1b[2J.wav cannot be played and is left out: ")
