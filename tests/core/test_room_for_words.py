"""The least time in which the words of a step can be said, found once for each step."""

from __future__ import annotations

import pytest

from relaxtimer.core import room_for_words
from relaxtimer.core.room_for_words import least_for_words
from tests.core.making import hold, step

LONG = ("Lie on your back with the knees bent and the feet flat on the floor.", "Let the arms lie beside you.")


def test_what_is_known_of_a_step_is_not_taken_for_that_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [
        step("A", hold(60, shortest=5), prepare=0, say=LONG),
        step("A", hold(60, shortest=5), prepare=0, say=LONG[1:]),
        step("A", hold(60, shortest=5), prepare=20, say=LONG),
        step("A", hold(60, shortest=30), prepare=20, say=LONG),
    ]
    first = [least_for_words(each, None, None) for each in steps]
    assert len(set(first)) == len(steps)
    assert [least_for_words(each, None, None) for each in steps] == first
    monkeypatch.setattr(room_for_words, "_MOST_KNOWN", 1)
    monkeypatch.setattr(room_for_words, "_KNOWN", {})
    assert [least_for_words(each, None, None) for each in steps[::-1]] == first[::-1]
