"""A record in which somebody has practised."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.core.ledger import Outcome
from relaxtimer.core.ratings import Ratings
from relaxtimer.record.sessions import Ending
from tests.record.people import did, row


@pytest.fixture
def practised(home: Path) -> Path:
    did(home, days_ago=30, before=Ratings(6, 6, 4), after=Ratings(4, 5, 2), rows=(row(1), row(2, hurt=True)))
    did(home, days_ago=29, before=Ratings(6), after=Ratings(5))
    did(home, "desk-reset", days_ago=1, minutes=5, before=Ratings(4), after=Ratings(3), ending=Ending.LEFT)
    did(home, days_ago=0, before=Ratings(3, 5), rows=(row(1), row(2, Outcome.SKIPPED)))
    did(home, "micro-break", speed=60, minutes=1)
    return home
