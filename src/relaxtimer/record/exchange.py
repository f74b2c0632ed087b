"""The whole record as data that can be written, read again and merged: the shape of `relaxtimer export`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from relaxtimer.core.days import Day
from relaxtimer.core.duration import Milliseconds

FORMAT = 1
_RATED = ", ".join(f"{scale}_{when}" for when in ("before", "after") for scale in ("pain", "stiffness", "stress"))
_SESSION = (
    "uid, routine, title, file, day, started, seen, outcome, speed, first_side, minutes, position, total, step, steps,"
    f" spent, rated_at, {_RATED}"
)
_STEP = "occurrence, side, number, key, name, outcome, eased, hurt, worked"
_MOST = 256 * 1024 * 1024


class UnreadableError(Exception):
    """What is to be imported is nothing that `export` wrote; the message says what is wrong with it."""


class StepData(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `step`."""

    occurrence: int
    side: str
    number: int
    key: str
    name: str
    outcome: str
    eased: int
    hurt: int
    worked: Milliseconds


class SessionData(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A row of `session`, with its steps."""

    uid: str
    routine: str
    title: str
    file: str
    day: Day
    started: str
    seen: str
    outcome: str
    speed: float
    first_side: str
    minutes: float | None
    position: Milliseconds
    total: Milliseconds
    step: int
    steps: int
    spent: Milliseconds
    rated_at: str | None
    pain_before: int | None
    stiffness_before: int | None
    stress_before: int | None
    pain_after: int | None
    stiffness_after: int | None
    stress_after: int | None
    rows: list[StepData]


class MorningData(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `morning`."""

    day: Day
    at: str
    pain: int


class ScreeningData(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `screening`."""

    day: Day
    at: str
    level: str
    yes: str
    checked: str


class ConditionData(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `condition`."""

    code: str
    since: Day


class RecordData(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything."""

    relaxtimer_record: int
    sessions: list[SessionData]
    mornings: list[MorningData]
    screenings: list[ScreeningData]
    conditions: list[ConditionData]


def sessions(connection: sqlite3.Connection) -> Iterator[SessionData]:
    """Yield every session, the oldest first."""
    for number, *row in connection.execute(f"SELECT id, {_SESSION} FROM session ORDER BY id"):  # noqa: S608 - ours
        steps = connection.execute(
            f"SELECT {_STEP} FROM step WHERE session = ? ORDER BY occurrence, side",  # noqa: S608 - the words are ours
            (number,),
        )
        names = SessionData.__struct_fields__[:-1]
        yield SessionData(**dict(zip(names, row, strict=True)), rows=[StepData(*step) for step in steps])


def written(connection: sqlite3.Connection) -> Iterator[bytes]:
    """Yield the record as JSON, piece by piece, so that a large one is never whole in memory."""
    encoder = msgspec.json.Encoder()
    yield b'{"relaxtimer_record": %d, "sessions": [' % FORMAT
    for place, session in enumerate(sessions(connection)):
        yield (b",\n" if place else b"\n") + encoder.encode(session)
    yield b"],\n"
    tables = (
        ("mornings", MorningData, "SELECT day, at, pain FROM morning ORDER BY day"),
        ("screenings", ScreeningData, "SELECT day, at, level, yes, checked FROM screening ORDER BY id"),
        ("conditions", ConditionData, "SELECT code, since FROM condition ORDER BY code"),
    )
    for place, (name, kind, question) in enumerate(tables):
        rows = encoder.encode([kind(*row) for row in connection.execute(question)])
        yield b'%s"%s": %s' % (b",\n" if place else b"", name.encode(), rows)
    yield b"}\n"


def read(data: bytes) -> RecordData:
    """Read what `written` gave. Raises `UnreadableError`."""
    if len(data) > _MOST:
        raise UnreadableError("it is larger than 256 MB")
    try:
        found = msgspec.json.decode(data, type=RecordData)
    except msgspec.DecodeError as error:
        raise UnreadableError(str(error)) from None
    except RecursionError:
        raise UnreadableError("it is nested too deeply") from None
    if found.relaxtimer_record > FORMAT:
        raise UnreadableError("a newer relaxtimer wrote it")
    return found


def merge(connection: sqlite3.Connection, data: RecordData) -> int:
    """Add the sessions that are not there yet, and answers for days that have none; give how many sessions.

    Raises `sqlite3.IntegrityError` for values that cannot be.
    """
    added = 0
    for session in data.sessions:
        values = [getattr(session, name) for name in SessionData.__struct_fields__[:-1]]
        marks = ", ".join("?" * len(values))
        done = connection.execute(
            f"INSERT INTO session ({_SESSION}) VALUES ({marks}) ON CONFLICT (uid) DO NOTHING",  # noqa: S608 - ours
            values,
        )
        if done.rowcount > 0:
            added += 1
            connection.executemany(
                f"INSERT INTO step (session, {_STEP}) VALUES (?{', ?' * 9})",  # noqa: S608 - the words are ours
                [(done.lastrowid, *msgspec.structs.astuple(row)) for row in session.rows],
            )
    connection.executemany(
        "INSERT OR IGNORE INTO morning (day, at, pain) VALUES (?, ?, ?)",
        [msgspec.structs.astuple(each) for each in data.mornings],
    )
    known = {row[0] for row in connection.execute("SELECT at FROM screening")}
    for screening in sorted(data.screenings, key=lambda each: each.at):
        # Answers that are older than what is known must not become the last ones.
        if screening.at not in known and all(screening.at > at for at in known):
            connection.execute(
                "INSERT INTO screening (day, at, level, yes, checked) VALUES (?, ?, ?, ?, ?)",
                msgspec.structs.astuple(screening),
            )
    connection.executemany(
        "INSERT OR IGNORE INTO condition (code, since) VALUES (?, ?)",
        [msgspec.structs.astuple(each) for each in data.conditions],
    )
    return added
