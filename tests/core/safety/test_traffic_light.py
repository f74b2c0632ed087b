"""What ratings mean: docs/content.md 2.2."""

from __future__ import annotations

import pytest

from relaxtimer.core.ratings import Ratings
from relaxtimer.core.safety.traffic_light import Light, after_words, light, rose


@pytest.mark.parametrize(
    ("pain", "before", "expected"),
    [
        *((pain, None, Light.GREEN) for pain in range(4)),
        *((pain, None, Light.AMBER) for pain in (4, 5)),
        *((pain, None, Light.RED) for pain in range(6, 11)),
        (3, 1, Light.RED),
        (3, 2, Light.GREEN),
        (5, 9, Light.AMBER),
    ],
)
def test_the_light_is_that_of_the_table(pain: int, before: int | None, expected: Light) -> None:
    assert light(pain, before) is expected


@pytest.mark.parametrize(("before", "after", "did"), [(3, 5, True), (3, 4, False), (None, 9, False), (3, None, False)])
def test_pain_rose_by_two_points_and_never_by_less(before: int | None, after: int | None, did: object) -> None:
    assert rose(before, after) is did


def test_after_a_session_the_light_and_the_ease_are_told() -> None:
    words = after_words(Ratings(5, 6, 3), Ratings(4, 6, 1))
    assert words == (
        "Amber: Pain of 4 or 5: fine, if it settles within 24 hours.",
        "Today’s ease: pain 5 to 4, stress 3 to 1.",
    )
    assert after_words(Ratings(1), Ratings(1)) == ("Green: Pain of 0 to 3: carry on.",)


def test_pain_that_rose_changes_what_comes_next() -> None:
    words = " ".join(after_words(Ratings(2), Ratings(4)))
    assert "from 2 to 4" in words
    assert "no ball or roller for two days" in words


def test_without_a_rating_nothing_is_told() -> None:
    assert after_words(Ratings(2), Ratings(None, 3)) == ()
    assert not Ratings()
