"""Which phase of a pace a sentence talks of."""

from __future__ import annotations

import pytest

from relaxtimer.core.pattern import Motion
from relaxtimer.core.talk_of_phases import talks_of, words_of
from tests.core.making import breaths

BREATH = breaths(3).pattern


@pytest.mark.parametrize(
    ("words", "phase"),
    [
        ("Breathe in through the nose.", Motion.IN),
        ("Breathe out slowly.", Motion.OUT),
        ("Breathe in, breathe out.", None),
        ("Let the floor carry you.", None),
    ],
)
def test_a_sentence_talks_of_one_phase_or_of_none(words: str, phase: Motion | None) -> None:
    assert talks_of(words, words_of(BREATH)) is phase
