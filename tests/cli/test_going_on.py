"""How a session that was cut off is offered again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from relaxtimer.cli.going_on import _ago as ago
from relaxtimer.record.clock import written

NOW = datetime.fromisoformat("2026-11-23T00:30:00+00:00").astimezone()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (5, "just now"),
        (60, "1 minute ago"),
        (4 * 60 + 59, "4 minutes ago"),
        # The clock was put back.
        (-3_600, "a while ago"),
    ],
)
def test_it_is_said_how_long_ago_that_was(monkeypatch: pytest.MonkeyPatch, seconds: int, words: str) -> None:
    monkeypatch.setattr("relaxtimer.cli.going_on.now", lambda: NOW)
    assert ago(written(NOW - timedelta(seconds=seconds))) == words


def test_what_was_longer_ago_is_said_by_the_clock_of_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    at = NOW.replace(hour=12, minute=0)
    monkeypatch.setattr("relaxtimer.cli.going_on.now", lambda: at)
    assert ago(written(at.replace(hour=10))) == "at 10:00"
    assert ago(written(at.replace(hour=23) - timedelta(days=1))) == "yesterday at 23:00"
    assert ago("nonsense") == "a while ago"
