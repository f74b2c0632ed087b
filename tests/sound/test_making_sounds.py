from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.sound.hearing import Samples, bundled_samples, level
from tools.sounds.make import EVENTS, FOLDER, LOOPS, README, made, page, pcm

pytestmark = pytest.mark.once

# What goes into a wheel that people wait for.
MOST_BYTES = 6_500_000
# Vorbis keeps the highs of wide noise as noise of that loudness, not wave by wave.
LIKE = dict.fromkeys(LOOPS, 0.92) | {"ambience-pink": 0.75, "ambience-rain": 0.75}


@cache
def again(name: str) -> Samples:
    return made({**EVENTS, **LOOPS}[name])


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_is_made_again_as_it_is(name: str) -> None:
    kept, rate = soundfile.read(FOLDER / f"{name}.wav", dtype="int16")
    fresh = pcm(again(name))
    assert (rate, kept.shape) == (48_000, fresh.shape)
    # Another processor may round its last bit another way.
    assert np.abs(kept.astype(int) - fresh.astype(int)).max() <= 1


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_is_mono_in_16_bits(name: str) -> None:
    facts = soundfile.info(FOLDER / f"{name}.wav")
    assert (facts.channels, facts.subtype) == (1, "PCM_16")


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_is_made_again_as_far_as_its_format_keeps_it(name: str) -> None:
    kept, fresh = bundled_samples(name), again(name)
    assert kept.shape == fresh.shape
    assert level(kept) == pytest.approx(level(fresh), abs=0.5)
    assert np.corrcoef(kept.ravel(), fresh.ravel())[0, 1] > LIKE[name]


def test_the_page_tells_how_each_sound_was_made() -> None:
    assert (FOLDER / README).read_text(encoding="utf-8") == page({name: again(name) for name in {**EVENTS, **LOOPS}})


def test_there_is_no_sound_but_those_that_are_made() -> None:
    names = {f"{name}.wav" for name in EVENTS} | {f"{name}.ogg" for name in LOOPS} | {README}
    assert {path.name for path in FOLDER.iterdir()} == names


def test_all_sounds_together_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES


def test_the_folder_is_that_of_the_repository() -> None:
    assert Path(__file__).resolve().parents[2] / "sounds" == FOLDER
