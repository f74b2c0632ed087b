"""Times as they are written, to the millisecond."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import Mark

from relaxtimer.notation.mistakes import Reading
from relaxtimer.notation.shapes.time import Duration, milliseconds, written
from relaxtimer.notation.strict_yaml.nodes import Scalar


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45", 45_000),
        ("45s", 45_000),
        ("1m30s", 90_000),
        ("1:30", 90_000),
        ("0:45", 45_000),
        ("90:00", 5_400_000),
        ("1:02:03", 3_723_000),
        ("1.5m", 90_000),
        ("0.5s", 500),
        ("1h", 3_600_000),
        ("1h30m", 5_400_000),
        ("1h5s", 3_605_000),
        ("0.1", 100),
        ("0.001s", 1),
        ("1.0005m", 60_030),
        ("0.1h", 360_000),
        ("0", 0),
        ("012", 12_000),
        ("1.10", 1_100),
    ],
)
def test_a_time_is_read_exactly(text: str, expected: int) -> None:
    assert milliseconds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "s",
        "m",
        "-5",
        "+5",
        "5 s",
        "5S",
        "5sec",
        "1,5",
        ".5",
        "5.",
        "1e3",
        "nan",
        ".nan",
        ".inf",
        "0x10",
        "1_000",
        "1:5",
        "1:60",
        "1:60:00",
        "1:30s",
        "30s1m",
        "1m1m",
        "0.0001",
        "1.00001s",
        "٣",
        "\N{FULLWIDTH DIGIT FIVE}",
        "5s\n",
        "9" * 33,
    ],
)
def test_what_says_no_time_is_none(text: str) -> None:
    assert milliseconds(text) is None


@given(st.integers(0, 10**9))
def test_a_time_that_is_written_is_read_back(duration: int) -> None:
    assert milliseconds(written(duration)) == duration


@given(st.decimals(0, 10_000, places=3))
def test_seconds_with_decimals_are_never_rounded(seconds: Decimal) -> None:
    assert milliseconds(f"{seconds}s") == int(seconds * 1_000)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("1,5s", "1.5s"), ("0,75 min", "0.75m"), ("1m, 30s", "1m30s"), ("1m,30s", "1m30s"), ("1,500s", ""), ("1,5,5", "")],
)
def test_a_comma_is_taken_for_the_point_where_it_cannot_part_thousands(text: str, meant: str) -> None:
    reading = Reading("f")
    Duration().read(Scalar(Mark("f", 0, 0, 0, None, 0), text, plain=True), "work", reading)
    assert [mistake.suggestion for mistake in reading.mistakes] == [meant]
