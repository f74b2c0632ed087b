"""Sessions written into a record, without doing them."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from relaxtimer.core.body import Side
from relaxtimer.core.ledger import Outcome, Row
from relaxtimer.core.ratings import Ratings, When
from relaxtimer.record.answers import write_ratings
from relaxtimer.record.sessions import Began, Ending, Stand, write_session
from relaxtimer.record.store import Store, save


def row(  # noqa: PLR0913 - all that a row is
    number: int = 1,
    outcome: Outcome = Outcome.DONE,
    *,
    hurt: bool = False,
    eased: bool = False,
    key: str = "",
    occurrence: int | None = None,
) -> Row:
    worked = 0 if outcome is Outcome.SKIPPED else 30_000
    place = number - 1 if occurrence is None else occurrence
    return Row(place, number, key or f"step-{number}", f"Step {number}", Side.LEFT, outcome, eased, hurt, worked)


def did(  # noqa: PLR0913 - all that a session is
    folder: Path,
    routine: str = "lower-back",
    *,
    days_ago: float = 0,
    minutes: int = 12,
    before: Ratings | None = None,
    after: Ratings | None = None,
    ending: Ending = Ending.FINISHED,
    speed: float = 1,
    rows: tuple[Row, ...] = (),
    position: int | None = None,
    total: int = 12 * 60_000,
    step: int = 7,
    file: str = "",
) -> str:
    """Write a session of a while ago; give its uid."""
    at = datetime.now().astimezone() - timedelta(days=days_ago)
    began = Began(
        uid=uuid4().hex,
        routine=routine,
        title=routine.replace("-", " ").capitalize(),
        file=file or f"/x/{routine}.yaml",
        at=at,
        speed=speed,
        first_side="left",
        minutes=None,
        steps=11,
    )
    spent = minutes * 60_000
    stand = Stand(
        at=at, ending=ending, position=spent if position is None else position, total=total, step=step, spent=spent
    )
    store = Store(folder)
    assert save(store, lambda record: write_session(record, began, stand, rows))
    for rated, when in ((before, When.BEFORE), (after, When.AFTER)):
        with store.writing() as record:
            write_ratings(record, began.uid, rated or Ratings(), when, at)
    store.close()
    return began.uid
