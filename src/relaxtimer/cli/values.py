"""Numbers on the command line: read exactly, and within their bounds."""

from __future__ import annotations

import argparse

# What is imported here is imported by every command: `fractions` and `dataclasses` wait until they are needed.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from fractions import Fraction

SLOWEST, FASTEST = 0.1, 1000
MOST_MINUTES = 360
LOUDEST = 100
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HOURS, _MINUTES = 24, 60
SMALLEST, LARGEST = 1e-9, 1e9


def minutes(text: str) -> Fraction:
    """Read a number of minutes, more than 0 and at most 360."""
    value = _number(text)
    if value is None or not 0 < value <= MOST_MINUTES:
        raise argparse.ArgumentTypeError(f"expected minutes, more than 0 and at most {MOST_MINUTES}, not {text!r}")
    return value


def speed(text: str) -> Fraction:
    """Read a speed from 0.1 to 1000."""
    value = _number(text)
    if value is None or not SLOWEST <= float(value) <= FASTEST:
        raise argparse.ArgumentTypeError(f"expected a speed from 0.1 to 1000, not {text!r}")
    return value


def volume(text: str) -> int:
    """Read a volume from 0 to 100."""
    value = _number(text)
    if value is None or value.denominator != 1 or not 0 <= value <= LOUDEST:
        raise argparse.ArgumentTypeError(f"expected a volume from 0 to 100, not {text!r}")
    return int(value)


def time_of_day(text: str) -> tuple[int, int]:
    """Read a time of the day such as 7:30."""
    hours, colon, minutes_ = text.partition(":")
    if colon and hours.isdecimal() and minutes_.isdecimal() and int(hours) < _HOURS and int(minutes_) < _MINUTES:
        return int(hours), int(minutes_)
    raise argparse.ArgumentTypeError(f"expected a time of the day such as 7:30, not {text!r}")


def weekdays(text: str) -> tuple[int, ...]:
    """Read days of the week: `mon,wed,fri`, `mon-fri`, or `daily`."""
    found: set[int] = set()
    for word in ("mon-sun" if text == "daily" else text).split(","):
        first, _, last = word.strip().casefold().partition("-")
        if first not in WEEKDAYS or (last or first) not in WEEKDAYS:
            raise argparse.ArgumentTypeError(f"expected days such as mon,wed,fri or mon-fri, not {text!r}")
        start, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
        found |= {day % len(WEEKDAYS) for day in range(start, end + 1 + len(WEEKDAYS) * (end < start))}
    return tuple(sorted(found))


def count(text: str) -> int:
    """Read a whole number from 1 on."""
    value = _number(text)
    if value is None or value.denominator != 1 or not 1 <= value <= LARGEST:
        raise argparse.ArgumentTypeError(f"expected a whole number from 1 on, not {text!r}")
    return int(value)


def _number(text: str) -> Fraction | None:
    from decimal import Decimal, InvalidOperation
    from fractions import Fraction

    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    # A fraction of 1e99999999 would take all memory there is: what is out of every range is refused before.
    sane = value.is_finite() and (value == 0 or SMALLEST <= abs(float(value)) <= LARGEST)
    return Fraction(value) if sane else None
