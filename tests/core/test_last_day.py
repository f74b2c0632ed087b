from __future__ import annotations

import pytest

from relaxtimer.core.last_day import is_over, notice_of_last_day
from tests.core.making import routine, step


@pytest.mark.parametrize(("today", "over"), [("2020-12-30", False), ("2020-12-31", False), ("2021-01-01", True)])
def test_a_routine_is_over_on_the_day_after_its_last(today: str, *, over: bool) -> None:
    assert is_over(routine(step(), until="2020-12-31"), today) is over


def test_what_is_over_says_until_when_it_was_meant() -> None:
    assert notice_of_last_day(routine(step(), until="2020-12-31"), "2026-03-01") == (
        "This was meant until 31 December 2020."
    )
    assert notice_of_last_day(routine(step(), until="0999-03-07"), "2026-03-01") == "This was meant until 7 March 999."


def test_without_a_last_day_there_is_nothing_to_say() -> None:
    assert notice_of_last_day(routine(step()), "2026-03-01") == ""
    assert notice_of_last_day(routine(step(), until="2026-03-01"), "2026-03-01") == ""
