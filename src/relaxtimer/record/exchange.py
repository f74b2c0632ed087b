"""The whole record as data that can be written and read again: the shape of `relaxtimer export`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from relaxtimer.core.days import Day
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.ratings import MOST
from relaxtimer.notation.characters import REFUSED
from relaxtimer.record.clock import read as moment_of

FORMAT = 1
_RATED = ", ".join(f"{scale}_{when}" for when in ("before", "after") for scale in ("pain", "stiffness", "stress"))
SESSION = (
    "uid, routine, title, file, day, started, seen, outcome, speed, first_side, minutes, position, total, step, steps,"
    f" spent, rated_at, {_RATED}"
)
STEP = "occurrence, side, number, key, name, outcome, eased, hurt, worked"
LARGEST = 256 * 1024 * 1024
"""Bytes; more than this is not read."""


class UnreadableError(Exception):
    """What is to be imported is nothing that `export` wrote; the message says what is wrong with it."""


# Days that a calendar has, amounts that a record can hold, and texts that are only words.
_Day = Annotated[Day, Meta(ge=1, le=date.max.toordinal())]
_Count = Annotated[int, Meta(ge=0, le=10**6)]
_Time = Annotated[Milliseconds, Meta(ge=0, le=10**12)]
_Rating = Annotated[int, Meta(ge=0, le=MOST)]
_Words = Annotated[str, Meta(max_length=4_096, pattern=r"\A[^\x00-\x1f\x7f-\x9f]*\Z")]
_Name = Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\A[^\x00-\x1f\x7f-\x9f]*\Z")]
# What people read holds nothing that a file of a routine could not hold.
_Title = Annotated[str, Meta(max_length=4_096, pattern=rf"\A[^\r\n\t{REFUSED.pattern[1:-1]}]*\Z")]
_DATE, _CLOCK, _ZONE = "[0-9]{4}-[0-9]{2}-[0-9]{2}", "[0-9]{2}:[0-9]{2}:[0-9]{2}", "[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?"
_Moment = Annotated[str, Meta(pattern=rf"\A{_DATE}T{_CLOCK}(\.[0-9]+)?({_ZONE}|Z)?\Z")]
_Numbers = Annotated[str, Meta(max_length=100, pattern=r"\A([0-9]+(,[0-9]+)*)?\Z")]


class StepData(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `step`."""

    occurrence: _Count
    side: Literal["", "left", "right"]
    number: _Count
    key: _Words
    name: _Title
    outcome: Literal["done", "part", "skipped"]
    eased: _Count
    hurt: _Count
    worked: _Time


class SessionData(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A row of `session`, with its steps."""

    uid: _Name
    routine: _Words
    title: _Title
    file: _Words
    day: _Day
    started: _Moment
    seen: _Moment
    outcome: Literal["open", "finished", "left", "interrupted"]
    speed: Annotated[float, Meta(gt=0, le=10**6)]
    first_side: Literal["left", "right"]
    minutes: Annotated[float, Meta(gt=0, le=10**6)] | None
    position: _Time
    total: _Time
    step: _Count
    steps: _Count
    spent: _Time
    rated_at: _Moment | None
    pain_before: _Rating | None
    stiffness_before: _Rating | None
    stress_before: _Rating | None
    pain_after: _Rating | None
    stiffness_after: _Rating | None
    stress_after: _Rating | None
    rows: list[StepData]


class MorningData(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `morning`."""

    day: _Day
    at: _Moment
    pain: _Rating


class ImpactData(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `impact`."""

    day: _Day
    at: _Moment
    activity: _Rating | None
    sleep: _Rating | None


class ScreeningData(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `screening`."""

    day: _Day
    at: _Moment
    level: Literal["emergency", "clinician-first", "book", "clear"]
    yes: _Numbers
    checked: _Numbers


class ConditionData(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `condition`."""

    code: _Name
    since: _Day


class PlanData(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `plan`."""

    name: Annotated[_Words, Meta(min_length=1)]
    begun: _Day
    week: Annotated[int, Meta(ge=1, le=1_000)]
    week_begun: _Day


class RecordData(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything."""

    relaxtimer_record: int
    sessions: list[SessionData]
    mornings: list[MorningData]
    screenings: list[ScreeningData]
    conditions: list[ConditionData]
    plans: list[PlanData] = []
    impacts: list[ImpactData] = []


def sessions(connection: sqlite3.Connection) -> Iterator[SessionData]:
    """Yield every session, the oldest first."""
    for number, *row in connection.execute(f"SELECT id, {SESSION} FROM session ORDER BY id"):  # noqa: S608 - ours
        steps = connection.execute(
            f"SELECT {STEP} FROM step WHERE session = ? ORDER BY occurrence, side",  # noqa: S608 - the words are ours
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
        ("plans", PlanData, "SELECT name, begun, week, week_begun FROM plan ORDER BY begun"),
        ("impacts", ImpactData, "SELECT day, at, activity, sleep FROM impact ORDER BY day"),
    )
    for place, (name, kind, question) in enumerate(tables):
        rows = encoder.encode([kind(*row) for row in connection.execute(question)])
        yield b'%s"%s": %s' % (b",\n" if place else b"", name.encode(), rows)
    yield b"}\n"


def read(data: bytes) -> RecordData:
    """Read what `written` gave. Raises `UnreadableError`."""
    if len(data) > LARGEST:
        raise UnreadableError("it is larger than 256 MB")
    try:
        found = msgspec.json.decode(data, type=RecordData)
    except msgspec.DecodeError as error:
        raise UnreadableError(str(error)) from None
    except RecursionError:
        raise UnreadableError("it is nested too deeply") from None
    if found.relaxtimer_record > FORMAT:
        raise UnreadableError("a newer relaxtimer wrote it")
    for place, session in enumerate(found.sessions):
        if len({(row.occurrence, row.side) for row in session.rows}) < len(session.rows):
            raise UnreadableError(f"a step is there twice - at `$.sessions[{place}].rows`")
    for path, moment in _moments(found):
        if moment_of(moment) is None:
            raise UnreadableError(f"there is no such moment - at `{path}`")
    return found


def _moments(data: RecordData) -> Iterator[tuple[str, str]]:
    """Yield every moment with where it is written."""
    for place, session in enumerate(data.sessions):
        yield f"$.sessions[{place}].started", session.started
        yield f"$.sessions[{place}].seen", session.seen
        if session.rated_at is not None:
            yield f"$.sessions[{place}].rated_at", session.rated_at
    for name in ("mornings", "screenings", "impacts"):
        yield from ((f"$.{name}[{place}].at", each.at) for place, each in enumerate(getattr(data, name)))
