"""How things stand before a session, as the record knows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from relaxtimer.core.ratings import Ratings, When
from relaxtimer.record.answers import write_morning, write_ratings
from relaxtimer.record.clock import day_of, written
from relaxtimer.record.standing import pain_rose_since
from relaxtimer.record.store import Store
from tests.record.people import did


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path)
    yield made
    made.close()


def rated(store: Store, at: str, before: int, after: int) -> None:
    """Write a session that was rated at a moment."""
    uid = did(store.folder, before=Ratings(before))
    moment = datetime.fromisoformat(at)
    with store.writing() as record:
        write_ratings(record, uid, Ratings(after), When.AFTER, moment)
        record.execute("UPDATE session SET day = ? WHERE uid = ?", (day_of(moment), uid))


@pytest.mark.parametrize(
    ("at", "since", "rose"),
    [
        ("2026-11-23T10:00:00+01:00", "2026-11-23T09:59:59+01:00", True),
        ("2026-11-23T10:00:00+01:00", "2026-11-23T10:00:01+01:00", False),
        # The clock was put back in between, or one has travelled.
        ("2026-10-25T02:50:00+02:00", "2026-10-25T02:10:00+01:00", False),
        ("2026-11-23T14:00:00-05:00", "2026-11-23T18:00:00+01:00", True),
        ("2026-11-23T01:00:00+13:00", "2026-11-22T10:00:00-02:00", True),
        ("2026-11-22T23:30:00-10:00", "2026-11-23T21:00:00+13:00", True),
    ],
)
def test_pain_that_rose_is_known_by_when_that_was_wherever_one_is(
    store: Store, at: str, since: str, *, rose: bool
) -> None:
    rated(store, at, 3, 5)
    rated(store, at, 3, 4)
    assert store.ask(lambda record: pain_rose_since(record, since), None) is rose


def test_pain_that_rose_by_the_next_morning_counts_too(store: Store) -> None:
    rated(store, "2026-11-22T20:00:00+01:00", 2, 2)
    morning = datetime.fromisoformat("2026-11-23T07:00:00+01:00")
    for pain, rose in ((3, False), (4, True)):
        with store.writing() as record:
            write_morning(record, pain, morning)
        assert store.ask(lambda record: pain_rose_since(record, written(morning)), None) is rose
