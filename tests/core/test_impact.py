"""How much the back got in the way: asked once a week, from Sunday on."""

from __future__ import annotations

import pytest

from relaxtimer.core.days import weekday
from relaxtimer.core.impact import Impact, asks_of_the_week, is_due

SUNDAY = 739_000 - weekday(739_000) + 6
SATURDAY, MONDAY, WEDNESDAY = SUNDAY - 1, SUNDAY + 1, SUNDAY + 3


@pytest.mark.parametrize(
    ("today", "first", "last", "due"),
    [
        (SUNDAY, None, None, False),
        (SUNDAY, SUNDAY - 6, None, True),
        (SUNDAY, SUNDAY - 5, None, False),
        (SATURDAY, SATURDAY - 5, None, False),
        (WEDNESDAY, SUNDAY - 6, None, True),
        (WEDNESDAY, MONDAY, None, False),
        (SUNDAY, SUNDAY - 30, SUNDAY - 7, True),
        (SATURDAY, SUNDAY - 30, SUNDAY - 7, False),
        (MONDAY, SUNDAY - 30, SUNDAY, False),
        (WEDNESDAY, SUNDAY - 30, SUNDAY - 4, True),
        (SUNDAY, SUNDAY - 30, SUNDAY - 3, False),
        (MONDAY, SUNDAY - 30, SUNDAY - 3, True),
        (SUNDAY + 70, SUNDAY - 30, SUNDAY, True),
    ],
)
def test_it_is_asked_once_a_week_from_sunday_on(today: int, first: int | None, last: int | None, *, due: bool) -> None:
    assert is_due(today, first, last) is due


def test_both_questions_have_words_at_their_ends_and_can_be_skipped() -> None:
    asked = asks_of_the_week()
    for key in ("3", "enter"):
        page = asked.page
        assert page is not None
        assert page.scale == ("not at all", "all of the time")
        assert asked.press(key)
    assert asked.given == [3, None]
    assert asked.page is None


def test_nothing_but_zero_to_ten_is_an_impact() -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        Impact(1, sleep=11)
