from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from relaxtimer.audio.clip import frames_in
from relaxtimer.audio.levels import peak
from relaxtimer.sound.messages import Report, Trouble
from relaxtimer.sound.placed import Bus, Placed
from relaxtimer.sound.process.sounds import SoundShelf
from relaxtimer.sound.profiles import PROFILES
from tests.audio.making import shorts, sine, wav
from tests.sound.server import until


def cue(name: str, lasts: int = 0) -> Placed:
    return Placed(at=0, bus=Bus.CUE, name=name, lasts=lasts)


class Shelf:
    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.sounds = SoundShelf(self.reports.append)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def test_the_sounds_of_relaxtimer_are_there_at_once(shelf: Shelf) -> None:
    clip = shelf.sounds.clip(cue("soft-step"))
    assert clip is not None
    assert clip is shelf.sounds.clip(cue("soft-step"))
    assert clip.frames > 48_000
    assert shelf.reports == []


def test_a_phase_has_a_sound_as_long_as_it_is(shelf: Shelf) -> None:
    clip = shelf.sounds.clip(cue("soft-breath-in", 4_321))
    assert clip is not None
    assert clip.frames == frames_in(4_321)


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_but_the_silent_one_counts(profile: str, shelf: Shelf) -> None:
    assert (shelf.sounds.count(profile) is None) is (profile == "silent")


def test_an_ambience_is_in_stereo(shelf: Shelf) -> None:
    clip = shelf.sounds.bed("rain")
    assert clip is not None
    assert clip.channels == 2
    assert shelf.sounds.bed(None) is None


def test_an_ambience_is_read_beside_whatever_else_is_done(shelf: Shelf) -> None:
    assert shelf.sounds.bed_ahead(None) is None
    assert shelf.sounds.bed_ahead("rain") is None
    until(lambda: shelf.sounds.bed_ahead("rain"), "the ambience")
    assert shelf.sounds.bed_ahead("rain") is shelf.sounds.bed("rain")


def test_a_sound_that_is_not_there_is_said_once(shelf: Shelf) -> None:
    assert shelf.sounds.clip(cue("tin-drum")) is None
    assert shelf.sounds.clip(cue("tin-drum")) is None
    assert shelf.sounds.clip(cue("tin-drum", 2_000)) is None
    (trouble,) = shelf.reports
    assert isinstance(trouble, Trouble)
    assert "tin-drum" in trouble.words
    assert shelf.sounds.clip(cue("soft-end")) is not None


def test_what_wakes_an_output_is_noise_that_nobody_hears(shelf: Shelf) -> None:
    assert shelf.sounds.primer(0) is None
    clip = shelf.sounds.primer(2_500)
    assert clip is not None
    assert clip.frames == frames_in(2_500)
    assert 0 < peak(clip.samples) < 0.001


def test_a_sound_of_ones_own_that_is_gone_is_said_once_and_left_out(shelf: Shelf, tmp_path: Path) -> None:
    gone = cue(str(tmp_path / "gone.wav"))
    shelf.sounds.prepare([gone])
    shelf.sounds.prepare([gone])
    until(lambda: shelf.reports, "the trouble")
    assert shelf.sounds.clip(gone) is None
    shelf.sounds.prepare([gone])
    (trouble,) = shelf.reports
    assert isinstance(trouble, Trouble)
    assert trouble.words.startswith("gone.wav cannot be played and is left out: ")


def test_a_sound_of_ones_own_is_waited_for_by_whoever_has_the_time(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "tone.wav").write_bytes(wav(shorts(sine(500, 0.1))))
    own = cue(str(tmp_path / "tone.wav"))
    assert shelf.sounds.clip(own) is None
    assert shelf.sounds.wait_for(own) is not None
    assert shelf.sounds.wait_for(own) is shelf.sounds.clip(own) is not None
    assert shelf.sounds.wait_for(cue("soft-step")) is shelf.sounds.clip(cue("soft-step"))


def test_a_sound_of_ones_own_is_there_after_a_while(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "tone.wav").write_bytes(wav(shorts(sine(500, 0.1, 0.1))))
    own = cue(str(tmp_path / "tone.wav"))
    shelf.sounds.prepare([own])
    until(lambda: shelf.sounds.clip(own), "the clip")
    assert shelf.reports == []


def test_the_noise_is_made_once(shelf: Shelf) -> None:
    first, again = shelf.sounds.primer(10), shelf.sounds.primer(10)
    assert first is not None
    assert again is not None
    assert isinstance(first.samples, array)
    assert first.samples == again.samples
