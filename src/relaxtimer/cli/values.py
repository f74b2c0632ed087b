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
