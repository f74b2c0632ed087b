"""Routines fitted to the minutes there are, as they are heard: fitting costs no words, and what has no time is told."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from relaxtimer.core.body import Side
from relaxtimer.core.cues import WORDS
from relaxtimer.core.duration import MINUTE, Milliseconds
from relaxtimer.core.fit import fit, possible
from relaxtimer.core.routine import Routine
from relaxtimer.core.speech import speaking_time, unhurried_time
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.resources import bundled
from relaxtimer.sound.arranging import arrange
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.placed import Bus
from relaxtimer.sound.profiles import PROFILES
from relaxtimer.sound.voice import find_voice
from tests.core.making import hold, step, timeline
from tests.sound.voice.engines import need_espeak_command

pytestmark = pytest.mark.once

ROUTINES = sorted(path.stem for path in bundled("routines").glob("*.yaml"))
every_routine = pytest.mark.parametrize("name", ROUTINES)
Lengths = Callable[[str], Milliseconds]


def slower(words: str) -> Milliseconds:
    return speaking_time(words) * 9 // 8


def slow(words: str) -> Milliseconds:
    return speaking_time(words) * 5 // 4


def of(name: str) -> Routine:
    return Library().routine(name).routine


def minutes_of(made: Routine) -> list[Milliseconds]:
    """Give every number of whole minutes it can be fitted to, and the shortest of all."""
    shortest, longest = possible(made)
    return [shortest, *range(-(-shortest // MINUTE) * MINUTE, longest + 1, MINUTE)]


def unsaid(made: Routine, length_of: Lengths, side: Side, profile: str) -> set[str]:
    """Give the words that have no time, or not all of them."""
    found = arrange(notes_of(Timeline.of(made, side)), length_of, profile=profile)
    return {unfit.words for unfit in found.unfit}


@every_routine
@pytest.mark.parametrize("length_of", [speaking_time, slower])
def test_all_words_have_time_in_a_routine_fitted_to_any_minutes(name: str, length_of: Lengths) -> None:
    made = of(name)
    for target in minutes_of(made):
        fitted = fit(made, target).routine
        for side in Side:
            assert not unsaid(fitted, length_of, side, "soft"), (target, side)


@every_routine
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("length_of", [slow, unhurried_time])
def test_from_a_slow_voice_no_more_is_lost_in_less_time(name: str, length_of: Lengths, profile: str) -> None:
    made = of(name)
    before = unsaid(made, length_of, Side.LEFT, profile)
    for target in minutes_of(made):
        assert unsaid(fit(made, target).routine, length_of, Side.LEFT, profile) <= before, target


def test_a_real_voice_says_everything_in_the_flagship_fitted_to_any_minutes(tmp_path: Path) -> None:
    need_espeak_command()
    voice = find_voice(VoiceChoice(engine="espeak-ng"), tmp_path).voice
    assert voice is not None
    assert voice.name == "espeak-ng"
    length_of = lru_cache(None)(voice.length)
    made = of("lower-back")
    for target in minutes_of(made):
        assert not unsaid(fit(made, target).routine, length_of, Side.LEFT, "soft"), target


def test_every_sentence_that_has_no_time_is_told_and_none_is_said_past_its_step() -> None:
    say = ("Sit tall and let both of the shoulders sink down.", "Look far ahead.", "Never push through pain at all.")
    made = timeline(
        step(
            "Reach", prepare=6, lasting=hold(8), say=(*say, "Let the hands hang and wait."), breath_cue="And breathe."
        ),
        step("Hug", prepare=8),
    )
    found = arrange(notes_of(made), slow, profile="soft")
    heard = {placed.name: placed.at + slow(placed.name) for placed in found.placed if placed.bus is Bus.VOICE}
    told = {unfit.words for unfit in found.unfit}
    sentences = {cue.text for cue in made.cues if cue.kind in WORDS}
    assert sentences == {*say, "Let the hands hang and wait.", "And breathe."}
    assert sentences <= told | set(heard)
    assert "And breathe." in told
    assert all(end <= made.occurrences[1].start for words, end in heard.items() if words in sentences)
